// The golden talks' supporter turns once more, worded by a scripted model through the modeled
// voice. Usage: scripted_talks [--fresh] [--out DIR] [CLIENT...]
//
// The model (scripted_model.h) rewords what each prompt offers and slips in a share of its tries:
// it leaks a layer that is not out, falls out of its part, advises, says too much, nothing, or
// other than meant (with `--fresh` in words that no check was made on). Told are how many turns
// came at the first try, at the second, or fell back to authored words, what honest tries were
// refused for, and every slip that got through. The talks are written to DIR, a file each, for
// people to read: `C1:` and `C2:` are worded at the first and second try, `C0:` is authored, `x` a
// refused try.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/draw.h"
#include "cli/graph.h"
#include "scripted_model.h"
#include "session/session.h"
#include "session/wording.h"
#include "voice/material.h"
#include "voice/typing.h"

namespace attune {
namespace {

namespace fs = std::filesystem;
using bench::Slip;
using conversation::Speaker;

constexpr double kSlips = 0.3, kSlipsAgain = 0.15;  // shares of first and second tries; our choice
constexpr std::uint64_t kSeed = 1;

struct Talk {
  std::uint64_t seed = 0;
  std::vector<std::string> head, said;
};

Talk read_talk(const fs::path& file) {
  Talk talk;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) talk.head.push_back(line);
    if (line.starts_with("# seed ")) talk.seed = std::stoull(line.substr(7));
    if (line.starts_with("S: ")) talk.said.push_back(line.substr(3));
  }
  return talk;
}

struct Tally {
  int turns = 0, first = 0, second = 0, authored = 0;
  int honest = 0, honest_refused = 0;
  std::map<std::string, int> refused_for;     ///< faults of honest tries
  std::map<Slip, std::pair<int, int>> slips;  ///< tried, let through

  void add(const Tally& other) {
    turns += other.turns;
    first += other.first;
    second += other.second;
    authored += other.authored;
    honest += other.honest;
    honest_refused += other.honest_refused;
    for (const auto& [what, count] : other.refused_for) refused_for[what] += count;
    for (const auto& [slip, count] : other.slips) {
      slips[slip].first += count.first;
      slips[slip].second += count.second;
    }
  }
};

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', '/');
  return text;
}

/// One talk, driven as the server's rooms drive it.
class Stage {
 public:
  Stage(session::Desk& desk, Talk talk, const bench::ScriptedModel& model, int first_try,
        Tally& tally)
      : desk_(desk),
        model_(model),
        talk_(std::move(talk)),
        tries_(first_try),
        tally_(tally),
        progress_(session::begin(desk.person)) {}

  std::string play() {
    for (const std::string& line : talk_.head) out_ << line << '\n';
    take({session::open(desk_, talk_.seed, clock_.now())});
    answer();
    for (const std::string& words : talk_.said) {
      if (progress_.closed) break;
      clock_.pass(std::chrono::seconds(20));
      out_ << "\nS: " << words << '\n';
      take(
          session::advance(desk_, progress_,
                           session::Hear{words, "turn-" + std::to_string(1000 + progress_.turn + 1),
                                         progress_.last, "", false},
                           clock_.now())
              .value());
      answer();
    }
    return out_.str();
  }

 private:
  void take(const std::vector<conversation::Event>& events) {
    for (const auto& event : events) session::fold(progress_, event);
  }

  void answer() {
    take(session::decide(desk_, progress_, clock_.now()));
    session::Wording wording(desk_, progress_, "scripted");
    std::optional<conversation::Said> said;
    int number = 0;
    while (!said) said = attempt(wording, wording.brief(), ++number);
    const bool by_model = said->worded->by == conversation::Worded::By::model;
    ++tally_.turns;
    ++(!by_model ? tally_.authored : number == 1 ? tally_.first : tally_.second);
    out_ << 'C' << (by_model ? number : 0) << ": " << on_one_line(said->text) << '\n';
    clock_.pass(std::chrono::seconds(5));
    take(session::speak(desk_, progress_, *std::move(said), clock_.now()));
  }

  std::optional<conversation::Said> attempt(session::Wording& wording, const voice::Brief& brief,
                                            int number) {
    const int tried = ++tries_;
    const llm::Prompt prompt = wording.prompt();
    const std::string secret = a_secret(brief, tried);
    Slip slip = Slip::none;
    const auto chance = static_cast<std::uint64_t>(tried);
    if (base::draw(kSeed, chance, "slips") < (number == 1 ? kSlips : kSlipsAgain))
      slip = bench::kSlips[base::draw_index(kSeed, chance, "slip", bench::kSlips.size())];
    if (slip == Slip::leak && secret.empty()) slip = Slip::role;
    const llm::Answer answer{.text = model_.answer({prompt, brief.intended, secret, tried}, slip),
                             .model = "scripted"};
    judge(brief, answer.text, slip);
    return wording.take(answer);
  }

