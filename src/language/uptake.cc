#include "language/uptake.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/draw.h"
#include "language/feelings.h"
#include "language/stem.h"

namespace attune::language {
namespace {

// How far back a client's words still count as just said, and the share that each turn back keeps.
constexpr double kFade = 0.55;
constexpr double kFaded = 0.1;
// A turn with fewer telling words than this is a nod.
constexpr double kNod = 2;
constexpr double kLight = 0.35;
// Each earlier mention makes a word say less about having listened just now.
constexpr double kWorn = 0.5;

constexpr auto kFunction = std::to_array<std::string_view>(
    {"a",       "about",     "actually", "again",    "ah",    "all",     "also",    "am",
     "an",      "and",       "any",      "anything", "are",   "as",      "at",      "be",
     "because", "been",      "being",    "bit",      "but",   "by",      "can",     "could",
     "did",     "do",        "does",     "doing",    "done",  "each",    "else",    "even",
     "ever",    "every",     "for",      "from",     "get",   "gets",    "getting", "go",
     "goes",    "going",     "gone",     "got",      "had",   "has",     "have",    "having",
     "he",      "her",       "here",     "him",      "his",   "hm",      "hmm",     "how",
     "huh",     "i",         "if",       "in",       "into",  "is",      "it",      "its",
     "just",    "kind",      "kinda",    "like",     "lot",   "m",       "many",    "may",
     "maybe",   "me",        "mean",     "mhm",      "might", "mm",      "mmhmm",   "more",
     "most",    "much",      "my",       "no",       "not",   "now",     "of",      "off",
     "oh",      "ok",        "okay",     "on",       "one",   "or",      "other",   "our",
     "out",     "over",      "perhaps",  "please",   "quite", "re",      "really",  "right",
     "s",       "said",      "say",      "saying",   "says",  "she",     "should",  "so",
     "some",    "something", "sort",     "sounds",   "still", "stuff",   "such",    "sure",
     "t",       "than",      "thank",    "thanks",   "that",  "the",     "their",   "them",
     "then",    "there",     "these",    "they",     "thing", "things",  "this",    "those",
     "though",  "to",        "too",      "uh",       "uhhuh", "um",      "up",      "us",
     "ve",      "very",      "was",      "way",      "we",    "well",    "were",    "what",
     "when",    "where",     "which",    "who",      "why",   "will",    "with",    "would",
     "yeah",    "yep",       "yes",      "you",      "your",  "yourself"});

constexpr auto kLightWords = std::to_array<std::string_view>(
    {"able", "back",  "bad",   "come",    "day",  "feel",  "feeling", "felt",  "find",  "give",
     "good", "guess", "hear",  "help",    "keep", "know",  "little",  "long",  "look",  "make",
     "need", "never", "new",   "people",  "put",  "see",   "seem",    "sound", "start", "take",
     "talk", "tell",  "think", "thought", "time", "today", "try",     "want",  "work"});

// Words for speaking and listening, and of what anybody may be asked ("what goes through your
// head?"): of this talk whatever it is about, so they never turn away.
constexpr auto kOfTheTalk = std::to_array<std::string_view>(
    {"answer",     "appreciate", "ask",      "begin",  "bring",  "brought",  "clear",
     "difficult",  "easy",       "enough",   "fine",   "glad",   "happen",   "hard",
     "head",       "hear",       "heard",    "honest", "hour",   "leave",    "listen",
     "mind",       "minute",     "moment",   "notice", "open",   "question", "quiet",
     "read",       "sense",      "sentence", "share",  "simple", "slow",     "slowly",
     "stay",       "talk",       "tell",     "time",   "told",   "trust",    "understand",
     "understood", "wait",       "welcome",  "word",   "write",  "written",  "wrote"});

// Said to anyone, so saying it adds nothing of one's own: what supporters say in at least one of
// twenty of ESConv's talks, their topics aside; past forms of everyday verbs; and words of praise,
// leave and suicide.
constexpr auto kOfAnyone =
    std::to_array<std::string_view>({"absolutely", "admire",     "advice",    "after",
                                     "already",    "always",     "amazing",   "another",
                                     "anyone",     "area",       "around",    "asked",
                                     "asking",     "available",  "away",      "become",
                                     "before",     "began",      "believe",   "best",
                                     "better",     "big",        "both",      "brave",
                                     "break",      "came",       "carry",     "case",
                                     "cause",      "certain",    "chance",    "change",
                                     "chat",       "choice",     "choose",    "close",
                                     "completely", "consider",   "control",   "conversation",
                                     "correct",    "courage",    "course",    "dead",
                                     "deal",       "decide",     "deep",      "definitely",
                                     "deserve",    "die",        "different", "discuss",
                                     "during",     "effort",     "either",    "emotion",
                                     "end",        "especially", "everyone",  "everything",
                                     "exactly",    "experience", "fair",      "feelings",
                                     "few",        "first",      "focus",     "forward",
                                     "found",      "free",       "future",    "gave",
                                     "gentle",     "given",      "great",     "hello",
                                     "helpful",    "hopefully",  "however",   "human",
                                     "idea",       "imagine",    "improve",   "instead",
                                     "issue",      "kept",       "kill",      "knew",
                                     "known",      "last",       "learn",     "least",
                                     "less",       "let",        "life",      "live",
                                     "luck",       "made",       "matter",    "meet",
                                     "met",        "move",       "must",      "next",
                                     "normal",     "offer",      "often",     "once",
                                     "only",       "others",     "own",       "pace",
                                     "part",       "particular", "past",      "person",
                                     "personally", "place",      "plan",      "pleasure",
                                     "point",      "position",   "positive",  "possible",
                                     "pretty",     "probably",   "problem",   "provide",
                                     "reach",      "real",       "reason",    "recent",
                                     "remember",   "rest",       "rough",     "same",
                                     "saw",        "seen",       "set",       "shall",
                                     "show",       "similar",    "since",     "situation",
                                     "small",      "someone",    "sometimes", "soon",
                                     "sorry",      "space",      "speak",     "specific",
                                     "step",       "story",      "strength",  "strong",
                                     "suggest",    "suicidal",   "suicide",   "support",
                                     "taken",      "through",    "times",     "together",
                                     "told",       "took",       "totally",   "tough",
                                     "tried",      "true",       "two",       "understandable",
                                     "until",      "use",        "used",      "usual",
                                     "valid",      "weight",     "went",      "whatever",
                                     "while",      "wish",       "without",   "wonderful",
                                     "worse",      "worth",      "wrong"});

template <std::size_t N>
std::unordered_set<std::uint64_t> stems_of(const std::array<std::string_view, N>& words) {
  std::unordered_set<std::uint64_t> stems;
  for (const std::string_view word : words) stems.insert(base::hash(stem(word)));
  return stems;
}

bool of_the_talk(std::uint64_t stemmed) {
  static const auto kStems = stems_of(kOfTheTalk);
  return kStems.contains(stemmed);
}

bool of_anyone(std::uint64_t stemmed) {
  static const auto kStems = stems_of(kOfAnyone);
  static const auto kLightStems = stems_of(kLightWords);
  return kStems.contains(stemmed) || kLightStems.contains(stemmed);
}

/// Weights of the words that are not telling in full, by hash.
const std::unordered_map<std::uint64_t, double>& dull_words() {
  static const auto kWords = [] {
    std::unordered_map<std::uint64_t, double> words;
    for (const std::string_view word : kLightWords) words[base::hash(word)] = kLight;
    for (const std::string_view word : kFunction) words[base::hash(word)] = 0;
    return words;
  }();
  return kWords;
}

bool holds(const Heard& turn, std::uint64_t stem) {
  const auto at =
      std::ranges::lower_bound(turn.stems, stem, {}, [](const auto& entry) { return entry.first; });
  return at != turn.stems.end() && at->first == stem;
}

/// How recent a stem is in the client's last turns; 0 when it stands in none of them.
double recency(std::span<const Heard> talk, std::uint64_t stem) {
  double strength = 1;
  for (auto turn = talk.rbegin(); turn != talk.rend() && strength > kFaded; ++turn) {
    if (!turn->client) continue;
    if (holds(*turn, stem)) return strength;
    strength *= turn->words < kNod ? std::sqrt(kFade) : kFade;
  }
  return 0;
}

/// In how many turns of the talk before the client's last one a stem stood.
int mentions(std::span<const Heard> talk, std::uint64_t stem) {
  int count = 0;
  bool last_seen = false;
  for (auto turn = talk.rbegin(); turn != talk.rend(); ++turn) {
    if (turn->client && !last_seen)
      last_seen = true;
    else if (holds(*turn, stem))
      ++count;
  }
  return count;
}

/// Whether the supporter has said it before.
bool said_before(std::span<const Heard> talk, std::uint64_t stem) {
  return std::ranges::any_of(talk,
                             [&](const Heard& turn) { return !turn.client && holds(turn, stem); });
}

bool is_i(std::string_view word) {
  return word == "i" || word == "my" || word == "me" || word == "myself";
}

/// Marks the words of `said` that stand in runs of at least `run` words in `heard`, in order.
std::vector<bool> copies(const Wording& said, const Wording& heard, std::size_t run) {
  std::vector<bool> copied(said.keys.size(), false);
  for (std::size_t i = 0; i < said.keys.size(); ++i) {
    for (std::size_t j = 0; j < heard.keys.size(); ++j) {
      std::size_t n = 0;
      while (i + n < said.keys.size() && j + n < heard.keys.size() &&
             said.keys[i + n] == heard.keys[j + n])
        ++n;
      if (n >= run) std::fill_n(copied.begin() + static_cast<std::ptrdiff_t>(i), n, true);
    }
  }
  return copied;
}

double share(const std::vector<bool>& marked) {
  if (marked.empty()) return 0;
  return static_cast<double>(std::count(marked.begin(), marked.end(), true)) /
         static_cast<double>(marked.size());
}

void read_copy(Uptake& out, const Wording& said, std::span<const Heard> talk) {
  int turns = 0;
  for (auto turn = talk.rbegin(); turn != talk.rend() && turns < 2; ++turn) {
    if (!turn->client || turn->wording.words.empty()) continue;
    ++turns;
    const std::size_t run = std::min<std::size_t>(3, turn->wording.words.size());
    const auto copied = copies(said, turn->wording, run);
    const double part = share(copied);
    if (part <= out.copied) continue;
    out.copied = part;
    out.returned = share(copies(turn->wording, said, run));
    out.in_first_person = false;
    for (std::size_t i = 0; i < copied.size(); ++i)
      if (copied[i] && is_i(said.words[i])) out.in_first_person = true;
  }
}

double likeness(const Heard& a, const Heard& b) {
  if (a.wording.words.size() < 3 || b.wording.words.size() < 3) return 0;
  std::size_t both = 0;
  for (auto x = a.keys.begin(), y = b.keys.begin(); x != a.keys.end() && y != b.keys.end();) {
    both += *x == *y ? 1 : 0;
    const bool first = *x <= *y, second = *y <= *x;
    x += first ? 1 : 0;
    y += second ? 1 : 0;
  }
  return static_cast<double>(both) / static_cast<double>(a.keys.size() + b.keys.size() - both);
}

}  // namespace

Heard heard(const conversation::Turn& said) {
  Heard turn{said.speaker == conversation::Speaker::client, wording(said.text), {}, {}, 0, {}};
  const Wording& text = turn.wording;
  turn.keys = text.keys;
  std::ranges::sort(turn.keys);
  const auto again = std::ranges::unique(turn.keys);
  turn.keys.erase(again.begin(), again.end());
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const double telling = telling_word(text.keys[i]);
    if (telling == 0) continue;
    const std::uint64_t stemmed = base::hash(stem(text.words[i]));
    turn.stems.emplace_back(stemmed, telling);
    if (!turn.client && telling == 1 && feelings_of(text.keys[i]) == 0 && !of_the_talk(stemmed) &&
        !of_anyone(stemmed))
      turn.particular.push_back(stemmed);
  }
  const auto stem_of = [](const auto& entry) { return entry.first; };
  std::ranges::stable_sort(turn.stems, {}, stem_of);
  const auto repeated = std::ranges::unique(turn.stems, {}, stem_of);
  turn.stems.erase(repeated.begin(), repeated.end());
  for (const auto& [stem, telling] : turn.stems) turn.words += telling;
  return turn;
}

