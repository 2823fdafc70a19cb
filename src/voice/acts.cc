#include "voice/acts.h"

#include <algorithm>
#include <array>
#include <optional>

namespace attune::voice {
namespace {

constexpr std::size_t kGap = 3;  // words that a "*" may stand for

struct Named {
  std::string_view name;
  Act act;
};
constexpr std::array<Named, 14> kNamed = {{{"greet", Act::greet},
                                           {"thanks", Act::thanks},
                                           {"apology", Act::apology},
                                           {"how_are_you", Act::how_are_you},
                                           {"bounce", Act::bounce},
                                           {"your_story", Act::your_story},
                                           {"insult", Act::insult},
                                           {"bot", Act::bot},
                                           {"resource", Act::resource},
                                           {"off_topic", Act::off_topic},
                                           {"pity", Act::pity},
                                           {"praise", Act::praise},
                                           {"permission", Act::permission},
                                           {"elicit", Act::elicit}}};

bool is_alternative(const std::string& pattern, const std::string& word) {
  for (std::size_t at = 0; at <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('/', at), pattern.size());
    if (pattern.compare(at, end - at, word) == 0) return true;
    at = end + 1;
  }
  return false;
}

bool is_negated(const std::vector<std::string>& words, std::size_t at) {
  for (std::size_t i = at > 3 ? at - 3 : 0; i < at; ++i)
    if (words[i] == "not" || words[i] == "never" || words[i] == "without" || words[i] == "no")
      return true;
  return false;
}

/// "I'm glad": the supporter's own feeling.
bool is_own(const std::vector<std::string>& words, std::size_t at) {
  static constexpr std::array<std::string_view, 4> kFeels = {"am", "was", "feel", "felt"};
  for (std::size_t i = at > 3 ? at - 3 : 0; i + 1 < at; ++i)
    if (words[i] == "i" && std::ranges::find(kFeels, words[i + 1]) != kFeels.end()) return true;
  return false;
}

bool is_pronoun(const std::string& word) {
  static const std::set<std::string> words = {"i",    "you",  "your",     "my",    "me",     "we",
                                              "our",  "us",   "he",       "she",   "her",    "his",
                                              "him",  "they", "them",     "their", "yours",  "it",
                                              "that", "this", "yourself", "me",    "someone"};
  return words.contains(word);
}

/// The end of "it sounds like you carry a lot …", where it can be said back as it stands.
std::string echo_of(const Sentence& sentence) {
  const std::vector<std::string>& words = sentence.words;
  if (sentence.asks || sentence.possessive || words.size() < 5) return "";
  static const std::set<std::string> inner = {
      "and", "of",   "to",   "in",   "on",  "at",     "for",    "is",   "are",    "was",   "like",
      "so",  "be",   "been", "with", "or",  "but",    "am",     "have", "has",    "would", "will",
      "do",  "does", "must", "had",  "did", "really", "sounds", "feel", "should", "could"};
  std::size_t from = words.size();
  while (from > 0 && words.size() - from < 4 && !is_pronoun(words[from - 1])) --from;
  if (from > 0 && (words[from - 1] == "your" || words[from - 1] == "their")) return "";
  while (from < words.size() && inner.contains(words[from])) ++from;
  const std::size_t size = words.size() - from;
  const bool article = size > 0 && (words[from] == "a" || words[from] == "the");
  if (size < (article ? 3U : 2U) || inner.contains(words.back())) return "";
  std::string echo;
  for (; from < words.size(); ++from) echo += (echo.empty() ? "" : " ") + words[from];
  return echo;
}

bool begins(const Sentence& sentence, std::string_view phrase) {
  return sentence.text.starts_with(phrase);
}

bool is_advice(const Sentence& sentence) {
  static const std::set<std::string> pushing = {"should", "need",  "must",   "can", "could",
                                                "ought",  "might", "better", "will"};
  static const std::set<std::string> guessing = {"feel", "be", "miss", "have", "wish", "hate"};
  return sentence.words.size() > 2 && sentence.words[0] == "you" &&
         pushing.contains(sentence.words[1]) && !guessing.contains(sentence.words[2]);
}

/// Said to the client about the client, in a shape in which people give back what they heard.
bool is_reflection(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 17> shapes = {
      "it sounds",  "sounds like", "that sounds",   "so you",    "you ",     "your ",
      "it seems",   "seems like",  "it must",       "that must", "must be",  "i hear",
      "i can hear", "part of you", "it feels like", "so it",     "i imagine"};
  if (sentence.asks || sentence.words.size() < 3 || is_advice(sentence)) return false;
  // "You're not." contradicts.
  if (sentence.words.size() == 3 && sentence.words[2] == "not") return false;
  return std::ranges::any_of(shapes, [&](std::string_view s) { return begins(sentence, s); }) ||
         sentence.text.find("sounds like you") != std::string::npos ||
         sentence.text.find("it sounds") != std::string::npos ||
         sentence.text.find("it must be") != std::string::npos ||
         sentence.text.find("that must") != std::string::npos;
}

}  // namespace

