#include <fstream>
#include <iostream>

#include "cli/commands.h"
#include "cli/open_store.h"
#include "cli/places.h"
#include "cli/serve.h"
#include "review/intake.h"
#include "review/own_instruments.h"
#include "review/rating_lines.h"
#include "review/reviews.h"
#include "review/shelf.h"

namespace attune::cli {
namespace {

using base::Result;

constexpr const char* kInstead = "use its page, under Review";

/// The store with what may be reviewed of it.
struct Library {
  std::unique_ptr<store::SqliteLog> log;
  std::optional<review::Shelf> shelf;
};

Result<Library> open_library(const std::filesystem::path& data) {
  auto log = open_store(data, kInstead);
  if (!log) return tl::unexpected(log.error());
  const auto accounts = (*log)->accounts().accounts();
  if (!accounts) return tl::unexpected(accounts.error());
  const auto book = review::Reviews((*log)->journal()).book();
  if (!book) return tl::unexpected(book.error());
  auto shelf = review::Shelf::look(
      *book, **log, accounts->empty() ? review::Consent::not_asked : review::Consent::asked);
  if (!shelf) return tl::unexpected(shelf.error());
  return Library{*std::move(log), *std::move(shelf)};
}

Result<review::Instruments> instruments(const ReviewOptions& options) {
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  auto shipped = review::load_instruments(places->content / "instruments");
  if (!shipped) return tl::unexpected(shipped.error());
  const auto data = data_folder(options.data);
  if (!data) return tl::unexpected(data.error());
  auto own = review::with_own_instruments(*std::move(shipped), *data / "instruments");
  if (!own.faults.empty()) return tl::unexpected(own.faults.front());
  return std::move(own.instruments);
}

Result<review::Entry> rating_in(const std::string& line, const review::Shelf& shelf,
                                const review::Instruments& known) {
  auto rating = review::rating_from_line(line, base::SystemClock().now());
  if (!rating) return tl::unexpected(rating.error());
  const auto turns = shelf.turns(rating->talk);
  if (!turns) return tl::unexpected(turns.error());
  if (auto fits = review::check(rating->form, {*turns, known}); !fits)
    return tl::unexpected(fits.error());
  return *std::move(rating);
}

}  // namespace

Result<void> run_review_import(const ReviewOptions& options) {
  std::ifstream in(options.file);
  if (!in) return base::fail(base::Code::not_found, "cannot read " + options.file.string());
  const auto known = instruments(options);
  if (!known) return tl::unexpected(known.error());
  const auto library = open_library(options.data);
  if (!library) return tl::unexpected(library.error());
  std::vector<review::Entry> entries;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto rating = rating_in(line, *library->shelf, *known);
    if (!rating)
      return tl::unexpected(
          base::wrap(options.file.string() + ", line " + std::to_string(number), rating.error()));
    entries.push_back(*std::move(rating));
  }
  review::Reviews reviews(library->log->journal());
  if (auto kept = reviews.append(entries, base::SystemClock().now()); !kept) return kept;
  std::cout << entries.size() << " ratings taken in\n";
  return {};
}

Result<void> run_review_export(const ReviewOptions& options) {
  const auto library = open_library(options.data);
  if (!library) return tl::unexpected(library.error());
  for (const review::Rating* one : library->shelf->book().counting())
    std::cout << review::to_line(*one) << '\n';
  return {};
}

Result<void> run_review_talks(const ReviewOptions& options) {
  const auto library = open_library(options.data);
  if (!library) return tl::unexpected(library.error());
  for (const auto& [id, talk] : library->shelf->talks())
    std::cout << id << '\t' << review::name(talk.origin) << '\t' << talk.replies << " replies\n";
  return {};
}

}  // namespace attune::cli
