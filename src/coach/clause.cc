#include "coach/clause.h"

#include <algorithm>
#include <array>

namespace attune::coach {
namespace {

using Span = std::span<const PlainWord>;

const WordList kAdverbs(
    "just really only never always still even also already actually honestly probably sometimes "
    "often "
    "usually once mostly nearly almost hardly barely ever quite rather simply both so a bit wee "
    "maybe "
    "definitely totally completely absolutely not currently kind sort of pretty too little");
const WordList kFirst("i i'm i've i'd me my mine myself");

// Meant for the supporter, or about the two of them.
const WordList kAddressed(
    "you you're you've you'd you'll your yours yourself yous ye yer ya we'd we'll let's thank "
    "thanks cheers ta please sorry hello hi hey goodbye bye welcome joking kidding unpack "
    "volunteer forgive let");
// Of this talk, unless the clause is full enough to be about something else.
const WordList kOfTalking(
    "talk talking type typed typing message write writing wrote written chat answered question "
    "answer listening");
const WordList kOfHere("here this it that keyboard screen");
// "we" and one of these may be the two of them.
const WordList kTogether(
    "can could should might may must shall will need talk are aren't do don't did didn't start "
    "stop "
    "leave say go get");
// Said to the supporter: nothing to give back in quotation marks.
const WordList kToSupporter("you you're you've you'd you'll your yours yourself yous ye yer ya");
const WordList kCourtesies(
    "thank thanks cheers ta please sorry hello hi hey goodbye bye good welcome forgive pardon");
// Of dying: never parroted. Words that the client would be hurt to hear of themselves.
const WordList kUnsaid(
    "die dying dead death kill killing suicide suicidal alive ending pathetic disgrace disgusting "
    "failure loser idiot stupid useless worthless weak coward liar monster burden terrible "
    "horrible "
    "awful selfish daft mental crazy mad fool dramatic ridiculous joke fault deserve bad lazy ugly "
    "fat "
    "thick dumb rubbish moron clown mug drunk alcoholic cheat hypocrite "
    "fuck fucking fucked shit shite bullshit arse cunt bastard bitch dick");
const WordList kDialect(
    "ken greetin greeting yin auld dinny wee'un gie giein bairn bampot haud wheesht naebody aw "
    "awfy fitba sef sha abi o "
    "seen outta kinda lah lor leh dunno idk");

// "I ..." with one of these says little that one could give back.
const WordList kEmptyVerbs(
    "know see hear bet swear promise agree understand doubt mean suppose guess reckon imagine hope "
    "said say says ain't could've should've should must ought shall will won't might may would "
    "wouldn't shouldn't cannot can think thought asked meant appreciate understood");
const WordList kEmptyStates(
    "fine ok okay alright good sorry serious here listening glad safe back sure well off asking "
    "saying "
    "telling talking saying afraid'so joking kidding done all aware told ready in on at under "
    "after "
    "right wrong the slow talking nosy like");
const WordList kOfMine(
    "wife husband partner girlfriend boyfriend ex mum mom mam mother dad da father daughter son "
    "brother "
    "brothers sister sisters friend friends family kids children auntie aunt uncle gran granny "
    "grandad "
    "grandmother grandfather cousin boss foreman head heart hands chest stomach body mind life "
    "whole "
    "marriage mates best wee old own");
const WordList kThirdPersons(
    "she he they she's he's they're nobody everyone everybody people somebody someone no-one");
const WordList kMovers(
    "makes made makes frightens scares hurts kills breaks gets worries bothers eats keeps wakes "
    "haunts "
    "took takes left broke hit scared frightened");

// What the subject of a clause about something else may begin with.
const WordList kSubjectsOfOthers(
    "something there there's it it's that's they they're he he's she she's nobody everyone "
    "everybody people "
    "somebody someone the a an his her their this these those some every all most none");
const WordList kOpeners(
    "in at on after before during for from since every some last one most now then today tonight "
    "yesterday sometimes once this at by");
const WordList kBeforeNouns("at to from of the my a an his her their in on our with for");
const WordList kNumbers("two three four five six seven eight nine ten twelve twenty");
const WordList kParents("mum mom mam dad gran nan granny grandad da ma mummy daddy");
const WordList kAuxiliaries(
    "will would can could might may should must does did do has had have is was were are went goes "
    "gets");

const WordList kTelling(
    "want need miss love hate afraid scared can't cannot wish feel felt never always alone tired "
    "exhausted nobody ashamed angry lonely cry cried crying sleep slept lost lose left worry "
    "worried "
    "stuck hurt hurts hurting sad numb empty frightened hide hiding pretend lie lied shouted "
    "anymore "
    "everything nothing guilty proud happy relieved sick dread cannot hope trust enough");
const WordList kEmptyWords(
    "the a an and or but so to of in on at for with from by it it's its that that's this these "
    "those "
    "there here is are was were be been being am have has had do does did don't didn't doesn't not "
    "no "
    "just really only very too then than as if when what which who how all some any one thing "
    "things "
    "got get go going went gone come came said say know think like would could she he they her him "
    "his "
    "their them she's he's they're up out off over down about into back again still even much more "
    "something anything bit lot kind sort day today now time i'd i'll");
const WordList kPast(
    "was were had did didn't wasn't weren't hadn't went got came said told took gave left lost "
    "made "
    "thought felt knew saw found kept let put sat slept stood ran met paid sent spent bought "
    "brought "
    "broke lied woke wrote ate drank drove fell grew heard held led lay meant rose sang spoke "
    "stole swore taught threw tore wore won rang ran blew shook sank couldn't cried tried used hid "
    "built bent quit sold rode hung stuck drew flew chose fought caught dug lent bit shut swept "
    "hurt");
const WordList kPresent(
    "is are am isn't aren't have haven't has hasn't do don't does doesn't can can't want need feel "
    "miss love hate think know sleep work live keep get go make say tell see look sit wake walk "
    "drive");
const WordList kNotPast("need feed bed red shed tired scared worried ashamed married hundred");

// Nothing by themselves: what they stand for was said before.
const WordList kPointing("it it's that that's this they they're he he's she she's");

bool about_self(std::string_view form) {
  return is_one_of(kFirst, form);
}

template <class List>
bool any_of_list(Span clause, const List& list) {
  return std::any_of(clause.begin(), clause.end(),
                     [&](const PlainWord& word) { return is_one_of(list, word.form); });
}

std::size_t after_adverbs(Span clause, std::size_t at) {
  while (at < clause.size() && is_one_of(kAdverbs, clause[at].form)) ++at;
  return at;
}

bool is_past(std::string_view form) {
  if (is_one_of(kPast, form)) return true;
  return form.size() > 4 && form.ends_with("ed") && !is_one_of(kNotPast, form);
}

}  // namespace

bool is_finite_verb(std::string_view form) {
  return is_past(form) || is_one_of(kPresent, form) || form.ends_with("n't") || form == "needs" ||
         form == "wants" || form == "says" || form == "keeps" || form == "thinks" ||
         form == "knows" || form == "makes" || form == "comes" || form == "calls" ||
         form == "lives" || form == "works";
}

bool is_function_word(std::string_view form) {
  return is_one_of(kEmptyWords, form) || is_one_of(kAdverbs, form) || is_one_of(kAddressed, form);
}

namespace {

// "I ..." and "I'm ...": is what follows worth saying back?
bool first_person_fits(Span clause) {
  const std::size_t at = after_adverbs(clause, 1);
  if (at >= clause.size() || clause[0].mark != 0) return false;
  const std::string_view first = clause[0].form;
  const std::string_view verb = clause[at].form;
  if (first == "i'd" || first == "i'll") return false;
  // "I could tell him", said back, would be advice.
  if (verb == "could" && (at + 1 == clause.size() || clause[at + 1].form != "not")) return false;
  const bool thinks_about = is_one_of("think thought", verb) && at + 1 < clause.size() &&
                            is_one_of("about of", clause[at + 1].form);
  if (first == "i" && !thinks_about &&
      (is_one_of(kEmptyVerbs, verb) || is_one_of("and or who", verb)))
    return false;
  if (first == "i'm" && is_one_of(kEmptyStates, verb)) return false;
  if (verb == "not" && at + 1 < clause.size() && is_one_of(kEmptyStates, clause[at + 1].form))
    return false;
  if (first == "i" && is_one_of("don't didn't can't", verb) && at + 1 < clause.size()) {
    const std::string_view next = clause[after_adverbs(clause, at + 1) % clause.size()].form;
    return !is_one_of("know mean say said ask mind think see understand believe care talk", next);
  }
  const bool state = first == "i" && is_one_of("am was wasn't", verb);
  return !(state && at + 1 < clause.size() && is_one_of(kEmptyStates, clause[at + 1].form));
}

// "my wife irons the shirt": the verb must show within a few words.
bool possessive_fits(Span clause) {
  const std::string_view owned = clause[1].form;
  if (!is_one_of(kOfMine, owned.substr(0, owned.find('\'')))) return false;
  for (std::size_t at = 1; at < std::min<std::size_t>(clause.size(), 5); ++at) {
    if (clause[at].mark == ',') return false;
    const std::string_view form = clause[at].form;
    if (at > 1 && is_finite_verb(form)) return true;
    if (form.ends_with("'s") && at + 1 < clause.size() &&
        is_one_of("not gone a the been in always still so too never done on",
                  clause[at + 1].form)) {
      return true;
    }
  }
  return false;
}

bool third_person_fits(Span clause) {
  const bool names_client = any_of_list(clause.subspan(1), "me my mine myself");
  const bool spliced = std::any_of(clause.begin(), clause.end() - 1,
                                   [](const PlainWord& word) { return word.mark == ','; });
  if (!names_client || spliced) return false;
  if (is_one_of(kThirdPersons, clause[0].form)) return !is_one_of("and or", clause[1].form);
  return is_one_of("it that", clause[0].form) &&
         is_one_of(kMovers, clause[after_adverbs(clause, 1) % clause.size()].form);
}

bool shows_a_verb(Span clause);

bool starts_well(Span clause) {
  const std::string_view first = clause[0].form;
  if (is_one_of("i i'm i've i'd i'll", first)) return first_person_fits(clause);
  if (first == "my") return possessive_fits(clause);
  if (first == "me" && clause[1].form == "and") return shows_a_verb(clause.subspan(2));
  if (is_one_of("we we're we've", first)) {
    const std::size_t verb = after_adverbs(clause, 1) % clause.size();
    return clause[0].mark == 0 && shows_a_verb(clause) &&
           !is_one_of(kEmptyVerbs, clause[verb].form);
  }
  return third_person_fits(clause);
}

// "... and was": whose verb it is cannot be told, so the ending cannot be put right.
bool has_loose_verb(Span clause) {
  for (std::size_t at = 1; at < clause.size(); ++at) {
    const std::string_view form = clause[at].form;
    if (!is_one_of("am was wasn't", form)) continue;
    const std::string_view before = clause[at - 1].form;
    if (is_one_of("and but or then me", before)) return true;
    if (form == "am" && !is_verb_of_i(clause, at)) return true;
    if (at + 1 < clause.size() && clause[at + 1].form == "i") return true;
  }
  return false;
}

}  // namespace

bool is_verb_of_i(Span clause, std::size_t at) {
  while (at > 0 && clause[at - 1].mark == 0) {
    --at;
    if (clause[at].form == "i") return true;
    if (!is_one_of(kAdverbs, clause[at].form)) return false;
  }
  return false;
}

namespace {

// Somebody's dying, the client's or another's, or how others would do better without them: never
// parroted.
bool tells_of_dying(Span words) {
  return holds_sequence(words, "better off") || holds_sequence(words, "better with") ||
         holds_sequence(words, "better without") || holds_sequence(words, "own life") ||
         holds_sequence(words, "waking up") || holds_sequence(words, "be gone") ||
         holds_sequence(words, "were gone") || holds_sequence(words, "was gone") ||
         holds_sequence(words, "being gone") || holds_sequence(words, "be over") ||
         holds_sequence(words, "want to be here") ||
         any_of_list(words, "hanged hanging overdose overdosed drowned killed dies");
}

// "We could leave it": the two who write, not the client's people.
bool is_of_both(Span clause) {
  for (std::size_t at = 0; at < clause.size(); ++at) {
    if (!is_one_of("we we're", clause[at].form)) continue;
    const std::size_t next = after_adverbs(clause, at + 1);
    if (next >= clause.size() || is_one_of(kTogether, clause[next].form) ||
        (clause[at].form == "we're" && is_one_of(kOfTalking, clause[next].form)))
      return true;
  }
  return false;
}

bool is_of_talking(Span clause) {
  constexpr std::size_t kFull = 6;
  if (holds_sequence(clause, "of us")) return true;  // whom, cannot be told
  return any_of_list(clause, kOfTalking) && (clause.size() < kFull || any_of_list(clause, kOfHere));
}

bool is_fit_to_say(Span clause) {
  if (tells_of_dying(clause) || any_of_list(clause, kAddressed) || any_of_list(clause, kUnsaid) ||
      any_of_list(clause, kDialect) || is_of_both(clause) || is_of_talking(clause)) {
    return false;
  }
  const auto shouted = [](const PlainWord& word) {
    return word.text.size() > 2 && word.text[0] >= 'A' && word.text[0] <= 'Z' &&
           word.text[1] >= 'A' && word.text[1] <= 'Z';
  };
  return std::none_of(clause.begin(), clause.end(), shouted) && !has_loose_verb(clause);
}

// "She tells them, I work hard": whose words follow cannot be told.
bool may_quote(Span clause) {
  bool reports = false;
  for (const PlainWord& word : clause.first(clause.size() - 1)) {
    reports =
        reports || is_one_of("say says said tell tells told ask asks asked thinks goes", word.form);
    if (reports && word.mark == ',') return true;
  }
  return false;
}

// "In the mock my hands were cold", "Every Sunday she rings": what stands before the subject; 0
// where that cannot be told.
std::size_t opening(Span clause) {
  constexpr std::size_t kLongest = 5;
  if (!is_one_of(kOpeners, clause[0].form)) return 0;
  for (std::size_t at = 1; at + 2 < clause.size() && at <= kLongest; ++at) {
    if (is_one_of("i i'm i've my he she they nobody everyone everybody he's she's",
                  clause[at].form))
      return at;
    if (clause[at].mark == ',' || is_finite_verb(clause[at].form)) return 0;
  }
  return 0;
}

// "Cristina sends", "my phone is", "mum's taking".
bool begins_with_other(Span clause) {
  const PlainWord& first = clause[0];
  const std::string_view called = std::string_view(first.form).substr(0, first.form.find('\''));
  if (is_one_of(kSubjectsOfOthers, first.form) || first.form == "my" || is_called_so(called))
    return true;
  const bool named = first.text[0] >= 'A' && first.text[0] <= 'Z' &&
                     !is_function_word(first.form) && !about_self(first.form);
  return named && clause.size() > 1 && first.mark == 0 &&
         (is_finite_verb(clause[1].form) || is_one_of(kAuxiliaries, clause[1].form) ||
          (clause[1].form.ends_with('s') && !is_function_word(clause[1].form)));
}

bool shows_a_verb(Span clause) {
  constexpr std::size_t kSoon = 6;
  for (std::size_t at = 0; at < std::min(clause.size(), kSoon); ++at) {
    const std::string_view form = clause[at].form;
    if (at > 0 && is_one_of("who which that", form)) return false;  // its verb is not the clause's
    const bool noun = at > 0 && is_one_of(kBeforeNouns, clause[at - 1].form);  // "at work"
    if (at > 0 && !noun && (is_finite_verb(form) || is_one_of(kAuxiliaries, form))) return true;
    if (form.ends_with("'s") && at + 1 < clause.size() &&
        (at == 0 ||
         is_one_of("not a the in on at so too still always never only all been gone",
                   clause[at + 1].form) ||
         clause[at + 1].form.ends_with("ing")))
      return true;
    if (at > 0 && is_one_of("he she it", clause[at - 1].form) && form.ends_with('s')) return true;
    if (clause[at].mark == ',') return false;
  }
  return clause.size() > 1 && clause[0].text[0] >= 'A' && clause[0].text[0] <= 'Z' &&
         !is_one_of(kSubjectsOfOthers, clause[0].form) && !is_one_of(kNumbers, clause[0].form) &&
         clause[1].form.ends_with('s');
}

// "It is a long story", "there's another thing", "this is different": said of the talk, or of what
// was said before.
bool only_points(Span clause) {
  constexpr std::size_t kFull = 6;
  constexpr std::array kAnnounced{"another thing", "different thing", "something else",
                                  "something you", "something i",     "this as well",
                                  "my name is",    "another matter",  "a story"};
  if (std::ranges::any_of(kAnnounced,
                          [&](const char* some) { return holds_sequence(clause, some); }))
    return true;
  if (clause[0].form == "this") return true;
  return is_one_of("it it's that that's", clause[0].form) && clause.size() < kFull;
}

}  // namespace

bool is_called_so(std::string_view form) {
  return is_one_of(kParents, form);
}

bool can_be_given_back(Span clause) {
  return is_fit_to_say(clause) && starts_well(clause) && worth(clause) > 0;
}

bool can_be_retold(Span clause) {
  if (const std::size_t at = opening(clause); at > 0 && clause[1].form != "least")
    return is_fit_to_say(clause) && !may_quote(clause) && shows_a_verb(clause.subspan(at)) &&
           !is_one_of(kEmptyVerbs, clause[after_adverbs(clause, at + 1) % clause.size()].form) &&
           worth(clause) > 0;
  return is_fit_to_say(clause) && !may_quote(clause) && !only_points(clause) &&
         begins_with_other(clause) && shows_a_verb(clause) && worth(clause) > 0;
}

bool can_be_quoted(Span words) {
  return !any_of_list(words, kToSupporter) && !is_one_of(kCourtesies, words.front().form) &&
         !tells_of_dying(words) && !any_of_list(words, kUnsaid);
}

double worth(Span clause) {
  int content = 0;
  int telling = 0;
  for (const PlainWord& word : clause) {
    if (about_self(word.form)) continue;
    if (is_one_of(kTelling, word.form)) ++telling;
    if (!is_one_of(kEmptyWords, word.form) && !is_one_of(kAdverbs, word.form)) ++content;
  }
  if (content < 2 && telling == 0) return 0;
  double value = 0.15 * std::min(content, 5) + 0.5 * std::min(telling, 2);
  if (clause.size() >= 4 && clause.size() <= 10) value += 0.4;
  if (is_one_of("i i'm i've", clause[0].form)) value += 0.2;
  if (is_one_of(kPointing, clause[0].form)) value -= 0.2;
  return value;
}

Tense tense(Span clause) {
  const std::string_view first = clause[0].form;
  if (any_of_list(clause, "ago yesterday last")) return Tense::then;
  if (first == "i'm" || first == "i've" || first.ends_with("'re") || first == "she's" ||
      first == "he's") {
    return Tense::now;
  }
  for (std::size_t at = 1; at < clause.size(); ++at) {
    const std::string_view form = clause[at].form;
    if (is_past(form)) return Tense::then;
    if (is_finite_verb(form)) return Tense::now;
    if (first == "i" && !is_one_of(kAdverbs, form)) return Tense::now;
    if (is_one_of(kThirdPersons, first) && at == 1 && form.ends_with('s')) return Tense::now;
  }
  return Tense::unsure;
}

}  // namespace attune::coach
