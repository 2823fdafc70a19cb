#include "review/reviews.h"

namespace attune::review {
namespace {

using base::Result;

constexpr const char* kJournal = "review";

/// Takes away what a rater wrote about one of the talks; false where there is nothing of it.
struct Wordless {
  const std::set<std::string>& talks;

  static bool wipe(std::string& words) {
    const bool had = !words.empty();
    words.clear();
    return had;
  }
  static bool wipe(Form& form) {
    bool had = wipe(form.comment);
    for (Mark& mark : form.marks) had = wipe(mark.text) || had;
    return had;
  }
  bool operator()(Talk&) const { return false; }
  bool operator()(Batch&) const { return false; }
  bool operator()(Rating& rating) const { return talks.contains(rating.talk) && wipe(rating.form); }
  bool operator()(Choice& choice) const {
    return (talks.contains(choice.first) || talks.contains(choice.second)) && wipe(choice.reason);
  }
  bool operator()(Settled& settled) const {
    return talks.contains(settled.talk) && wipe(settled.reason);
  }
  bool operator()(Gold& gold) const { return talks.contains(gold.talk) && wipe(gold.form); }
  bool operator()(FloorSet&) const { return false; }
  bool operator()(Recalibrated&) const { return false; }
  bool operator()(Reverted&) const { return false; }
};

}  // namespace

Result<Reviews::Shared> Reviews::caught_up() {
  const auto news = journal_.entries(kJournal, book_->last);
  if (!news) return tl::unexpected(news.error());
  if (news->empty()) return book_;
  auto next = std::make_shared<Book>(*book_);
  if (auto folded = fold(*next, *news); !folded) return tl::unexpected(folded.error());
  book_ = std::move(next);
  return book_;
}

Result<Reviews::Shared> Reviews::book() {
  const std::lock_guard lock(mutex_);
  return caught_up();
}

Result<void> Reviews::append(const std::vector<Entry>& entries, base::Instant at,
                             const std::string& done_draft) {
  std::vector<std::string> texts;
  for (const Entry& entry : entries) texts.push_back(to_json(entry));
  if (auto kept = journal_.append(kJournal, texts, at, done_draft); !kept)
    return tl::unexpected(kept.error());
  return {};
}

Result<std::map<std::string, std::string>> Reviews::drafts() {
  return journal_.drafts(kJournal);
}

Result<void> Reviews::keep_draft(const std::string& task, const std::string& text) {
  return journal_.put_draft(kJournal, task, text);
}

Result<void> Reviews::forget(const std::set<std::string>& talks,
                             const std::set<std::string>& tasks) {
  const std::lock_guard lock(mutex_);
  const auto entries = journal_.entries(kJournal, 0);
  if (!entries) return tl::unexpected(entries.error());
  for (const conversation::JournalEntry& written : *entries) {
    auto entry = entry_from_json(written.text);
    if (!entry || !std::visit(Wordless{talks}, *entry)) continue;
    book_ = std::make_shared<Book>();  // to be folded anew
    auto done = journal_.rewrite(kJournal, written.seq, to_json(*entry));
    if (!done) return done;
  }
  for (const std::string& task : tasks)
    if (auto done = journal_.put_draft(kJournal, task, ""); !done) return done;
  return {};
}

}  // namespace attune::review
