#include "corpus/speakers.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"

namespace attune::corpus {
namespace {

using conversation::Speaker;

constexpr std::array<std::string_view, 10> kClients{
    "client",  "seeker", "help-seeker", "helpseeker", "help seeker",
    "patient", "user",   "caller",      "texter",     "visitor"};
constexpr std::array<std::string_view, 11> kSupporters{
    "supporter", "helper",    "therapist", "counselor",   "counsellor",    "assistant",
    "listener",  "volunteer", "clinician", "interviewer", "peer supporter"};
constexpr std::array<std::string_view, 4> kNobody{"system", "developer", "tool", "function"};

bool among(const auto& names, std::string_view name) {
  return std::find(names.begin(), names.end(), plain_name(name)) != names.end();
}

std::string trimmed(std::string_view text) {
  constexpr const char* kSpaces = " \n\t\r";
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1));
}

/// Line ends and tabs as one of each kind; all other control characters are left out.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string plain = trimmed(name);
  std::transform(plain.begin(), plain.end(), plain.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return plain;
}

std::optional<Speaker> speaker_called(std::string_view name) {
  if (among(kClients, name)) return Speaker::client;
  if (among(kSupporters, name)) return Speaker::supporter;
  return std::nullopt;
}

bool is_nobody(std::string_view name) {
  return among(kNobody, name);
}

std::string plain_words(std::string_view text) {
  const std::string repaired = base::to_utf8(text);
  std::string plain;
  for (std::size_t at = 0; at < repaired.size();) {
    const char32_t c = base::next(repaired, at);
    if (c == '\t' || (is_control(c) && c == 0x85))
      plain += ' ';
    else if (c == '\n' || !is_control(c))
      base::append(plain, c);
  }
  return trimmed(plain);
}

}  // namespace attune::corpus
