#include "client/case_rules.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"

namespace attune::client {
namespace {

constexpr std::size_t kLayers = 5, kCues = 12, kTraps = 3, kTopics = 30, kLines = 250,
                      kFeelings = 4;

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t swap = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, swap});
    }
  }
  return row[b.size()];
}

/// The words alone, so that two sentences which differ in dots and capitals count as one.
std::string bare(const Line& line) {
  std::string words;
  for (const std::string& bubble : line.bubbles)
    for (std::size_t at = 0; at < bubble.size();) {
      const char32_t c = base::next(bubble, at);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        words += static_cast<char>(c);
      else if (c >= 'A' && c <= 'Z')
        words += static_cast<char>(c - 'A' + 'a');
      else if (c >= 128 && (c < 0x2000 || c > 0x206f))
        base::append(words, c);
    }
  return words;
}

struct Count {
  std::string what;
  std::size_t have = 0;
  std::size_t least = 0;
  std::string of;  ///< the part or intent that is counted
};

class Rules {
 public:
  Rules(const Case& person, const Places& places, std::vector<Fault>& faults)
      : person_(person), places_(places), faults_(faults) {}

  void check() {
    totals();
    references();
    intents();
    sentences();
  }

 private:
  void fault(const std::string& place, std::string what, std::string mend, std::string lacks = "") {
    const Places::Place at = places_.at(place);
    faults_.push_back({at.line, at.column, std::move(what), std::move(mend), std::move(lacks)});
  }

  void enough(const std::string& place, const Count& count) {
    if (count.have >= count.least) return;
    fault(place,
          count.what + ": " + std::to_string(count.have) + ", at least " +
              std::to_string(count.least) + " are needed",
          "add " + std::to_string(count.least - count.have), count.of);
  }

  void totals() {
    enough("layers", {"layers", person_.layers.size(), kLayers, "layers"});
    enough("cues", {"cues", person_.cues.size(), kCues, "cues"});
    enough("traps", {"traps", person_.traps.size(), kTraps, "traps"});
    enough("topics", {"topics", person_.topics.size(), kTopics, "topics"});
    enough("lines", {"lines of the client", person_.lines.size(), kLines, "lines"});
  }

  /// `of` and `holder` name the place together.
  void known(const char* of, const std::string& holder, const char* kind, const std::string& id,
             const std::vector<std::string>& ids) {
    if (id.empty() || std::ranges::find(ids, id) != ids.end()) return;
    fault(of + holder, std::string("unknown ") + kind + " \"" + id + "\"" + did_you_mean(id, ids),
          std::string("name one that stands under `") + kind + "s`");
  }

  template <class T>
  static std::vector<std::string> ids(const std::vector<T>& all) {
    std::vector<std::string> result;
    for (const T& one : all) result.push_back(one.id);
    return result;
  }

  void references() {
    const auto layers = ids(person_.layers);
    const auto cues = ids(person_.cues);
    known("`risk`", "", "layer", person_.risk.layer, layers);
    themes();
    for (const Cue& cue : person_.cues) known("cue ", cue.id, "layer", cue.layer, layers);
    for (const Topic& topic : person_.topics)
      known("topic ", topic.id, "layer", topic.layer, layers);
    for (const Line& line : person_.lines) {
      known("line ", line.id, "layer", line.layer, layers);
      known("line ", line.id, "cue", line.cue, cues);
    }
  }

  /// Who leaves out people with thoughts of suicide must not meet them.
  void themes() {
    const auto& themes = person_.card.themes;
    const bool none = person_.risk.level.empty() || person_.risk.level == "none";
    if (none || themes.empty() || std::ranges::count(themes, conversation::Theme::suicide) > 0)
      return;
    fault("`themes`", "`themes` without suicide where the risk is " + person_.risk.level,
          "add suicide: who leaves it out must not meet it");
  }

  template <class Match>
  std::size_t count(Match match) const {
    return static_cast<std::size_t>(std::ranges::count_if(person_.lines, match));
  }

