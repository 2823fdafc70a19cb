#include "study/real_talks.h"

#include <algorithm>

#include "corpus/annomi.h"
#include "corpus/transcript.h"

namespace attune::study {
namespace {

using Talk = std::vector<conversation::Turn>;

base::Result<std::vector<Talk>> load(const std::filesystem::path& file) {
  auto transcripts = corpus::read_transcripts(file);
  if (!transcripts) return tl::unexpected(transcripts.error());
  std::vector<Talk> talks;
  for (corpus::Transcript& transcript : *transcripts) {
    for (conversation::Turn& turn : transcript.turns)
      std::replace(turn.text.begin(), turn.text.end(), '\n', ' ');
    talks.push_back(std::move(transcript.turns));
  }
  return talks;
}

base::Result<std::vector<Talk>> load_annomi(const std::filesystem::path& data) {
  const auto coded = corpus::load_annomi_talks(data);
  if (!coded) return tl::unexpected(coded.error());
  std::vector<Talk> talks;
  for (const corpus::AnnomiTalk& talk : *coded)
    if (talk.high) talks.push_back(talk.turns);
  return talks;
}

}  // namespace

base::Result<std::vector<RealTalks>> load_real_talks(const std::filesystem::path& data) {
  auto kept = load(data / "esconv" / "esconv.jsonl.gz");
  if (!kept) return tl::unexpected(kept.error());
  auto failed = load(data / "esconv" / "failed-esconv.jsonl");
  if (!failed) return tl::unexpected(failed.error());
  auto mibot = load(data / "mibot" / "transcripts.jsonl");
  if (!mibot) return tl::unexpected(mibot.error());
  auto annomi = load_annomi(data);
  if (!annomi) return tl::unexpected(annomi.error());
  return std::vector<RealTalks>{{"ESConv, kept", *std::move(kept)},
                                {"ESConv, failed", *std::move(failed)},
                                {"MIBot", *std::move(mibot)},
                                {"AnnoMI, high quality", *std::move(annomi)}};
}

}  // namespace attune::study
