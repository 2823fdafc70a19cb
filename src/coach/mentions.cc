#include "coach/mentions.h"

#include <algorithm>
#include <span>

#include "coach/clause.h"
#include "coach/plain_words.h"

namespace attune::coach {
namespace {

using Span = std::span<const PlainWord>;

const WordList kKin(
    "wife husband partner girlfriend boyfriend mum mom mam mother dad da father parents daughter "
    "son kids "
    "children brother brothers sister sisters auntie aunt uncle gran granny grandad grandmother "
    "grandfather "
    "cousin niece nephew friend friends mate mates boss foreman neighbor neighbour teacher "
    "colleague family "
    "fiance ex godfather compadre grandson granddaughter");
const WordList kBeforeKin(
    "wee big little older younger oldest youngest elder best old late own two three");
const WordList kPersonVerbs(
    "says said thinks thought knows knew asks asked tells told calls called comes came wants "
    "wanted waves "
    "waved texts texted phones phoned laughs laughed leaves left packs packed meets met brings "
    "brought "
    "keeps noticed looks looked sits sat loves loved helps helped cried cries hates never still");
const WordList kAfterThing(
    "of at in on with and or but is was were are to for from by that which who when where if so "
    "because it "
    "down up off out back away over here like than just i i'm i've he she they you we my the a an "
    "now then still every this as isn't wasn't doesn't "
    "didn't has "
    "had would could might may ought will can died about whether why how what through under among "
    "anyway somewhere yesterday due even much louder himself herself myself behind round coming "
    "left "
    "goes went again all until till since before after while there here again just not");
// What cannot be asked about, or would sound odd or harsh.
const WordList kVague(
    "rest same way end first second third last next time times day days night nights morning "
    "mornings week "
    "weeks weekend month months year years moment minute minutes hour hours thing things one ones "
    "other "
    "others worst best only most part parts bit lot point kind sort truth question questions "
    "answer whole "
    "middle top bottom side back front reason idea problem matter fact fault mind life self own "
    "name age "
    "world people folk men man woman women boy boys girl girls lassie lad guy "
    "sound look word words sentence subject conversation chat talk message weather hell fuck "
    "fucking shit "
    "shite arse bastard bloody idiot "
    "pleasure number number amount place places case use case cases case more less long short late "
    "early "
    "good bad big small new old right wrong left afternoon evening summer winter autumn spring "
    "tonight today "
    "while once truth short dead death suicide body grave note rope knife pills advice help "
    "suggestions "
    "suggestion tip tips trouble edge line lines wall half turn news floor lot number list-of "
    "twelve two three four five six seven eight nine "
    "ten noon heart stomach head cheek elbow ears eyes throat face hair rule flat sleeve doubt "
    "benefit weekend start beginning future past plan "
    "experts expert least very open closed dark only same main "
    "little cold person angel saint eejit liar fraud robot human listener talker fella fellow "
    "chance "
    "change few hundred thousand typing think want wanting tired waking normal ordinary regular "
    "opposite phone hang vice fair hard scary sore fool visitor hand thumb finger arm wrist teeth "
    "tooth "
    "mouth ear "
    "brain "
    "chest wee exact longer better warm real nice lonely different lump size state version person "
    "grand great way-out couple student chef emergency think sec joke monster hugger reason stuff "
    "thought feeling size think figure relief why angel voice deal example crime hum blame opinion "
    "plot waste story speech connection detail company comfort limit nerve order excuse patience");
// After these "a ..." says what somebody is.
const WordList kBeing(
    "i'm you're he's she's they're we're am be being been is was as such not it's "
    "that's i i've like what");

// "at the window": where something is, is seldom what it is about.
const WordList kPlacing(
    "at in on to from by into behind under near over round around across through up down off "
    "outside inside "
    "beside with for like till until than out");

const WordList kNoNames(
    "january february april june july august september october november december nobody everybody "
    "everyone somebody someone people anybody anyone then now god jesus christ "
    "allah mine "
    "yours both few many some none nothing something everything what whatever");

bool breaks(char mark) {
  return mark != 0;
}

bool is_capitalized(const std::string& text) {
  return text.size() > 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z';
}

void add_new(Given given, std::vector<Given>& found) {
  if (given.text.empty()) return;
  const auto same = [&](const Given& one) { return one.text == given.text; };
  if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(given));
}

// "my wee sister" → "your wee sister", "my friend Sal" → "your friend Sal", or "".
Given kin_at(Span words) {
  std::string text = "your";
  for (std::size_t at = 1; at < std::min<std::size_t>(words.size(), 4); ++at) {
    if (breaks(words[at - 1].mark)) return {};
    text += ' ' + words[at].form;
    if (is_one_of(kKin, words[at].form)) {
      const bool named = at + 1 < words.size() && !breaks(words[at].mark) &&
                         is_capitalized(words[at + 1].text) && !words[at + 1].form.ends_with("'s");
      if (named) text += ' ' + words[++at].text;
      return {text, typed(words.first(at + 1))};
    }
    if (!is_one_of(kBeforeKin, words[at].form)) return {};
  }
  return {};
}

bool names_thing(const PlainWord& word) {
  constexpr std::size_t kLong = 6;  // "the politest", but "the guest"
  if (word.form.size() > kLong && word.form.ends_with("est")) return false;
  return word.form.size() > 2 && !word.form.ends_with("'s") && !is_one_of(kVague, word.form) &&
         !is_one_of(kAfterThing, word.form) && !is_one_of(kKin, word.form) &&
         !is_capitalized(word.text);
}

// One or two words after "the", "my" or "a" that end where a name for a thing would, and where it
// is or whose: "the notes on the fridge".
Given thing_at(Span words, bool goes_on = true) {
  std::string text = words[0].form == "my" ? "your" : "the";
  for (std::size_t at = 1; at < std::min<std::size_t>(words.size(), 3); ++at) {
    const std::string& form = words[at].form;
    if (breaks(words[at - 1].mark) || !names_thing(words[at])) return {};
    if (at == 2 && (words[1].form.ends_with('s') || form.ends_with("ing") || form.ends_with('s') ||
                    form.ends_with("ly") || is_finite_verb(form)))
      return {};
    text += ' ' + words[at].text;
    const bool last = at + 1 == words.size() || breaks(words[at].mark);
    const bool ends = last || is_one_of(kAfterThing, words[at + 1].form) ||
                      is_finite_verb(words[at + 1].form) || words[at + 1].form.ends_with('s');
    if (!ends) continue;
    Given thing{text, typed(words.first(at + 1))};
    const Span rest = words.subspan(std::min(at + 1, words.size()));
    if (!goes_on || last || rest.size() < 3 || breaks(rest[0].mark) ||
        !is_one_of("of in on from behind under beside", rest[0].form) ||
        !is_one_of("the my a an", rest[1].form))
      return thing;
    const Given where = thing_at(rest.subspan(1), false);
    if (!where.text.empty())
      thing = {text + ' ' + rest[0].text + ' ' + where.text, {thing.from.begin, where.from.end}};
    return thing;
  }
  return {};
}

}  // namespace

