#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/reader.h"

namespace attune::language {

/// The whole card as it stands beside the weights (docs/formats/model.md).
struct FullCard {
  struct Figure {
    std::string name;
    std::string statistic;
    double value = 0;
    double low = 0;  ///< 95 % bootstrap interval
    double high = 0;
    int n = 0;
    std::string measured_on;
  };
  struct ClassFigures {
    std::string label;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    int n = 0;
  };
  std::string head;
  std::string date;
  std::string license;
  std::vector<std::string> data;
  std::vector<Figure> figures;  ///< the first is the one shown beside scores
  std::vector<ClassFigures> classes;
  std::vector<std::string> known_failures;
  std::vector<std::string> not_for;
};

[[nodiscard]] base::Result<void> save_card(const FullCard& card, const std::filesystem::path& file);
[[nodiscard]] base::Result<Card> load_card(const std::filesystem::path& file);

}  // namespace attune::language
