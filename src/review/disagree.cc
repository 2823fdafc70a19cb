#include "review/disagree.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/draw.h"

namespace attune::review {
namespace {

using conversation::TurnNumber;

/// What is judged, within one talk; turn -1: the whole talk.
using Spot = std::tuple<TurnNumber, std::string, std::string>;

/// All that people said of one talk.
struct Said {
  std::vector<const Rating*> ratings;
  std::map<const Rating*, std::string> names;
};

bool is_person(RaterKind kind) {
  return kind == RaterKind::peer || kind == RaterKind::lived_experience ||
         kind == RaterKind::expert;
}

std::map<std::string, Said> by_talk(const Book& book) {
  std::map<std::string, Said> all;
  for (const Rating* rating : book.counting())
    if (is_person(rating->rater.kind)) all[rating->talk].ratings.push_back(rating);
  for (auto& [talk, said] : all) {
    const auto place = [&talk = talk](const Rating* one) {
      return base::hash(talk + "\n" + one->rater.id);
    };
    std::ranges::sort(said.ratings, {}, place);
    for (const Rating* one : said.ratings)
      said.names[one] = "Rater " + std::to_string(said.names.size() + 1);
  }
  return all;
}

/// Who was asked to look at which talk with which instrument: only they say "not there" by marking
/// nothing.
using Askings = std::set<std::tuple<std::string, std::string, std::string>>;

Askings askings(const Book& book) {
  Askings all;
  for (const auto& [_, batch] : book.batches)
    for (const std::string& rater : batch.raters)
      for (const std::string& talk : batch.talks)
        for (const std::string& instrument : batch.instruments)
          all.emplace(rater, talk, instrument);
  return all;
}

/// The heaviest of a rater's marks.
std::map<Spot, const Mark*> heaviest(const Form& form) {
  std::map<Spot, const Mark*> all;
  for (const Mark& mark : form.marks) {
    const Mark*& kept = all[{mark.turn, mark.instrument, mark.code}];
    if (kept == nullptr || mark.severity > kept->severity) kept = &mark;
  }
  return all;
}

std::map<Spot, std::vector<Voice>> answers(const Said& said) {
  std::map<Spot, std::vector<Voice>> all;
  for (const Rating* one : said.ratings)
    for (const Sheet& sheet : one->form.sheets)
      for (const auto& [item, value] : sheet.answers)
        all[{sheet.turn.value_or(-1), sheet.instrument, item}].push_back(
            {said.names.at(one), one->rater.kind, value, one->form.comment});
  return all;
}

std::map<Spot, std::vector<Voice>> marks(const Said& said, const Askings& asked) {
  std::map<const Rating*, std::map<Spot, const Mark*>> of;
  std::set<Spot> spots;
  for (const Rating* one : said.ratings) {
    of[one] = heaviest(one->form);
    for (const auto& [spot, _] : of[one]) spots.insert(spot);
  }
  std::map<Spot, std::vector<Voice>> all;
  for (const Spot& spot : spots)
    for (const Rating* one : said.ratings) {
      const auto found = of[one].find(spot);
      if (found != of[one].end()) {
        const Mark& mark = *found->second;
        all[spot].push_back(
            {said.names.at(one), one->rater.kind, std::max(1, mark.severity), mark.text});
      } else if (asked.contains({one->rater.id, one->talk, std::get<1>(spot)})) {
        all[spot].push_back({said.names.at(one), one->rater.kind, 0, ""});
      }
    }
  return all;
}

/// Whether those of any one kind differ, by what `apart` says of the lowest and the highest.
template <class Apart>
bool differ(const std::vector<Voice>& voices, Apart apart) {
  std::map<RaterKind, std::pair<int, int>> range;
  for (const Voice& voice : voices) {
    auto& [low, high] =
        range.emplace(voice.kind, std::pair(voice.value, voice.value)).first->second;
    low = std::min(low, voice.value);
    high = std::max(high, voice.value);
  }
  return std::ranges::any_of(
      range, [&](const auto& one) { return apart(one.second.first, one.second.second); });
}

std::string title(const Instruments& instruments, const Spot& spot) {
  const auto found = instruments.find(std::get<1>(spot));
  if (found == instruments.end()) return std::get<2>(spot);
  if (const Item* item = found->second.item(std::get<2>(spot))) return item->ask;
  const Code* code = found->second.code(std::get<2>(spot));
  return code != nullptr ? code->title : std::get<2>(spot);
}

}  // namespace

std::vector<Disagreement> disagreements(const Book& book, const Instruments& instruments) {
  std::map<std::pair<std::string, Spot>, const Settled*> settled;
  for (const Settled* one : book.settlements())
    settled[{one->talk, {one->turn.value_or(-1), one->instrument, one->what}}] = one;
  const Askings asked = askings(book);
  std::vector<Disagreement> all;
  for (const auto& [talk, said] : by_talk(book)) {
    const auto take = [&, &talk = talk](const Spot& spot, std::vector<Voice> voices) {
      const auto& [turn, instrument, what] = spot;
      const auto word = settled.find({talk, spot});
      all.push_back({talk, instrument, what, title(instruments, spot),
                     turn < 0 ? std::nullopt : std::optional(turn), std::move(voices),
                     word == settled.end() ? nullptr : word->second});
    };
    for (auto& [spot, voices] : answers(said))
      if (differ(voices, [](int low, int high) { return high - low >= kApart; }))
        take(spot, std::move(voices));
    for (auto& [spot, voices] : marks(said, asked))
      if (differ(voices, [](int low, int high) { return low == 0 && high > 0; }))
        take(spot, std::move(voices));
  }
  std::ranges::stable_partition(all,
                                [](const Disagreement& one) { return one.settled == nullptr; });
  return all;
}

}  // namespace attune::review
