#include "server/alignment_json.h"

#include <nlohmann/json.hpp>

namespace attune::server {

base::Result<double> read_floor(std::string_view body) {
  const auto json = nlohmann::json::parse(body, nullptr, false);
  if (json.is_object() && json.contains("floor") && json.at("floor").is_number()) {
    const auto floor = json.at("floor").get<double>();
    if (floor >= 0 && floor <= 1) return floor;
  }
  return base::fail(base::Code::invalid, "floor must be a number from 0 to 1");
}

}  // namespace attune::server
