#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/reading.h"
#include "conversation/turn.h"

/// The public data sets that heads are trained on, each read from its own folder below one data
/// folder. Only those whose terms allow shipped weights stand here.
namespace attune::language {

/// A GoEmotions comment with its Ekman emotions.
struct EmotionExample {
  std::string text;
  std::array<bool, conversation::kEmotions> emotions{};
  std::vector<std::size_t> fine;  ///< GoEmotions' own, by number
};
struct EmotionData {
  std::vector<EmotionExample> train;
  std::vector<EmotionExample> dev;
};
[[nodiscard]] base::Result<EmotionData> load_goemotions(const std::filesystem::path& data);

/// An EmoBank sentence; both in [-1, 1].
struct AffectExample {
  std::string text;
  double valence = 0;
  double arousal = 0;
  bool dev = false;
};
[[nodiscard]] base::Result<std::vector<AffectExample>> load_emobank(
    const std::filesystem::path& data);

/// Who coded a turn: AnnoMI's coders by their numbers, all ten together as the next.
inline constexpr std::uint32_t kSeveralCoders = 10;

/// A supporter's turn with the client's last, and what coders found in it.
struct SkillExample {
  std::string text;
  std::optional<std::string> client;
  int transcript = -1;
  conversation::MainSkill main = conversation::MainSkill::other;
  bool question = false;
  bool reflection = false;
  bool input = false;
  std::optional<bool> open;     ///< of a question; false: closed
  std::optional<bool> complex;  ///< of a reflection; false: simple
  std::optional<bool> advises;  ///< of input; false: information
  std::uint32_t coder = kSeveralCoders;
  std::vector<std::string> earlier;  ///< the client's turns before it, as `kEarlier` has them
};

/// AnnoMI's therapist turns; where several coders saw one turn, what most of them found.
[[nodiscard]] base::Result<std::vector<SkillExample>> load_annomi(
    const std::filesystem::path& data);

/// The same turns' other side: what AnnoMI's clients say, and how coders took it.
struct TalkExample {
  std::string text;
  std::vector<conversation::Turn> before;  ///< the talk so far
  conversation::Talk talk = conversation::Talk::neutral;
  int transcript = -1;
  std::uint32_t coder = kSeveralCoders;
};
[[nodiscard]] base::Result<std::vector<TalkExample>> load_annomi_talk(
    const std::filesystem::path& data);

/// MIBot's client turns; their labels are by a language model.
[[nodiscard]] base::Result<std::vector<TalkExample>> load_mibot_talk(
    const std::filesystem::path& data);

/// Every text of goemotions, emobank, annomi, counsel-chat, mibot and llms-as-therapists.
[[nodiscard]] base::Result<std::vector<std::string>> load_texts(const std::filesystem::path& data);

/// The same as a card names them.
[[nodiscard]] std::vector<std::string> text_sources();

}  // namespace attune::language
