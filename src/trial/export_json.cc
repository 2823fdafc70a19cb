#include <nlohmann/json.hpp>

#include "trial/export.h"

namespace attune::trial {

std::string to_json_lines(const DataTable& table) {
  using Json = nlohmann::ordered_json;
  std::string out;
  for (const auto& row : table.rows) {
    Json line = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const DataTable::Column& column = table.columns[i];
      if (!column.number)
        line[column.name] = row[i];
      else
        line[column.name] = row[i].empty() ? Json(nullptr) : Json(std::stoll(row[i]));
    }
    out += line.dump() + "\n";
  }
  return out;
}

}  // namespace attune::trial
