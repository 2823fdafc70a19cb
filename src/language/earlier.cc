#include "language/earlier.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cmath>

#include "language/feelings.h"
#include "language/uptake.h"

namespace attune::language {
namespace {

using conversation::Speaker;
using conversation::Turn;

constexpr std::size_t kRootLetters = 5;
// How much the words before weigh beside the turn's own. By cross-validation, as the next.
constexpr float kAsked = 1;
constexpr float kPast = 1.5F;
constexpr std::size_t kLongWord = 4;  // letters
// Of AnnoMI's talks: a client's turn, in bytes, and the share of a supporter's turns that ask. They
// count as so many turns. The other two make the numbers about as large as the words' direction.
constexpr float kUsualBytes = 30, kUsualAsking = 0.4F, kUsualTurns = 3;
constexpr float kManyBytes = 75, kLogTurns = 3;

// No word holds a blank, so no feature of a turn's own words has these keys.
constexpr std::uint64_t kAskedWord = hash_on(kNoLetters, "asked ");
constexpr std::uint64_t kOwnWord = hash_on(kNoLetters, "own ");
constexpr std::uint64_t kTheirWord = hash_on(kNoLetters, "their ");
constexpr std::uint64_t kOpeningWord = hash_on(kNoLetters, "opening ");
constexpr std::uint64_t kNewWords = hash_on(kNoLetters, "new words ");
constexpr std::uint64_t kNewFeelings = hash_on(kNoLetters, "new feelings ");

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Gives `take` each word of letters and apostrophes, in lower case, as one hash that goes on from
/// `start`, the hash of its first letters, and how many there are.
template <typename Take>
void each_word(std::string_view text, std::uint64_t start, const Take& take) {
  std::uint64_t word = start, root = start;
  std::size_t letters = 0;
  for (const char c : text) {
    const char letter = lower(c);
    if ((letter >= 'a' && letter <= 'z') || letter == '\'') {
      word = hash_on(word, letter);
      if (++letters <= kRootLetters) root = word;
    } else if (letters > 0) {
      take(word, root, letters);
      word = root = start;
      letters = 0;
    }
  }
  if (letters > 0) take(word, root, letters);
}

/// The client's earlier words by their roots; now and then two fall together.
class Roots {
 public:
  explicit Roots(std::span<const std::string_view> texts) {
    for (const std::string_view text : texts)
      each_word(text, kNoLetters,
                [&](std::uint64_t, std::uint64_t root, std::size_t) { seen_.set(at(root)); });
  }
  [[nodiscard]] bool holds(std::string_view word) const {
    return seen_[at(hash_on(kNoLetters, word.substr(0, kRootLetters)))];
  }

 private:
  static constexpr std::size_t kPlaces = 4096;
  static std::size_t at(std::uint64_t root) { return (root ^ root >> 32) % kPlaces; }

  std::bitset<kPlaces> seen_;
};

double new_words(const Wording& said, const Roots& roots) {
  double sum = 0;
  for (std::size_t i = 0; i < said.words.size(); ++i)
    if (!roots.holds(said.words[i])) sum += telling_word(said.keys[i]);
  return sum;
}

int new_feelings(const Wording& said, std::span<const std::string_view> earlier) {
  Feelings left = feelings(said);
  if (left == 0) return 0;
  for (const std::string_view text : earlier)
    each_word(text, kNoLetters,
              [&](std::uint64_t word, std::uint64_t, std::size_t) { left &= ~feelings_of(word); });
  return std::popcount(left);
}

void add(std::uint64_t content, Features& features) {
  features.push_back({word_key(content), 1, -1, -1});
}

/// One feature for each step that `value` reaches.
void add_steps(std::uint64_t name, double value, std::span<const double> steps,
               Features& features) {
  for (std::size_t i = 0; i < steps.size() && value >= steps[i]; ++i)
    add(hash_on(name, static_cast<char>('a' + i)), features);
}

/// Scales what was added from `from` on to a length.
void scale_from(Features& features, std::size_t from, float length) {
  const float value = length / std::sqrt(static_cast<float>(features.size() - from));
  for (std::size_t i = from; i < features.size(); ++i) features[i].value = value;
}

/// Adds the words of `texts`, keyed from `start` on, all together as long as `length`.
void add_long_words(std::uint64_t start, std::span<const std::string_view> texts, float length,
                    Features& features) {
  const std::size_t from = features.size();
  for (const std::string_view text : texts)
    each_word(text, start, [&](std::uint64_t word, std::uint64_t, std::size_t letters) {
      if (letters >= kLongWord) add(word, features);
    });
  scale_from(features, from, length);
}

}  // namespace

void added_features(const Wording& said, std::span<const std::string_view> earlier,
                    Features& features) {
  static constexpr std::array<double, 10> kWords{0.5, 1, 2, 3, 4, 5, 7, 9, 12, 16};
  static constexpr std::array<double, 2> kFeelings{1, 2};
  const std::size_t from = features.size();
  add_steps(kNewWords, new_words(said, Roots(earlier)), kWords, features);
  add_steps(kNewFeelings, new_feelings(said, earlier), kFeelings, features);
  scale_from(features, from, 1);
}

void take_past(std::span<const Turn> before, Past& past) {
  for (auto* texts : {&past.asked, &past.theirs, &past.own, &past.opening}) texts->clear();
  for (auto it = before.rbegin(); it != before.rend(); ++it) {
    if (past.own.size() == kEarlier && past.theirs.size() == kEarlier) break;
    auto& texts = it->speaker == Speaker::client ? past.own
                  : past.asked.empty()           ? past.asked
                                                 : past.theirs;
    if (texts.size() < kEarlier) texts.emplace_back(it->text);
  }
  for (auto it = before.begin(); it != before.end() && past.opening.size() < kOpening; ++it)
    if (it->speaker == Speaker::supporter) past.opening.emplace_back(it->text);
}

void answer_features(const Past& past, Features& features) {
  add_long_words(kAskedWord, past.asked, kAsked, features);
  add_long_words(kOwnWord, past.own, kPast, features);
  add_long_words(kTheirWord, past.theirs, kPast, features);
  add_long_words(kOpeningWord, past.opening, kPast, features);
}

void asked_direction(const Past& past, const Words& words, std::span<float> out) {
  std::ranges::fill(out, 0.0F);
  const auto take = [&](std::uint64_t word, std::uint64_t, std::size_t letters) {
    const int index = letters < kLongWord ? -1 : words.find(word);
    if (index >= 0) words.add(index, words.weight(index), out);
  };
  for (const auto* texts : {&past.asked, &past.theirs})
    for (const std::string_view text : *texts) each_word(text, kNoLetters, take);
  to_unit(out);
}

void talk_shape(std::span<const Turn> before, std::span<float, kShapes> shape) {
  float bytes = kUsualBytes * kUsualTurns, clients = kUsualTurns;
  float asking = kUsualAsking * kUsualTurns, supporters = kUsualTurns;
  for (const Turn& turn : before) {
    if (turn.speaker == Speaker::client) {
      bytes += static_cast<float>(turn.text.size());
      ++clients;
    } else {
      asking += turn.text.find('?') != std::string::npos ? 1.0F : 0.0F;
      ++supporters;
    }
  }
  shape[0] = std::log1p(static_cast<float>(before.size())) / kLogTurns;
  shape[1] = bytes / clients / kManyBytes;
  shape[2] = asking / supporters;
}

}  // namespace attune::language
