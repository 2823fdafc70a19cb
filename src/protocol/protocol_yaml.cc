#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "protocol/protocol.h"
#include "protocol/sheet_yaml.h"

namespace attune::protocol {
namespace {

namespace yaml = base::yaml;

constexpr int kMostTurns = 99;
constexpr int kHighestEmpathy = 2;

constexpr std::array<Deed::Ask, 5> kAsks = {{{"about_suicide", &conversation::Asks::about_suicide},
                                             {"about_safety", &conversation::Asks::about_safety},
                                             {"leading", &conversation::Asks::leading},
                                             {"advice", &conversation::Asks::advice},
                                             {"permission", &conversation::Asks::permission}}};

template <class Value>
Value known(const yaml::Node& node, std::optional<Value> value, const std::string& what,
            const std::string& names, Sheet& sheet) {
  if (!value) sheet.fail(node.mark(), "unknown " + what + " \"" + node.scalar() + "\"", names);
  return value.value_or(Value{});
}

/// All names of an enumeration of so many.
template <class Enum>
std::string names_of(std::size_t count) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(name(static_cast<Enum>(i)));
  return "known are: " + listed(names);
}

std::optional<conversation::Mechanism> mechanism(std::string_view text) {
  for (std::size_t i = 0; i < conversation::kMechanisms; ++i)
    if (name(static_cast<conversation::Mechanism>(i)) == text)
      return static_cast<conversation::Mechanism>(i);
  return std::nullopt;
}

std::optional<Deed::Ask> ask(std::string_view text) {
  const auto found = std::ranges::find(kAsks, text, &Deed::Ask::name);
  return found == kAsks.end() ? std::nullopt : std::optional(*found);
}

std::optional<Deed> load_deed(const yaml::Node& step, std::string_view key, Sheet& sheet) {
  const yaml::Node node = step[key];
  const std::string what(key);
  if (!node || !sheet.keys(node, what, {"asks", "skill", "empathy", "says", "consult"}))
    return std::nullopt;
  Deed deed;
  if (node["asks"])
    for (const auto& one : sheet.list(node, "asks", what))
      deed.asks.push_back(
          known(one, ask(one.scalar()), "question",
                "known are: about_suicide, about_safety, leading, advice, permission", sheet));
  if (node["skill"])
    for (const auto& one : sheet.list(node, "skill", what))
      deed.skills.push_back(known(one, conversation::skill(one.scalar()), "skill",
                                  names_of<conversation::Skill>(conversation::kSkills), sheet));
  for (const auto& one : node["empathy"].entries()) {
    const auto which = known(one.key, mechanism(one.key.scalar()), "mechanism",
                             names_of<conversation::Mechanism>(conversation::kMechanisms), sheet);
    deed.empathy[static_cast<std::size_t>(which)] = sheet.number(one.value, 1, kHighestEmpathy);
  }
  if (node["empathy"] && node["empathy"].entries().empty())
    sheet.fail(node["empathy"].mark(), "\"empathy\" is no map", "write {explorations: 1}");
  if (node["says"]) deed.says = sheet.phrases(node, "says", what);
  deed.consult = sheet.truth(node, "consult", false);
  return deed;
}

/// `node` is the map with the key "client".
std::optional<Sign> load_sign(const yaml::Node& node, Sheet& sheet) {
  const yaml::Node client = node["client"];
  if (!client || !sheet.keys(client, "\"client\"", {"risk", "kinds", "says"})) return std::nullopt;
  Sign sign;
  if (const yaml::Node risk = client["risk"])
    sign.risk = known(risk, conversation::risk_level(risk.scalar()), "risk level",
                      "known are: low, moderate, high", sheet);
  if (client["risk"] && sign.risk == conversation::RiskLevel::none)
    sheet.fail(client["risk"].mark(), "\"risk: none\" would hold of every turn", "leave it out");
  if (client["kinds"])
    for (const auto& one : sheet.list(client, "kinds", "\"client\""))
      sign.kinds.push_back(known(one, conversation::risk_kind(one.scalar()), "kind of risk",
                                 names_of<conversation::RiskKind>(conversation::kRiskKinds),
                                 sheet));
  if (client["says"]) sign.says = sheet.phrases(client, "says", "\"client\"");
  return sign;
}

Due load_due(const yaml::Node& step, const std::vector<Step>& before, Sheet& sheet) {
  Due due;
  const yaml::Node node = step["due"];
  if (!node) return sheet.fail(step.mark(), "a step lacks \"due\"", "add it"), due;
  if (node.scalar() == "opening") return due;
  if (node.scalar() == "ending") return due.from = Due::From::ending, due;
  if (!node.is_map()) {
    sheet.fail(node.mark(), "\"" + node.scalar() + "\" is no time at which a step is due",
               "write opening, ending or {after: ...}");
    return due;
  }
  due.from = Due::From::after;
  const yaml::Node after = node["after"];
  if (!sheet.keys(node, "\"due\"", {"after"})) return due;
  if (!sheet.keys(after, "\"after\"", {"step", "client"})) return due;
  if (after["step"]) due.step = sheet.text(after, "step", "\"after\"");
  if (after["step"] && std::ranges::find(before, due.step, &Step::id) == before.end())
    sheet.fail(after["step"].mark(), "no step \"" + due.step + "\" stands before this one",
               "name an earlier step by its id");
  due.sign = load_sign(after, sheet);
  return due;
}

Step load_step(const yaml::Node& node, const Protocol& protocol, Sheet& sheet) {
  Step step;
  if (!sheet.keys(
          node, "a step",
          {"id", "title", "why", "due", "within", "met_by", "must_not", "optional", "option"}))
    return step;
  step.id = sheet.id(node, "a step");
  if (std::ranges::find(protocol.steps, step.id, &Step::id) != protocol.steps.end())
    sheet.fail(node["id"].mark(), "step \"" + step.id + "\" stands twice", "rename one");
  const std::string what = "step \"" + step.id + "\"";
  step.title = sheet.text(node, "title", what);
  step.why = sheet.text(node, "why", what);
  step.due = load_due(node, protocol.steps, sheet);
  if (node["within"]) step.within = sheet.number(node["within"], 1, kMostTurns);
  step.met_by = load_deed(node, "met_by", sheet);
  step.must_not = load_deed(node, "must_not", sheet);
  if (!step.met_by && !step.must_not)
    sheet.fail(node.mark(), what + " can neither be done nor broken",
               "add \"met_by\" or \"must_not\"");
  step.optional = sheet.truth(node, "optional", false);
  if (node["option"]) step.option = sheet.text(node, "option", what);
  const auto& options = protocol.options;
  if (node["option"] && std::ranges::find(options, step.option, &Option::id) == options.end())
    sheet.fail(node["option"].mark(), "there is no option \"" + step.option + "\"",
               "add it under \"options\"");
  return step;
}

void load_options(const yaml::Node& root, Protocol& protocol, Sheet& sheet) {
  const yaml::Node node = root["options"];
  if (node && !node.is_map())
    sheet.fail(node.mark(), "\"options\" is no map", "write NAME: {use: true, about: ...}");
  for (const auto& entry : node.entries()) {
    const std::string what = "option \"" + entry.key.scalar() + "\"";
    if (!sheet.keys(entry.value, what, {"use", "about"})) return;
    (void)sheet.text(entry.value, "use", what);
    protocol.options.push_back({entry.key.scalar(), sheet.truth(entry.value, "use", false),
                                sheet.text(entry.value, "about", what)});
  }
}

void load_when(const yaml::Node& root, Protocol& protocol, Sheet& sheet) {
  const yaml::Node when = root["when"];
  if (sheet.fault() || when.scalar() == "general") return;
  if (!when || !when.is_map())
    return sheet.fail((when ? when : root).mark(), "\"when\" does not say when this is followed",
                      "write general or {client: {risk: ...}}");
  if (sheet.keys(when, "\"when\"", {"client"})) protocol.when = load_sign(when, sheet);
}

Protocol load_root(const yaml::Node& root, Sheet& sheet) {
  Protocol protocol;
  if (!sheet.keys(root, "the file",
                  {"format", "version", "id", "title", "about", "when", "options", "steps"}))
    return protocol;
  if (root["format"].scalar() != "attune-protocol" || root["version"].scalar() != "1")
    sheet.fail(root.mark(), "this is no protocol that can be read here",
               "begin the file with format: attune-protocol and version: 1");
  protocol.id = sheet.id(root, "the file");
  protocol.title = sheet.text(root, "title", "the file");
  protocol.about = sheet.text(root, "about", "the file");
  load_when(root, protocol, sheet);
  load_options(root, protocol, sheet);
  for (const yaml::Node& node : sheet.list(root, "steps", "the file")) {
    if (sheet.fault()) break;
    protocol.steps.push_back(load_step(node, protocol, sheet));
  }
  return protocol;
}

}  // namespace

base::Result<Protocol> parse_protocol(std::string_view text, std::string_view file) {
  Sheet sheet(file);
  const auto root = yaml::parse(text);
  if (!root) {
    sheet.fail(root.error().mark, root.error().what, "mend the YAML there");
    return tl::unexpected(*sheet.fault());
  }
  Protocol protocol = load_root(*root, sheet);
  if (sheet.fault()) return tl::unexpected(*sheet.fault());
  return protocol;
}

base::Result<Protocol> load_protocol(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return base::fail(base::Code::not_found,
                      "cannot open " + file.string() + "; check its name and its rights");
  std::ostringstream text;
  text << in.rdbuf();
  return parse_protocol(text.str(), file.string());
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
