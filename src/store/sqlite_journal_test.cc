#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/sqlite_log.h"

namespace attune::store {
namespace {

using base::Code;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using Texts = std::vector<std::string>;

const base::Instant kNow{std::chrono::milliseconds(1700000000000)};

class JournalStore : public testing::Test {
 protected:
  JournalStore() {
    std::string name = (std::filesystem::temp_directory_path() / "attune-journal-XXXXXX").string();
    dir_ = ::mkdtemp(name.data());
  }
  ~JournalStore() override { std::filesystem::remove_all(dir_); }

  conversation::Journal& journal() {
    if (!log_) log_ = SqliteLog::open(dir_, {}).value();
    return log_->journal();
  }
  void close() { log_.reset(); }

  Texts texts(const std::string& name, long long after = 0) {
    Texts all;
    const auto entries = journal().entries(name, after);
    for (const auto& entry : *entries) all.push_back(entry.text);
    return all;
  }
  std::map<std::string, std::string> drafts() { return journal().drafts("review").value(); }
  std::string bytes() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(dir_)) {
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }

  std::filesystem::path dir_;
  std::unique_ptr<SqliteLog> log_;
};

TEST_F(JournalStore, KeepsEntriesInOrderOverARestart) {
  EXPECT_EQ(journal().append("review", {"a", "b"}, kNow), 2);
  EXPECT_EQ(journal().append("trial", {"c"}, kNow), 1);
  close();
  EXPECT_EQ(journal().append("review", {"d"}, kNow), 3);
  EXPECT_EQ(texts("review"), (Texts{"a", "b", "d"}));
  EXPECT_EQ(texts("review", 2), Texts{"d"});
  EXPECT_EQ(texts("trial"), Texts{"c"});
  EXPECT_EQ(journal().entries("review", 0)->front().at, kNow);
  EXPECT_EQ(journal().entries("review", 0)->back().seq, 3);
}

TEST_F(JournalStore, ADraftIsReplacedAndTakenAway) {
  ASSERT_TRUE(journal().put_draft("review", "anna/1", "so"));
  ASSERT_TRUE(journal().put_draft("review", "anna/1", "so far"));
  ASSERT_TRUE(journal().put_draft("review", "ben/1", "mine"));
  ASSERT_TRUE(journal().put_draft("trial", "anna/1", "other"));
  close();
  EXPECT_THAT(drafts(), ElementsAre(Pair("anna/1", "so far"), Pair("ben/1", "mine")));
  ASSERT_TRUE(journal().put_draft("review", "ben/1", ""));
  EXPECT_THAT(drafts(), ElementsAre(Pair("anna/1", "so far")));
}

TEST_F(JournalStore, HandingInTakesTheDraftAwayInTheSameStep) {
  ASSERT_TRUE(journal().put_draft("review", "anna/1", "so far"));
  ASSERT_TRUE(journal().append("review", {"handed in"}, kNow, "anna/1"));
  EXPECT_TRUE(drafts().empty());
  EXPECT_EQ(texts("review"), Texts{"handed in"});
}

TEST_F(JournalStore, ARewrittenEntryIsInNoFile) {
  const std::string words = "a sentence that nobody else would write";
  ASSERT_TRUE(journal().append("review", {"first", words, "last"}, kNow));
  ASSERT_THAT(bytes(), HasSubstr(words));
  ASSERT_TRUE(journal().rewrite("review", 2, "gone"));
  EXPECT_EQ(texts("review"), (Texts{"first", "gone", "last"}));
  EXPECT_THAT(bytes(), Not(HasSubstr(words)));
  EXPECT_EQ(journal().rewrite("review", 4, "gone").error().code, Code::not_found);
  EXPECT_EQ(journal().rewrite("trial", 1, "gone").error().code, Code::not_found);
}

TEST_F(JournalStore, NumbersStayInOrderWhenManyWriteAtOnce) {
  std::vector<std::thread> raters;
  for (int rater = 0; rater < 6; ++rater) {
    raters.emplace_back([&writing = journal(), rater] {
      for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(writing.put_draft("review", std::to_string(rater), std::to_string(i)));
        ASSERT_TRUE(writing.append("review", {std::to_string(rater)}, kNow));
      }
    });
  }
  for (std::thread& rater : raters) rater.join();
  const auto entries = journal().entries("review", 0);
  ASSERT_EQ(entries->size(), 120U);
  for (std::size_t i = 0; i < entries->size(); ++i)
    EXPECT_EQ((*entries)[i].seq, static_cast<long long>(i) + 1);
  for (const auto& [rater, draft] : drafts()) EXPECT_EQ(draft, "19");
}

/// Types and hands in until it is killed; tells the pipe the number of each key press that was
/// answered as kept.
[[noreturn]] void type_on(const std::filesystem::path& dir, int told) {
  const auto log = SqliteLog::open(dir, {}).value();
  for (int key = 1;; ++key) {
    const std::string text = std::to_string(key);
    const bool kept = log->journal().put_draft("review", "anna/1", text).has_value() &&
                      log->journal().append("review", {text}, kNow).has_value();
    if (!kept || ::write(told, &key, sizeof key) != sizeof key) ::_exit(1);
  }
}

TEST_F(JournalStore, KilledInTheMiddleItKeepsEveryKeyItAnsweredFor) {
  int answered = 0;
  for (const int enough : {1, 7, 40}) {
    std::filesystem::remove_all(dir_);
    std::filesystem::create_directory(dir_);
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) type_on(dir_, ends[1]);
    ::close(ends[1]);
    for (answered = 0; answered < enough;)
      ASSERT_EQ(::read(ends[0], &answered, sizeof answered), sizeof answered);
    ::kill(child, SIGKILL);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    for (int key = 0; ::read(ends[0], &key, sizeof key) == sizeof key;) answered = key;
    ::close(ends[0]);

    const Texts kept = texts("review");
    ASSERT_GE(kept.size(), static_cast<std::size_t>(answered));
    for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(kept[i], std::to_string(i + 1));
    EXPECT_GE(std::stoi(drafts().at("anna/1")), answered);
    close();
  }
}

}  // namespace
}  // namespace attune::store
