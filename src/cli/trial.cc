#include "cli/trial.h"

#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

#include "cli/open_store.h"
#include "cli/places.h"
#include "cli/write_file.h"
#include "trial/export.h"
#include "trial/rehearse.h"
#include "trial/usable.h"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;
using base::Code;
using base::Result;

/// What plans may name, and the instruments themselves.
struct Shelf {
  std::map<std::string, review::Instrument> instruments;
  std::set<std::string> clients;

  [[nodiscard]] trial::Known known() const { return {instruments, clients}; }
};

Result<Shelf> open_shelf() {
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  auto instruments = review::load_instruments(places->content / "instruments");
  if (!instruments)
    return tl::unexpected(base::wrap("loading the instruments", instruments.error()));
  Shelf shelf{*std::move(instruments), {}};
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(places->content / "clients", ignored))
    if (entry.path().extension() == ".yaml") shelf.clients.insert(entry.path().stem());
  return shelf;
}

struct Read {
  std::string text;
  trial::Plan plan;
};

Result<Read> read_plan(const fs::path& file, const Shelf& shelf) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (!stream || !(text << stream.rdbuf()))
    return base::fail(Code::not_found, "cannot read " + file.string());
  const trial::Known known = shelf.known();
  auto plan = trial::parse_plan(text.str(), file.string(), &known);
  if (!plan) return tl::unexpected(plan.error());
  return Read{text.str(), *std::move(plan)};
}

std::string power_words(const trial::Plan& plan) {
  const trial::Needed need = trial::needed(plan);
  std::ostringstream out;
  out << "To find a difference of " << plan.sample.smallest
      << " standard deviations with a chance of " << 100 * plan.sample.power << " % at a level of "
      << 100 * plan.sample.alpha << " % (" << trial::test_name(plan.primary.test) << "):\n  "
      << (trial::is_paired(plan.primary.test) ? "people with talks of both conditions: "
                                              : "people in each compared condition:    ")
      << need.compared << "\n  people in all arms, with full data:   " << need.people
      << "\n  people to be enrolled, by the plan:   " << plan.sample.people << '\n';
  return out.str();
}

/// The ending of a file chooses how a report is written.
std::string written(const trial::Report& report, const fs::path& out) {
  if (out.extension() == ".html" || out.extension() == ".htm") return trial::to_html(report);
  return out.extension() == ".json" ? trial::to_json(report) : trial::to_text(report);
}

Result<void> write_all(const fs::path& folder, const std::vector<trial::File>& files) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return base::fail(Code::unavailable,
                      "cannot make " + folder.string() + "; choose another with --out");
  for (const trial::File& file : files) {
    if (auto done = write_file(folder / file.name, file.text); !done) return done;
    std::cout << (folder / file.name).string() << '\n';
  }
  return {};
}

/// A study in a data folder, with all that its report is made of.
struct Stored {
  std::unique_ptr<store::SqliteLog> log;
  trial::Register entered;
  review::Book book;
  std::vector<conversation::SessionSummary> sessions;
};

Result<Stored> open_stored(const TrialOptions& options) {
  auto log = open_store(options.data, "read and export it on the page Studies");
  if (!log) return tl::unexpected(log.error());
  Stored out{*std::move(log), {}, {}, {}};
  const auto entries = out.log->journal().entries(trial::kJournal, 0);
  const auto ratings = out.log->journal().entries("review", 0);
  auto sessions = out.log->sessions();
  if (!entries) return tl::unexpected(entries.error());
  if (!ratings) return tl::unexpected(ratings.error());
  if (!sessions) return tl::unexpected(sessions.error());
  if (auto done = fold(out.entered, *entries); !done) return tl::unexpected(done.error());
  if (auto done = review::fold(out.book, *ratings); !done) return tl::unexpected(done.error());
  out.sessions = *std::move(sessions);
  if (out.entered.trials.contains(options.id)) return out;
  std::string known;
  for (const auto& [id, one] : out.entered.trials) known += (known.empty() ? "" : ", ") + id;
  return base::fail(Code::not_found,
                    "there is no study '" + options.id + "' in that folder" +
                        (known.empty() ? "; there are none" : "; there are: " + known));
}

trial::Source source_of(const Stored& stored, const TrialOptions& options, const Shelf& shelf) {
  return {.trial = stored.entered.trials.at(options.id),
          .book = stored.book,
          .instruments = shelf.instruments,
          .counts = trial::usable(stored.sessions),
          .now = base::SystemClock().now()};
}

std::uint64_t fresh_seed() {
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

}  // namespace

Result<void> run_trial_check(const TrialOptions& options) {
  const auto shelf = open_shelf();
  if (!shelf) return tl::unexpected(shelf.error());
  const auto read = read_plan(options.plan, *shelf);
  if (!read) return tl::unexpected(read.error());
  std::cout << read->plan.title << "\nThe plan can be followed. SHA-256 "
            << trial::fingerprint(read->text) << "\n\n"
            << power_words(read->plan);
  for (const std::string& doubt : trial::doubts(read->plan)) std::cout << "\n- " << doubt << '\n';
  return {};
}

Result<void> run_trial_power(const TrialOptions& options) {
  const auto shelf = open_shelf();
  if (!shelf) return tl::unexpected(shelf.error());
  const auto read = read_plan(options.plan, *shelf);
  if (!read) return tl::unexpected(read.error());
  std::cout << power_words(read->plan) << "\nFor other differences:\n";
  trial::Plan plan = read->plan;
  for (const double d : {0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.2}) {
    plan.sample.smallest = d;
    std::cout << "  " << d << ": " << trial::needed(plan).people << " people in all\n";
  }
  return {};
}

Result<void> run_trial_rehearse(const TrialOptions& options) {
  const auto shelf = open_shelf();
  if (!shelf) return tl::unexpected(shelf.error());
  const auto read = read_plan(options.plan, *shelf);
  if (!read) return tl::unexpected(read.error());
  const auto rehearsed =
      trial::rehearse(read->text, shelf->known(),
                      {.people = options.people, .effect = options.effect, .seed = options.seed});
  if (!rehearsed) return tl::unexpected(rehearsed.error());
  const trial::Source source = trial::source(*rehearsed, shelf->instruments);
  const trial::Report report = trial::report(source);
  std::cout << trial::to_text(report) << std::flush;
  if (options.out.empty()) return {};
  auto files = trial::export_files(source, options.seed);
  if (!files) return tl::unexpected(files.error());
  files->push_back({"report.html", trial::to_html(report)});
  files->push_back({"report.json", trial::to_json(report)});
  std::cout << '\n';
  return write_all(options.out, *files);
}

Result<void> run_trial_report(const TrialOptions& options) {
  const auto shelf = open_shelf();
  if (!shelf) return tl::unexpected(shelf.error());
  const auto stored = open_stored(options);
  if (!stored) return tl::unexpected(stored.error());
  const trial::Report report = trial::report(source_of(*stored, options, *shelf));
  if (!options.out.empty()) return write_file(options.out, written(report, options.out));
  std::cout << trial::to_text(report) << std::flush;
  return {};
}

Result<void> run_trial_export(const TrialOptions& options) {
  const auto shelf = open_shelf();
  if (!shelf) return tl::unexpected(shelf.error());
  const auto stored = open_stored(options);
  if (!stored) return tl::unexpected(stored.error());
  const auto files = trial::export_files(source_of(*stored, options, *shelf), fresh_seed());
  if (!files) return tl::unexpected(files.error());
  return write_all(options.out, *files);
}

}  // namespace attune::cli
