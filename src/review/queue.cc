#include "review/queue.h"

#include <algorithm>
#include <cstdio>

#include "base/draw.h"

namespace attune::review {
namespace {

/// What the draws of a task hang on. Ids hold no line ends.
std::string key(const Task& task, const std::string& rater) {
  return rater + "\n" + task.first + "\n" + task.second;
}

std::string opaque(std::uint64_t seed, const std::string& purpose) {
  char text[32];
  const auto part = [&](std::uint64_t number) {
    return static_cast<unsigned long long>(base::draw(seed, number, purpose) * 0x1.0p53);
  };
  std::snprintf(text, sizeof text, "%014llx%014llx", part(2), part(3));
  return text;
}

bool may_have(const Shelf& shelf, const Batch& batch, const Task& task, const std::string& rater) {
  for (const std::string* talk : {&task.first, &task.second}) {
    if (talk->empty()) continue;
    const Shelved* found = shelf.find(*talk, batch);
    if (found == nullptr || found->supporter == rater) return false;
  }
  return true;
}

}  // namespace

std::vector<Task> tasks(const Batch& batch, const std::string& rater) {
  std::vector<std::pair<double, Task>> placed;
  const auto place = [&](const std::string& first, const std::string& second) {
    Task task{.batch = batch.id, .first = first, .second = second};
    const std::string purpose = key(task, rater);
    task.id = opaque(batch.seed, purpose);
    task.swapped = task.is_pair() && base::draw(batch.seed, 1, purpose) < 0.5;
    placed.emplace_back(base::draw(batch.seed, 0, purpose), std::move(task));
  };
  for (const std::string& talk : batch.talks) place(talk, "");
  for (const auto& [first, second] : batch.pairs) place(first, second);
  std::ranges::sort(placed, {}, [](const auto& one) { return std::tie(one.first, one.second.id); });
  std::vector<Task> all;
  for (auto& [_, task] : placed) {
    task.title = (task.is_pair() ? "Pair " : "Talk ") + std::to_string(all.size() + 1);
    all.push_back(std::move(task));
  }
  return all;
}

std::vector<Task> queue(const Shelf& shelf, const std::string& rater) {
  std::vector<Task> all;
  for (const auto& [_, batch] : shelf.book().batches) {
    if (std::ranges::find(batch.raters, rater) == batch.raters.end()) continue;
    for (Task& task : tasks(batch, rater))
      if (may_have(shelf, batch, task, rater)) all.push_back(std::move(task));
  }
  return all;
}

std::set<std::string> yet_to_rate(const Shelf& shelf, const std::string& rater) {
  std::set<std::string> talks;
  for (const Task& task : queue(shelf, rater))
    if (!task.is_pair()) talks.insert(task.first);
  for (const Rating& rating : shelf.book().ratings)
    if (rating.rater.id == rater) talks.erase(rating.talk);
  return talks;
}

base::Result<Task> find_task(const Shelf& shelf, const std::string& rater, const std::string& id) {
  for (Task& task : queue(shelf, rater))
    if (task.id == id) return std::move(task);
  return base::fail(base::Code::not_found,
                    "this is not in your queue, or not any more; open the queue again");
}

}  // namespace attune::review
