#include "server/live.h"

#include "server/sessions.h"
#include "server/status.h"
#include "server/wire_json.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using conversation::SessionId;

/// A socket on a session, and the browser that opened it.
struct Line {
  SessionId id;
  std::string browser;  ///< its token; "" in local mode
  // Shared with its room; see Socket.
  std::shared_ptr<Socket> socket;
};

void turn_away(Socket& socket, const base::Error& error, const std::string& key = "") {
  socket.send(error_frame(error, key));
  socket.close();
}

/// Who is at the other end now: they may have signed out since.
Result<Who> who_speaks(Site& site, const Line& line) {
  if (site.team == nullptr) return Who{};
  auto who = site.team->who(line.browser);
  if (who && !who->may(people::Act::practice))
    return base::fail(Code::sign_in, "your sign-in has ended; sign in again and go on from here");
  return who;
}

/// Opens the room for whoever is at the other end, on a worker; or says why not.
void open(Site& site, const Line& line, Room& room, Room::Then then) {
  const auto who = who_speaks(site, line);
  if (!who) return then(tl::unexpected(who.error()));
  room.open_for(*who, Access::own, std::move(then));
}

void join(Site& site, const Line& line, conversation::Sequence seen) {
  const bool taken = site.rooms.enter(line.id, [&site, line, seen](Room& room, const Stay& stay) {
    open(site, line, room, [&room, stay, line, seen](const Result<void>& opened) {
      if (!opened) return turn_away(*line.socket, opened.error());
      room.join(line.socket, seen, stay);
    });
  });
  if (!taken) turn_away(*line.socket, busy());
}

void take(Site& site, const Line& line, const std::string& text) {
  const Frame frame = read_frame(text);
  if (!frame.input) return line.socket->send(error_frame(frame.input.error(), frame.key));
  const bool taken = site.rooms.enter(line.id, [&site, line, frame](Room& room, const Stay& stay) {
    open(site, line, room, [&room, stay, line, frame](const Result<void>& opened) {
      if (opened) return room.act(*frame.input, line.socket, stay);
      if (opened.error().code == Code::sign_in)
        return turn_away(*line.socket, opened.error(), frame.key);
      line.socket->send(error_frame(opened.error(), frame.key));
    });
  });
  if (!taken) line.socket->send(error_frame(busy(), frame.key));
}

}  // namespace

Receive go_live(Site& site, const std::string& session, const Request& request,
                std::shared_ptr<Socket> socket) {
  const Line line{SessionId(session), site.team == nullptr ? "" : site.team->browser(request),
                  std::move(socket)};
  const auto seen = after(request);
  if (seen) {
    join(site, line, *seen);
  } else {
    turn_away(*line.socket, {Code::invalid, "after must be the number of an event"});
  }
  return [&site, line](FrameKind kind, const std::string& text) {
    switch (kind) {
      case FrameKind::text:
        return take(site, line, text);
      case FrameKind::binary:
        return line.socket->send(error_frame({Code::invalid, "frames must be text"}, ""));
      case FrameKind::too_large:
        return line.socket->send(
            error_frame({Code::too_large, "a frame holds at most 64 KiB"}, ""));
    }
  };
}

}  // namespace attune::server
