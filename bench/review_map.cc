/// How long the map and the trust in scores take for 1,000 conversations of 15 replies with three
/// peers and three experts each, from the journal's text to the page's JSON; and how often their
/// intervals cover what was planted. Processor time.
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "fakes/rated_talks.h"
#include "review/map.h"
#include "review/trust.h"

namespace attune {
namespace {

/// Processor time, so that the machine's other work does not count.
double ms_since(std::clock_t start) {
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Every code and every item of the talk gets answers, as at a service that uses all of them.
void fill_in(fakes::RatedTalks& rated, const std::map<std::string, review::Instrument>& all) {
  for (std::size_t i = 0; i < rated.book.ratings.size(); ++i) {
    review::Form& form = rated.book.ratings[i].form;
    for (const review::Code& code : all.at("critique").codes)
      for (int turn = 1; turn <= rated.replies; ++turn)
        if (base::draw(i, static_cast<std::uint64_t>(turn), code.id) < 0.08)
          form.marks.push_back({"critique", code.id, turn, 0, 12, 2, ""});
    for (const review::Item& item : all.at("support-quality").items)
      form.sheets.front().answers.emplace(item.id,
                                          1 + static_cast<int>(5 * base::draw(i, 0, item.id)));
  }
}

std::vector<conversation::JournalEntry> written(const review::Book& book) {
  std::vector<conversation::JournalEntry> out;
  const auto write = [&](const review::Entry& entry) {
    out.push_back({static_cast<long long>(out.size()) + 1, {}, review::to_json(entry)});
  };
  for (const auto& [id, batch] : book.batches) write(batch);
  for (const review::Rating& rating : book.ratings) write(rating);
  return out;
}

int time(const std::map<std::string, review::Instrument>& instruments) {
  fakes::RatedTalks rated{.talks = 1000, .replies = 15};
  rated.make();
  fill_in(rated, instruments);
  const auto journal = written(rated.book);
  for (int run = 0; run < 3; ++run) {
    std::clock_t start = std::clock();
    review::Book book;
    if (!review::fold(book, journal)) return 1;
    const double folded = ms_since(start);
    start = std::clock();
    const review::Evidence evidence(book, instruments, rated.beneath);
    const double laid = ms_since(start);
    start = std::clock();
    const std::string map = to_json(review::map(evidence));
    const double mapped = ms_since(start);
    start = std::clock();
    const std::string trust = to_json(review::trust(evidence), review::kFloor);
    const double trusted = ms_since(start);
    start = std::clock();
    const auto turns =
        behind(evidence, *evidence.measure("critique.missed_cue"), review::Column::expert);
    std::printf(
        "journal of %zu entries %.0f ms, evidence %.0f ms, map %.0f ms (%zu bytes), "
        "trust %.0f ms (%zu bytes), behind a cell %.0f ms (%zu replies)\n",
        journal.size(), folded, laid, mapped, map.size(), trusted, trust.size(), ms_since(start),
        turns.size());
  }
  return 0;
}

void cover(const std::map<std::string, review::Instrument>& instruments, int talks) {
  constexpr int kTries = 400;
  int gap = 0, kappa = 0;
  for (int seed = 1; seed <= kTries; ++seed) {
    const auto rated =
        fakes::RatedTalks{.seed = static_cast<std::uint64_t>(seed), .talks = talks}.make();
    const review::Evidence evidence(rated.book, instruments, rated.beneath);
    const auto covers = [](const stats::Estimate& of, double truth) {
      return of.low <= truth && truth <= of.high ? 1 : 0;
    };
    for (const review::MapRow& row : review::map(evidence).rows)
      if (row.measure->id() == "critique.missed_cue")
        gap += covers(row.peer_expert.figure.estimate, -0.12);
    kappa += covers(review::trust(evidence)[*review::program_score("concern.empathy")].agreement,
                    0.640155);
  }
  std::printf("%d talks, %d tries: gap of peers and experts covered in %.1f %%, kappa in %.1f %%\n",
              talks, kTries, 100.0 * gap / kTries, 100.0 * kappa / kTries);
}

}  // namespace
}  // namespace attune

/// With --times, without trying how often intervals cover.
int main(int argc, char** argv) {
  const auto instruments = attune::review::load_instruments(ATTUNE_ROOT "/content/instruments");
  if (!instruments || attune::time(*instruments) != 0) return 1;
  if (argc > 1 && std::string_view(argv[1]) == "--times") return 0;
  for (const int talks : {12, 36, 100}) attune::cover(*instruments, talks);
}
