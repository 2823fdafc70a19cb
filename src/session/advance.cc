#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/utf8.h"
#include "language/own_distress.h"
#include "session/session.h"

namespace attune::session {
namespace {

using namespace conversation;
using base::Code;
using base::fail;
using Bodies = base::Result<std::vector<Body>>;

constexpr std::string_view kEnded = "the talk has ended; begin a new one or open its debrief";

bool is_key(std::string_view key) {
  return key.size() >= 8 && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
         });
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; });
}

base::Result<void> check_text(std::string_view text) {
  if (!base::is_utf8(text) || text.find('\0') != std::string_view::npos) {
    return fail(Code::invalid,
                "the message is not plain text; type it again and send it once more");
  }
  if (is_blank(text)) return fail(Code::invalid, "the message is empty; write something first");
  if (base::length(text) > kLongestMessage) {
    return fail(Code::too_large, "the message is longer than 8,000 characters; send it in parts");
  }
  return {};
}

struct Advance {
  const Desk& desk;
  const Progress& progress;

  Bodies operator()(const Hear& hear) const {
    if (!is_key(hear.key)) {
      return fail(Code::invalid, "a message needs a key of 8 to 64 letters, digits or '-'");
    }
    if (progress.keys.contains(hear.key)) return std::vector<Body>{};
    if (progress.closed) return fail(Code::conflict, std::string(kEnded));
    if (auto checked = check_text(hear.text); !checked) return tl::unexpected(checked.error());
    if (hear.seen < progress.last_said || progress.owed != Owed::nothing) {
      return fail(
          Code::conflict,
          "something was said that this window had not shown yet; read it, then send again");
    }
    return std::vector<Body>{Said{progress.turn + 1,
                                  Speaker::supporter,
                                  hear.text,
                                  hear.key,
                                  hear.adopted,
                                  {},
                                  {},
                                  hear.goodbye,
                                  false}};
  }

  Bodies operator()(const Suggest&) const {
    if (progress.closed) return fail(Code::conflict, std::string(kEnded));
    if (progress.talk.empty() || progress.owed != Owed::nothing) {
      return fail(Code::conflict, "ideas come once the client has said something; ask again then");
    }
    if (progress.opened.help == Help::off) {
      return fail(Code::conflict, "this talk goes without ideas; choose otherwise before the next");
    }
    if (current_cards() != nullptr) return std::vector<Body>{};
    return std::vector<Body>{suggest(desk, progress)};
  }

  Bodies operator()(const Dispute& dispute) const {
    const auto is_it = [&](const auto& one) {
      return one.turn == dispute.turn && one.kind == dispute.kind;
    };
    if (std::ranges::none_of(progress.observed.nudged, is_it))
      return fail(Code::invalid, "there is no such remark in this talk");
    if (std::ranges::any_of(progress.observed.disputed, is_it)) return std::vector<Body>{};
    if (!base::is_utf8(dispute.reason) || dispute.reason.find('\0') != std::string::npos)
      return fail(Code::invalid, "the reason is not plain text; type it again");
    if (base::length(dispute.reason) > kLongestReason)
      return fail(Code::too_large, "the reason is longer than 500 characters; shorten it");
    return std::vector<Body>{Disputed{dispute.turn, dispute.kind, dispute.reason}};
  }

  Bodies operator()(const Consult&) const {
    if (progress.closed) return fail(Code::conflict, std::string(kEnded));
    const auto& consulted = progress.observed.consulted;
    if (!consulted.empty() && consulted.back() == progress.turn) return std::vector<Body>{};
    return std::vector<Body>{Consulted{progress.turn}};
  }

  Bodies operator()(const Adopt& adopt) const {
    const Suggested* cards = current_cards();
    const bool offered = cards != nullptr && std::any_of(cards->cards.begin(), cards->cards.end(),
                                                         [&](const Suggestion& card) {
                                                           return card.kind == adopt.kind;
                                                         });
    if (!offered) return fail(Code::invalid, "no idea of that kind is on offer for these words");
    return std::vector<Body>{Adopted{progress.turn, adopt.kind}};
  }

  Bodies operator()(const Guess& guess) const {
    if (guess.turn < 0 || guess.turn > progress.turn) {
      return fail(Code::invalid, "a guess must name a turn of this talk");
    }
    return std::vector<Body>{Guessed{guess.turn, guess.emotion}};
  }

  Bodies operator()(const Pause&) const {
    if (progress.closed) return fail(Code::conflict, std::string(kEnded));
    if (progress.paused) return std::vector<Body>{};
    return std::vector<Body>{Paused{}};
  }

  Bodies operator()(const Resume&) const {
    if (!progress.paused) return std::vector<Body>{};
    return std::vector<Body>{Resumed{}};
  }

  Bodies operator()(const End& end) const {
    if (progress.closed) return std::vector<Body>{};
    if (end.how != Ending::now && end.how != Ending::stop) {
      return fail(Code::invalid, "a talk is ended with 'now' or 'stop', or by saying goodbye");
    }
    std::vector<Body> bodies = desk.mind.end(progress.standing);
    bodies.push_back(Closed{end.how});
    return bodies;
  }

  Bodies operator()(const Rate& rate) const {
    if (!progress.closed) return fail(Code::conflict, "the talk goes on; rate it after the end");
    if (progress.rated) return std::vector<Body>{};
    for (const auto& [item, value] : rate.items) {
      const auto asked = desk.self_form.items.find(item);
      if (asked == desk.self_form.items.end() || value < asked->second.first ||
          value > asked->second.second) {
        return fail(Code::invalid, "the self-rating has no such question, or no such answer to it");
      }
    }
    if (rate.redo && (*rate.redo < 1 || *rate.redo > progress.turn)) {
      return fail(Code::invalid, "the moment to redo must be one of your own turns");
    }
    return std::vector<Body>{Rated{"self", desk.self_form.instrument, rate.items, rate.redo}};
  }

 private:
  const Suggested* current_cards() const {
    const auto& all = progress.observed.suggested;
    return !all.empty() && all.back().turn == progress.turn ? &all.back() : nullptr;
  }
};

}  // namespace

base::Result<std::vector<Event>> advance(const Desk& desk, const Progress& progress,
                                         const Input& input, base::Instant now) {
  if (progress.erased) return fail(Code::conflict, kErased);
  Bodies bodies = std::visit(Advance{desk, progress}, input);
  if (!bodies) return tl::unexpected(bodies.error());
  std::vector<Event> events;
  for (Body& body : *bodies) {
    events.push_back(
        {progress.last + 1 + static_cast<Sequence>(events.size()), now, std::move(body)});
  }
  return events;
}

bool wants_check_in(const Progress& progress, const Hear& hear) {
  if (hear.in_exercise || progress.closed || progress.keys.contains(hear.key)) return false;
  return language::own_distress(hear.text).has_value();
}

}  // namespace attune::session
