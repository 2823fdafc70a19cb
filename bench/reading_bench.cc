// Readings per second over all heads, on one core.
// By default the turns are sentences written for the purpose; with --data DIR or $ATTUNE_DATA, the
// folder of public data, the therapist and client turns of AnnoMI in their order.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "language/corpora.h"
#include "language/read_line.h"
#include "language/reader.h"

namespace attune {
namespace {

using conversation::Speaker;
using conversation::Turn;

std::vector<Turn> written_turns() {
  return {
      {Speaker::client, "honestly i'm fine, just tired. the house is quiet since she left"},
      {Speaker::supporter, "It sounds like the quiet says more than the tiredness does."},
      {Speaker::client, "yeah. i sit in the van most nights, don't laugh"},
      {Speaker::supporter, "I'm not laughing. What is it like out there at night?"},
      {Speaker::client, "cold lol. i keep checking my phone like an idiot"},
      {Speaker::supporter, "have you told anyone where you sleep"},
      {Speaker::client, "no and please dont tell anyone, my dad would go mental"},
      {Speaker::supporter, "When you say you're done, are you thinking about killing yourself?"}};
}

std::vector<Turn> public_turns(const std::filesystem::path& data) {
  std::vector<Turn> turns;
  const auto examples = language::load_annomi(data);
  if (!examples) return written_turns();
  for (const auto& example : *examples) {
    if (example.client) turns.push_back({Speaker::client, *example.client});
    turns.push_back({Speaker::supporter, example.text});
  }
  return turns;
}

const std::vector<Turn>& turns() {
  static const auto all = [] {
    const char* data = std::getenv("ATTUNE_DATA");
    return data != nullptr ? public_turns(data) : written_turns();
  }();
  return all;
}

const language::Reader& reader() {
  static const auto opened = language::Reader::open(ATTUNE_ROOT "/models");
  return **opened;
}

std::span<const Turn> before(std::size_t i) {
  return std::span(turns()).first(i).last(std::min<std::size_t>(i, 4));
}

void BM_Read(benchmark::State& state) {
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(reader().read(turns()[i], before(i)));
    i = (i + 1) % turns().size();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Read);

void BM_ReadAndWrite(benchmark::State& state) {
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(language::reading_json(reader().read(turns()[i], before(i))));
    i = (i + 1) % turns().size();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_ReadAndWrite);

void BM_OpenReader(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(language::Reader::open(ATTUNE_ROOT "/models"));
}
BENCHMARK(BM_OpenReader)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  for (int i = 1; i + 1 < count; ++i) {
    if (std::string_view(arguments[i]) != "--data") continue;
    setenv("ATTUNE_DATA", arguments[i + 1], 1);
    std::rotate(arguments + i, arguments + i + 2, arguments + count);
    count -= 2;
  }
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
