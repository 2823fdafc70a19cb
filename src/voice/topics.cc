#include "voice/topics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "base/draw.h"
#include "base/utf8.h"
#include "voice/pronoun.h"

namespace attune::voice {
namespace {

// Weights of Topics::Features, in their order, and of nothing: a logistic regression, fitted on
// phrasings left out of all cases (bench/topics).
constexpr Topics::Features kWeights = {0.406,  -0.223, -0.192, -0.050, -2.354,
                                       -0.243, -0.351, 4.701,  2.537,  -17.974};
constexpr double kNothing = -2.133;

// Our choice, tuned by reading whole talks.
constexpr int kFar = 4839;           // a phrasing less alike is not looked at: a cosine of 0.3
constexpr double kNotNear = 0.05;    // a topic less near is not looked at
constexpr std::size_t kNearest = 3;  // topics among which the surest is taken
constexpr std::size_t kVotes = 3;    // phrasings of a topic that speak for it: Topics::Nearest
constexpr float kAroundLight = 1;    // what the words before count in a question of light words
constexpr float kAround = 0.5F;    // what the words before count in a question that points at them
constexpr double kUnspoken = 0.5;  // of a match that points, where its topic was not spoken of
constexpr double kSpoken = 0.5;    // of likeness to the last words: it was spoken of
constexpr std::size_t kSpecific = 5;  // different words: enough to stand for themselves
constexpr double kTail = 0.6;         // of a light clause: "when it comes at two, what do you do?"
constexpr double kOtherPeople = 0.34;
constexpr double kOtherSubject = 0.34;
// Phrasings of one topic that name either: then both words are for one person.
constexpr int kBothNamed = 3;
constexpr int kTopicsOfBoth = 3;      // and half of those of the rarer name
constexpr double kNamedTopic = 0.15;  // a word of the question is the topic's id: "money", "sleep"

bool is_several(std::string_view people) {
  return people == "children" || people.ends_with('s');
}

double chance(double sum) {
  return 1 / (1 + std::exp(-sum));
}

std::uint32_t key(std::string_view text) {
  return static_cast<std::uint32_t>(base::hash(text));
}

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) words.emplace_back(text.substr(begin, at - begin));
  }
  return words;
}

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

/// Words that the examples write with a capital inside a sentence: the people of this case.
std::set<std::string> names_in(const client::Case& person) {
  std::set<std::string> names;
  for (const client::Topic& topic : person.topics)
    for (const std::string_view text : topic.asked) {
      char32_t before = 0;
      for (std::size_t at = 0; at < text.size();) {
        char32_t c = base::next(text, at);
        const bool begins = before == ' ' && is_capital(c);
        std::string name;
        for (; begins && c != '\'' && c != ' '; c = at < text.size() ? base::next(text, at) : ' ')
          if (const char32_t letter = plain_letter(c); letter >= 'a' && letter <= 'z')
            name += static_cast<char>(letter);
        if (name.size() > 1) names.insert(name);
        before = c;
      }
    }
  return names;
}

}  // namespace

Topics::Topics(const client::Case& person, const language::Questions& questions,
               const Wording& wording)
    : Topics(person, questions, wording, PlainCase(person, wording)) {}

Topics::Topics(const client::Case& person, const language::Questions& questions,
               const Wording& wording, const PlainCase& plain_case)
    : questions_(questions), sureness_(person, plain_case), of_risk_(person, plain_case) {
  const std::vector<Sentence>& phrasings = plain_case.asked;
  read_people(person, plain_case, wording);
  examples_.reserve(phrasings.size());
  for (const client::Topic& topic : person.topics) {
    if (topic.asked.empty()) continue;
    for (std::size_t i = 0; i < topic.asked.size(); ++i) examples_.push_back({topics_.size(), {}});
    by_id_.emplace(topic.id, topics_.size());
    topics_.push_back(&topic);
    ends_.push_back(examples_.size());
  }
  find_names(phrasings);
  asks_.reserve(phrasings.size());
  texts_.reserve(phrasings.size());
  for (std::size_t i = 0; i < examples_.size(); ++i) {
    const bool renamed = goes_by_two(phrasings[i]);
    const Sentence with_one = renamed ? with_one_name(phrasings[i]) : Sentence{};
    const Sentence& phrasing = renamed ? with_one : phrasings[i];
    examples_[i].form = form_of(phrasing);
    texts_.emplace_back(base::hash(phrasing.text), i);
    asks_.push_back(questions_.vector(phrasings[i].words));
  }
  std::ranges::sort(texts_);
  tell_apart();
  for (const client::Assumption& assumption : person.assumptions)
    for (const std::string& text : assumption.assumed)
      assumed_.emplace_back(" " + join(plain(text, wording)).text + " ", &assumption);
}

