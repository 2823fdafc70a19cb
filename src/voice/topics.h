#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "client/case.h"
#include "language/meaning.h"
#include "voice/plain.h"

namespace attune::voice {

/// A topic of the case that a sentence asks about.
struct Asked {
  const client::Topic* topic = nullptr;
  double score = 0;  ///< [0, 1]
};

/// Finds which of a case's topics a sentence is about, from the ways in which each is `asked`.
///
/// Meaning alone takes "how old is your mother" for "how old are you"; so what kind of question it
/// is and whom it is about count too.
class Topics {
 public:
  /// `person` and `meaning` must outlive the topics.
  Topics(const client::Case& person, const language::Meaning& meaning, const Wording& wording);

  /// Best first, at least `floor`. Only topics with a telling word in common, or, where the
  /// sentence has none, those that are asked for without one.
  [[nodiscard]] std::vector<Asked> asked(const Sentence& sentence, double floor) const;

  /// What the sentence takes for granted and is not so, or null.
  [[nodiscard]] const client::Assumption* wrong(const Sentence& sentence) const;

 private:
  struct Form {
    language::Sense whole, core;
    std::vector<std::string> words;  ///< sorted
    std::string kind;                ///< "how long", "who", ...; "" when it may be anything
    std::uint64_t people = 0;        ///< a bit for each of the wording's people
    bool someone = false;            ///< a pronoun stands for somebody
    bool light = false;              ///< made of light words alone
  };
  struct Example {
    const client::Topic* topic;
    Form form;
    std::string text;
  };
  [[nodiscard]] Form form(const Sentence& sentence) const;
  [[nodiscard]] std::vector<const Example*> near(const Form& said) const;
  [[nodiscard]] double likeness(const Form& said, const Form& example) const;

  const language::Meaning& meaning_;
  std::vector<std::vector<std::string>> people_;
  std::vector<Example> examples_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_stem_;  ///< of the core
  std::vector<std::uint32_t> light_;  ///< examples without a core
  std::vector<std::pair<std::string, const client::Assumption*>> assumed_;
};

}  // namespace attune::voice
