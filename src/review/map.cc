#include "review/map.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "review/figures.h"
#include "stats/compare.h"

namespace attune::review {
namespace {

using conversation::CueChange;
using conversation::TurnNumber;

constexpr std::string_view kMissedCue = "critique.missed_cue";
/// Replies after a cue in which a rater may point at its having been passed by; our choice.
constexpr TurnNumber kReach = 3;

struct Difference {
  Column one, less;
  Gap MapRow::*gap;
};
constexpr std::array<Difference, 3> kDifferences{{
    {Column::peer, Column::expert, &MapRow::peer_expert},
    {Column::self, Column::expert, &MapRow::self_expert},
    {Column::program, Column::expert, &MapRow::program_expert},
}};

std::string why_none(const Measure& measure, Column column) {
  if (column == Column::self && measure.code != nullptr) return "supporters are not asked this";
  if (column == Column::program && measure.scores.empty()) return "the program does not judge this";
  if (column == Column::self) return "no supporter has answered this";
  if (column == Column::program) return "the program has read none of these talks";
  return "nobody of this group has judged it";
}

constexpr const char* kNoPair = "no talk that both have judged";

stats::Coefficient alpha_of(const Measure& measure) {
  return measure.code != nullptr ? stats::krippendorff_alpha({0, 1}, stats::Level::nominal)
                                 : stats::krippendorff_alpha({}, stats::Level::interval);
}

/// What bounds a share that is the same in every talk.
void bound(Figure& figure) {
  const double share = figure.estimate.value;
  if (!figure.missing.empty() || !std::isnan(figure.estimate.low)) return;
  if (share != 0 && share != 1) return;
  const double n = static_cast<double>(figure.n);
  figure.estimate = stats::wilson({share * n, n});
}

/// One row while it is gathered.
struct RowSums {
  const Measure& measure;
  std::vector<Figures::Mean> columns, gaps;
  Figures::Agreement peers, experts;
  std::size_t differ = 0;

  RowSums(const Measure& a_measure, Figures& figures)
      : measure(a_measure),
        peers(figures.agreement(alpha_of(a_measure))),
        experts(figures.agreement(alpha_of(a_measure))) {
    for (std::size_t i = 0; i < kColumns; ++i) columns.push_back(figures.mean());
    for (std::size_t i = 0; i < kDifferences.size(); ++i) gaps.push_back(figures.mean());
  }

  void add(Figures& figures, std::size_t talk, const Place& place) {
    std::array<std::optional<double>, kColumns> said;
    for (std::size_t i = 0; i < kColumns; ++i) {
      said[i] = place.of(static_cast<Column>(i));
      if (said[i]) figures.add(columns[i], talk, *said[i]);
    }
    for (std::size_t i = 0; i < kDifferences.size(); ++i) {
      const auto& one = said[static_cast<std::size_t>(kDifferences[i].one)];
      const auto& less = said[static_cast<std::size_t>(kDifferences[i].less)];
      if (one && less) figures.add(gaps[i], talk, *one - *less);
    }
    agree(figures, talk, place, Column::peer, peers);
    agree(figures, talk, place, Column::expert, experts);
    differ += place.experts_differ(measure) ? 1 : 0;
  }

  static void agree(Figures& figures, std::size_t talk, const Place& place, Column column,
                    Figures::Agreement agreement) {
    std::vector<double> values;
    for (const Opinion& opinion : place.opinions)
      if (opinion.column == column) values.push_back(opinion.value);
    if (values.size() > 1) figures.add(agreement, talk, values);
  }

  [[nodiscard]] MapRow row(const Figures& figures) const {
    MapRow out{.measure = &measure};
    for (std::size_t i = 0; i < kColumns; ++i) {
      out.columns[i] = figures.of(columns[i], why_none(measure, static_cast<Column>(i)));
      if (measure.code != nullptr) bound(out.columns[i]);
    }
    for (std::size_t i = 0; i < kDifferences.size(); ++i)
      (out.*kDifferences[i].gap).figure = figures.of(gaps[i], kNoPair);
    out.peers_agree = figures.of(peers);
    out.experts_agree = figures.of(experts);
    out.differ = differ;
    return out;
  }
};

/// Planted cues of one kind while they are gathered.
struct CueSums {
  std::size_t planted = 0, missed = 0;
  std::vector<Figures::Mean> columns;
  Figures::Mean gap;