void Topics::read_people(const client::Case& person, const PlainCase& plain_case,
                         const Wording& wording) {
  for (const std::vector<std::string>& words : wording.people) people_.push_back({words});
  for (const std::string& name : names_in(person)) people_.push_back({{name}, true});
  people_.resize(std::min<std::size_t>(people_.size(), 64));
  for (std::size_t who = 0; who < people_.size(); ++who)
    for (const std::string& word : people_[who].words) named_by_[word].push_back(who);
  for (const std::vector<Sentence>& line : plain_case.lines)
    for (const Sentence& sentence : line) {
      const auto he = std::ranges::count(sentence.words, Pronoun::he, pronoun) -
                      std::ranges::count(sentence.words, Pronoun::she, pronoun);
      if (he == 0) continue;
      std::uint64_t here = 0;
      for (const std::string& word : sentence.words)
        if (const auto named = named_by_.find(word); named != named_by_.end())
          for (const std::size_t who : named->second) here |= std::uint64_t{1} << who;
      for (std::size_t who = 0; who < people_.size(); ++who)
        if ((here >> who & 1) != 0) people_[who].he += static_cast<int>(he);
    }
}

/// Who goes by two names: "Isaiah", "the boy" and "the kid", where topic after topic is asked for
/// by each. From here on one of them stands for all.
void Topics::find_names(const std::vector<Sentence>& sentences) {
  std::vector<std::map<std::size_t, int>> named(topics_.size());
  for (std::size_t i = 0; i < examples_.size(); ++i) {
    std::set<std::size_t> here;
    for (const std::string& word : sentences[i].words)
      if (const auto found = named_by_.find(word); found != named_by_.end())
        here.insert(found->second.begin(), found->second.end());
    for (const std::size_t who : here) ++named[examples_[i].topic][who];
  }
  std::map<std::size_t, int> often;
  std::map<std::pair<std::size_t, std::size_t>, int> together;
  for (const auto& people : named)
    for (const auto& [one, times] : people) {
      if (times < kBothNamed) continue;
      ++often[one];
      for (const auto& [other, others] : people)
        if (one < other && others >= kBothNamed) ++together[{one, other}];
    }
  std::vector<std::size_t> first(people_.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  for (const auto& [pair, topics] : together)
    if (topics >= kTopicsOfBoth && 2 * topics >= std::min(often[pair.first], often[pair.second]))
      first[pair.second] = std::min(first[pair.second], first[pair.first]);
  for (std::size_t who = 0; who < people_.size(); ++who)
    if (std::ranges::count(first, first[who]) > 1)
      for (const std::string& word : people_[who].words)
        one_name_.emplace(word, people_[first[who]].words[0]);
}

bool Topics::goes_by_two(const Sentence& sentence) const {
  return !one_name_.empty() && std::ranges::any_of(sentence.words, [&](const std::string& word) {
    return one_name_.contains(word);
  });
}

std::string Topics::one_name(const std::string& words) const {
  std::string renamed;
  for (const std::string& word : words_in(words)) {
    const auto found = one_name_.find(word);
    renamed += (renamed.empty() ? "" : " ") + (found == one_name_.end() ? word : found->second);
  }
  return renamed;
}

/// A hash of it, whichever of two names it uses.
std::uint64_t Topics::text_of(const Sentence& sentence) const {
  return base::hash(goes_by_two(sentence) ? one_name(sentence.text) : sentence.text);
}

Sentence Topics::with_one_name(Sentence sentence) const {
  for (std::string& word : sentence.words)
    if (const auto found = one_name_.find(word); found != one_name_.end()) word = found->second;
  sentence.text = one_name(sentence.text);
  sentence.core = one_name(sentence.core);
  return sentence;
}

/// Whom a topic is about, where its phrasings mostly name somebody: "how old is she" among those of
/// Cristina means Cristina. And who is named by two words, "Cristina" and "your daughter", is one.
void Topics::tell_apart() {
  std::vector<std::map<std::uint64_t, int>> named(topics_.size());
  for (const Example& example : examples_)
    if (std::has_single_bit(example.form.people)) ++named[example.topic][example.form.people];
  std::map<std::uint64_t, std::uint64_t> same;
  for (const auto& people : named)
    for (const auto& [one, times] : people)
      for (const auto& [other, often] : people)
        if (std::min(times, often) >= kBothNamed) same[one] |= other;
  const auto with_aliases = [&](std::uint64_t people) {
    std::uint64_t all = people;
    for (const auto& [one, others] : same)
      if ((people & one) != 0) all |= others;
    return all;
  };
  for (People& people : people_) {
    const auto bit = std::uint64_t{1} << (&people - people_.data());
    people.bits = with_aliases(bit);
  }
  std::vector<std::uint64_t> meant(topics_.size());
  for (std::size_t topic = 0; topic < topics_.size(); ++topic)
    for (const auto& [one, times] : named[topic])
      if (times >= 2) meant[topic] |= with_aliases(one);
  for (Example& example : examples_) {
    example.form.people = with_aliases(example.form.people);
    if (example.form.he != 0 && example.form.people == 0)
      example.form.people = meant[example.topic];
  }
}

Topics::Form Topics::form(const Sentence& sentence) const {
  if (goes_by_two(sentence)) return form_of(with_one_name(sentence));
  return form_of(sentence);
}

Topics::Form Topics::form_of(const Sentence& sentence) const {
  Form form;
  const std::vector<std::string>& words = sentence.words;
  form.shape = key(shape_of(words));
  form.telling = count_words(sentence.core);
  form.he = first_he(words);
  form.someone = form.he != 0;
  form.they = !form.someone && has(words, Pronoun::they);
  // It says too little by itself: it is made of light words, or nearly, and points at something.
  form.leans = sentence.core.find(' ') == std::string::npos && points(sentence);
  for (auto word = words.begin(); word != words.end(); ++word)
    if (std::find(words.begin(), word, *word) == word) ++form.different;
  if (const std::string_view subject = subject_of(words); !subject.empty())
    form.subject = key(subject);
  std::string_view before;
  for (const std::string& word : words) {
    const std::string_view owner = std::exchange(before, word);
    const auto named = named_by_.find(word);
    if (named == named_by_.end()) continue;
    for (const std::size_t who : named->second)
      form.people |= people_[who].bits | std::uint64_t{1} << who;
    if (form.whose != 0) continue;
    if (owner == "your") form.whose = 1;
    if (owner == "his" || owner == "her" || owner == "their") form.whose = -1;
  }
  return form;
}

/// Who does it: the first person spoken of. "Your daughter" is she.
std::string_view Topics::subject_of(const std::vector<std::string>& words) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "your" && i + 1 < words.size() && named_by_.contains(words[i + 1])) return "they";
    if (word == "you" || word == "your") return "you";
    if (word == "i" || word == "we") return "i";
    if (is_someone(pronoun(word)) || named_by_.contains(word)) return "they";
  }
  return "";
}

