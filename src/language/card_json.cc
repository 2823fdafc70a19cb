#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <iterator>

#include "language/card.h"

namespace attune::language {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 10'000) / 10'000;
}

Json figure_json(const FullCard::Figure& figure) {
  return {{"name", figure.name},
          {"statistic", figure.statistic},
          {"value", rounded(figure.value)},
          {"low", rounded(figure.low)},
          {"high", rounded(figure.high)},
          {"n", figure.n},
          {"measured_on", figure.measured_on}};
}

Json class_json(const FullCard::ClassFigures& figures) {
  return {{"label", figures.label},
          {"precision", rounded(figures.precision)},
          {"recall", rounded(figures.recall)},
          {"f1", rounded(figures.f1)},
          {"n", figures.n}};
}

}  // namespace

base::Result<void> save_card(const FullCard& card, const std::filesystem::path& path) {
  Json json{
      {"format", "attune-model-card"}, {"version", 1},     {"head", card.head}, {"date", card.date},
      {"license", card.license},       {"data", card.data}};
  json["figures"] = Json::array();
  for (const auto& figure : card.figures) json["figures"].push_back(figure_json(figure));
  json["classes"] = Json::array();
  for (const auto& figures : card.classes) json["classes"].push_back(class_json(figures));
  json["known_failures"] = card.known_failures;
  json["not_for"] = card.not_for;
  std::ofstream file(path, std::ios::trunc);
  file << json.dump(2) << '\n';
  file.close();
  if (file) return {};
  return base::fail(base::Code::unavailable,
                    "writing model card " + path.string() + ": cannot write");
}

base::Result<Card> load_card(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) {
    return base::fail(base::Code::not_found,
                      "reading model card " + path.string() + ": cannot open it");
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  try {
    const Json json = Json::parse(text);
    const Json& figure = json.at("figures").at(0);
    return Card{json.at("head"),          figure.at("statistic"), figure.at("value"),
                figure.at("low"),         figure.at("high"),      figure.at("n"),
                figure.at("measured_on"), json.at("date"),        json.at("license")};
  } catch (const Json::exception& error) {
    return base::fail(base::Code::invalid,
                      "reading model card " + path.string() + ": " + error.what());
  }
}

}  // namespace attune::language
