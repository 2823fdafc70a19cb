#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "language/read_line.h"

namespace attune::language {
namespace {

using conversation::Turn;
using Json = nlohmann::json;

struct Asked {
  std::string id;  // as JSON
  Turn turn;
  std::vector<Turn> before;
};

tl::unexpected<base::Error> bad(std::string message) {
  return base::fail(base::Code::invalid, std::move(message));
}

base::Result<Turn> turn_from(const Json& object, const std::string& where) {
  if (!object.is_object()) return bad(where + " must be an object");
  const auto speaker = object.find("speaker");
  const auto text = object.find("text");
  if (speaker == object.end() || !speaker->is_string()) return bad(where + " needs a speaker");
  const auto who = conversation::speaker(speaker->get_ref<const std::string&>());
  if (!who) return bad(where + ": the speaker must be \"client\" or \"supporter\"");
  if (text == object.end() || !text->is_string()) return bad(where + " needs a text, a string");
  if (text->get_ref<const std::string&>().size() > kLongestText) {
    return bad(where + ": the text is longer than 1 MB");
  }
  return Turn{*who, text->get<std::string>()};
}

base::Result<std::string> id_from(const Json& object) {
  const auto id = object.find("id");
  if (id == object.end() || !(id->is_string() || id->is_number())) {
    return bad("the line needs an id, a string or a number");
  }
  return id->dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<Asked> parse(std::string_view line) {
  if (!base::is_utf8(line)) return bad("the line is not UTF-8");
  const Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) return bad("the line is not JSON");
  if (!object.is_object()) return bad("the line must be a JSON object");
  Asked asked;
  auto id = id_from(object);
  if (!id) return tl::unexpected(id.error());
  asked.id = *id;
  auto turn = turn_from(object, "the line");
  if (!turn) return tl::unexpected(turn.error());
  asked.turn = std::move(*turn);
  const auto before = object.find("before");
  if (before == object.end() || before->is_null()) return asked;
  if (!before->is_array()) return bad("\"before\" must be a list of turns");
  for (const Json& entry : *before) {
    auto earlier = turn_from(entry, "a turn of \"before\"");
    if (!earlier) return tl::unexpected(earlier.error());
    asked.before.push_back(std::move(*earlier));
  }
  return asked;
}

}  // namespace

std::string read_line(const Reader& reader, std::string_view json_line, int line_number) {
  const auto asked = parse(json_line);
  if (!asked) {
    return nlohmann::ordered_json{{"line", line_number}, {"error", asked.error().message}}.dump();
  }
  return "{\"id\":" + asked->id + ',' + reading_json(reader.read(asked->turn, asked->before)) + '}';
}

}  // namespace attune::language