/// Whom it names at its end: "what was she like, Vera?"
std::string Topics::named_last(const Sentence& sentence) const {
  if (sentence.clauses.size() < 2 || sentence.clauses.back().words.size() > 2 ||
      first_he(sentence.words) == 0)
    return "";
  const std::string& word = sentence.words.back();
  const auto named = named_by_.find(word);
  if (named == named_by_.end()) return "";
  return (people_[named->second[0]].is_name ? "" : "your ") + word;
}

/// The word for whom "he", "she" or "they" stands for: the last such that was spoken of; "", if
/// nobody was.
std::string Topics::meant(const Sentence& sentence, const Sentence& before) const {
  const int he = first_he(sentence.words);
  if (he == 0 && !has(sentence.words, Pronoun::they)) return "";
  if (const std::string named = named_last(sentence); !named.empty()) return named;
  for (auto word = before.words.rbegin(); word != before.words.rend(); ++word)
    if (const auto named = named_by_.find(*word); named != named_by_.end())
      for (const std::size_t who : named->second)
        if (he == 0 ? is_several(*word) : people_[who].he * he >= 0 && he_of(*word) * he >= 0)
          return (people_[who].is_name ? "" : "your ") + *word;
  return "";
}

/// "How old is he?" after words about Olav: "how old is olav".
Sentence Topics::with_name(const Sentence& sentence, const std::string& name) {
  Sentence named = sentence;
  named.words.clear();
  for (const std::string& word : sentence.words) {
    if (!is_someone(pronoun(word)))
      named.words.push_back(word);
    else
      for (std::string& part : words_in(name)) named.words.push_back(std::move(part));
  }
  named.text.clear();
  for (const std::string& word : named.words) named.text += (named.text.empty() ? "" : " ") + word;
  return named;
}

