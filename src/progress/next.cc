#include "progress/next.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

#include "progress/exposure.h"

namespace attune::progress {
namespace {

constexpr int kHardest = 3;          // of `difficulty`
constexpr std::size_t kTelling = 4;  // letters from which a word of `trains` tells something

std::set<std::string> telling(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalpha(byte) != 0) {
      word += static_cast<char>(std::tolower(byte));
      continue;
    }
    if (word.size() >= kTelling) words.insert(word);
    word.clear();
  }
  return words;
}

/// Words in common over words in either (Jaccard 1901), [0, 1].
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto both = static_cast<double>(
      std::count_if(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); }));
  const double either = static_cast<double>(a.size() + b.size()) - both;
  return either == 0 ? 0 : both / either;
}

/// What was practiced: the entries of `trains` of everybody met, once a talk.
class Practice {
 public:
  explicit Practice(const Choice& choice) {
    for (const Record& record : choice.records) {
      const auto person = choice.people.find(record.case_id);
      if (!record.counts() || person == choice.people.end()) continue;
      std::vector<std::set<std::string>> talk;
      for (const std::string& trains : person->second->card.trains) talk.push_back(telling(trains));
      talks_.push_back(std::move(talk));
    }
  }

  /// In about how many talks something like it came up.
  [[nodiscard]] double of(const std::string& trains) const {
    const std::set<std::string> words = telling(trains);
    double sum = 0;
    for (const auto& talk : talks_) {
      double best = 0;
      for (const auto& one : talk) best = std::max(best, likeness(words, one));
      sum += best;
    }
    return sum;
  }

 private:
  std::vector<std::vector<std::set<std::string>>> talks_;
};

/// A step above the hardest that went well; the easiest before anything did.
int reach(const Choice& choice) {
  int hardest = 0;
  for (const Record& record : choice.records) {
    const auto person = choice.people.find(record.case_id);
    if (record.counts() && record.went_well && person != choice.people.end())
      hardest = std::max(hardest, person->second->card.difficulty);
  }
  return hardest + 1;
}

/// Few talks go well, so who has met everybody within reach may go on as well.
int widened(const Choice& choice, int reach) {
  std::set<std::string> met;
  for (const Record& record : choice.records)
    if (record.counts()) met.insert(record.case_id);
  const auto is_new = [&](const auto& one) {
    return one.second->card.difficulty <= reach && !met.contains(one.first) &&
           !choice.preferences.avoids(one.second->card.themes);
  };
  while (reach < kHardest && std::none_of(choice.people.begin(), choice.people.end(), is_new))
    ++reach;
  return reach;
}

const Record* last_met(const std::vector<Record>& records) {
  const auto last = std::find_if(records.rbegin(), records.rend(),
                                 [](const Record& record) { return record.counts(); });
  return last == records.rend() ? nullptr : &*last;
}

/// Somebody who may be recommended, and how much of what they train came up before.
struct Candidate {
  const client::Case* person;
  double practiced = 0;  ///< mean over `trains`
  std::string least;
};

Candidate weigh(const client::Case& person, const Practice& practice) {
  Candidate one{.person = &person};
  double fewest = 0;
  for (const std::string& trains : person.card.trains) {
    const double came_up = practice.of(trains);
    one.practiced += came_up / static_cast<double>(person.card.trains.size());
    if (!one.least.empty() && came_up >= fewest) continue;
    fewest = came_up;
    one.least = trains;
  }
  return one;
}

}  // namespace

std::optional<Next> next(const Choice& choice) {
  const Record* met = last_met(choice.records);
  const bool spare = comes_from_heavy(choice.records, choice.people, choice.now);
  const int step = reach(choice), within = widened(choice, step);
  const Practice practice(choice);
  std::vector<Candidate> candidates;
  for (const auto& [id, person] : choice.people) {
    const bool just_met = met != nullptr && met->case_id == id;
    const bool too_heavy = spare && is_heavy(*person);
    if (!just_met && !too_heavy && !choice.preferences.avoids(person->card.themes))
      candidates.push_back(weigh(*person, practice));
  }
  if (candidates.empty()) return std::nullopt;
  // Those beyond reach last; then what came up least; of equals the nearest to the next step.
  const auto order = [&](const Candidate& one) {
    const int beyond = std::max(0, one.person->card.difficulty - within);
    return std::tuple(beyond, one.practiced, -one.person->card.difficulty, one.person->id);
  };
  const auto& best = *std::min_element(
      candidates.begin(), candidates.end(),
      [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
  const bool steps = met != nullptr && best.person->card.difficulty == step && step > 1;
  const auto reason = met == nullptr ? Next::Reason::first
                      : spare        ? Next::Reason::lighter
                      : steps        ? Next::Reason::step
                                     : Next::Reason::least;
  return Next{best.person, reason, best.least};
}

}  // namespace attune::progress
