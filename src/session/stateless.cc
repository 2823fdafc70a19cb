#include "session/stateless.h"

namespace attune::session {
namespace {

using conversation::Event;
using conversation::Speaker;
using conversation::Turn;

class Again {
 public:
  Again(Desk& desk, std::uint64_t seed) : desk_(desk), progress_(session::begin(desk.person)) {
    take({open(desk, seed, {})});
  }

  [[nodiscard]] bool closed() const { return progress_.closed; }
  [[nodiscard]] const std::string& last_words() const { return progress_.talk.back().text; }

  base::Result<void> hear(const std::string& text) {
    const Hear hear{text, "turn-" + std::to_string(1000 + progress_.turn + 1), progress_.last, "",
                    false};
    return take(advance(desk_, progress_, hear, {}));
  }

  /// The client's turn: `words` where they are known.
  base::Result<void> speak(const std::string* words) {
    return take(words != nullptr ? settle_as(desk_, progress_, *words, {})
                                 : settle(desk_, progress_, {}));
  }

 private:
  base::Result<void> take(base::Result<std::vector<Event>> events) {
    if (!events) return tl::unexpected(events.error());
    for (const Event& event : *events) fold(progress_, event);
    return {};
  }
  void take(std::initializer_list<Event> events) {
    for (const Event& event : events) fold(progress_, event);
  }

  Desk& desk_;
  Progress progress_;
};

}  // namespace

base::Result<Reply> reply_to(Desk& desk, std::span<const Turn> talk, std::uint64_t seed) {
  Again again(desk, seed);
  const bool opened = !talk.empty() && talk.front().speaker == Speaker::client;
  if (auto spoken = again.speak(opened ? &talk.front().text : nullptr); !spoken)
    return tl::unexpected(spoken.error());
  for (std::size_t at = opened ? 1 : 0; at < talk.size(); at += 2) {
    if (again.closed()) return Reply{voice::exercise_over(desk.person), true};
    if (auto heard = again.hear(talk[at].text); !heard) return tl::unexpected(heard.error());
    const std::string* known = at + 1 < talk.size() ? &talk[at + 1].text : nullptr;
    if (auto spoken = again.speak(known); !spoken) return tl::unexpected(spoken.error());
  }
  return Reply{again.last_words(), again.closed()};
}

}  // namespace attune::session
