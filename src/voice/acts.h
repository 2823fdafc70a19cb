#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "voice/plain.h"

namespace attune::voice {

/// What a supporter's turn does besides asking, as far as a client answers it in a way of its own.
enum class Act {
  greet,
  thanks,
  apology,
  how_are_you,
  bounce,  ///< gives the client's own question back: "and you?"
  your_story,
  insult,
  gibberish,
  foreign,
  bot,
  wait,  ///< nothing, or dots
  resource,
  off_topic,
  pity,
  praise,
  permission,
  elicit,  ///< invites more of whatever it is
  reflection
};

/// The phrases by which acts are known, from content/acts.yaml (docs/formats/acts.md).
struct Acts {
  std::map<std::string, std::vector<std::string>> phrases;    ///< by the name of an act
  std::map<std::string, std::vector<std::string>> languages;  ///< words that only they have
  std::vector<std::string> pleasant, unpleasant;              ///< feelings, as one would name them
  Wording wording;
  std::string version;  ///< hash of the file's bytes
};

/// What was done and asked in one turn.
struct TurnActs {
  std::vector<Sentence> sentences;
  std::set<Act> acts;
  std::string feeling;    ///< the last feeling word that it names, or ""
  bool pleasant = false;  ///< whether that is a pleasant one
  std::string echo;       ///< two to four of its words that can be said back, or ""

  [[nodiscard]] bool does(Act act) const { return acts.contains(act); }
};

/// Reads acts by phrase, so it is exact and quick, and knows nothing of any case.
class ActReader {
 public:
  explicit ActReader(Acts acts);

  /// `name` is the client's; being called by it is no content.
  [[nodiscard]] TurnActs hear(std::string_view text, std::string_view name) const;

 private:
  struct Phrase {
    Act act;
    std::vector<std::string> words;
    bool ends = false, begins = false;
  };
  void add(Act act, const std::string& phrase);
  [[nodiscard]] bool fits(const Phrase& phrase, const std::vector<std::string>& words,
                          std::size_t at) const;
  void find_phrases(Sentence& sentence, TurnActs& heard) const;
  void find_feeling(const Sentence& sentence, TurnActs& heard) const;
  [[nodiscard]] bool is_foreign(const std::vector<Sentence>& sentences,
                                std::string_view text) const;

  Acts acts_;
  std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
  std::unordered_map<std::string, int> foreign_;  ///< word → language
};

}  // namespace attune::voice
