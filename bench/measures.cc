// What the readers in models/ make of data that they were not trained on, and of our minimal pairs.
// Usage: measures [--data DIR]; docs/data.md says which sets DIR holds. Needs no trainer.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "language/reader.h"
#include "language/table_file.h"
#include "stats/bootstrap.h"

namespace attune {
namespace {

using conversation::Reading;
using conversation::Speaker;
using conversation::Turn;
using Json = nlohmann::json;

constexpr int kDraws = 1'000;

const language::Reader& reader() {
  static const auto opened = language::Reader::open(ATTUNE_ROOT "/models");
  if (!opened) std::fprintf(stderr, "%s\n", opened.error().message.c_str()), std::exit(1);
  return **opened;
}

std::vector<Json> json_lines(const std::filesystem::path& file) {
  std::vector<Json> all;
  const auto text = language::read_file(file);
  if (!text) return all;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) all.push_back(Json::parse(line));
  return all;
}

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + end - 1) / 2;
    i = end;
  }
  return ranks;
}

double spearman(const std::vector<double>& a, const std::vector<double>& b) {
  const auto x = ranks(a), y = ranks(b);
  const double mean = static_cast<double>(a.size() - 1) / 2;
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    xy += (x[i] - mean) * (y[i] - mean);
    xx += (x[i] - mean) * (x[i] - mean);
    yy += (y[i] - mean) * (y[i] - mean);
  }
  return xy / std::sqrt(xx * yy);
}

// The chance that any of anger, disgust, fear and sadness is in the words. Our choice.
double distress(const std::string& text) {
  const auto scores = reader().read({Speaker::client, text}, {}).emotion.scores;
  double none = 1;
  for (const auto emotion : {conversation::Emotion::anger, conversation::Emotion::disgust,
                             conversation::Emotion::fear, conversation::Emotion::sadness})
    none *= 1 - scores[static_cast<std::size_t>(emotion)];
  return 1 - none;
}

double mean(const std::vector<double>& values, std::size_t first, std::size_t count) {
  const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
  return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), 0.0) /
         static_cast<double>(count);
}

Json seeker_survey(const Json& talk) {
  const auto survey = talk.find("survey_score");
  if (survey == talk.end() || !survey->is_object()) return Json::object();
  const auto seeker = survey->find("seeker");
  return seeker != survey->end() && seeker->is_object() ? *seeker : Json::object();
}

void measure_relief(const std::filesystem::path& file, const char* which) {
  std::vector<double> read, rated;
  for (const Json& talk : json_lines(file)) {
    const Json survey = seeker_survey(talk);
    const std::string before = survey.value("initial_emotion_intensity", "");
    const std::string after = survey.value("final_emotion_intensity", "");
    std::vector<double> course;
    for (const Json& turn : talk.at("dialog"))
      if (turn.at("speaker") == "seeker") course.push_back(distress(turn.at("text")));
    if (before.empty() || after.empty() || course.size() < 3) continue;
    const std::size_t third = course.size() / 3;
    read.push_back(mean(course, 0, third) - mean(course, course.size() - third, third));
    rated.push_back(std::stod(before) - std::stod(after));
  }
  if (read.size() < 10) return;
  const auto interval = stats::bootstrap(
      std::vector<int>(read.size(), 0),
      [&](std::span<const std::size_t> drawn) {
        std::vector<double> a, b;
        for (const std::size_t i : drawn) a.push_back(read[i]), b.push_back(rated[i]);
        return spearman(a, b);
      },
      kDraws, 1);
  std::printf("read relief and self-rated relief, %s talks: Spearman %.3f [%.3f, %.3f], n = %zu\n",
              which, spearman(read, rated), interval.low, interval.high, read.size());
}

// How often the plain and the other way of writing read differently, by group and head.
struct Flips {
  std::array<int, 3> all{}, flipped{};
};
using Groups = std::map<std::string, Flips>;

// How far apart the groups' rates, in points, would lie by chance were they all the mean rate: the
// mean of draws, and what one in twenty exceeds.
std::pair<double, double> apart_by_chance(const Groups& groups, std::size_t head) {
  int flipped = 0, all = 0;
  for (const auto& [group, flips] : groups) flipped += flips.flipped[head], all += flips.all[head];
  std::mt19937 chance(1);
  std::vector<double> apart;
  for (int draw = 0; draw < kDraws; ++draw) {
    double least = 100, most = 0;
    for (const auto& [group, flips] : groups) {
      std::binomial_distribution<int> flip(flips.all[head], static_cast<double>(flipped) / all);
      const double rate = 100.0 * flip(chance) / flips.all[head];
      least = std::min(least, rate), most = std::max(most, rate);
    }
    apart.push_back(most - least);
  }
  std::ranges::sort(apart);
  return {std::accumulate(apart.begin(), apart.end(), 0.0) / kDraws, apart[kDraws * 19 / 20]};
}

