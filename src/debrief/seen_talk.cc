#include "debrief/seen_talk.h"

#include <algorithm>

#include "debrief/quoting.h"

namespace attune::debrief {

using conversation::MainSkill;
using conversation::Reading;
using conversation::Skill;
using conversation::Speaker;

namespace {

constexpr double kLeave = 0.5;

bool is_main(const SeenReply& reply, MainSkill main) {
  const auto& reading = reply.said->reading;
  return reading && reading->skills && reading->skills->main == main;
}

}  // namespace

bool SeenReply::asks() const {
  return is_main(*this, MainSkill::question);
}

bool SeenReply::mainly_reflects() const {
  return is_main(*this, MainSkill::reflection);
}

bool SeenReply::reflects() const {
  return mainly_reflects() || said->has_skill(Skill::simple_reflection) ||
         said->has_skill(Skill::complex_reflection);
}

bool SeenReply::advises_unasked() const {
  if (!said->has_skill(Skill::advise_without_permission) || fit.permission >= kLeave) return false;
  if (said->has_skill(Skill::self_disclosure)) return false;
  return said->reading->asks && said->reading->asks->advice && !said->reading->asks->permission;
}

bool SeenReply::is_frame() const {
  return said->has_skill(Skill::closing) || said->has_skill(Skill::introduction);
}

SeenTalk fold_seen(const conversation::Observed& observed, const std::vector<language::Fit>& fits,
                   const Texts& texts) {
  SeenTalk seen;
  std::vector<std::pair<const Reading*, const Reading*>> around;
  std::string client;
  const Reading* last = nullptr;
  for (const auto& line : observed.lines) {
    const Reading* reading = line.reading ? &*line.reading : nullptr;
    if (line.said.speaker == Speaker::supporter) {
      Exchange& one = seen.talk.exchanges.emplace_back();
      one.turn = line.turn;
      one.client = client;
      one.reply = line.said.text;
      one.reading = line.reading;
      if (one.reading && one.reading->asks && !mentions(one.reply, texts.of("said.asks_suicide")))
        one.reading->asks->about_suicide = false;
      around.emplace_back(last, nullptr);
      continue;
    }
    client = line.said.text;
    last = reading;
    seen.messages.push_back(client);
    if (seen.talk.exchanges.empty()) {
      seen.talk.opening = client;
    } else {
      seen.talk.exchanges.back().answer = client;
      around.back().second = reading;
    }
  }
  for (std::size_t i = 0; i < around.size(); ++i)
    seen.replies.push_back({&seen.talk.exchanges[i], around[i].first, around[i].second,
                            i < fits.size() ? fits[i] : language::Fit{}});
  return seen;
}

bool speaks_of_risk(const std::string& words, const Reading* reading, const Texts& texts) {
  for (const char* key : {"said.risk_named", "said.risk", "said.self_harm"})
    if (mentions(words, texts.of(key))) return true;
  const bool reads_so =
      reading != nullptr && reading->risk && reading->risk->level != conversation::RiskLevel::none;
  return reads_so && mentions(words, texts.of("said.risk_hints"));
}

}  // namespace attune::debrief
