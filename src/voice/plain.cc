#include "voice/plain.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/utf8.h"
#include "language/word_table.h"

namespace attune::voice {
namespace {

using Words = std::vector<std::string>;

// Stands among the words of a sentence while it is taken apart.
constexpr std::string_view kComma = ",";

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_plain_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_letter(char32_t c) {
  return is_plain_letter(c) ||
         (c >= 0xc0 && c != 0xd7 && c != 0xf7 && (c < 0x2000 || c > 0x2bff) && c < 0xfe00);
}

bool is_emoji(char32_t c) {
  return c >= 0x1f300 || (c >= 0x2600 && c < 0x27c0);
}

struct Ending {
  std::string_view ending, words;
};
constexpr std::array<Ending, 6> kContractions = {{{"n't", " not"},
                                                  {"'re", " are"},
                                                  {"'ve", " have"},
                                                  {"'ll", " will"},
                                                  {"'m", " am"},
                                                  {"'d", " would"}}};

/// "what's" is two words, "mum's" is one with an ending that matching does not need.
std::string spell_out(const std::string& word, const Spelling& spelling) {
  if (const auto found = spelling.find(word); found != spelling.end()) return found->second;
  if (word.find('\'') == std::string::npos) return word;
  for (const Ending& one : kContractions)
    if (word.size() > one.ending.size() && word.ends_with(one.ending))
      return word.substr(0, word.size() - one.ending.size()) + std::string(one.words);
  if (!word.ends_with("'s")) return word;
  const std::string root = word.substr(0, word.size() - 2);
  const bool is = is_one_of(root, {"what", "how", "where", "who", "when", "why", "it", "that",
                                   "there", "he", "she", "here"});
  return is ? root + " is" : root;
}

void add_words(const std::string& spelled, Words& words) {
  for (std::size_t at = 0; at < spelled.size();) {
    const std::size_t end = std::min(spelled.find(' ', at), spelled.size());
    if (end > at) words.push_back(spelled.substr(at, end - at));
    at = end + 1;
  }
}

/// Bytes of a smiley's rest after its colon: ")", "-(", "D".
std::size_t smile(std::string_view rest) {
  const std::size_t nose = rest.starts_with('-') ? 1 : 0;
  if (nose >= rest.size() || std::string_view(")(DPp/|").find(rest[nose]) == std::string_view::npos)
    return 0;
  const bool alone =
      nose + 1 == rest.size() || std::isalnum(static_cast<unsigned char>(rest[nose + 1])) == 0;
  return alone ? nose + 1 : 0;
}

bool is_question_word(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"what", "how", "when", "where", "who", "why", "which", "whose"});
  static const language::WordTable kTable(kWords);
  return kTable.contains(word);
}

bool is_auxiliary(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"are",  "is",   "do",  "does", "did",   "have",   "has", "had",  "can", "could",   "would",
       "will", "were", "was", "may",  "might", "should", "am",  "ever", "any", "anything"});
  static const language::WordTable kTable(kWords);
  return kTable.contains(word);
}

bool is_subject(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"you",  "your", "she", "he",     "they",    "it",       "there",   "that",
       "this", "we",   "i",   "anyone", "anybody", "somebody", "someone", "the",
       "not",  "else", "any", "her",    "his",     "these"});
  static const language::WordTable kTable(kWords);
  return kTable.contains(word);
}

bool is_filler(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"and",  "so",    "but",  "ok",      "okay", "well",     "oh",    "hi",
       "hey",  "hello", "like", "um",      "just", "then",     "right", "please",
       "also", "or",    "now",  "yeah",    "yes",  "hmm",      "ah",    "wow",
       "mm",   "aye",   "sure", "alright", "no",   "actually", "maybe"});
  static const language::WordTable kTable(kWords);
  return kTable.contains(word);
}

std::size_t first_content(const Words& words) {
  std::size_t at = 0;
  while (at < words.size() && is_filler(words[at])) ++at;
  if (at + 2 < words.size() && words[at] == "i" && is_one_of(words[at + 1], {"mean", "meant"}))
    at += 2;
  return at;
}

/// "... and had not thought of it": no question, as "had not you" is.
bool is_denied(const Words& words, std::size_t at) {
  return words[at] == "not" && (at + 1 >= words.size() || !is_subject(words[at + 1]));
}

