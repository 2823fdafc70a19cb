#include <array>
#include <optional>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "corpus/formats.h"

namespace attune::corpus {
namespace {

using base::Code;
using Json = nlohmann::ordered_json;

/// Lists of messages, by the names that files give them.
constexpr std::array kLists{"dialog",   "dialogue",     "utterances", "turns",
                            "messages", "conversation", "context"};
constexpr std::array kIds{"id", "conversation_id", "transcript_id", "participant_id", "session"};

/// A short value in words: a name, a number; or "".
std::string in_words(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  return json.is_number() ? json.dump() : "";
}

std::string first_of(const Json& json, const auto& fields) {
  for (const char* field : fields)
    if (json.contains(field))
      if (std::string words = in_words(json[field]); !words.empty()) return words;
  return "";
}

/// A message's text: a string, or the parts of one as chat completions have them; null is nothing.
std::optional<std::string> text_of(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_null()) return "";
  if (!json.is_array()) return std::nullopt;
  std::string text;
  for (const Json& part : json)
    if (part.is_object() && part.contains("text") && part["text"].is_string())
      text += (text.empty() ? "" : "\n") + part["text"].get<std::string>();
  return text;
}

const Json* list_in(const Json& json) {
  for (const char* name : kLists)
    if (json.contains(name) && json[name].is_array()) return &json[name];
  return nullptr;
}

/// Reads values one after another: whole talks, or messages one by one.
class JsonReader {
 public:
  JsonReader(const std::string& file, Scribe& scribe) : file_(file), scribe_(scribe) {}

  base::Result<void> take(const Json& json, const Place& place);
  void part() { parted_ = true; }  ///< a blank line: the next message begins a talk
  void close() {
    if (talks_by_id_ > 1 && messages_by_id_ == talks_by_id_) scribe_.join();
  }

 private:
  base::Result<void> take_talk(const Json& json, const Json& list, const Place& place);
  base::Result<void> take_message(const Json& json, const Place& place);
  base::Result<void> say(const Json& json, const Place& place);
  tl::unexpected<base::Error> refuse(const Place& place, const std::string& what) const {
    return base::fail(Code::invalid, file_ + ", " + place + ": " + what);
  }

  const std::string& file_;
  Scribe& scribe_;
  bool parted_ = true;
  std::string talk_;  // of the message before: its id
  // Where the only id is the field "id", which may be one of talks or one of messages.
  std::size_t talks_by_id_ = 0, messages_by_id_ = 0;
};

base::Result<void> JsonReader::say(const Json& json, const Place& place) {
  if (!json.is_object())
    return refuse(place, "a message must be an object with a speaker and a text");
  const std::string who = first_of(json, kWho);
  if (who.empty()) return refuse(place, "a message has no speaker; add the field \"speaker\"");
  for (const char* field : kWords) {
    if (!json.contains(field)) continue;
    const auto text = text_of(json[field]);
    if (!text) return refuse(place, std::string("the field \"") + field + "\" must be a text");
    scribe_.say(who, *text, place);
    return {};
  }
  return refuse(place, "a message has no words; add the field \"text\"");
}

base::Result<void> JsonReader::take_talk(const Json& json, const Json& list, const Place& place) {
  scribe_.begin(first_of(json, kIds), first_of(json, kTitle));
  parted_ = true;
  int number = 0;
  for (const Json& message : list) {
    auto said = say(message, place + ", message " + std::to_string(++number));
    if (!said) return said;
  }
  return {};
}

base::Result<void> JsonReader::take_message(const Json& json, const Place& place) {
  const std::string given = first_of(json, kTalk);
  const std::string talk = given.empty() ? first_of(json, std::array{"id"}) : given;
  const bool by_id = given.empty() && !talk.empty();
  if (parted_ || talk != talk_) {
    const bool weakly = by_id && !parted_;
    scribe_.begin(talk, first_of(json, kTitle),
                  weakly ? Scribe::Apart::by_id : Scribe::Apart::plainly);
    talks_by_id_ += by_id ? 1 : 0;
  }
  messages_by_id_ += by_id ? 1 : 0;
  parted_ = false;
  talk_ = talk;
  return say(json, place);
}

base::Result<void> JsonReader::take(const Json& json, const Place& place) {
  if (json.is_array()) {
    int number = 0;
    for (const Json& one : json) {
      auto taken = take(one, place + ", entry " + std::to_string(++number));
      if (!taken) return taken;
    }
    return {};
  }
  if (!json.is_object()) return refuse(place, "a talk or a message must be an object");
  if (const Json* list = list_in(json)) return take_talk(json, *list, place);
  return take_message(json, place);
}

}  // namespace

base::Result<void> scribe_json(const std::string& bytes, const std::string& file, Scribe& scribe) {
  JsonReader reader(file, scribe);
  std::istringstream lines(bytes);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      reader.part();
      continue;
    }
    const Place place = "line " + std::to_string(number);
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() && !scribe.has_begun()) {
      const Json whole = Json::parse(bytes, nullptr, false);
      if (!whole.is_discarded()) return reader.take(whole, "as one value");
    }
    if (json.is_discarded())
      return base::fail(Code::invalid, file + ", " + place +
                                           ": no JSON; a line holds a message such as "
                                           R"({"speaker":"client","text":"..."}, or a whole talk)");
    if (auto taken = reader.take(json, place); !taken) return taken;
  }
  reader.close();
  return {};
}

}  // namespace attune::corpus
