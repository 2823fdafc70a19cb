#include "review/withdraw.h"

#include <algorithm>

#include "review/queue.h"

namespace attune::review {
namespace {

/// Of each talk that anybody speaks of, whether some batch may still hold it.
std::map<std::string, bool> standing(const Shelf& shelf) {
  std::map<std::string, bool> all;
  const Book& book = shelf.book();
  for (const auto& [_, batch] : book.batches) {
    const auto take = [&](const std::string& talk) {
      all[talk] = all[talk] || shelf.find(talk, batch) != nullptr;
    };
    for (const std::string& talk : batch.talks) take(talk);
    for (const auto& [first, second] : batch.pairs) {
      take(first);
      take(second);
    }
  }
  const auto mention = [&](const std::string& talk) {
    all.emplace(talk, shelf.talks().contains(talk));
  };
  for (const Rating& rating : book.ratings) mention(rating.talk);
  for (const Settled& settled : book.settled) mention(settled.talk);
  for (const auto& [talk, _] : book.gold) mention(talk);
  return all;
}

bool has_words(const Form& form) {
  return !form.comment.empty() ||
         std::ranges::any_of(form.marks, [](const Mark& mark) { return !mark.text.empty(); });
}

/// Whether anything that was written about those talks is still there.
bool has_words(const Book& book, const std::set<std::string>& gone) {
  const auto rating = [&](const Rating& one) {
    return gone.contains(one.talk) && has_words(one.form);
  };
  const auto choice = [&](const Choice& one) {
    return (gone.contains(one.first) || gone.contains(one.second)) && !one.reason.empty();
  };
  const auto settled = [&](const Settled& one) {
    return gone.contains(one.talk) && !one.reason.empty();
  };
  const auto gold = [&](const auto& one) {
    return gone.contains(one.first) && has_words(one.second.form);
  };
  return std::ranges::any_of(book.ratings, rating) || std::ranges::any_of(book.choices, choice) ||
         std::ranges::any_of(book.settled, settled) || std::ranges::any_of(book.gold, gold);
}

}  // namespace

std::set<std::string> withdrawn(const Shelf& shelf) {
  std::set<std::string> gone;
  for (const auto& [talk, stands] : standing(shelf))
    if (!stands) gone.insert(talk);
  return gone;
}

base::Result<std::size_t> forget_withdrawn(Reviews& reviews, const Shelf& shelf) {
  const std::set<std::string> gone = withdrawn(shelf);
  if (gone.empty()) return 0;
  const auto drafts = reviews.drafts();
  if (!drafts) return tl::unexpected(drafts.error());
  std::set<std::string> about;
  for (const auto& [_, batch] : shelf.book().batches)
    for (const std::string& rater : batch.raters)
      for (const Task& task : tasks(batch, rater))
        if (drafts->contains(task.id) && (gone.contains(task.first) || gone.contains(task.second)))
          about.insert(task.id);
  if (about.empty() && !has_words(shelf.book(), gone)) return 0;
  if (auto done = reviews.forget(gone, about); !done) return tl::unexpected(done.error());
  return gone.size();
}

}  // namespace attune::review
