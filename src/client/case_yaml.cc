#include "client/case_yaml.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include "base/draw.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "client/case_rules.h"
#include "client/case_sheet.h"
#include "client/principle.h"
#include "language/pattern.h"

namespace attune::client {
namespace {

namespace yaml = base::yaml;

constexpr std::size_t kLargest = 4 << 20;  // bytes; a rich case is about 100 kB

using Words = std::vector<std::string>;

std::string hex(std::uint64_t value) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

std::size_t count_words(const std::string& text) {
  std::istringstream words(text);
  std::size_t count = 0;
  for (std::string word; words >> word;) ++count;
  return count;
}

const Words kEmotionNames = {"anger",   "disgust",  "fear",   "happiness",
                             "sadness", "surprise", "neutral"};
const Words kQuestions = {"who",  "when", "where", "why", "how_much", "like",
                          "feel", "how",  "what",  "you", "other"};
const Words& theme_names() {
  static const Words names = [] {
    Words all;
    for (std::size_t i = 0; i < conversation::kThemes; ++i)
      all.emplace_back(conversation::name(static_cast<conversation::Theme>(i)));
    return all;
  }();
  return names;
}
const Words kBands = {"any", "tense", "low", "even"};

/// Reads one document. Goes on after a fault, so that one run names them all.
class CaseReader {
 public:
  CaseReader(Sheet& sheet, Case& person) : sheet_(sheet), person_(person) {}

  void read(const yaml::Node& root) {
    if (!sheet_.keys(root, "the case",
                     {"format", "version",  "id",    "name",   "age",         "place", "pronouns",
                      "card",   "clinical", "story", "risk",   "traits",      "start", "note",
                      "layers", "cues",     "traps", "topics", "assumptions", "lines"},
                     {"principles"}))
      return;
    for (const char* part : {"layers", "cues", "traps", "topics", "lines"})
      if (root[part]) sheet_.remember(part, root[part]);
    head(root);
    feelings(root);
    for (const yaml::Node& node : sheet_.list(root, "principles", 0)) principle(node);
    hidden(root);
    facts(root);
    for (const yaml::Node& node : sheet_.list(root, "lines", 0)) free_line(node);
  }

 private:
  void head(const yaml::Node& root) {
    sheet_.one_of(root, "format", {"attune-case"});
    sheet_.whole(root, "version", 1, 1);
    person_.id = sheet_.id(root);
    person_.name = sheet_.text(root, "name");
    person_.age = sheet_.whole(root, "age", 16, 120);
    person_.place = sheet_.text(root, "place");
    person_.story = sheet_.text(root, "story");
    if (const yaml::Node pronouns = root["pronouns"];
        pronouns && sheet_.keys(pronouns, "`pronouns`", {"subject", "object", "possessive"}))
      for (const char* key : {"subject", "object", "possessive"})
        person_.pronouns[key] = sheet_.text(pronouns, key);
    if (const yaml::Node card = root["card"];
        card && sheet_.keys(card, "`card`",
                            {"who", "may_meet", "trains", "themes", "difficulty", "review"}))
      person_.card = {sheet_.text(card, "who"),
                      sheet_.texts(card, "may_meet", 1),
                      sheet_.texts(card, "trains", 1),
                      themes(card),
                      sheet_.whole(card, "difficulty", 1, 3),
                      sheet_.text(card, "review")};
    if (const yaml::Node clinical = root["clinical"];
        clinical && sheet_.keys(clinical, "`clinical`", {"picture", "sources"}))
      person_.clinical = {sheet_.text(clinical, "picture"), sheet_.texts(clinical, "sources", 2)};
    if (const yaml::Node note = root["note"];
        note && sheet_.keys(note, "`note`", {"well", "half", "badly"}))
      for (const char* key : {"well", "half", "badly"}) read_note(note, key);
  }

  std::vector<conversation::Theme> themes(const yaml::Node& card) {
    std::vector<conversation::Theme> found;
    for (const std::string& word : sheet_.some_of(card, "themes", theme_names()))
      found.push_back(*conversation::theme(word));
    if (card["themes"]) sheet_.remember("`themes`", card["themes"]);
    return found;
  }

