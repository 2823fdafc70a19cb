#include <array>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/draw.h"
#include "base/yaml.h"
#include "voice/prompts.h"

namespace attune::voice {
namespace {

namespace yaml = base::yaml;
using base::Code;
using base::Result;

constexpr std::string_view kHead = "version: 1\n---\n";

Result<std::string> bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  if (!stream || !(bytes << stream.rdbuf()))
    return base::fail(Code::not_found, "cannot read the prompt file " + file.string());
  return bytes.str();
}

/// Reads words.yaml and checks.yaml; keeps the first fault that it meets.
class Words {
 public:
  Words(std::string file, Prompts& prompts) : file_(std::move(file)), prompts_(prompts) {}

  std::optional<base::Error> read_words(std::string_view text) {
    read(text, "attune-prompts");
    if (!fault_) demand();
    return fault_;
  }

  std::optional<base::Error> read_checks(std::string_view text) {
    read(text, "attune-checks");
    if (!fault_)
      demand(prompts_.phrases, {"role", "narration", "advice", "pleased", "pleasing", "polished",
                                "smooth", "passive", "explicit", "planned", "dying", "means",
                                "farewell", "leaving", "denial", "assent", "english"});
    return fault_;
  }

 private:
  void read(std::string_view text, const std::string& format) {
    const auto root = yaml::parse(text);
    if (!root) return refuse(root.error().mark, root.error().what);
    if ((*root)["format"].scalar() != format)
      return refuse(root->mark(), "another kind of file; set format: " + format);
    for (const auto& entry : root->entries()) read_part(entry);
  }

  void read_part(const yaml::Entry& entry) {
    const std::string& name = entry.key.scalar();
    if (name == "state" || name == "traits") {
      for (const auto& scale : entry.value.entries())
        read_scale(scale, (name == "state" ? prompts_.state : prompts_.traits));
    } else if (name == "phrases") {
      for (const auto& list : entry.value.entries())
        for (const auto& phrase : list.value.list()) read_phrase(list.key.scalar(), phrase);
    } else if (auto* texts = texts_of(name)) {
      for (const auto& text : entry.value.entries()) {
        if (!text.value.is_scalar()) refuse(text.key.mark(), "not a sentence");
        (*texts)[text.key.scalar()] = text.value.scalar();
      }
    } else if (name == "version") {
      if (entry.value.scalar() != "1")
        refuse(entry.value.mark(), "unknown version; write version: 1");
    } else if (name != "format") {
      refuse(entry.key.mark(), "unknown key \"" + name + "\"");
    }
  }

  /// Words parted by single spaces, at least one: what the grammar of patterns takes.
  void read_phrase(const std::string& list, const yaml::Node& phrase) {
    const std::string& words = phrase.scalar();
    if (words.empty() || words.front() == ' ' || words.back() == ' ' ||
        words.find("  ") != std::string::npos)
      refuse(phrase.mark(), "not a phrase: words parted by single spaces");
    else
      prompts_.phrases[list].push_back(words);
  }

  std::map<std::string, std::string>* texts_of(std::string_view name) {
    if (name == "typing") return &prompts_.typing;
    if (name == "length") return &prompts_.length;
    if (name == "intents") return &prompts_.intents;
    return name == "faults" ? &prompts_.faults : nullptr;
  }

  void read_scale(const yaml::Entry& entry, std::map<std::string, std::vector<Degree>>& scales) {
    std::vector<Degree>& scale = scales[entry.key.scalar()];
    for (const auto& step : entry.value.list()) {
      Degree degree{0, step["words"].scalar()};
      if (std::sscanf(step["most"].scalar().c_str(), "%lf", &degree.most) != 1)
        refuse(step.mark(), "`most` is not a number");
      if (!scale.empty() && degree.most <= scale.back().most)
        refuse(step.mark(), "`most` must rise from step to step");
      scale.push_back(std::move(degree));
    }
    if (scale.empty() || scale.back().most < 1)
      refuse(entry.key.mark(), "the last `most` of a scale must be 1");
  }

  void demand() {
    demand(prompts_.state, {"trust", "guard", "distress", "hope", "energy"});
    demand(prompts_.traits, {"reactance", "guardedness", "rumination", "expressiveness",
                             "warmth_seeking", "patience"});
    demand(prompts_.typing, {"lower_case", "capitals", "no_full_stops", "full_stops", "bursts",
                             "one_message", "no_emoji", "no_exclamation"});
    demand(prompts_.length, {"usual", "short"});
    demand(prompts_.intents, {"open",
                              "stay",
                              "disclose",
                              "hint",
                              "withdraw",
                              "test",
                              "forgive",
                              "resist",
                              "flinch",
                              "soften",
                              "ask",
                              "react_met",
                              "react_fed",
                              "silent",
                              "escalate",
                              "step",
                              "close_well",
                              "close_half",
                              "close_badly",
                              "close_leave",
                              "answer_risk_true",
                              "answer_risk_guarded",
                              "answer_risk_led",
                              "answer_risk_plan",
                              "answer_risk_safe",
                              "answer_risk_reason",
                              "answer_risk_told"});
    demand(prompts_.faults,
           {"empty", "sense", "role", "language", "format", "length", "fluency", "repeat", "leak",
            "intent", "cue", "recovery", "advice", "risk", "safety", "principle"});
  }

  template <class Map>
  void demand(const Map& map, std::initializer_list<const char*> names) {
    for (const char* name : names)
      if (!map.contains(name)) refuse({}, std::string("`") + name + "` is missing");
  }

  void refuse(const yaml::Mark& mark, const std::string& what) {
    if (!fault_)
      fault_ = base::Error{Code::invalid, file_ + ":" + std::to_string(mark.line + 1) + ":" +
                                              std::to_string(mark.column + 1) + ": " + what};
  }

  std::string file_;
  Prompts& prompts_;
  std::optional<base::Error> fault_;
};

}  // namespace

Result<PromptText> load_prompt_text(const std::filesystem::path& file) {
  auto bytes = bytes_of(file);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!bytes->starts_with(kHead))
    return base::fail(Code::invalid,
                      file.string() + ": begin with \"version: 1\" and a line \"---\"");
  return PromptText{bytes->substr(kHead.size()), *bytes};
}

std::string prompts_version(std::string_view bytes) {
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx",
                static_cast<unsigned long long>(base::hash(bytes)));
  return "1-" + std::string(hex.data(), 8);
}

Result<Prompts> load_prompts(const std::filesystem::path& folder) {
  Prompts prompts;
  std::string all;
  struct Text {
    const char* name;
    std::string& text;
  };
  for (const Text& one : {Text{"client.md", prompts.person}, Text{"turn.md", prompts.turn},
                          Text{"again.md", prompts.again}}) {
    auto text = load_prompt_text(folder / one.name);
    if (!text) return tl::unexpected(text.error());
    one.text = text->text;
    all += text->bytes;
  }
  const auto words = bytes_of(folder / "words.yaml");
  if (!words) return tl::unexpected(words.error());
  if (auto fault = Words((folder / "words.yaml").string(), prompts).read_words(*words))
    return tl::unexpected(*std::move(fault));
  const auto checks = bytes_of(folder / "checks.yaml");
  if (!checks) return tl::unexpected(checks.error());
  if (auto fault = Words((folder / "checks.yaml").string(), prompts).read_checks(*checks))
    return tl::unexpected(*std::move(fault));
  prompts.version = prompts_version(all + *words + *checks);
  return prompts;
}

}  // namespace attune::voice