float Topics::Nearest::vote(std::size_t phrasings) const {
  using language::Questions;
  return (Questions::cosine(first_) + Questions::cosine(second_) + Questions::cosine(third_)) /
         static_cast<float>(std::min(kVotes, phrasings));
}

/// How alike each example is in what it asks, and its topic by its nearest three: one phrasing may
/// be near by chance.
Topics::Nearness Topics::nearness(const Vectors& asks) const {
  Nearness near{std::vector<int>(examples_.size()), {}};
  language::Questions::products(asks[0], asks_, near.alike);
  std::vector<int> also(asks.size() > 1 ? examples_.size() : 0);
  for (std::size_t one = 1; one < asks.size(); ++one) {
    language::Questions::products(asks[one], asks_, also);
    std::ranges::transform(near.alike, also, near.alike.begin(),
                           [](int a, int b) { return std::max(a, b); });
  }
  near.vote.reserve(ends_.size());
  int most_alike = 0;
  std::size_t first = 0;
  for (const std::size_t end : ends_) {
    Nearest nearest;
    for (std::size_t i = first; i < end; ++i) nearest.take(near.alike[i]);
    near.vote.push_back(nearest.vote(end - first));
    most_alike = std::max(most_alike, nearest.first());
    near.most_vote = std::max(near.most_vote, near.vote.back());
    first = end;
  }
  near.most_alike = language::Questions::cosine(most_alike);
  return near;
}

/// The same of one topic as a whole.
float Topics::vote(const language::Questions::Vector& asks, std::size_t topic) const {
  const std::size_t first = topic == 0 ? 0 : ends_[topic - 1], all = ends_[topic] - first;
  std::vector<int> alike(all);
  language::Questions::products(asks, std::span(asks_).subspan(first, all), alike);
  Nearest nearest;
  for (const int product : alike) nearest.take(product);
  return nearest.vote(all);
}

Topics::Features Topics::compare(const Form& said, std::size_t place, const Nearness& near) const {
  const Form& example = examples_[place].form;
  const bool both_named = said.subject != 0 && example.subject != 0;
  return features({said.shape == example.shape, both_named && said.subject != example.subject,
                   (said.people & ~example.people) != 0 && !example.someone,
                   (example.people & ~said.people) != 0 && !said.someone},
                  language::Questions::cosine(near.alike[place]), near.vote[examples_[place].topic],
                  near);
}

/// Of what is alike and what differs in form, and of how alike a phrasing is and its topic's vote.
Topics::Features Topics::features(const std::array<bool, 4>& forms, double alike, double vote,
                                  const Nearness& near) {
  const auto of = [](bool is) { return is ? 1.0 : 0.0; };
  return {of(forms[0]), of(forms[1]),
          of(forms[2]), of(forms[3]),
          alike,        near.most_alike - alike,
          vote,         vote * vote,
          alike * vote, near.most_vote - vote};
}

