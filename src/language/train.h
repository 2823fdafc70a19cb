#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/corpora.h"
#include "language/questions.h"

namespace attune::language {

/// A simulated client's authored lines, each with the emotion that it is meant to express.
struct ClientLines {
  std::string client;
  std::vector<EmotionExample> lines;
};

struct TrainOptions {
  /// Sentences that the project wrote itself (docs/formats/training.md).
  std::filesystem::path own = "content/training";
  /// Where the word lists lie that `spelling` rests on: american-english and british-english.
  std::filesystem::path word_lists = "/usr/share/dict";
  /// Further rows for `emotion`: what each simulated client was given to say. How the head reads a
  /// client's lines is measured without that client's.
  std::vector<ClientLines> clients;
  /// What `questions` learns from, a set a client.
  std::vector<QuestionSet> questions;
  /// Told what is being done, a line at a time; may be empty. Never holds words from the data.
  std::function<void(std::string_view)> progress;
  /// Stands in the card, YYYY-MM-DD.
  std::string date = "2026-11-21";
};

struct TrainingReport {
  std::string head;
  std::vector<std::string> lines;  ///< held-out figures, to be printed
};

/// Trains one head from the public data in `from` and writes its weights to `out` and its card
/// beside them, with the ending `.json`. Equal data and options give equal bytes.
///
/// Heads: "spelling", "words", "emotion", "fine", "valence", "arousal", "skills", "talk", "risk",
/// "empathy", "questions". All but the first two and the last rest on the spelling model in `out`'s
/// folder, `emotion` and `talk` also on words, `valence` and `arousal` on words, emotion and fine:
/// train those first.
[[nodiscard]] base::Result<TrainingReport> train(std::string_view head,
                                                 const std::filesystem::path& from,
                                                 const std::filesystem::path& out,
                                                 const TrainOptions& options);

}  // namespace attune::language
