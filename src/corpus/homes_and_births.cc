#include <cctype>
#include <optional>

#include "corpus/identifiers.h"

namespace attune::corpus {
namespace {

using Words = std::vector<Word>;

constexpr std::string_view kStreets =
    "street st road rd avenue ave lane ln drive dr court ct close way place pl boulevard blvd "
    "terrace crescent square gardens highway hwy parkway grove mews";
constexpr std::string_view kSureStreets =
    "street road rd avenue ave lane boulevard blvd crescent terrace";
constexpr std::string_view kNoStreets =
    "down up the of on a this that my our along across minutes blocks miles houses doors years "
    "other "
    "one dirt busy long quiet main days times people more hours each every from to in and or is "
    "cars km feet meters metres high wrong same right next";
constexpr std::string_view kMonths =
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec";
constexpr std::string_view kStates =
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC";

bool is_digits(const Words& words, std::size_t i) {
  return i < words.size() && words[i].kind == Word::Kind::digits;
}
bool is_word(const Words& words, std::size_t i, std::string_view list) {
  return i < words.size() && among(list, words[i].lower);
}
bool is_plain_number(const Word& word, std::size_t longest) {
  return word.kind == Word::Kind::digits && word.lower.size() <= longest &&
         word.lower.find_first_not_of("0123456789") == std::string::npos;
}
/// "4", "3rd", "21st"
bool is_day(const Words& words, std::size_t i) {
  if (!is_digits(words, i)) return false;
  const std::string& lower = words[i].lower;
  const std::size_t digits = lower.find_first_not_of("0123456789");
  if (digits == std::string::npos) return lower.size() <= 2;
  return digits <= 2 && among("st nd rd th", std::string_view(lower).substr(digits));
}
bool is_year(const Words& words, std::size_t i) {
  return i < words.size() && is_plain_number(words[i], 4) && words[i].lower.size() == 4 &&
         (words[i].lower.starts_with("19") || words[i].lower.starts_with("20"));
}

/// The index behind a date that begins at `i`; `i` itself: there is none.
std::size_t behind_date(const Words& words, std::size_t i) {
  // 04/05/1990, 1990-05-04
  if (i + 4 < words.size() && is_plain_number(words[i], 4) && is_word(words, i + 1, "/ - .") &&
      is_plain_number(words[i + 2], 2) && words[i + 3].lower == words[i + 1].lower &&
      is_plain_number(words[i + 4], 4))
    return i + 5;
  std::size_t at = i;
  if (is_day(words, at)) {
    ++at;
    if (is_word(words, at, "of")) ++at;
    if (!is_word(words, at, kMonths)) return i;
    ++at;
  } else if (is_word(words, at, kMonths)) {
    ++at;
    if (is_word(words, at, "the")) ++at;
    if (is_day(words, at))
      ++at;
    else if (!is_year(words, at))
      return i;
  } else {
    return is_year(words, at) ? at + 1 : i;
  }
  std::size_t year = at;
  if (is_word(words, year, ", in of")) ++year;
  return is_year(words, year) ? year + 1 : at;
}

bool ends_sentence(const Words& words, std::size_t i) {
  return is_word(words, i, "! ? \n") || (is_word(words, i, ".") && i + 1 < words.size() &&
                                         words[i + 1].starts && !is_digits(words, i + 1));
}

/// A house number, or the words of a street's name before its kind, from the kind backwards.
std::optional<std::size_t> home_begins(const Words& words, std::size_t kind) {
  const bool sure = among(kSureStreets, words[kind].lower);
  const bool capital = words[kind].capital;
  std::size_t at = kind;
  while (at > 0 && kind - at < 4 && words[at - 1].kind == Word::Kind::letters &&
         !among(kNoStreets, words[at - 1].lower) && (words[at - 1].capital || !capital))
    --at;
  if (at == kind && !(at > 0 && is_digits(words, at - 1) && !is_plain_number(words[at - 1], 9)))
    return std::nullopt;
  const bool numbered = at > 0 && is_digits(words, at - 1) && words[at - 1].lower.size() <= 5;
  if (numbered && (capital || (sure && kind - at <= 2))) return at - 1;
  const bool told = at > 0 && is_word(words, at - 1, "on at in near off live lives");
  return capital && sure && told ? std::optional(at) : std::nullopt;
}

/// What stands around a street: "Flat 3," before it, ", Apt 4B" behind.
Found widened(const Words& words, std::size_t first, std::size_t last) {
  constexpr std::string_view kParts = "flat apt apartment unit suite room";
  std::size_t before = first;
  if (before > 0 && words[before - 1].lower == ",") --before;
  if (before >= 2 && is_digits(words, before - 1) && is_word(words, before - 2, kParts))
    first = before - 2;
  std::size_t behind = last + 1;
  if (is_word(words, behind, ",")) ++behind;
  if (is_word(words, behind, kParts) && is_digits(words, behind + 1)) last = behind + 1;
  return {words[first].begin, words[last].end, "address"};
}

bool fits(std::string_view shown, std::string_view form) {
  if (shown.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const auto c = static_cast<unsigned char>(shown[i]);
    if (form[i] == 'A' ? std::isupper(c) == 0 : std::isdigit(c) == 0) return false;
  }
  return true;
}

/// "SW1A 1AA", "K1A 0B1", "CA 90210": how many words it has, or 0.
std::size_t post_code(std::string_view text, const Words& words, std::size_t i) {
  if (i + 1 >= words.size()) return 0;
  const auto shown = [&](std::size_t k) {
    return text.substr(words[k].begin, words[k].end - words[k].begin);
  };
  if (among(kStates, shown(i)) && fits(shown(i + 1), "11111")) return 2;
  if (fits(shown(i), "A1A") && fits(shown(i + 1), "1A1")) return 2;
  if (!fits(shown(i + 1), "1AA")) return 0;
  for (const char* form : {"A1", "A11", "AA1", "AA11", "A1A", "AA1A"})
    if (fits(shown(i), form)) return 2;
  return 0;
}

}  // namespace

void find_births(const Words& words, std::vector<Found>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_word(words, i, "born birthday birthdate dob birth birthdays")) continue;
    for (std::size_t k = i + 1; k < words.size() && k < i + 9 && !ends_sentence(words, k); ++k) {
      const std::size_t end = behind_date(words, k);
      const bool year_alone = end == k + 1 && is_word(words, i, "birthday birthdays");
      if (end == k || year_alone) continue;
      found.push_back({words[k].begin, words[end - 1].end, "date of birth"});
      break;
    }
    if (words[i].lower == "born") continue;
    // "4 May 1990 is my birthday"
    for (std::size_t k = i < 8 ? 0 : i - 8; k < i; ++k) {
      const std::size_t end = behind_date(words, k);
      if (end == k || end > i || !is_word(words, end, "is was 's =")) continue;
      found.push_back({words[k].begin, words[end - 1].end, "date of birth"});
      break;
    }
  }
}

void find_homes(std::string_view text, const Words& words, std::vector<Found>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (among(kStreets, words[i].lower))
      if (const auto first = home_begins(words, i)) found.push_back(widened(words, *first, i));
    if (const std::size_t count = post_code(text, words, i); count != 0)
      found.push_back({words[i].begin, words[i + count - 1].end, "address"});
    const bool box = is_word(words, i, "po") && is_word(words, i + 1, "box");
    if (box && is_digits(words, i + 2))
      found.push_back({words[i].begin, words[i + 2].end, "address"});
    if (is_word(words, i, "zip postcode zipcode")) {
      std::size_t k = i + 1;
      while (k < i + 4 && is_word(words, k, "code is : number")) ++k;
      if (is_digits(words, k) && words[k].lower.size() >= 4 && post_code(text, words, k) == 0)
        found.push_back({words[k].begin, words[k].end, "address"});
    }
  }
}

}  // namespace attune::corpus