/// What is left of a likeness where one asks of the client, and the other of somebody else. (The
/// fit knows too little of it: every phrasing left out has an answer somewhere.)
double Topics::others(const Form& said, const Form& example) {
  const bool other = said.subject != 0 && example.subject != 0 && said.subject != example.subject;
  const bool strangers =
      said.he * example.he < 0 || said.whose * example.whose < 0 ||
      (said.they && example.someone) || (example.they && said.someone) ||
      (said.people != 0 && example.people != 0 && (said.people & example.people) == 0);
  return (other ? kOtherSubject : 1) * (strangers ? kOtherPeople : 1);
}

language::QuestionSet phrasings(const client::Case& person, const Wording& wording) {
  language::QuestionSet set;
  for (const client::Topic& topic : person.topics) {
    set.emplace_back();
    for (const std::string_view text : topic.asked)
      set.back().push_back(join(plain(text, wording)).words);
  }
  return set;
}

std::vector<std::pair<const client::Topic*, Topics::Features>> Topics::compared(
    const Sentence& sentence) const {
  const Form said = form(sentence);
  std::vector<std::pair<const client::Topic*, Features>> all;
  const Nearness near = nearness({questions_.vector(sentence.words)});
  for (std::size_t place = 0; place < examples_.size(); ++place)
    if (near.alike[place] >= kFar)
      all.emplace_back(topics_[examples_[place].topic], compare(said, place, near));
  return all;
}

/// With whom "he" stands for put in its place.
struct Topics::Question {
  Question(const Topics& topics, const Sentence& sentence, const Sentence& said_before)
      : as_said(sentence), name(topics.meant(sentence, said_before)), before(said_before) {
    if (!name.empty()) with_name = Topics::with_name(sentence, name);
    typed = topics.text_of(as_said);
    text = name.empty() ? typed : topics.text_of(with_name);
  }
  [[nodiscard]] const Sentence& named() const { return name.empty() ? as_said : with_name; }

  const Sentence& as_said;
  std::string name;
  const Sentence& before;
  Sentence with_name;
  std::uint64_t text = 0, typed = 0;  ///< of `named`, and as said
};

/// The examples that are the question word for word, in order.
std::vector<std::size_t> Topics::phrasings_like(const Question& question) const {
  std::vector<std::size_t> places;
  const auto hash = [](const auto& entry) { return entry.first; };
  for (const std::uint64_t text : {question.text, question.typed})
    for (const auto& [_, place] : std::ranges::equal_range(texts_, text, {}, hash))
      places.push_back(place);
  std::ranges::sort(places);
  return places;
}

/// Topics whose ids stand in it as words.
std::vector<std::size_t> Topics::named_in(const Sentence& sentence) const {
  std::vector<std::size_t> topics;
  for (const std::string& word : sentence.words)
    if (const auto found = by_id_.find(word); found != by_id_.end())
      topics.push_back(found->second);
  return topics;
}

/// Whether a phrasing of a topic that is not named may come to `kNotNear`: if all else were as it
/// should be. The sum is linear in how alike it is.
bool Topics::may_be_near(const Nearness& near, std::size_t topic) {
  constexpr double kLeast = -2.95;  // chance(kLeast) is a little less than kNotNear
  const auto most = [&](double alike) {
    const Features best = features({true, false, false, false}, alike, near.vote[topic], near);
    return std::inner_product(best.begin(), best.end(), kWeights.begin(), kNothing);
  };
  return most(language::Questions::cosine(kFar)) >= kLeast || most(near.most_alike) >= kLeast;
}

/// How much of a match that points at what was said before: by default, all.
class Topics::Spoken {
 public:
  Spoken(const Topics& topics, const Form& said, const std::vector<std::string>& around)
      : topics_(topics), said_(said), around_(around) {}

  double operator()(const Example& example) {
    if (!example.form.leans || example.form.different >= kSpecific || around_.empty() ||
        (said_.people & example.form.people) != 0)
      return 1;
    if (votes_.empty()) {
      votes_.resize(topics_.topics_.size(), -1);
      asks_ = topics_.questions_.vector(around_);
    }
    float& vote = votes_[example.topic];
    if (vote < 0) vote = topics_.vote(asks_, example.topic);
    return kUnspoken + (1 - kUnspoken) * std::clamp(vote / kSpoken, 0.0, 1.0);
  }

