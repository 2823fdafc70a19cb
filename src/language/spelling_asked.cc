#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/mender.h"
#include "language/spelling.h"
#include "language/spelling_words.h"
#include "language/word_table.h"

namespace attune::language {
namespace {

// What may lead to a question.
constexpr std::string_view kLeads =
    "actually also and at before but eh every evening day days first for from here hey home in "
    "inside lately least last meantime morning night nights now nowadays of oh okay ok one school "
    "since so still that the then there these thing this time today tonight until usually wait "
    "week weekend well work your";
constexpr std::string_view kSubjects = "he it she there they we you";
constexpr std::string_view kPeople =
    "boss boyfriend brother brothers child children company counselor counsellor dad daughter "
    "doctor family father friend friends girlfriend husband kids mom mother mum parents partner "
    "school sister sisters son teacher wife";
constexpr std::string_view kOwners = "her his the your";
constexpr std::string_view kAskers = "how what where which who why";
// Between "how" and its subject: "how long you sleep".
constexpr std::string_view kNouns =
    "all already bad before day days exactly far hours kind long many much now of often one people "
    "things time times years";
constexpr std::string_view kAuxiliaries =
    "am are aren't can can't could couldn't did didn't do does doesn't don't had hadn't has hasn't "
    "have haven't is isn't may might must shall should shouldn't was wasn't were weren't will "
    "won't would wouldn't";
// What may stand between a subject and its verb.
constexpr std::string_view kBetween = "all also always ever just most never now often really still";
// After a subject whose "are" or "is" was left out.
constexpr std::string_view kStates =
    "a afraid alone angry at back better busy fine free happy here home hungry in inside lonely "
    "mad okay on outside ready sad safe scared serious sick so sure the there tired too under "
    "upset very with worried your";
// As they stand after "you"; of some, the past is the same.
constexpr std::string_view kVerbs =
    "agree answer argue ask bring call care check come cry cut do drink eat face feel fight find "
    "forgive get give go happen have hear help hide hurt keep know leave let like listen live look "
    "love make manage mean meet miss move need open pay pick plan pray promise quit remember reply "
    "rest say scold see send share show sit sleep speak start stay stop take talk tell thank think "
    "treat tried trust try understand visit wait wake walk want work worry write";
constexpr std::string_view kPast =
    "ate came did felt found gave got had heard hid kept knew left lost made met paid said saw "
    "sent slept spoke thought told took tried went woke wrote";
// An asking that is told of, or none: "whether you like it or not", "I know what".
constexpr std::string_view kTold =
    "believe care decide guess i i'm i've idea if matter matters my regardless sure whatever "
    "whether wonder wondering";
constexpr std::string_view kTurning = "nor neither so as all is how what where who that this";
constexpr std::string_view kAny = "already any anybody anyone anything ever somebody someone yet";
constexpr std::string_view kNegations = "can't didn't don't haven't never no not nothing won't";
constexpr std::string_view kIngs =
    "anything bring during evening everything king morning nothing ring sing something string "
    "thing wedding";
// Before "what" and the like at the end of a question: "you want to do what".
constexpr std::string_view kAsking =
    "about at be bear been call cope did do doing eat eating feel feeling felt for from go going "
    "handle happen happened in like live living mean of say saying said settle sleep sleeping stay "
    "staying take taking talk talking tell telling think thinking to told want wanted with worry";

// A part no longer than this after a comma leaves the asking to the part before: ", you think?".
constexpr std::size_t kTagWords = 3;
// "Or not" at the end of a longer sentence seldom asks.
constexpr std::size_t kLongest = 14;
// Nor does what begins as a question and goes on for long, without a mark.
constexpr std::size_t kLongestBare = 9;

struct Lists {
  WordList leads{kLeads}, subjects{kSubjects}, people{kPeople}, owners{kOwners},
      negations{kNegations}, askers{kAskers}, nouns{kNouns}, auxiliaries{kAuxiliaries},
      between{kBetween}, states{kStates}, verbs{kVerbs}, past{kPast}, told{kTold},
      turning{kTurning}, any{kAny}, ings{kIngs}, asking{kAsking};
};

const Lists& lists() {
  static const Lists all;
  return all;
}

/// "you're" as its auxiliary and its subject; nothing where the form is none.
std::optional<std::pair<std::string_view, std::string_view>> parted(std::string_view form) {
  const std::size_t at = form.find('\'');
  if (at == form.npos || !lists().subjects.contains(form.substr(0, at))) return std::nullopt;
  const std::string_view end = form.substr(at), subject = form.substr(0, at);
  if (end == "'re") return std::pair("are", subject);
  if (end == "'s") return std::pair("is", subject);
  if (end == "'ve") return std::pair("have", subject);
  if (end == "'ll") return std::pair("will", subject);
  if (end == "'d") return std::pair("would", subject);
  return std::nullopt;
}

/// One sentence that asks, or may: its words [first, last), and the mark that follows or none.
class Sentence {
 public:
  using Edits = std::vector<std::pair<std::size_t, std::string>>;

