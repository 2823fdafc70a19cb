#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "client/case.h"
#include "client/mind.h"
#include "coach/modeled.h"
#include "language/meaning.h"
#include "language/reader.h"
#include "voice/authored.h"
#include "voice/modeled.h"

namespace attune::session {

/// The instrument that supporters fill in on their own talk, as raters will: its id, and the lowest
/// and highest answer of each item.
struct SelfForm {
  std::string instrument = "support-quality";
  std::map<std::string, std::pair<int, int>> items = {
      {"understood", {1, 5}}, {"stayed", {1, 5}}, {"room", {1, 5}}};
};

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
  SelfForm self_form;  ///< set before the desk is used
};

}  // namespace attune::session
