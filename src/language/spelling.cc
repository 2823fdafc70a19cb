#include "language/spelling.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "language/features.h"

namespace attune::language {
namespace {

// Our choice, all of them: a slip is what no word list and hardly any open text has, one key from
// what open text often has. Two letters swapped are surer than one missing, added or wrong.
constexpr std::size_t kShortest = 4;
constexpr std::size_t kShortestSwap = 3;
constexpr std::size_t kLongest = 20;
constexpr float kRare = 30;       // seen more often, it is a word
constexpr float kCommon = 60;     // seen less, a word is not what was meant,
constexpr float kLongCommon = 6;  // nor is a long one
constexpr std::size_t kLong = 6;
constexpr float kSwapWorth = 30;  // beside another slip that gives a word so much more common
constexpr float kTimes = 100;     // as common, at least, as what was typed

bool is_plain(std::string_view form) {
  return std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Calls `with` for every form with two neighbors swapped.
template <class With>
void each_swap(std::string_view form, With with) {
  std::string one(form);
  for (std::size_t i = 0; i + 1 < one.size(); ++i) {
    if (one[i] == one[i + 1]) continue;
    std::swap(one[i], one[i + 1]);
    with(one);
    std::swap(one[i], one[i + 1]);
  }
}

/// Calls `with` for every form with one letter changed, left out or put in.
template <class With>
void each_other_slip(std::string_view form, With with) {
  std::string one;
  for (std::size_t i = 0; i <= form.size(); ++i) {
    const std::string_view head = form.substr(0, i), tail = form.substr(i);
    for (char c = 'a'; c <= 'z'; ++c) {
      one.assign(head).append(1, c).append(tail);
      with(one);
      if (tail.empty()) continue;
      one.erase(i + 1, 1);
      with(one);
    }
    if (tail.empty()) continue;
    one.assign(head).append(tail.substr(1));
    with(one);
  }
}

/// Puts standard words and mended ones in the tokens' place.
class Mender {
 public:
  explicit Mender(Tokens& tokens) : tokens_(tokens) {}

  void keep(const Token& token) {
    Token kept = token;
    kept.negated = kept.negated || negated();
    if (token.kind == Token::Kind::mark) reach_ = 0;
    list_.push_back(kept);
  }

  /// `words` are parted by blanks.
  void put(const Token& token, std::string_view words) {
    const bool was_negation = negates(tokens_.form(token));
    while (!words.empty()) {
      const std::string_view word = words.substr(0, words.find(' '));
      words.remove_prefix(std::min(word.size() + 1, words.size()));
      Token one = token;
      one.at = static_cast<std::uint32_t>(tokens_.lowered.size());
      one.size = static_cast<std::uint32_t>(word.size());
      one.negated = token.negated || negated();
      tokens_.lowered += word;
      list_.push_back(one);
      if (!was_negation && negates(word)) reach_ = kNegationReach;
    }
  }

  void finish() { tokens_.list.swap(list_); }

 private:
  bool negated() { return reach_ > 0 && reach_-- > 0; }

  Tokens& tokens_;
  std::vector<Token> list_;
  int reach_ = 0;
};

}  // namespace

std::array<std::uint32_t, 4> listed_places(std::string_view form) {
  const std::uint32_t key = word_key(form);
  std::array<std::uint32_t, 4> places{};
  for (std::uint32_t i = 0; i < places.size(); ++i)
    places[i] = ((key ^ (key >> 15)) * (0x9E3779B1U + 2 * i * 0x85EBCA6BU)) % kListedBits;
  return places;
}

base::Result<Spelling> Spelling::open(const ModelFile& file) {
  const std::size_t count = file.size_of("keys") / sizeof(std::uint32_t);
  const auto keys = file.get<std::uint32_t>("keys", count);
  const auto counts = file.get<std::uint8_t>("counts", count);
  if (!keys) return tl::unexpected(keys.error());
  if (!counts) return tl::unexpected(counts.error());
  auto listed = file.get<std::uint64_t>("listed", kListedBits / 64);
  if (!listed) return tl::unexpected(listed.error());
  Spelling spelling;
  spelling.listed_ = std::move(*listed);
  std::size_t places = 1;
  while (places < 2 * count) places *= 2;
  spelling.keys_.resize(places);
  spelling.counts_.resize(places);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t at = (*keys)[i] & (places - 1);
    while (spelling.keys_[at] != 0) at = (at + 1) & (places - 1);
    spelling.keys_[at] = (*keys)[i];
    spelling.counts_[at] = std::exp2(static_cast<float>((*counts)[i]) / kCountSteps);
  }
  return spelling;
}

float Spelling::count(std::uint32_t key) const {
  if (keys_.empty()) return 0;
  for (std::size_t at = key & (keys_.size() - 1); keys_[at] != 0;
       at = (at + 1) & (keys_.size() - 1))
    if (keys_[at] == key) return counts_[at];
  return 0;
}

bool Spelling::is_listed(std::string_view form) const {
  if (listed_.empty()) return false;
  if (form.ends_with("'s")) form.remove_suffix(2);
  return std::ranges::all_of(listed_places(form), [&](std::uint32_t bit) {
    return (listed_[bit / 64] >> (bit % 64) & 1U) != 0;
  });
}

std::string Spelling::meant(std::string_view form) const {
  std::string best;
  if (form.size() < kShortestSwap || form.size() > kLongest || !is_plain(form)) return best;
  const float typed = count(word_key(form));
  if (typed > kRare || is_listed(form)) return best;
  if (std::string whole = std::string(form) + 'g'; form.ends_with("in") && is_listed(whole))
    return whole;
  const float least = std::max(form.size() < kLong ? kCommon : kLongCommon, typed * kTimes);
  float most = 0;
  const auto weigh = [&](const std::string& one, float worth) {
    const float times = count(word_key(one));
    if (times < least || times * worth <= most) return;
    most = times * worth;
    best = one;
  };
  each_swap(form, [&](const std::string& one) { weigh(one, kSwapWorth); });
  if (form.size() >= kShortest)
    each_other_slip(form, [&](const std::string& one) { weigh(one, 1); });
  return best;
}

Tokens Spelling::tokens(std::string_view text) const {
  Tokens tokens = tokenize(text);
  mend(tokens);
  return tokens;
}

void Spelling::mend(Tokens& tokens) const {
  std::vector<std::pair<std::size_t, std::string>> changes;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    const Token& token = tokens.list[i];
    if (token.kind != Token::Kind::word) continue;
    const std::string_view form = tokens.form(token);
    const bool name = token.capital && !token.shouted;
    if (const auto words = standard(form); words && !(name && i > 0)) {
      changes.emplace_back(i, *words);
    } else if (!name) {
      if (std::string word = meant(form); !word.empty()) changes.emplace_back(i, std::move(word));
    }
  }
  if (changes.empty()) return;
  Mender mender(tokens);
  auto change = changes.begin();
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    if (change == changes.end() || change->first != i) {
      mender.keep(tokens.list[i]);
      continue;
    }
    mender.put(tokens.list[i], change->second);
    ++change;
  }
  mender.finish();
}

}  // namespace attune::language
