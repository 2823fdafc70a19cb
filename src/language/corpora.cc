#include "language/corpora.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "language/earlier.h"
#include "language/table_file.h"

namespace attune::language {
namespace {

using conversation::MainSkill;
using conversation::Speaker;
using conversation::Turn;

// Votes of the coders who saw one turn.
struct Votes {
  std::map<std::string, int> talk, main, question, reflection, input;
  std::map<std::string, int> open, complex, advises;
  std::string text;
  bool therapist = false;
  std::uint32_t coder = kSeveralCoders;
  int coders = 0;
};

const std::string& most(const std::map<std::string, int>& votes) {
  static const std::string none;
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() ? none : best->first;
}

bool is_true(const std::map<std::string, int>& votes) {
  return most(votes) == "True";
}

void vote(const Table& table, std::size_t row, Votes& votes) {
  const auto coder = static_cast<std::uint32_t>(std::atoi(table.at(row, "annotator_id").c_str()));
  votes.coder = ++votes.coders == 1 ? std::min(coder, kSeveralCoders) : kSeveralCoders;
  votes.text = table.at(row, "utterance_text");
  votes.therapist = table.at(row, "interlocutor") == "therapist";
  ++votes.talk[table.at(row, "client_talk_type")];
  ++votes.main[table.at(row, "main_therapist_behaviour")];
  ++votes.question[table.at(row, "question_exists")];
  ++votes.reflection[table.at(row, "reflection_exists")];
  ++votes.input[table.at(row, "therapist_input_exists")];
  const auto sub = [&](const std::string& column, std::map<std::string, int>& into) {
    if (const auto& value = table.at(row, column); value != "n/a") ++into[value];
  };
  sub("question_subtype", votes.open);
  sub("reflection_subtype", votes.complex);
  sub("therapist_input_subtype", votes.advises);
}

MainSkill main_of(const std::string& name) {
  if (name == "question") return MainSkill::question;
  if (name == "reflection") return MainSkill::reflection;
  return name == "therapist_input" ? MainSkill::input : MainSkill::other;
}

SkillExample example_from(const Votes& votes, int transcript) {
  SkillExample example;
  example.text = votes.text;
  example.transcript = transcript;
  example.coder = votes.coder;
  example.main = main_of(most(votes.main));
  example.question = is_true(votes.question);
  example.reflection = is_true(votes.reflection);
  example.input = is_true(votes.input);
  if (example.question && !votes.open.empty()) example.open = most(votes.open) == "open";
  if (example.reflection && !votes.complex.empty()) {
    example.complex = most(votes.complex) == "complex";
  }
  const std::string& input = most(votes.advises);
  if (example.input && input != "negotiation" && !input.empty()) {
    example.advises = input != "information";
  }
  return example;
}

void put_first(const std::string& text, std::vector<std::string>& earlier) {
  earlier.insert(earlier.begin(), text);
  if (earlier.size() > kEarlier) earlier.pop_back();
}

std::vector<SkillExample> examples_from(const std::map<std::pair<int, int>, Votes>& turns) {
  std::vector<SkillExample> examples;
  std::vector<std::string> earlier;
  int transcript = -1;
  for (const auto& [place, votes] : turns) {
    if (place.first != transcript) earlier.clear();
    transcript = place.first;
    if (!votes.therapist) {
      put_first(votes.text, earlier);
      continue;
    }
    examples.push_back(example_from(votes, transcript));
    if (!earlier.empty()) examples.back().client = earlier.front();
    examples.back().earlier = earlier;
  }
  return examples;
}

using Turns = std::map<std::pair<int, int>, Votes>;

base::Result<Turns> load_turns(const std::filesystem::path& data) {
  const auto table = Table::read_csv(data / "annomi" / "annomi-full.csv.gz");
  if (!table) return tl::unexpected(table.error());
  Turns turns;
  for (std::size_t i = 0; i < table->size(); ++i) {
    const int transcript = std::atoi(table->at(i, "transcript_id").c_str());
    const int utterance = std::atoi(table->at(i, "utterance_id").c_str());
    vote(*table, i, turns[{transcript, utterance}]);
  }
  return turns;
}

}  // namespace

base::Result<std::vector<AffectExample>> load_emobank(const std::filesystem::path& data) {
  const auto table = Table::read_csv(data / "emobank" / "train-dev.csv");
  if (!table) return tl::unexpected(table.error());
  std::vector<AffectExample> examples;
  for (std::size_t i = 0; i < table->size(); ++i) {
    if (table->at(i, "text").empty()) continue;
    const auto scaled = [&](const std::string& column) {
      return (std::strtod(table->at(i, column).c_str(), nullptr) - 3) / 2;
    };
    examples.push_back(
        {table->at(i, "text"), scaled("V"), scaled("A"), table->at(i, "split") == "dev"});
  }
  return examples;
}

base::Result<std::vector<SkillExample>> load_annomi(const std::filesystem::path& data) {
  const auto turns = load_turns(data);
  if (!turns) return tl::unexpected(turns.error());
  return examples_from(*turns);
}

base::Result<std::vector<TalkExample>> load_annomi_talk(const std::filesystem::path& data) {
  const auto turns = load_turns(data);
  if (!turns) return tl::unexpected(turns.error());
  std::vector<TalkExample> examples;
  std::vector<Turn> before;
  int transcript = -1;
  for (const auto& [place, votes] : *turns) {
    if (place.first != transcript) before.clear();
    transcript = place.first;
    const auto talk = conversation::talk(most(votes.talk));
    if (talk && !votes.therapist)
      examples.push_back({votes.text, before, *talk, transcript, votes.coder});
    before.push_back({votes.therapist ? Speaker::supporter : Speaker::client, votes.text});
  }
  return examples;
}

std::vector<std::string> text_sources() {
  return {"GoEmotions (Apache-2.0)",
          "EmoBank (CC BY-SA 4.0)",
          "MIBot (Mahmood et al., ACL 2025 Findings; CC BY-SA 4.0)",
          "AnnoMI (none stated, open research data)",
          "counsel-chat (MIT)",
          "llms-as-therapists (Moore et al., FAccT 2025; MIT)"};
}

}  // namespace attune::language
