#include "store/sqlite_log.h"

#include <cstdlib>
#include <fstream>
#include <future>
#include <iterator>
#include <latch>

#include <gmock/gmock.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "conversation/event_json.h"

namespace attune::store {
namespace {

using base::Code;
using base::Result;
using conversation::Event;
using conversation::SessionId;

const SessionId kTalk{"talk"};
const SessionId kOther{"other"};

Event at_seq(int seq, conversation::Body body) {
  return {seq, base::Instant(std::chrono::milliseconds(1700000000000 + seq)), std::move(body)};
}

Event opened() {
  conversation::Opened body;
  body.case_id = "someone";
  body.case_hash = "0011223344556677";
  body.seed = 18446744073709551615U;
  return at_seq(1, body);
}

Event said(int seq, const std::string& text, const std::string& key = "") {
  conversation::Said body;
  body.turn = seq;
  body.text = text;
  body.key = key.empty() ? "key-" + std::to_string(seq) : key;
  return at_seq(seq, body);
}

class Store : public testing::Test {
 protected:
  Store() {
    std::string name = (std::filesystem::temp_directory_path() / "attune-store-XXXXXX").string();
    dir_ = ::mkdtemp(name.data());
  }
  ~Store() override { std::filesystem::remove_all(dir_); }

  std::filesystem::path file() const { return dir_ / "attune.db"; }

  SqliteLog& log() {
    if (!log_) open({});
    return *log_;
  }
  void open(const SqliteLog::Options& options) {
    log_.reset();
    log_ = std::move(SqliteLog::open(dir_, options).value());
  }
  base::Error refused_open() {
    const auto opened = SqliteLog::open(dir_, {});
    return opened ? base::Error{Code::internal, "opened"} : opened.error();
  }
  void close() { log_.reset(); }

  Result<void> append(const SessionId& session, std::vector<Event> events) {
    std::promise<Result<void>> promise;
    log().append(session, std::move(events),
                 [&](Result<void> r) { promise.set_value(std::move(r)); });
    return promise.get_future().get();
  }
  std::string bytes() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(dir_)) {
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }
  void run(const std::string& statement) {
    soci::session sql(soci::sqlite3, "db=\"" + file().string() + "\"");
    sql << statement;
  }