void print(const Groups& groups, const std::vector<std::string>& heads) {
  for (std::size_t k = 0; k < heads.size(); ++k) {
    double least = 100, most = 0;
    std::printf("flips of %s:", heads[k].c_str());
    for (const auto& [group, flips] : groups) {
      const double rate = 100.0 * flips.flipped[k] / flips.all[k];
      least = std::min(least, rate), most = std::max(most, rate);
      std::printf(" %s %.1f %% of %d", group.c_str(), rate, flips.all[k]);
    }
    const auto [even, rarely] = apart_by_chance(groups, k);
    std::printf("; %.1f points apart (were all alike: %.1f, at most %.1f in 19 of 20)\n",
                most - least, even, rarely);
  }
}

/// Nothing where the reader would rather not say of one of the two.
using Flip = std::optional<bool>;
using Pair = std::function<std::array<Flip, 3>(const language::Table&, std::size_t)>;

Groups count_flips(const language::Table& pairs, const Pair& flips) {
  Groups groups;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    Flips& group = groups[pairs.at(i, "group")];
    const auto flipped = flips(pairs, i);
    for (std::size_t k = 0; k < flipped.size(); ++k) {
      group.all[k] += flipped[k] ? 1 : 0;
      group.flipped[k] += flipped[k].value_or(false) ? 1 : 0;
    }
  }
  return groups;
}

// Prints the first set of a side's pairs, the second, and both together.
void measure_pairs(const std::string& side, const std::vector<std::string>& heads,
                   const Pair& flips) {
  Groups both;
  for (const auto& [set, end] : {std::pair{"first", ".tsv"}, {"second", "_2.tsv"}}) {
    const auto pairs = language::Table::read_tsv(ATTUNE_ROOT "/content/fairness/" + side + end);
    if (!pairs) {
      std::fprintf(stderr, "%s\n", pairs.error().message.c_str());
      continue;
    }
    const Groups groups = count_flips(*pairs, flips);
    std::printf("%s pairs, %s set (%zu)\n", side.c_str(), set, pairs->size());
    print(groups, heads);
    for (const auto& [name, group] : groups) {
      for (std::size_t k = 0; k < heads.size(); ++k) {
        both[name].all[k] += group.all[k];
        both[name].flipped[k] += group.flipped[k];
      }
    }
  }
  std::printf("%s pairs, both sets\n", side.c_str());
  print(both, heads);
}

Flip where_said(const char* head, const Reading& a, const Reading& b, bool flips) {
  const auto abstains = [&](const Reading& one) {
    return std::ranges::find(one.abstains, head) != one.abstains.end();
  };
  if (abstains(a) || abstains(b)) return std::nullopt;
  return flips;
}

std::array<Flip, 3> client_flips(const language::Table& pairs, std::size_t i) {
  const Reading a = reader().read({Speaker::client, pairs.at(i, "plain")}, {});
  const Reading b = reader().read({Speaker::client, pairs.at(i, "variant")}, {});
  const auto none = conversation::RiskLevel::none;
  const bool emotion = a.emotion.label != b.emotion.label;
  return {emotion, where_said("emotion", a, b, emotion),
          (a.risk->level == none) != (b.risk->level == none)};
}

std::array<Flip, 3> supporter_flips(const language::Table& pairs, std::size_t i) {
  std::vector<Turn> before;
  if (const auto& said = pairs.at(i, "before"); !said.empty())
    before.push_back({Speaker::client, said});
  const Reading a = reader().read({Speaker::supporter, pairs.at(i, "plain")}, before);
  const Reading b = reader().read({Speaker::supporter, pairs.at(i, "variant")}, before);
  const auto skill = conversation::skill(pairs.at(i, "skill"));
  const bool main = a.skills->main != b.skills->main;
  return {main, where_said("skills", a, b, main),
          skill && a.skills->has(*skill) != b.skills->has(*skill)};
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  attune::measure_pairs("client",
                        {"the top emotion", "the top emotion where it is said", "any risk or none"},
                        attune::client_flips);
  attune::measure_pairs(
      "supporter", {"the main behavior", "the main behavior where it is said", "the meant skill"},
      attune::supporter_flips);
  if (count < 3 || std::string(arguments[1]) != "--data") {
    std::puts("the rest is skipped; it needs --data DIR (docs/data.md)");
    return 0;
  }
  const std::filesystem::path data = arguments[2];
  attune::measure_relief(data / "esconv" / "esconv.jsonl.gz", "kept");
  attune::measure_relief(data / "esconv" / "failed-esconv.jsonl", "failed");
}