  Sentence(const Tokens& tokens, std::size_t first, std::size_t last, std::size_t size)
      : tokens_(tokens),
        first_(first),
        end_(last),
        marked_(last < size && form(last) == "?"),
        closes_(last == size) {}

  /// What its words are read as, and whether it lacks its mark.
  bool mend(Edits& edits) {
    cut_particles(edits);
    if (tag_) return !marked_;
    if (!marked_ && !sign_ && !closes_) return false;
    bool turned = false;
    for (bool more = true; more && !turned && part_before(end_);) {
      turned = end_ >= clause_ + 2 && (find_subject() ? turn(edits) : fill(edits));
      more = end_ <= clause_ + kTagWords && clause_ > first_;
      if (more) end_ = clause_ - 1;
    }
    return !marked_ && (sure_ || turned);
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t at) const {
    return tokens_.form(tokens_.list[at]);
  }
  [[nodiscard]] bool is(std::size_t at, std::string_view word) const {
    return at >= first_ && at < end_ && form(at) == word;
  }
  [[nodiscard]] bool has(const WordList& words, std::size_t from) const {
    for (std::size_t at = from; at < end_; ++at)
      if (words.contains(form(at))) return true;
    return false;
  }
  void cut(Edits& edits, std::size_t words) {
    for (; words > 0; --words) edits.emplace_back(--end_, "");
    while (end_ > first_ && form(end_ - 1) == ",") edits.emplace_back(--end_, "");
  }

  /// Takes "or not", "meh" and the like from its end.
  void cut_particles(Edits& edits) {
    while (end_ >= first_ + 2) {
      const std::string_view last = form(end_ - 1);
      if (sign_ && last == "one" && !is_pointing(end_ - 2)) {
        cut(edits, 1);
      } else if (last == "hor" || (last == "meh" && !lists().verbs.contains(form(end_ - 2)))) {
        sign_ = sure_ = true;
        cut(edits, 1);
      } else if ((last == "ah" && !is(end_ - 2, "say")) || last == "har") {
        cut(edits, 1);
        sure_ = sure_ || (closes_ &&
                          lists().askers.contains(form(first_).substr(0, form(first_).find('\''))));
        sign_ = sign_ || sure_ || marked_ || (closes_ && names_you());
      } else if (end_ >= first_ + 3 && is(end_ - 2, "or") && !is(end_ - 3, "ready") &&
                 !is(end_ - 4, "like") && (last == "not" || last == "nah" || last == "no") &&
                 end_ <= first_ + kLongest && !has(lists().told, first_)) {
        sign_ = true;
        cut(edits, 2);
        if (end_ >= first_ + 3 && form(end_ - 1).starts_with("ok") && is(end_ - 2, ",")) {
          edits.emplace_back(end_ - 1, "is that okay");
          tag_ = true;
          return;
        }
        sure_ = sure_ || (end_ == first_ + 1 && lists().states.contains(form(first_)));
      } else if (end_ >= first_ + 4 && last == "it" && is(end_ - 2, "is") &&
                 !lists().turning.contains(form(end_ - 3)) && !has(lists().askers, first_)) {
        sign_ = sure_ = true;
        cut(edits, 2);
      } else if (last == "can" && is(end_ - 2, ",") && (marked_ || closes_)) {
        edits.emplace_back(end_ - 1, "is that okay");
        tag_ = true;
        return;
      } else {
        return;
      }
    }
  }