std::vector<Given> people_mentioned(Span words, std::string_view own_name) {
  std::vector<Given> found;
  for (std::size_t at = words.size(); at-- > 0;) {
    if (words[at].form == "my") add_new(kin_at(words.subspan(at)), found);
    const bool acts =
        at + 1 < words.size() && words[at].mark == 0 && is_one_of(kPersonVerbs, words[at + 1].form);
    const bool own = own_name.find(words[at].text) != own_name.npos;
    const bool common = is_one_of(kAfterThing, words[at].form) ||
                        is_one_of(kVague, words[at].form) || is_one_of(kKin, words[at].form) ||
                        is_one_of(kNoNames, words[at].form) || is_function_word(words[at].form) ||
                        words[at].form.ends_with("'s");
    if (acts && !own && !common && is_capitalized(words[at].text))
      add_new({words[at].text, words[at].typed}, found);
  }
  return found;
}

std::vector<Given> things_mentioned(Span words) {
  std::vector<Given> found;
  for (std::size_t at = words.size(); at-- > 0;) {
    if (!is_one_of("the my a an", words[at].form)) continue;
    if (at > 0 && words[at - 1].mark == 0 && is_one_of(kPlacing, words[at - 1].form)) continue;
    const bool any = is_one_of("a an", words[at].form);
    if (any && at > 0 && is_one_of(kBeing, words[at - 1].form)) continue;
    add_new(thing_at(words.subspan(at)), found);
  }
  return found;
}

}  // namespace attune::coach
