#include "corpus/name_cues.h"

#include <algorithm>

#include "corpus/identifiers.h"
#include "corpus/name_list.h"

namespace attune::corpus {
namespace {

constexpr std::string_view kTitles =
    "dr doctor mr mrs ms miss mx prof professor sir rev reverend pastor father nurse officer coach "
    "principal imam rabbi sister";
constexpr std::string_view kKin =
    "brother sister mom mum mam mother dad father friend bestie boyfriend girlfriend bf gf husband "
    "wife "
    "partner son daughter cousin aunt auntie uncle grandma grandpa nan nana gran boss manager "
    "teacher therapist counselor counsellor psychiatrist roommate housemate flatmate ex dog cat "
    "coworker colleague neighbor neighbour baby fiance fiancé fiancee crush mate supervisor "
    "landlord "
    "tutor kid child twin nephew niece stepdad stepmum stepmom brother-in-law sister-in-law "
    "sponsor "
    "coach gp doctor nurse line-manager guy girl man woman classmate";
constexpr std::string_view kOwners =
    "my his her our their your this a an old another the named called";
constexpr std::string_view kGreetings =
    "hi hello hey dear thanks thank bye goodbye morning evening sorry cheers ok okay night hiya yo";
constexpr std::string_view kSpeech =
    "said says told tells thinks thought wants asked called calls left came went keeps kept knows "
    "hates loves died texted messaged rang hit cheated lied invited dumped";
constexpr std::string_view kBeing = "is was has had did does isn't wasn't and will would can could";
constexpr std::string_view kPlaceWords =
    "in to from at of near around through via visit visiting off for";
constexpr std::string_view kTimeWords =
    "in on last next this since until till by of every early late mid the before after during "
    "through "
    "that around from to between and a an";
constexpr std::string_view kAddressing =
    "i you can could please it that thank what how do are is we your don't listen would have";

constexpr std::string_view kTowardPeople =
    "told tell with met meet love loved miss hate saw asked ask texted called left dating and";

class NameFinder {
 public:
  explicit NameFinder(const std::vector<Word>& words) : words_(words) {}

