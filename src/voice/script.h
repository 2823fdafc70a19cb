#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "client/case.h"
#include "language/meaning.h"
#include "voice/plain.h"
#include "voice/topics.h"
#include "voice/voice.h"

namespace attune::voice {

/// An authored line made ready for choosing.
struct Part {
  const client::Line* line = nullptr;
  language::Sense sense;
  std::size_t words = 0;
  std::string first_word;      ///< lower-case
  bool wants_feeling = false;  ///< holds {feeling}
  bool wants_echo = false;     ///< holds {echo}
};

/// What has been said in a talk, as far as the next turn depends on it.
struct Past {
  std::vector<std::vector<const Part*>> turns;  ///< the client's, oldest first
  std::string layer;                            ///< last talked of, or ""
  std::string topic;                            ///< last answered, or ""
  std::string subject;                          ///< topic of the client's last words, or ""
  std::string first_word;                       ///< of the client's last turn
  std::string last_words;                       ///< the client's last turn
  Sentence last_said;                           ///< the same in plain words
  std::vector<std::string> heard;               ///< earlier supporter turns

  /// Client turns since `part` was said; a large number if never.
  [[nodiscard]] int ago(const Part& part) const;
  [[nodiscard]] bool last_had(std::string_view intent) const;
};

/// A case's lines and questions with their meanings. Immutable, so thread-safe.
class Script {
 public:
  /// All must outlive the script.
  Script(const client::Case& person, const language::Meaning& meaning, const Wording& wording);

  [[nodiscard]] const std::vector<const Part*>& with_intent(std::string_view intent) const;
  [[nodiscard]] const Part* find(const std::string& id) const;

  /// Finds out from the talk what was said in it, and what it is about.
  [[nodiscard]] Past recall(const Brief& brief) const;

  /// Ids of all lines whose words, beside what is put into them, stand in `text`.
  [[nodiscard]] std::vector<std::string> lines_in(const std::string& text) const;

  [[nodiscard]] const Wording& wording() const { return wording_; }
  [[nodiscard]] const Topics& topics() const { return topics_; }
  [[nodiscard]] const client::Case& person() const { return person_; }
  [[nodiscard]] const language::Meaning& meaning() const { return meaning_; }
  [[nodiscard]] bool is_lower_case() const { return lower_case_; }

 private:
  [[nodiscard]] std::vector<const Part*> lines_of(const Brief& brief, std::size_t turn) const;

  const client::Case& person_;
  const language::Meaning& meaning_;
  const Wording& wording_;
  Topics topics_;
  std::vector<Part> parts_;
  std::map<std::string, std::vector<const Part*>, std::less<>> by_intent_;
  std::unordered_map<std::string, const Part*> by_id_;
  bool lower_case_ = false;
};

}  // namespace attune::voice