  void read_note(const yaml::Node& note, const char* key) {
    person_.note[key] = sheet_.text(note, key);
    const std::size_t words = count_words(person_.note[key]);
    if (words == 0 || is_unwritten(person_.note[key]) || (words >= 40 && words <= 90)) return;
    sheet_.fault(note[key], std::string("`") + key + "` has " + std::to_string(words) + " words",
                 "write 40 to 90 words");
  }

  void feelings(const yaml::Node& root) {
    if (root["risk"]) sheet_.remember("`risk`", root["risk"]);
    if (const yaml::Node risk = root["risk"];
        risk && sheet_.keys(risk, "`risk`", {"level", "trust", "truth"}, {"layer"}))
      person_.risk = {sheet_.one_of(risk, "level", {"none", "low", "moderate", "high"}),
                      sheet_.number(risk, "trust", 0, 1), sheet_.text(risk, "truth"),
                      risk["layer"] ? sheet_.text(risk, "layer") : ""};
    if (const yaml::Node node = root["traits"];
        node && sheet_.keys(node, "`traits`",
                            {"reactance", "guardedness", "rumination", "expressiveness",
                             "warmth_seeking", "patience"})) {
      const auto trait = [&](const char* key) { return sheet_.number(node, key, 0, 1); };
      person_.traits = {trait("reactance"),      trait("guardedness"),    trait("rumination"),
                        trait("expressiveness"), trait("warmth_seeking"), trait("patience")};
    }
    if (const yaml::Node node = root["start"]) start(node);
  }

  void start(const yaml::Node& node) {
    if (!sheet_.keys(node, "`start`",
                     {"valence", "arousal", "distress", "trust", "hope", "guard", "emotions"}))
      return;
    conversation::State& state = person_.start;
    state.valence = sheet_.number(node, "valence", -1, 1);
    state.arousal = sheet_.number(node, "arousal", -1, 1);
    state.distress = sheet_.number(node, "distress", 0, 1);
    state.trust = sheet_.number(node, "trust", 0, 1);
    state.hope = sheet_.number(node, "hope", 0, 1);
    state.guard = sheet_.number(node, "guard", 0, 1);
    const yaml::Node emotions = node["emotions"];
    if (!emotions || !sheet_.keys(emotions, "`emotions`", kEmotionNames)) return;
    for (std::size_t i = 0; i < kEmotionNames.size(); ++i)
      state.emotions[i] = sheet_.number(emotions, kEmotionNames[i].c_str(), 0, 1);
  }

  /// Notes the place of an entry with an id; false when the id was there before.
  void entry(const char* kind, const std::string& id, const yaml::Node& node) {
    const std::string name = std::string(kind) + " " + id;
    if (sheet_.places.of.contains(name))
      sheet_.fault(node, std::string("a second ") + kind + " \"" + id + "\"", "give it its own id");
    sheet_.remember(name, node);
  }

  void hidden(const yaml::Node& root) {
    for (const yaml::Node& node : sheet_.list(root, "layers", 0)) {
      if (!sheet_.keys(node, "a layer", {"id", "trust", "about", "unsaid"})) continue;
      person_.layers.push_back({sheet_.id(node), sheet_.number(node, "trust", 0, 1),
                                sheet_.text(node, "about"), sheet_.text(node, "unsaid")});
      entry("layer", person_.layers.back().id, node);
    }
    for (const yaml::Node& node : sheet_.list(root, "cues", 0)) cue(node);
    for (const yaml::Node& node : sheet_.list(root, "traps", 0)) trap(node);
  }

  void cue(const yaml::Node& node) {
    if (!sheet_.keys(node, "a cue",
                     {"id", "kind", "weight", "layer", "window", "beneath", "named", "explored",
                      "another_way"},
                     {"subtle"}))
      return;
    person_.cues.push_back({sheet_.id(node),
                            sheet_.one_of(node, "kind",
                                          {"risk", "loss", "shame", "hint", "strength", "readiness",
                                           "anger", "loneliness"}),
                            sheet_.number(node, "weight", 0, 1), sheet_.text(node, "layer"),
                            sheet_.whole(node, "window", 1, 10), sheet_.text(node, "beneath"),
                            sheet_.texts(node, "named", 4), sheet_.texts(node, "explored", 4),
                            sheet_.text(node, "another_way"), sheet_.flag(node, "subtle")});
    entry("cue", person_.cues.back().id, node);
    if (person_.cues.back().subtle && person_.cues.back().kind == "risk")
      sheet_.fault(node["subtle"], "a cue of risk marked `subtle`",
                   "drop it, and write plainer hints: what points to danger always counts");
  }

