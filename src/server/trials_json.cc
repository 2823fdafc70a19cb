#include "server/trials_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace attune::server {
namespace {

using Json = nlohmann::ordered_json;
using base::Code;
using base::Result;
using Standing = trial::Participant::Standing;

constexpr std::size_t kLongestPlan = 60000;  // bytes; a request holds 64 KiB

template <class T>
Result<T> wrong(const char* wanted) {
  return base::fail(Code::invalid, std::string("this needs ") + wanted);
}

const char* state(const trial::Trial& one) {
  return one.closed ? "closed" : one.frozen ? "frozen" : "draft";
}

const char* standing(const trial::Trial& trial, const trial::Participant& person) {
  switch (person.standing) {
    case Standing::refused:
      return "refused";
    case Standing::withdrew:
      return "withdrew";
    default:
      break;
  }
  if (trial.closed) return trial.finished(person) ? "done" : "stopped";
  const auto step = next_step(trial, person);
  return step ? trial::name(step->what).data() : "";
}

std::string client_name(const Desks& desks, const std::string& id) {
  const auto found = desks.find(id);
  return found == desks.end() ? id : found->second->person.name;
}

Json outcome_json(const trial::Plan& plan, const trial::Outcome& one) {
  return {{"id", one.id},
          {"title", one.title},
          {"measure", name(one.measure)},
          {"instrument", one.instrument},
          {"score", one.score},
          {"first", plan.condition(one.first).title},
          {"second", plan.condition(one.second).title},
          {"test", test_name(one.test)}};
}

Json plan_of(const trial::Plan& plan, const Desks& desks) {
  Json conditions = Json::array(), arms = Json::array(), secondary = Json::array();
  for (const trial::Condition& one : plan.conditions)
    conditions.push_back({{"id", one.id}, {"title", one.title}, {"help", name(one.help)}});
  for (const trial::Arm& arm : plan.arms) {
    Json talks = Json::array();
    for (const trial::Talk& talk : arm.talks)
      talks.push_back({{"client", talk.client},
                       {"name", client_name(desks, talk.client)},
                       {"condition", plan.condition(talk.condition).title}});
    arms.push_back({{"id", arm.id}, {"title", arm.title}, {"talks", talks}});
  }
  for (const trial::Outcome& one : plan.secondary) secondary.push_back(outcome_json(plan, one));
  const trial::Sample& sample = plan.sample;
  return {{"question", plan.question},
          {"conditions", conditions},
          {"arms", arms},
          {"consent", plan.consent},
          {"before", plan.before},
          {"after", plan.after},
          {"raters", {{"instruments", plan.rated_with}, {"number", plan.raters}}},
          {"primary", outcome_json(plan, plan.primary)},
          {"secondary", secondary},
          {"sample",
           {{"smallest", sample.smallest},
            {"power", sample.power},
            {"alpha", sample.alpha},
            {"people", sample.people},
            {"needed", needed(plan).people}}},
          {"doubts", doubts(plan)},
          {"analysis", plan.analysis},
          {"open_label", plan.open_label}};
}

Json questionnaire_json(const review::Instrument& instrument) {
  Json items = Json::array();
  for (const review::Item& item : instrument.items) {
    Json anchors = Json::object();
    for (const auto& [value, words] : item.anchors) anchors[std::to_string(value)] = words;
    items.push_back({{"id", item.id},
                     {"ask", item.ask},
                     {"low", item.low},
                     {"high", item.high},
                     {"anchors", anchors}});
  }
  return {{"id", instrument.id}, {"title", instrument.title}, {"items", items}};
}

}  // namespace

Result<GivenPlan> read_given_plan(std::string_view body) {
  try {
    const Json json = Json::parse(body);
    GivenPlan given{json.at("text"), json.value("check", false)};
    if (given.text.size() <= kLongestPlan) return given;
    return base::fail(Code::too_large, "a plan has 60,000 bytes at most");
  } catch (const std::exception&) {
    return wrong<GivenPlan>("{\"text\"}: the plan, as its file stands");
  }
}

Result<std::vector<std::string>> read_enrolled(std::string_view body) {
  try {
    return Json::parse(body).at("people").get<std::vector<std::string>>();
  } catch (const std::exception&) {
    return wrong<std::vector<std::string>>("{\"people\"}: ids of accounts");
  }
}

Result<std::vector<std::string>> read_raters(std::string_view body) {
  try {
    return Json::parse(body).at("raters").get<std::vector<std::string>>();
  } catch (const std::exception&) {
    return wrong<std::vector<std::string>>("{\"raters\"}: ids of accounts");
  }
}

