// Can a cue be found from the client's words alone? Usage: cue_fairness [--words]
//
// A cue is planted by its `hint` lines. Each is held against lines of the same client that plant
// nothing (`stay`, `elicit`, answers), that could be said by then (of no deeper layer), and that
// are nearest in length among those of the same emotion. A linear scorer ranks them by the words,
// marks and shapes, by what the reader reads, by their meaning, and by how little they take up of
// what the client had told before. It is fitted to the other clients alone, so it knows how a hint
// sounds and nothing of this person. A cue is fair where its hints rank above their matches at an
// AUROC of 0.60 to 0.95; below, it should be marked `subtle` (docs/formats/case.md); above, it
// announces itself.
//
// A cue has three to five hints, so its own figure is drawn towards its client's by how far cues
// differ at all (empirical Bayes); `--words` prints, for every cue, its hints with their ranks.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "base/draw.h"
#include "cli/graph.h"
#include "language/tuning.h"
#include "signs.h"
#include "stats/auroc.h"
#include "stats/bootstrap.h"
#include "voice/typing.h"

namespace attune {
namespace {

using client::Line;

constexpr std::size_t kMatched = 10;  // lines beside each hint
constexpr std::size_t kFewest = 8;    // lines that a sign must stand in
constexpr int kDraws = 1000;
constexpr double kFindable = 0.60, kPlain = 0.95;
constexpr std::size_t kShown = 40;

/// A line of a client, as a hint or as a match of one.
struct Text {
  const Line* line = nullptr;
  std::size_t client = 0, cue = 0;
  bool hint = false;
  std::size_t beside = 0;  ///< the hint that it was matched to, or its own place
  std::set<std::string> signs;
  std::vector<float> dense;
  double rank = 0;  ///< of a hint: the share of its matches that score lower, ties half
};

std::string words_of(const Line& line) {
  std::string words = voice::text_of(line);
  std::ranges::replace(words, '\n', ' ');
  return words;
}

std::size_t length(const Line& line) {
  const std::string words = words_of(line);
  return 1 + static_cast<std::size_t>(std::ranges::count(words, ' '));
}

std::size_t depth(const client::Case& person, const std::string& layer) {
  for (std::size_t i = 0; i < person.layers.size(); ++i)
    if (person.layers[i].id == layer) return i;
  return 0;
}

/// The client's lines that plant nothing and could stand where this cue does.
std::vector<const Line*> candidates(const client::Case& person, const client::Cue& cue,
                                    const std::set<const Line*>& taken) {
  static const std::set<std::string> kKinds{"stay", "elicit", "answer"};
  std::vector<const Line*> lines;
  for (const Line& line : person.lines) {
    const bool early = depth(person, line.layer) <= depth(person, cue.layer);
    if (kKinds.contains(line.intent) && line.cue.empty() && early && !taken.contains(&line))
      lines.push_back(&line);
  }
  return lines;
}

/// The nearest in length, of the same emotion; each line serves once.
std::vector<const Line*> matches(const client::Case& person, const client::Cue& cue,
                                 const Line& hint, std::set<const Line*>& taken) {
  std::vector<std::tuple<bool, double, double, const Line*>> order;
  for (const Line* line : candidates(person, cue, taken))
    order.emplace_back(
        line->emotion != hint.emotion,
        std::abs(std::log(static_cast<double>(length(*line)) / static_cast<double>(length(hint)))),
        base::draw(1, 0, "match " + line->id), line);
  std::ranges::sort(order);
  std::vector<const Line*> nearest;
  for (const auto& [other, far, chance, line] : order)
    if (nearest.size() < kMatched && taken.insert(line).second) nearest.push_back(line);
  return nearest;
}

std::vector<Text> texts_of(const std::vector<session::Desk*>& desks) {
  std::vector<Text> texts;
  for (std::size_t d = 0; d < desks.size(); ++d) {
    const client::Case& person = desks[d]->person;
    std::set<const Line*> taken;
    for (std::size_t c = 0; c < person.cues.size(); ++c)
      for (const Line& line : person.lines) {
        if (line.intent != "hint" || line.cue != person.cues[c].id) continue;
        const std::size_t at = texts.size();
        texts.push_back({&line, d, c, true, at, {}, {}, 0});
        for (const Line* match : matches(person, person.cues[c], line, taken))
          texts.push_back({match, d, c, false, at, {}, {}, 0});
      }
  }
  return texts;
}

/// What stands in a line beside its words: how it reads, what it means, how new it is.
std::vector<float> dense_of(const session::Desk& desk, const Text& text) {
  const client::Case& person = desk.person;
  const std::string words = voice::text_of(*text.line);
  const auto read = desk.reader.read({conversation::Speaker::client, words}, {});
  std::vector<float> all;
  for (const double score : read.emotion.scores) all.push_back(static_cast<float>(score));
  for (const double score : read.fine.scores) all.push_back(static_cast<float>(score));
  all.push_back(static_cast<float>(read.valence));
  all.push_back(static_cast<float>(read.arousal));
  all.push_back(read.risk ? static_cast<float>(read.risk->score) : 0.0F);
  all.push_back(read.talk ? static_cast<float>(read.talk->strength) : 0.0F);
  const language::Sense sense = desk.meaning.sense(words);
  double told = 0;
  for (const Line& line : person.lines)
    if (line.intent == "disclose" &&
        depth(person, line.layer) <= depth(person, person.cues[text.cue].layer))
      told =
          std::max(told, desk.meaning.similarity(sense, desk.meaning.sense(voice::text_of(line))));
  all.push_back(static_cast<float>(told));
  all.insert(all.end(), sense.vector.begin(), sense.vector.end());
  return all;
}

struct Matrix {
  std::vector<std::string> signs;  ///< the first columns
  std::size_t columns = 0;
  std::vector<language::Row> rows;
};

Matrix matrix_of(const std::vector<Text>& texts) {
  Matrix matrix;
  std::map<std::string, std::size_t> count;
  for (const Text& text : texts)
    for (const std::string& sign : text.signs) ++count[sign];
  std::map<std::string, std::uint32_t> place;
  for (const auto& [sign, times] : count) {
    if (times < kFewest) continue;
    place[sign] = static_cast<std::uint32_t>(matrix.signs.size());
    matrix.signs.push_back(sign);
  }
  const std::size_t first = matrix.signs.size();
  matrix.columns = first;
  for (const Text& text : texts) {
    language::Row& row = matrix.rows.emplace_back();
    for (const std::string& sign : text.signs)
      if (place.contains(sign)) row.emplace_back(place[sign], 1.0F);
    for (auto& [column, value] : row) value = 1 / std::sqrt(static_cast<float>(row.size()));
    for (std::size_t i = 0; i < text.dense.size(); ++i)
      if (text.dense[i] != 0)
        row.emplace_back(static_cast<std::uint32_t>(first + i), text.dense[i]);
    matrix.columns = std::max(matrix.columns, first + text.dense.size());
  }
  return matrix;
}

/// One cue's hints and the lines beside them, as places among the texts.
struct Planted {
  std::size_t client = 0, cue = 0;
  std::vector<std::size_t> hints, matches;
  double auroc = 0, drawn_in = 0;
  stats::Interval interval;
};

double area(const std::vector<double>& values, const std::vector<std::size_t>& hints,
            const std::vector<std::size_t>& matches) {
  std::vector<double> up, down;
  for (const std::size_t i : hints) up.push_back(values[i]);
  for (const std::size_t i : matches) down.push_back(values[i]);
  return stats::auroc(up, down);
}

stats::Interval interval_of(const std::vector<double>& values, const Planted& one) {
  std::vector<std::size_t> all = one.hints;
  all.insert(all.end(), one.matches.begin(), one.matches.end());
  std::vector<int> strata(all.size(), 1);
  std::fill_n(strata.begin(), one.hints.size(), 0);
  return stats::bootstrap(
      strata,
      [&](std::span<const std::size_t> drawn) {
        std::vector<std::size_t> hints, matches;
        for (const std::size_t i : drawn)
          (i < one.hints.size() ? hints : matches).push_back(all[i]);
        return area(values, hints, matches);
      },
      kDraws, 1);
}

std::vector<Planted> planted_of(const std::vector<Text>& texts, const std::vector<double>& values) {
  std::map<std::pair<std::size_t, std::size_t>, Planted> by_cue;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Planted& one = by_cue[{texts[i].client, texts[i].cue}];
    one.client = texts[i].client;
    one.cue = texts[i].cue;
    (texts[i].hint ? one.hints : one.matches).push_back(i);
  }
  std::vector<Planted> all;
  for (auto& [key, one] : by_cue) {
    one.auroc = area(values, one.hints, one.matches);
    one.interval = interval_of(values, one);
    all.push_back(std::move(one));
  }
  return all;
}

/// Draws each cue's figure in: towards its client's mean, the more the less cues of one client are
/// found to differ beyond the chance of three to five hints.
void draw_in(std::vector<Planted>& cues, std::vector<Text>& texts,
             const std::vector<double>& values, std::size_t clients) {
  std::vector<double> sum(clients), count(clients);
  double within = 0, degrees = 0, chance = 0;
  for (Planted& one : cues) {
    double apart = 0;
    for (const std::size_t i : one.hints) {
      texts[i].rank = area(values, {i}, one.matches);
      apart += std::pow(texts[i].rank - one.auroc, 2);
    }
    within += apart;
    degrees += static_cast<double>(one.hints.size()) - 1;
    chance += 1 / static_cast<double>(one.hints.size());
    sum[one.client] += one.auroc;
    ++count[one.client];
  }
  within /= degrees;
  double between = 0;
  for (const Planted& one : cues)
    between += std::pow(one.auroc - sum[one.client] / count[one.client], 2);
  between /= static_cast<double>(cues.size() - clients);
  between = std::max(0.0, between - within * chance / static_cast<double>(cues.size()));
  for (Planted& one : cues) {
    const double mean = sum[one.client] / count[one.client];
    const double trust = between / (between + within / static_cast<double>(one.hints.size()));
    one.drawn_in = mean + trust * (one.auroc - mean);
  }
  std::printf("one hint's rank varies by %.3f within a cue, cues of one client by %.3f\n",
              std::sqrt(within), std::sqrt(between));
}

/// The hints of several cues against the matches of all of them, client by client.
double pooled(const std::vector<const Planted*>& cues, const std::vector<double>& values) {
  std::map<std::size_t, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> by_client;
  for (const Planted* one : cues) {
    auto& [hints, matches] = by_client[one->client];
    hints.insert(hints.end(), one->hints.begin(), one->hints.end());
    matches.insert(matches.end(), one->matches.begin(), one->matches.end());
  }
  double sum = 0, count = 0;
  for (const auto& [client, lines] : by_client) {
    const auto weight = static_cast<double>(lines.first.size());
    sum += weight * area(values, lines.first, lines.second);
    count += weight;
  }
  return count == 0 ? 0 : sum / count;
}

void print_row(const char* name, const std::vector<const Planted*>& cues,
               const std::vector<double>& values) {
  const auto interval = stats::bootstrap(
      std::vector<int>(cues.size(), 0),
      [&](std::span<const std::size_t> drawn) {
        std::vector<const Planted*> some;
        for (const std::size_t i : drawn) some.push_back(cues[i]);
        return pooled(some, values);
      },
      kDraws, 1);
  const auto below = [&](auto figure) {
    return std::ranges::count_if(cues,
                                 [&](const Planted* one) { return figure(*one) < kFindable; });
  };
  const auto above = [&](auto figure) {
    return std::ranges::count_if(cues, [&](const Planted* one) { return figure(*one) > kPlain; });
  };
  const auto own = [](const Planted& one) { return one.auroc; };
  const auto drawn_in = [](const Planted& one) { return one.drawn_in; };
  std::printf("%-10s %3zu  %.3f [%.3f, %.3f]  %2td %2td  %2td %2td\n", name, cues.size(),
              pooled(cues, values), interval.low, interval.high, below(own), above(own),
              below(drawn_in), above(drawn_in));
}

void print_table(const std::vector<session::Desk*>& desks, const std::vector<Planted>& cues,
                 const std::vector<double>& values) {
  std::puts("client    cues  pooled AUROC          below 0.60, above 0.95: own figure; drawn in");
  std::vector<const Planted*> all;
  for (std::size_t d = 0; d < desks.size(); ++d) {
    std::vector<const Planted*> theirs;
    for (const Planted& one : cues)
      if (one.client == d) theirs.push_back(&one);
    print_row(desks[d]->person.id.c_str(), theirs, values);
    all.insert(all.end(), theirs.begin(), theirs.end());
  }
  print_row("all", all, values);
}

void print_cues(const std::vector<session::Desk*>& desks, std::vector<Planted> cues,
                const std::vector<Text>& texts, bool every) {
  std::ranges::sort(cues, {}, &Planted::drawn_in);
  std::puts("own AUROC [95 %] and drawn in");
  for (const Planted& one : cues) {
    const bool fair = one.auroc >= kFindable && one.auroc <= kPlain;
    if (fair && !every) continue;
    const client::Case& person = desks[one.client]->person;
    const client::Cue& cue = person.cues[one.cue];
    std::printf("%.3f [%.3f, %.3f] %.3f  %s %s (%s%s)\n", one.auroc, one.interval.low,
                one.interval.high, one.drawn_in, person.id.c_str(), cue.id.c_str(),
                cue.kind.c_str(), cue.subtle ? ", subtle" : "");
    if (!every) continue;
    for (const std::size_t i : one.hints)
      std::printf("    %.2f %s %s\n", texts[i].rank, texts[i].line->again ? "again" : "     ",
                  words_of(*texts[i].line).c_str());
  }
}

void print_carriers(const Matrix& matrix, const std::vector<double>& targets,
                    const language::Task& task) {
  const language::Line line = language::fit_all(matrix.rows, targets, task);
  std::vector<std::pair<double, std::size_t>> weights;
  for (std::size_t c = 0; c < matrix.signs.size(); ++c) weights.emplace_back(line.weights[c], c);
  std::ranges::sort(weights);
  std::printf("like a hint:");
  for (std::size_t i = 0; i < std::min(kShown, weights.size()); ++i)
    std::printf(" [%s]", matrix.signs[weights[weights.size() - 1 - i].second].c_str());
  std::printf("\nlike any other line:");
  for (std::size_t i = 0; i < std::min(kShown, weights.size()); ++i)
    std::printf(" [%s]", matrix.signs[weights[i].second].c_str());
  std::puts("");
}

language::Task task_of(const Matrix& matrix, std::size_t clients) {
  language::Task task;
  task.columns = matrix.columns;
  task.folds = static_cast<int>(clients);
  task.options.positive_weight = static_cast<double>(kMatched);
  return task;
}

/// The texts with one part of what is seen of them left out.
std::vector<Text> without(std::vector<Text> texts, auto part) {
  for (Text& text : texts) (text.*part).clear();
  return texts;
}

base::Result<void> run(bool every) {
  auto graph = cli::build_graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<session::Desk*> desks;
  for (const std::string& id : graph->order) {
    auto desk = graph->desk(id);
    if (!desk) return tl::unexpected(desk.error());
    desks.push_back(*desk);
  }
  std::vector<Text> texts = texts_of(desks);
  std::vector<double> targets;
  std::vector<int> folds;
  for (Text& text : texts) {
    text.signs = bench::signs(voice::text_of(*text.line));
    text.dense = dense_of(*desks[text.client], text);
    targets.push_back(text.hint ? 1 : 0);
    folds.push_back(static_cast<int>(text.client));
  }
  const auto valued = [&](const Matrix& matrix) {
    return language::held_out(matrix.rows, targets, folds, task_of(matrix, desks.size()));
  };
  const Matrix matrix = matrix_of(texts);
  const auto values = valued(matrix);
  auto cues = planted_of(texts, values);
  draw_in(cues, texts, values, desks.size());
  print_table(desks, cues, values);
  std::vector<const Planted*> all, scored;
  for (const Planted& one : cues) {
    all.push_back(&one);
    if (!desks[one.client]->person.cues[one.cue].subtle) scored.push_back(&one);
  }
  print_row("scored", scored, values);
  std::printf("by words, marks and shapes alone %.3f, by reading, meaning and newness alone %.3f\n",
              pooled(all, valued(matrix_of(without(texts, &Text::dense)))),
              pooled(all, valued(matrix_of(without(texts, &Text::signs)))));
  print_cues(desks, cues, texts, every);
  print_carriers(matrix, targets, task_of(matrix, desks.size()));
  return {};
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  const bool every = count == 2 && std::strcmp(arguments[1], "--words") == 0;
  if (count > 1 && !every) {
    std::fprintf(stderr, "usage: cue_fairness [--words]\n");
    return 2;
  }
  if (const auto done = attune::run(every); !done) {
    std::fprintf(stderr, "cue_fairness: %s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