  void trap(const yaml::Node& node) {
    if (!sheet_.keys(node, "a trap",
                     {"id", "kind", "trust", "asks", "meets", "feeds", "met", "fed"}))
      return;
    const Trap trap{sheet_.id(node),
                    sheet_.one_of(node, "kind",
                                  {"advice", "reassurance", "secrecy", "self", "credentials",
                                   "direction", "yes_but"}),
                    sheet_.number(node, "trust", 0, 1), sheet_.texts(node, "meets", 4),
                    sheet_.texts(node, "feeds", 4)};
    person_.traps.push_back(trap);
    entry("trap", trap.id, node);
    Line like;
    like.trap = trap.id;
    lines(node, "asks", 2, with_intent(like, "ask"));
    lines(node, "met", 2, with_intent(like, "met"));
    lines(node, "fed", 2, with_intent(like, "fed"));
  }

  void facts(const yaml::Node& root) {
    for (const yaml::Node& node : sheet_.list(root, "topics", 0)) topic(node);
    for (const yaml::Node& node : sheet_.list(root, "assumptions", 0)) {
      if (!sheet_.keys(node, "an assumption", {"assumed", "text"})) continue;
      const std::string id = "assumption-" + std::to_string(person_.assumptions.size() + 1);
      person_.assumptions.push_back({sheet_.texts(node, "assumed", 1), id});
      Line like;
      like.topic = id;
      lines(node, "text", 1, with_intent(like, "correct"));
    }
  }

  /// Before all lines, for it bars some. What is said instead answers a topic of its own.
  void principle(const yaml::Node& node) {
    if (!sheet_.keys(node, "a principle", {"id", "principle", "talk", "seed"},
                     {"by", "never", "replies"}))
      return;
    Principle one{.id = sheet_.id(node),
                  .principle = sheet_.text(node, "principle"),
                  .by = sheet_.text(node, "by"),
                  .talk = sheet_.texts(node, "talk", 0, Sheet::Whose::typed),
                  .seed = sheet_.seed(node),
                  .never = sheet_.texts(node, "never", 1, Sheet::Whose::typed),
                  .line = node.mark().line + 1};
    entry("principle", one.id, node);
    if (!node["never"] && !node["replies"])
      sheet_.fault(node, "principle \"" + one.id + "\" has neither `never` nor `replies`",
                   "add the words that they do not say, or what they say instead");
    for (const yaml::Node& phrase : node["never"].list())
      if (language::wording(phrase.scalar()).sentences.size() > 1)
        sheet_.fault(phrase, "a phrase of `never` holds several sentences",
                     "write an entry for each, of the few words that are wrong");
    if (node["replies"] && one.talk.empty())
      sheet_.fault(node["replies"], "`replies` without a turn of the supporter in `talk`",
                   "add the turn that they answer, or drop them");
    person_.principles.push_back(one);
    Line like;
    like.intent = "answer";
    like.topic = "principle-" + one.id;
    const std::size_t before = person_.lines.size();
    lines(node, "replies", 1, like);
    if (person_.lines.size() == before) return;
    for (std::size_t i = before; i < person_.lines.size(); ++i)
      person_.principles.back().replies.push_back(person_.lines[i].id);
    if (!one.talk.empty())
      person_.topics.push_back({like.topic, asked_in(one.talk.back()), "", false});
  }

  void topic(const yaml::Node& node) {
    if (!sheet_.keys(node, "a topic", {"id", "asked", "answers"}, {"layer", "reveals", "dodges"}))
      return;
    person_.topics.push_back({sheet_.id(node), sheet_.ways(node, "asked", 6),
                              sheet_.text(node, "layer"), sheet_.flag(node, "reveals")});
    const Topic& topic = person_.topics.back();
    entry("topic", topic.id, node);
    Line like;
    like.topic = topic.id;
    like.layer = topic.layer;
    lines(node, "answers", 2, with_intent(like, "answer"));
    lines(node, "dodges", topic.layer.empty() ? 0 : 1, with_intent(like, "dodge"));
    if (!topic.layer.empty() && !node["dodges"])
      sheet_.fault(node, "topic \"" + topic.id + "\" has a layer and no `dodges`",
                   "add what is said before the layer may come out");
    if (topic.layer.empty() && topic.reveals)
      sheet_.fault(node["reveals"], "topic \"" + topic.id + "\" reveals and has no layer",
                   "name the layer, or drop `reveals`");
  }

