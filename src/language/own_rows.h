#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/reading.h"

/// The sentences that the project wrote itself (content/training, docs/formats/training.md).
namespace attune::language {

/// A supporter's turn: the file that it stands in, and what else it holds.
struct OwnTurn {
  std::string text;
  std::string before;               ///< the client's words, or ""
  std::vector<std::string> skills;  ///< the file's first
};
[[nodiscard]] base::Result<std::vector<OwnTurn>> load_own_turns(
    const std::filesystem::path& folder);

/// Supporters' turns that neither inform nor advise, though some of their words look like it; they
/// have no `skills`.
[[nodiscard]] base::Result<std::vector<OwnTurn>> load_own_no_advice(
    const std::filesystem::path& folder);

/// A client's turn by the emotions that are meant.
struct OwnDistress {
  std::string text;
  std::vector<conversation::Emotion> emotions;  ///< the main one first
  std::optional<double> valence, arousal;       ///< [-1, 1]
};
[[nodiscard]] base::Result<std::vector<OwnDistress>> load_own_distress(
    const std::filesystem::path& folder);

struct OwnRisk {
  std::string text;
  conversation::RiskLevel level = conversation::RiskLevel::none;
  std::vector<conversation::RiskKind> kinds;
};
[[nodiscard]] base::Result<std::vector<OwnRisk>> load_own_risk(const std::filesystem::path& folder);

struct OwnEmpathy {
  std::string text;
  std::array<int, conversation::kMechanisms> levels{};
};
[[nodiscard]] base::Result<std::vector<OwnEmpathy>> load_own_empathy(
    const std::filesystem::path& folder);

struct OwnTalk {
  std::string text;
  std::string before;
  conversation::Talk talk = conversation::Talk::neutral;
};
[[nodiscard]] base::Result<std::vector<OwnTalk>> load_own_talk(const std::filesystem::path& folder);

}  // namespace attune::language
