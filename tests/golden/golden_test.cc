// Whole talks that were held freely and read line by line; see docs/formats/golden.md.
//
// Each file is played again; other words fail the test, for then the talk must be read again.
// ATTUNE_GOLDEN=write (script/golden) writes the new words, marked as not yet read.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/clock.h"
#include "cli/graph.h"
#include "session/session.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

// The share of a client's replies that may not follow from what was said.
constexpr double kMostMisfits = 0.1;
constexpr std::size_t kTalks = 10;

struct Talk {
  std::string client;
  std::uint64_t seed = 0;
  std::vector<std::string> head, said;
  std::map<std::string, char> marks;  ///< of replies, by their words
};

Talk read_talk(std::istream& in) {
  Talk talk;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) talk.head.push_back(line);
    if (line.starts_with("# case ")) talk.client = line.substr(7);
    if (line.starts_with("# seed ")) talk.seed = std::stoull(line.substr(7));
    if (line.starts_with("S: ")) talk.said.push_back(line.substr(3));
    if (line.size() > 3 && line[0] == 'C') talk.marks[line.substr(3)] = line[1];
  }
  return talk;
}

/// Plays a talk as `attune play` would and writes it down.
class Scribe {
 public:
  Scribe(session::Desk& desk, const Talk& talk)
      : desk_(desk), talk_(talk), progress_(session::begin(desk.person)) {}

  std::string write() {
    for (const std::string& line : talk_.head) out_ << line << '\n';
    take({session::open(desk_, talk_.seed, clock_.now())});
    take(session::settle(desk_, progress_, clock_.now()).value());
    for (const std::string& words : talk_.said) {
      if (!progress_.closed) say(words);
    }
    return out_.str();
  }

 private:
  void say(const std::string& words) {
    clock_.pass(std::chrono::seconds(20));
    const session::Hear hear{words, "turn-" + std::to_string(1000 + progress_.turn + 1),
                             progress_.last, "", false};
    take(session::advance(desk_, progress_, hear, clock_.now()).value());
    clock_.pass(std::chrono::seconds(5));
    take(session::settle(desk_, progress_, clock_.now()).value());
  }

  void take(const std::vector<conversation::Event>& events) {
    for (const auto& event : events) {
      session::fold(progress_, event);
      if (const auto* said = std::get_if<conversation::Said>(&event.body)) note(*said);
    }
  }

  void note(const conversation::Said& said) {
    if (said.speaker == conversation::Speaker::supporter) {
      out_ << "\nS: " << said.text << '\n';
      return;
    }
    std::string words = said.text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    const auto mark = talk_.marks.find(words);
    out_ << 'C' << (mark == talk_.marks.end() ? '*' : mark->second) << ' ' << words << '\n';
  }

  session::Desk& desk_;
  const Talk& talk_;
  base::SimulatedClock clock_;
  session::Progress progress_;
  std::ostringstream out_;
};

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> talks_with(const std::string& client) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(ATTUNE_ROOT) / "tests/golden" / client))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class Golden : public testing::TestWithParam<const char*> {
 protected:
  static void SetUpTestSuite() { graph_ = new cli::Graph(cli::build_graph().value()); }
  static void TearDownTestSuite() { delete graph_; }
  static cli::Graph* graph_;
};

cli::Graph* Golden::graph_ = nullptr;

TEST_P(Golden, TalksReadAsTheyWereRead) {
  const bool writes = std::getenv("ATTUNE_GOLDEN") != nullptr;
  for (const fs::path& file : talks_with(GetParam())) {
    const std::string before = text_of(file);
    std::istringstream in(before);
    const Talk talk = read_talk(in);
    ASSERT_EQ(talk.client, GetParam()) << file;
    const std::string now = Scribe(**graph_->desk(talk.client), talk).write();
    if (writes) std::ofstream(file) << now;
    EXPECT_EQ(now.find("\nC* "), std::string::npos)
        << file << ": words that nobody has read; run script/golden, read, and mark them";
    EXPECT_TRUE(writes || now == before)
        << file << ": the talk goes another way now; run script/golden and read it again";
  }
}

TEST_P(Golden, NearlyAllRepliesFollow) {
  const auto files = talks_with(GetParam());
  EXPECT_EQ(files.size(), kTalks);
  double replies = 0, misfits = 0;
  for (const fs::path& file : files) {
    std::istringstream in(text_of(file));
    for (std::string line; std::getline(in, line);) {
      replies += line.starts_with("S: ") ? 1 : 0;  // the opening answers nobody
      misfits += line.starts_with("C? ") ? 1 : 0;
    }
  }
  RecordProperty("replies", static_cast<int>(replies));
  RecordProperty("misfits", static_cast<int>(misfits));
  EXPECT_LE(misfits, kMostMisfits * replies);
}

INSTANTIATE_TEST_SUITE_P(People, Golden,
                         testing::Values("hidayah", "armando", "ross", "lindiwe", "lupe", "ruth",
                                         "teo", "adaeze", "caoimhe", "goran", "kirsty", "dafydd"),
                         [](const auto& person) { return std::string(person.param); });

}  // namespace
}  // namespace attune
