#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/reach.h"
#include "study/bulk.h"
#include "study/demo.h"

/// One function a subcommand; each file of its own. They print results on standard output, progress
/// on standard error, and return what went wrong for `main` to print and to turn into an exit code.
namespace attune::cli {

struct ServeOptions;

struct TalkOptions {
  std::string case_id;
  std::uint64_t seed = 1;
  ReachOptions reach;          ///< of `chat` alone, as is
  std::filesystem::path save;  ///< file for the talk's events; empty: none
};

struct EgressOptions {
  std::filesystem::path data;  ///< empty means `default_data()`
  std::size_t last = 50;       ///< requests to show; the totals are of all
};

struct NewCaseOptions {
  std::string id, name;
  std::filesystem::path story;  ///< a text file; empty: none yet
  ReachOptions reach;           ///< with a model the case is drafted
};

struct PreviewOptions {
  std::filesystem::path file;
  std::uint64_t seed = 1;
  std::optional<double> trust, guard, distress;  ///< at the beginning; else as the case says
  std::vector<std::string> told;                 ///< layers that are out already
  std::filesystem::path save;                    ///< file for the talk's events; empty: none
};

struct CommentOptions {
  std::string person;          ///< a client's id, or a case file
  std::filesystem::path talk;  ///< as `read_talk_file` takes it
  int turn = 0;                ///< whose reply is commented on; 0: the opening
  std::string id, principle, by;
  std::vector<std::string> never, replies;
};

struct CardOptions {
  std::string case_id;
  std::filesystem::path data;  ///< of the public sets; empty: without real people beside
};

/// Of a debrief: what it is printed as.
enum class Format { by_name, text, json, html };

struct DebriefOptions {
  std::filesystem::path file;       ///< docs/formats/transcript.md
  Format format = Format::by_name;  ///< by the ending of `out`: .html, .json; else text
  std::filesystem::path out;        ///< empty: standard output
  std::string case_id;  ///< lends a transcript name and pronouns; of a log: instead of its own
  std::string talk;     ///< id or number of one talk of the file; "": all
  std::string client;   ///< what the file calls the client; "" by known names
  std::filesystem::path protocol;  ///< steps to follow the talk through; empty: none
};

struct SimulateOptions {
  study::Bulk bulk;
  std::filesystem::path out;
};

struct FitOptions {
  std::filesystem::path from;  ///< folder of the public data
  std::filesystem::path out;   ///< `.json` for JSON, else Markdown; empty: standard output
};

struct AgreeOptions {
  std::filesystem::path file;
  std::string level = "nominal";
  std::string absent;  ///< a value that stands for no rating; "" for none
  bool json = false;
};

struct StudyDemoOptions {
  study::DemoOptions demo;
  std::filesystem::path out;  ///< folder for the report, talks and ratings; empty: none
  bool json = false;
};

struct PeopleOptions {
  std::filesystem::path data;  ///< empty means `default_data()`
  std::string name;
  std::string role, group = "peer";               ///< names of people::Role and people::Group
  std::string address = "http://127.0.0.1:8080";  ///< of the page, for an invitation's link
};

struct ExportOptions {
  std::filesystem::path data;  ///< empty means `default_data()`
  std::filesystem::path out;   ///< folder; made if missing
  std::filesystem::path key;   ///< file for who is behind the code names; empty: none
};

struct ReviewOptions {
  std::filesystem::path data;  ///< empty means `default_data()`
  std::filesystem::path file;  ///< of `import`: ratings as JSON lines
};

struct TrainOptions {
  std::string head;
  std::filesystem::path from;
  std::filesystem::path out;
};

[[nodiscard]] base::Result<void> run_serve(const ServeOptions& options);
[[nodiscard]] base::Result<void> run_chat(const TalkOptions& options);
[[nodiscard]] base::Result<void> run_play(const TalkOptions& options);
[[nodiscard]] base::Result<void> run_follow(const TalkOptions& options);
[[nodiscard]] base::Result<void> run_read();
[[nodiscard]] base::Result<void> run_debrief(const DebriefOptions& options);
[[nodiscard]] base::Result<void> run_simulate(const SimulateOptions& options);
[[nodiscard]] base::Result<void> run_train(const TrainOptions& options);
[[nodiscard]] base::Result<void> run_fit(const FitOptions& options);
[[nodiscard]] base::Result<void> run_agree(const AgreeOptions& options);
[[nodiscard]] base::Result<void> run_study_demo(const StudyDemoOptions& options);

/// Accounts, by whoever has the data directory, while no server runs with it. `add` and `password`
/// take the password from the terminal or, where there is none, from a line of standard input.
[[nodiscard]] base::Result<void> run_people_add(const PeopleOptions& options);
[[nodiscard]] base::Result<void> run_people_list(const PeopleOptions& options);
[[nodiscard]] base::Result<void> run_people_invite(const PeopleOptions& options);
[[nodiscard]] base::Result<void> run_people_password(const PeopleOptions& options);
[[nodiscard]] base::Result<void> run_people_disable(const PeopleOptions& options);

/// What people agreed to give to research, without names (docs/formats/research.md).
[[nodiscard]] base::Result<void> run_export(const ExportOptions& options);
/// Ratings in and out as JSON lines, and the talks that may be reviewed.
[[nodiscard]] base::Result<void> run_review_import(const ReviewOptions& options);
[[nodiscard]] base::Result<void> run_review_export(const ReviewOptions& options);
[[nodiscard]] base::Result<void> run_review_talks(const ReviewOptions& options);

[[nodiscard]] base::Result<void> run_models();
[[nodiscard]] base::Result<void> run_egress(const EgressOptions& options);
[[nodiscard]] base::Result<void> run_cases();

/// Lists the protocols; with a file, checks that one.
[[nodiscard]] base::Result<void> run_protocols(const std::filesystem::path& file);
[[nodiscard]] base::Result<void> run_case_check(const std::filesystem::path& file);
[[nodiscard]] base::Result<void> run_case_comment(const CommentOptions& options);
[[nodiscard]] base::Result<void> run_case_card(const CardOptions& options);
[[nodiscard]] base::Result<void> run_case_new(const NewCaseOptions& options);
[[nodiscard]] base::Result<void> run_case_preview(const PreviewOptions& options);

}  // namespace attune::cli
