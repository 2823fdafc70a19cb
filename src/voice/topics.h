#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "client/case.h"
#include "language/meaning.h"
#include "voice/plain.h"
#include "voice/risk_topics.h"
#include "voice/sureness.h"

namespace attune::voice {

/// Finds which of a case's topics a sentence is about, from the ways in which each is `asked`.
///
/// By learned vectors (language::Questions), which know that "how long have you rented" asks what
/// "when did you move in" does; whom it asks about and what sort of thing count too, each with a
/// weight fitted on phrasings that were left out (bench/topics).
class Topics {
 public:
  static constexpr std::size_t kFeatures = 10;
  using Features = std::array<double, kFeatures>;

  /// `person` and `questions` must outlive the topics.
  Topics(const client::Case& person, const language::Questions& questions, const Wording& wording);

  /// Best first, at least `floor`: how surely each is the one asked for. A score of 1 is a phrasing
  /// word for word, and quickly found out where the floor is 1. What "he" or "when was
  /// that" stands for is taken from `before`: the client's last words, and this turn's up to the
  /// sentence.
  [[nodiscard]] std::vector<Asked> asked(const Sentence& sentence, const Sentence& before,
                                         double floor) const;

  /// The same of the whole sentence and of each clause of it that asks.
  [[nodiscard]] std::vector<Asked> asked_anywhere(const Sentence& sentence, const Sentence& before,
                                                  double floor) const;

  /// What the sentence takes for granted and is not so, or null.
  [[nodiscard]] const client::Assumption* wrong(const Sentence& sentence) const;

  /// Those about dying by one's own hand.
  [[nodiscard]] const RiskTopics& of_risk() const { return of_risk_; }

  /// The topics that come nearest by likeness alone, best first: three at most.
  [[nodiscard]] std::vector<Asked> nearest(const Sentence& sentence, const Sentence& before) const;

  /// How the sentence and each phrasing near it compare, for fitting the weights.
  [[nodiscard]] std::vector<std::pair<const client::Topic*, Features>> compared(
      const Sentence& sentence) const;

 private:
  struct Form {
    std::size_t different = 0;  ///< words
    std::uint32_t shape = 0;    ///< the word it asks by ("who", "how long"), or none: yes or no
    std::uint32_t subject = 0;  ///< you, they, I: the first who is spoken of; 0 for none
    std::size_t telling = 0;    ///< words
    std::uint64_t people = 0;   ///< a bit for each of the wording's people
    bool they = false;          ///< "they" stands in it, and neither "he" nor "she"
    int whose = 0;              ///< 1 where it names somebody of yours, -1 of another's
    int he = 0;                 ///< 1 if "he" stands in it first, -1 if "she"
    bool someone = false;       ///< a pronoun stands for somebody
    bool leans = false;         ///< light, and a pronoun stands for something said before
  };
  /// The words for one person or kind of relation.
  struct People {
    std::vector<std::string> words;
    bool is_name = false;    ///< or a relation: "daughter"
    int he = 0;              ///< how often the case says "he" rather than "she" near them
    std::uint64_t bits = 0;  ///< theirs, and of other words for the same person
  };
  struct Example {
    std::size_t topic = 0;  ///< among the asked ones
    Form form;
  };
  /// The likenesses of a topic's nearest three phrasings, as products; 0 for none.
  class Nearest {
   public:
    void take(int product) {
      const int second = std::min(first_, product), third = std::min(second_, second);
      first_ = std::max(first_, product);
      second_ = std::max(second_, second);
      third_ = std::max(third_, third);
    }
    [[nodiscard]] int first() const { return first_; }
    /// What they say together of a topic with so many phrasings.
    [[nodiscard]] float vote(std::size_t phrasings) const;

   private:
    int first_ = 0, second_ = 0, third_ = 0;
  };
  using Vectors = std::vector<language::Questions::Vector>;
  Topics(const client::Case& person, const language::Questions& questions, const Wording& wording,
         const PlainCase& plain_case);
  void read_people(const client::Case& person, const PlainCase& plain_case, const Wording& wording);
  void find_names(const std::vector<Sentence>& sentences);
  [[nodiscard]] bool goes_by_two(const Sentence& sentence) const;
  [[nodiscard]] std::string one_name(const std::string& words) const;
  [[nodiscard]] std::uint64_t text_of(const Sentence& sentence) const;
  [[nodiscard]] Sentence with_one_name(Sentence sentence) const;
  void tell_apart();
  [[nodiscard]] Form form(const Sentence& sentence) const;
  [[nodiscard]] Form form_of(const Sentence& with_one_name) const;
  [[nodiscard]] std::string_view subject_of(const std::vector<std::string>& words) const;
  [[nodiscard]] std::string named_last(const Sentence& sentence) const;
  [[nodiscard]] std::string meant(const Sentence& sentence, const Sentence& before) const;
  [[nodiscard]] static Sentence with_name(const Sentence& sentence, const std::string& name);
  [[nodiscard]] static double others(const Form& said, const Form& example);
  /// How alike a question is to each example, as a product, and to each topic as a whole.
  struct Nearness {
    std::vector<int> alike;
    std::vector<float> vote;
    float most_alike = 0, most_vote = 0;
  };
  [[nodiscard]] Nearness nearness(const Vectors& asks) const;
  [[nodiscard]] float vote(const language::Questions::Vector& asks, std::size_t topic) const;
  [[nodiscard]] Features compare(const Form& said, std::size_t place, const Nearness& near) const;
  [[nodiscard]] static Features features(const std::array<bool, 4>& forms, double alike,
                                         double vote, const Nearness& near);
  struct Question;
  class Spoken;
  [[nodiscard]] std::vector<std::size_t> phrasings_like(const Question& question) const;
  [[nodiscard]] std::vector<std::size_t> named_in(const Sentence& sentence) const;
  [[nodiscard]] static bool may_be_near(const Nearness& near, std::size_t topic);
  [[nodiscard]] std::vector<Asked> nearest(const Question& question) const;

  const language::Questions& questions_;
  Sureness sureness_;
  RiskTopics of_risk_;
  std::unordered_map<std::string, std::vector<std::size_t>> named_by_;  ///< word → people
  std::vector<People> people_;                                          ///< 64 at most
  std::unordered_map<std::string, std::string> one_name_;               ///< "kid" → "isaiah"
  std::vector<const client::Topic*> topics_;                            ///< that are asked for
  std::vector<std::size_t> ends_;                                       ///< of their examples
  std::vector<Example> examples_;
  Vectors asks_;  ///< of each example, apart, since all are looked through for every question
  std::vector<std::pair<std::uint64_t, std::size_t>> texts_;  ///< hashes in order, of examples
  std::unordered_map<std::string_view, std::size_t> by_id_;   ///< topics
  std::vector<std::pair<std::string, const client::Assumption*>> assumed_;
};

/// The ways of asking each of a case's topics, in plain words.
[[nodiscard]] language::QuestionSet phrasings(const client::Case& person, const Wording& wording);

}  // namespace attune::voice
