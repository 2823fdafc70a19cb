#include "client/principle.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/yaml.h"
#include "language/pattern.h"
#include "language/tokens.h"

namespace attune::client {
namespace {

namespace yaml = base::yaml;

constexpr std::size_t kIdWords = 4;  // of the principle, for its id

bool stands_in(const std::vector<std::string>& phrase, const language::Wording& text) {
  const auto word = [&](std::size_t at) {
    return text.words.begin() + static_cast<std::ptrdiff_t>(at);
  };
  return std::ranges::any_of(text.sentences, [&](const language::Wording::Sentence& sentence) {
    return std::search(word(sentence.first), word(sentence.last), phrase.begin(), phrase.end()) !=
           word(sentence.last);
  });
}

/// A text as YAML writes it in double quotes, on one line.
std::string quoted(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (byte < 0x20 || byte == 0x7f)
      out += std::string("\\x") + kHex[byte >> 4U] + kHex[byte & 15U];
    else
      out += c;
  }
  return out + "\"";
}

std::string list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + quoted(text);
  return out + "]";
}

/// "He does not thank anybody." gives "he-does-not-thank".
std::string id_from(std::string_view principle, const std::set<std::string>& taken) {
  std::string id;
  std::size_t words = 0;
  for (const char c : principle) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0)
      id += static_cast<char>(std::tolower(byte));
    else if (byte != '\'' && byte < 0x80 && !id.empty() && id.back() != '-' && ++words < kIdWords)
      id += '-';
    if (words == kIdWords) break;
  }
  while (id.ends_with('-')) id.pop_back();
  if (id.empty()) id = "principle";
  if (!taken.contains(id)) return id;
  for (int i = 2;; ++i)
    if (const std::string next = id + "-" + std::to_string(i); !taken.contains(next)) return next;
}

std::string entry(const Comment& comment, std::size_t indent) {
  const std::string before(indent + 2, ' ');
  std::string out = std::string(indent, ' ') + "- id: " + comment.id + "\n";
  out += before + "principle: " + quoted(comment.principle) + "\n";
  if (!comment.by.empty()) out += before + "by: " + quoted(comment.by) + "\n";
  out += before + "seed: " + std::to_string(comment.seed) + "\n" + before + "talk:";
  if (comment.talk.empty()) out += " []";
  out += "\n";
  for (const std::string& turn : comment.talk) out += before + "  - " + quoted(turn) + "\n";
  if (!comment.never.empty()) out += before + "never: " + list(comment.never) + "\n";
  if (!comment.replies.empty()) out += before + "replies: " + list(comment.replies) + "\n";
  return out;
}

/// Where `line`, from 0, begins.
std::size_t start_of(std::string_view text, int line) {
  std::size_t at = 0;
  for (; line > 0 && at < text.size(); --line) {
    const std::size_t end = text.find('\n', at);
    at = end == text.npos ? text.size() : end + 1;
  }
  return at;
}

/// Where the part of the document under the key of `line` ends: before the next key of the root,
/// and before the blank lines and comments that lead to it.
std::size_t end_of_part(std::string_view text, const yaml::Node& root, int line) {
  std::size_t end = text.size();
  for (const yaml::Entry& entry : root.entries())
    if (entry.key.mark().line > line) end = std::min(end, start_of(text, entry.key.mark().line));
  const std::size_t first = start_of(text, line + 1);
  while (end > first) {
    const std::size_t last = text.rfind('\n', end - 2) + 1;
    const std::string_view words = text.substr(last, end - last);
    if (words.find_first_not_of(" \t\r\n") != words.npos && words[0] != '#') break;
    end = last;
  }
  return end;
}

}  // namespace

std::optional<std::size_t> find_phrase(const std::vector<std::string>& phrases,
                                       std::string_view text) {
  const language::Wording said = language::wording(text);
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const std::vector<std::string> words = language::wording(phrases[i]).words;
    const bool stands = words.empty() ? text.find(phrases[i]) != text.npos : stands_in(words, said);
    if (stands && !phrases[i].empty()) return i;
  }
  return std::nullopt;
}

std::vector<std::string> asked_in(std::string_view turn) {
  std::vector<std::string> asked;
  std::string_view longest;
  for (std::string_view piece : language::sentences(turn)) {
    piece.remove_prefix(std::min(piece.find_first_not_of(" \t\r\n"), piece.size()));
    const language::Wording words = language::wording(piece);
    if (std::ranges::any_of(words.sentences, &language::Wording::Sentence::asks))
      asked.emplace_back(piece);
    if (piece.size() > longest.size()) longest = piece;
  }
  if (asked.empty() && !longest.empty()) asked.emplace_back(longest);
  return asked;
}

base::Result<std::string> add_principle(std::string_view text, Comment comment) {
  const auto root = yaml::parse(text);
  if (!root || !root->is_map())
    return base::fail(base::Code::invalid, "the case is no YAML map; mend what `case check` names");
  std::set<std::string> taken;
  std::optional<yaml::Entry> principles;
  for (const yaml::Entry& part : root->entries())
    if (part.key.scalar() == "principles") principles = part;
  const auto entries = principles ? principles->value.list() : std::vector<yaml::Node>{};
  for (const yaml::Node& one : entries) taken.insert(one["id"].scalar());
  if (comment.id.empty()) comment.id = id_from(comment.principle, taken);
  std::string whole(text);
  if (!whole.empty() && !whole.ends_with('\n')) whole += '\n';
  if (!principles) return whole + "principles:\n" + entry(comment, 2);
  const int line = principles->key.mark().line;
  const bool written_out =
      principles->value.is_list()
          ? !entries.empty() && entries[0].mark().column >= 2 &&
                whole[start_of(whole, principles->value.mark().line) +
                      static_cast<std::size_t>(principles->value.mark().column)] == '-'
          : !principles->value.is_map() && principles->value.scalar().empty();
  if (!written_out)
    return base::fail(
        base::Code::invalid,
        "write `principles:` with each entry on lines of its own that begin with `-`");
  const std::size_t indent =
      entries.empty() ? 2 : static_cast<std::size_t>(entries[0].mark().column) - 2;
  whole.insert(end_of_part(whole, *root, line), entry(comment, indent));
  return whole;
}

}  // namespace attune::client
