#pragma once

#include <filesystem>

#include "server/rooms.h"

namespace attune::server {

/// What the handlers of all groups work with.
struct Site {
  const Services& services;
  Rooms& rooms;
  std::filesystem::path web;
};

}  // namespace attune::server