  /// Whether the word at `at` makes "one" after it more than a particle: "which one".
  [[nodiscard]] bool is_pointing(std::size_t at) const {
    static const WordList kPointing(
        "another any bad each every first good last new next no old only other right some that the "
        "this which");
    return kPointing.contains(form(at)) && !(at > first_ && is(at - 1, "like"));
  }

  [[nodiscard]] bool names_you() const {
    for (std::size_t at = first_; at < end_; ++at)
      if (form(at).starts_with("you")) return true;
    return false;
  }

  /// Goes to the part before the last comma that stands before `before`; or says there is none.
  [[nodiscard]] bool part_before(std::size_t before) {
    if (before <= first_) return false;
    for (clause_ = before; clause_ > first_ && form(clause_ - 1) != ",";) --clause_;
    return true;
  }

  /// Where a subject stands after no more than words that lead to it and one that asks.
  bool find_subject() {
    const Lists& all = lists();
    asker_.reset();
    for (subject_ = clause_; subject_ + 1 < end_; ++subject_) {
      const std::string_view word = form(subject_);
      after_ = subject_ + 1;
      if (all.subjects.contains(word) || parted(word)) return true;
      if (all.owners.contains(word) && all.people.contains(form(subject_ + 1)))
        return ++after_ < end_;
      if (all.askers.contains(word)) {
        static const WordList kLed("which where who");  // "the part, where he jumps"
        if (asker_ || (clause_ > first_ && kLed.contains(word))) return false;
        asker_ = subject_;
      } else if (!(asker_ ? all.nouns : all.leads).contains(word)) {
        return false;
      }
    }
    return false;
  }

  struct Turn {
    std::string_view auxiliary;
    std::optional<std::size_t> moved;  ///< whence, or what is no longer needed
    bool plain = false;                ///< in plain English its order may state
  };

  [[nodiscard]] std::string_view agreed(std::string_view many, std::string_view one) const {
    static const WordList kMany("brothers children friends kids parents sisters");
    const std::string_view word = form(subject_);
    const bool single = word == "he" || word == "she" || word == "it" || word == "there" ||
                        (lists().owners.contains(word) && !kMany.contains(form(subject_ + 1)));
    return single ? one : many;
  }
  [[nodiscard]] bool is_past(std::size_t at) const {
    return at < end_ && (lists().past.contains(form(at)) || form(at).ends_with("ed"));
  }

  /// Whether what follows "have" was done: "already spoken".
  [[nodiscard]] bool is_done(std::size_t at) const {
    static const WordList kSoFar("already ever just never"), kDone("been eaten seen spoken taken");
    while (at + 1 < end_ && kSoFar.contains(form(at))) ++at;
    return is_past(at) || (at < end_ && kDone.contains(form(at)));
  }

  /// The auxiliary before its subject, by the verb at `at`; nothing where the verb is not known.
  [[nodiscard]] std::optional<Turn> auxiliary(std::size_t at) const {
    const Lists& all = lists();
    const std::string_view verb = form(at);
    const bool be = verb == "be" && at + 1 < end_ && form(at + 1).ends_with("ing");
    if (be) return Turn{agreed("are", "is"), at};
    if (verb == "going" || verb == "gonna" || (verb.ends_with("ing") && !all.ings.contains(verb)))
      return Turn{agreed("are", "is"), {}};
    if (verb == "been") return Turn{agreed("have", "has"), {}};
    if (verb == "done" && is_past(at + 1)) return Turn{agreed("have", "has"), at};
    if (verb == "got") {
      if (at + 1 < end_ && all.verbs.contains(form(at + 1))) return Turn{"did", at};
      return Turn{agreed("do", "does"), {}, true};
    }
    if (verb == "never" && asker_) return Turn{"didn't", at};
    if (verb == "have" && is_done(at + 1)) return Turn{"have", at};
    if (all.states.contains(verb)) return Turn{agreed("are", "is"), {}};
    if (verb == "do" || verb == "have") return Turn{agreed("do", "does"), {}, true};
    if (verb == "did" || is_past(at)) return Turn{"did", {}, true};
    if (all.auxiliaries.contains(verb)) return Turn{verb, at, !may_ask(verb)};
    static const WordList kKnown("feel have know like love mean need want");  // "you know already"
    if (all.verbs.contains(verb) && !kKnown.contains(verb) &&
        (is_late("already") || is_late("yet")))
      return Turn{agreed("have", "has"), {}};
    if (all.verbs.contains(verb)) {
      const std::string_view one = agreed("", "does");
      return one.empty() ? Turn{"do", {}, true} : Turn{one, {}};
    }
    return std::nullopt;
  }

