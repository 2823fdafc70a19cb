#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "language/card.h"
#include "language/model_file.h"
#include "language/spelling.h"
#include "language/train.h"

/// The trainers behind `train`, one a head.
namespace attune::language {

/// Where a trainer reads, and what it is told.
struct Training {
  std::filesystem::path data;    ///< folder of the public data
  std::filesystem::path models;  ///< folder that the weights go to
  const TrainOptions& options;
  Spelling spelling;

  void say(const std::string& line) const {
    if (options.progress) options.progress(line);
  }
};

struct Trained {
  ModelFile model;
  FullCard card;
};

enum class Affect { valence, arousal };

[[nodiscard]] base::Result<Trained> train_emotion(const Training& training);
[[nodiscard]] base::Result<Trained> train_fine(const Training& training);
[[nodiscard]] base::Result<Trained> train_talk(const Training& training);
[[nodiscard]] base::Result<Trained> train_risk(const Training& training);
[[nodiscard]] base::Result<Trained> train_empathy(const Training& training);
[[nodiscard]] base::Result<Trained> train_affect(const Training& training, Affect affect);
[[nodiscard]] base::Result<Trained> train_skills(const Training& training);
[[nodiscard]] base::Result<Trained> train_spelling(const Training& training);
[[nodiscard]] base::Result<Trained> train_questions(const Training& training);
[[nodiscard]] base::Result<Trained> train_words(const Training& training);

}  // namespace attune::language
