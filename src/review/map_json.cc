#include <cmath>

#include <nlohmann/json.hpp>

#include "review/map.h"

namespace attune::review {
namespace {

using Json = nlohmann::ordered_json;
using conversation::Speaker;
using conversation::Turn;
using conversation::TurnNumber;

/// Four decimals; what is no number becomes null.
Json number(double value) {
  return std::isnan(value) ? Json(nullptr) : Json(std::round(value * 1e4) / 1e4);
}

Json json(const Figure& figure) {
  Json out{{"value", number(figure.estimate.value)},
           {"low", number(figure.estimate.low)},
           {"high", number(figure.estimate.high)},
           {"n", figure.n}};
  if (!figure.missing.empty()) out["missing"] = figure.missing;
  return out;
}

Json json(const Gap& gap) {
  Json out = json(gap.figure);
  out["holds"] = gap.holds;
  return out;
}

Json json(const MapRow& row) {
  const Measure& measure = *row.measure;
  Json out{{"id", measure.id()},
           {"instrument", measure.instrument->id},
           {"title", measure.title()},
           {"scale",
            measure.item != nullptr ? Json{measure.item->low, measure.item->high} : Json{0, 1}}};
  for (std::size_t i = 0; i < kColumns; ++i)
    out[std::string(name(static_cast<Column>(i)))] = json(row.columns[i]);
  out["gap"] = {{"peer_expert", json(row.peer_expert)},
                {"self_expert", json(row.self_expert)},
                {"program_expert", json(row.program_expert)}};
  out["agreement"] = {{"peer", json(row.peers_agree)}, {"expert", json(row.experts_agree)}};
  out["differ"] = row.differ;
  return out;
}

Json json(const CueRow& row) {
  Json out{{"kind", row.kind}, {"planted", row.planted}, {"missed", row.missed}};
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto column = static_cast<Column>(i);
    if (column != Column::self) out[std::string(name(column))] = json(row.columns[i]);
  }
  out["gap"] = {{"peer_expert", json(row.peer_expert)}};
  return out;
}

Json values_json(const Place& place) {
  Json out = Json::array();
  const auto say = [&](Column column, double value, int severity, std::string_view text) {
    out.push_back({{"group", name(column)}, {"value", number(value)}, {"text", text}});
    if (severity > 0) out.back()["severity"] = severity;
  };
  if (place.self) say(Column::self, *place.self, 0, "");
  for (const Opinion& one : place.opinions) say(one.column, one.value, one.severity, one.text);
  if (place.program) say(Column::program, *place.program, 0, "");
  return out;
}

/// The client's words before the reply, and the reply; all turns where it is about a whole talk.
void add_words(Json& out, const std::vector<Turn>& turns, std::optional<TurnNumber> wanted) {
  out["client"] = "";
  out["reply"] = "";
  if (!wanted) out["turns"] = Json::array();
  TurnNumber turn = 0;
  const std::string* client = nullptr;
  for (const Turn& said : turns) {
    if (said.speaker == Speaker::supporter) ++turn;
    if (!wanted) {
      out["turns"].push_back(
          {{"turn", turn}, {"speaker", name(said.speaker)}, {"text", said.text}});
    } else if (said.speaker == Speaker::supporter && turn == *wanted) {
      out["reply"] = said.text;
      if (client != nullptr) out["client"] = *client;
    }
    if (said.speaker == Speaker::client) client = &said.text;
  }
}

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Map& map) {
  Json out{{"simulated", map.simulated}, {"talks", map.talks}, {"raters", Json::object()}};
  for (const Column column : {Column::peer, Column::expert, Column::lived_experience})
    out["raters"][std::string(name(column))] = map.raters[static_cast<std::size_t>(column)];
  for (const char* list : {"items", "codes", "cues"}) out[list] = Json::array();
  for (const MapRow& row : map.rows)
    out[row.measure->item != nullptr ? "items" : "codes"].push_back(json(row));
  for (const CueRow& row : map.cues) out["cues"].push_back(json(row));
  out["differ"] = map.differ;
  return printed(out);
}

std::string to_json(const std::vector<Behind>& behind, const Words& words) {
  Json out{{"turns", Json::array()}};
  for (const Behind& one : behind) {
    Json json{{"talk", one.talk->id},
              {"turn", one.place.turn ? Json(*one.place.turn) : Json(nullptr)}};
    const auto turns = words.find(one.talk->id);
    add_words(json, turns == words.end() ? std::vector<Turn>{} : turns->second, one.place.turn);
    json["values"] = values_json(one.place);
    out["turns"].push_back(std::move(json));
  }
  return printed(out);
}

}  // namespace attune::review
