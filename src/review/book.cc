#include "review/book.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace attune::review {
namespace {

constexpr std::array<std::string_view, 6> kRaterKinds{"self",   "peer",  "lived_experience",
                                                      "expert", "model", "rule"};
constexpr std::array<std::string_view, 3> kOrigins{"session", "imported", "simulated"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view wanted) {
  const auto found = std::ranges::find(names, wanted);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

struct Take {
  Book& book;

  void operator()(Talk talk) const {
    const std::string id = talk.id;
    book.talks.insert_or_assign(id, std::move(talk));
  }
  void operator()(Batch batch) const {
    const std::string id = batch.id;
    book.batches.insert_or_assign(id, std::move(batch));
  }
  void operator()(Rating rating) const { book.ratings.push_back(std::move(rating)); }
  void operator()(Choice choice) const { book.choices.push_back(std::move(choice)); }
  void operator()(Settled settled) const { book.settled.push_back(std::move(settled)); }
  void operator()(Gold gold) const {
    const std::string talk = gold.talk;
    book.gold.insert_or_assign(talk, std::move(gold));
  }
  void operator()(FloorSet entry) const { fold(book.trust, std::move(entry)); }
  void operator()(Recalibrated entry) const { fold(book.trust, std::move(entry)); }
  void operator()(const Reverted& entry) const { fold(book.trust, entry); }
};

/// The last of those with equal keys, in order of the keys.
template <class T, class Key>
std::vector<const T*> last_of_each(const std::vector<T>& all, Key key) {
  std::map<decltype(key(all.front())), const T*> last;
  for (const T& one : all) last[key(one)] = &one;
  std::vector<const T*> list;
  for (const auto& [_, one] : last) list.push_back(one);
  return list;
}

}  // namespace

std::string_view name(RaterKind kind) {
  return kRaterKinds[static_cast<std::size_t>(kind)];
}
std::optional<RaterKind> rater_kind(std::string_view name) {
  return find<RaterKind>(kRaterKinds, name);
}
std::string_view name(Origin origin) {
  return kOrigins[static_cast<std::size_t>(origin)];
}
std::optional<Origin> origin(std::string_view name) {
  return find<Origin>(kOrigins, name);
}

std::vector<const Rating*> Book::counting() const {
  return last_of_each(ratings,
                      [](const Rating& rating) { return std::tie(rating.talk, rating.rater.id); });
}

std::vector<const Settled*> Book::settlements() const {
  return last_of_each(settled, [](const Settled& one) {
    return std::make_tuple(one.talk, one.turn.value_or(-1), one.instrument, one.what);
  });
}

void fold(Book& book, Entry entry) {
  std::visit(Take{book}, std::move(entry));
}

base::Result<void> fold(Book& book, const std::vector<conversation::JournalEntry>& entries) {
  for (const conversation::JournalEntry& written : entries) {
    auto entry = entry_from_json(written.text);
    if (!entry) {
      return tl::unexpected(
          base::wrap("reading entry " + std::to_string(written.seq) + " of the review journal",
                     entry.error()));
    }
    fold(book, *std::move(entry));
    book.last = written.seq;
  }
  return {};
}

}  // namespace attune::review
