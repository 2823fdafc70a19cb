#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "language/table_file.h"
#include "study/annomi.h"
#include "study/real_talks.h"

namespace attune::study {
namespace {

using conversation::Speaker;
using conversation::Turn;
using Json = nlohmann::json;
using Talk = std::vector<Turn>;

void add(Talk& talk, Speaker speaker, const std::string& text) {
  if (!talk.empty() && talk.back().speaker == speaker)
    talk.back().text += " " + text;
  else
    talk.push_back({speaker, text});
}

/// Where a set keeps a talk's messages, and what it calls the client.
struct Shape {
  const char* messages;
  const char* client;
};

base::Result<std::vector<Talk>> load_lines(const std::filesystem::path& file, const Shape& shape) {
  const auto text = language::read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::vector<Talk> talks;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains(shape.messages))
      return base::fail(base::Code::invalid,
                        file.string() + ": not the talks that docs/data.md names");
    Talk talk;
    for (const Json& message : json[shape.messages])
      add(talk, message.value("speaker", "") == shape.client ? Speaker::client : Speaker::supporter,
          message.value("text", ""));
    talks.push_back(std::move(talk));
  }
  return talks;
}

base::Result<std::vector<Talk>> load_annomi(const std::filesystem::path& data) {
  const auto coded = load_annomi_talks(data);
  if (!coded) return tl::unexpected(coded.error());
  std::vector<Talk> talks;
  for (const AnnomiTalk& talk : *coded)
    if (talk.high) talks.push_back(talk.turns);
  return talks;
}

}  // namespace

base::Result<std::vector<RealTalks>> load_real_talks(const std::filesystem::path& data) {
  constexpr Shape kEsconv{"dialog", "seeker"}, kMibot{"utterances", "client"};
  auto kept = load_lines(data / "esconv" / "esconv.jsonl.gz", kEsconv);
  if (!kept) return tl::unexpected(kept.error());
  auto failed = load_lines(data / "esconv" / "failed-esconv.jsonl", kEsconv);
  if (!failed) return tl::unexpected(failed.error());
  auto mibot = load_lines(data / "mibot" / "transcripts.jsonl", kMibot);
  if (!mibot) return tl::unexpected(mibot.error());
  auto annomi = load_annomi(data);
  if (!annomi) return tl::unexpected(annomi.error());
  return std::vector<RealTalks>{{"ESConv, kept", *std::move(kept)},
                                {"ESConv, failed", *std::move(failed)},
                                {"MIBot", *std::move(mibot)},
                                {"AnnoMI, high quality", *std::move(annomi)}};
}

}  // namespace attune::study
