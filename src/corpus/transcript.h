#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/event.h"

namespace attune::corpus {

/// A talk from a file.
struct Transcript {
  std::string id;     ///< as the file has it, or its number among the file's talks, from 1
  std::string title;  ///< what the file says that it is about, or ""
  /// What one speaker says in a row is one turn, its messages separated by '\n'. Well-formed UTF-8
  /// without control characters; no turn is empty.
  std::vector<conversation::Turn> turns;
  std::string note;  ///< what was passed over in reading it, as a sentence; or ""
  std::vector<conversation::Event> events;  ///< of Attune's own log, all; else empty
};

struct ReadOptions {
  /// What the file calls the client, whatever its letters' case; the one other speaker is the
  /// supporter. "" means by the names that docs/formats/transcript.md lists.
  std::string client;
};

/// Every talk in a file, in order, at least one. Which of the formats of docs/formats/transcript.md
/// it has is told by its content; it may be packed with gzip.
///
/// `invalid` names the file, the line and what would mend it. Speakers that nobody knows are
/// refused with their names; no words of the talk stand in an error.
[[nodiscard]] base::Result<std::vector<Transcript>> read_transcripts(
    const std::filesystem::path& file, const ReadOptions& options = {});

/// The same of a text; `name` stands for the file in errors.
[[nodiscard]] base::Result<std::vector<Transcript>> parse_transcripts(
    const std::string& text, const std::string& name, const ReadOptions& options = {});

}  // namespace attune::corpus