ActReader::ActReader(Acts acts) : acts_(std::move(acts)) {
  for (const Named& named : kNamed)
    for (const std::string& phrase : acts_.phrases[std::string(named.name)]) add(named.act, phrase);
  int language = 0;
  for (const auto& [name, words] : acts_.languages) {
    for (const std::string& word : words) foreign_.emplace(join(plain(word, {})).text, language);
    ++language;
  }
}

void ActReader::add(Act act, const std::string& text) {
  Phrase phrase{act, {}, text.ends_with('$'), text.starts_with('^')};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!word.empty() && word != "^" && word != "$") phrase.words.push_back(word);
    at = end + 1;
  }
  if (phrase.words.empty()) return;
  const std::string first = phrase.words[0];
  for (std::size_t at = 0; at <= first.size();) {
    const std::size_t end = std::min(first.find('/', at), first.size());
    by_first_word_[first.substr(at, end - at)].push_back(phrase);
    at = end + 1;
  }
}

bool ActReader::fits(const Phrase& phrase, const std::vector<std::string>& words,
                     std::size_t at) const {
  if (phrase.begins && at > 1) return false;
  std::size_t next = 1;
  ++at;
  for (; next < phrase.words.size(); ++next) {
    if (phrase.words[next] == "*") {
      if (++next == phrase.words.size()) return true;
      const std::size_t last = std::min(words.size(), at + kGap + 1);
      while (at < last && !is_alternative(phrase.words[next], words[at])) ++at;
      if (at == last) return false;
    } else if (at >= words.size() || !is_alternative(phrase.words[next], words[at])) {
      return false;
    }
    ++at;
  }
  return !phrase.ends || at == words.size();
}

void ActReader::find_phrases(Sentence& sentence, TurnActs& heard) const {
  // A question offers no help and praises nobody.
  const auto may_be = [&](Act act) {
    const bool known = heard.does(act) && (act != Act::elicit || sentence.invites);
    return !known && !(sentence.asks && (act == Act::resource || act == Act::praise));
  };
  for (std::size_t at = 0; at < sentence.words.size(); ++at) {
    const auto found = by_first_word_.find(sentence.words[at]);
    if (found == by_first_word_.end()) continue;
    for (const Phrase& phrase : found->second)
      if (may_be(phrase.act) && fits(phrase, sentence.words, at)) {
        heard.acts.insert(phrase.act);
        if (phrase.act == Act::elicit) sentence.invites = true;
      }
  }
}

void ActReader::find_feeling(const Sentence& sentence, TurnActs& heard) const {
  for (std::size_t at = 0; at < sentence.words.size(); ++at) {
    const std::string& word = sentence.words[at];
    const bool bad = std::ranges::find(acts_.unpleasant, word) != acts_.unpleasant.end();
    const bool good = std::ranges::find(acts_.pleasant, word) != acts_.pleasant.end();
    if ((!bad && !good) || is_negated(sentence.words, at) || is_own(sentence.words, at)) continue;
    heard.feeling = word;
    heard.pleasant = good;
  }
}

bool ActReader::is_foreign(const std::vector<Sentence>& sentences, std::string_view text) const {
  if (is_other_script(text)) return true;
  std::map<int, std::size_t> hits;
  std::size_t words = 0, most = 0;
  for (const Sentence& sentence : sentences)
    for (const std::string& word : sentence.words) {
      ++words;
      if (const auto found = foreign_.find(word); found != foreign_.end())
        most = std::max(most, ++hits[found->second]);
    }
  return most >= 2 && most * 3 >= words;
}

TurnActs ActReader::hear(std::string_view text, std::string_view name) const {
  TurnActs heard;
  std::string calling;
  for (const char c : name) calling += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  heard.sentences = plain(text, acts_.wording);
  for (Sentence& sentence : heard.sentences)
    if (sentence.words.size() > 2) std::erase(sentence.words, calling);
  if (is_gibberish(text)) heard.acts.insert(Act::gibberish);
  if (heard.sentences.empty() && !heard.does(Act::gibberish)) heard.acts.insert(Act::wait);
  if (is_foreign(heard.sentences, text)) heard.acts.insert(Act::foreign);
  for (Sentence& sentence : heard.sentences) {
    find_phrases(sentence, heard);
    if (!is_reflection(sentence) || heard.does(Act::how_are_you)) continue;
    heard.acts.insert(Act::reflection);
    find_feeling(sentence, heard);
    if (const std::string echo = echo_of(sentence); !echo.empty()) heard.echo = echo;
  }
  return heard;
}

}  // namespace attune::voice
