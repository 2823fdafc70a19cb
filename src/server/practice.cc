#include "server/practice.h"

#include <algorithm>

#include "progress/archive.h"
#include "progress/fading.h"
#include "progress/progress.h"
#include "server/practice_json.h"
#include "server/status.h"
#include "server/work.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using conversation::HelpWish;
using conversation::Preferences;

progress::People people(const Services& services) {
  progress::People people;
  for (const auto& [id, desk] : services.desks) people[id] = &desk->person;
  return people;
}

/// "substance use, suicide": what the person brings of what is left out.
std::string left_out(const client::Case& person, const Preferences& preferences) {
  std::string all;
  for (const conversation::Theme theme : person.card.themes) {
    if (!preferences.avoids({theme})) continue;
    std::string words(conversation::name(theme));
    std::replace(words.begin(), words.end(), '_', ' ');
    all += (all.empty() ? "" : ", ") + words;
  }
  return all;
}

}  // namespace

void tell_preferences(Site& site, const Request& request, const std::string&,
                      const Answer& answer) {
  const std::string owner = request.who.account;
  work_json(site, answer, [&services = site.services, owner]() -> Result<std::string> {
    const auto preferences = services.preferences.preferences(owner);
    if (!preferences) return tl::unexpected(preferences.error());
    return preferences_json(*preferences);
  });
}

void keep_preferences(Site& site, const Request& request, const std::string&,
                      const Answer& answer) {
  const auto wish = read_preferences(request.body);
  if (!wish) return answer(refusal(wish.error()));
  const std::string owner = request.who.account;
  work_json(site, answer,
            [&services = site.services, owner, wish = *wish]() -> Result<std::string> {
              if (auto kept = services.preferences.put(owner, wish); !kept)
                return tl::unexpected(kept.error());
              return preferences_json(wish);
            });
}

void tell_progress(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const std::string owner = request.who.account;
  work_json(site, answer, [&services = site.services, owner]() -> Result<std::string> {
    const auto preferences = services.preferences.preferences(owner);
    if (!preferences) return tl::unexpected(preferences.error());
    const auto known = people(services);
    const auto records = services.archive.read(services.log, known, owner);
    if (!records) return tl::unexpected(records.error());
    return progress::progress_json({.records = *records,
                                    .people = known,
                                    .preferences = *preferences,
                                    .texts = services.progress_texts,
                                    .now = services.clock.now()});
  });
}

Result<void> check_welcome(const Services& services, const std::string& owner,
                           const client::Case& person) {
  const auto preferences = services.preferences.preferences(owner);
  if (!preferences) return tl::unexpected(preferences.error());
  const std::string themes = left_out(person, *preferences);
  if (themes.empty()) return {};
  return base::fail(Code::conflict,
                    person.name + " brings what you chose to leave out (" + themes +
                        "); if you want to meet them all the same, change that in the settings, "
                        "under \"Leave out people who bring\"");
}

Result<session::Manner> manner(const Services& services, const std::string& owner,
                               std::optional<HelpWish> wish) {
  if (!wish) {
    const auto preferences = services.preferences.preferences(owner);
    if (!preferences) return tl::unexpected(preferences.error());
    wish = preferences->help;
  }
  if (*wish != HelpWish::fading)
    return session::Manner{conversation::help(conversation::name(*wish)).value(), false};
  const auto records = services.archive.read(services.log, people(services), owner);
  if (!records) return tl::unexpected(records.error());
  return session::Manner{progress::fading(*records).next(), true};
}

}  // namespace attune::server
