#include <algorithm>
#include <optional>
#include <sstream>

#include <nlohmann/json.hpp>

#include "review/rating_rows.h"

namespace attune::review {
namespace {

using Json = nlohmann::ordered_json;

/// A name or a number as it stands; null is "", and anything else is nothing.
std::optional<std::string> in_words(const Json& json) {
  if (json.is_null()) return "";
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number()) return json.dump();
  return std::nullopt;
}

bool is_rated(const Json& json) {
  return json.is_object() && json.contains("id") && in_words(json["id"]).value_or("") != "" &&
         json.contains("ratings") && json["ratings"].is_object() &&
         std::ranges::all_of(json["ratings"], [](const Json& marks) {
           return marks.is_array() && std::ranges::all_of(marks, [](const Json& mark) {
                    return in_words(mark).has_value();
                  });
         });
}

}  // namespace

bool is_json_lines(const std::string& text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at != std::string::npos && text[at] == '{';
}

base::Result<std::vector<RatingRow>> rows_of_json_lines(const std::string& text) {
  std::vector<RatingRow> rows;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = "line " + std::to_string(number);
    const Json json = Json::parse(line, nullptr, false);
    if (!is_rated(json))
      return base::fail(base::Code::invalid,
                        place +
                            ": this is no rated conversation; write an object with \"id\" and "
                            "\"ratings\", for each criterion a list of marks, one of each rater");
    const std::string id = *in_words(json["id"]);
    for (const auto& [criterion, marks] : json["ratings"].items())
      for (std::size_t rater = 0; rater < marks.size(); ++rater)
        rows.push_back(
            {place, id, std::to_string(rater + 1), *in_words(marks[rater]), id, criterion});
  }
  return rows;
}

}  // namespace attune::review
