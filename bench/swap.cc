// Do mind and reader prefer what a supporter really said to something of the same kind from another
// talk? Usage: swap --data DIR; docs/data.md says what DIR holds.
//
// Each coded supporter turn of AnnoMI, nods ("other" alone) aside, stands against one with the same
// codes from another talk. The mind: trust less guard gained by the turn, mean over the clients, in
// the talk as it was until then. The reader: what the turn takes up, weighed by lines fitted to the
// other talks alone. AUROC with intervals over talks.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "base/draw.h"
#include "cli/graph.h"
#include "corpus/annomi.h"
#include "language/tuning.h"
#include "stats/auroc.h"
#include "stats/bootstrap.h"
#include "study/follow.h"

namespace attune {
namespace {

using conversation::Speaker;
using conversation::Turn;
using corpus::AnnomiTalk;

constexpr int kDraws = 1'000;
constexpr int kFolds = 10;

/// One supporter turn in its place: the real one, or another's.
struct Placed {
  std::size_t talk = 0;
  bool real = false;
  double mind = 0;
  language::Row signs;
};

struct Place {
  std::size_t talk, turn;
};

class Stage {
 public:
  Stage(const cli::Graph& graph, const std::vector<AnnomiTalk>& talks)
      : ear_{*graph.reader, *graph.meaning}, talks_(talks) {
    for (const std::string& id : graph.order) desks_.push_back(graph.desk(id).value());
    for (std::size_t t = 0; t < talks.size(); ++t)
      for (std::size_t i = 0; i < talks[t].turns.size(); ++i)
        if (counts(talks[t].codes[i])) by_codes_[talks[t].codes[i]].push_back({t, i});
  }

