#include "study/demo_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace attune::study {
namespace {

using Of = PlantedFigure::Of;

std::string written(const char* format, double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, value);
  std::string out = text.data();
  if (out.find_first_not_of("-+0.") == std::string::npos) return out.substr(out[0] == '0' ? 0 : 1);
  return out[0] == '-' ? "−" + out.substr(1) : out;
}

bool is_gap(const std::string& column) {
  return column.find('_') != std::string::npos;
}

const Recovered* find(const DemoReport& report, Of of, const std::string& row,
                      const std::string& column) {
  const auto at = std::ranges::find_if(report.figures, [&](const Recovered& one) {
    return one.planted.of == of && one.planted.row == row && one.planted.column == column;
  });
  return at == report.figures.end() ? nullptr : &*at;
}

std::string value(const Recovered& one) {
  return in_words(one.planted, one.found.estimate.value);
}

/// What was found of a gap beside what was planted, for the end of a sentence.
std::string gap_sentence(const Recovered& gap) {
  if (!gap.has_interval()) return "";
  if (gap.is_planted_equal())
    return " The same was planted on both sides, and " +
           std::string(gap.called ? "yet the map speaks of a gap: chance, this time."
                                  : "the map speaks of no gap.");
  return " Peers less experts: " + value(gap) + " " + interval_in_words(gap) + "; planted was " +
         in_words(gap.planted, gap.planted.value) + "." +
         (gap.covered ? "" : " The interval misses it.") +
         (gap.called ? "" : " After its correction for many gaps, the map does not call it one.");
}

/// "24 % to 31 %" over the kinds of cue that have a figure.
std::string range(const DemoReport& report, const std::string& column) {
  std::optional<double> low, high;
  PlantedFigure any{Of::cue, "", column, 0};
  for (const Recovered& one : report.figures) {
    if (one.planted.of != Of::cue || one.planted.column != column || !one.has_interval()) continue;
    const double value = one.found.estimate.value;
    low = std::min(low.value_or(value), value);
    high = std::max(high.value_or(value), value);
  }
  return low ? in_words(any, *low) + " to " + in_words(any, *high) : "";
}

std::string about_cues(const DemoReport& report) {
  const std::string experts = range(report, "expert"), peers = range(report, "peer");
  if (experts.empty() || peers.empty()) return "";
  return "Cues that were passed by, kind by kind: experts marked " + experts + " of them, peers " +
         peers + ".";
}

std::string about_code(const DemoReport& report, const Recovered& peers) {
  const std::string& row = peers.planted.row;
  const Recovered* experts = find(report, Of::code, row, "expert");
  const Recovered* gap = find(report, Of::code, row, "peer_expert");
  if (experts == nullptr || gap == nullptr) return "";
  return "“" + peers.title + "”: peers marked " + value(peers) + " of the replies, experts " +
         value(*experts) + "." + gap_sentence(*gap);
}

std::string about_item(const DemoReport& report, const Recovered& self) {
  const std::string& row = self.planted.row;
  const Recovered* peers = find(report, Of::item, row, "peer");
  const Recovered* experts = find(report, Of::item, row, "expert");
  const Recovered* gap = find(report, Of::item, row, "peer_expert");
  if (peers == nullptr || experts == nullptr || gap == nullptr) return "";
  return "“" + self.title + "”: on a scale from 1 to 5 the supporters gave themselves " +
         value(self) + ", peers " + value(*peers) + ", experts " + value(*experts) + "." +
         gap_sentence(*gap);
}

}  // namespace

std::string in_words(const PlantedFigure& figure, double value) {
  const bool gap = is_gap(figure.column);
  if (figure.of == Of::item) return written(gap ? "%+.2f" : "%.2f", value);
  if (gap) return written("%+.1f points", 100 * value);
  return written("%.1f %%", 100 * value);
}

std::string interval_in_words(const Recovered& figure) {
  if (!figure.has_interval()) return "";
  const auto& [_, low, high] = figure.found.estimate;
  const bool share = figure.planted.of != Of::item;
  const char* format = share ? "%.1f" : "%.2f";
  const double times = share ? 100 : 1;
  return "[" + written(format, times * low) + ", " + written(format, times * high) + "]";
}

std::string column_in_words(const std::string& column) {
  if (column == "self") return "supporters";
  if (column == "peer") return "peers";
  if (column == "expert") return "experts";
  return column == "self_expert" ? "supporters less experts" : "peers less experts";
}

std::string covered_in_words(const Recovered& figure) {
  if (!figure.found.missing.empty()) return "not said: " + figure.found.missing;
  if (!figure.has_interval()) return "no interval: all talks are alike";
  return figure.covered ? "yes" : "no";
}

std::string flow(const DemoReport& report) {
  const auto count = [](std::size_t number) { return std::to_string(number); };
  std::size_t talks = 0;
  for (const DemoReport::Who& who : report.supporters) talks += static_cast<std::size_t>(who.talks);
  return count(report.supporters.size()) + " supporters held " + count(talks) + " talks with " +
         count(report.replies) + " replies. The clients let slip " + count(report.cues) +
         " cues, of which " + count(report.missed) +
         " were passed by for good. Every talk was rated by its supporter, by " +
         std::to_string(kDemoPeers) + " peers and by " + std::to_string(report.options.experts) +
         " experts, blind: " + count(report.ratings) +
         " ratings beside the supporters' own, none left out.";
}

std::vector<std::string> conclusions(const DemoReport& report) {
  std::vector<std::string> all;
  for (const Recovered& one : report.figures) {
    std::string sentence;
    if (one.planted.of == Of::code && one.planted.column == "peer")
      sentence = about_code(report, one);
    if (one.planted.of == Of::item && one.planted.column == "self")
      sentence = about_item(report, one);
    if (!sentence.empty()) all.push_back(std::move(sentence));
  }
  if (std::string cues = about_cues(report); !cues.empty()) all.push_back(std::move(cues));
  all.push_back("Of " + std::to_string(report.of) + " figures with an interval, " +
                std::to_string(report.covered) + " hold what was planted.");
  return all;
}

}  // namespace attune::study
