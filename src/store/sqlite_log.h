#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "conversation/event_log.h"
#include "conversation/journal.h"
#include "conversation/preferences.h"
#include "people/accounts.h"

namespace attune::store {

/// The event log, the journals, accounts and preferences in one SQLite file, `attune.db`:
/// write-ahead log, synchronous FULL, one writer with group commit, readers on connections of their
/// own. Thread-safe.
///
/// One process at a time: `open` takes the data directory's lock and keeps it. `done` runs on the
/// writer's thread: it must be quick, must not wait for this log, may call `append`, and is let go
/// of as soon as it was called.
class SqliteLog : public conversation::EventLog, public conversation::PreferenceStore {
 public:
  struct Options {
    std::size_t queue = 1024;  ///< writes that wait at most; more are `busy`
    std::size_t batch = 64;    ///< writes in one transaction at most
    int readers = 2;           ///< connections for reading
    int largest_pages =
        0;  ///< the file's greatest size in pages of 4 KiB; 0 is the disk's own limit
    std::uintmax_t checked_up_to = 32U
                                   << 20U;  ///< bytes; a larger file is not read through at open
  };

  /// Opens the log in the directory `dir`, which must exist; makes, migrates and checks the file as
  /// needed.
  ///
  /// `conflict` when another process has it open, `unavailable` when the file is damaged, belongs
  /// to another program or a newer version, or cannot be written. Nothing is changed on an error.
  [[nodiscard]] static base::Result<std::unique_ptr<SqliteLog>> open(
      const std::filesystem::path& dir, const Options& options);

  /// Writes what still waits.
  ~SqliteLog() override;

  void append(const conversation::SessionId& session, std::vector<conversation::Event> events,
              Done done) override;
  [[nodiscard]] base::Result<std::vector<conversation::Event>> events(
      const conversation::SessionId& session, conversation::Sequence after) override;
  [[nodiscard]] base::Result<std::vector<conversation::SessionSummary>> sessions() override;

  /// Also takes the words out of the file: freed pages are overwritten and the write-ahead log is
  /// emptied. Waits for the writer; never to be called from `done`.
  [[nodiscard]] base::Result<void> erase(const conversation::SessionId& session) override;

  /// Scrubs as `erase` does.
  [[nodiscard]] base::Result<void> redact(const conversation::SessionId& session,
                                          base::Instant at) override;

  [[nodiscard]] base::Result<conversation::Preferences> preferences(
      const std::string& owner) override;

  /// Waits for the writer, as `erase` does.
  [[nodiscard]] base::Result<void> put(const std::string& owner,
                                       const conversation::Preferences& preferences) override;

  /// Both live as long as this, and what writes waits for the writer, as `erase` does.
  [[nodiscard]] conversation::Journal& journal();
  [[nodiscard]] people::AccountStore& accounts();

 private:
  struct Parts;
  explicit SqliteLog(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune::store