  void play(std::size_t at, std::vector<Placed>& all) const {
    const AnnomiTalk& talk = talks_[at];
    std::vector<client::Standing> standings;
    for (const session::Desk* desk : desks_) standings.push_back(client::begin(desk->person));
    int number = 0;
    for (std::size_t i = 0; i < talk.turns.size(); ++i) {
      if (talk.turns[i].speaker != Speaker::supporter) continue;
      const auto heard = study::hear(ear_, talk.turns, i, ++number);
      if (const Place* other = i == 0 ? nullptr : another(at, i)) {
        std::vector<Turn> swapped(talk.turns.begin(),
                                  talk.turns.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        swapped.back().text = talks_[other->talk].turns[other->turn].text;
        all.push_back(placed(at, true, talk.turns, i, heard, standings));
        all.push_back(
            placed(at, false, swapped, i, study::hear(ear_, swapped, i, number), standings));
      }
      for (std::size_t d = 0; d < desks_.size(); ++d) {
        const auto moved = desks_[d]->mind.follow(standings[d], heard);
        standings[d] = client::fold(std::move(standings[d]), {0, {}, moved});
      }
    }
  }

 private:
  static bool counts(const std::string& codes) { return !codes.empty() && codes != "other"; }

  /// A turn with the same codes of another talk, drawn; none when there is none.
  const Place* another(std::size_t talk, std::size_t turn) const {
    const auto found = by_codes_.find(talks_[talk].codes[turn]);
    if (found == by_codes_.end()) return nullptr;
    const auto& all = found->second;
    if (std::ranges::all_of(all, [&](const Place& one) { return one.talk == talk; }))
      return nullptr;
    for (std::uint64_t step = 1;; ++step) {
      const Place& one = all[base::draw_index(step, turn, talks_[talk].id, all.size())];
      if (one.talk != talk) return &one;
    }
  }

  Placed placed(std::size_t talk, bool real, const std::vector<Turn>& turns, std::size_t at,
                const client::Heard& heard, const std::vector<client::Standing>& standings) const {
    Placed one{talk, real, 0, signs(turns, at, heard)};
    for (std::size_t d = 0; d < desks_.size(); ++d) {
      const auto state = desks_[d]->mind.follow(standings[d], heard).state;
      const auto& before = standings[d].state;
      one.mind += (state.trust - state.guard) - (before.trust - before.guard);
    }
    return one;
  }

  /// What reads in the turn of its place: fit, and nearness in meaning to what the client said last
  /// and lately.
  language::Row signs(const std::vector<Turn>& turns, std::size_t at,
                      const client::Heard& heard) const {
    const auto sense = ear_.meaning.sense(turns[at].text);
    const auto last = ear_.meaning.sense(client_words(turns, at, 1));
    const auto lately = ear_.meaning.sense(client_words(turns, at, 6));
    const language::Fit& fit = heard.fit;
    const std::array values{fit.content,
                            fit.feeling,
                            fit.follows,
                            fit.off_topic,
                            fit.unanswered,
                            fit.parrot,
                            ear_.meaning.similarity(sense, last),
                            language::Meaning::covered(last, sense),
                            ear_.meaning.similarity(sense, lately),
                            language::Meaning::covered(lately, sense)};
    language::Row row;
    for (std::size_t i = 0; i < values.size(); ++i)
      row.emplace_back(static_cast<std::uint32_t>(i), static_cast<float>(values[i]));
    return row;
  }

  static std::string client_words(const std::vector<Turn>& turns, std::size_t at, int most) {
    std::string words;
    for (std::size_t i = at; i > 0 && most > 0; --i) {
      if (turns[i - 1].speaker != Speaker::client) continue;
      words = turns[i - 1].text + " " + words;
      --most;
    }
    return words;
  }

  study::Ear ear_;
  const std::vector<AnnomiTalk>& talks_;
  std::vector<session::Desk*> desks_;
  std::map<std::string, std::vector<Place>> by_codes_;
};

constexpr std::size_t kSigns = 10;

std::vector<double> read(const std::vector<Placed>& all) {
  std::vector<language::Row> rows;
  std::vector<double> targets;
  std::vector<int> folds;
  for (const Placed& one : all) {
    rows.push_back(one.signs);
    targets.push_back(one.real ? 1 : 0);
    folds.push_back(static_cast<int>(one.talk % kFolds));
  }
  language::Task task;
  task.columns = kSigns;
  task.folds = kFolds;
  return language::held_out(rows, targets, folds, task);
}

void report(const char* name, const std::vector<Placed>& all, const std::vector<double>& values,
            std::size_t talks) {
  std::vector<std::vector<std::size_t>> of(talks);
  for (std::size_t i = 0; i < all.size(); ++i) of[all[i].talk].push_back(i);
  const auto area = [&](std::span<const std::size_t> drawn) {
    std::vector<double> real, other;
    for (const std::size_t talk : drawn)
      for (const std::size_t i : of[talk]) (all[i].real ? real : other).push_back(values[i]);
    return stats::auroc(real, other);
  };
  std::vector<std::size_t> every(talks);
  std::iota(every.begin(), every.end(), std::size_t{0});
  const auto interval = stats::bootstrap(std::vector<int>(talks, 0), area, kDraws, 1);
  double preferred = 0;
  for (std::size_t i = 0; i + 1 < all.size(); i += 2)
    preferred += values[i] > values[i + 1] ? 1 : values[i] == values[i + 1] ? 0.5 : 0;
  std::printf("%-30s AUROC %.3f [%.3f, %.3f]; of pairs, the real one is preferred in %.1f %%\n",
              name, area(every), interval.low, interval.high,
              200 * preferred / static_cast<double>(all.size()));
}

base::Result<void> run(const char* from) {
  const auto graph = cli::build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto talks = corpus::load_annomi_talks(from);
  if (!talks) return tl::unexpected(talks.error());
  const Stage stage(*graph, *talks);
  std::vector<Placed> all;  // each real turn, then the other in its place
  for (std::size_t t = 0; t < talks->size(); ++t) stage.play(t, all);
  std::vector<double> mind, plain;
  for (const Placed& one : all) {
    mind.push_back(one.mind);
    plain.push_back(static_cast<double>(one.signs[0].second + one.signs[2].second));
  }
  std::printf("AnnoMI, %zu talks, %zu turns and as many in their places\n", talks->size(),
              all.size() / 2);
  report("the mind", all, mind, talks->size());
  report("content and follows alone", all, plain, talks->size());
  auto reader = read(all);
  report("the reader, cross-validated", all, reader, talks->size());
  return {};
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  if (count != 3 || std::strcmp(arguments[1], "--data") != 0) {
    std::fprintf(stderr, "usage: swap --data DIR\n");
    return 2;
  }
  if (const auto done = attune::run(arguments[2]); !done) {
    std::fprintf(stderr, "swap: %s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
