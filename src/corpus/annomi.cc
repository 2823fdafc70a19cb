#include "corpus/annomi.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/table_file.h"

namespace attune::corpus {
namespace {

using conversation::Speaker;

constexpr std::array<std::string_view, 4> kCodes{"question", "reflection", "therapist_input",
                                                 "other"};

/// "question+other" and "reflection" are "question+reflection+other".
std::string joined(const std::string& codes, const std::string& more) {
  std::string all;
  for (const std::string_view code : kCodes)
    if (codes.find(code) != std::string::npos || more == code)
      all.append(all.empty() ? "" : "+").append(code);
  return all;
}

/// Adds an utterance to a talk.
class Scribe {
 public:
  void add(AnnomiTalk& talk, Speaker speaker, const std::string& text, const std::string& code) {
    if (talk.turns.empty() || talk.turns.back().speaker != speaker) {
      talk.turns.push_back({speaker, text});
      talk.codes.emplace_back();
    } else {
      talk.turns.back().text += " " + text;
    }
    if (speaker == Speaker::client) return;
    talk.codes.back() = joined(talk.codes.back(), code);
    reflections_ += code == "reflection" ? 1 : 0;
    utterances_ += 1;
  }

  /// Ends a talk.
  void close(AnnomiTalk& talk) {
    talk.reflections = reflections_ / std::max(1.0, utterances_);
    reflections_ = utterances_ = 0;
  }

 private:
  double reflections_ = 0, utterances_ = 0;
};

}  // namespace

base::Result<std::vector<AnnomiTalk>> load_annomi_talks(const std::filesystem::path& data) {
  const auto table = language::Table::read_csv(data / "annomi" / "annomi-simple.csv");
  if (!table) return tl::unexpected(table.error());
  std::vector<AnnomiTalk> talks;
  Scribe scribe;
  for (std::size_t row = 0; row < table->size(); ++row) {
    const std::string& id = table->at(row, "transcript_id");
    if (talks.empty() || talks.back().id != id) {
      if (!talks.empty()) scribe.close(talks.back());
      talks.push_back({id, table->at(row, "mi_quality") == "high", {}, {}, 0});
    }
    const bool client = table->at(row, "interlocutor") == "client";
    scribe.add(talks.back(), client ? Speaker::client : Speaker::supporter,
               table->at(row, "utterance_text"), table->at(row, "main_therapist_behaviour"));
  }
  if (!talks.empty()) scribe.close(talks.back());
  return talks;
}

}  // namespace attune::corpus
