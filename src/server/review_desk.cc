#include "server/review_desk.h"

#include <algorithm>
#include <set>

#include "corpus/transcript.h"
#include "review/intake.h"
#include "review/queue.h"
#include "server/entropy.h"
#include "server/review.h"
#include "server/review_json.h"
#include "server/status.h"
#include "server/work.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using review::Batch;
using review::Shelf;

constexpr std::size_t kLongestTitle = 200;  // bytes
constexpr std::size_t kMostShown = 200;     // disagreements at one time; our choice

tl::unexpected<base::Error> wrong(const std::string& what) {
  return base::fail(Code::invalid, what);
}

/// Answers with what `tell` makes of the shelf.
template <class Tell>
void from_shelf(Site& site, const Answer& answer, Tell tell) {
  work(site, answer, [&services = site.services, tell]() -> Result<Response> {
    const auto shelf = look_at_shelf(services);
    if (!shelf) return tl::unexpected(shelf.error());
    return tell(services, *shelf);
  });
}

Result<Response> append(const Services& services, const std::vector<review::Entry>& entries,
                        Response response) {
  if (auto kept = services.reviews.append(entries, services.clock.now()); !kept)
    return tl::unexpected(kept.error());
  return response;
}

/// Sorted by when they are made, and told apart.
std::string batch_id(base::Instant now) {
  char time[20];
  std::snprintf(time, sizeof time, "%012llx-",
                static_cast<unsigned long long>(now.time_since_epoch().count()));
  return time + fresh_id().substr(0, 8);
}

bool has_twice(std::vector<std::string> names) {
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) != names.end();
}

Result<void> check_talks(const Batch& batch, const Shelf& shelf) {
  if (batch.talks.empty() && batch.pairs.empty())
    return wrong("a batch needs talks, or pairs of them");
  if (has_twice(batch.talks)) return wrong("a talk stands twice in the batch; name it once");
  std::vector<std::string> all = batch.talks;
  for (const auto& [first, second] : batch.pairs) {
    if (first == second) return wrong("a pair needs two different talks");
    all.push_back(first);
    all.push_back(second);
  }
  for (const std::string& talk : all)
    if (shelf.find(talk, batch) == nullptr)
      return wrong(
          "a talk of the batch may not be reviewed; /api/review/talks lists those that may");
  return {};
}

Result<void> check_batch(const Batch& batch, const Shelf& shelf, const Services& services) {
  if (batch.title.find_first_not_of(" \t\r\n") == std::string::npos ||
      batch.title.size() > kLongestTitle)
    return wrong("a batch needs a title of up to 200 characters");
  if (batch.instruments.empty() && !batch.talks.empty())
    return wrong("say which instruments raters fill in");
  if (has_twice(batch.instruments)) return wrong("an instrument stands twice; name it once");
  for (const std::string& id : batch.instruments) {
    const auto found = services.instruments.find(id);
    if (found == services.instruments.end() || found->second.target == review::Target::study)
      return wrong(
          "an instrument of the batch is none for talks; /api/review/instruments lists them");
  }
  if (batch.raters.empty()) return wrong("say who is to rate");
  if (has_twice(batch.raters)) return wrong("a rater stands twice; name them once");
  const auto known = colleagues(services);
  if (!known) return tl::unexpected(known.error());
  for (const std::string& rater : batch.raters)
    if (std::ranges::find(*known, rater, &Colleague::id) == known->end())
      return wrong("a rater of the batch may not rate; /api/review/raters lists who may");
  return check_talks(batch, shelf);
}

bool is_basis(const std::string& basis) {
  return basis == "consent" || basis == "service_agreement" || basis == "public" || basis == "own";
}

Result<std::vector<Imported>> taken_from(const ImportWish& wish) {
  if (!is_basis(wish.basis))
    return wrong(
        "say on what ground the talks may be used here: consent, service_agreement, public or own");
  if (wish.note.size() > 4 * review::kLongestText) return wrong("the note is too long; shorten it");
  const auto transcripts = corpus::parse_transcripts(wish.text, "the file", {wish.client});
  if (!transcripts) return tl::unexpected(transcripts.error());
  std::vector<Imported> all;
  for (const corpus::Transcript& one : *transcripts) {
    if (review::reply(one.turns, 1) == nullptr)
      return wrong("a talk of the file has no reply of a supporter; take it out");
    all.push_back({fresh_id(), corpus::deidentify(one.turns)});
  }
  return all;
}

Result<Response> import(const Services& services, const ImportWish& wish) {
  const auto talks = taken_from(wish);
  if (!talks) return tl::unexpected(talks.error());
  if (wish.preview) return Response{.body = imported_json(*talks, Words::shown)};
  std::vector<review::Entry> entries;
  for (const Imported& one : *talks)
    entries.emplace_back(
        review::Talk{.id = one.talk,
                     .origin = review::Origin::imported,
                     .turns = one.words.turns,
                     .basis = wish.note.empty() ? wish.basis : wish.basis + ": " + wish.note});
  return append(services, entries, {.body = imported_json(*talks, Words::kept_back)});
}