Result<bool> read_consent(std::string_view body) {
  try {
    return Json::parse(body).at("agree").get<bool>();
  } catch (const std::exception&) {
    return wrong<bool>("{\"agree\"}: true or false");
  }
}

Result<std::vector<review::Sheet>> read_sheets(std::string_view body) {
  try {
    const Json json = Json::parse(body);
    std::vector<review::Sheet> sheets;
    for (const Json& one : json.at("sheets"))
      sheets.push_back(
          {one.at("instrument"), std::nullopt, one.at("answers").get<review::Answers>()});
    return sheets;
  } catch (const std::exception&) {
    return wrong<std::vector<review::Sheet>>(
        "{\"sheets\":[{\"instrument\",\"answers\"}]} with whole numbers as answers");
  }
}

std::string trials_json(const trial::Register& entered) {
  Json all = Json::array();
  for (const auto& [id, one] : entered.trials) {
    const auto done = std::ranges::count_if(
        one.people, [&](const trial::Participant& person) { return one.finished(person); });
    all.push_back({{"id", id},
                   {"title", one.plan.title},
                   {"state", state(one)},
                   {"edition", one.plan.edition},
                   {"people", one.plan.sample.people},
                   {"enrolled", one.people.size()},
                   {"done", done}});
  }
  return Json{{"trials", all}}.dump();
}

std::string plan_json(const trial::Plan& plan, const std::string& text) {
  return Json{{"id", plan.id},
              {"title", plan.title},
              {"sha256", trial::fingerprint(text)},
              {"needed", needed(plan).people},
              {"people", plan.sample.people},
              {"doubts", doubts(plan)}}
      .dump();
}

std::string trial_json(const TrialView& view) {
  const trial::Trial& trial = view.trial;
  Json people = Json::array();
  for (const trial::Participant& person : trial.people) {
    const auto named = view.names.find(person.account);
    people.push_back({{"id", person.account},
                      {"name", named == view.names.end() ? "" : named->second},
                      {"step", standing(trial, person)},
                      {"talks", person.done()},
                      {"of", trial.plan.arms.front().talks.size()}});
  }
  // The flow as the report has it: without arms while these are closed to view.
  const Json report = Json::parse(to_json(view.report));
  Json out{{"id", trial.plan.id},
           {"title", trial.plan.title},
           {"state", state(trial)},
           {"edition", trial.plan.edition},
           {"editions", report.at("plan").at("editions")},
           {"sha256", trial::fingerprint(trial.text)},
           {"text", trial.text},
           {"plan", plan_of(trial.plan, view.desks)},
           {"open", view.report.open},
           {"notes", report.at("notes")},
           {"flow", report.at("flow")},
           {"people", people},
           {"to_rate", view.talks.waiting},
           {"given", view.talks.given},
           {"rated", view.talks.rated}};
  return out.dump();
}

std::string files_json(const std::vector<trial::File>& files) {
  Json all = Json::array();
  for (const trial::File& one : files) all.push_back({{"name", one.name}, {"text", one.text}});
  return Json{{"files", all}}.dump();
}

std::string step_json(const StepView& view, const Desks& desks,
                      const std::map<std::string, review::Instrument>& instruments) {
  if (view.trial == nullptr || !view.step) return Json{{"trial", nullptr}}.dump();
  using What = trial::Step::What;
  const trial::Plan& plan = view.trial->plan;
  const What what = view.step->what;
  Json out{{"trial", plan.id},
           {"title", plan.title},
           {"step", trial::name(what)},
           {"held", view.person->done()}};
  if (what == What::consent) out["text"] = plan.consent;
  if (what == What::before || what == What::after) {
    out["questionnaires"] = Json::array();
    for (const std::string& id : what == What::before ? plan.before : plan.after)
      if (const auto found = instruments.find(id); found != instruments.end())
        out["questionnaires"].push_back(questionnaire_json(found->second));
  }
  if (what == What::talk) {
    const std::vector<trial::Talk>& talks = plan.arm(view.person->arm).talks;
    const std::string& client = talks[static_cast<std::size_t>(view.step->talk)].client;
    out["talk"] = {{"number", view.step->talk + 1},
                   {"of", talks.size()},
                   {"client", client},
                   {"name", client_name(desks, client)},
                   {"session", view.step->session.empty() ? Json() : Json(view.step->session)}};
  }
  return out.dump();
}

}  // namespace attune::server
