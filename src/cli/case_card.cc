#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/commands.h"
#include "cli/graph.h"
#include "study/manner.h"
#include "study/real_talks.h"
#include "study/talk.h"

namespace attune::cli {
namespace {

using conversation::Event;
using conversation::Speaker;
using conversation::Turn;
using study::Habit;
using study::Manner;
using study::Manners;
using study::Quartiles;

constexpr int kTalks = 40;
constexpr int kTurns = 20;
constexpr std::size_t kLeastReplayed = 8;  // turns that a real talk must have to be replayed
constexpr std::array kPlayed{Habit::good, Habit::lecturer, Habit::interrogator, Habit::silent};

std::vector<Turn> turns_of(const std::vector<Event>& log) {
  std::vector<Turn> turns;
  for (const Event& event : log)
    if (const auto* said = std::get_if<conversation::Said>(&event.body))
      turns.push_back({said->speaker, said->text});
  return turns;
}

/// At which trust each layer came out, over talks.
class Disclosures {
 public:
  void take(const std::vector<Event>& log) {
    ++talks_;
    double trust = 0;
    for (const Event& event : log) {
      if (const auto* moved = std::get_if<conversation::Moved>(&event.body))
        trust = moved->state.trust;
      if (const auto* out = std::get_if<conversation::Disclosed>(&event.body))
        trusts_[out->layer].push_back(trust);
    }
  }

  void print(const client::Case& person, const std::string& who) const {
    std::cout << "  " << std::left << std::setw(24) << who;
    for (const client::Layer& layer : person.layers) {
      const auto found = trusts_.find(layer.id);
      std::ostringstream cell;
      if (found == trusts_.end()) {
        cell << "never";
      } else {
        cell << std::fixed << std::setprecision(0)
             << 100.0 * static_cast<double>(found->second.size()) / talks_ << " % at "
             << std::setprecision(2) << study::quartiles(found->second).middle;
      }
      std::cout << std::setw(18) << cell.str();
    }
    std::cout << '\n';
  }

 private:
  int talks_ = 0;
  std::map<std::string, std::vector<double>> trusts_;
};

std::string cell(const Quartiles& of, int digits) {
  if (of.count == 0) return "-";
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << of.low << ' ' << of.middle << ' ' << of.high;
  return text.str();
}

void print_row(const std::string& who, const Manners& manners) {
  std::cout << "  " << std::left << std::setw(24) << who << std::setw(7) << manners.talks
            << std::setw(12) << cell(manners.words, 0) << std::setw(17) << cell(manners.variety, 2)
            << std::setw(17) << cell(manners.repeated, 2) << std::setw(17)
            << cell(manners.agreed, 2) << cell(manners.recovery, 2) << '\n';
}

void print_check(const std::string& what, bool holds) {
  std::cout << "  " << (holds ? "holds  " : "FAILS  ") << what << '\n';
}

bool is_within(const Quartiles& ours, const Quartiles& real) {
  return ours.middle >= real.low && ours.middle <= real.high;
}

/// What design asks: nobody wordier, more alike, more agreeable or quicker to recover than people.
void print_checks(const Manners& ours, const Manners& real) {
  std::cout << "\nWith the good supporter, beside ESConv's kept talks:\n";
  print_check("words a turn: the median within the real quartiles",
              is_within(ours.words, real.words));
  print_check("variety: the median within the real quartiles",
              is_within(ours.variety, real.variety));
  print_check("assent: the median no higher than the real one",
              ours.agreed.middle <= real.agreed.middle);
  print_check("recovery: the median no faster than the real third quartile",
              ours.recovery.middle <= real.recovery.high);
}

class Report {
 public:
  Report(session::Desk& desk, const language::Reader& reader) : desk_(desk), reader_(reader) {}

  base::Result<Manners> play(const std::string& who,
                             const std::function<std::unique_ptr<study::Supporter>(int)>& make,
                             int talks) {
    std::vector<Manner> manners;
    Disclosures disclosures;
    for (int i = 0; i < talks; ++i) {
      const auto supporter = make(i);
      const auto log =
          study::hold_talk(desk_, *supporter, {static_cast<std::uint64_t>(i + 1), kTurns});
      if (!log) return tl::unexpected(log.error());
      disclosures.take(*log);
      manners.push_back(study::manner_of(turns_of(*log), reader_));
    }
    disclosures_.emplace_back(who, std::move(disclosures));
    const Manners all = study::manners_of(manners);
    print_row(who, all);
    return all;
  }

  void print_disclosures() const {
    std::cout << "\nTalks in which a layer came out, and the trust it came out at (median)\n  "
              << std::setw(24) << "";
    for (const client::Layer& layer : desk_.person.layers) std::cout << std::setw(18) << layer.id;
    std::cout << '\n';
    for (const auto& [who, disclosures] : disclosures_) disclosures.print(desk_.person, who);
  }

 private:
  session::Desk& desk_;
  const language::Reader& reader_;
  std::vector<std::pair<std::string, Disclosures>> disclosures_;
};

Manners measure(const study::RealTalks& real, const language::Reader& reader) {
  std::vector<Manner> manners;
  for (const auto& talk : real.talks) manners.push_back(study::manner_of(talk, reader));
  return study::manners_of(manners);
}

std::size_t supporter_turns(const std::vector<Turn>& talk) {
  return static_cast<std::size_t>(std::ranges::count(talk, Speaker::supporter, &Turn::speaker));
}

}  // namespace

base::Result<void> run_case_card(const CardOptions& options) {
  auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  auto desk = graph->desk(options.case_id);
  if (!desk) return tl::unexpected(desk.error());
  std::vector<study::RealTalks> real;
  if (!options.data.empty()) {
    auto loaded = study::load_real_talks(options.data);
    if (!loaded) return tl::unexpected(base::wrap("reading the real talks", loaded.error()));
    real = *std::move(loaded);
  }
  std::cout << "How " << (*desk)->person.name
            << " talks: quartiles (a quarter, half, three quarters)\n  " << std::left
            << std::setw(24) << "" << std::setw(7) << "talks" << std::setw(12) << "words"
            << std::setw(17) << "variety" << std::setw(17) << "repeated" << std::setw(17)
            << "assent"
            << "recovery\n";
  Report report(**desk, *graph->reader);
  std::optional<Manners> good;
  for (const Habit habit : kPlayed) {
    auto played = report.play(
        std::string(name(habit)),
        [&](int i) {
          return study::make_supporter(habit, *graph->coach, static_cast<std::uint64_t>(i + 1));
        },
        kTalks);
    if (!played) return tl::unexpected(played.error());
    if (habit == Habit::good) good = *played;
  }
  if (real.empty()) {
    std::cout << "  real talks are left out; they need --data DIR (docs/data.md)\n";
    report.print_disclosures();
    return {};
  }
  std::vector<std::vector<Turn>> replayed;
  for (const auto& talk : real.back().talks)
    if (supporter_turns(talk) >= kLeastReplayed) replayed.push_back(talk);
  auto played = report.play(
      "AnnoMI's counselors",
      [&](int i) { return study::replay(replayed[static_cast<std::size_t>(i)]); },
      std::min(kTalks, static_cast<int>(replayed.size())));
  if (!played) return tl::unexpected(played.error());
  std::cout << "Real people\n";
  std::vector<Manners> people;
  for (const study::RealTalks& one : real) {
    people.push_back(measure(one, *graph->reader));
    print_row(one.name, people.back());
  }
  report.print_disclosures();
  print_checks(*good, people.front());
  return {};
}

}  // namespace attune::cli