  /// Whether a short sentence with this auxiliary after its subject asks, where it has its mark:
  /// "he has ever hurt you?". Longer ones, and those with others, reflect as often.
  [[nodiscard]] bool may_ask(std::string_view auxiliary) const {
    static const WordList kAsks("are can has have is will");
    return kAsks.contains(auxiliary) && clause_ == first_ && end_ <= first_ + kLongestBare &&
           after_ + 1 < end_;
  }

  [[nodiscard]] bool is_late(std::string_view word) const {
    return is(end_ - 1, word) || is(end_ - 2, word);
  }

  /// Sets the auxiliary before its subject, and the word that asks before both.
  bool turn(Edits& edits) {
    if (const auto parts = parted(form(subject_))) {
      if (!sign_ && last_asks() == 0) return false;
      return put(edits, {parts->first, {}}, parts->second);
    }
    std::size_t verb = after_;
    while (verb + 1 < end_ && lists().between.contains(form(verb)) &&
           !(asker_ && is(verb, "never")))
      ++verb;
    auto found = auxiliary(verb);
    if (!found && (sign_ || (asker_ && (is(*asker_, "how") || is(*asker_, "why")))))
      found = Turn{agreed("do", "does"), {}};
    if (!found) return false;
    const bool open = form(subject_) == "you" && !has(lists().negations, after_) &&
                      (is(after_, "ever") || is(end_ - 1, "yet"));
    if (!sign_ && !open && !(marked_ && (asker_ || !found->plain || asks_any())) &&
        (marked_ ? last_asks() == 0 : !asks_unmarked()))
      return false;
    return put(edits, *found, form(subject_));
  }

  bool put(Edits& edits, const Turn& turn, std::string_view subject) {
    std::string words;
    for (std::size_t last = asker_ ? 0 : last_asks(); last > 0; --last) {
      words.append(form(end_ - last)).append(" ");
      edits.emplace_back(end_ - last, "");
    }
    words.append(turn.auxiliary).append(" ").append(subject);
    edits.emplace_back(subject_, std::move(words));
    if (turn.moved) edits.emplace_back(*turn.moved, "");
    return true;
  }

  /// Whether words stand in it that seldom stand where nothing is asked.
  [[nodiscard]] bool asks_any() const {
    return has(lists().any, after_) && !has(lists().negations, after_);
  }

  /// How many words that ask stand last: "you want to do what", "you sleep how many hours".
  [[nodiscard]] std::size_t last_asks() const {
    const Lists& all = lists();
    std::size_t words = 1;
    while (words < 3 && end_ > clause_ + words + 2 && all.nouns.contains(form(end_ - words)))
      ++words;
    if (end_ < clause_ + words + 2 || !all.askers.contains(form(end_ - words))) return 0;
    const std::string_view before = form(end_ - words - 1);
    const bool asks = all.asking.contains(before) || (words > 1 && all.verbs.contains(before));
    return asks && !has(all.told, clause_) ? words : 0;
  }

  /// Whether it asks though it has no mark, nor any particle.
  [[nodiscard]] bool asks_unmarked() const {
    if (last_asks() > 0) return true;
    if (!asker_ || has(lists().told, clause_) || end_ > *asker_ + kLongestBare) return false;
    return is(*asker_, "why") || !has_statement(after_ + 1);
  }

  [[nodiscard]] bool has_statement(std::size_t from) const {
    static const WordList kStating("are broke hurts is makes matters means sounds takes was were");
    return has(kStating, from);
  }

