#include "cli/draft.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <sstream>

#include "base/draw.h"
#include "base/yaml.h"
#include "cli/draft_json.h"
#include "client/case_rules.h"
#include "client/case_sheet.h"
#include "voice/fill.h"
#include "voice/phrasebook.h"

namespace attune::cli {
namespace {

namespace yaml = base::yaml;
using client::CaseDraft;
using Refusals = std::vector<CaseDraft::Refusal>;

// Our choice: answers that small models still get through.
constexpr int kMostTokens = 4000, kLinesAtATime = 16, kCuePieces = 4, kHintCues = 3;
constexpr double kTemperature = 0.8;
constexpr std::size_t kSamples = 4, kFaultsTold = 12;

/// Of these the next piece may still come; after any other failure nothing will.
bool is_of_the_piece(std::string_view kind) {
  static constexpr std::array<std::string_view, 5> kKinds = {"unfit", "declined", "too_long",
                                                             "empty", "endless"};
  return std::ranges::find(kKinds, kind) != kKinds.end();
}

std::string listed(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "- " : "\n- ") + text;
  return all;
}

/// Where a refusal of the task is noted.
std::string part_of(const Task& task) {
  if (task.kind == "facts") return "story";
  if (task.kind == "head") return "card";
  if (task.kind == "feelings") return "traits";
  if (task.kind == "layer_lines") return "lines disclose";
  if (task.kind == "hints") return "lines hint";
  return task.kind == "lines" ? "lines " + task.of[0] : task.kind;
}

class Writer {
 public:
  Writer(llm::ChatModel& model, const DraftSources& sources, CaseDraft& draft,
         const std::function<base::Result<void>()>& saved)
      : model_(model),
        sources_(sources),
        draft_(draft),
        saved_(saved),
        phrases_(sources.checks.phrases) {}

  base::Result<Drafted> write() {
    ask({"facts", {}});
    ask({"head", {}, !sources_.named});
    for (const char* kind : {"layers", "feelings", "note"}) ask({kind, {}});
    for (int i = 0; i < kCuePieces && has("layers"); ++i)
      ask({"cues", {}}, {{"cues", ids("cues").empty() ? "-" : listed(told("cues", "beneath"))}});
    ask({"traps", {}});
    for (const std::string& subjects : sources_.prompts.subjects)
      ask({"topics", {}}, {{"subjects", subjects}});
    ask({"assumptions", {}});
    write_lines();
    if (error_) return tl::unexpected(*error_);
    return drafted_;
  }

 private:
  /// In the order of the file, so that a sentence said twice is found in its second place.
  void write_lines() {
    ask_lines({"opening"});
    for (const std::string& layer : ids("layers"))
      ask({"layer_lines", {layer}}, {{"layer", layer}});
    const auto cues = ids("cues"), beneath = told("cues", "beneath");
    for (std::size_t at = 0; at < cues.size(); at += kHintCues) {
      const auto end = static_cast<std::ptrdiff_t>(std::min(at + kHintCues, cues.size()));
      const auto begin = static_cast<std::ptrdiff_t>(at);
      ask({"hints", {cues.begin() + begin, cues.begin() + end}},
          {{"cues", "\n" + listed({beneath.begin() + begin, beneath.begin() + end})}});
    }
    std::vector<std::string> some;
    int least = 0;
    for (const client::IntentRule& rule : client::intent_rules()) {
      if (!rule.belongs_to.empty() || rule.name == "opening") continue;
      if (least + rule.least > kLinesAtATime && !some.empty()) ask_lines(std::exchange(some, {}));
      least = some.empty() ? rule.least : least + rule.least;
      some.emplace_back(rule.name);
    }
    ask_lines(some);
  }

  void ask_lines(const std::vector<std::string>& intents) {
    std::string text;
    for (const std::string& intent : intents) {
      const auto rule =
          std::ranges::find(client::intent_rules(), intent, &client::IntentRule::name);
      text += "- " + intent + " (" + std::to_string(rule->least) +
              " or more): " + sources_.prompts.intents.at(intent) + "\n";
    }
    ask({"lines", intents}, {{"intents", text}});
  }

  /// The entries of a list that has been drafted.
  [[nodiscard]] std::vector<yaml::Node> entries(const char* part) const {
    const auto root = yaml::parse(draft_.text());
    std::vector<yaml::Node> entries = root ? (*root)[part].list() : std::vector<yaml::Node>{};
    std::erase_if(entries, [](const yaml::Node& one) {
      const auto parts = one.entries();
      return std::ranges::any_of(parts, [](const yaml::Entry& entry) {
        return client::is_unwritten(entry.value.scalar());
      });
    });
    return entries;
  }
  [[nodiscard]] bool has(const char* part) const { return !entries(part).empty(); }
  [[nodiscard]] std::vector<std::string> ids(const char* part) const {
    std::vector<std::string> all;
    for (const yaml::Node& entry : entries(part)) all.push_back(entry["id"].scalar());
    return all;
  }
  [[nodiscard]] std::vector<std::string> told(const char* part, const char* key) const {
    std::vector<std::string> all;
    for (const yaml::Node& entry : entries(part))
      all.push_back(entry["id"].scalar() + ": " + entry[key].scalar());
    return all;
  }

