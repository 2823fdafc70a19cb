#include "voice/topics.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>
#include <sstream>

namespace attune::voice {
namespace {

// How a question is matched with an example: our choice, tuned on the questions of whole talks.
constexpr double kWhole = 0.75;  // likeness of both; the rest: how much of the example is in it
constexpr double kCore = 0.6;    // the telling words; the rest: all words
constexpr double kUncovered =
    0.5;  // of the likeness, when the telling words of neither stand in the other
constexpr double kUnasked = 0.3;     // when nothing telling of the question stands in the example
constexpr double kOneIsLight = 0.6;  // one is made of light words alone
constexpr double kSameKind = 0.08;   // both ask how long, or both who
constexpr double kOtherKind = 0.75;
constexpr double kKindOpen = 0.88;     // one might be any kind of question
constexpr double kOtherPeople = 0.65;  // somebody is named in one and not in the other
constexpr double kNamedTopic = 0.12;   // a word of the question is the topic's id: "money", "sleep"

constexpr std::array<std::string_view, 5> kPronouns = {"she", "he", "her", "him", "they"};

Sentence join(const std::vector<Sentence>& sentences) {
  Sentence all;
  for (const Sentence& one : sentences) {
    all.text += (all.text.empty() ? "" : " ") + one.text;
    all.core += (all.core.empty() || one.core.empty() ? "" : " ") + one.core;
    all.words.insert(all.words.end(), one.words.begin(), one.words.end());
  }
  return all;
}

std::string kind_of(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "how" && i + 1 < words.size())
      for (const std::string_view measure : {"long", "old", "many", "much", "often"})
        if (words[i + 1] == measure) return "how " + words[i + 1];
    for (const std::string_view word : {"where", "who", "why", "when"})
      if (words[i] == word && i < 3) return words[i];
  }
  return "";
}

double common_share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both, any;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  std::ranges::set_union(a, b, std::back_inserter(any));
  return any.empty() ? 0 : static_cast<double>(both.size()) / static_cast<double>(any.size());
}

bool names(const client::Topic& topic, const std::vector<std::string>& sorted_words) {
  return std::ranges::binary_search(sorted_words, topic.id);
}

/// Words that the examples write with a capital inside a sentence: the people of this case.
std::set<std::string> names_in(const client::Case& person) {
  std::set<std::string> names;
  for (const client::Topic& topic : person.topics)
    for (const std::string& text : topic.asked) {
      std::istringstream words(text);
      std::string word;
      words >> word;
      while (words >> word) {
        std::string name;
        for (const char c : word.substr(0, word.find('\'')))
          if (std::isalpha(static_cast<unsigned char>(c)))
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (std::isupper(static_cast<unsigned char>(word[0])) && name.size() > 1)
          names.insert(name);
      }
    }
  return names;
}

}  // namespace

Topics::Topics(const client::Case& person, const language::Meaning& meaning, const Wording& wording)
    : meaning_(meaning), people_(wording.people) {
  for (const std::string& name : names_in(person)) people_.push_back({name});
  for (const client::Topic& topic : person.topics)
    for (const std::string& text : topic.asked) {
      const Sentence sentence = join(plain(text, wording));
      examples_.push_back({&topic, form(sentence), sentence.text});
    }
  for (std::uint32_t i = 0; i < examples_.size(); ++i) {
    if (examples_[i].form.light) light_.push_back(i);
    for (const auto& [stem, weight] : examples_[i].form.core.stems) by_stem_[stem].push_back(i);
  }
  for (const client::Assumption& assumption : person.assumptions)
    for (const std::string& text : assumption.assumed)
      assumed_.emplace_back(" " + join(plain(text, wording)).text + " ", &assumption);
}

Topics::Form Topics::form(const Sentence& sentence) const {
  Form form{meaning_.sense(sentence.text),
            meaning_.sense(sentence.core),
            sentence.words,
            kind_of(sentence.words),
            0,
            false,
            sentence.core.empty()};
  for (std::size_t i = 0; i < people_.size() && i < 64; ++i)
    if (std::ranges::find_first_of(sentence.words, people_[i]) != sentence.words.end())
      form.people |= std::uint64_t{1} << i;
  form.someone = std::ranges::find_first_of(form.words, kPronouns) != form.words.end();
  std::ranges::sort(form.words);
  const auto repeated = std::ranges::unique(form.words);
  form.words.erase(repeated.begin(), repeated.end());
  return form;
}

double Topics::likeness(const Form& said, const Form& example) const {
  const auto alike = [&](const language::Sense& a, const language::Sense& b) {
    return kWhole * meaning_.similarity(a, b) + (1 - kWhole) * meaning_.contains(a, b);
  };
  const auto core_alike = [&](const language::Sense& a, const language::Sense& b) {
    const double covered = (meaning_.contains(a, b) + meaning_.contains(b, a)) / 2;
    return meaning_.similarity(a, b) * (kUncovered + (1 - kUncovered) * covered);
  };
  double score = alike(said.whole, example.whole);
  if (said.light != example.light)
    score *= kOneIsLight;
  else if (said.light)
    score *= 0.3 + 0.7 * common_share(said.words, example.words);
  else
    score = kCore * core_alike(said.core, example.core) + (1 - kCore) * score;
  if (!said.light && !example.light)
    score *= kUnasked + (1 - kUnasked) * meaning_.contains(example.core, said.core);
  if (!said.kind.empty()) {
    if (said.kind == example.kind)
      score += kSameKind;
    else
      score *= example.kind.empty() && !said.kind.starts_with("how") ? kKindOpen : kOtherKind;
  } else if (!example.kind.empty()) {
    score *= kKindOpen;
  }
  if ((said.people & ~example.people) != 0 && !example.someone) score *= kOtherPeople;
  if ((example.people & ~said.people) != 0 && !said.someone) score *= kOtherPeople;
  return score;
}

std::vector<const Topics::Example*> Topics::near(const Form& said) const {
  std::vector<std::uint32_t> places = said.light ? light_ : std::vector<std::uint32_t>{};
  for (const auto& [stem, weight] : said.core.stems)
    if (const auto found = by_stem_.find(stem); found != by_stem_.end())
      places.insert(places.end(), found->second.begin(), found->second.end());
  std::ranges::sort(places);
  const auto repeated = std::ranges::unique(places);
  places.erase(repeated.begin(), repeated.end());
  std::vector<const Example*> examples;
  for (const std::uint32_t place : places) examples.push_back(&examples_[place]);
  return examples;
}

std::vector<Asked> Topics::asked(const Sentence& sentence, double floor) const {
  const Form said = form(sentence);
  std::vector<Asked> found;
  for (const Example* example : near(said)) {
    double score = likeness(said, example->form);
    if (names(*example->topic, said.words)) score += kNamedTopic;
    score = sentence.text == example->text ? 1 : std::min(score, 0.99);
    if (score < floor) continue;
    const auto same = std::ranges::find(found, example->topic, &Asked::topic);
    if (same == found.end())
      found.push_back({example->topic, score});
    else
      same->score = std::max(same->score, score);
  }
  std::ranges::stable_sort(found, std::greater{}, &Asked::score);
  return found;
}

const client::Assumption* Topics::wrong(const Sentence& sentence) const {
  const std::string padded = " " + sentence.text + " ";
  for (const auto& [text, assumption] : assumed_)
    if (padded.find(text) != std::string::npos) return assumption;
  return nullptr;
}

}  // namespace attune::voice
