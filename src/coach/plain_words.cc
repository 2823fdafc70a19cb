#include "coach/plain_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace attune::coach {
namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

// Sorted by the first, for binary search. A space on the right makes two words.
constexpr Spelling kSpellings[] = {
    {"aboot", "about"},
    {"abt", "about"},
    {"aint", "ain't"},
    {"arenae", "aren't"},
    {"arent", "aren't"},
    {"bc", "because"},
    {"bein", "being"},
    {"cannae", "can't"},
    {"cannot", "can't"},
    {"cant", "can't"},
    {"comin", "coming"},
    {"cos", "because"},
    {"couldnae", "couldn't"},
    {"couldnt", "couldn't"},
    {"couldve", "could've"},
    {"coz", "because"},
    {"cryin", "crying"},
    {"cuz", "because"},
    {"da", "dad"},
    {"da's", "dad's"},
    {"dae", "do"},
    {"didnae", "didn't"},
    {"didnt", "didn't"},
    {"dinnae", "don't"},
    {"doesnae", "doesn't"},
    {"doesnt", "doesn't"},
    {"doin", "doing"},
    {"dont", "don't"},
    {"doon", "down"},
    {"drivin", "driving"},
    {"eatin", "eating"},
    {"everyhing", "everything"},
    {"everyones", "everyone's"},
    {"fae", "from"},
    {"feart", "scared"},
    {"feelin", "feeling"},
    {"gettin", "getting"},
    {"goin", "going"},
    {"gonna", "going to"},
    {"gonnae", "going to"},
    {"gotta", "have to"},
    {"hadnae", "hadn't"},
    {"hadnt", "hadn't"},
    {"hame", "home"},
    {"hasnae", "hasn't"},
    {"hasnt", "hasn't"},
    {"havenae", "haven't"},
    {"havent", "haven't"},
    {"havnt", "haven't"},
    {"heid", "head"},
    {"heid's", "head's"},
    {"heids", "head's"},
    {"hes", "he's"},
    {"hoose", "house"},
    {"hows", "how's"},
    {"im", "I'm"},
    {"isnae", "isn't"},
    {"isnt", "isn't"},
    {"itd", "it'd"},
    {"itll", "it'll"},
    {"ive", "I've"},
    {"kinda", "kind of"},
    {"livin", "living"},
    {"lookin", "looking"},
    {"lyin", "lying"},
    {"ma", "my"},
    {"makin", "making"},
    {"masel", "myself"},
    {"maself", "myself"},
    {"masell", "myself"},
    {"mibbe", "maybe"},
    {"mibbes", "maybe"},
    {"mysel", "myself"},
    {"nae", "no"},
    {"naw", "no"},
    {"nothin", "nothing"},
    {"nuhin", "nothing"},
    {"nuthin", "nothing"},
    {"oot", "out"},
    {"ppl", "people"},
    {"prolly", "probably"},
    {"rn", "right now"},
    {"sayin", "saying"},
    {"shes", "she's"},
    {"shouldnae", "shouldn't"},
    {"shouldnt", "shouldn't"},
    {"shouldve", "should've"},
    {"sittin", "sitting"},
    {"somethin", "something"},
    {"stayin", "staying"},
    {"tae", "to"},
    {"takin", "taking"},
    {"talkin", "talking"},
    {"telt", "told"},
    {"thatll", "that'll"},
    {"thats", "that's"},
    {"theres", "there's"},
    {"theyd", "they'd"},
    {"theyre", "they're"},
    {"theyve", "they've"},
    {"thinkin", "thinking"},
    {"tho", "though"},
    {"thru", "through"},
    {"tmrw", "tomorrow"},
    {"tryin", "trying"},
    {"u", "you"},
    {"ur", "your"},
    {"waitin", "waiting"},
    {"walkin", "walking"},
    {"wanna", "want to"},
    {"wasnae", "wasn't"},
    {"wasnt", "wasn't"},
    {"werenae", "weren't"},
    {"werent", "weren't"},
    {"wernt", "weren't"},
    {"weve", "we've"},
    {"whats", "what's"},
    {"whos", "who's"},
    {"wi", "with"},
    {"willnae", "won't"},
    {"wisnae", "wasn't"},
    {"wont", "won't"},
    {"workin", "working"},
    {"wouldnae", "wouldn't"},
    {"wouldnt", "wouldn't"},
    {"wouldve", "would've"},
    {"youre", "you're"},
    {"youve", "you've"},
};
static_assert(std::is_sorted(std::begin(kSpellings), std::end(kSpellings)));

constexpr std::string_view kStraightened = "\xE2\x80\x99";  // right single quotation mark
constexpr std::string_view kDashes[] = {"\xE2\x80\x93", "\xE2\x80\x94"};

// After "I'm", "was" ..., "no" is the Scots "not", unless one of these follows. After "I've" it is
// so only before a participle: "i've no slept", but "I've no money".
const WordList kNounAfterNo(
    "good use angel expert saint fool match longer better different stranger hero help one bother");
const WordList kBeforeScotsNo("i'm he's she's it's that's you're we're they're was were is are am");
const WordList kBeforeScotsParticiple("i've you've we've they've have has had");
const WordList kParticiples(
    "even been got really had done said told seen slept eaten thought gone felt ever had spoken");

