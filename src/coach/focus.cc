#include "coach/focus.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "coach/clause.h"

namespace attune::coach {
namespace {

using Words = std::span<const PlainWord>;

// What makes a sentence heavy; our choice, set by reading what was picked with the twelve clients.
constexpr double kRisk = 3, kFelt = 0.8, kReads = 0.25, kLater = 0.75, kOwn = 0.25, kWord = 0.12;
constexpr double kAsking = 1;  // a question to the supporter is answered, not reflected
constexpr double kTooShort = 0.5;
constexpr double kBelongs = 0.5;  // of the heaviest sentence's weight
constexpr std::size_t kShort = 3, kMostWords = 8, kMostReads = 3;
constexpr std::size_t kLeastQuoted = 2, kMostQuoted = 7;

const WordList kLeading(
    "and but so well yeah yes yep aye oh ok okay right look anyway anyhow just also then "
    "plus because since though although only like sorry honestly");
const WordList kEndsOpen(
    "and but the a an to of in on at for with my so because is are was were i or than as if when "
    "who which i'm i've from by into about their his no not very too really don't didn't can't "
    "told afraid "
    "said say says think thought know tell ask asked its it's that's there's you're");
// "think about that" is said to the supporter; "that it hurts" is half of something.
const WordList kNotFirst(
    "think take say let let's tell ask don't wait give forget look see excuse mind that that's "
    "than "
    "which who if while or never all quick");
const WordList kJoining("and but because so when until till while though unless");
const WordList kPlacing("in at on with for from of by about over to into under near like through");
const WordList kMine("i i'm i've i'd me my mine myself");

const WordList kSubjects(
    "i i'm i've i'd he he's she she's they they're it it's we my his her their the a there there's "
    "nobody everybody everyone somebody someone");

bool is_telling(const PlainWord& word) {
  return !is_function_word(word.form) && !is_one_of(kMine, word.form);
}

std::size_t telling(Words words) {
  return static_cast<std::size_t>(std::ranges::count_if(words, is_telling));
}

std::vector<Words> sentences(Words said) {
  std::vector<Words> all;
  for (std::size_t start = 0, at = 0; at < said.size(); ++at) {
    if (at + 1 < said.size() && !ends_sentence(said[at].mark)) continue;
    all.push_back(said.subspan(start, at + 1 - start));
    start = at + 1;
  }
  return all;
}

// "There's another thing", "I am afraid so": what comes is what counts.
bool announces(Words words) {
  constexpr std::array kAnnouncing{
      "another thing",  "other thing",        "different thing",      "something else",
      "this as well",   "belongs here",       "this is next",         "change my mind",
      "gonna say",      "going to say",       "am jumping",           "i'm jumping",
      "head jumped",    "go with that",       "say this while",       "while i think",
      "one more thing", "not what you asked", "quite what you asked", "afraid so"};
  return std::ranges::any_of(kAnnouncing,
                             [&](const char* some) { return holds_sequence(words, some); });
}

double weigh(Words words, const std::vector<FeelingSaid>& felt,
             const conversation::Reading& reading, std::string_view text) {
  const std::size_t content = telling(words);
  if (content == 0 || announces(words)) return 0;
  const Range here = typed(words);
  double weight = kWord * static_cast<double>(std::min(content, kMostWords));
  if (std::ranges::any_of(words, [](const auto& w) { return is_one_of(kMine, w.form); }))
    weight += kOwn;
  for (const FeelingSaid& one : felt) weight += overlap(one.from, here) ? kFelt : 0;
  if (reading.risk && reading.risk->level != conversation::RiskLevel::none)
    for (const auto& span : reading.risk->spans)
      if (overlap(bytes(text, span), here)) weight += kRisk;
  // "Sorry, my head jumped" and "you needn't be sorry" read as sad, and are not.
  const bool courteous = is_one_of("sorry you you're thank thanks", words.front().form);
  std::size_t reads = 0;
  for (const auto& why : reading.why)
    if (!courteous && why.weight > 0 && why.head.starts_with("emotion:") &&
        why.head != "emotion:neutral")
      reads += overlap(bytes(text, {why.start, why.end}), here) ? 1 : 0;
  weight += kReads * static_cast<double>(std::min(reads, kMostReads));
  if (words.back().mark == '?') weight -= kAsking;
  if (words.size() < kShort) weight -= kTooShort;
  return weight;
}

Words without_leading(Words words) {
  const auto leads = [](const PlainWord& word) {
    return is_one_of(kLeading, word.form) || (is_one_of("no nah", word.form) && word.mark == ',');
  };
  while (!words.empty() && leads(words.front())) words = words.subspan(1);
  return words;
}

// "..., they say": without it the words before would be the client's own.
bool reports(Words rest) {
  constexpr std::size_t kFew = 3;
  return rest.size() <= kFew && std::ranges::any_of(rest, [](const PlainWord& word) {
           return is_one_of("say says said think thinks told guess suppose", word.form);
         });
}

// Parted where a clause may begin: after a comma, before a conjunction.
std::vector<Words> clauses(Words words) {
  std::vector<Words> parts;
  for (std::size_t start = 0, at = 0; at < words.size(); ++at) {
    const bool last = at + 1 == words.size();
    if (!last && words[at].mark != ',' && !is_one_of(kJoining, words[at + 1].form)) continue;
    if (!last && reports(words.subspan(at + 1))) break;
    parts.push_back(words.subspan(start, at + 1 - start));
    start = at + 1;
  }
  return parts;
}

// Whether what follows a comma or an "and" is more than the rest of a list: "lookin at the ceilin",
// not "the laundry into one week", nor, after an "and" alone, "fridays i find jobs".
bool stands_alone(Words words) {
  const bool joined = (words.data() - 1)->mark == 0;
  words = without_leading(words);
  if (words.empty()) return false;
  const std::string& first = words.front().form;
  if (is_one_of(kPlacing, first) || (joined && !is_one_of(kSubjects, first))) return false;
  if (words.size() > kLeastQuoted && (first.ends_with("ing") || first.ends_with("in"))) return true;
  return std::ranges::any_of(words,
                             [](const PlainWord& word) { return is_finite_verb(word.form); });
}

// 0 for what cannot be quoted.
double worth_quoting(Words words) {
  if (words.size() < kLeastQuoted || words.size() > kMostQuoted) return 0;
  if (is_one_of(kNotFirst, words.front().form)) return 0;
  // "I wrote down where everything is" is whole.
  const auto asks = [](const PlainWord& word) {
    return is_one_of("where how what who", word.form);
  };
  const bool whole = is_one_of("is are was were", words.back().form) &&
                     std::ranges::any_of(words.subspan(1), asks);
  if ((!whole && is_one_of(kEndsOpen, words.back().form)) || !can_be_quoted(words)) return 0;
  const std::size_t content = telling(words);
  const bool enough = words.size() > kLeastQuoted ? worth(words) > 0 : content == kLeastQuoted;
  return enough ? static_cast<double>(content) : 0;
}

}  // namespace

Range bytes(std::string_view text, const conversation::Span& span) {
  Range range{text.size(), text.size()};
  std::size_t at = 0;
  for (int point = 0; at < text.size() && point < span.end; ++point) {
    if (point == span.start) range.begin = at;
    static_cast<void>(base::next(text, at));
  }
  range.end = at;
  return range;
}

std::optional<Passage> focus(Words said, const std::vector<FeelingSaid>& felt,
                             const conversation::Reading& reading, std::string_view text) {
  const std::vector<Words> all = sentences(said);
  std::vector<double> weights;
  std::size_t best = all.size();
  double best_score = 0;
  bool announced = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    weights.push_back(weigh(all[i], felt, reading, text));
    // What was announced counts, and of what came before only risk.
    if (announced && weights[i] > 0) {
      announced = false;
      for (double& before : std::span(weights).first(i)) before = before < kRisk ? 0 : before;
      if (best < i && weights[best] == 0) best_score = 0;
    }
    announced = announced || announces(all[i]);
    const auto late = static_cast<double>(&all[i].back() - said.data() + 1);
    const double score = weights[i] + kLater * late / static_cast<double>(said.size());
    if (weights[i] <= 0 || score <= best_score) continue;
    best = i;
    best_score = score;
  }
  if (best == all.size()) return std::nullopt;
  const auto belongs = [&](std::size_t i) { return weights[i] >= kBelongs * weights[best]; };
  std::size_t first = best, last = best;
  while (first > 0 && all[first - 1].back().mark != '\n' && belongs(first - 1)) --first;
  while (last + 1 < all.size() && all[last].back().mark != '\n' && belongs(last + 1)) ++last;
  const auto begin = static_cast<std::size_t>(all[first].data() - said.data());
  const auto end = static_cast<std::size_t>(&all[last].back() - said.data()) + 1;
  Passage passage{said.subspan(begin, end - begin), all[best], weights[best], {}};
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!belongs(i)) passage.light.push_back(typed(all[i]));
  return passage;
}

std::vector<Given> quotes(Words said, std::string_view text) {
  std::vector<Words> tried;
  for (const Words sentence : sentences(said)) {
    if (announces(sentence)) continue;
    if (sentence.size() <= kMostQuoted) tried.push_back(sentence);
    for (const Words part : clauses(sentence))
      if (part.data() == sentence.data() || stands_alone(part)) tried.push_back(part);
  }
  std::vector<std::pair<double, Words>> scored;
  for (Words words : tried) {
    words = without_leading(words);
    if (const double worth = worth_quoting(words); worth > 0) scored.emplace_back(worth, words);
  }
  std::ranges::stable_sort(scored, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Given> all;
  for (const auto& [worth, words] : scored) {
    const Range from = typed(words);
    if (std::ranges::any_of(all, [&](const Given& one) { return overlap(one.from, from); }))
      continue;
    all.push_back({std::string(text.substr(from.begin, from.end - from.begin)), from});
  }
  return all;
}

}  // namespace attune::coach
