#pragma once

#include <string>
#include <vector>

#include "client/case.h"
#include "conversation/event.h"
#include "debrief/debrief.h"

namespace attune::debrief {

/// A person made up for the tests, with every kind of thing that a debrief speaks of.
[[nodiscard]] client::Case staged_person(const std::string& risk_level);

/// The texts of content/debrief.yaml.
[[nodiscard]] const Texts& house_texts();

/// Writes a log by hand, turn by turn, so that a test reads as a dialogue.
class StagedTalk {
 public:
  explicit StagedTalk(std::uint64_t seed = 7);

  /// How a reply reads and what it moves.
  struct Effect {
    double trust = 0, guard = 0;
    std::string cause;  ///< "met" or "advice" by the sign of `trust` when left out
    conversation::MainSkill main = conversation::MainSkill::reflection;
    std::vector<conversation::Skill> skills;
    bool about_suicide = false, about_safety = false, leading = false;
  };

  StagedTalk& client(const std::string& words);  ///< the client's words of the present turn
  StagedTalk& reply(const std::string& words, const Effect& effect);  ///< begins the next turn
  StagedTalk& reply(const std::string& words) { return reply(words, {}); }
  StagedTalk& borrow(const std::string& card, const std::string& sent);  ///< from a suggestion
  StagedTalk& opens(const std::string& cue);
  StagedTalk& hints_again(const std::string& cue);
  StagedTalk& catches(const std::string& cue, const std::string& how, bool late = false,
                      double probability = 0.9);
  StagedTalk& withdraws(const std::string& cue);
  StagedTalk& misses(const std::string& cue);
  StagedTalk& springs(const std::string& trap);
  StagedTalk& reacts(const std::string& trap, bool met);
  StagedTalk& answers_risk(const std::string& how);
  StagedTalk& discloses(const std::string& layer);
  StagedTalk& leaves_with(const std::string& ending);  ///< the client's own goodbye
  StagedTalk& nudges(const std::string& kind);         ///< on the present turn
  StagedTalk& disputes(const std::string& kind, const std::string& reason);
  StagedTalk& consults();
  StagedTalk& ends(conversation::Ending how);
  StagedTalk& rates(std::optional<conversation::TurnNumber> redo, int understood = 3);
  StagedTalk& skips_rating();

  /// A new talk that goes on from before `turn` of this one.
  [[nodiscard]] StagedTalk branch(conversation::TurnNumber turn) const;

  [[nodiscard]] const std::vector<conversation::Event>& events() const { return events_; }

 private:
  void write(conversation::Body body);

  std::vector<conversation::Event> events_;
  conversation::State state_;
  conversation::TurnNumber turn_ = 0;
};

}  // namespace attune::debrief
