#include "study/coded_talks.h"

#include <array>
#include <cstdlib>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "language/table_file.h"

namespace attune::study {
namespace {

using conversation::Speaker;
using conversation::Talk;
using Json = nlohmann::json;

/// Joins what one speaker says in a row. Of change and sustain talk in it, what was said last
/// stands.
void add(CodedTalk& talk, CodedTurn turn) {
  if (talk.turns.empty() || talk.turns.back().turn.speaker != turn.turn.speaker) {
    talk.turns.push_back(std::move(turn));
    return;
  }
  CodedTurn& last = talk.turns.back();
  last.turn.text += " " + turn.turn.text;
  last.codes.merge(turn.codes);
  if (turn.talk && (!last.talk || *turn.talk != Talk::neutral)) last.talk = turn.talk;
}

/// The votes of the coders of one utterance.
class Votes {
 public:
  void take(const std::string& column, const std::string& vote) { ++votes_[column][vote]; }

  [[nodiscard]] std::string most(const std::string& column) const {
    std::string best;
    int votes = 0;
    for (const auto& [vote, count] : votes_.at(column)) {
      if (count > votes) best = vote;
      votes = std::max(votes, count);
    }
    return best;
  }

 private:
  std::map<std::string, std::map<std::string, int>> votes_;
};

constexpr std::array kColumns{"client_talk_type", "question_subtype", "reflection_subtype",
                              "therapist_input_subtype"};

CodedTurn annomi_turn(const language::Table& table, std::size_t row, const Votes& votes) {
  const bool client = table.at(row, "interlocutor") == "client";
  CodedTurn turn{
      {client ? Speaker::client : Speaker::supporter, table.at(row, "utterance_text")}, {}, {}};
  if (client) {
    turn.talk = conversation::talk(votes.most("client_talk_type"));
    return turn;
  }
  const auto note = [&](const char* column, const std::string& kind) {
    const std::string code = votes.most(column);
    if (code != "n/a" && !code.empty()) turn.codes.insert(code + kind);
  };
  note("question_subtype", " question");
  note("reflection_subtype", " reflection");
  note("therapist_input_subtype", "");
  return turn;
}

base::Result<CodedTalks> load_annomi(const std::filesystem::path& file) {
  const auto table = language::Table::read_csv(file);
  if (!table) return tl::unexpected(table.error());
  // Rows of one utterance may stand apart, a coder after the other.
  std::map<std::pair<int, int>, std::pair<std::size_t, Votes>> utterances;
  for (std::size_t row = 0; row < table->size(); ++row) {
    const std::pair at{std::atoi(table->at(row, "transcript_id").c_str()),
                       std::atoi(table->at(row, "utterance_id").c_str())};
    Votes& votes = utterances.try_emplace(at, row, Votes{}).first->second.second;
    for (const char* column : kColumns) votes.take(column, table->at(row, column));
  }
  CodedTalks annomi{"AnnoMI", "people (majority)", {}};
  int last = -1;
  for (const auto& [at, utterance] : utterances) {
    const auto& [row, votes] = utterance;
    if (at.first != last) annomi.talks.push_back({table->at(row, "mi_quality") == "high", {}, {}});
    last = at.first;
    add(annomi.talks.back(), annomi_turn(*table, row, votes));
  }
  return annomi;
}

base::Result<std::vector<Json>> load_lines(const std::filesystem::path& file,
                                           const char* messages) {
  const auto text = language::read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::vector<Json> all;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains(messages))
      return base::fail(base::Code::invalid,
                        file.string() + ": not the talks that docs/data.md names");
    all.push_back(std::move(json));
  }
  return all;
}

