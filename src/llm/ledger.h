#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace attune::llm {

/// What is about to leave this machine.
struct Departure {
  std::string endpoint;  ///< its name
  std::string host;      ///< "host:port"
  std::string purpose;   ///< of the prompt
  std::size_t bytes = 0;
  std::string sha256;  ///< of the bytes, in hexadecimal
};

/// How it went.
struct Outcome {
  int status = 0;                                ///< HTTP's; 0 when none came
  std::string_view ending;                       ///< "answered", "failed" or "cancelled"
  std::size_t sent = 0;                          ///< bytes of the body that left
  int prompt_tokens = 0, completion_tokens = 0;  ///< as the server counted them; else 0
  double cost = 0;                               ///< in the currency of the endpoint's prices
};

/// The egress ledger: a file that lists every request before it leaves (docs/formats/llm.md).
/// Lines are only ever appended, and each is handed to the system whole. Thread-safe.
class Ledger {
 public:
  /// Makes the file if need be, for its owner's eyes only. `clock` must outlive the ledger.
  [[nodiscard]] static base::Result<std::unique_ptr<Ledger>> open(const std::filesystem::path& path,
                                                                  const base::Clock& clock);
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  /// Lists a request and returns its number. On an error nothing may be sent.
  [[nodiscard]] base::Result<std::string> depart(const Departure& departure);

  /// Adds how the request ended. What cannot be written is lost: the departure stands.
  void arrive(const std::string& id, const Outcome& outcome);

 private:
  Ledger(int file, const base::Clock& clock);
  [[nodiscard]] bool write(std::string line);

  const int file_;
  const base::Clock& clock_;
  const base::Instant opened_;
  std::mutex mutex_;  ///< guards the two below
  std::uint64_t count_ = 0;
  bool torn_ = false;  ///< the file ends amid a line
};

/// One request as the file tells it.
struct LedgerEntry {
  std::string id, time;  ///< ISO 8601, UTC
  std::string endpoint, host, purpose, sha256;
  std::size_t bytes = 0;
  int status = 0;
  std::string ending;  ///< "" when the program ended before the request
  std::size_t sent = 0;
  int prompt_tokens = 0, completion_tokens = 0;
  double cost = 0;
};

struct LedgerPage {
  std::vector<LedgerEntry> entries;  ///< oldest first
  std::size_t unreadable = 0;        ///< lines that were torn or changed
};

/// The last `most` requests.
[[nodiscard]] base::Result<LedgerPage> read_ledger(const std::filesystem::path& path,
                                                   std::size_t most);

/// In hexadecimal.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The file's lines, each with its '\n'.
[[nodiscard]] std::string departure_line(const std::string& id, base::Instant time,
                                         const Departure& departure);
[[nodiscard]] std::string arrival_line(const std::string& id, base::Instant time,
                                       const Outcome& outcome);

}  // namespace attune::llm