// "its" typed for "it's": before these, or a word in -ing.
const WordList kAfterItIs(
    "a an the not no still just only always never been so too all like on in at my your his her "
    "their fine grand good bad hard late dark quiet weird easier easy worse better funny that what "
    "how because mostly really about over done gone more pretty kind every one two three four five "
    "six probably nothing everything me him where when ok okay there light and alright almost "
    "supposed small since till mine got from cold dead complicated");

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool is_letter(char c) {
  return lower(c) != c || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

// A text with its quotation marks straight and its dashes plain, and where each byte, and the end,
// stood in what was typed.
struct Straight {
  std::string text;
  std::vector<std::size_t> origin;
};

Straight straighten(std::string_view typed) {
  Straight straight;
  straight.text.reserve(typed.size());
  straight.origin.reserve(typed.size() + 1);
  const auto add = [&](char c, std::size_t at) {
    straight.text += c;
    straight.origin.push_back(at);
  };
  for (std::size_t at = 0; at < typed.size();) {
    const std::string_view rest = typed.substr(at);
    if (rest.starts_with(kStraightened)) {
      add('\'', at);
      at += kStraightened.size();
    } else if (rest.starts_with(kDashes[0]) || rest.starts_with(kDashes[1])) {
      for (const char c : {' ', '-', ' '}) add(c, at++);
    } else {
      add(rest.front(), at++);
    }
  }
  straight.origin.push_back(typed.size());
  return straight;
}

void add(std::string_view word, const Range& typed, PlainWords& words) {
  std::string form = lowered(word);
  const auto* found =
      std::lower_bound(std::begin(kSpellings), std::end(kSpellings), form,
                       [](const Spelling& s, const auto& f) { return s.first < f; });
  if (found == std::end(kSpellings) || found->first != form) {
    words.push_back({std::string(word), std::move(form), 0, typed});
    return;
  }
  std::string plain(found->second);
  if (word.front() != form.front()) plain.front() = upper(plain.front());
  const std::size_t space = plain.find(' ');
  if (space != plain.npos) {
    words.push_back({plain.substr(0, space), lowered(plain.substr(0, space)), 0, typed});
    plain.erase(0, space + 1);
  }
  words.push_back({plain, lowered(plain), 0, typed});
}

// Ranks marks: a later, weaker one does not hide a stronger one.
int strength(char mark) {
  if (mark == 0) return 0;
  if (mark == ',') return 1;
  return mark == '?' ? 4 : (mark == '"' ? 3 : 2);
}

char mark_of(char c) {
  if (c == '\n' || c == '"' || c == ',' || c == '.' || c == '?' || c == '!' || c == ';' ||
      c == ':' || c == '(' || c == ')' || c == '-') {
    return c;
  }
  return c == '\'' || c == '[' || c == ']' || c == '{' ? '"' : '\0';
}

void read_scots_no(PlainWords& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].form != "no" || words[i - 1].mark != 0 || words[i].mark != 0) continue;
    if (i + 1 == words.size()) continue;
    const std::string& before = words[i - 1].form;
    const bool participle = is_one_of(kParticiples, words[i + 1].form);
    const bool article = is_one_of("a an the that my", words[i + 1].form);
    const bool is_not =
        article ||
        (is_one_of(kBeforeScotsNo, before) && !is_one_of(kNounAfterNo, words[i + 1].form)) ||
        ((is_one_of(kBeforeScotsParticiple, before) || before.ends_with("'s")) && participle);
    if (is_not) words[i].text = words[i].form = "not";
  }
}

void read_its(PlainWords& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    PlainWord& word = words[i];
    if (word.form != "its" || word.mark != 0) continue;
    const std::string& next = words[i + 1].form;
    if (is_one_of(kAfterItIs, next) || next.ends_with("ing")) {
      word.form = "it's";
      word.text.insert(2, "'");
    }
  }
}

}  // namespace

PlainWords plain_words(std::string_view typed) {
  const auto [text, origin] = straighten(typed);
  constexpr std::size_t kLettersPerWord = 5;  // and the space
  PlainWords words;
  words.reserve(text.size() / kLettersPerWord + 1);
  const auto inner = [&text = text](std::size_t i) {
    return (text[i] == '\'' || text[i] == '-') && i + 1 < text.size() && is_letter(text[i + 1]);
  };
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_letter(text[at])) {
      std::size_t end = at;
      while (end < text.size() && (is_letter(text[end]) || inner(end))) ++end;
      add(std::string_view(text).substr(at, end - at), {origin[at], origin[end]}, words);
      at = end;
      continue;
    }
    const char mark = mark_of(text[at++]);
    if (!words.empty() && strength(mark) > strength(words.back().mark)) words.back().mark = mark;
  }
  read_scots_no(words);
  read_its(words);
  return words;
}

bool begins_with(std::span<const PlainWord> words, std::string_view sequence) {
  for (const PlainWord& word : words) {
    if (!sequence.starts_with(word.form)) return false;
    sequence.remove_prefix(word.form.size());
    if (sequence.empty()) return true;
    if (sequence.front() != ' ' || ends_sentence(word.mark)) return false;
    sequence.remove_prefix(1);
  }
  return false;
}

bool holds_sequence(std::span<const PlainWord> words, std::string_view sequence) {
  if (sequence.empty()) return false;
  for (std::size_t start = 0; start < words.size(); ++start)
    if (words[start].form.front() == sequence.front() &&  // most differ here
        begins_with(words.subspan(start), sequence))
      return true;
  return false;
}

bool is_one_of(std::string_view list, std::string_view form) {
  if (form.empty() || form.find(' ') != form.npos) return false;
  for (std::size_t at = list.find(form); at != list.npos; at = list.find(form, at + 1)) {
    const std::size_t end = at + form.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool ends_sentence(char mark) {
  return mark != 0 && mark != ',';
}

}  // namespace attune::coach
