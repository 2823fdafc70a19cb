// How often the checks of the model's voice refuse what an author wrote, and how often they catch
// what was written to fail. `--lines` prints how lines left out of their case compare with its
// layers, for fitting; `--babble` tells how often lines of a client unknown to the check are taken
// for babble, as they stand and with their words shuffled; `--refused` prints every authored turn
// that was refused, `--missed` every answer that was not caught.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "base/draw.h"
#include "base/yaml.h"
#include "client/case_yaml.h"
#include "client/dynamics.h"
#include "coach/coach.h"
#include "language/pattern.h"
#include "session/desk.h"
#include "study/talk.h"
#include "voice/acts_yaml.h"
#include "voice/modeled.h"
#include "voice/secrets.h"
#include "voice/typing.h"

namespace attune {
namespace {

constexpr int kFolds = 5;
constexpr std::uint64_t kSeeds = 1;
constexpr int kTurns = 20;

const std::filesystem::path kRoot = ATTUNE_ROOT;

template <class T>
T must(base::Result<T> result) {
  if (result) return *std::move(result);
  std::cerr << result.error().message << '\n';
  std::exit(1);
}

struct World {
  std::unique_ptr<language::Reader> reader = must(language::Reader::open(kRoot / "models"));
  std::unique_ptr<language::Meaning> meaning =
      must(language::Meaning::open(kRoot / "models", kRoot / "content/lexicons"));
  std::unique_ptr<coach::Coach> coach = must(coach::Coach::open(
      {kRoot / "content/suggestions.yaml", kRoot / "content/nudges.yaml"}, *reader, *meaning));
  client::Dynamics dynamics = must(client::load_dynamics(kRoot / "content/dynamics.yaml"));
  voice::Acts acts = must(voice::load_acts(kRoot / "content/acts.yaml"));
  voice::Prompts prompts = must(voice::load_prompts(kRoot / "content/prompts"));
  std::vector<client::Case> cases = must(client::load_cases(kRoot / "content/clients"));
};

int fold_of(const client::Line& line) {
  return static_cast<int>(base::hash("fold " + line.id) % kFolds);
}

client::Case without(const client::Case& person, int fold) {
  client::Case left = person;
  std::erase_if(left.lines, [&](const client::Line& line) { return fold_of(line) == fold; });
  return left;
}

/// One authored turn of a held talk, and what it was to say.
struct Authored {
  voice::Brief brief;
  std::string words;
  int fold = -1;  ///< of its line, when it has one line alone
};

std::vector<Authored> hold(const World& world, const client::Case& person, study::Habit habit,
                           std::uint64_t seed) {
  session::Desk desk(person, world.dynamics, *world.reader, *world.meaning, *world.coach,
                     world.acts);
  const auto supporter = study::make_supporter(habit, *world.coach, seed);
  std::vector<Authored> turns;
  session::Progress progress = session::begin(person);
  for (const auto& event : must(study::hold_talk(desk, *supporter, {seed, kTurns}))) {
    const auto* said = std::get_if<conversation::Said>(&event.body);
    if (said != nullptr && said->speaker == conversation::Speaker::client) {
      Authored one;
      one.brief.intended = progress.intended;
      one.brief.state = progress.standing.state;
      one.brief.disclosed = progress.standing.disclosed;
      one.brief.talk = progress.talk;
      one.brief.used = progress.used;
      one.brief.seed = seed;
      if (progress.heard) one.brief.heard = progress.heard->reading;
      one.words = said->text;
      std::set<int> folds;
      for (const std::string& id : said->lines)
        if (const client::Line* line = person.line(id)) folds.insert(fold_of(*line));
      if (folds.size() == 1) one.fold = *folds.begin();
      turns.push_back(std::move(one));
    }
    session::fold(progress, event);
  }
  return turns;
}

struct Tally {
  int tried = 0, refused = 0;
  std::map<std::string, int> by_fault;

