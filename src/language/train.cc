#include "language/train.h"

#include <cstdio>

#include "language/train_heads.h"

namespace attune::language {
namespace {

base::Result<Trained> train_head(std::string_view head, const Training& training) {
  if (head == "spelling") return train_spelling(training);
  if (head == "emotion") return train_emotion(training);
  if (head == "fine") return train_fine(training);
  if (head == "talk") return train_talk(training);
  if (head == "risk") return train_risk(training);
  if (head == "empathy") return train_empathy(training);
  if (head == "valence") return train_affect(training, Affect::valence);
  if (head == "arousal") return train_affect(training, Affect::arousal);
  if (head == "skills") return train_skills(training);
  if (head == "words") return train_words(training);
  if (head == "questions") return train_questions(training);
  return base::fail(base::Code::invalid,
                    "unknown head '" + std::string(head) +
                        "': emotion, fine, valence, arousal, skills, talk, risk, empathy, "
                        "questions, spelling or words");
}

std::string line_of(const FullCard::Figure& figure) {
  char text[128];
  std::snprintf(text, sizeof text, " %.3f [%.3f, %.3f], n = %d, ", figure.value, figure.low,
                figure.high, figure.n);
  return figure.name + ": " + figure.statistic + text + figure.measured_on;
}

std::string line_of(const FullCard::ClassFigures& figures) {
  char text[128];
  std::snprintf(text, sizeof text, ": precision %.3f, recall %.3f, F1 %.3f, n = %d",
                figures.precision, figures.recall, figures.f1, figures.n);
  return "  " + figures.label + text;
}

}  // namespace

base::Result<TrainingReport> train(std::string_view head, const std::filesystem::path& from,
                                   const std::filesystem::path& out, const TrainOptions& options) {
  const auto folder = out.parent_path();
  Training training{from, folder, options, {}};
  if (head != "spelling" && head != "words" && head != "questions") {
    auto spelling = Spelling::open(folder / "spelling.bin");
    if (!spelling) return tl::unexpected(base::wrap("train spelling first", spelling.error()));
    training.spelling = std::move(*spelling);
  }
  auto trained = train_head(head, training);
  if (!trained) return tl::unexpected(base::wrap("training " + std::string(head), trained.error()));
  std::error_code ignored;
  if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
  if (auto saved = trained->model.save(out); !saved) return tl::unexpected(saved.error());
  auto card = out;
  card.replace_extension(".json");
  if (auto saved = save_card(trained->card, card); !saved) return tl::unexpected(saved.error());
  TrainingReport report{std::string(head), {}};
  for (const auto& figure : trained->card.figures) report.lines.push_back(line_of(figure));
  for (const auto& figures : trained->card.classes) report.lines.push_back(line_of(figures));
  return report;
}

}  // namespace attune::language
