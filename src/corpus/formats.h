#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "conversation/event.h"
#include "corpus/scribe.h"

/// The formats that a transcript may have; `read_transcripts` chooses among them.
namespace attune::corpus {

/// Fields by which files name the same thing, the first that is there counts.
inline constexpr const char* kWho[] = {"speaker", "role", "interlocutor", "author"};
inline constexpr const char* kWords[] = {"text", "content", "utterance_text", "utterance"};
inline constexpr const char* kTalk[] = {"conversation", "conversation_id", "transcript_id", "talk",
                                        "session"};
inline constexpr const char* kTitle[] = {"title", "topic", "problem_type"};

/// Talks in JSON: one value a line, or the whole file one value.
[[nodiscard]] base::Result<void> scribe_json(const std::string& bytes, const std::string& file,
                                             Scribe& scribe);

/// Talks in a table with a header row, one message a row; of rows with the same talk and
/// `utterance_id`, which several coders give, the first.
[[nodiscard]] base::Result<void> scribe_table(const std::string& bytes, const std::string& file,
                                              Scribe& scribe);

/// True when the bytes begin with an event of Attune's own log.
[[nodiscard]] bool is_event_log(const std::string& bytes);

/// The events of Attune's own logs: JSON lines as `attune chat --save`, `attune play` and `attune
/// simulate` write them, or what the server gives under /api/sessions/ID/events. A new log begins
/// with each `opened`. The error names the file and the event.
[[nodiscard]] base::Result<std::vector<std::vector<conversation::Event>>> read_event_logs(
    const std::string& bytes, const std::string& file);

}  // namespace attune::corpus
