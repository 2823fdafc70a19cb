#include "language/meaning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "language/dot.h"
#include "language/features.h"
#include "language/lexicon.h"
#include "language/stem.h"
#include "language/tokens.h"
#include "language/word_table.h"
#include "language/words.h"

namespace attune::language {
namespace {

// How much a word without content counts, and a word that no list knows. Our choice.
constexpr float kEmpty = 0.08F;
constexpr float kAsking = 0.3F;
constexpr float kUnknown = 0.9F;
// A synonym group counts this much beside the word itself.
constexpr float kGroup = 0.8F;

constexpr auto kEmptyWords = std::to_array<std::string_view>(
    {"a",    "about", "all",  "also", "am",      "an",    "and",  "are",   "as",   "at",
     "be",   "been",  "but",  "by",   "can",     "could", "did",  "do",    "does", "doing",
     "ever", "for",   "from", "get",  "got",     "had",   "has",  "have",  "he",   "her",
     "him",  "his",   "i",    "if",   "in",      "into",  "is",   "it",    "its",  "just",
     "like", "me",    "more", "much", "my",      "of",    "oh",   "ok",    "okay", "on",
     "one",  "or",    "our",  "out",  "really",  "she",   "so",   "some",  "than", "that",
     "the",  "their", "them", "then", "there",   "these", "they", "thing", "this", "those",
     "to",   "too",   "up",   "us",   "very",    "was",   "we",   "well",  "were", "will",
     "with", "would", "you",  "your", "yourself"});

constexpr auto kAskingWords =
    std::to_array<std::string_view>({"how", "what", "when", "where", "which", "who", "why"});

bool is_empty(std::string_view form) {
  static const WordTable kWords(kEmptyWords);
  return kWords.contains(form);
}

std::uint32_t key(std::string_view text) {
  return static_cast<std::uint32_t>(hash_on(kNoLetters, text));
}

void scale_to_unit(Sense& sense) {
  float square = 0;
  for (const auto& [stem, weight] : sense.stems) square += weight * weight;
  if (square > 0) {
    for (auto& [stem, weight] : sense.stems) weight /= std::sqrt(square);
  }
  const float length = std::sqrt(dot(sense.vector, sense.vector));
  if (length < 1e-6F) sense.vector.clear();
  for (float& x : sense.vector) x /= length;
}

void merge_equal_stems(Sense& sense) {
  std::sort(sense.stems.begin(), sense.stems.end());
  std::size_t kept = 0;
  for (const auto& entry : sense.stems) {
    if (kept > 0 && sense.stems[kept - 1].first == entry.first) {
      sense.stems[kept - 1].second = std::max(sense.stems[kept - 1].second, entry.second);
    } else {
      sense.stems[kept++] = entry;
    }
  }
  sense.stems.resize(kept);
}

// The cosine of the stems, and how much of b's weight stands in a.
struct Overlap {
  double cosine = 0;
  double covered = 0;
};

Overlap overlap(const Sense& a, const Sense& b) {
  Overlap result;
  auto x = a.stems.begin();
  for (const auto& [stem, weight] : b.stems) {
    while (x != a.stems.end() && x->first < stem) ++x;
    if (x == a.stems.end()) break;
    if (x->first != stem) continue;
    result.cosine += static_cast<double>(x->second) * static_cast<double>(weight);
    result.covered += static_cast<double>(weight) * static_cast<double>(weight);
  }
  return result;
}

double vector_cosine(const Sense& a, const Sense& b) {
  return std::clamp(static_cast<double>(dot(a.vector, b.vector)), 0.0, 1.0);
}

}  // namespace

struct Meaning::Parts {
  Words words;
  Questions questions;
  std::unordered_multimap<std::uint32_t, std::uint32_t> groups;   // stems of an entry → group
  std::vector<bool> may_be_entry = std::vector<bool>(1U << 16U);  // by their low bits: most are not