  void judge(const voice::Brief& brief, const std::string& words, Slip slip) {
    const auto taken = desk_.modeled->take(brief, words);
    std::string faults;
    if (!taken)
      for (const auto& fault : taken.error()) faults += (faults.empty() ? "" : " ") + fault.what;
    if (!taken) out_ << "x " << name(slip) << " (" << faults << ") " << on_one_line(words) << '\n';
    if (slip == Slip::none) {
      ++tally_.honest;
      if (taken) return;
      ++tally_.honest_refused;
      for (const auto& fault : taken.error()) ++tally_.refused_for[fault.what];
      return;
    }
    ++tally_.slips[slip].first;
    if (!taken) return;
    ++tally_.slips[slip].second;
    out_ << "! " << name(slip) << " let through\n";
    std::printf("let through: %s %s %s: %s\n", std::string(name(slip)).c_str(),
                desk_.person.id.c_str(), voice::variant(brief.intended).c_str(),
                on_one_line(words).c_str());
  }

  /// Words that tell a layer which may not be told yet, or "" when all are out.
  std::string a_secret(const voice::Brief& brief, int tried) const {
    std::vector<std::string> secrets;
    for (const client::Layer& layer : desk_.person.layers) {
      const bool asked = brief.intended.intent == conversation::Intent::answer_risk &&
                         layer.id == desk_.person.risk.layer;
      if (voice::is_out(brief, layer.id) || asked) continue;
      secrets.push_back(layer.unsaid);
      for (const client::Line& line : desk_.person.lines)
        if (line.intent == "disclose" && line.layer == layer.id)
          secrets.push_back(model_.reword(voice::text_of(line), tried));
    }
    if (secrets.empty()) return "";
    return secrets[base::draw_index(kSeed, static_cast<std::uint64_t>(tried), "secret",
                                    secrets.size())];
  }

  session::Desk& desk_;
  const bench::ScriptedModel& model_;
  const Talk talk_;
  int tries_;  ///< so far; the chance of each is its own
  Tally& tally_;
  base::SimulatedClock clock_;
  session::Progress progress_;
  std::ostringstream out_;
};

/// So that no talk hangs on the others.
int first_try(const std::string& client, const fs::path& file) {
  return static_cast<int>(base::hash(client + "/" + file.filename().string()) % 1'000'000) * 100;
}

void print(const char* name, const Tally& tally) {
  std::printf(
      "%-10s %4d turns: first try %4d, second %3d, authored %3d; honest tries %4d, refused %3d",
      name, tally.turns, tally.first, tally.second, tally.authored, tally.honest,
      tally.honest_refused);
  for (const auto& [what, count] : tally.refused_for) std::printf(" %s %d", what.c_str(), count);
  std::printf("\n%-10s slips, let through of tried:", "");
  for (const auto& [slip, count] : tally.slips)
    std::printf(" %s %d/%d", std::string(bench::name(slip)).c_str(), count.second, count.first);
  std::puts("");
}

base::Result<void> run(const bench::ScriptedModel& model, const fs::path& out,
                       const std::vector<std::string>& clients) {
  const auto graph = cli::build_graph(cli::Words::modeled);
  if (!graph) return tl::unexpected(graph.error());
  Tally all;
  for (const std::string& id : clients.empty() ? graph->order : clients) {
    auto desk = graph->desk(id);
    if (!desk) return tl::unexpected(desk.error());
    Tally own;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(ATTUNE_ROOT) / "tests/golden" / id))
      files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path& file : files) {
      const std::string played =
          Stage(**desk, read_talk(file), model, first_try(id, file), own).play();
      if (out.empty()) continue;
      fs::create_directories(out / id);
      std::ofstream(out / id / file.filename()) << played;
    }
    print(id.c_str(), own);
    all.add(own);
  }
  print("all", all);
  return {};
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  using Slips = attune::bench::ScriptedModel::Slips;
  std::vector<std::string> clients(arguments + 1, arguments + count);
  Slips slips = Slips::known;
  std::string out;
  if (!clients.empty() && clients.front() == "--fresh") {
    slips = Slips::fresh;
    clients.erase(clients.begin());
  }
  if (clients.size() > 1 && clients.front() == "--out") {
    out = clients[1];
    clients.erase(clients.begin(), clients.begin() + 2);
  }
  const attune::bench::ScriptedModel model(attune::kSeed, slips);
  if (const auto done = attune::run(model, out, clients); !done) {
    std::fprintf(stderr, "scripted_talks: %s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