  explicit CueSums(Figures& figures) : gap(figures.mean()) {
    for (std::size_t i = 0; i < kColumns; ++i) columns.push_back(figures.mean());
  }
};

/// Which share of a column's raters marked one of the replies after the cue.
std::optional<double> marked(const std::vector<Place>& places, const Planted& cue, Column column) {
  std::map<const Rating*, double> raters;
  std::optional<double> program;
  for (const Place& place : places) {
    if (*place.turn <= cue.opened || *place.turn > cue.opened + kReach) continue;
    if (place.program) program = std::max(program.value_or(0), *place.program);
    for (const Opinion& opinion : place.opinions)
      if (opinion.column == column)
        raters[opinion.by] = std::max(raters[opinion.by], opinion.value);
  }
  if (column == Column::program) return program;
  if (raters.empty()) return std::nullopt;
  double sum = 0;
  for (const auto& [rater, value] : raters) sum += value;
  return sum / static_cast<double>(raters.size());
}

bool was_missed(const Planted& cue, const RatedTalk& talk) {
  const bool passed = cue.end == CueChange::missed || cue.end == CueChange::opened;
  return passed && !talk.replies.empty() && talk.replies.back() > cue.opened;
}

void add_cues(Figures& figures, std::map<std::string, CueSums>& kinds, const Evidence& evidence,
              std::size_t talk) {
  const RatedTalk& rated = evidence.talks()[talk];
  const Measure* measure = evidence.measure(kMissedCue);
  if (rated.beneath == nullptr || measure == nullptr) return;
  const std::vector<Place> places = evidence.places(rated, *measure);
  for (const Planted& cue : rated.beneath->cues) {
    CueSums& sums = kinds.at(cue.kind);
    ++sums.planted;
    if (!was_missed(cue, rated)) continue;
    ++sums.missed;
    std::array<std::optional<double>, kColumns> said;
    for (std::size_t i = 0; i < kColumns; ++i) {
      said[i] = marked(places, cue, static_cast<Column>(i));
      if (said[i]) figures.add(sums.columns[i], talk, *said[i]);
    }
    const auto& peer = said[static_cast<std::size_t>(Column::peer)];
    const auto& expert = said[static_cast<std::size_t>(Column::expert)];
    if (peer && expert) figures.add(sums.gap, talk, *peer - *expert);
  }
}

CueRow cue_row(const std::string& kind, const CueSums& sums, const Figures& figures) {
  CueRow out{.kind = kind, .planted = sums.planted, .missed = sums.missed};
  const std::string none = sums.missed == 0 ? "none was passed by" : "nobody here judged these";
  for (std::size_t i = 0; i < kColumns; ++i) out.columns[i] = figures.of(sums.columns[i], none);
  out.peer_expert.figure = figures.of(sums.gap, kNoPair);
  return out;
}

/// Who rated, and what.
Map counts(const Evidence& evidence) {
  Map map;
  map.talks = evidence.talks().size();
  std::array<std::set<std::string>, kColumns> raters;
  for (const RatedTalk& talk : evidence.talks()) {
    const auto known = evidence.book().talks.find(talk.id);
    map.simulated = map.simulated || (known != evidence.book().talks.end() &&
                                      known->second.origin == Origin::simulated);
    for (const auto& given : talk.ratings)
      raters[static_cast<std::size_t>(given.column)].insert(given.rating->rater.id);
  }
  for (std::size_t i = 0; i < kColumns; ++i) map.raters[i] = raters[i].size();
  return map;
}

}  // namespace

Map map(const Evidence& evidence) {
  Map out = counts(evidence);
  Figures figures;
  std::vector<RowSums> rows;
  for (const Measure& measure : evidence.measures()) rows.emplace_back(measure, figures);
  std::map<std::string, CueSums> kinds;
  for (const RatedTalk& talk : evidence.talks())
    if (talk.beneath != nullptr)
      for (const Planted& cue : talk.beneath->cues) kinds.try_emplace(cue.kind, figures);
  figures.begin(evidence.talks().size());
  for (std::size_t talk = 0; talk < evidence.talks().size(); ++talk) {
    for (RowSums& row : rows)
      for (const Place& place : evidence.places(evidence.talks()[talk], row.measure))
        row.add(figures, talk, place);
    add_cues(figures, kinds, evidence, talk);
  }
  figures.estimate();
  std::vector<double> p;
  for (const RowSums& row : rows) {
    out.rows.push_back(row.row(figures));
    out.differ += row.differ;
    for (const Figures::Mean gap : row.gaps) p.push_back(figures.p(gap));
  }
  for (const auto& [kind, sums] : kinds) {
    out.cues.push_back(cue_row(kind, sums, figures));
    p.push_back(figures.p(sums.gap));
  }
  std::vector<Gap*> gaps;
  for (MapRow& row : out.rows)
    for (const Difference& difference : kDifferences) gaps.push_back(&(row.*difference.gap));
  for (CueRow& row : out.cues) gaps.push_back(&row.peer_expert);
  mark_holding(gaps, p);
  return out;
}

std::vector<Behind> behind(const Evidence& evidence, const Measure& measure, Column column,
                           std::size_t most) {
  std::vector<Behind> all;
  for (const RatedTalk& talk : evidence.talks()) {
    for (Place& place : evidence.places(talk, measure)) {
      const auto marks = [](const Opinion& opinion) { return opinion.value > 0; };
      const bool any = measure.item != nullptr || place.program.value_or(0) > 0 ||
                       std::ranges::any_of(place.opinions, marks);
      if (place.of(column) && any) all.push_back({&talk, std::move(place)});
    }
  }
  const auto apart = [&](const Behind& one) {
    const auto expert = one.place.of(Column::expert);
    return expert ? -std::abs(*one.place.of(column) - *expert) : 0.0;
  };
  std::ranges::stable_sort(all, {}, apart);
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace attune::review
