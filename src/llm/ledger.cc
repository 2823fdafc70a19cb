#include "llm/ledger.h"

#include <array>
#include <utility>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

namespace attune::llm {
namespace {

using base::Code;
using base::Result;

bool ends_amid_a_line(int file) {
  struct stat about {};
  char last = '\n';
  if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size == 0) return false;
  return pread(file, &last, 1, about.st_size - 1) == 1 && last != '\n';
}

}  // namespace

Result<std::unique_ptr<Ledger>> Ledger::open(const std::filesystem::path& path,
                                             const base::Clock& clock) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0)
    return base::fail(Code::unavailable, "the egress ledger " + path.string() +
                                             " cannot be opened for writing; without it no "
                                             "language model is asked");
  return std::unique_ptr<Ledger>(new Ledger(file, clock));
}

Ledger::Ledger(int file, const base::Clock& clock)
    : file_(file), clock_(clock), opened_(clock.now()), torn_(ends_amid_a_line(file)) {}

Ledger::~Ledger() {
  close(file_);
}

Result<std::string> Ledger::depart(const Departure& departure) {
  const std::lock_guard lock(mutex_);
  const std::string id =
      std::to_string(opened_.time_since_epoch().count()) + "-" + std::to_string(++count_);
  if (!write(departure_line(id, clock_.now(), departure)))
    return base::fail(Code::internal, "the egress ledger cannot be written; make room for it");
  return id;
}

void Ledger::arrive(const std::string& id, const Outcome& outcome) {
  const std::lock_guard lock(mutex_);
  if (!write(arrival_line(id, clock_.now(), outcome)))
    base::log_warning("the egress ledger cannot be written; make room for it");
}

bool Ledger::write(std::string line) {
  if (torn_) line.insert(line.begin(), '\n');
  const ssize_t written = ::write(file_, line.data(), line.size());
  if (written > 0) torn_ = std::cmp_less(written, line.size());
  return std::cmp_equal(written, line.size());
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  std::array<char, 2 * hash.size() + 1> text{};
  return sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
}

}  // namespace attune::llm