 private:
  const Topics& topics_;
  const Form& said_;
  const std::vector<std::string>& around_;
  language::Questions::Vector asks_{};
  std::vector<float> votes_;  ///< of topics, by the words before; below 0 until asked for
};

std::vector<Asked> Topics::nearest(const Sentence& sentence, const Sentence& before) const {
  return nearest(Question(*this, sentence, before));
}

std::vector<Asked> Topics::nearest(const Question& question) const {
  const Sentence& named = question.named();
  const Form said = form(named);
  const std::vector<std::string> around = words_in(question.before.core);
  Vectors asks;
  const bool open = points(question.as_said) || said.telling <= 1;
  if (!open || !question.name.empty()) asks.push_back(questions_.vector(named.words));
  if (open)
    asks.push_back(questions_.vector(question.as_said.words, around,
                                     said.telling == 0 ? kAroundLight : kAround));
  std::vector<double> scores(topics_.size());
  std::vector<std::size_t> found;  // in the order in which they came near
  const auto add = [&](std::size_t topic, double score) {
    if (score < kNotNear) return;
    if (scores[topic] == 0) found.push_back(topic);
    scores[topic] = std::max(scores[topic], score);
  };
  Spoken spoken(*this, said, around);
  const Nearness nearness = this->nearness(asks);
  const std::vector<std::size_t> names = named_in(named), same = phrasings_like(question);
  const auto is_in = [](const std::vector<std::size_t>& list, std::size_t one) {
    return std::ranges::find(list, one) != list.end();
  };
  const auto look_at = [&](std::size_t place, double by_name) {
    const bool is_same = is_in(same, place);
    if (!is_same && nearness.alike[place] < kFar) return;
    const Example& example = examples_[place];
    const double others = Topics::others(said, example.form);
    if (is_same && others == 1) return add(example.topic, spoken(example));
    const Features features = compare(said, place, nearness);
    const double sum =
        std::inner_product(features.begin(), features.end(), kWeights.begin(), kNothing);
    const double score = std::min((chance(sum) + by_name) * others, 0.99);
    if (score >= kNotNear) add(example.topic, score * spoken(example));
  };
  for (std::size_t topic = 0, place = 0; topic < topics_.size(); place = ends_[topic++]) {
    const bool is_named = is_in(names, topic);
    if (!is_named && !may_be_near(nearness, topic) &&
        std::ranges::none_of(same,
                             [&](std::size_t at) { return at >= place && at < ends_[topic]; }))
      continue;
    for (; place < ends_[topic]; ++place) look_at(place, is_named ? kNamedTopic : 0);
  }
  std::ranges::stable_sort(found, std::greater{}, [&](std::size_t topic) { return scores[topic]; });
  found.resize(std::min(found.size(), kNearest));
  std::vector<Asked> nearest;
  for (const std::size_t topic : found) nearest.push_back({topics_[topic], scores[topic]});
  return nearest;
}

std::vector<Asked> Topics::asked(const Sentence& sentence, const Sentence& before,
                                 double floor) const {
  const Question question(*this, sentence, before);
  if (floor >= 1 && phrasings_like(question).empty()) return {};
  const std::vector<Asked> near = nearest(question);
  std::vector<Asked> found;
  for (std::size_t i = 0; i < near.size(); ++i) {
    const double sure =
        near[i].score == 1 ? 1 : Sureness::chance(sureness_.features(sentence, near, i));
    if (sure >= floor) found.push_back({near[i].topic, sure});
  }
  std::ranges::stable_sort(found, std::greater{}, &Asked::score);
  return found;
}

std::vector<Asked> Topics::asked_anywhere(const Sentence& sentence, const Sentence& before,
                                          double floor) const {
  std::vector<Asked> found = asked(sentence, before, floor);
  if (!named_last(sentence).empty()) return found;
  for (const Sentence& clause : sentence.clauses) {
    if (!clause.asks) continue;
    std::vector<Asked> more = asked(clause, before, floor);
    const bool tail = &clause != &sentence.clauses.front();
    if (tail && clause.core.empty() && !sentence.core.empty())
      for (Asked& one : more) one.score *= kTail;
    found.insert(found.end(), more.begin(), more.end());
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
