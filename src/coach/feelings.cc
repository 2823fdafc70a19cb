#include "coach/feelings.h"

#include <algorithm>
#include <span>
#include <string>

#include "coach/plain_words.h"

namespace attune::coach {
namespace {

using Span = std::span<const PlainWord>;

constexpr std::string_view kNegations =
    "not no never hardly barely isn't wasn't don't didn't can't won't nothing neither nor less "
    "without "
    "haven't hasn't couldn't wouldn't aren't nobody stop stopped if";
constexpr std::string_view kClient = "i i'm i've i'd me my myself";
constexpr std::string_view kOthers =
    "she he they it you we who she's he's they're it's you're we're her him them there there's "
    "people "
    "your his their everyone everybody someone that's";
constexpr std::string_view kSteps =
    "so just a bit pretty really very quite dead too well more still always only that feeling been "
    "kind of "
    "sort little wee no and or but mostly mainly yeah aye yes maybe both proper rather";

bool matches(Span words, std::string_view phrase) {
  if (words.front().form.front() != phrase.front()) return false;  // most differ here
  const auto size = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ') + 1);
  return words.size() >= size && holds_sequence(words.first(size), phrase);
}

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

bool takes_up(Span words, std::size_t at, const Feeling& feeling) {
  return std::any_of(feeling.from.begin(), feeling.from.end(), [&](const std::string& from) {
    if (!matches(words.subspan(at), from)) return false;
    const bool speaks_of_me =
        std::any_of(from.begin(), from.end(), [](char c) { return c == ' '; }) &&
        (holds_sequence(plain_words(from), "me") || holds_sequence(plain_words(from), "myself") ||
         holds_sequence(plain_words(from), "my") || from.starts_with("i"));
    return speaks_of_me || is_the_clients(words, at);
  });
}

}  // namespace

bool names_feeling(std::string_view said, const std::vector<Feeling>& feelings) {
  const PlainWords words = plain_words(said);
  return std::ranges::any_of(feelings, [&](const Feeling& feeling) {
    return std::ranges::any_of(
        feeling.from, [&](const std::string& from) { return holds_sequence(words, from); });
  });
}

std::vector<const Feeling*> feelings_said(std::string_view said,
                                          const std::vector<Feeling>& feelings) {
  const PlainWords words = plain_words(said);
  std::vector<const Feeling*> found;
  for (std::size_t at = words.size(); at-- > 0;) {
    for (const Feeling& feeling : feelings) {
      if (!takes_up(words, at, feeling)) continue;
      if (std::find(found.begin(), found.end(), &feeling) == found.end()) found.push_back(&feeling);
    }
  }
  return found;
}

}  // namespace attune::coach