/// A question by its shape alone; people leave the mark out.
bool asks_by_shape(const Words& words, std::size_t at) {
  if (at + 1 >= words.size()) return at < words.size() && is_question_word(words[at]);
  const std::string& first = words[at];
  const std::string& second = words[at + 1];
  constexpr std::size_t kTerse = 4;
  if (first == "you" && words.size() - at <= kTerse &&
      (second.ends_with("ing") ||
       is_one_of(second, {"ok", "okay", "alright", "safe", "sure", "warm", "cold", "hungry",
                          "awake", "alone", "scared", "home"})))
    return true;
  if (first == "you" && is_one_of(second, {"got", "have"}) && at + 2 < words.size() &&
      words[at + 2].starts_with("any"))
    return true;
  if ((first == "you" && second == "ever") || (first == "got" && second == "any") ||
      (first == "any" && words.size() - at <= kTerse + 2))
    return true;
  // "your family do they visit much"
  if (is_one_of(first, {"your", "his", "her", "their", "the"}))
    for (std::size_t i = at + 2; i < std::min(at + 4, words.size() - 1); ++i)
      if (is_auxiliary(words[i]) && is_one_of(words[i + 1], {"you", "he", "she", "they", "it"}))
        return true;
  if (first == "what" && (second == "a" || second == "an")) return false;
  if (is_one_of(first, {"when", "who", "which"}) &&
      (is_subject(second) || is_one_of(second, {"my", "our"})) && second != "else")
    return false;
  if (first == "how" && is_one_of(second, {"awful", "sad", "hard", "terrible", "difficult",
                                           "lovely", "painful", "lonely"}))
    return words.size() > at + 2 && is_auxiliary(words[at + 2]);
  if (is_question_word(first)) return true;
  if (first == "do" && second == "not")
    return words.size() > at + 2 && is_one_of(words[at + 2], {"you", "they", "we", "i"});
  if (is_auxiliary(first) && is_subject(second)) return !is_denied(words, at + 1);
  const auto two = first + " " + second;
  return is_one_of(two, {"tell me", "i wonder", "talk me", "walk me", "describe your",
                         "describe what", "say more", "mind telling", "care to"}) ||
         (words.size() > at + 2 &&
          is_one_of(two + " " + words[at + 2], {"i am wondering", "i was wondering", "i am curious",
                                                "let me ask", "give me an", "give me one"})) ||
         (two == "i would" && words.size() > at + 4 && is_one_of(words[at + 2], {"like", "love"}) &&
          (words[at + 3] == "you" ||
           (words[at + 3] == "to" &&
            is_one_of(words[at + 4], {"hear", "know", "ask", "understand", "learn"}))));
}

bool is_closed(const Words& words, std::size_t at) {
  if (at >= words.size() || is_question_word(words[at])) return false;
  return !is_one_of(words[at], {"tell", "describe", "i", "talk", "walk", "say"});
}

void add_word(std::string_view word, std::string& text) {
  if (!text.empty()) text += ' ';
  text += word;
}

Sentence finish(Words words, bool marked) {
  Sentence sentence;
  for (auto begin = words.begin(), comma = begin; comma != words.end();) {
    comma = std::find(begin, words.end(), kComma);
    if (comma == words.end() && begin == words.begin()) break;  // a single clause
    sentence.clauses.push_back(finish({begin, comma}, false));
    begin = comma == words.end() ? comma : comma + 1;
  }
  std::erase(words, kComma);
  while (words.size() > 3 && is_one_of(words.back(), {"though", "anyway", "exactly", "please"}))
    words.pop_back();
  const std::size_t at = first_content(words);
  // "Anna, who raised you." asks nothing.
  const bool ends_asking =
      sentence.clauses.size() > 1 && !sentence.clauses.back().words.empty() &&
      is_question_word(sentence.clauses.back().words[0]) && sentence.clauses.back().asks &&
      (marked || !is_one_of(sentence.clauses.back().words[0], {"who", "whose", "which"}));
  sentence.asks = marked || ends_asking || asks_by_shape(words, at);
  sentence.closed = sentence.asks && is_closed(words, at);
  sentence.marked = marked && !ends_asking && !asks_by_shape(words, at) &&
                    std::ranges::none_of(sentence.clauses, &Sentence::asks);
  for (const std::string& word : words) add_word(word, sentence.text);
  sentence.words = std::move(words);
  return sentence;
}

