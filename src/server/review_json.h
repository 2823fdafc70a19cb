#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/deidentify.h"
#include "review/agreement_report.h"
#include "review/batch_ratings.h"
#include "review/disagree.h"
#include "review/queue.h"
#include "server/review.h"

/// The JSON of /api/review. No error quotes what came in.
namespace attune::server {

/// A form as a page sends it.
struct Filled {
  review::Form form;
  std::vector<std::string> left_out;  ///< items left out on purpose
};
[[nodiscard]] base::Result<Filled> read_filled(std::string_view body);
[[nodiscard]] std::string filled_json(const Filled& filled);

/// A pair's form: as it is shown, left negative.
struct Shown {
  std::optional<int> preferred;
  std::string reason;
  double seconds = 0;
};
[[nodiscard]] base::Result<Shown> read_choice(std::string_view body);
[[nodiscard]] std::string choice_json(const Shown& choice);

/// What is asked for; without id and seed.
[[nodiscard]] base::Result<review::Batch> read_batch(std::string_view body);
/// Without who settled it and when.
[[nodiscard]] base::Result<review::Settled> read_settled(std::string_view body);

struct ImportWish {
  std::string basis, note;
  std::string text;    ///< a file's content (docs/formats/transcript.md)
  std::string client;  ///< what the file calls the client; "" by known names
  bool preview = true;
};
[[nodiscard]] base::Result<ImportWish> read_import(std::string_view body);

/// A talk from outside with what was replaced in it.
struct Imported {
  std::string talk;
  corpus::Deidentified words;
};
enum class Words { shown, kept_back };
[[nodiscard]] std::string imported_json(const std::vector<Imported>& talks, Words words);

[[nodiscard]] std::string instruments_json(
    const std::map<std::string, review::Instrument>& instruments);

struct Queued {
  review::Task task;
  std::string_view state = "open";
  bool simulated = false;
  int turns = 0;
};
[[nodiscard]] std::string queue_json(const review::Book& book, const std::vector<Queued>& queue);

struct TaskPage {
  const review::Task& task;
  const std::vector<std::string>& instruments;
  std::vector<conversation::Turn> left = {}, right = {};
  std::string draft = {};  ///< JSON; "" none
  std::string_view state = "open";
};
[[nodiscard]] std::string task_json(const TaskPage& page);

/// Newest first; pairs as they were shown.
[[nodiscard]] std::string own_ratings_json(const review::Shelf& shelf, const std::string& rater);

[[nodiscard]] std::string talks_json(const review::Shelf& shelf);
[[nodiscard]] std::string raters_json(const std::vector<Colleague>& raters);
[[nodiscard]] std::string batch_json(const std::string& id);
[[nodiscard]] std::string batches_json(const review::Shelf& shelf,
                                       const std::vector<Colleague>& raters);

struct Differing {
  const review::Disagreement& about;
  std::string words;  ///< the reply; "" of the whole talk
};
/// `more`: how many there are beside these.
[[nodiscard]] std::string disagreements_json(const std::vector<Differing>& items, std::size_t more);

[[nodiscard]] std::string agreement_json(const review::AgreementReport& report,
                                         const review::Sliced& slice);

}  // namespace attune::server
