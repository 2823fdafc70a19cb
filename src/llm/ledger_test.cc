#include "llm/ledger.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

namespace attune::llm {
namespace {

namespace fs = std::filesystem;

class LedgerTest : public testing::Test {
 protected:
  LedgerTest() { fs::remove(path_); }
  ~LedgerTest() override { fs::remove(path_); }

  std::unique_ptr<Ledger> open() {
    auto ledger = Ledger::open(path_, clock_);
    EXPECT_TRUE(ledger);
    return *std::move(ledger);
  }
  std::string text() {
    std::ifstream in(path_);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void append(const std::string& bytes) { std::ofstream(path_, std::ios::app) << bytes; }

  const fs::path path_ = fs::path(testing::TempDir()) / ("egress-" + std::to_string(getpid()));
  const Departure departure_{"default", "127.0.0.1:8080", "voice", 3, sha256("abc")};
  base::SimulatedClock clock_;
};

TEST_F(LedgerTest, ListsWhatLeavesAndHowItEnded) {
  clock_.pass(std::chrono::milliseconds(1'700'000'000'123));
  const auto ledger = open();
  const auto id = ledger->depart(departure_);
  ASSERT_TRUE(id);
  EXPECT_EQ(text(),
            R"({"format":"attune-egress","version":1,"what":"departs","id":"1700000000123-1",)"
            R"("time":"2023-11-14T22:13:20.123Z","endpoint":"default","host":"127.0.0.1:8080",)"
            R"("purpose":"voice","bytes":3,)"
            R"("sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})"
            "\n");
  clock_.pass(std::chrono::milliseconds(77));
  ledger->arrive(*id, {200, "answered", 3, 41, 12, 0.5});
  EXPECT_THAT(text(),
              testing::EndsWith(
                  R"({"format":"attune-egress","version":1,"what":"ends","id":"1700000000123-1",)"
                  R"("time":"2023-11-14T22:13:20.200Z","status":200,"ending":"answered",)"
                  R"("sent":3,"prompt_tokens":41,"completion_tokens":12,"cost":0.5})"
                  "\n"));
}

TEST_F(LedgerTest, IsReadBackWithTheLastRequestsLast) {
  const auto ledger = open();
  for (int i = 0; i < 3; ++i) {
    const auto id = ledger->depart(departure_);
    ASSERT_TRUE(id);
    if (i < 2) ledger->arrive(*id, {200 + i, "answered", 3, 41, 12, 0.5});
  }
  const auto page = read_ledger(path_, 2);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->entries.size(), 2U);
  EXPECT_EQ(page->entries[0].status, 201);
  EXPECT_EQ(page->entries[0].ending, "answered");
  EXPECT_EQ(page->entries[0].prompt_tokens, 41);
  EXPECT_EQ(page->entries[0].cost, 0.5);
  EXPECT_EQ(page->entries[1].ending, "");
  EXPECT_EQ(page->entries[1].sha256, departure_.sha256);
  EXPECT_EQ(page->unreadable, 0U);
}

TEST_F(LedgerTest, ATornLineSpoilsNoOther) {
  ASSERT_TRUE(open()->depart(departure_));
  append(R"({"format":"attu)");
  ASSERT_TRUE(open()->depart(departure_));
  append("{\"id\":7}\n");
  const auto page = read_ledger(path_, 10);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->entries.size(), 2U);
  EXPECT_EQ(page->unreadable, 2U);
}

TEST_F(LedgerTest, IsForItsOwnersEyes) {
  (void)open();
  EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(LedgerTest, WhatCannotBeWrittenIsRefused) {
  const auto full = Ledger::open("/dev/full", clock_);
  ASSERT_TRUE(full);
  EXPECT_FALSE((*full)->depart(departure_));
  EXPECT_FALSE(Ledger::open(path_ / "no", clock_));
  EXPECT_FALSE(read_ledger(path_ / "no", 1));
}

}  // namespace
}  // namespace attune::llm
