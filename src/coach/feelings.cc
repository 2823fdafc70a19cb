#include "coach/feelings.h"

#include <algorithm>
#include <span>
#include <string>

#include "coach/plain_words.h"

namespace attune::coach {
namespace {

using Span = std::span<const PlainWord>;

const WordList kNegations(
    "not no never hardly barely isn't wasn't don't didn't can't won't nothing neither nor less "
    "without "
    "haven't hasn't couldn't wouldn't aren't nobody stop stopped if");
const WordList kOthers(
    "she he they it you we who she's he's they're it's you're we're her him them there there's "
    "people "
    "your his their everyone everybody someone that's");
const WordList kSteps(
    "so just a bit pretty really very quite dead too well more still always only that feeling been "
    "kind of "
    "sort little wee no and or but mostly mainly yeah aye yes maybe both proper rather");

// Looks back from the word, within its sentence, for whose feeling it is.
bool is_the_clients(Span words, std::size_t at) {
  bool reached_me = false;
  std::size_t steps = 0;
  for (std::size_t back = at; back > 0; ++steps) {
    const PlainWord& word = words[--back];
    if (ends_sentence(word.mark)) break;
    if (steps < 3 && is_one_of(kNegations, word.form) && word.mark == 0) return false;
    if (is_one_of("i i'm i've i'd", word.form)) return true;
    reached_me = reached_me || word.form == "me";
    if (is_one_of(kOthers, word.form)) return reached_me;
    if (!is_one_of(kSteps, word.form) && word.mark == ',' && steps == 0) return true;
  }
  const std::size_t start = at - std::min(steps, at);
  return reached_me ||
         std::all_of(words.begin() + static_cast<std::ptrdiff_t>(start),
                     words.begin() + static_cast<std::ptrdiff_t>(at),
                     [](const PlainWord& word) { return is_one_of(kSteps, word.form); });
}

// "I am afraid so", "My mind has gone, I'm afraid."
bool is_courtesy(Span words, std::size_t at) {
  if (words[at].form != "afraid") return false;
  if (at + 1 < words.size() && words[at].mark == 0) return is_one_of("so not", words[at + 1].form);
  const std::size_t said = at > 0 && words[at - 1].form == "am" ? at - 1 : at;  // "I am", "I'm"
  return said > 1 && words[said - 2].mark == ',';
}

// The words speak of the client by themselves: "breaks my heart", "i hate".
bool speaks_of_me(const std::string& from) {
  if (from.find(' ') == from.npos) return false;
  const PlainWords words = plain_words(from);
  return holds_sequence(words, "me") || holds_sequence(words, "myself") ||
         holds_sequence(words, "my") || from.starts_with("i");
}

}  // namespace

FeelingFinder::FeelingFinder(const std::vector<Feeling>& feelings) : feelings_(feelings) {
  for (std::size_t i = 0; i < feelings.size(); ++i)
    for (const std::string& from : feelings[i].from) from_.add(i, from);
}

bool FeelingFinder::named(Span words) const {
  bool any = false;
  for (std::size_t at = 0; at < words.size() && !any; ++at)
    from_.each(words.subspan(at), [&](std::size_t, const std::string&) { any = true; });
  return any;
}

std::vector<FeelingSaid> FeelingFinder::said(Span words) const {
  std::vector<FeelingSaid> found;
  for (std::size_t at = words.size(); at-- > 0;) {
    from_.each(words.subspan(at), [&](std::size_t which, const std::string& from) {
      const Feeling* feeling = &feelings_[which];
      const auto same = [&](const FeelingSaid& one) { return one.feeling == feeling; };
      if (std::any_of(found.begin(), found.end(), same)) return;
      if (is_courtesy(words, at)) return;
      if (!speaks_of_me(from) && !is_the_clients(words, at)) return;
      const auto size = static_cast<std::size_t>(std::count(from.begin(), from.end(), ' ')) + 1;
      found.push_back({feeling, typed(words.subspan(at, size))});
    });
  }
  return found;
}

}  // namespace attune::coach
