#include <nlohmann/json.hpp>

#include "review/research.h"
#include "review/research_talk.h"

namespace attune::review {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kEnds[] = {"open", "caught", "withdrawn", "missed"};

Json json(const ResearchTalk::Line& line) {
  Json made{{"turn", line.turn},
            {"speaker", name(line.said.speaker)},
            {"seconds", line.seconds},
            {"text", line.said.text}};
  if (!line.adopted.empty()) made["adopted"] = line.adopted;
  return made;
}

Json json(const Planted& cue) {
  return {{"cue", cue.cue},
          {"kind", cue.kind},
          {"planted", cue.opened},
          {"end", kEnds[static_cast<std::size_t>(cue.end)]},
          {"ended", cue.ended}};
}

}  // namespace

std::string to_json(const ResearchExport& research) {
  return Json{{"talks", research.talks}, {"ratings", research.ratings}, {"files", research.files}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const ResearchTalk& talk) {
  Json made{{"format", "attune-research-talk"},
            {"version", 1},
            {"talk", talk.code},
            {"supporter", talk.supporter},
            {"day", talk.day},
            {"case", talk.case_id},
            {"help", talk.help},
            {"ending", talk.ending}};
  made["turns"] = Json::array();
  for (const ResearchTalk::Line& line : talk.lines) made["turns"].push_back(json(line));
  made["self"] = talk.beneath.self;
  if (talk.beneath.redo) made["redo"] = *talk.beneath.redo;
  made["scores"] = Json::object();
  for (const auto& [turn, scores] : talk.beneath.scores)
    made["scores"][std::to_string(turn)] = scores;
  made["cues"] = Json::array();
  for (const Planted& cue : talk.beneath.cues) made["cues"].push_back(json(cue));
  return made.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace attune::review