/// As many as are shown at one time, with the replies that they are about; none of a talk that
/// whoever asks has yet to rate.
Result<Response> differing(const Services& services, const Shelf& shelf, const std::string& rater) {
  auto all = review::disagreements(shelf.book(), services.instruments);
  const auto blind = review::yet_to_rate(shelf, rater);
  std::erase_if(all, [&](const auto& one) {
    return !shelf.talks().contains(one.talk) || blind.contains(one.talk);
  });
  std::map<std::string, std::vector<conversation::Turn>> words;
  std::vector<Differing> shown;
  for (const review::Disagreement& one : all) {
    if (shown.size() == kMostShown) break;
    if (!one.turn) {
      shown.push_back({one, ""});
      continue;
    }
    if (!words.contains(one.talk)) {
      auto turns = shelf.turns(one.talk);
      if (!turns) return tl::unexpected(turns.error());
      words[one.talk] = *std::move(turns);
    }
    const std::string* reply = review::reply(words[one.talk], *one.turn);
    shown.push_back({one, reply == nullptr ? "" : *reply});
  }
  return Response{.body = disagreements_json(shown, all.size() - shown.size())};
}

std::string asked(const Request& request, const char* name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? "" : found->second;
}

}  // namespace

void list_talks(Site& site, const Request&, const std::string&, const Answer& answer) {
  from_shelf(site, answer, [](const Services&, const Shelf& shelf) -> Result<Response> {
    return Response{.body = talks_json(shelf)};
  });
}

void list_raters(Site& site, const Request&, const std::string&, const Answer& answer) {
  work(site, answer, [&services = site.services]() -> Result<Response> {
    const auto all = colleagues(services);
    if (!all) return tl::unexpected(all.error());
    return Response{.body = raters_json(*all)};
  });
}

void list_batches(Site& site, const Request&, const std::string&, const Answer& answer) {
  from_shelf(site, answer, [](const Services& services, const Shelf& shelf) -> Result<Response> {
    const auto all = colleagues(services);
    if (!all) return tl::unexpected(all.error());
    return Response{.body = batches_json(shelf, *all)};
  });
}

void make_batch(Site& site, const Request& request, const std::string&, const Answer& answer) {
  auto wish = read_batch(request.body);
  if (!wish) return answer(refusal(wish.error()));
  from_shelf(site, answer,
             [batch = *wish](const Services& services, const Shelf& shelf) -> Result<Response> {
               if (auto fits = check_batch(batch, shelf, services); !fits)
                 return tl::unexpected(fits.error());
               Batch made = batch;
               made.id = batch_id(services.clock.now());
               made.seed = fresh_seed();
               return append(services, {made}, {.status = 201, .body = batch_json(made.id)});
             });
}

void import_talks(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto wish = read_import(request.body);
  if (!wish) return answer(refusal(wish.error()));
  work(site, answer, [&services = site.services, wish = *wish] { return import(services, wish); });
}

void keep_gold(Site& site, const Request& request, const std::string& talk, const Answer& answer) {
  const auto filled = read_filled(request.body);
  if (!filled) return answer(refusal(filled.error()));
  from_shelf(site, answer,
             [talk, form = filled->form, by = rater_of(request.who).id](
                 const Services& services, const Shelf& shelf) -> Result<Response> {
               const auto turns = shelf.turns(talk);
               if (!turns) return tl::unexpected(turns.error());
               const auto fits = review::check(form, {*turns, services.instruments});
               if (!fits) return tl::unexpected(fits.error());
               return append(services, {review::Gold{talk, form, by}}, {.status = 204});
             });
}

void list_disagreements(Site& site, const Request& request, const std::string&,
                        const Answer& answer) {
  from_shelf(site, answer,
             [rater = rater_of(request.who).id](const Services& services, const Shelf& shelf) {
               return differing(services, shelf, rater);
             });
}

void settle_disagreement(Site& site, const Request& request, const std::string&,
                         const Answer& answer) {
  auto word = read_settled(request.body);
  if (!word) return answer(refusal(word.error()));
  word->by = rater_of(request.who).id;
  from_shelf(site, answer,
             [word = *word](const Services& services, const Shelf& shelf) -> Result<Response> {
               const auto turns = shelf.turns(word.talk);
               if (!turns) return tl::unexpected(turns.error());
               const auto fits = review::check(word, {*turns, services.instruments});
               if (!fits) return tl::unexpected(fits.error());
               review::Settled settled = word;
               settled.at = services.clock.now();
               return append(services, {settled}, {.status = 204});
             });
}

void tell_agreement(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const std::string group = asked(request, "group");
  const review::Slice wish{asked(request, "batch"), asked(request, "instrument"),
                           asked(request, "item"), review::rater_kind(group)};
  if (!group.empty() && !wish.kind)
    return answer(refusal({Code::invalid, "group is peer, expert or lived_experience"}));
  from_shelf(site, answer,
             [wish](const Services& services, const Shelf& shelf) -> Result<Response> {
               const auto sliced = review::slice(shelf, services.instruments, wish);
               if (!sliced) return tl::unexpected(sliced.error());
               return Response{
                   .body = agreement_json(review::agreement(sliced->file, sliced->level), *sliced)};
             });
}

}  // namespace attune::server