/// "..., do you think?" asks nothing of its own.
bool is_tag(const Words& words, std::size_t at) {
  std::string rest;
  for (; at < words.size(); ++at) rest += (rest.empty() ? "" : " ") + words[at];
  return is_one_of(
      rest, {"do you think", "would you say", "do you reckon", "is it", "is it not", "are you",
             "are you not", "do you", "do you not", "right", "or not", "you know",
             "if you do not mind", "do you know", "was it", "did you", "is she", "is he"});
}

/// Where a second question begins within one sentence ("... and do you eat?"), or npos. After a
/// comma only where the sentence is `marked` as a question.
std::size_t second_question(const Words& words, bool marked) {
  const bool conditional = is_one_of(words[std::min(first_content(words), words.size() - 1)],
                                     {"if", "when", "since", "because", "after", "before", "once"});
  for (std::size_t i = 2; i + 2 < words.size(); ++i) {
    const bool comma = words[i] == kComma && !conditional;
    if (!is_one_of(words[i], {"and", "but", "or", "so"}) && !comma) continue;
    const bool asked = is_auxiliary(words[i + 1]) &&
                       is_one_of(words[i + 2], {"you", "he", "she", "they", "it", "your"});
    if (comma && ((!marked && !asked) || is_tag(words, i + 1))) continue;
    const bool relative =
        is_one_of(words[i + 1], {"when", "who"}) && !(marked && is_auxiliary(words[i + 2]));
    if (is_question_word(words[i + 1]) && !relative) return i;
    if (is_auxiliary(words[i + 1]) && is_subject(words[i + 2]) && !is_denied(words, i + 2))
      return i;
  }
  return std::string::npos;
}

/// Where "I wonder", "I'm curious" or "may I ask" stands before what is asked, or npos.
std::size_t indirect_question(const Words& words) {
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    const bool wonders = is_one_of(words[i], {"wonder", "wondering", "wondered", "curious"});
    const bool asks = words[i] == "ask" && i >= 2 && words[i - 1] == "i" &&
                      is_one_of(words[i - 2], {"may", "can", "could", "might"});
    if ((wonders || asks) &&
        (is_question_word(words[i + 1]) || is_one_of(words[i + 1], {"if", "whether"})))
      return i;
    if (asks && is_one_of(words[i + 1], {"about", "on", "in", "at", "for", "since", "until"}))
      return i;
  }
  return std::string::npos;
}

/// Words before the matter where a question is put right: "no, I meant", "sorry, I asked about".
std::size_t repair(const Words& words) {
  std::size_t at = 0;
  while (at < words.size() && (is_filler(words[at]) || is_one_of(words[at], {"sorry", kComma})))
    ++at;
  if (at + 2 >= words.size() || words[at] != "i" ||
      !is_one_of(words[at + 1], {"mean", "meant", "asked"}) ||
      is_one_of(words[at + 2], {"it", "that", "you", "to", "no", "well"}))
    return 0;
  return at + (words[at + 2] == "about" ? 3 : 2);
}

void add_sentence(Words words, bool marked, std::vector<Sentence>& sentences) {
  if (words.empty()) return;
  constexpr std::size_t kBareMatter = 4;
  if (const std::size_t lead = repair(words); lead > 0) {
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(lead));
    return add_sentence(words, marked || words.size() <= kBareMatter, sentences);
  }
  if (const std::size_t at = indirect_question(words); at != std::string::npos) {
    const std::size_t from = at + (is_one_of(words[at + 1], {"if", "whether"}) ? 2 : 1);
    Words first(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
    while (!first.empty() &&
           is_one_of(first.back(), {"i", "am", "was", "and", "so", "but", "just", "only", "also",
                                    "may", "can", "could", "might", kComma}))
      first.pop_back();
    add_sentence(std::move(first), false, sentences);
    return add_sentence({words.begin() + static_cast<std::ptrdiff_t>(from), words.end()}, true,
                        sentences);
  }
  const std::size_t second = second_question(words, marked);
  if (second == std::string::npos) {
    sentences.push_back(finish(std::move(words), marked));
    return;
  }
  const auto middle = words.begin() + static_cast<std::ptrdiff_t>(second);
  const Words first(words.begin(), middle);
  sentences.push_back(finish(first, marked && asks_by_shape(first, first_content(first))));
  add_sentence({middle + 1, words.end()}, true, sentences);
}

