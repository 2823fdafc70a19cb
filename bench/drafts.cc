#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "store/sqlite_log.h"

/// Raters who type at once: how long each key press takes to be kept, on the disk of the folder
/// that is given (else of /tmp); then how long the journal of their ratings takes to be read.
namespace {

using namespace attune;
using Clock = std::chrono::steady_clock;

constexpr int kRaters = 6, kKeys = 300, kTalks = 1000;

double ms_since(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

/// A form of a dozen answers, some marks and a comment comes to this.
std::string form(int size) {
  return std::string(static_cast<std::size_t>(size), 'x');
}

std::vector<double> type(conversation::Journal& journal, int raters, int pause_ms) {
  std::vector<std::vector<double>> waits(static_cast<std::size_t>(raters));
  std::vector<std::thread> threads;
  for (int rater = 0; rater < raters; ++rater) {
    threads.emplace_back([&, rater] {
      for (int key = 0; key < kKeys; ++key) {
        const auto from = Clock::now();
        if (!journal.put_draft("review", std::to_string(rater), form(2000 + key))) std::abort();
        waits[static_cast<std::size_t>(rater)].push_back(ms_since(from));
        std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<double> all;
  for (const auto& one : waits) all.insert(all.end(), one.begin(), one.end());
  std::ranges::sort(all);
  return all;
}

void print(const char* what, const std::vector<double>& ms) {
  std::printf("%-44s median %.2f ms, 95 %% %.2f ms, most %.2f ms\n", what, ms[ms.size() / 2],
              ms[ms.size() * 95 / 100], ms.back());
}

}  // namespace

int main(int argc, char** argv) {
  std::string dir = std::string(argc > 1 ? argv[1] : "/tmp") + "/attune-drafts-XXXXXX";
  if (::mkdtemp(dir.data()) == nullptr) return EXIT_FAILURE;
  {
    const auto log = store::SqliteLog::open(dir, {}).value();
    conversation::Journal& journal = log->journal();
    print("a key press, one rater, 50 a second", type(journal, 1, 20));
    print("a key press, six raters, without a pause", type(journal, kRaters, 0));
    const std::vector<std::string> ratings(kRaters, form(2500));
    for (int talk = 0; talk < kTalks; ++talk)
      if (!journal.append("review", ratings, {})) return EXIT_FAILURE;
    const auto from = Clock::now();
    const auto entries = journal.entries("review", 0);
    std::printf("%zu entries of a journal read in %.1f ms\n", entries->size(), ms_since(from));
  }
  std::filesystem::remove_all(dir);
  return EXIT_SUCCESS;
}
