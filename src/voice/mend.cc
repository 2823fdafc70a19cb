#include "voice/mend.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace attune::voice {
namespace {

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Some models think aloud first; one that never stopped thinking has said nothing.
std::string without_reasoning(std::string text) {
  for (std::size_t open = text.find("<think>"); open != text.npos; open = text.find("<think>")) {
    const std::size_t close = text.find("</think>", open);
    text.erase(open, close == text.npos ? text.npos : close + 8 - open);
  }
  if (const std::size_t close = text.find("</think>"); close != text.npos) text.erase(0, close + 8);
  return text;
}

void drop_quotes(std::string& text) {
  if (text.size() > 1 && text.front() == '"' && text.back() == '"' &&
      std::ranges::count(text, '"') == 2)
    text = trimmed(std::string_view(text).substr(1, text.size() - 2));
}

void drop_name(std::string& line, std::string_view name) {
  if (line.size() <= name.size() || line[name.size()] != ':') return;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (lower(line[i]) != lower(name[i])) return;
  line = trimmed(std::string_view(line).substr(name.size() + 1));
}

/// Words of two and more capitals are shouted or names of things, and stay.
void lower_case(std::string& line) {
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && (is_letter(line[end]) || line[end] == '\'')) ++end;
    const bool capitals =
        end - at > 1 && std::ranges::all_of(line.begin() + static_cast<std::ptrdiff_t>(at),
                                            line.begin() + static_cast<std::ptrdiff_t>(end),
                                            [](char c) { return lower(c) != c; });
    for (std::size_t i = at; i < end && !capitals; ++i) line[i] = lower(line[i]);
    at = std::max(end, at + 1);
  }
}

void drop_full_stop(std::string& line) {
  if (line.size() > 1 && line.ends_with('.') && std::ranges::count(line, '.') == 1) line.pop_back();
}

}  // namespace

std::vector<std::string> mend(std::string_view answer, std::string_view name,
                              const Typing& typing) {
  std::string text = trimmed(without_reasoning(std::string(answer)));
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kStraight = {
      {{"’", "'"}, {"‘", "'"}, {"“", "\""}, {"”", "\""}, {"...", "…"}}};
  for (const auto& [from, to] : kStraight) replace_all(text, from, to);
  if (!typing.dashes)
    for (const std::string_view dash : {" — ", " – ", "—"}) replace_all(text, dash, ", ");
  drop_quotes(text);
  std::vector<std::string> bubbles;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = trimmed(std::string_view(text).substr(at, end - at));
    at = end + 1;
    drop_name(line, name);
    drop_quotes(line);
    if (typing.lower_case) lower_case(line);
    if (!typing.full_stops) drop_full_stop(line);
    if (!line.empty()) bubbles.push_back(std::move(line));
  }
  return bubbles;
}

}  // namespace attune::voice