  /// Takes the file back to the schema from before second tries were told apart.
  void make_version_two() {
    for (const char* column :
         {"branch", "owner", "announced", "days", "shared", "training", "research", "erased"})
      run(std::string("ALTER TABLE session_list DROP COLUMN ") + column);
    for (const char* table : {"journal", "draft", "account", "sign_in", "invite"})
      run(std::string("DROP TABLE ") + table);
    run("DROP TABLE preference");
    run("CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
    run("INSERT INTO preference VALUES ('help', 'always')");
    run("UPDATE projection SET version = 1");
  }

  std::filesystem::path dir_;
  std::unique_ptr<SqliteLog> log_;
};

TEST_F(Store, KeepsEventsOverARestart) {
  ASSERT_TRUE(append(kTalk, {opened(), said(2, "hello")}));
  close();
  const auto events = log().events(kTalk, 0);
  ASSERT_EQ(events->size(), 2U);
  EXPECT_EQ(to_json((*events)[0]), to_json(opened()));
  EXPECT_EQ(to_json((*events)[1]), to_json(said(2, "hello")));
}

TEST_F(Store, GivesEventsInOrderAboveANumber) {
  for (int seq = 1; seq <= 12; ++seq) ASSERT_TRUE(append(kTalk, {said(seq, "x")}));
  const auto events = log().events(kTalk, 9);
  ASSERT_EQ(events->size(), 3U);
  EXPECT_EQ(events->front().seq, 10);
  EXPECT_EQ(events->back().seq, 12);
}

TEST_F(Store, KeepsWordsOfAnyScriptByteForByte) {
  const std::string words = "line\nbreak, \"quotes\", 'single', :name, 忍, 🧵";
  ASSERT_TRUE(append(kTalk, {said(1, words)}));
  EXPECT_EQ(std::get<conversation::Said>(log().events(kTalk, 0)->front().body).text, words);
}

TEST_F(Store, RefusesNumbersThatDoNotFollowOn) {
  ASSERT_TRUE(append(kTalk, {opened()}));
  EXPECT_EQ(append(kTalk, {said(3, "gap")}).error().code, Code::conflict);
  EXPECT_EQ(append(kTalk, {said(1, "again")}).error().code, Code::conflict);
  EXPECT_EQ(append(kTalk, {said(2, "a"), said(4, "b")}).error().code, Code::conflict);
  EXPECT_EQ(log().events(kTalk, 0)->size(), 1U);
}

TEST_F(Store, RefusesAKeyTwiceInASessionOnly) {
  ASSERT_TRUE(append(kTalk, {said(1, "a", "same-key")}));
  EXPECT_EQ(append(kTalk, {said(2, "b", "new-key"), said(3, "c", "same-key")}).error().code,
            Code::conflict);
  EXPECT_EQ(log().events(kTalk, 0)->size(), 1U);
  EXPECT_TRUE(append(kOther, {said(1, "a", "same-key")}));
}

TEST_F(Store, UnknownSessionIsNotFound) {
  EXPECT_EQ(log().events(kTalk, 0).error().code, Code::not_found);
  EXPECT_EQ(log().erase(kTalk).error().code, Code::not_found);
}

/// Keeps the writer inside a callback until told to go on.
struct Stall {
  std::latch reached{1}, go_on{1};
  void operator()(Result<void>) {
    reached.count_down();
    go_on.wait();
  }
};

TEST_F(Store, OneBadAppendOfABatchFailsAlone) {
  log();
  Stall stall;
  log().append(kOther, {said(1, "first")}, std::ref(stall));
  stall.reached.wait();
  std::promise<Result<void>> good, bad, later;
  log().append(kTalk, {said(1, "a", "same-key")}, [&](Result<void> r) { good.set_value(r); });
  log().append(kTalk, {said(2, "b", "same-key")}, [&](Result<void> r) { bad.set_value(r); });
  log().append(kOther, {said(2, "c")}, [&](Result<void> r) { later.set_value(r); });
  stall.go_on.count_down();
  EXPECT_TRUE(good.get_future().get());
  EXPECT_EQ(bad.get_future().get().error().code, Code::conflict);
  EXPECT_TRUE(later.get_future().get());
}

TEST_F(Store, AFullQueueIsBusyAtOnce) {
  open({.queue = 1});
  Stall stall;
  log().append(kTalk, {said(1, "a")}, std::ref(stall));
  stall.reached.wait();
  std::promise<Result<void>> waiting;
  log().append(kTalk, {said(2, "b")}, [&](Result<void> r) { waiting.set_value(r); });
  Code code = Code::internal;
  log().append(kTalk, {said(3, "c")}, [&](Result<void> r) { code = r.error().code; });
  EXPECT_EQ(code, Code::busy);
  stall.go_on.count_down();
  EXPECT_TRUE(waiting.get_future().get());
}

/// Tells when it is gone.
struct Guest {
  std::promise<void>& gone;
  ~Guest() { gone.set_value(); }
};

TEST_F(Store, LetsACallbackGoOnceItWasCalled) {
  std::promise<void> gone;
  log().append(kTalk, {said(1, "a")},
               [guest = std::make_shared<Guest>(gone)](Result<void>) { EXPECT_TRUE(guest); });
  gone.get_future().wait();
}

TEST_F(Store, WritesWhatWaitsBeforeItCloses) {
  Stall stall;
  log().append(kTalk, {said(1, "a")}, std::ref(stall));
  stall.reached.wait();
  for (int seq = 2; seq <= 200; ++seq) log().append(kTalk, {said(seq, "x")}, [](Result<void>) {});
  stall.go_on.count_down();
  close();
  EXPECT_EQ(log().events(kTalk, 0)->size(), 200U);
}

TEST_F(Store, ListsSessionsNewestFirst) {
  ASSERT_TRUE(append(kTalk, {opened(), said(2, "a"), said(3, "b")}));
  Event later = opened();
  later.at += std::chrono::hours(1);
  ASSERT_TRUE(append(kOther, {later}));
  ASSERT_TRUE(append(kTalk, {at_seq(4, conversation::Closed{}), at_seq(5, conversation::Rated{})}));
  const auto sessions = log().sessions();
  ASSERT_EQ(sessions->size(), 2U);
  EXPECT_EQ((*sessions)[0].id, kOther);
  EXPECT_EQ((*sessions)[1].case_id, "someone");
  EXPECT_EQ((*sessions)[1].turns, 2);
  EXPECT_EQ((*sessions)[1].opened, opened().at);
  EXPECT_EQ((*sessions)[1].last, at_seq(5, conversation::Rated{}).at);
  EXPECT_TRUE((*sessions)[1].closed && (*sessions)[1].rated);
}

TEST_F(Store, ListsWhoseTalkItIsAndOnWhatTerms) {
  Event first = opened();
  auto& body = std::get<conversation::Opened>(first.body);
  body.owner = "anna";
  body.announced = true;
  body.days = 90;
  ASSERT_TRUE(append(kTalk, {first, at_seq(2, conversation::Agreed{true, true, true})}));
  ASSERT_TRUE(append(kOther, {opened()}));
  ASSERT_TRUE(append(kTalk, {at_seq(3, conversation::Agreed{false, true, false})}));
  close();
  const auto sessions = log().sessions();
  ASSERT_EQ(sessions->size(), 2U);
  const auto& talk = (*sessions)[0].id == kTalk ? (*sessions)[0] : (*sessions)[1];
  EXPECT_EQ(talk.owner, "anna");
  EXPECT_TRUE(talk.announced);
  EXPECT_EQ(talk.days, 90);
  EXPECT_TRUE(!talk.agreed.shared && talk.agreed.training && !talk.agreed.research);
  EXPECT_FALSE(talk.erased);
  const auto& other = (*sessions)[0].id == kTalk ? (*sessions)[1] : (*sessions)[0];
  EXPECT_TRUE(other.owner.empty() && !other.announced && other.days == 0);
  ASSERT_TRUE(append(kTalk, {at_seq(4, conversation::Erased{})}));
  EXPECT_TRUE(log().sessions()->front().erased != log().sessions()->back().erased);
}

TEST_F(Store, RebuildsAListOfAnotherVersion) {
  ASSERT_TRUE(append(kTalk, {opened(), said(2, "a")}));
  close();
  run("DELETE FROM session_list");
  EXPECT_TRUE(log().sessions()->empty());
  close();
  run("UPDATE projection SET version = 0");
  ASSERT_EQ(log().sessions()->size(), 1U);
  EXPECT_EQ(log().sessions()->front().turns, 1);
}

TEST_F(Store, TellsSecondTriesApartInAnOlderFileToo) {
  Event branch = opened();
  std::get<conversation::Opened>(branch.body).branch_of = kTalk;
  ASSERT_TRUE(append(kTalk, {opened(), said(2, "a")}));
  ASSERT_TRUE(append(kOther, {branch, said(2, "b")}));
  close();
  make_version_two();
  run("PRAGMA user_version = 2");
  const auto sessions = log().sessions();
  ASSERT_EQ(sessions->size(), 2U);
  for (const auto& session : *sessions) EXPECT_EQ(session.branch, session.id == kOther);
  EXPECT_EQ(log().preferences("")->help, conversation::HelpWish::always);
}

TEST_F(Store, ErasedWordsAreInNoFile) {
  const std::string words = "a sentence that nobody else would write";
  ASSERT_TRUE(append(kTalk, {opened(), said(2, words), said(3, std::string(20000, 'q'))}));
  ASSERT_TRUE(append(kOther, {opened(), said(2, "stays here")}));
  ASSERT_THAT(bytes(), testing::HasSubstr(words));
  ASSERT_TRUE(log().erase(kTalk));
  EXPECT_THAT(bytes(), testing::Not(testing::HasSubstr(words)));
  EXPECT_THAT(bytes(), testing::Not(testing::HasSubstr("qqqqqqqqqqqqqqqq")));
  EXPECT_THAT(bytes(), testing::HasSubstr("stays here"));
  EXPECT_EQ(log().events(kTalk, 0).error().code, Code::not_found);
  EXPECT_EQ(log().sessions()->size(), 1U);
}

TEST_F(Store, ARedactedTalkKeepsItsEventsAndNoFileItsWords) {
  const std::string words = "a sentence that nobody else would write";
  ASSERT_TRUE(append(kTalk, {opened(), said(2, words), said(3, std::string(20000, 'q'))}));
  ASSERT_TRUE(append(kOther, {opened(), said(2, "stays here")}));
  ASSERT_THAT(bytes(), testing::HasSubstr(words));
  ASSERT_TRUE(log().redact(kTalk, opened().at));
  EXPECT_THAT(bytes(), testing::Not(testing::HasSubstr(words)));
  EXPECT_THAT(bytes(), testing::Not(testing::HasSubstr("qqqqqqqqqqqqqqqq")));
  EXPECT_THAT(bytes(), testing::HasSubstr("stays here"));
  ASSERT_TRUE(log().redact(kTalk, opened().at)) << "a second time";
  close();
  const auto events = log().events(kTalk, 0);
  ASSERT_EQ(events->size(), 4U);
  EXPECT_EQ(to_json((*events)[0]), to_json(opened()));
  EXPECT_EQ(std::get<conversation::Said>((*events)[1].body).text, "");
  EXPECT_TRUE(std::holds_alternative<conversation::Erased>(events->back().body));
  const auto sessions = log().sessions();
  for (const auto& session : *sessions) {
    EXPECT_EQ(session.erased, session.id == kTalk);
    EXPECT_EQ(session.turns, session.id == kTalk ? 2 : 1);
  }
  EXPECT_EQ(log().redact(conversation::SessionId("none"), opened().at).error().code,
            Code::not_found);
}

TEST_F(Store, AFullDiskRefusesAndTheLogGoesOn) {
  open({.largest_pages = 40});
  ASSERT_TRUE(append(kOther, {opened(), said(2, std::string(60000, 'x'))}));
  ASSERT_TRUE(append(kTalk, {opened()}));
  const auto refused = append(kTalk, {said(2, std::string(200000, 'y'))});
  EXPECT_EQ(refused.error().code, Code::unavailable);
  EXPECT_THAT(refused.error().message, testing::HasSubstr("full"));
  EXPECT_EQ(log().events(kTalk, 0)->size(), 1U);
  ASSERT_TRUE(log().erase(kOther));
  EXPECT_TRUE(append(kTalk, {said(2, "short")}));
  EXPECT_EQ(log().events(kTalk, 0)->size(), 2U);
}

TEST_F(Store, ASecondOpenerIsTurnedAway) {
  log();
  EXPECT_EQ(refused_open().code, Code::conflict);
  EXPECT_THAT(refused_open().message, testing::HasSubstr("--data"));
}

TEST_F(Store, AFileOfAnotherProgramIsRefusedAndKept) {
  run("CREATE TABLE recipes (name TEXT)");
  EXPECT_EQ(refused_open().code, Code::unavailable);
  EXPECT_THAT(refused_open().message, testing::HasSubstr("another program"));
  run("INSERT INTO recipes VALUES ('soup')");
}

TEST_F(Store, AFileThatIsNoDatabaseIsRefused) {
  std::ofstream(file()) << std::string(5000, 'z');
  EXPECT_EQ(refused_open().code, Code::unavailable);
  EXPECT_THAT(refused_open().message, testing::HasSubstr("not a database"));
}

TEST_F(Store, ADamagedFileIsRefused) {
  for (int seq = 1; seq <= 40; ++seq)
    ASSERT_TRUE(append(kTalk, {said(seq, std::string(2000, 'x'))}));
  close();
  {
    std::fstream damaged(file(), std::ios::in | std::ios::out | std::ios::binary);
    damaged.seekp(4096 * 3);
    damaged << std::string(4096 * 5, '\x7f');
  }
  EXPECT_EQ(refused_open().code, Code::unavailable);
  EXPECT_THAT(refused_open().message, testing::HasSubstr("damaged"));
}

TEST_F(Store, AFileOfANewerVersionIsRefused) {
  log();
  close();
  run("PRAGMA user_version = 99");
  EXPECT_THAT(refused_open().message, testing::HasSubstr("newer version"));
}

TEST_F(Store, KeepsPreferencesOverARestart) {
  using conversation::HelpWish;
  using conversation::Theme;
  EXPECT_EQ(log().preferences("")->help, HelpWish::on_request);
  EXPECT_TRUE(log().preferences("")->avoid.empty());
  ASSERT_TRUE(log().put("", {HelpWish::fading, {Theme::suicide, Theme::loss_of_work}}));
  close();
  EXPECT_EQ(log().preferences("")->help, HelpWish::fading);
  EXPECT_EQ(log().preferences("")->avoid, (std::vector{Theme::suicide, Theme::loss_of_work}));
  ASSERT_TRUE(log().put("", {HelpWish::off, {}}));
  EXPECT_EQ(log().preferences("")->help, HelpWish::off);
  EXPECT_TRUE(log().preferences("")->avoid.empty());
}

TEST_F(Store, EachAccountHasItsOwnPreferences) {
  using conversation::HelpWish;
  ASSERT_TRUE(log().put("anna", {HelpWish::off, {}}));
  ASSERT_TRUE(log().put("ben", {HelpWish::always, {conversation::Theme::grief}}));
  EXPECT_EQ(log().preferences("anna")->help, HelpWish::off);
  EXPECT_EQ(log().preferences("ben")->help, HelpWish::always);
  EXPECT_EQ(log().preferences("")->help, HelpWish::on_request);
  EXPECT_TRUE(log().preferences("anna")->avoid.empty());
}

TEST_F(Store, AFileOfVersionOneKeepsItsSessionsAndTakesPreferences) {
  {
    soci::session sql(soci::sqlite3, "db=\"" + file().string() + "\"");
    std::ifstream old(std::string(ATTUNE_ROOT) + "/tests/data/attune-db-1.sql");
    for (std::string line; std::getline(old, line);) sql << line;
  }
  ASSERT_EQ(log().events(kTalk, 0)->size(), 2U);
  EXPECT_EQ(std::get<conversation::Said>(log().events(kTalk, 0)->back().body).text, "Hello.");
  EXPECT_EQ(log().sessions()->front().turns, 1);
  ASSERT_TRUE(log().put("", {conversation::HelpWish::always, {}}));
  EXPECT_EQ(log().preferences("")->help, conversation::HelpWish::always);
}

TEST_F(Store, EverySessionCarriesFormatAndVersion) {
  ASSERT_TRUE(append(kTalk, {opened()}));
  close();
  soci::session sql(soci::sqlite3, "db=\"" + file().string() + "\"");
  std::string format;
  int version = 0;
  sql << "SELECT format, version FROM session WHERE id = 'talk'", soci::into(format),
      soci::into(version);
  EXPECT_EQ(format, "attune-event");
  EXPECT_EQ(version, 1);
}

}  // namespace
}  // namespace attune::store
