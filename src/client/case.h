#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/ways.h"
#include "conversation/event.h"
#include "conversation/theme.h"

/// A case is a person as data. docs/formats/case.md says what each field means.
namespace attune::client {

enum class Band { any, tense, low, even };

/// Something the client may type. `id` is the hash of its text, 16 hex digits: stable while the
/// words are.
struct Line {
  std::string id;
  std::string
      intent;  ///< a name of the table in docs/formats/case.md; "answer", "dodge", "ask", "met",
               ///< "fed", "correct" for the lines that stand inside topics, traps, assumptions
  std::string layer, cue, topic, trap;
  std::string asks;  ///< of a `no_answer`: the sort of question it replies to, or "" for any
  bool again = false;
  Band band = Band::any;
  conversation::Emotion emotion = conversation::Emotion::neutral;
  std::vector<std::string> bubbles;  ///< 1 to 3
  int line = 0;                      ///< in the file, for messages
};

struct Layer {
  std::string id;
  double trust = 0;
  std::string about;
  std::string unsaid;
};

struct Cue {
  std::string id;
  std::string kind;
  double weight = 0.5;
  std::string layer;
  int window = 3;  ///< supporter turns
  std::string beneath;
  std::vector<std::string> named, explored;
  std::string another_way;
  bool subtle = false;  ///< few would catch it: played, and not counted; never one of risk
};

struct Trap {
  std::string id;
  std::string kind;
  double trust = 0;
  std::vector<std::string> meets, feeds;
};

struct Topic {
  std::string id;
  Ways asked;
  std::string layer;  ///< or ""
  bool reveals = false;
};

struct Assumption {
  std::vector<std::string> assumed;
  std::string id;  ///< lines with intent "correct" carry it as `topic`
};

struct Traits {
  double reactance = 0.5, guardedness = 0.5, rumination = 0.5, expressiveness = 0.5,
         warmth_seeking = 0.5, patience = 0.5;
};

struct Risk {
  std::string level;
  double trust = 0.3;
  std::string truth;
  std::string layer;  ///< that the truth gives away, or ""
};

struct CaseCard {
  std::string who;
  std::vector<std::string> may_meet, trains;
  std::vector<conversation::Theme> themes;  ///< at least one, each once
  int difficulty = 1;
  std::string review;
};

/// What the picture rests on, for trainers and reviewers.
struct Clinical {
  std::string picture;               ///< what it trains, and which findings the person follows
  std::vector<std::string> sources;  ///< author, year, title
};

/// An expert's comment on a reply, kept as a rule for all further ones.
struct Principle {
  std::string id;
  std::string principle;             ///< the rule: one sentence about the client
  std::string by;                    ///< who said it, or ""
  std::vector<std::string> talk;     ///< the supporter's turns up to the reply; none: the opening
  std::uint64_t seed = 1;            ///< of that talk
  std::vector<std::string> never;    ///< phrases that the client does not say (`find_phrase`)
  std::vector<std::string> replies;  ///< ids of the lines that are said instead; or none
  std::vector<int> barred;           ///< lines of the file that hold such a phrase: never said
  int line = 0;                      ///< in the file, for messages
};

struct Case {
  std::string id, name, place;
  int age = 0;
  std::map<std::string, std::string> pronouns;
  CaseCard card;
  Clinical clinical;
  std::string story;
  Risk risk;
  Traits traits;
  conversation::State start;
  std::map<std::string, std::string> note;  ///< well, half, badly
  std::vector<Layer> layers;                ///< in order of disclosure
  std::vector<Cue> cues;
  std::vector<Trap> traps;
  std::vector<Topic> topics;
  std::vector<Assumption> assumptions;
  std::vector<Principle> principles;
  std::vector<Line> lines;  ///< all that may be said, also those inside topics, traps and so on
  std::string hash;         ///< 16 hex digits of the file's bytes

  [[nodiscard]] const Layer* layer(const std::string& id) const;
  [[nodiscard]] const Cue* cue(const std::string& id) const;
  [[nodiscard]] const Trap* trap(const std::string& id) const;
  [[nodiscard]] const Line* line(const std::string& id) const;
};

}  // namespace attune::client
