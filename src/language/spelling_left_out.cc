#include <cstddef>
#include <optional>
#include <string_view>

#include "language/mender.h"
#include "language/spelling.h"
#include "language/spelling_words.h"
#include "language/word_table.h"

namespace attune::language {
namespace {

// A part of a sentence with a subject of its own can begin after these.
constexpr std::string_view kBeforeSubjects =
    "actually also although and as because but if like maybe now or since so still that then "
    "though until when while";
constexpr std::string_view kBetween =
    "also always damn just never not quite really so still too very";
constexpr std::string_view kIngs =
    "anything being bring during evening everything fucking king morning nothing ring sing "
    "something "
    "string swing thing";

std::string_view with_be(std::string_view subject) {
  if (subject == "i") return "i'm";
  if (subject == "you") return "you're";
  if (subject == "we") return "we're";
  if (subject == "they") return "they're";
  if (subject == "he") return "he's";
  return subject == "she" ? "she's" : "";
}

/// What the token is read as: a subject whose "am" or "are" was left out.
std::string_view whole(const Tokens& tokens, std::size_t at) {
  static const WordList kOpens(kBeforeSubjects), kMay(kBetween), kFelts(kFelt), kNot(kIngs);
  const std::string_view meant = with_be(tokens.form(tokens.list[at]));
  if (meant.empty()) return "";
  if (at > 0 && tokens.list[at - 1].kind == Token::Kind::word &&
      !kOpens.has(tokens.form(tokens.list[at - 1])))
    return "";
  std::size_t next = at + 1;
  while (next < tokens.list.size() && kMay.has(tokens.form(tokens.list[next]))) ++next;
  if (next >= tokens.list.size() || next > at + 3) return "";
  const std::string_view form = tokens.form(tokens.list[next]);
  const bool doing = form.size() > 4 && form.ends_with("ing") && !kNot.has(form);
  return doing || kFelts.has(form) ? meant : "";
}

bool asks(const Tokens& tokens, std::size_t at) {
  for (; at < tokens.list.size(); ++at) {
    const std::string_view form = tokens.form(tokens.list[at]);
    if (form == "?") return true;
    if (form == "." || form == "!") return false;
  }
  return false;
}

}  // namespace

void mend_left_out(Tokens& tokens) {
  std::optional<Mender> mender;
  const std::size_t size = tokens.list.size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::string_view meant = whole(tokens, i);
    if (meant.empty() || asks(tokens, i)) {
      if (mender) mender->keep(tokens.list[i]);
      continue;
    }
    if (!mender) mender.emplace(tokens, i);
    mender->put(tokens.list[i], meant);
  }
  if (mender) mender->finish();
}

}  // namespace attune::language
