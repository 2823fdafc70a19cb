#include "debrief/texts.h"

#include <algorithm>
#include <set>

namespace attune::debrief {
namespace {

/// Keys that a debrief may ask for, with the slots that are always given beside the client's
/// pronouns. Sections that know kinds need the kinds that the code names, and "any" for all others.
struct Needed {
  const char* section;
  std::vector<const char*> keys;
  std::set<std::string> slots;
};

const std::vector<Needed>& needed() {
  static const std::vector<Needed> all = {
      {"frame", {"out_of_role", "stop"}, {}},
      {"safety",
       {"not_asked", "asked_near", "led", "secrecy", "secrecy_unasked", "consult", "consult_good"},
       {}},
      {"safety", {"not_asked_outright", "not_asked_harm"}, {}},
      {"safety", {"not_asked_words"}, {"words"}},
      {"safety", {"after_yes", "after_yes_one"}, {"missing"}},
      {"missing", {"keeps", "who", "tonight"}, {}},
      {"said",
       {"keeps",   "who",     "tonight",    "consults",   "promises", "limits",
        "veiled",  "steps",   "risk_named", "self_harm",  "risk",     "risk_hints",
        "heavy",   "grief",   "change",     "unsure",     "goodbye",  "leave",
        "sums_up", "advises", "opinion",    "of_oneself", "of_you",   "asks_suicide"},
       {}},
      {"caught", {"any"}, {"beneath"}},
      {"worked",
       {"asked_true", "asked_guarded", "asked_no", "asked_any", "after_keeps", "after_who",
        "after_tonight", "consulted", "owned", "met_any", "permission", "step", "reflection",
        "question", "other"},
       {}},
      {"worked", {"arrived", "opened"}, {"about"}},
      {"extra", {"best", "adopted"}, {}},
      {"extra", {"disclosed"}, {"about"}},
      {"extra", {"earlier"}, {"words"}},
      {"fallback", {"question", "goodbye", "wrote", "opened", "stop"}, {}},
      {"fallback", {"stayed"}, {"turns"}},
      {"title", {"passed", "again", "withdrawn", "last", "subtle", "redo", "any"}, {}},
      {"trap_beneath", {"any"}, {}},
      {"trap_another", {"any"}, {}},
      {"beneath", {"any"}, {}},
      {"another", {"any"}, {}},
      {"next",
       {"ask_plainly", "after_yes", "secrecy", "advice", "minimizes", "judges", "own_story",
        "answer_first", "follow", "own_words", "questions", "own_voice", "shorter", "mend",
        "hint_any", "stretch", "begin", "stop"},
       {}},
      {"cause", {"caught"}, {}},
      {"cause", {"disclosed"}, {"about"}},
      {"seen",
       {"about", "limits", "unsaid", "asked_late", "consult", "consult_good", "course", "relief",
        "mi", "mi_grief", "mi_risk", "mi_few", "empathy", "trust"},
       {}},
      {"seen_worked", {"asked_yes", "asked_no", "reflection", "wrote"}, {}},
      {"seen_worked", {"longer_question", "longer_reflection"}, {"count"}},
      {"seen_worked", {"feeling", "empathy"}, {"feeling"}},
      {"seen_worked", {"change"}, {"words"}},
      {"seen_worked", {"stayed"}, {"turns"}},
      {"seen_title", {"passed", "advice", "minimizes", "questions", "lecture", "own_story"}, {}},
      {"seen_beneath", {"passed", "minimizes", "questions"}, {}},
      {"seen_beneath", {"advice"}, {"count", "turns"}},
      {"seen_beneath", {"lecture", "own_story"}, {"count"}},
      {"seen_another", {"passed", "advice", "minimizes", "questions", "lecture", "own_story"}, {}},
      {"seen_next", {"passed", "stretch", "short", "nothing"}, {}}};
  return all;
}

bool is_personal(const std::string& slot) {
  static const std::set<std::string> kPersonal = {"name", "they", "them", "their",
                                                  "They", "Them", "Their"};
  return kPersonal.contains(slot);
}

/// True when the sentence can be said with these slots.
bool sayable(const std::string& sentence, const std::set<std::string>& slots) {
  for (std::size_t open = sentence.find('{'); open != std::string::npos;
       open = sentence.find('{', open + 1)) {
    const std::size_t close = sentence.find('}', open);
    if (close == std::string::npos) return false;
    const std::string slot = sentence.substr(open + 1, close - open - 1);
    if (!is_personal(slot) && !slots.contains(slot)) return false;
  }
  return true;
}

/// The slots that a section's kinds may use, though no code names the kinds.
std::set<std::string> slots_of_kinds(const std::string& section) {
  if (section == "caught") return {"beneath"};
  return {};
}

base::Result<void> check_list(const std::string& key, const std::vector<std::string>& sentences,
                              const std::set<std::string>& slots) {
  const bool one =
      std::any_of(sentences.begin(), sentences.end(),
                  [&](const std::string& sentence) { return sayable(sentence, slots); });
  if (one) return {};
  return base::fail(base::Code::invalid,
                    key + " needs a sentence without slots that may have nothing in them");
}

}  // namespace

const std::vector<std::string>& Texts::of(const std::string& key) const {
  const auto found = phrases.find(key);
  base::expects(found != phrases.end() && !found->second.empty());
  return found->second;
}

bool Texts::has(const std::string& key) const {
  return phrases.contains(key);
}

base::Result<void> check(const Texts& texts) {
  std::set<std::string> checked;
  for (const Needed& part : needed()) {
    for (const char* name : part.keys) {
      const std::string key = std::string(part.section) + "." + name;
      if (!texts.has(key)) return base::fail(base::Code::invalid, key + " is missing; add it");
      if (auto fine = check_list(key, texts.of(key), part.slots); !fine) return fine;
      checked.insert(key);
    }
  }
  for (const auto& [key, sentences] : texts.phrases) {
    if (checked.contains(key)) continue;
    const auto slots = slots_of_kinds(key.substr(0, key.find('.')));
    if (auto fine = check_list(key, sentences, slots); !fine) return fine;
  }
  return {};
}

}  // namespace attune::debrief
