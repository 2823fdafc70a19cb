#include "study/planted.h"

#include <algorithm>
#include <functional>

namespace attune::study {
namespace {

using conversation::TurnNumber;
using review::RaterKind;

using Group = std::vector<SimulatedRater>;

Group of_kind(const std::vector<SimulatedRater>& all, RaterKind kind) {
  Group group;
  std::ranges::copy_if(all, std::back_inserter(group),
                       [&](const SimulatedRater& rater) { return rater.who.kind == kind; });
  return group;
}

double mean(const Group& group, const std::function<double(const SimulatedRater&)>& of) {
  double sum = 0;
  for (const SimulatedRater& rater : group) sum += of(rater);
  return sum / static_cast<double>(group.size());
}

/// Share of all replies that the group marks.
double share(const Demo& demo, const Group& group, const std::string& code) {
  double marked = 0;
  int replies = 0;
  for (const DemoTalk& talk : demo.talks) {
    for (TurnNumber turn = 1; turn <= talk.planted.replies; ++turn)
      marked += mean(group, [&](const SimulatedRater& rater) {
        return chance(rater, code, talk.planted.has(turn, code));
      });
    replies += talk.planted.replies;
  }
  return marked / replies;
}

double answer(const Demo& demo, const Group& group, const std::string& item) {
  double sum = 0;
  for (const DemoTalk& talk : demo.talks)
    sum += mean(group,
                [&](const SimulatedRater& rater) { return expected(rater, item, talk.planted); });
  return sum / static_cast<double>(demo.talks.size());
}

/// How likely a mark falls on the reply that passed the cue, or on one soon after.
double noticed(const SimulatedRater& rater, const review::Planted& cue, const PlantedTalk& talk) {
  double none = 1;
  const int last = std::min(cue.opened + kCueWindow, talk.replies);
  for (TurnNumber turn = cue.opened + 1; turn <= last; ++turn)
    none *= 1 - chance(rater, "missed_cue", talk.has(turn, "missed_cue"));
  return 1 - none;
}

/// Share of the missed cues of each kind.
std::map<std::string, double> noticed(const Demo& demo, const Group& group) {
  std::map<std::string, double> sum, count;
  for (const DemoTalk& talk : demo.talks)
    for (const review::Planted& cue : demo.beneath.at(talk.planted.id).cues) {
      if (!is_passed(cue, talk.planted)) continue;
      count[cue.kind] += 1;
      sum[cue.kind] += mean(
          group, [&](const SimulatedRater& rater) { return noticed(rater, cue, talk.planted); });
    }
  for (auto& [kind, total] : sum) total /= count[kind];
  return sum;
}

}  // namespace

bool is_passed(const review::Planted& cue, const PlantedTalk& talk) {
  return cue.end == conversation::CueChange::missed && cue.opened < talk.replies;
}

std::vector<PlantedFigure> planted_figures(const Demo& demo) {
  const Group peers = of_kind(demo.raters, RaterKind::peer);
  const Group experts = of_kind(demo.raters, RaterKind::expert);
  const Group self{{{"", RaterKind::self, ""}, 0}};
  using Of = PlantedFigure::Of;
  std::vector<PlantedFigure> all;
  for (const std::string& code : rated_codes()) {
    const double by_peers = share(demo, peers, code), by_experts = share(demo, experts, code);
    all.push_back({Of::code, code, "peer", by_peers});
    all.push_back({Of::code, code, "expert", by_experts});
    all.push_back({Of::code, code, "peer_expert", by_peers - by_experts});
  }
  for (const std::string& item : rated_items()) {
    const double by_self = answer(demo, self, item), by_peers = answer(demo, peers, item),
                 by_experts = answer(demo, experts, item);
    all.push_back({Of::item, item, "self", by_self});
    all.push_back({Of::item, item, "peer", by_peers});
    all.push_back({Of::item, item, "expert", by_experts});
    all.push_back({Of::item, item, "self_expert", by_self - by_experts});
    all.push_back({Of::item, item, "peer_expert", by_peers - by_experts});
  }
  const auto by_peers = noticed(demo, peers), by_experts = noticed(demo, experts);
  for (const auto& [kind, value] : by_peers) {
    all.push_back({Of::cue, kind, "peer", value});
    all.push_back({Of::cue, kind, "expert", by_experts.at(kind)});
    all.push_back({Of::cue, kind, "peer_expert", value - by_experts.at(kind)});
  }
  return all;
}

}  // namespace attune::study
