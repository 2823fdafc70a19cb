#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "review/beneath.h"
#include "review/book.h"
#include "session/session.h"
#include "study/raters.h"

/// A worked example that anyone can rerun: a study of peer supporters and experts in the shape of a
/// published one (Sim, Lee & Choo 2025: 12 supporters, then 5 experts in its first two versions and
/// 6 in the third), with simulated supporters of known habits and simulated raters of known
/// severity and error. It shows that the arithmetic works; it says nothing of people.
namespace attune::study {

struct DemoOptions {
  std::uint64_t seed = 1;
  int experts = 6;  ///< 2 at least
};

struct DemoTalk {
  PlantedTalk planted;
  std::string supporter;  ///< "Supporter 1"
  int lapses = 0;         ///< replies of its supporter's habit
  std::vector<conversation::Event> log;
};

/// What a figure of the map would be, were there no chance in it: the mean over talks and raters of
/// what each was told to do, given what the talks turned out to hold.
struct PlantedFigure {
  enum class Of {
    code,  ///< share of replies that a group marks
    item,  ///< mean answer of a group
    cue    ///< share of missed cues of a kind whose passing a group marks
  } of = Of::code;
  std::string row;     ///< id of the code or item, or kind of the cue
  std::string column;  ///< "self", "peer", "expert", or a gap: "peer_expert", "self_expert"
  double value = 0;
};

struct Demo {
  DemoOptions options;
  std::vector<SimulatedRater> raters;              ///< peers, then experts
  std::vector<DemoTalk> talks;                     ///< by id
  review::Book book;                               ///< all talks, ratings and one batch
  std::map<std::string, review::Beneath> beneath;  ///< by talk
  std::vector<PlantedFigure> planted;
};

inline constexpr int kDemoSupporters = 12, kDemoTalksEach = 3, kDemoPeers = 6;
inline constexpr int kDemoReplies = 10;  ///< in a talk, unless the client leaves before

/// Holds the talks with `desks` and has them rated. Pure in the desks' cases and the options; some
/// tenths of a second.
[[nodiscard]] base::Result<Demo> demo(const std::vector<session::Desk*>& desks,
                                      const DemoOptions& options);

}  // namespace attune::study