  void add(const tl::expected<voice::Utterance, std::vector<voice::Fault>>& taken) {
    ++tried;
    if (taken) return;
    ++refused;
    for (const auto& fault : taken.error()) ++by_fault[fault.what];
  }
  void add(const Tally& other) {
    tried += other.tried;
    refused += other.refused;
    for (const auto& [what, count] : other.by_fault) by_fault[what] += count;
  }
  void print(const std::string& name) const {
    std::printf("%-10s %6d %5d  %5.2f %%", name.c_str(), tried, refused,
                tried == 0 ? 0 : 100.0 * refused / tried);
    for (const auto& [what, count] : by_fault) std::printf("  %s %d", what.c_str(), count);
    std::printf("\n");
  }
};

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', '/');
  std::ranges::replace(text, '\t', ' ');
  return text;
}

void print_refused(const Authored& one, const client::Case& person, const char* how,
                   const tl::expected<voice::Utterance, std::vector<voice::Fault>>& taken) {
  if (taken) return;
  std::printf("REFUSED\t%s\t%s\t", how, person.id.c_str());
  for (const auto& fault : taken.error()) std::printf("%s ", fault.what.c_str());
  std::printf("\t%s\t%s\n", std::string(name(one.brief.intended.intent)).c_str(),
              on_one_line(one.words).c_str());
}

void judge_authored(const World& world, bool show) {
  Tally all, all_left;
  for (const client::Case& person : world.cases) {
    Tally whole, left;
    const voice::ModeledVoice voice(person, *world.reader, *world.meaning, world.prompts);
    std::vector<client::Case> cases;
    for (int fold = 0; fold < kFolds; ++fold) cases.push_back(without(person, fold));
    std::vector<std::unique_ptr<voice::ModeledVoice>> voices;
    for (const client::Case& some : cases)
      voices.push_back(std::make_unique<voice::ModeledVoice>(some, *world.reader, *world.meaning,
                                                             world.prompts));
    for (const study::Habit habit : study::kHabits)
      for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
        for (const Authored& one : hold(world, person, habit, seed)) {
          const auto taken = voice.take(one.brief, one.words);
          whole.add(taken);
          if (show) print_refused(one, person, "whole", taken);
          if (one.fold < 0) continue;
          const auto judged =
              voices[static_cast<std::size_t>(one.fold)]->take(one.brief, one.words);
          left.add(judged);
          if (show) print_refused(one, person, "left-out", judged);
        }
    whole.print(person.id);
    left.print(" left out");
    all.add(whole);
    all_left.add(left);
  }
  all.print("all");
  all_left.print(" left out");
}

void print_lines(const World& world) {
  for (const client::Case& person : world.cases)
    for (int fold = 0; fold < kFolds; ++fold) {
      const client::Case left = without(person, fold);
      const voice::Secrets secrets(left, *world.meaning);
      for (const client::Line& line : person.lines) {
        if (fold_of(line) != fold || line.intent.starts_with("risk_")) continue;
        voice::Brief brief;
        const std::size_t out = base::hash("out " + line.id) % person.layers.size();
        for (std::size_t i = 0; i < out; ++i) brief.disclosed.insert(person.layers[i].id);
        const auto traces = secrets.traces(voice::text_of(line), brief);
        for (std::size_t i = out; i < traces.size(); ++i) {
          const bool own = line.layer == person.layers[i].id && line.intent != "dodge";
          const bool hidden = !line.layer.empty() && line.intent != "dodge" &&
                              !brief.disclosed.contains(line.layer);
          if (hidden && !own) continue;
          std::printf("%s\t%s\t%s\t%d\t%.4f\t%.4f\t%.4f\t%s\n", person.id.c_str(),
                      line.intent.c_str(), person.layers[i].id.c_str(), own ? 1 : 0, traces[i].own,
                      traces[i].open, traces[i].odds, on_one_line(voice::text_of(line)).c_str());
        }
      }
    }
}

voice::Brief brief_of(const base::yaml::Node& answer, const client::Case& person) {
  voice::Brief brief;
  brief.state = person.start;
  conversation::Intended& intended = brief.intended;
  intended.turn = 4;
  intended.intent = *conversation::intent(answer["intent"].scalar());
  intended.layer = answer["layer"].scalar();
  intended.cue = answer["cue"].scalar();
  intended.trap = answer["trap"].scalar();
  intended.risk = answer["risk"].scalar();
  intended.ending = answer["ending"].scalar();
  if (intended.layer == "LAST") intended.layer = person.layers.back().id;
  if (intended.cue == "FIRST") intended.cue = person.cues.front().id;
  if (intended.trap == "FIRST") intended.trap = person.traps.front().id;
  for (const auto& layer : answer["out"].list()) brief.disclosed.insert(layer.scalar());
  const auto or_else = [](const std::string& text, const char* other) {
    return text.empty() ? std::string(other) : text;
  };
  using conversation::Speaker;
  brief.talk = {{Speaker::client, or_else(answer["said"].scalar(), "hi")},
                {Speaker::supporter, or_else(answer["heard"].scalar(), "How has today been?")}};
  return brief;
}

void judge_refusals(const World& world, bool show) {
  std::ifstream stream(kRoot / "tests/data/refusals.yaml");
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  const auto root = base::yaml::parse(bytes.str());
  if (!root) {
    std::cerr << "tests/data/refusals.yaml: " << root.error().what << '\n';
    std::exit(1);
  }
  struct Caught {
    int tried = 0, refused = 0, named = 0;
  };
  std::map<std::string, Caught> by_fault;
  for (const client::Case& person : world.cases) {
    const voice::ModeledVoice voice(person, *world.reader, *world.meaning, world.prompts);
    for (const auto& answer : (*root)["answers"].list()) {
      const std::string& who = answer["client"].scalar();
      if (who != "all" && who != person.id) continue;
      const voice::Brief brief = brief_of(answer, person);
      const auto taken = voice.take(brief, answer["words"].scalar());
      const std::string& fault = answer["fault"].scalar();
      const bool named = !taken && std::ranges::any_of(taken.error(), [&](const auto& one) {
        return one.what == fault;
      });
      for (const std::string& key : {fault, std::string("all")}) {
        Caught& caught = by_fault[key];
        ++caught.tried;
        caught.refused += taken ? 0 : 1;
        caught.named += named ? 1 : 0;
      }
      if (show && !named)
        std::printf("%s\t%s\t%s\t%s\n", taken ? "MISSED" : "OTHERWISE", person.id.c_str(),
                    fault.c_str(), on_one_line(answer["words"].scalar()).c_str());
    }
  }
  for (const auto& [fault, caught] : by_fault)
    std::printf("%-10s %5d tried  %5.1f %% refused  %5.1f %% for that fault\n", fault.c_str(),
                caught.tried, 100.0 * caught.refused / caught.tried,
                100.0 * caught.named / caught.tried);
}

/// What one client is given to say, and its words in any order, to who knows the other eleven.
void judge_babble(const World& world) {
  std::map<std::size_t, std::array<int, 3>> by_length;  // lines, found babble, found when shuffled
  for (const client::Case& person : world.cases) {
    voice::Usage others;
    for (const client::Case& other : world.cases)
      if (other.id != person.id)
        for (const client::Line& line : other.lines) others.add(voice::text_of(line));
    for (const client::Line& line : person.lines) {
      const std::string text = voice::text_of(line);
      std::vector<std::string> words = language::wording(text).words;
      std::string shuffled;
      for (std::size_t left = words.size(), i = 0; left > 0; --left, ++i) {
        std::swap(words[i], words[i + base::draw_index(base::hash(line.id), i, "order", left)]);
        shuffled += words[i] + " ";
      }
      auto& [lines, found, caught] = by_length[std::min<std::size_t>(words.size() / 5 * 5, 15)];
      ++lines;
      found += others.is_babble(text) ? 1 : 0;
      caught += others.is_babble(shuffled) ? 1 : 0;
    }
  }
  for (const auto& [words, count] : by_length)
    std::printf("of %2zu words and more: %5d lines, %5.2f %% read as babble, %5.1f %% shuffled\n",
                words, count[0], 100.0 * count[1] / count[0], 100.0 * count[2] / count[0]);
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  const std::set<std::string> asked(argv + 1, argv + argc);
  const attune::World world;
  if (asked.contains("--lines")) {
    attune::print_lines(world);
    return 0;
  }
  if (asked.contains("--babble")) {
    attune::judge_babble(world);
    return 0;
  }
  attune::judge_refusals(world, asked.contains("--missed"));
  if (!asked.contains("--answers")) attune::judge_authored(world, asked.contains("--refused"));
  return 0;
}
