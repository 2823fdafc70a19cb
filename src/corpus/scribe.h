#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/transcript.h"

namespace attune::corpus {

/// Where in a file something stands: "line 3", "row 12"; for errors.
using Place = std::string;

/// Writes down talks message by message, whatever file they come from, and tells at the end who
/// the client was.
class Scribe {
 public:
  explicit Scribe(ReadOptions options) : options_(std::move(options)) {}

  /// What tells a talk from the one before: plainly another, or no more than another id.
  enum class Apart { plainly, by_id };

  /// The next talk; "" for an `id` that the file does not give.
  void begin(std::string id, std::string title, Apart apart = Apart::plainly);

  /// One message of the talk that was begun last. Without words it is passed over and counted, and
  /// so are instructions ("system").
  void say(std::string_view who, std::string_view words, const Place& place);

  [[nodiscard]] bool has_begun() const { return !talks_.empty(); }

  /// Joins talks that stand apart by their ids alone: for files whose ids were those of messages.
  void join();

  /// The talks; `invalid` with the names of speakers who may be either, or when nobody spoke.
  [[nodiscard]] base::Result<std::vector<Transcript>> finish(const std::string& file) &&;

 private:
  struct Message {
    std::string who;  ///< plain
    std::string words;
    Place place;
  };
  struct Talk {
    std::string id, title;
    Apart apart = Apart::plainly;
    std::vector<Message> messages;
    int empty = 0, instructions = 0;
  };
  [[nodiscard]] base::Result<conversation::Speaker> speaker(const Talk& talk,
                                                            const Message& message,
                                                            const std::string& file) const;
  [[nodiscard]] base::Error refusal(const Talk& talk, const Message& message,
                                    const std::string& file) const;

  ReadOptions options_;
  std::vector<Talk> talks_;
};

}  // namespace attune::corpus
