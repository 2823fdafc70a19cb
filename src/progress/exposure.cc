#include "progress/exposure.h"

#include <algorithm>

namespace attune::progress {
namespace {

using conversation::Theme;
using std::chrono::hours;

// Our choice, all of them.
constexpr hours kDay{24};      // two heavy talks within it are two close together
constexpr hours kCheckIn{12};  // how long after a heavy talk we ask
constexpr hours kCoolDown{8};  // how long after the second we suggest something else

bool is_heavy(const Record& record, const People& people) {
  if (record.ending == conversation::Ending::stop) return true;
  const auto person = people.find(record.case_id);
  return record.counts() && person != people.end() && progress::is_heavy(*person->second);
}

const Record* later(const Record* one, const Record& other) {
  return one == nullptr || one->closed < other.closed ? &other : one;
}

}  // namespace

bool is_heavy(const client::Case& person) {
  if (person.risk.level == "moderate" || person.risk.level == "high") return true;
  const bool thinks_of_it = person.risk.level != "none";  // else it is only to be asked about
  const auto& themes = person.card.themes;
  return std::any_of(themes.begin(), themes.end(), [&](Theme theme) {
    return (theme == Theme::suicide && thinks_of_it) || theme == Theme::self_harm ||
           theme == Theme::abuse || theme == Theme::psychosis || theme == Theme::trauma;
  });
}

std::string_view name(Exposure::State state) {
  constexpr std::string_view kNames[] = {"fine", "check_in", "cool_down"};
  return kNames[static_cast<std::size_t>(state)];
}

Exposure exposure(const std::vector<Record>& records, const People& people, base::Instant now) {
  const Record* last = nullptr;
  for (const Record& record : records)
    if (is_heavy(record, people)) last = later(last, record);
  if (last == nullptr) return {};
  const bool two = std::any_of(records.begin(), records.end(), [&](const Record& record) {
    return &record != last && is_heavy(record, people) && record.closed + kDay >= last->closed;
  });
  if (two && now < last->closed + kCoolDown)
    return {Exposure::State::cool_down, last->closed + kCoolDown, last};
  if (now < last->closed + kCheckIn)
    return {Exposure::State::check_in, last->closed + kCheckIn, last};
  return {};
}

bool comes_from_heavy(const std::vector<Record>& records, const People& people, base::Instant now) {
  const Record* last = nullptr;
  for (const Record& record : records) last = later(last, record);
  return last != nullptr && is_heavy(*last, people) && now < last->closed + kDay;
}

}  // namespace attune::progress
