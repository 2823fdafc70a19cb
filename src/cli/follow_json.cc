#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/graph.h"
#include "conversation/event_json.h"
#include "language/fit.h"

namespace attune::cli {
namespace {

using namespace conversation;

std::optional<Turn> parse_turn(const std::string& line) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object() || !json.contains("speaker") || !json.contains("text")) return std::nullopt;
  if (!json["speaker"].is_string() || !json["text"].is_string()) return std::nullopt;
  const auto who = speaker(json["speaker"].get<std::string>());
  if (!who) return std::nullopt;
  return Turn{*who, base::to_utf8(json["text"].get<std::string>())};
}

/// Lets the mind hear the last turn of `talk`, a supporter's.
Moved follow_turn(const session::Desk& desk, const client::Standing& standing, TurnNumber number,
                  const std::vector<Turn>& talk) {
  const Turn& turn = talk.back();
  const std::span<const Turn> before(talk.data(), talk.size() - 1);
  return desk.mind.follow(standing, {number, turn.text, desk.reader.read(turn, before),
                                     language::fit(turn, before, desk.meaning)});
}

}  // namespace

base::Result<void> run_follow(const TalkOptions& options) {
  auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  auto found = graph->desk(options.case_id);
  if (!found) return tl::unexpected(found.error());
  const session::Desk& desk = **found;
  client::Standing standing = client::begin(desk.person);
  std::vector<Turn> talk;
  TurnNumber number = 0;
  int line_number = 0;
  Sequence sequence = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++line_number;
    std::optional<Turn> turn = parse_turn(line);
    if (!turn) {
      std::cout
          << R"({"line":)" << line_number
          << R"(,"error":"not a JSON object with a speaker (client or supporter) and a text"})"
          << '\n';
      continue;
    }
    talk.push_back(*std::move(turn));
    if (talk.back().speaker != Speaker::supporter) continue;
    const Event event{++sequence, {}, follow_turn(desk, standing, ++number, talk)};
    standing = client::fold(std::move(standing), event);
    std::cout << to_json(event) << '\n';
  }
  std::cout.flush();
  return {};
}

}  // namespace attune::cli
