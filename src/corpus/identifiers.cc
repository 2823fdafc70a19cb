#include "corpus/identifiers.h"

#include <algorithm>
#include <cctype>

namespace attune::corpus {
namespace {

bool is_alnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t span_of(std::string_view text, std::size_t from, std::string_view also) {
  std::size_t end = from;
  while (end < text.size() && (is_alnum(text[end]) || also.find(text[end]) != also.npos)) ++end;
  return end;
}

std::size_t without_tail(std::string_view text, std::size_t begin, std::size_t end,
                         std::string_view tail) {
  while (end > begin && tail.find(text[end - 1]) != tail.npos) --end;
  return end;
}

void find_email(std::string_view text, std::size_t at, std::vector<Found>& found) {
  std::size_t begin = at;
  while (begin > 0 && (is_alnum(text[begin - 1]) ||
                       std::string_view("._%+-").find(text[begin - 1]) != std::string_view::npos))
    --begin;
  const std::size_t end = without_tail(text, at + 1, span_of(text, at + 1, ".-"), ".-");
  const std::size_t dot = text.substr(0, end).rfind('.');
  if (begin < at && dot != text.npos && dot > at + 1 && end - dot > 2)
    found.push_back({begin, end, "email"});
}

/// The end of a name of a site that begins at `begin`, with what follows its slash; 0: it is none.
std::size_t bare_link(std::string_view text, std::size_t begin) {
  const std::size_t host = without_tail(text, begin, span_of(text, begin, ".-"), ".-");
  const std::size_t dot = text.substr(begin, host - begin).rfind('.');
  if (dot == text.npos || dot == 0) return 0;
  const std::string_view ending = text.substr(begin + dot + 1, host - begin - dot - 1);
  const bool path =
      host < text.size() && text[host] == '/' && host + 1 < text.size() && is_alnum(text[host + 1]);
  const bool sure = among("com org net edu gov uk info", ending);
  if (!sure && !(path && among("gg me ly io co tv be", ending))) return 0;
  if (!path) return host;
  std::size_t end = host;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ') ++end;
  return without_tail(text, host, end, ".,;:!?)\"'>");
}

/// Digits with what may part them, from `begin`: "+44 (0)20 7946-0958".
struct Digits {
  std::vector<std::size_t> groups;  ///< how many digits stand together
  std::size_t count = 0, end = 0;
  bool plus = false, dashed = false;
  char first = 0;
  std::string all;
};

Digits digits_from(std::string_view text, std::size_t begin) {
  Digits out;
  out.end = begin;
  std::size_t at = begin;
  if (text[at] == '+') {
    out.plus = true;
    ++at;
  }
  bool together = false;
  for (int between = 0; at < text.size() && between < 3; ++at) {
    const char c = text[at];
    if (is_digit(c)) {
      if (!together) out.groups.push_back(0);
      together = true;
      ++out.groups.back();
      out.all += c;
      out.end = at + 1;
      between = 0;
    } else if (c == ' ' || c == '-' || c == '(' || c == ')' ||
               (c == '.' && at + 1 < text.size() && is_digit(text[at + 1]))) {
      together = false;
      out.dashed = out.dashed || c == '-';
      ++between;
    } else {
      break;
    }
  }
  out.count = out.all.size();
  out.first = out.all.empty() ? '\0' : out.all.front();
  return out;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// Numbers that count something, or days, not lines of a phone.
bool is_date_or_list(const Digits& digits) {
  const auto& groups = digits.groups;
  if (groups.size() == 3 && digits.count <= 8 && groups[1] <= 2 &&
      (is_year(digits.all.substr(0, 4)) || is_year(digits.all.substr(digits.count - 4))))
    return true;
  if (std::ranges::all_of(groups, [](std::size_t n) { return n <= 2; })) return true;
  return std::ranges::all_of(groups, [](std::size_t n) { return n == 4; }) &&
         is_year(digits.all.substr(0, 4));
}

bool has_form_of_phone(const Digits& digits) {
  using Groups = std::vector<std::size_t>;
  if (digits.plus) return digits.count >= 8 && digits.count <= 15;
  if (digits.first == '0') return digits.count >= 9 && digits.count <= 12;
  if (digits.groups == Groups{3, 3, 4} || digits.groups == Groups{1, 3, 3, 4}) return true;
  if (digits.groups == Groups{3, 4}) return digits.dashed;
  return digits.groups.size() == 1 && (digits.count == 10 || digits.count == 11);
}

/// The word before `at`, if it stands within `reach` words.
bool is_near(const std::vector<Word>& words, std::size_t at, int reach, std::string_view list) {
  auto word = std::ranges::lower_bound(words, at, {}, &Word::begin);
  for (int i = 0; i < reach && word != words.begin(); ++i) {
    --word;
    if (among(". ! ? \n", word->lower)) return false;
    if (among(list, word->lower)) return true;
  }
  return false;
}

constexpr std::string_view kCalls =
    "call text phone number mobile cell tel telephone ring whatsapp reach line digits";
constexpr std::string_view kMeasures =
    "dollars pounds euros people steps followers years views calories words km miles percent times "
    "kr rupees bucks grand subscribers hours minutes";

bool counts_something(const std::vector<Word>& words, std::size_t end) {
  const auto next = std::ranges::lower_bound(words, end, {}, &Word::begin);
  return next != words.end() && (next->lower == "%" || among(kMeasures, next->lower));
}

void find_number(std::string_view text, const std::vector<Word>& words, std::size_t& at,
                 std::vector<Found>& found) {
  const char before = at == 0 ? ' ' : text[at - 1];
  const Digits digits = digits_from(text, at);
  const std::size_t begin = at;
  at = std::max(at + 1, digits.end);
  const bool in_a_word = is_alnum(before) || static_cast<unsigned char>(before) >= 0x80 ||
                         std::string_view("$.,/-_#@").find(before) != std::string_view::npos;
  if (digits.count < 7 || in_a_word || (digits.end < text.size() && is_alnum(text[digits.end])))
    return;
  if (is_date_or_list(digits) || counts_something(words, digits.end)) return;
  using Groups = std::vector<std::size_t>;
  const std::size_t opened =
      text[begin] == '(' || begin == 0 || text[begin - 1] != '(' ? begin : begin - 1;
  if (digits.groups == Groups{3, 2, 4} || digits.groups == Groups{4, 4, 4, 4} || digits.count > 12)
    found.push_back({begin, digits.end, "number"});
  else if (has_form_of_phone(digits) || is_near(words, begin, 6, kCalls))
    found.push_back({opened, digits.end, "phone"});
}

constexpr std::string_view kIds =
    "case reference ref id policy member membership account passport licence license nhs ssn "
    "security insurance student patient medicare mrn badge booking ticket claim iban employee "
    "payroll visa inmate registration enrollment";
constexpr std::string_view kLinks = "number no num # is was : = my the code . it's are id";

/// "my student ID is 20451177", "case number AB-1234".
void find_named_number(std::string_view text, const std::vector<Word>& words, std::size_t i,
                       std::vector<Found>& found) {
  if (!among(kIds, words[i].lower)) return;
  bool named = false;
  std::size_t next = i + 1;
  while (next < words.size() && next < i + 7 && among(kLinks, words[next].lower)) {
    named = named || among("number no num # id", words[next].lower);
    ++next;
  }
  named =
      named || words[i].lower == "id" || words[i].lower == "ssn" || words[i].lower == "passport";
  if (next >= words.size() || words[next].kind == Word::Kind::mark) return;
  std::size_t end =
      without_tail(text, words[next].begin, span_of(text, words[next].begin, "-/"), "-/");
  if (is_digit(text[words[next].begin]))
    end = std::max(end, digits_from(text, words[next].begin).end);
  const std::string_view shown = text.substr(words[next].begin, end - words[next].begin);
  const auto digits = std::ranges::count_if(shown, is_digit);
  if (digits >= 4 && (named || digits >= 6) && !(is_year(shown) && !named))
    found.push_back({words[next].begin, end, "number"});
}

/// "AB123456" by itself.
bool is_code(std::string_view text, const Word& word) {
  const std::string_view shown = text.substr(word.begin, word.end - word.begin);
  const auto first = std::ranges::find_if(shown, is_digit);
  const auto letters = first - shown.begin();
  const bool capitals =
      std::all_of(shown.begin(), first, [](char c) { return c >= 'A' && c <= 'Z'; });
  const auto digits = std::ranges::count_if(shown, is_digit);
  return letters >= 1 && letters <= 4 && capitals && digits >= 5;
}

/// A British number of national insurance: "QQ 12 34 56 C".
bool is_national_insurance(const std::vector<Word>& words, std::size_t i) {
  if (i + 4 >= words.size() || !words[i].shouted || words[i].lower.size() != 2) return false;
  for (std::size_t k = 1; k < 4; ++k)
    if (words[i + k].kind != Word::Kind::digits || words[i + k].lower.size() != 2) return false;
  return words[i + 4].capital && words[i + 4].lower.size() == 1;
}

}  // namespace

bool among(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; !word.empty() && (at = list.find(word, at)) != list.npos; ++at) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

void find_addresses_online(std::string_view text, std::vector<Found>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '@') find_email(text, at, found);
    const bool fresh = at == 0 || (!is_alnum(text[at - 1]) && text[at - 1] != '@' &&
                                   text[at - 1] != '.' && text[at - 1] != '/');
    if (!fresh || !is_alnum(text[at])) continue;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")) {
      std::size_t end = at;
      while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ') ++end;
      found.push_back({at, without_tail(text, at, end, ".,;:!?)\"'>"), "link"});
    } else if (const std::size_t end = bare_link(text, at); end != 0) {
      if (end >= text.size() || text[end] != '@') found.push_back({at, end, "link"});
    }
  }
}

