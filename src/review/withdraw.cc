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

}  // namespace

std::set<std::string> withdrawn(const Shelf& shelf) {
  std::set<std::string> gone;
  for (const auto& [talk, stands] : standing(shelf))
    if (!stands) gone.insert(talk);
  return gone;
}

base::Result<void> forget_withdrawn(Reviews& reviews, const Shelf& shelf) {
  const std::set<std::string> gone = withdrawn(shelf);
  if (gone.empty()) return {};
  std::set<std::string> about;
  for (const auto& [_, batch] : shelf.book().batches)
    for (const std::string& rater : batch.raters)
      for (const Task& task : tasks(batch, rater))
        if (gone.contains(task.first) || gone.contains(task.second)) about.insert(task.id);
  return reviews.forget(gone, about);
}

}  // namespace attune::review
