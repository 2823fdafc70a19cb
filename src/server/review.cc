#include "server/review.h"

#include "review/withdraw.h"
#include "server/review_desk.h"
#include "server/review_queue.h"

namespace attune::server {
namespace {

using base::Result;

review::RaterKind kind_of(people::Group group) {
  return review::rater_kind(people::name(group)).value();
}

}  // namespace

std::vector<Route> review_routes() {
  using people::Act;
  const auto get = Method::get, post = Method::post, put = Method::put;
  constexpr std::string_view kTasks = "/api/review/tasks/";
  return {
      {get, "/api/review/instruments", "", false, Needs::sign_in(), list_instruments},
      {get, "/api/review/queue", "", false, Act::rate, tell_queue},
      {put, kTasks, "/draft", true, Act::rate, keep_review_draft},
      {post, kTasks, "/hand-in", true, Act::rate, hand_in},
      {get, kTasks, "", true, Act::rate, tell_task},
      {get, "/api/review/ratings", "", false, Act::read_own_ratings, list_own_ratings},
      {get, "/api/review/talks", "", false, Act::run_studies, list_talks},
      {get, "/api/review/raters", "", false, Act::run_studies, list_raters},
      {get, "/api/review/batches", "", false, Act::run_studies, list_batches},
      {post, "/api/review/batches", "", false, Act::run_studies, make_batch},
      {post, "/api/review/import", "", false, Act::run_studies, import_talks},
      {put, "/api/review/gold/", "", true, Act::adjudicate, keep_gold},
      {get, "/api/review/disagreements", "", false, Act::adjudicate, list_disagreements},
      {post, "/api/review/settle", "", false, Act::adjudicate, settle_disagreement},
      {get, "/api/review/agreement", "", false, Act::read_agreement, tell_agreement},
  };
}

Result<review::Shelf> look_at_shelf(const Services& services) {
  const auto consent =
      services.accounts == nullptr ? review::Consent::not_asked : review::Consent::asked;
  auto book = services.reviews.book();
  if (!book) return tl::unexpected(book.error());
  auto shelf = review::Shelf::look(*book, services.log, consent);
  if (!shelf) return shelf;
  const auto tidy = review::forget_withdrawn(services.reviews, *shelf);
  if (!tidy) return tl::unexpected(tidy.error());
  if (*tidy == 0) return shelf;
  book = services.reviews.book();
  if (!book) return tl::unexpected(book.error());
  return review::Shelf::look(*book, services.log, consent);
}

void tidy_reviews(Site& site) {
  site.services.workers.resume([&services = site.services] { (void)look_at_shelf(services); });
}

review::Rater rater_of(const Who& who) {
  if (who.local) return {"me", review::RaterKind::expert, ""};
  return {who.account, kind_of(who.group), ""};
}

Result<std::vector<Colleague>> colleagues(const Services& services) {
  if (services.accounts == nullptr)
    return std::vector<Colleague>{{"me", "You", review::RaterKind::expert}};
  const auto accounts = services.accounts->accounts();
  if (!accounts) return tl::unexpected(accounts.error());
  std::vector<Colleague> all;
  for (const people::Account& one : *accounts)
    if (one.active && people::may(one.role, people::Act::rate))
      all.push_back({one.id, one.name, kind_of(one.group)});
  return all;
}

}  // namespace attune::server