base::Result<CodedTalks> load_mibot(const std::filesystem::path& file) {
  static const std::map<std::string, std::string> kCodes{{"R", "reflection"},
                                                         {"Q", "question"},
                                                         {"MICO", "other, consistent with MI"},
                                                         {"MIIN", "inconsistent with MI"}};
  static const std::map<std::string, Talk> kTalk{
      {"C", Talk::change}, {"S", Talk::sustain}, {"N", Talk::neutral}};
  const auto lines = load_lines(file, "utterances");
  if (!lines) return tl::unexpected(lines.error());
  CodedTalks mibot{"MIBot", "a language model", {}};
  for (const Json& line : *lines) {
    CodedTalk& talk = mibot.talks.emplace_back();
    for (const Json& said : line["utterances"]) {
      const bool client = said.value("speaker", "") == "client";
      const std::string label = said.value("auto_misc_label", "");
      CodedTurn turn{
          {client ? Speaker::client : Speaker::supporter, said.value("text", "")}, {}, {}};
      if (client && kTalk.contains(label)) turn.talk = kTalk.at(label);
      if (!client && kCodes.contains(label)) turn.codes.insert(kCodes.at(label));
      add(talk, std::move(turn));
    }
  }
  return mibot;
}

/// The same strategy has several names in the two files.
std::string strategy(const std::string& name) {
  static const std::map<std::string, std::string> kNames{
      {"Question", "question"},
      {"Questions", "question"},
      {"Restatement or Paraphrasing", "restatement"},
      {"Restatement", "restatement"},
      {"Reflection of feelings", "reflection of feelings"},
      {"Self-disclosure", "self-disclosure"},
      {"Affirmation and Reassurance", "reassurance"},
      {"Approval and Reassurance", "reassurance"},
      {"Providing Suggestions", "suggestions"},
      {"Direct Guidance", "suggestions"},
      {"Information", "information"}};
  const auto found = kNames.find(name);
  return found == kNames.end() ? "" : found->second;
}

Scores scores_of(const Json& json) {
  Scores scores;
  if (!json.contains("survey_score") || !json["survey_score"].contains("seeker")) return scores;
  const Json& seeker = json["survey_score"]["seeker"];
  const auto read = [&](const char* name) -> std::optional<double> {
    const double value = std::atof(seeker.value(name, "").c_str());
    return value >= 1 && value <= 5 ? std::optional(value) : std::nullopt;
  };
  return {read("initial_emotion_intensity"), read("final_emotion_intensity"), read("empathy"),
          read("relevance")};
}

base::Result<void> load_esconv(const std::filesystem::path& file, bool kept, CodedTalks& esconv) {
  const auto lines = load_lines(file, "dialog");
  if (!lines) return tl::unexpected(lines.error());
  for (const Json& line : *lines) {
    CodedTalk& talk = esconv.talks.emplace_back();
    talk.good = kept;
    talk.scores = scores_of(line);
    for (const Json& said : line["dialog"]) {
      const bool client = said.value("speaker", "") == "seeker";
      CodedTurn turn{
          {client ? Speaker::client : Speaker::supporter, said.value("text", "")}, {}, {}};
      const Json name = said.value("strategy", Json());
      const std::string code = strategy(name.is_string() ? name.get<std::string>() : "");
      if (!client && !code.empty()) turn.codes.insert(code);
      add(talk, std::move(turn));
    }
  }
  return {};
}

}  // namespace

base::Result<std::vector<CodedTalks>> load_coded_talks(const std::filesystem::path& data) {
  auto annomi = load_annomi(data / "annomi" / "annomi-full.csv.gz");
  if (!annomi) return tl::unexpected(annomi.error());
  auto mibot = load_mibot(data / "mibot" / "transcripts.jsonl");
  if (!mibot) return tl::unexpected(mibot.error());
  CodedTalks esconv{"ESConv", "the supporters themselves", {}};
  if (auto kept = load_esconv(data / "esconv" / "esconv.jsonl.gz", true, esconv); !kept)
    return tl::unexpected(kept.error());
  if (auto failed = load_esconv(data / "esconv" / "failed-esconv.jsonl", false, esconv); !failed)
    return tl::unexpected(failed.error());
  return std::vector<CodedTalks>{*std::move(annomi), *std::move(mibot), std::move(esconv)};
}

}  // namespace attune::study
