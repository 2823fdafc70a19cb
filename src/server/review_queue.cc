#include "server/review_queue.h"

#include <algorithm>

#include "review/intake.h"
#include "review/queue.h"
#include "server/review.h"
#include "server/review_json.h"
#include "server/work.h"

namespace attune::server {
namespace {

using base::Result;
using review::Shelf;
using review::Task;

/// One task of whoever asks, and what it is asked for.
struct AtHand {
  Shelf shelf;
  Task task;
  const review::Batch* batch = nullptr;  ///< in the shelf's book
};

Result<AtHand> at_hand(const Services& services, const Who& who, const std::string& id) {
  auto shelf = look_at_shelf(services);
  if (!shelf) return tl::unexpected(shelf.error());
  auto task = review::find_task(*shelf, rater_of(who).id, id);
  if (!task) return tl::unexpected(task.error());
  const review::Batch* batch = &shelf->book().batches.at(task->batch);
  return AtHand{*std::move(shelf), *std::move(task), batch};
}

/// Tasks that the rater has handed in.
std::set<std::string> done(const review::Book& book, const std::string& rater) {
  std::set<std::string> all;
  for (const auto& one : book.ratings)
    if (one.rater.id == rater) all.insert(one.task);
  for (const auto& one : book.choices)
    if (one.rater.id == rater) all.insert(one.task);
  return all;
}

Result<Response> queue_of(const Services& services, const Who& who) {
  const auto shelf = look_at_shelf(services);
  if (!shelf) return tl::unexpected(shelf.error());
  const auto drafts = services.reviews.drafts();
  if (!drafts) return tl::unexpected(drafts.error());
  const std::string rater = rater_of(who).id;
  const auto handed_in = done(shelf->book(), rater);
  std::vector<Queued> queue;
  for (Task& task : review::queue(*shelf, rater)) {
    const auto& talks = shelf->talks();
    const review::Shelved& first = talks.at(task.first);
    Queued one{.simulated = first.origin == review::Origin::simulated, .turns = first.replies};
    if (task.is_pair()) one.turns += talks.at(task.second).replies;
    if (drafts->contains(task.id)) one.state = "begun";
    if (handed_in.contains(task.id)) one.state = "done";
    one.task = std::move(task);
    queue.push_back(std::move(one));
  }
  return Response{.body = queue_json(shelf->book(), queue)};
}

Result<Response> task_of(const Services& services, const Who& who, const std::string& id) {
  const auto open = at_hand(services, who, id);
  if (!open) return tl::unexpected(open.error());
  const auto drafts = services.reviews.drafts();
  if (!drafts) return tl::unexpected(drafts.error());
  TaskPage page{.task = open->task, .instruments = open->batch->instruments};
  const auto left = open->shelf.turns(open->task.left());
  if (!left) return tl::unexpected(left.error());
  page.left = *left;
  if (open->task.is_pair()) {
    const auto right = open->shelf.turns(open->task.right());
    if (!right) return tl::unexpected(right.error());
    page.right = *right;
  }
  const auto draft = drafts->find(id);
  if (draft != drafts->end()) page.draft = draft->second;
  page.state = draft != drafts->end() ? "begun" : "open";
  if (done(open->shelf.book(), rater_of(who).id).contains(id)) page.state = "done";
  return Response{.body = task_json(page)};
}

/// The draft as it is kept, from what the page sends.
Result<std::string> draft_text(const Task& task, const std::string& body) {
  if (task.is_pair()) {
    const auto choice = read_choice(body);
    if (!choice) return tl::unexpected(choice.error());
    return choice_json(*choice);
  }
  const auto filled = read_filled(body);
  if (!filled) return tl::unexpected(filled.error());
  return filled_json(*filled);
}

Result<Response> keep(const Services& services, const Who& who, const std::string& id,
                      const std::string& body) {
  const auto open = at_hand(services, who, id);
  if (!open) return tl::unexpected(open.error());
  const auto text = draft_text(open->task, body);
  if (!text) return tl::unexpected(text.error());
  if (auto kept = services.reviews.keep_draft(id, *text); !kept)
    return tl::unexpected(kept.error());
  return Response{.body = R"({"saved":true})"};
}

Result<review::Entry> rating_of(const AtHand& open, const Services& services,
                                const std::string& body) {
  const auto filled = read_filled(body);
  if (!filled) return tl::unexpected(filled.error());
  const auto turns = open.shelf.turns(open.task.first);
  if (!turns) return tl::unexpected(turns.error());
  const auto fits = check(
      filled->form, {*turns, services.instruments, open.batch->instruments, filled->left_out});
  if (!fits) return tl::unexpected(fits.error());
  return review::Rating{open.task.id, open.task.first, {}, filled->form, {}};
}

Result<review::Entry> choice_of(const Task& task, const std::string& body) {
  const auto shown = read_choice(body);
  if (!shown) return tl::unexpected(shown.error());
  if (!shown->preferred)
    return base::fail(base::Code::invalid, "choose one of the two, or say that neither is better");
  const int preferred = task.swapped ? -*shown->preferred : *shown->preferred;
  review::Choice choice{task.id,   task.first,    task.second,    {},
                        preferred, shown->reason, shown->seconds, {}};
  if (auto fits = check(choice); !fits) return tl::unexpected(fits.error());
  return choice;
}

void sign(review::Entry& entry, const review::Rater& rater, base::Instant at) {
  const auto put = [&](auto& one) {
    one.rater = rater;
    one.at = at;
  };
  if (auto* rating = std::get_if<review::Rating>(&entry)) put(*rating);
  if (auto* choice = std::get_if<review::Choice>(&entry)) put(*choice);
}

Result<Response> take_in(const Services& services, const Who& who, const std::string& id,
                         const std::string& body) {
  const auto open = at_hand(services, who, id);
  if (!open) return tl::unexpected(open.error());
  auto entry =
      open->task.is_pair() ? choice_of(open->task, body) : rating_of(*open, services, body);
  if (!entry) return tl::unexpected(entry.error());
  const base::Instant now = services.clock.now();
  sign(*entry, rater_of(who), now);
  if (auto kept = services.reviews.append({*entry}, now, id); !kept)
    return tl::unexpected(kept.error());
  return Response{.status = 204};
}

Result<Response> own_ratings(const Services& services, const Who& who) {
  const auto shelf = look_at_shelf(services);
  if (!shelf) return tl::unexpected(shelf.error());
  return Response{.body = own_ratings_json(*shelf, rater_of(who).id)};
}

}  // namespace

void list_instruments(Site& site, const Request&, const std::string&, const Answer& answer) {
  answer({.body = instruments_json(site.services.instruments)});
}

void tell_queue(Site& site, const Request& request, const std::string&, const Answer& answer) {
  work(site, answer,
       [&services = site.services, who = request.who] { return queue_of(services, who); });
}

void tell_task(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  work(site, answer,
       [&services = site.services, who = request.who, id] { return task_of(services, who, id); });
}

void keep_review_draft(Site& site, const Request& request, const std::string& id,
                       const Answer& answer) {
  work(site, answer, [&services = site.services, who = request.who, id, body = request.body] {
    return keep(services, who, id, body);
  });
}

void hand_in(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  work(site, answer, [&services = site.services, who = request.who, id, body = request.body] {
    return take_in(services, who, id, body);
  });
}

void list_own_ratings(Site& site, const Request& request, const std::string&,
                      const Answer& answer) {
  work(site, answer,
       [&services = site.services, who = request.who] { return own_ratings(services, who); });
}

}  // namespace attune::server
