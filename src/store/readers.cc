#include "store/readers.h"

namespace attune::store {

base::Result<std::unique_ptr<Readers>> Readers::open(const std::filesystem::path& file, int count) {
  auto readers = std::make_unique<Readers>();
  for (int i = 0; i < count; ++i) {
    auto sql = connect(file);
    if (!sql) return tl::unexpected(sql.error());
    const auto settled = guarded("opening " + file.string(), [&]() -> base::Result<void> {
      **sql << "PRAGMA query_only = ON";
      return {};
    });
    if (!settled) return tl::unexpected(settled.error());
    readers->free_.push_back(*std::move(sql));
  }
  return readers;
}

std::unique_ptr<soci::session> Readers::lend() {
  std::unique_lock lock(mutex_);
  one_free_.wait(lock, [this] { return !free_.empty(); });
  auto sql = std::move(free_.back());
  free_.pop_back();
  return sql;
}

void Readers::take_back(std::unique_ptr<soci::session> sql) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(sql));
  }
  one_free_.notify_one();
}

}  // namespace attune::store