bool has_keyboard_run(const std::string& word) {
  for (const std::string_view row : {"qwertyuiop", "asdfghjkl", "zxcvbnm"})
    for (std::size_t at = 0; at + 4 <= word.size(); ++at)
      if (row.find(word.substr(at, 4)) != std::string_view::npos &&
          !is_one_of(word.substr(at, 4), {"were", "rope", "pert", "wert", "oper", "prop"}))
        return true;
  return false;
}

bool is_struck_at_random(const std::string& word) {
  if (word.size() < 4) return false;
  std::size_t vowels = 0, run = 0, longest = 0;
  for (const char c : word) {
    if (static_cast<unsigned char>(c) > 127 || std::isdigit(static_cast<unsigned char>(c)))
      return false;
    const bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    vowels += vowel ? 1 : 0;
    run = vowel ? 0 : run + 1;
    longest = std::max(longest, run);
  }
  const bool laughs_or_sighs = is_one_of(word.substr(0, 3), {"hmm", "mmm", "pff", "tsk", "brr"});
  return !laughs_or_sighs && (vowels == 0 || longest >= 5 || has_keyboard_run(word));
}

}  // namespace

char32_t plain_letter(char32_t c) {
  static constexpr std::string_view kAccented =  // from U+00C0 to U+017F
      "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
      "nnnnnnnnnoooooooorrrrrrsssssssstttttt"
      "uuuuuuuuuuuuwwyyyzzzzzzs";
  static_assert(kAccented.size() == 0x180 - 0xc0);
  if (c >= 'A' && c <= 'Z') return c + 32;
  return c < 0xc0 || c >= 0x180 ? c : static_cast<char32_t>(kAccented[c - 0xc0]);
}

std::vector<Sentence> plain(std::string_view text, const Wording& wording) {
  std::vector<Sentence> sentences;
  Words words;
  std::string word;
  bool possessive = false;
  const auto end_word = [&] {
    while (!word.empty() && word.back() == '\'') word.pop_back();
    if (word.empty()) return;
    constexpr std::size_t kMostSentences = 8;  // words
    if (words.empty()) words.reserve(kMostSentences);
    const std::string spelled = spell_out(word, wording.spelling);
    if (word.ends_with("'s") && word.starts_with(spelled)) possessive = true;
    if (spelled == word)
      words.push_back(word);
    else
      add_words(spelled, words);
    word.clear();
  };
  const auto end_sentence = [&](bool marked) {
    const std::size_t before = sentences.size();
    add_sentence(std::exchange(words, {}), marked, sentences);
    for (std::size_t i = before; i < sentences.size(); ++i) sentences[i].possessive = possessive;
    possessive = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next(text, at);
    if (c == 0x2019 || c == 0x2018 || c == '`') c = '\'';
    if (is_letter(c) || (c == '\'' && !word.empty())) {
      base::append(word, plain_letter(c));
      continue;
    }
    end_word();
    if (c == '.' && !words.empty() && is_one_of(words.back(), {"mr", "mrs", "ms", "dr"})) continue;
    if (c == ':' && at < text.size() && smile(text.substr(at)) > 0) {
      at += smile(text.substr(at));
      end_sentence(false);
      continue;
    }
    if (c == ',' && !words.empty()) words.emplace_back(kComma);
    const bool parts = c == ':' || c == 0x2013 || c == 0x2014;
    if (parts || is_emoji(c) || c == '.' || c == '!' || c == '?' || c == '\n' || c == ';' ||
        c == 0x2026 || c == 0xbf)
      end_sentence(c == '?');
  }
  end_word();
  end_sentence(false);
  const auto set_core = [&](Sentence& sentence) {
    for (const std::string& one : sentence.words)
      if (!wording.light.contains(one)) add_word(one, sentence.core);
  };
  for (Sentence& sentence : sentences) {
    set_core(sentence);
    for (Sentence& clause : sentence.clauses) set_core(clause);
  }
  return sentences;
}

