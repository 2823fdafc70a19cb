#include "coach/turn_around.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "coach/clause.h"
#include "coach/plain_words.h"

namespace attune::coach {
namespace {

using Span = std::span<const PlainWord>;

constexpr std::size_t kLeast = 3;  // words of a clause worth giving back; our choice
constexpr std::size_t kMost = 18;  // longer ones are cut: a reflection is short
constexpr double kFloor = 0.75;
constexpr double kFloorOfOthers = 0.5;  // of a clause about someone else; our choice, both

const WordList kFillers(
    "and but well so yeah yes yep aye no nah ok okay oh right look honestly anyway anyhow just "
    "like "
    "actually basically sorry haha lol hmm hm um eh see also then still plus god tbh ach och "
    "cheers "
    "because only");
const WordList kTrailing(
    "honest honestly lol haha tbh pal mate like know eh aye anyway though too right so really yet "
    "then now just again even");
constexpr auto kHedges =
    std::to_array<std::string_view>({"i think",           "i guess",
                                     "i suppose",         "i mean",
                                     "i reckon",          "i don't know",
                                     "i dunno",           "to be honest",
                                     "the thing is",      "the truth is",
                                     "truth is",          "it's just that",
                                     "it's just",         "it's that",
                                     "thing is",          "if i'm honest",
                                     "to tell the truth", "you know",
                                     "idk why",           "idk",
                                     "don't know why",    "not sure why",
                                     "i'll say",          "i must say",
                                     "i have to say",     "at the end of the day",
                                     "the worst is",      "the stupid part is",
                                     "all i know is"});
const WordList kSubordinators(
    "if when whenever since because unless although though after before once while as until till "
    "that "
    "who which what where how why whatever every whether than");
// What stands after a comma may be someone else's words when one of these came before.
const WordList kReporting(
    "say says said tell tells told ask asks asked goes went think thinks thought like");
const WordList kConjunctions("and but because so or then which who except");
const WordList kSubjects(
    "i i'm i've i'd i'll she he they it we my the there nobody she's he's they're it's that "
    "that's");

// A cut clause must not end with one of these.
const WordList kOpenEnds(
    "and but the a an to of in on at for with my so because is are was were i just or than as if "
    "when "
    "who which i'm i've from by into about like their his no not very too really don't didn't "
    "can't "
    "that's it's wasn't weren't hadn't isn't haven't hasn't wouldn't couldn't won't did what where "
    "how some any every be been being am have has had do would could said say");

bool ends_open(Span words) {
  constexpr std::size_t kShort = 6;  // "nobody knows that" is whole
  const std::string& last = words.back().form;
  return is_one_of(kOpenEnds, last) || (last == "that" && words.size() > kShort);
}

struct Candidate {
  Span words;
  double place = 0;  ///< [0, 1]: how late in the message
};

struct Scored {
  double score = 0;
  Span words;
  bool own = false;
};

std::size_t drop_hedge(Span words) {
  for (const std::string_view hedge : kHedges) {
    const auto size = static_cast<std::size_t>(std::count(hedge.begin(), hedge.end(), ' ') + 1);
    if (words.size() > size && holds_sequence(words.first(size), hedge)) return size;
  }
  return 0;
}

Span without_fillers(Span words) {
  while (!words.empty()) {
    const PlainWord& first = words.front();
    const bool filler =
        is_one_of(kFillers, first.form) && (first.form != "like" || first.mark == ',');
    const std::size_t drop = filler ? 1 : drop_hedge(words);
    if (drop == 0) break;
    words = words.subspan(drop);
  }
  return words;
}

Span without_trailing(Span words) {
  const std::size_t size = words.size();
  if (size > kLeast + 1 && is_one_of("i i'll i'd i'm", words[size - 2].form) &&
      is_one_of("guess suppose think reckon mean admit know see say told afraid",
                words.back().form))
    words = words.first(size - 2);
  while (words.size() > kLeast && is_one_of(kTrailing, words.back().form)) {
    const bool set_apart = words[words.size() - 2].mark == ',';
    if (!set_apart &&
        !is_one_of("honest honestly lol haha tbh pal mate though anyway", words.back().form)) {
      break;
    }
    words = words.first(words.size() - 1);
  }
  return words;
}

// Where a long sentence may end: after a comma, or before a conjunction with a new subject.
bool may_end_before(Span words, std::size_t at) {
  if (is_one_of(kOpenEnds, words[at - 1].form)) return false;
  if (words[at - 1].mark == ',') return true;
  if (!is_one_of(kConjunctions, words[at].form)) return false;
  if (words[at].form == "because" || words[at].form == "but") return true;
  const std::string_view next = at + 1 < words.size() ? std::string_view(words[at + 1].form) : "";
  return is_one_of(kSubjects, next) && !(words[at].form == "so" && next == "that");
}

Span cut_to_length(Span words) {
  if (words.size() <= kMost) return words;
  for (std::size_t at = std::min(kMost - 2, words.size() - 1); at >= kLeast; --at) {
    if (may_end_before(words, at)) return words.first(at);
  }
  return {};
}

void add_clauses(Span sentence, double place, std::vector<Candidate>& candidates) {
  std::size_t start = 0;
  while (start < sentence.size()) {
    const Span rest = without_fillers(sentence.subspan(start));
    const Span cut = cut_to_length(rest);
    if (!cut.empty())
      candidates.push_back({without_trailing(cut), place - (start > 0 ? 0.3 : 0.0)});
    if (!rest.empty() && is_one_of(kSubordinators, rest.front().form)) return;
    for (; start < sentence.size() && sentence[start].mark != ','; ++start) {
      if (is_one_of(kReporting, sentence[start].form)) return;
    }
    ++start;
  }
}

std::vector<Candidate> clauses(Span words) {
  std::vector<Candidate> candidates;
  for (std::size_t start = 0, end = 0; end < words.size(); ++end) {
    const bool last = end + 1 == words.size();
    if (!last && !ends_sentence(words[end].mark)) continue;
    const char mark = words[end].mark;
    const bool quoted = mark == '"' || mark == ':' || (start > 0 && words[start - 1].mark == '"');
    if (mark != '?' && !quoted) {
      const double place = static_cast<double>(end + 1) / static_cast<double>(words.size());
      add_clauses(words.subspan(start, end + 1 - start), place, candidates);
    }
    start = end + 1;
  }
  return candidates;
}

constexpr auto kTurned =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"i", "you"},
                                                                  {"i'm", "you're"},
                                                                  {"i've", "you've"},
                                                                  {"i'd", "you'd"},
                                                                  {"i'll", "you'll"},
                                                                  {"me", "you"},
                                                                  {"my", "your"},
                                                                  {"mine", "yours"},
                                                                  {"myself", "yourself"},
                                                                  {"we", "you"},
                                                                  {"we're", "you're"},
                                                                  {"we've", "you've"},
                                                                  {"us", "you"},
                                                                  {"our", "your"},
                                                                  {"ours", "yours"},
                                                                  {"ourselves", "yourselves"}});