  /// Of a word with content. `index` is that of the form among the words.
  float weight(std::string_view form, int index) const;
  void add_groups(std::uint32_t stems, float weight, Sense& sense) const;
  void add_word(std::string_view form, const std::string& stem, Sense& sense) const;
  void add_phrases(const std::vector<std::string>& stems, Sense& sense) const;
};

float Meaning::Parts::weight(std::string_view form, int index) const {
  static const WordTable kAskers(kAskingWords);
  if (kAskers.contains(form)) return kAsking;
  return index < 0 ? kUnknown : std::max(kEmpty, words.weight(index));
}

void Meaning::Parts::add_groups(std::uint32_t stems, float weight, Sense& sense) const {
  if (!may_be_entry[stems & 0xFFFFU]) return;
  const auto [first, last] = groups.equal_range(stems);
  for (auto it = first; it != last; ++it) sense.stems.emplace_back(it->second, weight * kGroup);
}

void Meaning::Parts::add_word(std::string_view form, const std::string& stem, Sense& sense) const {
  const bool empty = is_empty(form);  // as most are, and then it need not be found
  const int index = empty ? -1 : words.find(form);
  const float telling = empty ? kEmpty : weight(form, index);
  const std::uint32_t root = key(stem);
  sense.stems.emplace_back(root, telling);
  if (telling <= kEmpty) return;
  add_groups(root, telling, sense);
  if (index >= 0) words.add(index, telling, sense.vector);
}

void Meaning::Parts::add_phrases(const std::vector<std::string>& stems, Sense& sense) const {
  for (std::size_t i = 0; i + 1 < stems.size(); ++i) {
    std::uint64_t phrase = hash_on(kNoLetters, stems[i]);
    for (std::size_t next = i + 1; next < std::min(i + 3, stems.size()); ++next) {
      phrase = hash_on(hash_on(phrase, ' '), stems[next]);
      add_groups(static_cast<std::uint32_t>(phrase), kUnknown, sense);
    }
  }
}

Meaning::Meaning(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Meaning::~Meaning() = default;

base::Result<std::unique_ptr<Meaning>> Meaning::open(const std::filesystem::path& models,
                                                     const std::filesystem::path& lexicons) {
  auto parts = std::make_unique<Parts>();
  const auto lexicon = load_lexicons(lexicons);
  if (!lexicon) return tl::unexpected(lexicon.error());
  for (const auto& group : lexicon->groups) {
    for (const auto& entry : group.entries) {
      std::string stems;
      const Tokens tokens = tokenize(entry);
      for (const Token& token : tokens.list) {
        if (!stems.empty()) stems += ' ';
        stems += stem(tokens.form(token));
      }
      parts->groups.emplace(key(stems), key("group:" + group.name));
      parts->may_be_entry[key(stems) & 0xFFFFU] = true;
    }
  }
  if (const auto file = models / "words.bin"; std::filesystem::exists(file)) {
    auto words = Words::open(file);
    if (!words) return tl::unexpected(words.error());
    parts->words = std::move(*words);
  }
  if (const auto file = models / "questions.bin"; std::filesystem::exists(file)) {
    auto questions = Questions::open(file);
    if (!questions) return tl::unexpected(questions.error());
    parts->questions = std::move(*questions);
  }
  return std::unique_ptr<Meaning>(new Meaning(std::move(parts)));
}

const Questions& Meaning::questions() const {
  return parts_->questions;
}

Sense Meaning::sense(std::string_view text) const {
  Sense sense;
  sense.vector.resize(parts_->words.dims());
  std::vector<std::string> stems;
  const Tokens tokens = tokenize(text);
  for (const Token& token : tokens.list) {
    if (token.kind == Token::Kind::mark || token.kind == Token::Kind::symbol) continue;
    stems.push_back(stem(tokens.form(token)));
    parts_->add_word(tokens.form(token), stems.back(), sense);
  }
  parts_->add_phrases(stems, sense);
  merge_equal_stems(sense);
  scale_to_unit(sense);
  return sense;
}

std::vector<Sense> Meaning::senses(std::string_view text) const {
  std::vector<Sense> all{sense(text)};
  if (const auto pieces = sentences(text); pieces.size() > 1)
    for (const std::string_view piece : pieces) all.push_back(sense(piece));
  return all;
}

double Meaning::similarity(const Sense& a, const Sense& b) const {
  return similarity(overlap(a, b).cosine, vector_cosine(a, b));
}

double Meaning::similarity(double stems, double vectors) {
  return std::clamp(std::max(stems, 0.65 * stems + 0.35 * vectors), 0.0, 1.0);
}

double Meaning::covered(const Sense& whole, const Sense& part) {
  return std::min(overlap(whole, part).covered, 1.0);
}

double Meaning::contains(const Sense& whole, const Sense& part) const {
  const double covered = overlap(whole, part).covered;
  return std::clamp(std::max(covered, 0.7 * covered + 0.3 * vector_cosine(whole, part)), 0.0, 1.0);
}

}  // namespace attune::language