std::vector<Heard> heard(std::span<const conversation::Turn> before) {
  std::vector<Heard> talk;
  for (const auto& turn : before.last(std::min(before.size(), kReach))) talk.push_back(heard(turn));
  return talk;
}

Uptake uptake(const Heard& turn, std::span<const Heard> before) {
  Uptake out;
  const auto talk = before.last(std::min(before.size(), kReach));
  out.words = turn.words;
  for (const auto& [stem, telling] : turn.stems) {
    const int worn = mentions(talk, stem);
    const double just = recency(talk, stem);
    out.taken += telling * just / (1 + kWorn * worn);
    if (just > 0 || worn > 0 || of_the_talk(stem)) out.grounded += telling;
  }
  for (const std::uint64_t stem : turn.particular)
    if (recency(talk, stem) == 0 && !said_before(talk, stem)) ++out.added;
  for (const Heard& one : talk) {
    if (one.client)
      out.known += one.words;
    else
      out.repeats = std::max(out.repeats, likeness(turn, one));
  }
  read_copy(out, turn.wording, talk);
  return out;
}

double telling_word(std::uint64_t key) {
  const auto found = dull_words().find(key);
  return found == dull_words().end() ? 1 : found->second;
}

double telling_words(const Wording& text) {
  double sum = 0;
  for (const std::uint64_t key : text.keys) sum += telling_word(key);
  return sum;
}

}  // namespace attune::language
