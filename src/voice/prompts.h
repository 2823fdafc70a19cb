#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace attune::voice {

/// One step of a scale in words: said of every value up to `most`.
struct Degree {
  double most = 1;
  std::string words;
};

/// The prompt files of content/prompts (docs/formats/prompts.md).
struct Prompts {
  std::string person;  ///< client.md: who speaks and how, the same all through a talk
  std::string turn;    ///< turn.md: the talk so far and what this turn is to do
  std::string again;   ///< again.md: a first try was refused
  std::map<std::string, std::vector<Degree>> state, traits;  ///< words.yaml, by name of the value
  std::map<std::string, std::string> typing, length;         ///< how a person types, how much
  std::map<std::string, std::string> intents;                ///< what to do, by intent and variant
  std::map<std::string, std::string> faults;                 ///< what to tell the model, by fault
  std::map<std::string, std::vector<std::string>> phrases;   ///< checks.yaml: to judge words by
  std::string version;  ///< of the files' format, and 8 hex digits of their bytes' hash
};

/// Reads content/prompts; the error names the file and what is wrong with it.
[[nodiscard]] base::Result<Prompts> load_prompts(const std::filesystem::path& folder);

}  // namespace attune::voice
