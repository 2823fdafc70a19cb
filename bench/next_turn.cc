// Does a mind that follows a real talk know something of the client's next turn?
//
// next_turn --data DIR (or $ATTUNE_DATA): DIR holds annomi/, mibot/ and esconv/ (docs/data.md).
// src/study/next_turn.h says what is asked; losses and gains are in nats a turn, out of fold.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "client/case_yaml.h"
#include "study/next_turn.h"

namespace attune {
namespace {

void print(const char* name, const study::Estimate& gain) {
  std::printf("  %s %+.4f [%+.4f, %+.4f]", name, gain.value, gain.interval.low, gain.interval.high);
}

void print(const study::Foretold& one) {
  std::printf(
      "  %-7s %5zu turns, yes %.2f; loss: nothing %.4f, persistence %.4f, codes %.4f, "
      "mind %.4f, both %.4f\n         the mind's gain over",
      one.question.c_str(), one.turns, one.share, one.nothing, one.persistence, one.codes, one.mind,
      one.both);
  print("nothing", one.over_nothing);
  print("persistence", one.over_persistence);
  print("codes", one.over_codes);
  print("both", one.over_both);
  std::puts("");
}

base::Result<void> run(const std::filesystem::path& data) {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto sets = study::load_coded_talks(data);
  if (!sets) return tl::unexpected(sets.error());
  const auto reader = language::Reader::open(root / "models");
  if (!reader) return tl::unexpected(reader.error());
  const auto meaning = language::Meaning::open(root / "models", root / "content" / "lexicons");
  if (!meaning) return tl::unexpected(meaning.error());
  const auto dynamics = client::load_dynamics(root / "content" / "dynamics.yaml");
  if (!dynamics) return tl::unexpected(dynamics.error());
  const auto people = client::load_cases(root / "content" / "clients");
  if (!people) return tl::unexpected(people.error());
  const client::Case person = study::everybody(*people);
  for (const study::CodedTalks& talks : *sets) {
    const auto exchanges = study::exchanges(talks, **reader, **meaning, person, *dynamics);
    std::printf("%s: %zu talks, codes by %s\n", talks.name.c_str(), talks.talks.size(),
                talks.coders.c_str());
    for (const study::Foretold& one : study::foretell(exchanges)) print(one);
  }
  return {};
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  const char* data = std::getenv("ATTUNE_DATA");
  if (argc == 3 && std::string(argv[1]) == "--data") data = argv[2];
  if (data == nullptr) {
    std::fprintf(stderr, "usage: next_turn --data DIR, or ATTUNE_DATA=DIR (docs/data.md)\n");
    return 2;
  }
  if (const auto done = attune::run(data); !done) {
    std::fprintf(stderr, "next_turn: %s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