  static Line with_intent(Line like, const char* intent) {
    like.intent = intent;
    return like;
  }

  void lines(const yaml::Node& map, const char* key, std::size_t least, const Line& like) {
    const std::vector<yaml::Node> entries = sheet_.list(map, key, least);
    const std::size_t before = barred_;
    for (const yaml::Node& node : entries) {
      Line line = like;
      if (node.is_scalar()) {
        line.bubbles = {node.scalar()};
      } else {
        if (!sheet_.keys(node, "a line", {"text", "emotion"}, {"band"})) continue;
        words(node, line);
      }
      keep(node, std::move(line));
    }
    const std::size_t left = entries.size() - (barred_ - before);
    if (entries.size() >= least && left < least)
      sheet_.fault(map[key],
                   std::string("of `") + key + "` the principles let " + std::to_string(left) +
                       " be said, at least " + std::to_string(least) + " are needed",
                   "add " + std::to_string(least - left));
  }

  /// Whether a principle keeps the words from being said; notes it with the principle.
  bool is_barred(const yaml::Node& node, const std::string& words) {
    for (Principle& principle : person_.principles) {
      if (!find_phrase(principle.never, words)) continue;
      principle.barred.push_back(node.mark().line + 1);
      ++barred_;
      return true;
    }
    return false;
  }

  void free_line(const yaml::Node& node) {
    if (!sheet_.keys(node, "a line", {"intent", "text", "emotion"},
                     {"band", "layer", "cue", "topic", "again", "asks"}))
      return;
    Words names;
    for (const IntentRule& rule : intent_rules()) names.emplace_back(rule.name);
    Line line;
    line.intent = sheet_.one_of(node, "intent", names);
    line.layer = sheet_.text(node, "layer");
    line.cue = sheet_.text(node, "cue");
    line.topic = sheet_.text(node, "topic");
    line.again = sheet_.flag(node, "again");
    line.asks = sheet_.one_of(node, "asks", kQuestions);
    if (!line.asks.empty() && line.intent != "no_answer")
      sheet_.fault(node["asks"], "`asks` on a line that is no `no_answer`", "drop it");
    for (const IntentRule& rule : intent_rules())
      if (rule.name == line.intent && !rule.belongs_to.empty() &&
          !node[std::string(rule.belongs_to)])
        sheet_.fault(node,
                     "a `" + line.intent + "` line without `" + std::string(rule.belongs_to) + "`",
                     "say which " + std::string(rule.belongs_to) + " it belongs to");
    if (line.again && line.intent != "hint")
      sheet_.fault(node["again"], "`again` on a line that is no hint", "drop it");
    words(node, line);
    keep(node, std::move(line));
  }

  void words(const yaml::Node& node, Line& line) {
    const std::string emotion = sheet_.one_of(node, "emotion", kEmotionNames);
    line.emotion = conversation::emotion(emotion).value_or(conversation::Emotion::neutral);
    const std::string band = sheet_.one_of(node, "band", kBands);
    if (band == "tense") line.band = Band::tense;
    if (band == "low") line.band = Band::low;
    if (band == "even") line.band = Band::even;
    if (const yaml::Node text = node["text"]; text && text.is_list())
      line.bubbles = sheet_.texts(node, "text", 1, Sheet::Whose::typed);
    else if (text)
      line.bubbles = {sheet_.text(node, "text", Sheet::Whose::typed)};
  }

  void keep(const yaml::Node& node, Line line) {
    std::string all;
    for (const std::string& bubble : line.bubbles) all += bubble + '\n';
    if (line.bubbles.size() > 3) sheet_.fault(node, "more than three bubbles", "join or drop some");
    if (all.find_first_not_of(" \t\r\n") == std::string::npos) {
      if (node.is_scalar()) sheet_.fault(node, "a line without words", "write what is said");
      return;
    }
    if (std::ranges::count(all, '\n') != static_cast<std::ptrdiff_t>(line.bubbles.size()))
      sheet_.fault(node, "a bubble holds a line break", "write the bubbles as a list");
    if (line.intent == "silent" ? all == "… silent\n" : is_unwritten(line.bubbles[0]))
      sheet_.unwritten(node, "a line");
    placeholders(node, all);
    if (is_barred(node, all)) return;
    line.id = hex(base::hash(all));
    line.line = node.mark().line + 1;
    sheet_.remember("line " + line.id, node);
    person_.lines.push_back(std::move(line));
  }

