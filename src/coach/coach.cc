#include "coach/coach.h"

#include <algorithm>
#include <utility>

#include "base/draw.h"
#include "coach/phrases_yaml.h"

namespace attune::coach {

using conversation::Observed;
using conversation::Suggested;

struct Coach::Parts {
  Phrases phrases;
  const language::Reader& reader;
  const language::Meaning& meaning;
};

Coach::Coach(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Coach::~Coach() = default;

base::Result<std::unique_ptr<Coach>> Coach::open(const std::filesystem::path& phrases,
                                                 const language::Reader& reader,
                                                 const language::Meaning& meaning) {
  auto loaded = load_phrases(phrases);
  if (!loaded) return tl::unexpected(loaded.error());
  return std::unique_ptr<Coach>(
      new Coach(std::unique_ptr<Parts>(new Parts{std::move(*loaded), reader, meaning})));
}

Suggested Coach::suggest(const Observed& observed, std::uint64_t seed) const {
  Suggested suggested;
  const auto last = std::find_if(observed.lines.rbegin(), observed.lines.rend(), [](const auto& line) {
    return line.said.speaker == conversation::Speaker::client;
  });
  if (last == observed.lines.rend()) return suggested;
  suggested.turn = last->turn;
  const Situation& situation = *parts_->phrases.find("neutral");
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const Pool& pool = situation.pools[kind];
    const auto open = [](const std::string& phrase) { return phrase.find('{') == phrase.npos; };
    std::vector<std::string> fit;
    std::copy_if(pool.say.begin(), pool.say.end(), std::back_inserter(fit), open);
    const auto turn = static_cast<std::uint64_t>(last->turn);
    suggested.cards.push_back({std::string(kKindNames[kind]), pool.skill, pool.why,
                               fit[base::draw_index(seed, turn, kKindNames[kind], fit.size())]});
  }
  return suggested;
}

}  // namespace attune::coach
