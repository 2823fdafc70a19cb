#include "server/live.h"

#include "server/sessions.h"
#include "server/wire_json.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using conversation::SessionId;

const base::Error kBusy{Code::busy, "the server has too much to do; try again in a moment"};

void turn_away(Socket& socket, const base::Error& error) {
  socket.send(error_frame(error, ""));
  socket.close();
}

void join(Site& site, const SessionId& id, conversation::Sequence seen,
          const std::shared_ptr<Socket>& socket) {
  const bool taken = site.rooms.enter(id, [socket, seen](Room& room, const Stay& stay) {
    room.open([&room, stay, socket, seen](const Result<void>& opened) {
      if (!opened) return turn_away(*socket, opened.error());
      room.join(socket, seen);
    });
  });
  if (!taken) turn_away(*socket, kBusy);
}

void take(Site& site, const SessionId& id, const std::string& text,
          const std::shared_ptr<Socket>& socket) {
  const Frame frame = read_frame(text);
  if (!frame.input) return socket->send(error_frame(frame.input.error(), frame.key));
  const bool taken = site.rooms.enter(id, [socket, frame](Room& room, const Stay& stay) {
    room.open([&room, stay, socket, frame](const Result<void>& opened) {
      if (!opened) return socket->send(error_frame(opened.error(), frame.key));
      room.act(*frame.input, socket, stay);
    });
  });
  if (!taken) socket->send(error_frame(kBusy, frame.key));
}

}  // namespace

Receive go_live(Site& site, const std::string& session, const Request& request,
                std::shared_ptr<Socket> socket) {
  const SessionId id(session);
  const auto seen = after(request);
  if (seen) {
    join(site, id, *seen, socket);
  } else {
    turn_away(*socket, {Code::invalid, "after must be the number of an event"});
  }
  return [&site, id, socket](FrameKind kind, const std::string& text) {
    switch (kind) {
      case FrameKind::text:
        return take(site, id, text, socket);
      case FrameKind::binary:
        return socket->send(error_frame({Code::invalid, "frames must be text"}, ""));
      case FrameKind::too_large:
        return socket->send(error_frame({Code::too_large, "a frame holds at most 64 KiB"}, ""));
    }
  };
}

}  // namespace attune::server