  std::vector<Named> find() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].kind != Word::Kind::letters) continue;
      if (!is_told(i) && !is_by_itself(i)) continue;
      const std::size_t last = last_of(i);
      found_.push_back({i, last});
      i = last;
    }
    return std::move(found_);
  }

 private:
  bool is(std::size_t i, std::string_view list) const {
    return i < words_.size() && among(list, words_[i].lower);
  }
  bool before(std::size_t i, std::size_t back, std::string_view list) const {
    return i >= back && among(list, words_[i - back].lower);
  }
  bool capital(std::size_t i) const {
    return i < words_.size() && words_[i].kind == Word::Kind::letters && words_[i].capital;
  }
  bool ends(std::size_t i) const { return i >= words_.size() || is(i, ". ! ? , \n ; ) …"); }

  /// Some word of that kind that a name may be: not "Sad", "Monday", "You".
  bool may_be(std::size_t i) const {
    return capital(i) && words_[i].lower.size() > 1 && !is_no_name(words_[i].lower);
  }
  bool is_listed(std::size_t i) const {
    const std::string& lower = words_[i].lower;
    return is_first_name(lower) || double_name(lower) != Double::none;
  }

  // What stands around says that it is a name.
  bool is_told(std::size_t i) const {
    return is_introduced(i) || is_presented(i) || has_title(i) || is_kin(i) || is_greeted(i);
  }

  /// "my name is X", "my name's X", "call me X", "named X"
  bool is_introduced(std::size_t i) const {
    const bool named =
        (before(i, 1, "is was") && before(i, 2, "name") && before(i, 3, "my his her their your")) ||
        (before(i, 1, "name's")) || (before(i, 1, "name") && before(i, 2, "my") && may_be(i));
    const bool plain = is_first_name(words_[i].lower);
    if (named) return may_be(i) || plain || (!is_no_name(words_[i].lower) && ends(i + 1));
    const bool called = (before(i, 1, "me") && before(i, 2, "call calls called")) ||
                        before(i, 1, "named called") ||
                        (before(i, 1, "her him them it") && before(i, 2, "named name")) ||
                        (is(i + 1, "here") && ends(i + 2) && words_[i].starts) ||
                        (before(i, 1, "by") && before(i, 2, "go goes"));
    return called && (may_be(i) || plain);
  }

  /// "I'm X", "this is X", "it's X here"
  bool is_presented(std::size_t i) const {
    const bool presents = before(i, 1, "i'm im") || (before(i, 1, "am") && before(i, 2, "i")) ||
                          (before(i, 1, "is") && before(i, 2, "this here")) || before(i, 1, "it's");
    if (!presents) return false;
    if (is_first_name(words_[i].lower)) return capital(i) || words_[i].lower.size() > 3;
    if (double_name(words_[i].lower) != Double::none) return capital(i) && !is(i + 1, "and");
    const bool person = before(i, 1, "i'm im am");
    const bool shape = ends(i + 1) || is(i + 1, "and from here by");
    return person && may_be(i) && !words_[i].shouted && shape;
  }

  /// "Dr X", "Mrs. X"
  bool has_title(std::size_t i) const {
    const bool dotted = before(i, 1, ".") && before(i, 2, "dr mr mrs ms prof rev");
    if (!dotted && !before(i, 1, kTitles)) return false;
    const bool weak = before(i, 1, "father sister coach officer nurse miss sir principal");
    if (is_family_name(words_[i].lower)) return true;
    return may_be(i) && (!weak || words_[i - 1].capital);
  }

  /// "my brother X", "Aunt X", "her friend, X,"
  bool is_kin(std::size_t i) const {
    std::size_t kin = 1;
    if (before(i, 1, ",") && ends(i + 1)) kin = 2;
    if (before(i, 1, "'s")) return false;
    if (!before(i, kin, kKin) || !may_be(i) || words_[i].starts) return false;
    if (before(i, kin, "aunt auntie uncle cousin grandma grandpa nana")) return true;
    for (std::size_t back = kin + 1; back <= kin + 4; ++back) {
      if (before(i, back, kOwners)) return kin == 1 || is_listed(i);
      if (i >= back && words_[i - back].kind != Word::Kind::letters) break;
    }
    return false;
  }

  /// "Hi X,", "Thanks, X."
  bool is_greeted(std::size_t i) const {
    std::size_t back = before(i, 1, ",") ? 2 : 1;
    if (before(i, back, "you") && before(i, back + 1, "thank")) ++back;
    if (before(i, back, "again there") && before(i, back + 1, kGreetings)) ++back;
    if (!before(i, back, kGreetings) || !may_be(i)) return false;
    if (is_first_name(words_[i].lower)) return true;
    if (!ends(i + 1)) return false;
    return is_listed(i) || (back == 1 && before(i, 1, "hi hello hey dear hiya"));
  }

  // The word itself is a name that many bear.
  bool is_by_itself(std::size_t i) const {
    const std::string& lower = words_[i].lower;
    if (is_first_name(lower)) return capital(i) || is_typed_small(i);
    if (is_family_name(lower) && capital(i) && !words_[i].starts) return !is_no_name(lower);
    const Double kind = double_name(lower);
    return kind != Double::none && capital(i) && !words_[i].shouted && is_double_meant(i, kind);
  }

  /// Who types without capitals types names so too; short ones and "nick" may be words.
  bool is_typed_small(std::size_t i) const {
    return words_[i].lower.size() > 3 && !is(i,
                                             "nick mike peter roger john jean jimmy harry sofia "
                                             "lola tony ming mina josh rowan randall holly");
  }

  bool is_double_meant(std::size_t i, Double kind) const {
    if (is(i + 1, "'s") && kind != Double::place)
      return !before(i, 1, kind == Double::month ? "in of last next this" : "the a");
    if (i + 1 < words_.size() && words_[i + 1].kind == Word::Kind::digits) return false;
    if (kind == Double::place && before(i, 1, kPlaceWords)) return false;
    if (kind == Double::month && before(i, 1, kTimeWords)) return false;
    const bool called =
        before(i, 1, ",") && ends(i + 1) && !is(i + 1, ",") && kind == Double::other;
    if (called || is(i + 1, kSpeech)) return true;
    if (words_[i].starts) {
      if (kind != Double::other) return false;
      if (is(i + 1, ",")) return is(i + 2, kAddressing);
      return is(i + 1, kBeing) && !is(i, "will may art mark");
    }
    if (kind == Double::place) return is(i + 1, kBeing) && !before(i, 1, "the");
    if (kind == Double::month || kind == Double::noun) return before(i, 1, kTowardPeople);
    return !before(i, 1, "the a an no some any our his her my your their of") && !is_modal(i);
  }

  /// "... Will you" in the middle, where somebody writes every word with a capital.
  bool is_modal(std::size_t i) const {
    return is(i, "will may mark bill art") && is(i + 1, "you i we they he she it my the be");
  }

  /// With the family name, a middle letter between.
  std::size_t last_of(std::size_t i) const {
    std::size_t next = i + 1;
    const bool letter =
        capital(next) && words_[next].lower.size() == 1 && words_[next].lower != "i";
    if (letter) next += is(next + 1, ".") ? 2 : 1;
    if (!capital(next) || words_[next].starts || is_no_name(words_[next].lower)) return i;
    if (is_family_name(words_[next].lower) || is_first_name(words_[next].lower)) return next;
    const bool titled = words_[next].shouted != words_[i].shouted;
    const bool long_enough = words_[next].lower.size() > 2;
    return long_enough && !titled && !is_month_or_place(next) ? next : i;
  }
  bool is_month_or_place(std::size_t i) const {
    const Double kind = double_name(words_[i].lower);
    return kind == Double::month || kind == Double::place;
  }

  const std::vector<Word>& words_;
  std::vector<Named> found_;
};

}  // namespace

std::vector<Named> find_names(const std::vector<Word>& words) {
  return NameFinder(words).find();
}

bool is_meant(const std::vector<Word>& words, std::size_t i) {
  const Word& word = words[i];
  if (word.kind != Word::Kind::letters || is_no_name(word.lower)) return false;
  const bool also_a_word = double_name(word.lower) != Double::none;
  if (!also_a_word) return word.capital || is_first_name(word.lower);
  if (!word.capital) return false;
  const bool next = i + 1 < words.size();
  if (next && words[i + 1].kind == Word::Kind::digits) return false;
  return !word.starts || !next || !among("my you the a i it we they", words[i + 1].lower);
}

}  // namespace attune::corpus