constexpr auto kAgreeing = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"am", "are"}, {"was", "were"}, {"wasn't", "weren't"}});
const WordList kCapitals(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august "
    "september october november december christmas easter ramadan english");

// Typed small they are still names. Common ones of several languages, our choice; none that is a
// word as well.
const WordList kFirstNames(
    "aaron adam ahmed aisha alan alex ali alice amina amy ana andrew angela anna anne antonio "
    "aoife "
    "ben beth brian caitlin callum cameron carlos carmen carol chris ciara claire colin connor "
    "conor "
    "craig daniel danny darren dave davie david declan derek diana diego donna dylan eamon eddie "
    "eilidh ellen emily emma erin fatima fiona gareth gary gemma george gordon graham greg "
    "gwen hannah harry helen ian ibrahim ines irene isaac isabel ivan jack jacob jake james jamie "
    "jane jason javier jennifer jenny jess jessica jim jimmy joan joanne joe john jordan jose "
    "joseph "
    "josh juan julia julie karen kate katie keith kelly kenny kevin kieran kirsty laura lauren "
    "leanne "
    "lewis liam linda lisa louise lucy luis luke marcus margaret maria marie mario martin mary "
    "matthew megan mehmet michael michelle mike miguel mohamed molly morag nadia natalie natasha "
    "neil niamh nicola nigel nikki noah nora olivia omar oscar paddy pamela patricia paul paula "
    "pedro peter priya rachel raj ravi rebecca ricardo richard roisin ronan ronnie rosa ross ruth "
    "ryan sally sam samantha samuel sandra sara sarah scott sean shannon sharon sheila simon "
    "sinead "
    "siobhan sofia sophie stephen steven stuart susan teresa thomas tom tommy tony tracy valeria "
    "vanessa wendy yasmin yusuf zoe");

