#include "study/demo.h"

#include <algorithm>
#include <array>

#include "base/draw.h"
#include "study/planted.h"
#include "study/talk.h"

namespace attune::study {
namespace {

using base::Result;
using conversation::Event;
using conversation::TurnNumber;
using review::RaterKind;

/// Who does what: three who give advice, three who reassure, two of each other kind.
constexpr std::array<Leaning, kDemoSupporters> kWho{
    Leaning::advice,    Leaning::reassurance, Leaning::passing_by,  Leaning::lecturing,
    Leaning::sound,     Leaning::advice,      Leaning::reassurance, Leaning::passing_by,
    Leaning::lecturing, Leaning::sound,       Leaning::advice,      Leaning::reassurance};

constexpr const char* kBatch = "simulated";

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The code that a reply of the habit deserves; what passes hints by the ledger tells.
const char* fault(Leaning leaning) {
  switch (leaning) {
    case Leaning::advice:
      return "premature_advice";
    case Leaning::reassurance:
      return "false_reassurance";
    case Leaning::lecturing:
      return "lecturing";
    case Leaning::passing_by:
    case Leaning::sound:
      break;
  }
  return nullptr;
}

std::vector<conversation::Turn> turns_of(const std::vector<Event>& log) {
  std::vector<conversation::Turn> turns;
  for (const Event& event : log)
    if (const auto* said = std::get_if<conversation::Said>(&event.body))
      turns.push_back({said->speaker, said->text});
  return turns;
}

int replies_of(const std::vector<conversation::Turn>& turns) {
  return static_cast<int>(
      std::ranges::count(turns, conversation::Speaker::supporter, &conversation::Turn::speaker));
}

std::map<std::string, std::string> cue_kinds(const client::Case& person) {
  std::map<std::string, std::string> kinds;
  for (const client::Cue& cue : person.cues) kinds[cue.id] = cue.kind;
  return kinds;
}

/// Builds the example step by step.
class Builder {
 public:
  Builder(const std::vector<session::Desk*>& desks, const DemoOptions& options) : desks_(desks) {
    demo_.options = options;
    demo_.raters = simulated_raters(RaterKind::peer, kDemoPeers);
    std::ranges::copy(simulated_raters(RaterKind::expert, options.experts),
                      std::back_inserter(demo_.raters));
  }

  Result<void> hold(int supporter, int round) {
    const int number = supporter * kDemoTalksEach + round;
    const std::string id = "simulated-" + two_digits(number + 1);
    const std::uint64_t seed = base::hash(id + "/" + std::to_string(demo_.options.seed));
    const Leaning leaning = kWho[static_cast<std::size_t>(supporter)];
    // Each supporter meets others, and each client is met equally often.
    const auto step = desks_.size() / kDemoTalksEach;
    session::Desk& desk = *desks_[(static_cast<std::size_t>(supporter) +
                                   static_cast<std::size_t>(round) * step + demo_.options.seed) %
                                  desks_.size()];
    const auto who = make_supporter(leaning, desk.coach, seed);
    auto log =
        hold_talk(desk, *who, {.seed = seed, .turns = kDemoReplies, .remarks = true, .ends = true});
    if (!log) return tl::unexpected(base::wrap("holding a simulated talk", log.error()));
    DemoTalk talk{{id, leaning, 0, {}}, "Supporter " + std::to_string(supporter + 1), 0, *log};
    take(std::move(talk), desk.person, seed);
    return {};
  }

  Demo finish() && {
    review::Batch batch{.id = kBatch,
                        .title = "The worked example (simulated)",
                        .instruments = {"critique", "support-quality"},
                        .seed = demo_.options.seed};
    for (const DemoTalk& talk : demo_.talks) batch.talks.push_back(talk.planted.id);
    for (const SimulatedRater& rater : demo_.raters) batch.raters.push_back(rater.who.id);
    fold(demo_.book, std::move(batch));
    for (const DemoTalk& talk : demo_.talks)
      for (const SimulatedRater& rater : demo_.raters)
        fold(demo_.book,
             review::Rating{std::string(kBatch) + "/" + talk.planted.id, talk.planted.id, rater.who,
                            form(rater, talk.planted, demo_.options.seed), talk.log.back().at});
    demo_.planted = planted_figures(demo_);
    return std::move(demo_);
  }

 private:
  void take(DemoTalk talk, const client::Case& person, std::uint64_t seed) {
    const auto turns = turns_of(talk.log);
    PlantedTalk& planted = talk.planted;
    planted.replies = replies_of(turns);
    for (TurnNumber turn = 1; turn <= planted.replies; ++turn) {
      if (!lapses(planted.leaning, seed, turn)) continue;
      ++talk.lapses;
      if (const char* code = fault(planted.leaning)) planted.faults[turn].insert(code);
    }
    for (const review::Planted& cue : review::beneath(planted.id, talk.log, cue_kinds(person)).cues)
      if (is_passed(cue, planted)) planted.faults[cue.opened + 1].insert("missed_cue");
    rate_self(talk);
    demo_.beneath[planted.id] = review::beneath(planted.id, talk.log, cue_kinds(person));
    fold(demo_.book, review::Talk{.id = planted.id,
                                  .origin = review::Origin::simulated,
                                  .turns = turns,
                                  .supporter = talk.supporter,
                                  .case_id = person.id});
    demo_.talks.push_back(std::move(talk));
  }

  void rate_self(DemoTalk& talk) const {
    const SimulatedRater self{{talk.supporter, RaterKind::self, ""}, 0};
    const Event& last = talk.log.back();
    talk.log.push_back(
        {last.seq + 1, last.at,
         conversation::Rated{"self", "support-quality",
                             answers(self, talk.planted, demo_.options.seed), std::nullopt}});
  }

  const std::vector<session::Desk*>& desks_;
  Demo demo_;
};

}  // namespace

Result<Demo> demo(const std::vector<session::Desk*>& desks, const DemoOptions& options) {
  if (desks.size() < kDemoTalksEach)
    return base::fail(base::Code::not_found,
                      "the worked example needs three clients; put the program's content back");
  if (options.experts < 2)
    return base::fail(base::Code::invalid, "the worked example needs two experts at least");
  Builder builder(desks, options);
  for (int supporter = 0; supporter < kDemoSupporters; ++supporter)
    for (int round = 0; round < kDemoTalksEach; ++round)
      if (auto held = builder.hold(supporter, round); !held) return tl::unexpected(held.error());
  return std::move(builder).finish();
}

}  // namespace attune::study
