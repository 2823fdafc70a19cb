#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <sstream>

#include "language/corpora.h"
#include "language/table_file.h"

namespace attune::language {
namespace {

using Json = nlohmann::json;

base::Error not_json(const std::filesystem::path& file) {
  return {base::Code::invalid, "reading " + file.string() + ": not the JSON that it should be"};
}

// Number of a fine emotion → its Ekman emotion.
base::Result<std::vector<conversation::Emotion>> load_mapping(const std::filesystem::path& folder) {
  const auto names = read_file(folder / "labels.txt");
  if (!names) return tl::unexpected(names.error());
  const auto text = read_file(folder / "ekman.json");
  if (!text) return tl::unexpected(text.error());
  const Json groups = Json::parse(*text, nullptr, false);
  if (!groups.is_object()) return tl::unexpected(not_json(folder / "ekman.json"));
  std::map<std::string, conversation::Emotion> ekman;
  for (const auto& [group, members] : groups.items()) {
    const auto emotion = conversation::emotion(group == "joy" ? "happiness" : group);
    if (!emotion) return tl::unexpected(not_json(folder / "ekman.json"));
    for (const auto& member : members) ekman[member.get<std::string>()] = *emotion;
  }
  std::vector<conversation::Emotion> mapping;
  std::istringstream lines(*names);
  for (std::string name; std::getline(lines, name);) mapping.push_back(ekman[name]);
  return mapping;
}

base::Result<std::vector<EmotionExample>> load_comments(
    const std::filesystem::path& file, const std::vector<conversation::Emotion>& mapping) {
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::vector<EmotionExample> examples;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find('\t');
    if (first == line.npos) continue;
    EmotionExample example{line.substr(0, first), {}, {}};
    std::istringstream labels(line.substr(first + 1, line.find('\t', first + 1) - first - 1));
    for (std::string label; std::getline(labels, label, ',');) {
      const auto number = static_cast<std::size_t>(std::atoi(label.c_str()));
      if (number >= mapping.size()) continue;
      example.fine.push_back(number);
      example.emotions[static_cast<std::size_t>(mapping[number])] = true;
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

base::Result<void> add_column(const std::filesystem::path& file, const std::string& column,
                              std::vector<std::string>& texts) {
  const auto table = Table::read_csv(file);
  if (!table) return tl::unexpected(table.error());
  const std::string* last = nullptr;
  for (std::size_t i = 0; i < table->size(); ++i) {
    const std::string& text = table->at(i, column);
    if (last == nullptr || text != *last) texts.push_back(text);
    last = &text;
  }
  return {};
}

base::Result<void> add_mibot(const std::filesystem::path& file, std::vector<std::string>& texts) {
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    const Json talk = Json::parse(line, nullptr, false);
    if (!talk.is_object() || !talk.contains("utterances")) return tl::unexpected(not_json(file));
    for (const auto& said : talk["utterances"]) texts.push_back(said.value("text", ""));
  }
  return {};
}

}  // namespace

base::Result<EmotionData> load_goemotions(const std::filesystem::path& data) {
  const auto folder = data / "goemotions";
  const auto mapping = load_mapping(folder);
  if (!mapping) return tl::unexpected(mapping.error());
  auto train = load_comments(folder / "train.tsv.gz", *mapping);
  if (!train) return tl::unexpected(train.error());
  auto dev = load_comments(folder / "dev.tsv", *mapping);
  if (!dev) return tl::unexpected(dev.error());
  return EmotionData{std::move(*train), std::move(*dev)};
}

base::Result<std::vector<TalkExample>> load_mibot_talk(const std::filesystem::path& data) {
  const auto file = data / "mibot" / "transcripts.jsonl";
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::vector<TalkExample> examples;
  std::istringstream lines(*text);
  int transcript = 0;
  for (std::string line; std::getline(lines, line); ++transcript) {
    const Json talk = Json::parse(line, nullptr, false);
    if (!talk.is_object() || !talk.contains("utterances")) return tl::unexpected(not_json(file));
    std::vector<conversation::Turn> before;
    for (const auto& said : talk["utterances"]) {
      const std::string words = said.value("text", "");
      if (said.value("speaker", "") != "client") {
        before.push_back({conversation::Speaker::supporter, words});
        continue;
      }
      const std::string label = said.value("auto_misc_label", "");
      const conversation::Talk found = label == "C"   ? conversation::Talk::change
                                       : label == "S" ? conversation::Talk::sustain
                                                      : conversation::Talk::neutral;
      examples.push_back({words, before, found, transcript, kSeveralCoders});
      before.push_back({conversation::Speaker::client, words});
    }
  }
  return examples;
}

base::Result<std::vector<std::string>> load_texts(const std::filesystem::path& data) {
  std::vector<std::string> texts;
  const auto comments = load_goemotions(data);
  if (!comments) return tl::unexpected(comments.error());
  for (const auto& example : comments->train) texts.push_back(example.text);
  const std::pair<const char*, const char*> columns[] = {
      {"emobank/train-dev.csv", "text"},
      {"annomi/annomi-simple.csv", "utterance_text"},
      {"counsel-chat/counsel-chat.csv", "question"},
      {"counsel-chat/counsel-chat.csv", "answer"},
      {"llms-as-therapists/responses.csv", "stimulus"},
      {"llms-as-therapists/responses.csv", "response"}};
  for (const auto& [file, column] : columns) {
    if (auto added = add_column(data / file, column, texts); !added) {
      return tl::unexpected(added.error());
    }
  }
  if (auto added = add_mibot(data / "mibot" / "transcripts.jsonl", texts); !added) {
    return tl::unexpected(added.error());
  }
  return texts;
}

}  // namespace attune::language
