#include "language/spelling.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "language/features.h"
#include "language/mender.h"
#include "language/model_file.h"

namespace attune::language {
namespace {

// Our choice, all of them: a slip is what no word list and hardly any open text has, one key from
// what open text often has. Two letters swapped, and one doubled or no more
// double, are surer than one missing, added or wrong.
constexpr std::size_t kShortest = 4;
constexpr std::size_t kShortestSure = 3;
constexpr std::size_t kLongest = 20;
constexpr float kRare = 30;         // seen more often, it is a word, unless
constexpr float kFar = 100;         // what was meant is so many times as common
constexpr float kCommon = 60;       // seen less, a word is not what was meant,
constexpr float kLongCommon = 4;    // nor is a long one,
constexpr float kSureShare = 0.2F;  // or this share of it by a surer slip
constexpr std::size_t kLong = 6;
constexpr std::size_t kNoName =
    7;  // with a capital at the beginning of a sentence, as names are short
constexpr float kSureWorth = 30;  // beside another slip that gives a word so much more common
constexpr float kMissingWorth = 4;
constexpr float kTimes = 15;  // as common, at least, as what was typed
constexpr float kPart = 400;  // as common, at least, are two words run together

// Which hashes may be a common word's: small enough to stay at hand.
constexpr int kCommonShift = 15;

bool is_plain(std::string_view form) {
  return std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One slip undone: `letters` in the place of `size` letters from `at` on.
struct Mend {
  std::size_t at = 0, size = 0;
  std::array<char, 2> letters{};
  std::size_t count = 0;  ///< of letters

  /// Whether a letter beside the same one came or went.
  [[nodiscard]] bool is_doubling(std::string_view form) const {
    if (size + count != 1) return false;
    const char letter = size == 1 ? form[at] : letters[0];
    return form[at - 1] == letter || (at + size < form.size() && form[at + size] == letter);
  }

  [[nodiscard]] bool is_sure(std::string_view form) const {
    return size == 2 || is_doubling(form) || is_past(form);
  }

  /// Whether it makes the ending of what is past whole: "rememberd".
  [[nodiscard]] bool is_past(std::string_view form) const {
    return size == 0 && letters[0] == 'e' && at + 1 == form.size() && form[at] == 'd';
  }

  [[nodiscard]] std::string of(std::string_view form) const {
    return std::string(form.substr(0, at))
        .append(letters.data(), count)
        .append(form.substr(at + size));
  }
};

/// Calls `with` for every mend and the hash of what it makes.
template <class With>
void each_swap(std::string_view form, With with) {
  std::uint64_t head = kNoLetters;
  for (std::size_t i = 0; i + 1 < form.size(); head = hash_on(head, form[i++])) {
    if (form[i] == form[i + 1]) continue;
    const Mend mend{i, 2, {form[i + 1], form[i]}, 2};
    with(mend, hash_on(hash_on(hash_on(head, form[i + 1]), form[i]), form.substr(i + 2)));
  }
}

/// The same for every letter changed, left out or put in, but for the first, which hardly slips.
template <class With>
void each_other_slip(std::string_view form, With with) {
  std::uint64_t head = hash_on(kNoLetters, form[0]);
  for (std::size_t i = 1; i <= form.size(); ++i) {
    const std::string_view tail = form.substr(i),
                           next = tail.substr(std::min<std::size_t>(1, tail.size()));
    for (char c = 'a'; c <= 'z'; ++c) {
      const std::uint64_t put = hash_on(head, c);
      with(Mend{i, 0, {c}, 1}, hash_on(put, tail));
      if (!tail.empty()) with(Mend{i, 1, {c}, 1}, hash_on(put, next));
    }
    if (tail.empty()) break;
    with(Mend{i, 1, {}, 0}, hash_on(head, next));
    head = hash_on(head, form[i]);
  }
}

}  // namespace

std::array<std::uint32_t, 4> listed_places(std::string_view form) {
  const std::uint32_t key = word_key(form);
  std::array<std::uint32_t, 4> places{};
  // Odd multipliers, and each product's upper bits, which all of the key's bits reach.
  constexpr std::array<std::uint32_t, 4> kTimesKey{0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F};
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = (key * kTimesKey[i]) >> kListedShift;
  return places;
}

bool is_listed(std::span<const std::uint64_t> listed, std::string_view form) {
  if (form.ends_with("'s")) form.remove_suffix(2);
  return std::ranges::all_of(listed_places(form), [&](std::uint32_t bit) {
    return (listed[bit / 64] >> (bit % 64) & 1U) != 0;
  });
}

base::Result<Spelling> Spelling::open(const std::filesystem::path& file) {
  const auto model = ModelFile::load(file, "spelling");
  if (!model) return tl::unexpected(model.error());
  const std::size_t count = model->size_of("keys") / sizeof(std::uint32_t);
  const auto keys = model->get<std::uint32_t>("keys", count);
  const auto counts = model->get<std::uint8_t>("counts", count);
  if (!keys) return tl::unexpected(keys.error());
  if (!counts) return tl::unexpected(counts.error());
  auto listed = model->get<std::uint64_t>("listed", kListedBits / 64);
  if (!listed) return tl::unexpected(listed.error());
  Spelling spelling;
  spelling.checksum_ = model->checksum();
  spelling.listed_ = std::move(*listed);
  std::size_t places = 1;
  while (places < 2 * count) places *= 2;
  spelling.keys_.resize(places);
  spelling.counts_.resize(places);
  spelling.common_.resize((std::size_t{1} << (32 - kCommonShift)) / 64);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t at = (*keys)[i] & (places - 1);
    while (spelling.keys_[at] != 0) at = (at + 1) & (places - 1);
    spelling.keys_[at] = (*keys)[i];
    spelling.counts_[at] = std::exp2(static_cast<float>((*counts)[i]) / kCountSteps);
    const std::uint32_t bit = (*keys)[i] >> kCommonShift;
    if (spelling.counts_[at] >= kLongCommon * kSureShare)
      spelling.common_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  return spelling;
}

float Spelling::count(std::uint32_t key) const {
  for (std::size_t at = key & (keys_.size() - 1); keys_[at] != 0;
       at = (at + 1) & (keys_.size() - 1))
    if (keys_[at] == key) return counts_[at];
  return 0;
}

std::string Spelling::meant(std::string_view form) const {
  if (keys_.empty() || form.size() < kShortestSure || form.size() > kLongest || !is_plain(form))
    return {};
  if (is_listed(listed_, form)) return {};
  const float typed = count(word_key(form));
  if (std::string whole = std::string(form) + 'g';
      form.ends_with("in") && is_listed(listed_, whole))
    return whole;
  const float least = form.size() < kLong ? kCommon : kLongCommon;
  const float beside = typed * (typed > kRare ? kFar : kTimes);
  std::optional<Mend> best;
  float most = 0;
  const auto weigh = [&](const Mend& mend, std::uint64_t hash) {
    const std::uint32_t key = word_key(hash), bit = key >> kCommonShift;
    if ((common_[bit / 64] >> (bit % 64) & 1U) == 0) return;
    const bool sure = mend.is_sure(form);
    if (form.size() < kShortest && !(sure && mend.count >= mend.size)) return;
    const float times = count(key);
    const float worth = times * (sure ? kSureWorth : mend.count > mend.size ? kMissingWorth : 1);
    if (times < least * (sure ? kSureShare : 1) || times < beside || worth <= most) return;
    if (!is_listed(listed_, mend.of(form))) return;
    most = worth;
    best = mend;
  };
  each_swap(form, weigh);
  each_other_slip(form, weigh);
  if (best) return best->of(form);
  return typed > kRare ? std::string() : parted(form);
}

std::string Spelling::parted(std::string_view form) const {
  std::string words;
  float most = kPart;
  if (form.size() < kLong) return words;
  for (std::size_t at = 2; at + 2 <= form.size(); ++at) {
    const std::string_view first = form.substr(0, at), second = form.substr(at);
    const float rarer = std::min(count(word_key(first)), count(word_key(second)));
    if (rarer <= most || !is_listed(listed_, first) || !is_listed(listed_, second)) continue;
    most = rarer;
    words = std::string(first).append(" ").append(second);
  }
  return words;
}

Tokens Spelling::tokens(std::string_view text) const {
  Tokens tokens = tokenize(text);
  mend(tokens);
  return tokens;
}

std::optional<std::string> Spelling::plain(const Tokens& tokens, std::size_t at, bool opens) const {
  const Token& token = tokens.list[at];
  const std::string_view form = tokens.form(token);
  const bool capital = token.capital && !token.shouted;
  if (const auto words = standard(form); words && (opens || !capital || is_no_name(form)))
    return std::string(*words);
  if (form.size() <= 2)
    if (const auto words = standard_beside(tokens, at)) return std::string(*words);
  if (capital && !(opens && form.size() >= kNoName)) return std::nullopt;
  std::string word = meant(form);
  return word.empty() ? std::nullopt : std::optional(std::move(word));
}

void Spelling::mend(Tokens& tokens) const {
  std::vector<std::pair<std::size_t, std::string>> changes;
  bool opens = true;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    const std::string_view form = tokens.form(tokens.list[i]);
    if (tokens.list[i].kind != Token::Kind::word) {
      opens = form == "." || form == "!" || form == "?";
      continue;
    }
    if (auto words = plain(tokens, i, opens)) changes.emplace_back(i, std::move(*words));
    opens = false;
  }
  if (!changes.empty()) {
    Mender mender(tokens, changes.front().first);
    auto change = changes.begin();
    for (std::size_t i = change->first; i < tokens.list.size(); ++i) {
      if (change == changes.end() || change->first != i)
        mender.keep(tokens.list[i]);
      else
        mender.put(tokens.list[i], (change++)->second);
    }
    mender.finish();
  }
  mend_phrases(tokens);
  mend_questions(tokens);
  mark_question(tokens);
}

}  // namespace attune::language
