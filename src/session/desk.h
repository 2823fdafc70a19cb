#pragma once

#include <memory>

#include "client/case.h"
#include "client/mind.h"
#include "coach/modeled.h"
#include "language/meaning.h"
#include "language/reader.h"
#include "voice/authored.h"
#include "voice/modeled.h"

namespace attune::session {

/// One person ready to be talked with: the case, its mind and voice, and the readers that all
/// share. With `prompts` a language model may word them, with `a_ideas` it may write suggestions.
/// Neither copied nor moved; all that is given by reference or pointer must outlive it. Immutable
/// once made, so thread-safe.
struct Desk {
  Desk(client::Case a_case, const client::Dynamics& dynamics, const language::Reader& a_reader,
       const language::Meaning& a_meaning, const coach::Coach& a_coach, voice::Acts acts,
       const voice::Prompts* prompts = nullptr, const coach::ModeledCoach* a_ideas = nullptr);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  const client::Case person;
  const language::Reader& reader;
  const language::Meaning& meaning;
  const coach::Coach& coach;
  const client::Mind mind;
  voice::AuthoredVoice voice;
  const std::unique_ptr<const voice::ModeledVoice> modeled;  ///< null without prompts
  const coach::ModeledCoach* const ideas;                    ///< null without a language model
  std::string mind_version;
};

}  // namespace attune::session
