#include "trial/studies.h"

namespace attune::trial {

using base::Result;

Result<Studies::Shared> Studies::caught_up() {
  const auto fresh = journal_.entries(kJournal, register_->last);
  if (!fresh) return tl::unexpected(fresh.error());
  if (fresh->empty()) return register_;
  auto next = std::make_shared<Register>(*register_);
  if (auto folded = fold(*next, *fresh); !folded) return tl::unexpected(folded.error());
  register_ = std::move(next);
  return register_;
}

Result<Studies::Shared> Studies::decide(base::Instant at, const Act& act) {
  const auto now = caught_up();
  if (!now) return now;
  const auto entries = act(**now);
  if (!entries) return tl::unexpected(entries.error());
  if (entries->empty()) return now;
  std::vector<std::string> texts;
  for (const Entry& one : *entries) texts.push_back(to_json(one));
  if (auto kept = journal_.append(kJournal, texts, at); !kept) return tl::unexpected(kept.error());
  return caught_up();
}

Result<Studies::Shared> Studies::look() {
  const std::lock_guard lock(mutex_);
  return caught_up();
}

Result<Studies::Shared> Studies::act(base::Instant at, const Act& act) {
  const std::lock_guard lock(mutex_);
  return decide(at, act);
}

Result<Studies::Shared> Studies::withdraw(base::Instant at, const std::string& trial,
                                          const std::string& account) {
  const std::lock_guard lock(mutex_);
  const auto now = caught_up();
  if (!now) return now;
  if (const auto may = consent(**now, trial, account, false); !may)
    return tl::unexpected(may.error());
  // First the words, then the saying: an end in between leaves somebody in who has nothing in it.
  for (const long long seq : (*now)->trials.at(trial).find(account)->answers) {
    const auto erased = journal_.rewrite(kJournal, seq, to_json(Answered{trial, account}));
    if (!erased) return tl::unexpected(erased.error());
  }
  return decide(at, [&](const Register& all) { return consent(all, trial, account, false); });
}

}  // namespace attune::trial