// Written small where a sentence begins with them; what else does may be a name.
const WordList kCommon("my nobody everyone everybody people somebody someone");

template <std::size_t N>
std::string_view lookup(const std::array<std::pair<std::string_view, std::string_view>, N>& table,
                        std::string_view form) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const auto& entry) { return entry.first == form; });
  return found == table.end() ? std::string_view{} : found->second;
}

std::string turned_word(Span words, std::size_t at) {
  const std::string& form = words[at].form;
  if (const auto turned = lookup(kTurned, form); !turned.empty()) return std::string(turned);
  if (is_verb_of_i(words, at)) {
    if (const auto agreeing = lookup(kAgreeing, form); !agreeing.empty())
      return std::string(agreeing);
  }
  const std::string called = form.substr(0, form.find('\''));
  const auto determines = [&](std::size_t before) {
    return at >= before &&
           is_one_of("my your his her their our the a an wee", words[at - before].form);
  };
  const bool whose = determines(1) || determines(2);
  if (is_called_so(called) && !whose) return "your " + form;
  std::string text = words[at].text;
  const bool beside_me = at > 1 && words[at - 1].form == "and" && words[at - 2].form == "me" &&
                         !is_function_word(form) && !is_one_of("his her their", form);
  if (is_one_of(kCapitals, form) || is_one_of(kFirstNames, called) || beside_me)
    text.front() = static_cast<char>(form.front() - 32);
  else if (at == 0 && (is_function_word(form) || is_one_of(kCommon, form)))
    text = form;
  return text;
}

std::string turned(Span words) {
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    text += (at == 0 ? "" : " ") + turned_word(words, at);
    if (words[at].mark == ',' && at + 1 < words.size()) text += ',';
  }
  return text;
}

}  // namespace

std::vector<TurnedAround> turn_around(Span words, std::string_view name) {
  const PlainWords names = plain_words(name);
  std::vector<Scored> scored;
  for (const Candidate& candidate : clauses(words)) {
    if (candidate.words.size() < kLeast || ends_open(candidate.words)) continue;
    const bool own = can_be_given_back(candidate.words);
    if (!own && !can_be_retold(candidate.words)) continue;
    if (!names.empty() && holds_sequence(candidate.words, names.front().form)) continue;
    const double score = worth(candidate.words) + candidate.place;
    if (score > (own ? kFloor : kFloorOfOthers)) scored.push_back({score, candidate.words, own});
  }
  std::stable_sort(scored.begin(), scored.end(),
                   [](const Scored& a, const Scored& b) { return a.score > b.score; });
  std::vector<TurnedAround> all;
  for (const auto& [score, clause, own] : scored) {
    const Range from = typed(clause);
    const auto taken = [&](const TurnedAround& one) { return overlap(one.from, from); };
    if (std::none_of(all.begin(), all.end(), taken))
      all.push_back({turned(clause), tense(clause), from, own});
  }
  return all;
}

std::optional<TurnedAround> joined(const TurnedAround& a, const TurnedAround& b) {
  constexpr std::size_t kGap = 3;          // bytes: a stop, and a space or a line end
  constexpr std::ptrdiff_t kLongest = 16;  // words; our choice: still short in a chat
  if (b.from.begin < a.from.end || b.from.begin - a.from.end > kGap) return std::nullopt;
  if (std::ranges::count(a.text, ' ') + std::ranges::count(b.text, ' ') + 2 > kLongest)
    return std::nullopt;
  std::string second = b.text;
  if (second.front() >= 'a' && second.front() <= 'z')
    second.front() = static_cast<char>(second.front() - 32);
  return TurnedAround{a.text + ". " + second, Tense::unsure, {a.from.begin, b.from.end}, false};
}

}  // namespace attune::coach