Sentence join(std::vector<Sentence> sentences) {
  Sentence all;
  for (Sentence& one : sentences) {
    if (all.words.empty()) {
      all.text = std::move(one.text);
      all.core = std::move(one.core);
      all.words = std::move(one.words);
      continue;
    }
    add_word(one.text, all.text);
    if (!one.core.empty()) add_word(one.core, all.core);
    all.words.insert(all.words.end(), one.words.begin(), one.words.end());
  }
  return all;
}

std::string_view shape_of(const Words& words) {
  for (std::size_t i = 0; i < words.size() && i < 4; ++i) {
    const std::string& word = words[i];
    if (word.size() < 3 || (word[0] != 'h' && word[0] != 'w')) continue;
    if (word == "how" && i + 1 < words.size())
      for (const std::string_view how :
           {"how long", "how old", "how many", "how much", "how often"})
        if (words[i + 1] == how.substr(4)) return how;
    for (const std::string_view shape : {"what", "how", "why", "who", "when", "where", "which"})
      if (word == shape) return shape;
  }
  return "yes or no";
}

std::string_view sort_of(const Sentence& question) {
  // "When she does not, what do you do?"
  if (question.clauses.size() > 1)
    if (const Sentence& last = question.clauses.back();
        last.words.size() > 2 && last.asks && is_question_word(last.words[0]))
      return sort_of(last);
  const Words& words = question.words;
  const auto has = [&](std::initializer_list<std::string_view> list) {
    return std::ranges::any_of(words,
                               [&](const std::string& word) { return is_one_of(word, list); });
  };
  // "Did you ask her why?" wants a yes or no; "do you know why?" does not.
  const std::size_t from = first_content(words);
  const bool knows =
      from + 2 < words.size() &&
      is_one_of(words[from + 2], {"know", "tell", "say", "remember", "ask", "describe"});
  const bool whether =
      from + 1 < words.size() && is_auxiliary(words[from]) && is_subject(words[from + 1]) && !knows;
  for (std::size_t i = from; i < words.size() && i < 6 && !whether; ++i) {
    const std::string& word = words[i];
    const std::string next = i + 1 < words.size() ? words[i + 1] : "";
    if (is_one_of(word, {"who", "whose"})) return "who";
    if (word == "where") return "where";
    if (word == "when" && i < 3) return "when";
    if (word == "why" || (word == "how" && next == "come")) return "why";
    const bool open = is_one_of(word, {"what", "which", "how"});
    if (!open) continue;
    if (is_one_of(next, {"time", "day", "year", "month", "date"})) return "when";
    if (is_one_of(next, {"long", "many", "much", "often", "old", "far", "big"})) return "how_much";
    if (is_one_of(next, {"made", "makes"})) return "why";
    if (has({"feel", "feeling", "felt"})) return "feel";
    if (words.back() == "like" || (word == "how" && is_one_of(next, {"is", "are", "was", "were"})))
      return "like";
    return word == "how" ? "how" : word == "which" ? "which" : "what";
  }
  const auto feel = std::ranges::find(words, "feel");
  if (feel != words.end() &&
      (feel + 1 == words.end() ||
       !is_one_of(feel[1], {"able", "safe", "ready", "comfortable", "free"})))
    return "feel";
  const bool guess = from + 3 < words.size() && words[from + 1] == "you" &&
                     is_one_of(words[from + 2], {"think", "reckon", "believe"});
  if (guess && is_one_of(words[from + 3], {"he", "she", "they", "it", "his", "her", "their"}))
    return "other";
  return has({"you", "your", "yours"}) ? "you" : "other";
}

bool is_gibberish(std::string_view text) {
  std::size_t words = 0, random = 0, letters = 0, all = 0;
  for (const Sentence& sentence : plain(text, Wording{}))
    for (const std::string& word : sentence.words) {
      ++words;
      if (is_struck_at_random(word)) ++random;
    }
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next(text, at);
    if (c == ' ' || c == '.' || c == 0x2026) continue;
    ++all;
    if (is_letter(c)) ++letters;
  }
  if (words == 0) return all >= 4;
  return random * 2 >= words && random > 0 && letters * 2 >= all;
}

bool is_other_script(std::string_view text) {
  std::size_t letters = 0, other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next(text, at);
    if (!is_letter(c) || (c < 128 && !std::isalpha(static_cast<int>(c)))) continue;
    ++letters;
    if (c >= 0x250) ++other;
  }
  return letters > 0 && other * 2 > letters;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

}  // namespace attune::voice
