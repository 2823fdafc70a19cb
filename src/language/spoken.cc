#include "language/spoken.h"

#include <array>
#include <string_view>

#include "base/draw.h"
#include "language/word_table.h"

namespace attune::language {
namespace {

// As typed in a hurry; the rest of the grammar knows the long forms.
std::string_view spelled_out(std::string_view form) {
  static constexpr auto kShort = std::to_array<WordTable::Entry>({
      {"considerin", "considering"},
      {"cuttin", "cutting"},
      {"doin", "doing"},
      {"dyin", "dying"},
      {"endin", "ending"},
      {"feelin", "feeling"},
      {"gettin", "getting"},
      {"goin", "going"},
      {"harmin", "harming"},
      {"havin", "having"},
      {"hurtin", "hurting"},
      {"keepin", "keeping"},
      {"killin", "killing"},
      {"livin", "living"},
      {"meanin", "meaning"},
      {"plannin", "planning"},
      {"r", "are"},
      {"sayin", "saying"},
      {"takin", "taking"},
      {"talkin", "talking"},
      {"tellin", "telling"},
      {"thinkin", "thinking"},
      {"tryin", "trying"},
      {"u", "you"},
      {"ur", "your"},
      {"urself", "yourself"},
      {"wakin", "waking"},
      {"wantin", "wanting"},
      {"yourslef", "yourself"},
  });
  static const WordTable kForms(kShort);
  const std::string_view* spelled = kForms.find(form);
  return spelled == nullptr ? form : *spelled;
}

bool stands(Where where, const Wording::Sentence& sentence) {
  if (where == Where::anywhere) return true;
  if (sentence.asks != (where == Where::questions)) return false;
  return where != Where::assertions || !sentence.reflects;
}

}  // namespace

Spoken::Spoken(const Tokens& tokens) : tokens_(tokens) {
  wording_.words.reserve(tokens.list.size());
  wording_.keys.reserve(tokens.list.size());
  origin_.reserve(tokens.list.size());
  for (std::size_t i = 0; i < tokens.list.size(); ++i) take(i);
  close(false);
}

Spoken::Words Spoken::find(const Patterns& patterns, const Wording::Sentence& sentence) const {
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const std::size_t end = patterns.furthest(wording_, sentence, at);
    if (end > at) return {at, end};
  }
  return {};
}

Spoken::Words Spoken::find(const Patterns& patterns, Where where) const {
  for (const auto& sentence : wording_.sentences) {
    if (!stands(where, sentence)) continue;
    if (const Words words = find(patterns, sentence); !words.empty()) return words;
  }
  return {};
}

conversation::Span Spoken::span(Words words) const {
  return {tokens_.list[origin_[words.first]].start, tokens_.list[origin_[words.last - 1]].end};
}

void Spoken::take(std::size_t i) {
  const auto form = tokens_.form(tokens_.list[i]);
  if (tokens_.list[i].kind == Token::Kind::mark) {
    if (form == "?" || form == "." || form == "!" || form == ";") close(form == "?");
    return;
  }
  if (tokens_.list[i].kind != Token::Kind::symbol) open_contraction(form, i);
}

void Spoken::open_contraction(std::string_view form, std::size_t i) {
  if (form == "gonna") return push("going", i), push("to", i);
  if (form == "wanna") return push("want", i), push("to", i);
  if (form == "can't" || form == "cannot") return push("can", i), push("not", i);
  if (form == "won't") return push("will", i), push("not", i);
  if (form.size() > 3 && form.ends_with("n't")) {
    push(form.substr(0, form.size() - 3), i);
    return push("not", i);
  }
  const std::size_t cut = form.find('\'');
  push(form.substr(0, cut), i);
  if (cut == form.npos) return;
  const auto ending = form.substr(cut);
  if (ending == "'re") push("are", i);
  if (ending == "'m") push("am", i);
  if (ending == "'s") push("is", i);
  if (ending == "'ve") push("have", i);
  if (ending == "'ll") push("will", i);
  if (ending == "'d") push("would", i);
}

void Spoken::push(std::string_view form, std::size_t i) {
  const std::string_view word = spelled_out(form);
  wording_.words.emplace_back(word);
  wording_.keys.push_back(base::hash(word));
  origin_.push_back(i);
}

void Spoken::close(bool mark) {
  const std::size_t first = wording_.sentences.empty() ? 0 : wording_.sentences.back().last;
  if (first == wording_.words.size()) return;
  wording_.sentences.push_back(
      {first, wording_.words.size(), mark, false, past_fillers(wording_.words, first)});
}

}  // namespace attune::language
