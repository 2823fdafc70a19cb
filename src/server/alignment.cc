#include "server/alignment.h"

#include "server/alignment_json.h"
#include "server/review.h"
#include "server/standing.h"
#include "server/status.h"
#include "server/work.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using review::Book;

void tell_map(Site& site, const Request&, const std::string&, const Answer& answer) {
  work_aside(site, answer, [&services = site.services]() -> Result<std::string> {
    const auto moment = services.standing.to_look_at();
    if (!moment) return tl::unexpected(moment.error());
    return (*moment)->map;
  });
}

/// What was said in the talks, as far as others may still read it.
review::Words words(const Services& services, const Standing::Moment& moment,
                    const std::vector<review::Behind>& behind) {
  const auto shelf = look_at_shelf(services);
  review::Words out;
  for (const review::Behind& one : behind) {
    const auto known = moment.book->talks.find(one.talk->id);
    if (known != moment.book->talks.end() && !known->second.turns.empty()) {
      out[one.talk->id] = known->second.turns;
    } else if (shelf && !out.contains(one.talk->id)) {
      if (auto turns = shelf->turns(one.talk->id)) out[one.talk->id] = *std::move(turns);
    }
  }
  return out;
}

std::string asked(const Request& request, const char* name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? "" : found->second;
}

void tell_turns(Site& site, const Request& request, const std::string&, const Answer& answer) {
  work_aside(site, answer,
             [&services = site.services, row = asked(request, "row"),
              column = review::column(asked(request, "column"))]() -> Result<std::string> {
               const auto moment = services.standing.to_look_at();
               if (!moment) return tl::unexpected(moment.error());
               const review::Measure* measure = (*moment)->evidence->measure(row);
               if (measure == nullptr || !column) {
                 return base::fail(
                     Code::invalid,
                     "row is the id of a row of the map, and column one of self, peer, "
                     "expert, lived_experience and program");
               }
               const auto found = behind(*(*moment)->evidence, *measure, *column);
               return to_json(found, words(services, **moment, found));
             });
}

Result<std::string> trust(const Services& services) {
  const auto moment = services.standing.now();
  if (!moment) return tl::unexpected(moment.error());
  return to_json((*moment)->trust, (*moment)->book->trust.floor);
}

void tell_trust(Site& site, const Request&, const std::string&, const Answer& answer) {
  work_json(site, answer, [&services = site.services] { return trust(services); });
}

/// Keeps the decision that `decide` makes of what is known now, then tells how trust stands.
void decide(Site& site, const Answer& answer,
            std::function<Result<review::Entry>(const Standing::Moment&)> decide) {
  work_json(site, answer,
            [&services = site.services, decide = std::move(decide)]() -> Result<std::string> {
              const auto moment = services.standing.now();
              if (!moment) return tl::unexpected(moment.error());
              auto entry = decide(**moment);
              if (!entry) return tl::unexpected(entry.error());
              const auto kept = services.reviews.append({*std::move(entry)}, services.clock.now());
              if (!kept) return tl::unexpected(kept.error());
              return trust(services);
            });
}

void set_floor(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto floor = read_floor(request.body);
  if (!floor) return answer(refusal(floor.error()));
  const review::FloorSet set{*floor, request.who.account, site.services.clock.now()};
  decide(site, answer, [set](const auto&) -> Result<review::Entry> { return set; });
}

void recalibrate_score(Site& site, const Request& request, const std::string& score,
                       const Answer& answer) {
  decide(site, answer,
         [score, by = request.who.account,
          at = site.services.clock.now()](const auto& moment) -> Result<review::Entry> {
           auto made = review::recalibrate(*moment.evidence, score);
           if (!made) return tl::unexpected(made.error());
           made->by = by;
           made->at = at;
           return *std::move(made);
         });
}

void revert_score(Site& site, const Request& request, const std::string& score,
                  const Answer& answer) {
  decide(site, answer,
         [score, by = request.who.account,
          at = site.services.clock.now()](const auto& moment) -> Result<review::Entry> {
           const review::Recalibrated* version = moment.book->trust.in_use(score);
           if (version == nullptr)
             return base::fail(Code::conflict, "this score stands as the program says it");
           return review::Reverted{score, version->version - 1, by, at};
         });
}

}  // namespace

std::vector<Route> alignment_routes() {
  using people::Act;
  constexpr std::string_view kScore = "/api/review/trust/";
  return {
      {Method::get, "/api/review/map", "", false, Act::read_agreement, tell_map},
      {Method::get, "/api/review/map/turns", "", false, Act::read_agreement, tell_turns},
      {Method::get, "/api/review/trust", "", false, Act::read_agreement, tell_trust},
      {Method::put, "/api/review/trust", "", false, Act::manage_service, set_floor},
      {Method::post, kScore, "/recalibrate", true, Act::manage_service, recalibrate_score},
      {Method::post, kScore, "/revert", true, Act::manage_service, revert_score},
  };
}

}  // namespace attune::server
