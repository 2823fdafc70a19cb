// Do our concerns with a supporter's turn agree with experts' feedback? Usage: coaching --data DIR
// (or --from DIR); docs/data.md says which sets DIR holds.
//
// 1,072 messages of peer counselors, each found perfect or faulted in some areas, never trained on.
// The coefficients of language/concerns.cc were chosen by hand on half A of the conversations.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "base/draw.h"
#include "coach/coach.h"
#include "corpus/read_talk.h"
#include "language/meaning.h"
#include "language/reader.h"
#include "language/table_file.h"
#include "stats/auroc.h"
#include "stats/bootstrap.h"

namespace attune {
namespace {

using conversation::kAreas;
using conversation::Reading;
using conversation::Speaker;
using conversation::Turn;
using Json = nlohmann::json;

constexpr int kDraws = 1'000;
// The data's names, in the order of `Area`; then any, which is whatever was not found perfect.
constexpr std::array<const char*, kAreas> kTheirs{"Suggestions", "Questions",  "Reflections",
                                                  "Empathy",     "Validation", "Self-disclosure"};
constexpr std::size_t kAny = kAreas;
constexpr std::size_t kColumns = kAreas + 1;

struct Message {
  std::vector<Turn> talk;  ///< the message itself last
  int conversation = 0;    ///< from 0
  bool in_a = false;       ///< the half that choices were made on
  bool perfect = false;
  std::array<bool, kColumns> faulted{};
  std::array<double, kColumns> chance{};
  std::string nudge;  ///< the kind that the coach would remark on; "" for none

