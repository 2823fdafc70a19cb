// Can a line tell our clients from people? Usage: giveaway --data DIR [CASE...]; docs/data.md says
// what DIR holds.
//
// For each client the seekers of ESConv's kept talks that are nearest in meaning to what the client
// has to tell (their layers), 20 talks each. A linear classifier over words, marks and shapes is
// fitted to the other clients and other talks alone, so names and facts of one client cannot help.
// Told apart are the client's turns in simulated talks, and the authored lines by themselves.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/graph.h"
#include "language/tuning.h"
#include "signs.h"
#include "stats/auroc.h"
#include "stats/bootstrap.h"
#include "study/real_talks.h"
#include "study/supporter.h"
#include "study/talk.h"

namespace attune {
namespace {

using conversation::Speaker;
using conversation::Turn;

constexpr std::size_t kNearest = 20;  // talks of a client's match
constexpr std::uint64_t kTalks = 12;  // simulated with each
constexpr int kTurns = 15;
constexpr int kDraws = 500;
constexpr std::size_t kShown = 25;
constexpr std::size_t kFewest = 8;  // texts that a feature must stand in

struct Text {
  std::string words;
  std::size_t client = 0;  ///< whose line it is, or whose match
  bool ours = false;
};

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::vector<std::string> seeker_turns(const std::vector<Turn>& talk) {
  std::vector<std::string> all;
  for (const Turn& turn : talk)
    if (turn.speaker == Speaker::client) all.push_back(one_line(turn.text));
  return all;
}

/// The seekers nearest to what the client has to tell.
void add_match(const session::Desk& desk, std::size_t client, const study::RealTalks& real,
               std::vector<Text>& texts) {
  std::string theirs;
  for (const client::Layer& layer : desk.person.layers) theirs += layer.about + " ";
  const auto sense = desk.meaning.sense(theirs);
  std::vector<std::pair<double, std::size_t>> near;
  for (std::size_t t = 0; t < real.talks.size(); ++t) {
    std::string all;
    for (const std::string& words : seeker_turns(real.talks[t])) all += words + " ";
    near.emplace_back(-desk.meaning.similarity(sense, desk.meaning.sense(all)), t);
  }
  std::ranges::sort(near);
  for (std::size_t i = 0; i < std::min(kNearest, near.size()); ++i)
    for (std::string& words : seeker_turns(real.talks[near[i].second]))
      texts.push_back({std::move(words), client, false});
}

void add_talks(session::Desk& desk, std::size_t client, std::vector<Text>& texts) {
  for (std::uint64_t seed = 1; seed <= kTalks; ++seed) {
    const auto supporter = study::make_supporter(study::Habit::good, desk.coach, seed);
    const auto log = study::hold_talk(desk, *supporter, {seed, kTurns}).value();
    for (const auto& event : log)
      if (const auto* said = std::get_if<conversation::Said>(&event.body))
        if (said->speaker == Speaker::client) texts.push_back({one_line(said->text), client, true});
  }
}

void add_lines(const session::Desk& desk, std::size_t client, std::vector<Text>& texts) {
  for (const client::Line& line : desk.person.lines) {
    std::string words;
    for (const std::string& bubble : line.bubbles) words += (words.empty() ? "" : " ") + bubble;
    texts.push_back({one_line(words), client, true});
  }
}

struct Matrix {
  std::vector<std::string> names;
  std::vector<language::Row> rows;
};

bool is_word(const std::string& sign) {
  return !sign.starts_with("mark ") && !sign.starts_with('(');
}

Matrix columns(const std::vector<Text>& texts, bool words_alone) {
  std::vector<std::set<std::string>> all;
  std::map<std::string, std::size_t> count;
  for (const Text& text : texts)
    for (const std::string& sign : all.emplace_back(bench::signs(text.words)))
      if (!words_alone || is_word(sign)) ++count[sign];
  Matrix matrix;
  std::map<std::string, std::uint32_t> place;
  for (const auto& [sign, times] : count) {
    if (times < kFewest) continue;
    place[sign] = static_cast<std::uint32_t>(matrix.names.size());
    matrix.names.push_back(sign);
  }
  for (const auto& found : all) {
    language::Row& row = matrix.rows.emplace_back();
    for (const std::string& sign : found)
      if (place.contains(sign)) row.emplace_back(place[sign], 1.0F);
    for (auto& [column, value] : row)
      value = 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(1, row.size())));
  }
  return matrix;
}

