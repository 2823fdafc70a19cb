#pragma once

#include <filesystem>

#include "server/rooms.h"
#include "server/team.h"

namespace attune::server {

/// What the handlers of all groups work with.
struct Site {
  const Services& services;
  Rooms& rooms;
  std::filesystem::path web;
  Team* team = nullptr;  ///< null in local mode
};

}  // namespace attune::server