void find_handles(std::string_view text, const std::vector<Word>& words,
                  std::vector<Found>& found) {
  constexpr std::string_view kNetworks =
      "insta instagram ig snap snapchat tiktok discord twitter telegram kik skype reddit steam psn";
  constexpr std::string_view kHandles = "username handle gamertag screenname";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '@' || (at > 0 && is_alnum(text[at - 1]))) continue;
    const std::size_t end = without_tail(text, at + 1, span_of(text, at + 1, "_."), ".");
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const bool letters =
        std::ranges::any_of(name, [](char c) { return is_alnum(c) && !is_digit(c); });
    if (name.size() >= 3 && letters && !among("home work school uni college", name))
      found.push_back({at, end, "handle"});
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool handle = among(kHandles, words[i].lower);
    if (!handle && !among(kNetworks, words[i].lower)) continue;
    std::size_t next = i + 1;
    while (next < words.size() && next < i + 4 &&
           among("is : = name username handle account tag", words[next].lower))
      ++next;
    if (next >= words.size() || next == i + 1) continue;
    const std::size_t begin = words[next].begin;
    const std::size_t end = without_tail(text, begin, span_of(text, begin, "_.#-"), ".-");
    const std::string_view name = text.substr(begin, end - begin);
    const bool odd = name.find_first_of("0123456789_#") != name.npos;
    if (name.size() >= 3 && (odd || (handle && words[next - 1].lower == "is")))
      found.push_back({begin, end, "handle"});
  }
}

