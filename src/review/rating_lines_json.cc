#include <nlohmann/json.hpp>

#include "review/book.h"
#include "review/rating_lines.h"

namespace attune::review {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

base::Result<Rating> rating_from_line(std::string_view line, base::Instant now) {
  const auto form = form_from_json(line);
  const Json json = Json::parse(line, nullptr, false);
  const bool complete = form && json.is_object() && json.contains("talk") && json.contains("rater");
  if (complete) {
    const Json at = json.value("at", Json(now.time_since_epoch().count()));
    const Json entry{{"type", "rating"},       {"task", ""},   {"talk", json["talk"]},
                     {"rater", json["rater"]}, {"form", json}, {"at", at}};
    auto read = entry_from_json(entry.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (read) return std::get<Rating>(*std::move(read));
  }
  return base::fail(base::Code::invalid,
                    "a rating is {\"talk\",\"rater\":{\"id\",\"kind\",\"version\"},\"sheets\","
                    "\"marks\"} (docs/formats/review.md)");
}

std::string to_line(const Rating& rating) {
  const Json entry = Json::parse(to_json(Entry(rating)));
  Json line{{"talk", entry["talk"]}, {"rater", entry["rater"]}};
  line.update(entry["form"]);
  line["at"] = entry["at"];
  return line.dump();
}

}  // namespace attune::review
