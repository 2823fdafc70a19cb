#pragma once

#include <filesystem>
#include <memory>

#include "client/case_yaml.h"
#include "client/dynamics.h"
#include "session/desk.h"
#include "voice/acts_yaml.h"

namespace attune::fakes {

/// The real readers and one real client, for all tests of a file: none changes them.
struct Stage {
  std::filesystem::path root = ATTUNE_ROOT;
  std::unique_ptr<language::Reader> reader = *language::Reader::open(root / "models");
  std::unique_ptr<language::Meaning> meaning =
      *language::Meaning::open(root / "models", root / "content" / "lexicons");
  std::unique_ptr<coach::Coach> coach = *coach::Coach::open(
      {root / "content" / "suggestions.yaml", root / "content" / "nudges.yaml"}, *reader, *meaning);
  voice::Prompts prompts = *voice::load_prompts(root / "content" / "prompts");
  session::Desk desk{*client::load_case(root / "content" / "clients" / "hidayah.yaml"),
                     *client::load_dynamics(root / "content" / "dynamics.yaml"),
                     *reader,
                     *meaning,
                     *coach,
                     *voice::load_acts(root / "content" / "acts.yaml"),
                     &prompts};
};

}  // namespace attune::fakes
