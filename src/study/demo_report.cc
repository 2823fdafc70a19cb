#include "study/demo_report.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "study/demo_words.h"
#include "study/planted.h"

namespace attune::study {
namespace {

using review::Column;
using review::Figure;
using review::Gap;
using Of = PlantedFigure::Of;

/// A figure of the map, and whether it is a gap that holds.
struct Found {
  const Figure* figure = nullptr;
  bool holds = false;

  explicit Found(const Figure& a_figure) : figure(&a_figure) {}
  explicit Found(const Gap& gap) : figure(&gap.figure), holds(gap.holds) {}
};

const Figure& of(const std::array<Figure, review::kColumns>& columns, const std::string& name) {
  const auto column = review::column(name);
  base::expects(column.has_value());
  return columns[static_cast<std::size_t>(*column)];
}

Found find(const review::MapRow& row, const std::string& column) {
  if (column == "peer_expert") return Found(row.peer_expert);
  if (column == "self_expert") return Found(row.self_expert);
  return Found(of(row.columns, column));
}

Found find(const review::CueRow& row, const std::string& column) {
  return column == "peer_expert" ? Found(row.peer_expert) : Found(of(row.columns, column));
}

std::string spoken(std::string id) {
  std::ranges::replace(id, '_', ' ');
  if (!id.empty()) id[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(id[0])));
  return id;
}

/// Without its full stop, so that it fits into a sentence.
std::string statement(std::string title) {
  if (title.ends_with('.')) title.pop_back();
  return title;
}

Recovered recovered(const PlantedFigure& planted, std::string title, const Found& found) {
  Recovered one{planted, std::move(title), *found.figure, found.holds, false};
  const stats::Estimate& estimate = one.found.estimate;
  one.covered =
      one.has_interval() && estimate.low <= planted.value && planted.value <= estimate.high;
  return one;
}

/// Looks a planted figure up in the map; what is on no row is left out.
void take(DemoReport& report, const review::Map& map, const PlantedFigure& planted) {
  if (planted.of == Of::cue) {
    const auto row = std::ranges::find(map.cues, planted.row, &review::CueRow::kind);
    if (row != map.cues.end())
      report.figures.push_back(recovered(planted, spoken(planted.row), find(*row, planted.column)));
    return;
  }
  const std::string id = (planted.of == Of::code ? "critique." : "support-quality.") + planted.row;
  const auto row = std::ranges::find_if(
      map.rows, [&](const review::MapRow& one) { return one.measure->id() == id; });
  if (row != map.rows.end())
    report.figures.push_back(
        recovered(planted, statement(row->measure->title()), find(*row, planted.column)));
}

void count(DemoReport& report, const DemoTalk& talk) {
  auto who = std::ranges::find(report.supporters, talk.supporter, &DemoReport::Who::name);
  if (who == report.supporters.end())
    who = report.supporters.insert(
        who, {talk.supporter, std::string(in_words(talk.planted.leaning)), 0, 0, 0, 0});
  ++who->talks;
  who->replies += talk.planted.replies;
  who->lapses += talk.lapses;
  who->passed += static_cast<int>(std::ranges::count_if(
      talk.planted.faults, [](const auto& reply) { return reply.second.contains("missed_cue"); }));
}

}  // namespace

bool Recovered::is_gap() const {
  return planted.column == "peer_expert" || planted.column == "self_expert";
}

bool Recovered::is_planted_equal() const {
  return is_gap() && std::abs(planted.value) < 0.005;
}

bool Recovered::has_interval() const {
  return found.missing.empty() && std::isfinite(found.estimate.low) &&
         std::isfinite(found.estimate.high);
}

DemoReport demo_report(const Demo& demo,
                       const std::map<std::string, review::Instrument>& instruments) {
  DemoReport report{.options = demo.options, .ratings = demo.book.ratings.size()};
  const review::Evidence evidence(demo.book, instruments, demo.beneath);
  const review::Map map = review::map(evidence);
  for (const DemoTalk& talk : demo.talks) {
    count(report, talk);
    report.replies += static_cast<std::size_t>(talk.planted.replies);
    for (const review::Planted& cue : demo.beneath.at(talk.planted.id).cues) {
      ++report.cues;
      if (is_passed(cue, talk.planted)) ++report.missed;
    }
  }
  for (const PlantedFigure& planted : demo.planted) take(report, map, planted);
  for (const Recovered& one : report.figures) {
    if (!one.has_interval()) continue;
    ++report.of;
    if (one.covered) ++report.covered;
  }
  report.conclusions = conclusions(report);
  return report;
}

const std::vector<std::string>& demo_about() {
  static const std::vector<std::string> kAbout{
      "Simulated: the supporters go by script, the clients are the program's own, and the raters "
      "are formulas that were "
      "told what to notice and how often to err. The report then looks whether the misalignment "
      "map finds again what was "
      "planted.",
      "So it shows that the arithmetic works. It does not show that supporters, peers and experts "
      "are apart, nor by how "
      "much: only your own people and their own talks can show that.",
      "In the shape of a published study (Sim, Lee and Choo 2025): twelve peer supporters; five "
      "experts in its first two "
      "versions, six in the third. None of its figures stand here."};
  return kAbout;
}

}  // namespace attune::study