  void placeholders(const yaml::Node& node, const std::string& text) {
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
      const std::string name = text.substr(at, text.find('}', at) - at + 1);
      if (name == "{feeling}" || name == "{echo}") continue;
      sheet_.fault(node,
                   "unknown placeholder " + name + did_you_mean(name, {"{feeling}", "{echo}"}),
                   "use {feeling}, {echo} or neither");
    }
  }

  Sheet& sheet_;
  Case& person_;
  std::size_t barred_ = 0;  ///< lines that no principle lets be said
};

base::Error refused(const std::vector<Fault>& faults, std::string_view file) {
  std::string message;
  for (const Fault& fault : faults) {
    if (!message.empty()) message += '\n';
    message += std::string(file) + ":" + std::to_string(fault.line) + ":" +
               std::to_string(fault.column) + ": " + fault.what + "; " + fault.mend;
  }
  return {base::Code::invalid, message};
}

/// The document, or faults that say why there is none.
yaml::Node document(std::string_view text, std::vector<Fault>& faults) {
  auto root = yaml::parse(text);
  if (root) return *root;
  const auto& [mark, what] = root.error();
  faults.push_back({mark.line + 1, mark.column + 1, "broken YAML: " + what,
                    "check quotes, brackets and indentation here", ""});
  return {};
}

int line_of_bad_byte(std::string_view bytes) {
  int line = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (!base::is_utf8(bytes.substr(at, end - at))) return line;
    at = end + 1;
    ++line;
  }
  return line;
}

/// Reads the case; its faults in the order of the file.
std::vector<Fault> read(std::string_view text, Case& person) {
  Sheet sheet;
  if (text.size() > kLargest) {
    sheet.faults.push_back({1, 1, "the file is larger than 4 MB", "a case holds words alone", ""});
  } else if (!base::is_utf8(text)) {
    sheet.faults.push_back({line_of_bad_byte(text), 1, "not UTF-8", "save the file as UTF-8", ""});
  } else if (const yaml::Node root = document(text, sheet.faults); sheet.faults.empty()) {
    CaseReader(sheet, person).read(root);
    check_rules(person, sheet.places, sheet.faults);
  }
  std::ranges::stable_sort(sheet.faults, {},
                           [](const Fault& f) { return std::pair(f.line, f.column); });
  return std::move(sheet.faults);
}

}  // namespace

std::vector<Fault> check_case(std::string_view text) {
  Case person;
  return read(text, person);
}

base::Result<Case> parse_case(std::string_view text, std::string_view file) {
  Case person;
  if (const auto faults = read(text, person); !faults.empty())
    return tl::unexpected(refused(faults, file));
  person.hash = hex(base::hash(text));
  person.lines.shrink_to_fit();
  person.topics.shrink_to_fit();
  return person;
}

base::Result<Case> load_case(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  if (!stream || !(bytes << stream.rdbuf()))
    return base::fail(base::Code::not_found, "cannot read the case " + file.string());
  base::Result<Case> person = parse_case(bytes.view(), file.string());
  if (person && person->id != file.stem().string())
    return base::fail(base::Code::invalid, file.string() + ":1:1: `id` is \"" + person->id +
                                               "\" and the file is not named so; rename one");
  return person;
}

base::Result<std::vector<Case>> load_cases(const std::filesystem::path& folder) {
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  if (failed) return base::fail(base::Code::not_found, "cannot read the folder " + folder.string());
  std::ranges::sort(files);
  // Most of the program's start: on as many threads as there are cores, since more would hold more
  // documents at once.
  std::vector<base::Result<Case>> cases(files.size());
  std::atomic<std::size_t> next = 0;
  const auto load = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) cases[i] = load_case(files[i]);
  };
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) others.emplace_back(load);
    load();
  }
  std::vector<Case> people;
  for (base::Result<Case>& person : cases) {
    if (!person) return tl::unexpected(person.error());
    people.push_back(std::move(*person));
  }
  std::ranges::sort(people, {}, [](const Case& person) {
    return std::tuple(person.card.difficulty, person.name);
  });
  return people;
}

}  // namespace attune::client
