#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coach/feelings.h"
#include "coach/phrases.h"
#include "coach/plain_words.h"
#include "coach/sequences.h"
#include "conversation/observed.h"
#include "language/meaning.h"
#include "language/reader.h"

namespace attune::coach {

/// A situation, and the client's words that it was found in.
struct Recognized {
  const Situation* situation = nullptr;
  Range in;  ///< of the client's last line; empty where no words tell
};

/// A line in words, made ready once for all that is asked of it. For one thread.
struct LineWords {
  explicit LineWords(std::string_view text);

  std::string_view text;
  PlainWords words;
  struct Sentence {
    std::string_view text;  ///< of the line's
    Range typed;
    std::vector<std::uint64_t> stems;  ///< of its telling words, hashed
  };
  std::vector<Sentence> sentences;
  mutable std::optional<std::vector<Range>> held;  ///< once a recognizer looked for it
};

/// The last words of the client, with what was said around them.
struct Moment {
  /// `last` is the index of the client's last line. The lines must outlive the moment.
  Moment(const conversation::Observed& observed, std::size_t last);

  /// What the client said: in that line, one of their last three.
  [[nodiscard]] const LineWords& said(std::size_t line) const { return said_.at(line); }
  /// Where those lines stand, the latest first.
  [[nodiscard]] std::vector<std::size_t> client_lines() const;
  [[nodiscard]] const LineWords& last_said() const { return said(last); }

  const conversation::Observed& observed;
  std::size_t last = 0;

 private:
  std::map<std::size_t, LineWords> said_;
};

/// Finds what the client's last words are, from what was said and nothing else.
class Recognizer {
 public:
  /// The three must outlive the recognizer.
  Recognizer(const Phrases& phrases, const language::Reader& reader,
             const language::Meaning& meaning);

  /// The situation to answer: risk first, then what is asked of the supporter, then the rest.
  [[nodiscard]] Recognized recognize(const Moment& moment) const;

  /// How one of the client's last lines reads, as a situation: "sadness", ..., "neutral" unless the
  /// reader is sure.
  [[nodiscard]] Recognized emotion(const Moment& moment, std::size_t line) const;

  /// Those to be looked for last that a line's words are, once each, and those that the question
  /// before it asks about: then the client's first message is the answer.
  [[nodiscard]] std::vector<Recognized> asides(const Moment& moment, std::size_t line) const;

  /// The reading of a line; read now where none is stored.
  [[nodiscard]] conversation::Reading reading(const conversation::Observed& observed,
                                              std::size_t line) const;

  /// Whether a line of the client's follows a question about suicide or safety.
  [[nodiscard]] bool answers_risk(const conversation::Observed& observed, std::size_t line) const;

  /// Whether the client told of a loss, or of wanting to die, within their last three turns: then
  /// there is nothing to change, only to listen to.
  [[nodiscard]] bool only_listens(const Moment& moment) const;

  /// Whether the client asked for advice within their last three turns, or allowed an idea that the
  /// supporter offered.
  [[nodiscard]] bool welcomes_advice(const Moment& moment) const;

  /// Whether the words may point to suicide, for the words alone.
  [[nodiscard]] bool hints_at_risk(const LineWords& said) const;

  [[nodiscard]] const FeelingFinder& feelings() const { return feelings_; }

 private:
  struct Found {
    const Situation* situation = nullptr;
    double score = 0;
    Range in;
  };

  /// An example by its meaning and its telling words, cut to stems and hashed.
  struct Example {
    const Situation* situation;
    language::Sense sense;
    std::vector<std::uint64_t> stems;
  };

  /// All but those to be looked for last, the likest first.
  [[nodiscard]] std::vector<Found> find(const LineWords& said) const;
  /// Whether `find` would find this one.
  [[nodiscard]] bool finds(std::string_view id, const LineWords& said) const;
  /// The sentence in which a sequence stands that is enough by itself, by the situation's place;
  /// empty ranges for the others.
  [[nodiscard]] const std::vector<Range>& held(const LineWords& said) const;
  /// Adds what a sentence is like, among all situations or `only` one.
  void add_alike(const LineWords::Sentence& sentence, const Situation* only,
                 std::vector<Found>& found) const;
  [[nodiscard]] std::string_view risk(const Moment& moment) const;
  [[nodiscard]] std::string_view risk_after_question(const Moment& moment, std::size_t asked) const;
  [[nodiscard]] conversation::Asks asks(const conversation::Observed& observed,
                                        std::size_t line) const;
  [[nodiscard]] Recognized risk_due(const Moment& moment) const;
  [[nodiscard]] const Situation& named(std::string_view id) const;

  const Phrases& phrases_;
  const language::Reader& reader_;
  const language::Meaning& meaning_;
  std::vector<Example> examples_;
  Sequences has_;    ///< of the situations, by their place
  Sequences after_;  ///< the same of the questions that they answer
  FeelingFinder feelings_;
};

/// Whether an answer begins as a no.
[[nodiscard]] bool denies(std::span<const PlainWord> answer);

}  // namespace attune::coach
