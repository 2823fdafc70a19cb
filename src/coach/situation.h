#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coach/phrases.h"
#include "conversation/observed.h"
#include "language/meaning.h"
#include "language/reader.h"

namespace attune::coach {

/// The last words of the client, with what was said around them.
struct Moment {
  const conversation::Observed& observed;
  std::size_t last = 0;  ///< index of the client's last line
};

/// Finds what the client's last words are, from what was said and nothing else.
class Recognizer {
 public:
  /// The three must outlive the recognizer.
  Recognizer(const Phrases& phrases, const language::Reader& reader,
             const language::Meaning& meaning);

  /// The situation to answer: risk first, then what is asked of the supporter, then the rest.
  [[nodiscard]] const Situation& recognize(const Moment& moment) const;

  /// How the last words read, as a situation: "sadness", ..., "neutral" unless the reader is sure.
  [[nodiscard]] const Situation& emotion(const Moment& moment) const;

  /// Whether the client asked for advice within their last three turns, or allowed an idea that the
  /// supporter offered.
  [[nodiscard]] bool welcomes_advice(const Moment& moment) const;

 private:
  struct Found {
    std::string_view id;
    double score = 0;
  };

  /// An example by its meaning and its telling words, cut to stems and hashed.
  struct Example {
    const Situation* situation;
    language::Sense sense;
    std::vector<std::uint64_t> stems;
  };

  [[nodiscard]] std::vector<Found> find(std::string_view said) const;
  /// Whether `find` would find this one.
  [[nodiscard]] bool finds(std::string_view id, std::string_view said) const;
  /// Adds what a sentence is like, among all situations or `only` one.
  void add_alike(std::string_view sentence, const Situation* only, std::vector<Found>& found) const;
  [[nodiscard]] bool hints_at_risk(std::string_view said) const;
  [[nodiscard]] std::string_view risk(const Moment& moment) const;
  [[nodiscard]] std::string_view risk_after_question(const Moment& moment, std::size_t asked) const;
  [[nodiscard]] conversation::Asks asks(const Moment& moment, std::size_t line) const;
  [[nodiscard]] const Situation& named(std::string_view id) const;

  const Phrases& phrases_;
  const language::Reader& reader_;
  const language::Meaning& meaning_;
  std::vector<Example> examples_;
};

/// Whether an answer begins as a no.
[[nodiscard]] bool denies(std::string_view answer);

}  // namespace attune::coach