  [[nodiscard]] double length() const { return static_cast<double>(talk.back().text.size()); }
};

Message message_of(const Json& row, const language::Reader& reader) {
  Message message;
  for (const Json& turn : row.at("context"))
    message.talk.push_back(
        {turn.at("speaker") == "seeker" ? Speaker::client : Speaker::supporter, turn.at("text")});
  message.in_a = base::hash(row.at("id").get<std::string>()) % 2 == 0;
  message.perfect = row.at("perfect");
  const auto& bad = row.at("bad_areas");
  const auto before = std::span(message.talk).first(message.talk.size() - 1);
  const Reading reading = reader.read(message.talk.back(), before);
  for (std::size_t k = 0; k < kAreas; ++k) {
    message.faulted[k] = std::find(bad.begin(), bad.end(), kTheirs[k]) != bad.end();
    message.chance[k] = reading.concerns->areas[k];
  }
  message.faulted[kAny] = !message.perfect;
  message.chance[kAny] = reading.concerns->any;
  return message;
}

std::vector<Message> load(const std::filesystem::path& file, const language::Reader& reader) {
  std::vector<Message> all;
  const auto text = language::read_file(file);
  if (!text) std::fprintf(stderr, "%s\n", text.error().message.c_str()), std::exit(1);
  std::map<std::string, int> conversations;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const Json row = Json::parse(line);
    all.push_back(message_of(row, reader));
    const auto next = static_cast<int>(conversations.size());
    all.back().conversation = conversations.emplace(row.at("id"), next).first->second;
  }
  return all;
}

/// A faulted and a sound message whose lengths differ by at most a quarter of the longer.
struct Pair {
  int faulted, sound;  ///< conversations
  double right;        ///< 1, or one half when both have the same chance
};

std::vector<Pair> pairs(const std::vector<Message>& all, std::size_t column) {
  std::vector<Pair> pairs;
  for (const Message& a : all) {
    if (!a.faulted[column]) continue;
    for (const Message& b : all) {
      if (b.faulted[column]) continue;
      if (std::abs(a.length() - b.length()) > std::max(a.length(), b.length()) / 4) continue;
      const double x = a.chance[column], y = b.chance[column];
      pairs.push_back({a.conversation, b.conversation, x > y ? 1 : x == y ? 0.5 : 0});
    }
  }
  return pairs;
}

/// The share ordered rightly, each conversation counting as often as it was drawn.
double ordered(const std::vector<Pair>& pairs, const std::vector<int>& drawn) {
  double right = 0, sum = 0;
  for (const Pair& pair : pairs) {
    const double times =
        drawn[static_cast<std::size_t>(pair.faulted)] * drawn[static_cast<std::size_t>(pair.sound)];
    right += times * pair.right;
    sum += times;
  }
  return right / sum;
}

using Is = std::function<bool(const Message&)>;

std::vector<Message> those(const std::vector<Message>& all, const Is& is) {
  std::vector<Message> chosen;
  std::ranges::copy_if(all, std::back_inserter(chosen), is);
  return chosen;
}

bool in_a(const Message& message) {
  return message.in_a;
}
bool in_b(const Message& message) {
  return !message.in_a;
}
/// Openings are hardly ever faulted: these leave them out.
bool is_later(const Message& message) {
  return std::ranges::count(message.talk, Speaker::supporter, &Turn::speaker) > 2;
}

double share(const std::vector<Message>& all, const Is& is) {
  return static_cast<double>(std::ranges::count_if(all, is)) / static_cast<double>(all.size());
}

double by(const std::vector<Message>& all, std::size_t column,
          const std::function<double(const Message&)>& value) {
  std::vector<double> faulted, sound;
  for (const Message& message : all)
    (message.faulted[column] ? faulted : sound).push_back(value(message));
  return stats::auroc(faulted, sound);
}

const char* title(std::size_t column) {
  return column == kAny ? "any" : name(static_cast<conversation::Area>(column)).data();
}

void print_ranking(const std::vector<Message>& all, std::size_t column) {
  int last = 0;
  for (const Message& message : all) last = std::max(last, message.conversation);
  const std::vector<int> conversations(static_cast<std::size_t>(last) + 1, 0);
  const std::vector<int> once(conversations.size(), 1);
  const auto matched = pairs(all, column);
  const auto interval = stats::bootstrap(
      conversations,
      [&](std::span<const std::size_t> drawn) {
        std::vector<int> times(conversations.size(), 0);
        for (const std::size_t one : drawn) ++times[one];
        return ordered(matched, times);
      },
      kDraws, 1);
  const auto of = [&](const Is& is) { return ordered(pairs(those(all, is), column), once); };
  std::printf("| %s | %.3f | %.3f [%.3f, %.3f] | %.3f | %.3f | %.3f |", title(column),
              share(all, [&](const Message& m) { return m.faulted[column]; }),
              ordered(matched, once), interval.low, interval.high, of(in_a), of(in_b),
              of(is_later));
  std::printf(" %.3f | %.3f | %.3f |\n",
              by(all, column, [&](const Message& m) { return m.chance[column]; }),
              by(all, column, [](const Message& m) { return m.length(); }),
              by(all, column, [](const Message& m) { return static_cast<double>(m.talk.size()); }));
}

/// Means by fifths of rising chance: what was said, and what experts found.
void print_calibration(const std::vector<Message>& all, std::size_t column) {
  std::vector<const Message*> rising;
  double sum = 0;
  for (const Message& message : all) rising.push_back(&message), sum += message.chance[column];
  std::ranges::stable_sort(rising, {}, [&](const Message* one) { return one->chance[column]; });
  std::printf("| %s | %.3f |", title(column), sum / static_cast<double>(all.size()));
  for (std::size_t fifth = 0; fifth < 5; ++fifth) {
    const std::size_t from = fifth * all.size() / 5, to = (fifth + 1) * all.size() / 5;
    double said = 0, found = 0;
    for (std::size_t i = from; i < to; ++i)
      said += rising[i]->chance[column], found += rising[i]->faulted[column] ? 1 : 0;
    const auto n = static_cast<double>(to - from);
    std::printf(" %.2f, %.2f |", said / n, found / n);
  }
  std::puts("");
}

/// One way to choose the messages that get a nudge.
struct Rule {
  std::string name;
  std::size_t column;  ///< what it is to find
  Is nudges;
};

/// One nudge in five turns, on those of the highest chance; and the places to stop at.
std::vector<Rule> rules(const std::vector<Message>& all) {
  std::vector<Rule> rules;
  for (std::size_t column = 0; column < kColumns; ++column) {
    std::vector<double> falling;
    for (const Message& message : all) falling.push_back(message.chance[column]);
    std::ranges::sort(falling, std::greater<>());
    const double least = falling[all.size() / 5 - 1];
    char name[64];
    std::snprintf(name, sizeof name, "%s, from %.2f", title(column), least);
    rules.push_back({name, column, [=](const Message& m) { return m.chance[column] >= least; }});
  }
  return rules;
}

/// The coach's own nudges, each message by itself: all of them, and by the area that a kind speaks
/// of.
std::vector<Rule> coach_rules() {
  const std::vector<std::pair<std::size_t, std::vector<std::string>>> areas{
      {kAny, {}},
      {0, {"advice", "advice_early", "lecture"}},
      {1, {"questions"}},
      {3, {"reassurance", "passed_by", "subject"}},
      {5, {"own_story"}}};
  std::vector<Rule> rules;
  for (const auto& [column, kinds] : areas) {
    std::string name = "the coach's";
    for (const std::string& kind : kinds) name += " " + kind;
    rules.push_back({name, column, [kinds = kinds](const Message& m) {
                       const bool named = std::ranges::find(kinds, m.nudge) != kinds.end();
                       return !m.nudge.empty() && (kinds.empty() || named);
                     }});
  }
  return rules;
}

/// What the coach would say of each message, had it said nothing before.
void add_nudges(std::vector<Message>& all, const language::Reader& reader) {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto meaning = language::Meaning::open(root / "models", root / "content" / "lexicons");
  if (!meaning) std::fprintf(stderr, "%s\n", meaning.error().message.c_str()), std::exit(1);
  const auto coach =
      coach::Coach::open({root / "content" / "suggestions.yaml", root / "content" / "nudges.yaml"},
                         reader, **meaning, coach::OwnStory::with_permission);
  if (!coach) std::fprintf(stderr, "%s\n", coach.error().message.c_str()), std::exit(1);
  for (Message& message : all) {
    const auto read = corpus::read_talk(message.talk, reader, **meaning);
    const auto nudged = (*coach)->nudge(read.observed, 1);
    if (nudged) message.nudge = nudged->kind;
  }
}

void print_rule(const std::vector<Message>& all, const Rule& rule) {
  double nudged = 0, right = 0, perfect = 0, falsely = 0;
  for (const Message& message : all) {
    perfect += message.perfect ? 1 : 0;
    if (!rule.nudges(message)) continue;
    ++nudged;
    right += message.faulted[rule.column] ? 1 : 0;
    falsely += message.perfect ? 1 : 0;
  }
  const double base = share(all, [&](const Message& m) { return m.faulted[rule.column]; });
  std::printf("| %s | %.3f | %.3f | %.3f | %.3f |\n", rule.name.c_str(),
              nudged / static_cast<double>(all.size()), right / std::max(1.0, nudged), base,
              falsely / perfect);
}

void measure(const std::filesystem::path& data) {
  const auto reader = language::Reader::open(ATTUNE_ROOT "/models");
  if (!reader) std::fprintf(stderr, "%s\n", reader.error().message.c_str()), std::exit(1);
  auto all = load(data / "esconv-feedback" / "feedback.jsonl", **reader);
  std::printf("%zu messages, %zu in half A; pairs of lengths within a quarter but where all\n",
              all.size(), those(all, in_a).size());
  std::puts(
      "| area | faulted | AUROC | half A | half B | from the third reply on |"
      " AUROC, all pairs | by length | by place |");
  for (std::size_t column = 0; column < kColumns; ++column) print_ranking(all, column);
  std::puts("\n| area | mean chance | said, found: lowest fifth | 2 | 3 | 4 | highest fifth |");
  for (std::size_t column = 0; column < kColumns; ++column) print_calibration(all, column);
  std::puts("\n| nudge | of all | precision | base rate | of perfect messages |");
  for (const Rule& rule : rules(all)) print_rule(all, rule);
  add_nudges(all, **reader);
  for (const Rule& rule : coach_rules()) print_rule(all, rule);
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  const std::string option = count == 3 ? arguments[1] : "";
  if (option != "--data" && option != "--from") {
    std::fputs("usage: coaching --data DIR (docs/data.md says what it holds)\n", stderr);
    return 2;
  }
  attune::measure(arguments[2]);
}
