#include "study/principle.h"

#include <algorithm>

#include "client/principle.h"
#include "study/talk.h"

namespace attune::study {

base::Result<Followed> replay(session::Desk& desk, const client::Principle& principle) {
  std::vector<conversation::Turn> turns;
  for (const std::string& text : principle.talk)
    turns.push_back({conversation::Speaker::supporter, text});
  const auto supporter = replay(turns);
  const int last = static_cast<int>(turns.size());
  const auto log = hold_talk(desk, *supporter, {principle.seed, last});
  if (!log) return tl::unexpected(log.error());
  for (const conversation::Event& event : *log) {
    const auto* said = std::get_if<conversation::Said>(&event.body);
    if (said == nullptr || said->speaker != conversation::Speaker::client || said->turn != last)
      continue;
    Followed followed{Followed::How::yes, 0, said->text};
    if (const auto phrase = client::find_phrase(principle.never, said->text)) {
      followed.how = Followed::How::holds_phrase;
      followed.phrase = *phrase + 1;
    } else if (!principle.replies.empty() &&
               std::ranges::find_first_of(said->lines, principle.replies) == said->lines.end()) {
      followed.how = Followed::How::no_reply;
    }
    return followed;
  }
  return Followed{Followed::How::ended, 0, ""};
}

std::string complaint(const client::Principle& principle, const Followed& followed) {
  const std::string turn = "principle \"" + principle.id + "\": the reply to turn " +
                           std::to_string(principle.talk.size());
  switch (followed.how) {
    case Followed::How::yes:
      return "";
    case Followed::How::holds_phrase:
      return turn + " still holds phrase " + std::to_string(followed.phrase) + " of `never`";
    case Followed::How::no_reply:
      return turn + " is none of its `replies`";
    case Followed::How::ended:
      return turn + " does not come: the talk ends before it";
  }
  return "";
}

}  // namespace attune::study