double area(const std::vector<Text>& texts, const std::vector<double>& values,
            const std::vector<std::vector<std::size_t>>& of, std::span<const std::size_t> clients) {
  std::vector<double> ours, theirs;
  for (const std::size_t client : clients)
    for (const std::size_t i : of[client]) (texts[i].ours ? ours : theirs).push_back(values[i]);
  return stats::auroc(ours, theirs);
}

void tell_apart(const char* what, const std::vector<Text>& texts,
                const std::vector<session::Desk*>& desks, bool words_alone = false) {
  const Matrix matrix = columns(texts, words_alone);
  std::vector<double> targets;
  std::vector<int> folds;
  std::vector<std::vector<std::size_t>> of(desks.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    targets.push_back(texts[i].ours ? 1 : 0);
    folds.push_back(static_cast<int>(texts[i].client));
    of[texts[i].client].push_back(i);
  }
  language::Task task;
  task.columns = matrix.names.size();
  task.folds = static_cast<int>(desks.size());
  const auto values = language::held_out(matrix.rows, targets, folds, task);
  std::vector<std::size_t> every(desks.size());
  for (std::size_t d = 0; d < desks.size(); ++d) every[d] = d;
  const auto interval = stats::bootstrap(
      std::vector<int>(desks.size(), 0),
      [&](std::span<const std::size_t> drawn) { return area(texts, values, of, drawn); }, kDraws,
      1);
  std::printf("%s%s: AUROC %.3f [%.3f, %.3f], %zu texts\n", what,
              words_alone ? ", words and pairs of them alone" : "", area(texts, values, of, every),
              interval.low, interval.high, texts.size());
  if (words_alone) return;
  for (std::size_t d = 0; d < desks.size(); ++d) {
    const std::array one{d};
    std::printf("  %-10s %.3f\n", desks[d]->person.id.c_str(), area(texts, values, of, one));
  }
  const language::Line line = language::fit_all(matrix.rows, targets, task);
  std::vector<std::pair<double, std::size_t>> weights;
  for (std::size_t c = 0; c < line.weights.size(); ++c) weights.emplace_back(line.weights[c], c);
  std::ranges::sort(weights);
  std::printf("  like people:");
  for (std::size_t i = 0; i < std::min(kShown, weights.size()); ++i)
    std::printf(" [%s]", matrix.names[weights[i].second].c_str());
  std::printf("\n  like ours:");
  for (std::size_t i = 0; i < std::min(kShown, weights.size()); ++i)
    std::printf(" [%s]", matrix.names[weights[weights.size() - 1 - i].second].c_str());
  std::puts("");
}

base::Result<void> run(const char* from, const std::vector<std::string>& cases) {
  auto graph = cli::build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto real = study::load_real_talks(from);
  if (!real) return tl::unexpected(real.error());
  std::vector<session::Desk*> desks;
  for (const std::string& id : cases.empty() ? graph->order : cases) {
    auto desk = graph->desk(id);
    if (!desk) return tl::unexpected(desk.error());
    desks.push_back(*desk);
  }
  std::vector<Text> talks, lines;
  for (std::size_t d = 0; d < desks.size(); ++d) {
    add_match(*desks[d], d, real->front(), talks);
    add_match(*desks[d], d, real->front(), lines);
    add_talks(*desks[d], d, talks);
    add_lines(*desks[d], d, lines);
  }
  tell_apart("turns of simulated talks", talks, desks);
  tell_apart("turns of simulated talks", talks, desks, true);
  tell_apart("authored lines", lines, desks);
  return {};
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  if (count < 3 || std::strcmp(arguments[1], "--data") != 0) {
    std::fprintf(stderr, "usage: giveaway --data DIR [CASE...]\n");
    return 2;
  }
  const std::vector<std::string> cases(arguments + 3, arguments + count);
  if (const auto done = attune::run(arguments[2], cases); !done) {
    std::fprintf(stderr, "giveaway: %s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