  void intents() {
    for (const IntentRule& rule : intent_rules()) {
      const auto least = static_cast<std::size_t>(rule.least);
      const std::string intent(rule.name);
      if (rule.belongs_to == "layer") {
        for (const Layer& layer : person_.layers)
          enough("layer " + layer.id, {"`" + intent + "` lines of layer \"" + layer.id + "\"",
                                       count([&](const Line& line) {
                                         return line.intent == intent && line.layer == layer.id;
                                       }),
                                       least, intent});
      } else if (rule.belongs_to != "cue") {
        enough("lines",
               {"`" + intent + "` lines",
                count([&](const Line& line) { return line.intent == intent; }), least, intent});
      }
    }
    enough("lines", {"`confirm` lines with {feeling}", count([](const Line& line) {
                       return line.intent == "confirm" &&
                              line.bubbles[0].find("{feeling}") != std::string::npos;
                     }),
                     kFeelings, "confirm"});
    for (const Cue& cue : person_.cues) hints(cue);
  }

  void hints(const Cue& cue) {
    const auto hint = [&](bool again) {
      return count([&](const Line& line) {
        return line.intent == "hint" && line.cue == cue.id && line.again == again;
      });
    };
    enough("cue " + cue.id, {"`hint` lines of cue \"" + cue.id + "\"", hint(false), 2, "hint"});
    enough("cue " + cue.id,
           {"`hint` lines with `again: true` of cue \"" + cue.id + "\"", hint(true), 1, "hint"});
  }

  void sentences() {
    std::unordered_map<std::string, int> said;
    std::unordered_set<std::string> ids;
    for (const Line& line : person_.lines) {
      std::string words = bare(line);
      const bool fresh = ids.insert(line.id).second;
      const bool any = !words.empty();
      const auto [first, added] = said.emplace(std::move(words), line.line);
      if (fresh && (added || !any)) continue;
      faults_.push_back({line.line, 1,
                         "the same words stand in line " + std::to_string(first->second),
                         "say it differently here, or drop it", ""});
    }
  }

  const Case& person_;
  const Places& places_;
  std::vector<Fault>& faults_;
};

}  // namespace

Places::Place Places::at(const std::string& name) const {
  const auto found = of.find(name);
  return found == of.end() ? Place{} : found->second;
}

const std::vector<IntentRule>& intent_rules() {
  static const std::vector<IntentRule> rules = {
      {"opening", 3, ""},      {"disclose", 3, "layer"}, {"stay", 8, "layer"},
      {"hint", 3, "cue"},      {"withdraw", 4, ""},      {"confirm", 12, ""},
      {"deny", 4, ""},         {"soften", 10, ""},       {"pity", 4, ""},
      {"praise", 4, ""},       {"resist", 10, ""},       {"flinch", 8, ""},
      {"test", 6, ""},         {"forgive", 4, ""},       {"silent", 8, ""},
      {"escalate", 5, ""},     {"permit", 4, ""},        {"step", 8, ""},
      {"greet", 3, ""},        {"thanks", 3, ""},        {"how_are_you", 3, ""},
      {"your_story", 3, ""},   {"insult", 3, ""},        {"gibberish", 3, ""},
      {"foreign", 3, ""},      {"bot", 3, ""},           {"repeated", 3, ""},
      {"wait", 3, ""},         {"resource", 3, ""},      {"off_topic", 3, ""},
      {"unplaced", 12, ""},    {"no_answer", 12, ""},    {"elicit", 6, ""},
      {"shift", 6, ""},        {"beside", 6, ""},        {"risk_true", 3, ""},
      {"risk_guarded", 3, ""}, {"risk_led", 3, ""},      {"risk_plan", 2, ""},
      {"risk_safe", 2, ""},    {"risk_reason", 2, ""},   {"risk_told", 2, ""},
      {"goodbye_well", 4, ""}, {"goodbye_half", 4, ""},  {"goodbye_badly", 4, ""},
      {"leave", 3, ""},
  };
  return rules;
}

void check_rules(const Case& person, const Places& places, std::vector<Fault>& faults) {
  Rules(person, places, faults).check();
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  std::string nearest;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& one : known) {
    const std::size_t far = distance(word, one);
    if (far >= least || far >= one.size()) continue;
    least = far;
    nearest = one;
  }
  return nearest.empty() ? "" : " (did you mean \"" + nearest + "\"?)";
}

}  // namespace attune::client