  /// The first openings: all later lines are to sound like them.
  [[nodiscard]] std::string samples() const {
    std::vector<std::string> texts;
    for (const yaml::Node& line : entries("lines"))
      if (line["intent"].scalar() == "opening" && line["text"].is_scalar() &&
          texts.size() < kSamples)
        texts.push_back(line["text"].scalar());
    return listed(texts);
  }

  [[nodiscard]] std::string who() const {
    const auto root = yaml::parse(draft_.text());
    if (!root) return "";
    const std::string who = (*root)["card"]["who"].scalar();
    if (client::is_unwritten(who)) return "";
    return (*root)["name"].scalar() + ", " + (*root)["age"].scalar() + ", " +
           (*root)["place"].scalar() + ". " + who;
  }

  [[nodiscard]] llm::Prompt prompt(const Task& task, const voice::Values& values,
                                   const std::string& faults) const {
    llm::Prompt prompt;
    const std::string asked =
        voice::fill(sources_.prompts.piece,
                    {{"story", sources_.story},
                     {"facts", listed(facts_)},
                     {"who", who()},
                     {"layers", listed(told("layers", "about"))},
                     {"samples", samples()},
                     {"task", voice::fill(sources_.prompts.pieces.at(task.kind), values)},
                     {"faults", faults}});
    prompt.messages = {{llm::Role::system, sources_.prompts.writer}, {llm::Role::user, asked}};
    prompt.max_tokens = kMostTokens;
    prompt.temperature = kTemperature;
    prompt.seed = static_cast<std::uint32_t>(base::hash(asked));
    prompt.json_schema = piece_schema(task, sources_.editors);
    prompt.purpose = "draft";
    return prompt;
  }

  /// Words about dying or self-harm that name a means of it: the one thing that a draft is refused
  /// for beyond the rules of the case.
  [[nodiscard]] bool is_dangerous(const std::string& text) const {
    const language::Wording words = language::wording(text);
    return phrases_.has("means", words) &&
           (phrases_.has("dying", words) || phrases_.has("passive", words) ||
            phrases_.has("explicit", words) || phrases_.has("planned", words));
  }

  /// Takes an answer into the draft, or says why not.
  Refusals take(const Task& task, const std::string& answer, CaseDraft::Faulty faulty) {
    const std::vector<std::string> texts = texts_in(answer);
    Refusals refusals;
    for (const std::string& text : texts)
      if (is_dangerous(text))
        refusals.push_back(
            {"words about dying or self-harm that name a means", "leave it out", ""});
    if (!refusals.empty()) return refusals;
    if (task.kind != "facts")
      return draft_.take(read_piece(task, answer, sources_.editors), faulty);
    facts_ = texts;
    draft_.note("story", {"Facts that the model went by. Strike out what is not so:"});
    draft_.note("story", facts_);
    return {};
  }

  void ask(const Task& task, const voice::Values& values = {}) {
    if (drafted_.failure || error_) return;
    ++count_;
    std::string faults, why;
    for (int tries = 0; tries < 2; ++tries) {
      const auto answer = llm::wait_for(model_, prompt(task, values, faults));
      if (!answer && !is_of_the_piece(answer.error().kind)) {
        drafted_.failure = answer.error();
        return;
      }
      if (!answer) return refuse(task, answer.error().message);
      const auto faulty = tries == 0 ? CaseDraft::Faulty::refuse : CaseDraft::Faulty::drop;
      const Refusals refusals = take(task, answer->text, faulty);
      if (refusals.empty()) return tell(task, "taken", drafted_.taken);
      faults = why = "";
      for (const CaseDraft::Refusal& one : refusals) {
        if (static_cast<std::size_t>(&one - refusals.data()) >= kFaultsTold) break;
        faults += "- " + one.what + "; " + one.mend +
                  (one.where.empty() ? "" : ". It is here: " + one.where) + "\n";
        why += (why.empty() ? "" : "; ") + one.what;
      }
    }
    refuse(task, why);
  }

  void refuse(const Task& task, const std::string& why) {
    draft_.refuse(part_of(task), why);
    tell(task, "refused, as the file says", drafted_.refused);
  }

  void tell(const Task& task, const char* how, int& counter) {
    ++counter;
    std::string of;
    for (const std::string& one : task.of) of += " " + one;
    std::cerr << std::to_string(count_) + ". " + task.kind + of + ": " + how + "\n";
    if (auto saved = saved_(); !saved) error_ = saved.error();
  }

  llm::ChatModel& model_;
  const DraftSources& sources_;
  CaseDraft& draft_;
  const std::function<base::Result<void>()>& saved_;
  const voice::Phrasebook phrases_;
  std::vector<std::string> facts_;
  Drafted drafted_;
  int count_ = 0;
  std::optional<base::Error> error_;
};

}  // namespace

base::Result<Drafted> write_draft(llm::ChatModel& model, const DraftSources& sources,
                                  CaseDraft& draft,
                                  const std::function<base::Result<void>()>& saved) {
  return Writer(model, sources, draft, saved).write();
}

}  // namespace attune::cli
