#include <algorithm>
#include <set>

#include "base/sheet.h"
#include "protocol/phrases_yaml.h"
#include "protocol/protocol.h"

namespace attune::protocol {
namespace {

using base::yaml::Node;
using base::yaml::Sheet;

constexpr std::string_view kFormat = "attune-protocol";
constexpr int kMostTurns = 99;
constexpr int kHighestEmpathy = 2;

constexpr std::array<Deed::Ask, 5> kAsks = {{{"about_suicide", &conversation::Asks::about_suicide},
                                             {"about_safety", &conversation::Asks::about_safety},
                                             {"leading", &conversation::Asks::leading},
                                             {"advice", &conversation::Asks::advice},
                                             {"permission", &conversation::Asks::permission}}};

/// The names of an enumeration from its `first` on, of so many.
template <class Enum>
Sheet::Names names_of(std::size_t count, std::size_t first = 0) {
  Sheet::Names names;
  for (std::size_t i = first; i < count; ++i) names.push_back(name(static_cast<Enum>(i)));
  return names;
}

/// Which of `known` each entry of a list is.
std::vector<std::size_t> places(Sheet& sheet, const Node& map, std::string_view key,
                                const Sheet::Names& known) {
  std::vector<std::size_t> all;
  for (const Node& entry : sheet.list(map, key)) {
    const auto found = std::ranges::find(known, entry.scalar());
    if (found == known.end())
      sheet.fail(entry, "unknown " + std::string(key) + " \"" + entry.scalar() + "\"",
                 "known are: " + base::yaml::listed(known));
    else
      all.push_back(static_cast<std::size_t>(found - known.begin()));
  }
  return all;
}

std::optional<Deed> load_deed(Sheet& sheet, const Node& step, std::string_view key) {
  const Node node = step[key];
  if (!node ||
      !sheet.keys(node, std::string(key), {}, {"asks", "skill", "empathy", "says", "consult"}))
    return std::nullopt;
  if (node.entries().empty())
    sheet.fail(node, "nothing could ever meet " + std::string(key), "name what does, or drop it");
  Deed deed;
  Sheet::Names asks;
  for (const Deed::Ask& ask : kAsks) asks.push_back(ask.name);
  for (const std::size_t at : places(sheet, node, "asks", asks)) deed.asks.push_back(kAsks[at]);
  for (const std::size_t at :
       places(sheet, node, "skill", names_of<conversation::Skill>(conversation::kSkills)))
    deed.skills.push_back(static_cast<conversation::Skill>(at));
  const auto mechanisms = names_of<conversation::Mechanism>(conversation::kMechanisms);
  if (const Node empathy = node["empathy"];
      empathy && sheet.keys(empathy, "empathy", {}, mechanisms))
    for (std::size_t i = 0; i < mechanisms.size(); ++i)
      if (empathy[mechanisms[i]])
        deed.empathy[i] = sheet.whole(empathy, mechanisms[i], 1, kHighestEmpathy);
  if (node["says"]) deed.says = phrases(sheet, node, "says");
  deed.consult = sheet.flag(node, "consult");
  return deed;
}

Sign load_sign(Sheet& sheet, const Node& client) {
  Sign sign;
  if (!sheet.keys(client, "client", {}, {"risk", "score", "kinds", "says"})) return sign;
  if (!client["risk"] && !client["kinds"] && !client["says"])
    sheet.fail(client, "this would hold of every turn", "name a risk, kinds or says");
  if (client["risk"]) {
    const auto levels = names_of<conversation::RiskLevel>(conversation::kRiskLevels, 1);
    sign.risk = conversation::risk_level(sheet.one_of(client, "risk", levels))
                    .value_or(conversation::RiskLevel::none);
  }
  sign.score = sheet.number(client, "score", 0, 1);
  for (const std::size_t at :
       places(sheet, client, "kinds", names_of<conversation::RiskKind>(conversation::kRiskKinds)))
    sign.kinds.push_back(static_cast<conversation::RiskKind>(at));
  if (client["says"]) sign.says = phrases(sheet, client, "says");
  return sign;
}

/// What stands under "client", one sign or a list of them.
std::vector<Sign> load_signs(Sheet& sheet, const Node& node) {
  const Node client = node["client"];
  std::vector<Sign> signs;
  if (client && !client.is_list()) signs.push_back(load_sign(sheet, client));
  if (client.is_list())
    for (const Node& one : sheet.list(node, "client")) signs.push_back(load_sign(sheet, one));
  return signs;
}

Due load_due(Sheet& sheet, const Node& step, const std::vector<Step>& before) {
  Due due;
  const Node node = step["due"];
  if (!node.is_map()) {
    if (sheet.one_of(step, "due", {"opening", "ending", "{after: ...}"}) == "ending")
      due.from = Due::From::ending;
    return due;
  }
  due.from = Due::From::after;
  const Node after = node["after"];
  if (!sheet.keys(node, "due", {"after"}) || !sheet.keys(after, "after", {}, {"step", "client"}))
    return due;
  due.step = sheet.text(after, "step");
  due.signs = load_signs(sheet, after);
  if (due.step.empty() && due.signs.empty())
    sheet.fail(after, "after what is not said", "add a step, or what the client shows");
  if (!due.step.empty() && std::ranges::find(before, due.step, &Step::id) == before.end())
    sheet.fail(after["step"], "no step \"" + due.step + "\" stands before this one",
               "name an earlier step by its id");
  return due;
}

Step load_step(Sheet& sheet, const Node& node, const Protocol& protocol) {
  Step step;
  if (!sheet.keys(node, "a step", {"id", "title", "why", "due"},
                  {"within", "met_by", "must_not", "optional", "early", "option"}))
    return step;
  step.id = sheet.id(node);
  if (std::ranges::find(protocol.steps, step.id, &Step::id) != protocol.steps.end())
    sheet.fail(node["id"], "step \"" + step.id + "\" stands twice", "rename one");
  step.title = sheet.text(node, "title");
  step.why = sheet.text(node, "why");
  step.due = load_due(sheet, node, protocol.steps);
  if (node["within"]) step.within = sheet.whole(node, "within", 1, kMostTurns);
  step.met_by = load_deed(sheet, node, "met_by");
  step.must_not = load_deed(sheet, node, "must_not");
  if (!step.met_by && !step.must_not)
    sheet.fail(node, "step \"" + step.id + "\" can neither be done nor broken",
               "add met_by or must_not");
  step.optional = sheet.flag(node, "optional");
  step.early = sheet.flag(node, "early");
  step.option = sheet.text(node, "option");
  const auto& options = protocol.options;
  if (node["option"] && std::ranges::find(options, step.option, &Option::id) == options.end())
    sheet.fail(node["option"], "there is no option \"" + step.option + "\"",
               "add it under options");
  return step;
}

void load_options(Sheet& sheet, const Node& root, Protocol& protocol) {
  const Node node = root["options"];
  if (node && !node.is_map())
    sheet.fail(node, "`options` is no map", "write NAME: {use: true, about: ...}");
  for (const auto& [key, value] : node.entries()) {
    if (!sheet.keys(value, "option \"" + key.scalar() + "\"", {"use", "about"})) return;
    protocol.options.push_back(
        {key.scalar(), sheet.flag(value, "use"), sheet.text(value, "about")});
  }
}

base::Result<Protocol> take(Sheet& sheet, const base::Result<Node>& root) {
  if (!root) return tl::unexpected(root.error());
  Protocol protocol;
  if (sheet.keys(*root, "the file", {"format", "version", "id", "title", "about", "when", "steps"},
                 {"options"})) {
    protocol.id = sheet.id(*root);
    protocol.title = sheet.text(*root, "title");
    protocol.about = sheet.text(*root, "about");
    if (const Node when = (*root)["when"]; !when.is_map())
      (void)sheet.one_of(*root, "when", {"general", "{client: ...}"});
    else if (sheet.keys(when, "when", {"client"}))
      protocol.when = load_signs(sheet, when);
    load_options(sheet, *root, protocol);
    for (const Node& node : sheet.list(*root, "steps")) {
      if (sheet.fault()) break;
      protocol.steps.push_back(load_step(sheet, node, protocol));
    }
  }
  if (sheet.fault()) return tl::unexpected(*sheet.fault());
  return protocol;
}

}  // namespace

base::Result<Protocol> parse_protocol(std::string_view text, std::string_view file) {
  Sheet sheet{std::filesystem::path(file)};
  return take(sheet, sheet.read_text(text, kFormat));
}

base::Result<Protocol> load_protocol(const std::filesystem::path& file) {
  Sheet sheet(file);
  return take(sheet, sheet.read(kFormat));
}

base::Result<std::vector<Protocol>> load_protocols(const std::filesystem::path& folder) {
  std::error_code error;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".yaml") files.insert(entry.path());
  if (error)
    return base::fail(base::Code::not_found,
                      "reading protocols from " + folder.string() + ": " + error.message());
  std::vector<Protocol> all;
  for (const auto& file : files) {
    auto one = load_protocol(file);
    if (!one) return tl::unexpected(one.error());
    if (std::ranges::find(all, one->id, &Protocol::id) != all.end())
      return base::fail(base::Code::invalid, file.string() + ": the id \"" + one->id +
                                                 "\" is another file's too; give it its own");
    all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace attune::protocol