void find_numbers(std::string_view text, const std::vector<Word>& words,
                  std::vector<Found>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    find_named_number(text, words, i, found);
    if (words[i].kind == Word::Kind::digits && is_code(text, words[i]))
      found.push_back({words[i].begin, words[i].end, "number"});
    if (is_national_insurance(words, i))
      found.push_back({words[i].begin, words[i + 4].end, "number"});
  }
  for (std::size_t at = 0; at < text.size();) {
    const bool plus = text[at] == '+' && at + 1 < text.size() && is_digit(text[at + 1]);
    if (is_digit(text[at]) || plus)
      find_number(text, words, at, found);
    else
      ++at;
  }
}

std::vector<Found> find_identifiers(std::string_view text, const std::vector<Word>& words) {
  std::vector<Found> all;
  find_addresses_online(text, all);
  find_births(words, all);
  find_homes(text, words, all);
  find_handles(text, words, all);
  find_numbers(text, words, all);
  std::vector<Found> kept;
  for (const Found& one : all) {
    const auto over = [&](const Found& other) {
      return one.begin < other.end && other.begin < one.end;
    };
    if (std::ranges::none_of(kept, over)) kept.push_back(one);
  }
  std::ranges::sort(kept, {}, &Found::begin);
  return kept;
}

}  // namespace attune::corpus
