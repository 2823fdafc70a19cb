#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/features.h"
#include "language/mender.h"
#include "language/spelling.h"
#include "language/spelling_words.h"
#include "language/word_table.h"

namespace attune::language {
namespace {

// What people call theirs.
constexpr std::string_view kOwned =
    "mum mother mother's da dad dad's father brother brother's sister sister's wife husband man "
    "child children head heart life house mind own old ex ex's mate mates pal pals friend friends "
    "job work boss family bed room phone son daughter boy girl boyfriend girlfriend partner kids "
    "baby gran granny granny's grandad stomach belly chest hands hand eyes legs back feet best "
    "new first little blood body school teacher flat car dog cat appointment appointment's whole "
    "sleep tablets medication exams exam highers arms arm face skin guts fault birthday nerves "
    "tea aunt uncle cousin ears door name age words thoughts feelings anger chair doctor throat "
    "breath knees nephew niece marriage wedding pay money results university class side shift "
    "tears voice lungs mum's wife's husband's son's daughter's messages message keys clothes hair "
    "lips heart's head's life's mind's dear boss's gran's neck shoulder shoulders mouth nose "
    "tongue veins lad lads parents";

// What people say they are, after "proper", "pure" and the like.
constexpr std::string_view kFelt =
    "afraid alone angry annoyed anxious ashamed confused depressed desperate disappointed "
    "embarrassed excited exhausted fed furious glad guilty happy helpless jealous lonely mad "
    "nervous numb overwhelmed proud relieved sad scared shocked sick stressed tense tired "
    "touched trapped upset useless worried";

// Words read as others before any of the words in `next`.
struct Before {
  std::string_view word, meant, next;
};
constexpr Before kBefore[] = {
    {"so your", "so you're", "laughing crying acting holding trying coping struggling"},
    {"like your", "like you're", "there holding acting trying laughing waiting drowning fighting"},
    {"your", "you're", "laughing trying hurting blaming struggling"},
    {"bare", "very", kFelt},
    {"fair", "really", kFelt},
    {"hella", "really", kFelt},
    {"proper", "really", kFelt},
    {"pure", "really", kFelt},
    {"yr", "year", "7 8 9 10 11 12 13"},
    {"me", "my", "dad's mum's brother's sister's wife's husband's gran's"},
    {"your", "you're",
     "revising meeting skipping not always just still going gonna so a an the really doing saying "
     "having getting making afraid scared worried alone allowed able sure safe here gone sorry "
     "being too never probably also only carrying dealing telling stuck exhausted tired lonely "
     "such like basically literally constantly already"},
    {"that's your", "that's you're", "not always going just"},
    {"if your", "if you're",
     "ok okay feeling not in up at happy ready willing able safe sad angry scared worried alone "
     "free"},
    {"when your", "when you're", "ready feeling in at not sad alone up free tired"},
    {"because your", "because you're", "scared sad afraid worried alone angry tired hurting"},
    {"think your", "think you're", "great doing brave amazing strong right being very"},
    {"sounds like your", "sounds like you're",
     "really so feeling in at under very carrying being dealing always"},
    {"feels like your", "feels like you're", "always the not in at under being"},
    {"like your", "like you're",
     "always the not in at under being feeling really so carrying stuck trapped alone"},
    {"and your", "and you're",
     "in at on up very scared sad worried angry okay right hurting feeling worn"},
    {"so your", "so you're",
     "in at on up very scared sad worried angry okay making left worn feeling hurting"},
    {"know your", "know you're", "there here in not trying safe"},
    {"hope your", "hope you're", "ok okay well doing alright feeling safe all"},
    {"say your", "say you're", "not always in"},
    {"your in", "you're in", "charge control pain danger the a this so here shock"},
    {"your at", "you're at", "the your a"},
    {"your on", "you're on", "the your a my"},
    {"your up", "you're up", "against all at late"},
    {"your very", "you're very",
     "brave strong kind tired sad angry worried scared much welcome good hard"},
    {"your good", "you're good", "at to with"},
    {"your sad", "you're sad", "he she that about because and"},
    {"its", "it's",
     "a an the not been so just like ok okay all too really going gonna always only still hard "
     "never my your his her their our in on at about as because probably kind fine good bad scary "
     "sad horrible awful weird no that what how when where if time me him i you getting making "
     "starting worth nothing everything hurting happening over up to doing killing ruined done "
     "gone normal important true very alright better worse"},
    {"id", "i'd",
     "be rather love like do have never been just say feel want give lost forgotten die kill hate "
     "get go failed thought better had hoped made take tell try need really probably still always "
     "known call miss"},
    {"ill", "i'll",
     "be never just do try go have get take tell see give let make call talk lose miss die kill "
     "think come keep find say send wait"},
    {"shed", "she'd", "be been never rather have say said like love want just better always"},
    {"wed", "we'd", "be been never have had just both always better"},
    {"hell", "he'll", "be never"},
    {"lets", "let's",
     "go do try talk start see make look take get be just not say have figure work think"},
    {"ma", "my", kOwned},
    {"meh", "my", kOwned},
    {"a", "i",
     "was am have had don't didn't can't couldn't would wouldn't won't know think wanted went got "
     "kept should shouldn't could wasn't haven't hadn't never swear remember understand believe "
     "aren't ain't asked tell doesn't isn't"},
    {"eh", "i",
     "was am have had don't didn't can't couldn't cannot would wouldn't won't know think feel felt "
     "want wanted went got gave told said thought keep kept should shouldn't could wasn't haven't "
     "hadn't never heard came tried found remember sit understand believe see look used cried miss "
     "love hope wish just need lost stay live walked woke asked started says do did tell slept get "
     "go take sat smile smiled cry still hate mean passed might may even really called"},
    {"ah", "i",
     "was am have had don't didn't can't couldn't cannot would wouldn't won't know think feel felt "
     "want wanted went got gave told said thought keep kept should shouldn't could wasn't haven't "
     "hadn't never heard came tried found remember sit understand believe see used cried miss love "
     "hope wish just need lost stay live walked woke asked started do did tell slept get go take "
     "sat still hate mean passed might may even really called"},
    {"al", "i'll", "never be no not do just get go have try tell"},
    {"a miss", "i miss", "her him them my you it"},
    {"a love", "i love", "her him them my you it"},
    {"a hate", "i hate", "her him them my you it myself this that"},
    {"a need", "i need", "to my you him her help"},
    {"a wish", "i wish", "i a he she they it you my"},
    {"a hope", "i hope", "so you he she they it"},
    {"a still", "i still", "have can't don't love think feel want miss see hear buy get go keep"},
    {"a just", "i just", "want feel need wish can't don't keep sit think"},
    {"fur", "for",
     "a an the me you him her us them my your his their it that this six five four three two ten "
     "years year nearly almost nothing being what ever always work help somebody someone"},
    {"aw", "all",
     "the my your that this of day night right alone over about week weekend year five four three "
     "two six ten because along"},
    {"an", "and",
     "i it it's its i'm i've is a as if in on at of all am even everything everybody everyone "
     "it'll it'd every other after our us out ask asked always also about again any i'll i'd ended "
     "end everybody's nobody"},
    {"the morn's", "tomorrow", "night morning"},
    {"i'm that", "i'm so",
     "angry sad tired low scared happy worried lonely proud ashamed nervous stressed anxious "
     "excited furious upset disgusted exhausted frightened embarrassed guilty relieved glad fed"},
    {"am that", "i'm so",
     "angry sad tired low scared happy worried lonely proud ashamed nervous stressed anxious "
     "excited furious upset disgusted exhausted frightened embarrassed guilty relieved glad fed"},
    {"she's that", "she's so",
     "angry sad tired low scared happy worried lonely proud ashamed nervous stressed ill upset"},
    {"he's that", "he's so",
     "angry sad tired low scared happy worried lonely proud ashamed nervous stressed ill upset"},
    {"was that", "was so",
     "angry sad tired low scared happy worried lonely proud ashamed nervous stressed upset"},
    {"you're that", "you're so",
     "angry sad tired low scared happy worried lonely proud ashamed nervous stressed upset brave "
     "strong"},
    {"me that", "me so", "angry sad tired low scared happy worried lonely proud ashamed nervous"},
    {"ta", "thanks", "for"},
    {"da", "dad", "died passed left said says was"},
    {"me", "my",
     "appointment exams exam exes nephew niece cousin uncle aunt grandad neighbours neighbour "
     "manager foreman wages medication tablets teeth arms arm knees ears skin blood soul brain "
     "thoughts feelings temper tears appetite"},
    {"i'm no", "i'm not",
     "scared sure well able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"you're no", "you're not",
     "scared sure well able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"he's no", "he's not",
     "scared sure well able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"she's no", "she's not",
     "scared sure able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"it's no", "it's not",
     "scared sure well able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"that's no", "that's not",
     "scared sure well able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"they're no", "they're not",
     "scared sure well able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"we're no", "we're not",
     "scared sure well able happy sleeping eating feeling coping going right okay fine daft stupid "
     "angry sad worried a the in at wanting getting doing alone ready that so as been just even "
     "really your you my from saying asking telling leaving judging here there"},
    {"i'm that", "i'm so", "daft"},
};

// A part of a sentence can begin after these.
constexpr auto kOpeners =
    std::to_array<std::string_view>({"and", "but", "hey", "hi", "now", "oh", "ok", "okay", "right",
                                     "so", "then", "wait", "well", "yeah"});

// After these, and at the beginning, "am" lacks its "i".
constexpr auto kBeforeSubjects =
    std::to_array<std::string_view>({"and", "because", "but", "cause", "if", "just", "like", "now",
                                     "or", "so", "that", "then", "when"});

struct Phrase {
  std::string rest;  ///< from its third word on
  std::string_view meant;
  std::size_t replaced = 0;  ///< how many words its meaning stands for
  bool opens = false;        ///< only where a sentence or a part of it begins
};

std::uint64_t key_of(std::string_view first, std::string_view second) {
  return hash_on(hash_on(hash_on(kNoLetters, first), ' '), second);
}

/// A few letters of a form: quicker than its hash, and enough to turn most pairs away.
std::uint32_t ends_of(std::string_view form) {
  const auto letter = [&](std::size_t at) { return static_cast<std::uint32_t>(form[at]) % 32U; };
  const std::size_t last = form.size() - 1;
  return letter(0) + 32 * letter(last) + 1024 * letter(last / 2) +
         32768 * static_cast<std::uint32_t>(last);
}

std::string_view cut(std::string_view& words) {
  const std::string_view word = words.substr(0, words.find(' '));
  words.remove_prefix(std::min(word.size() + 1, words.size()));
  return word;
}

bool opens_part(const Tokens& tokens, std::size_t at) {
  static const WordTable kOpen(kOpeners);
  if (at == 0) return true;
  const Token& before = tokens.list[at - 1];
  return before.kind != Token::Kind::word || kOpen.contains(tokens.form(before));
}

std::vector<WordTable::Entry> known_phrases() {
  std::vector<WordTable::Entry> all = entries(phrases_to_i()), more = entries(phrases_from_i());
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

class Phrases {
 public:
  Phrases() {
    for (auto [words, meant] : known_phrases()) {
      const bool opens = words.starts_with("^ ");
      if (opens) words.remove_prefix(2);
      add(words, {"", meant, 1 + static_cast<std::size_t>(std::ranges::count(words, ' ')), opens});
    }
    for (auto [word, meant, next] : kBefore)
      while (!next.empty())
        add(std::string(word).append(" ").append(cut(next)),
            {"", meant, 1 + static_cast<std::size_t>(std::ranges::count(word, ' '))});
    for (auto& [key, phrases] : by_pair_)
      std::ranges::stable_sort(phrases, std::greater<>(), &Phrase::replaced);
  }

  /// Whether one may begin with the words of these ends.
  [[nodiscard]] bool may_begin(std::uint32_t first, std::uint32_t second) const {
    return may_begin_[bit_of(first, second)];
  }

  /// The longest that begins at the token `at`, which is not the last; null when none does.
  [[nodiscard]] const Phrase* find(const Tokens& tokens, std::size_t at) const {
    const auto found =
        by_pair_.find(key_of(tokens.form(tokens.list[at]), tokens.form(tokens.list[at + 1])));
    if (found == by_pair_.end()) return nullptr;
    for (const Phrase& phrase : found->second)
      if (follows(phrase.rest, tokens, at + 2) && (!phrase.opens || opens_part(tokens, at)))
        return &phrase;
    return nullptr;
  }

 private:
  static constexpr std::uint32_t kShift = 16;
  static std::size_t bit_of(std::uint32_t first, std::uint32_t second) {
    return (first * 0x9E3779B1U + second * 0x85EBCA77U) >> kShift;
  }

  void add(std::string_view words, Phrase phrase) {
    const std::string_view first = cut(words), second = cut(words);
    phrase.rest = words;
    may_begin_.set(bit_of(ends_of(first), ends_of(second)));
    by_pair_[key_of(first, second)].push_back(std::move(phrase));
  }
  static bool follows(std::string_view rest, const Tokens& tokens, std::size_t at) {
    for (; !rest.empty(); ++at)
      if (at >= tokens.list.size() || tokens.form(tokens.list[at]) != cut(rest)) return false;
    return true;
  }

  std::bitset<(1U << (32 - kShift))> may_begin_;  ///< most pairs of words begin no phrase
  std::unordered_map<std::uint64_t, std::vector<Phrase>> by_pair_;
};

bool is_word(const Tokens& tokens, std::size_t at) {
  return at < tokens.list.size() && tokens.list[at].kind == Token::Kind::word;
}

/// Whether a word surely begins with a consonant when spoken; not "hour", "SSRI".
bool is_consonant(std::string_view form) {
  return std::string_view("aeiouhx").find(form[0]) == form.npos && form.find_first_of("aeiouy") < 3;
}

}  // namespace

std::optional<std::string_view> standard_beside(const Tokens& tokens, std::size_t at) {
  const std::string_view form = tokens.form(tokens.list[at]);
  const bool after_word = at > 0 && is_word(tokens, at - 1);
  const bool before_word = is_word(tokens, at + 1);
  if (form == "o" && after_word) return before_word ? "of" : "";
  if (!before_word) return std::nullopt;
  const std::string_view next = tokens.form(tokens.list[at + 1]);
  if (form == "n" && after_word) return "and";
  if (form == "w" && after_word) return "with";
  if (form == "an" && is_consonant(next)) return "and";
  if (form == "am" && next != "i") {
    static const WordTable kBeforeSubject(kBeforeSubjects);
    const bool opens = at == 0 || tokens.list[at - 1].kind == Token::Kind::mark;
    if (opens || (after_word && kBeforeSubject.contains(tokens.form(tokens.list[at - 1]))))
      return "i'm";
  }
  return std::nullopt;
}

void mend_phrases(Tokens& tokens) {
  static const Phrases kKnown;
  const std::size_t size = tokens.list.size();
  std::optional<Mender> mender;
  std::uint32_t ends = size == 0 ? 0 : ends_of(tokens.form(tokens.list[0]));
  std::size_t next = 0;  // the first token after the last phrase
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t after = i + 1 < size ? ends_of(tokens.form(tokens.list[i + 1])) : 0;
    const bool may = i >= next && i + 1 < size && kKnown.may_begin(ends, after);
    const Phrase* phrase = may ? kKnown.find(tokens, i) : nullptr;
    ends = after;
    if (phrase != nullptr) {
      if (!mender) mender.emplace(tokens, i);
      Token whole = tokens.list[i];
      whole.end = tokens.list[i + phrase->replaced - 1].end;
      mender->put(whole, phrase->meant);
      next = i + phrase->replaced;
    } else if (mender && i >= next) {
      mender->keep(tokens.list[i]);
    }
  }
  if (mender) mender->finish();
}

}  // namespace attune::language
