#include "review/differing.h"

#include <map>

namespace attune::review {
namespace {

std::string experts(std::size_t n, std::size_t all) {
  return std::to_string(n) + " of " + std::to_string(all) + " experts";
}

/// Who marked it, in their words where they gave some, and who did not.
std::vector<std::string> sides_of_code(const Place& place) {
  std::size_t marked = 0, all = 0;
  std::string words;
  for (const Opinion& opinion : place.opinions) {
    if (opinion.column != Column::expert) continue;
    ++all;
    if (opinion.value <= 0) continue;
    ++marked;
    if (!opinion.text.empty())
      words += (words.empty() ? ": “" : "; “") + std::string(opinion.text) + "”";
  }
  if (all == 0) return {};
  return {experts(marked, all) + " marked this" + words,
          experts(all - marked, all) + " read the same words and did not"};
}

std::vector<std::string> sides_of_item(const Place& place, const Item& item) {
  std::map<int, std::size_t> answers;
  std::size_t all = 0;
  for (const Opinion& opinion : place.opinions) {
    if (opinion.column != Column::expert) continue;
    ++answers[static_cast<int>(opinion.value)];
    ++all;
  }
  std::vector<std::string> out;
  for (const auto& [answer, n] : answers) {
    const auto anchor = item.anchors.find(answer);
    out.push_back(experts(n, all) + ": " + std::to_string(answer) +
                  (anchor == item.anchors.end() ? "" : ", " + anchor->second));
  }
  return out;
}

}  // namespace

std::vector<Differing> differing(const Evidence& evidence, const RatedTalk& talk) {
  std::vector<Differing> out;
  for (const Measure& measure : evidence.measures()) {
    for (const Place& place : evidence.places(talk, measure)) {
      if (!place.experts_differ(measure)) continue;
      Differing one{
          place.turn, measure.title(),
          measure.code != nullptr ? sides_of_code(place) : sides_of_item(place, *measure.item)};
      if (place.settled != nullptr && !place.settled->reason.empty())
        one.reasons.push_back("They talked it over, and leave it open: “" + place.settled->reason +
                              "”");
      out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace attune::review