  /// Whether a sentence asks that has no mark and no subject before its verb, with words that lead
  /// to it until `at`: "what happened after that", "then how", "what about him".
  [[nodiscard]] bool asks_bare(std::size_t at) const {
    static const WordList kDone("about happen happened happens helped helps made make makes");
    if (is(end_ - 1, "already") && is(end_ - 2, "long") && is(end_ - 3, "how")) return true;
    if (at >= end_ || has(lists().told, clause_)) return false;
    if (is(at, "why")) return end_ <= at + 4;
    static const WordList kAnybody("anybody anyone"), kThere("around else home near there with");
    if (kAnybody.contains(form(at)) && at + 1 < end_ && kThere.contains(form(at + 1))) return true;
    if (at + 1 == end_) return at > clause_ && (is(at, "how") || is(at, "what"));
    return (is(at, "what") || is(at, "how")) && kDone.contains(form(at + 1)) &&
           end_ <= at + kLongestBare && !has_statement(at + 2);
  }

  /// Gives a question without a subject its own: "can sleep or not".
  bool fill(Edits& edits) {
    std::size_t at = clause_;
    while (at + 1 < end_ && lists().leads.contains(form(at))) ++at;
    if (!sign_ && !marked_) return asks_bare(at);
    if (at + 1 >= end_) return false;
    static const WordList kNoVerb("a any anybody anyone i it somebody someone that the there this");
    const std::string_view word = form(at), next = form(at + 1);
    const bool verbless = lists().subjects.contains(next) || kNoVerb.contains(next);
    const bool late = is(end_ - 1, "already");
    std::string_view meant;
    if (word == "got" && (sign_ || verbless)) {
      meant = !verbless && lists().verbs.contains(next) ? "did you" : "do you have";
    } else if (verbless) {
      return false;
    } else if (word == "must") {
      meant = "do you have to";
    } else if (word == "can" || (sign_ && word == "don't")) {
      edits.emplace_back(at, std::string(word) + " you");
      return true;
    } else if (sign_ && lists().verbs.contains(word)) {
      edits.emplace_back(at, std::string(late ? "have you " : "do you ").append(word));
      return true;
    }
    if (!meant.empty()) edits.emplace_back(at, meant);
    return !meant.empty();
  }

  const Tokens& tokens_;
  std::size_t first_, end_;
  bool marked_, closes_;
  bool sign_ = false;  ///< ends in a particle that may ask
  bool sure_ = false;  ///< and surely does
  bool tag_ = false;   ///< ends in ", can"
  std::size_t clause_ = 0, subject_ = 0, after_ = 0;
  std::optional<std::size_t> asker_;
};

bool ends(std::string_view form) {
  return form == "." || form == "!" || form == "?";
}

}  // namespace

void mend_questions(Tokens& tokens) {
  Sentence::Edits edits;
  const std::size_t size = tokens.list.size();
  std::size_t words = size;  // but for the symbols at the end
  while (words > 0 && tokens.list[words - 1].kind == Token::Kind::symbol) --words;
  bool lacks_mark = false;
  for (std::size_t first = 0, last = 0; first < words; first = last + 1) {
    for (last = first; last < words && !ends(tokens.form(tokens.list[last]));) ++last;
    if (!Sentence(tokens, first, last, words).mend(edits)) continue;
    if (last == words)
      lacks_mark = true;
    else
      edits.emplace_back(last, "?");
  }
  if (edits.empty() && !lacks_mark) return;
  std::ranges::sort(edits, {}, &std::pair<std::size_t, std::string>::first);
  Mender mender(tokens);
  auto edit = edits.begin();
  for (std::size_t i = 0; i <= size; ++i) {
    if (i == words && lacks_mark) {
      Token mark = tokens.list[words - 1];
      mark.kind = Token::Kind::mark;
      mender.put(mark, "?");
    }
    if (i == size) break;
    if (edit == edits.end() || edit->first != i)
      mender.keep(tokens.list[i]);
    else
      mender.put(tokens.list[i], (edit++)->second);
  }
  mender.finish();
}

}  // namespace attune::language
