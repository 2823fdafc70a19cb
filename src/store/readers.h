#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace attune::store {

/// A few connections that only read, lent to one reader at a time. Thread-safe.
class Readers {
 public:
  [[nodiscard]] static base::Result<std::unique_ptr<Readers>> open(
      const std::filesystem::path& file, int count);

  /// Runs `work` on a connection, waiting for a free one.
  template <class Work>
  auto read(std::string_view step, Work work) -> decltype(work(std::declval<soci::session&>())) {
    const Lent lent(*this);
    return guarded(step, [&] { return work(*lent.sql); });
  }

 private:
  struct Lent {
    explicit Lent(Readers& readers) : from(readers), sql(readers.lend()) {}
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    ~Lent() { from.take_back(std::move(sql)); }
    Readers& from;
    std::unique_ptr<soci::session> sql;
  };

  [[nodiscard]] std::unique_ptr<soci::session> lend();
  void take_back(std::unique_ptr<soci::session> sql);

  std::mutex mutex_;  ///< guards `free_`
  std::condition_variable one_free_;
  std::vector<std::unique_ptr<soci::session>> free_;
};

}  // namespace attune::store
