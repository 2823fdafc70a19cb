#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "voice/usage.h"

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
  Usage usage;          ///< of the clients of the house; empty as loaded
};

/// What a model is told when it drafts a case (docs/formats/prompts.md).
struct CasePrompts {
  std::string writer;                          ///< case.md: who writes, and what always holds
  std::string piece;                           ///< piece.md: what is there, and what is asked for
  std::map<std::string, std::string> pieces;   ///< pieces.yaml: what each piece is
  std::vector<std::string> subjects;           ///< of the pieces of topics
  std::map<std::string, std::string> intents;  ///< what each kind of line is for
  std::string version;                         ///< as of Prompts
};

/// Reads content/prompts; the error names the file and what is wrong with it.
[[nodiscard]] base::Result<Prompts> load_prompts(const std::filesystem::path& folder);

/// The same of the files for drafts.
[[nodiscard]] base::Result<CasePrompts> load_case_prompts(const std::filesystem::path& folder);

/// A `.md` file of that folder without its head, and all its bytes.
struct PromptText {
  std::string text, bytes;
};
[[nodiscard]] base::Result<PromptText> load_prompt_text(const std::filesystem::path& file);

/// The version of prompts with these bytes.
[[nodiscard]] std::string prompts_version(std::string_view bytes);

}  // namespace attune::voice
