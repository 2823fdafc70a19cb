#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "e2e/server_program.h"

namespace attune::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Json = nlohmann::json;

/// `attune` as a person types it, in a folder of its own.
class DebriefCommand : public testing::Test {
 protected:
  struct Answer {
    int status = -1;
    std::string text;  ///< all that was printed
  };

  Answer run(const std::string& arguments) {
    const std::string command = "cd '" + dir_.path().string() + "' && '" ATTUNE_BINARY "' " +
                                arguments + " <input >output 2>&1";
    const int ended = std::system(command.c_str());
    return {WIFEXITED(ended) ? WEXITSTATUS(ended) : -1, get("output")};
  }
  void put(const std::string& name, const std::string& text) const {
    std::ofstream(dir_.path() / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::ifstream in(dir_.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void SetUp() override { put("input", ""); }

  static std::string ours(const std::string& name) {
    return "'" ATTUNE_ROOT "/tests/data/transcripts/" + name + "'";
  }

  const TempDir dir_;
};

TEST_F(DebriefCommand, PrintsAPoorTalkWithSafetyFirst) {
  const Answer answer = run("debrief " + ours("poor.jsonl"));
  ASSERT_EQ(answer.status, 0) << answer.text;
  const auto at = [&](const char* heading) { return answer.text.find(heading); };
  EXPECT_LT(at("First, about safety"), at("What worked"));
  EXPECT_LT(at("What worked"), at("Moments to look at again"));
  EXPECT_LT(at("Moments to look at again"), at("One thing for next time"));
  EXPECT_THAT(answer.text, HasSubstr("Sometimes I think about killing myself"));
}

TEST_F(DebriefCommand, AGoodTalkHasNothingDue) {
  const Answer answer = run("debrief --format json " + ours("good.jsonl"));
  ASSERT_EQ(answer.status, 0) << answer.text;
  const Json debrief = Json::parse(answer.text);
  for (const Json& point : debrief["safety"])
    EXPECT_THAT(point["text"].get<std::string>(), Not(HasSubstr("not put in plain words")));
  EXPECT_TRUE(debrief["moments"].empty());
  EXPECT_GE(debrief["worked"].size(), 2U);
  EXPECT_EQ(debrief["figures"]["mi"]["hidden"], "risk");
  EXPECT_EQ(debrief["figures"]["timeline"].size(), 7U);
}

TEST_F(DebriefCommand, GriefHidesTheRatios) {
  const Json debrief = Json::parse(run("debrief --format json " + ours("grief.jsonl")).text);
  EXPECT_EQ(debrief["figures"]["mi"]["hidden"], "grief");
  EXPECT_EQ(debrief["figures"]["mi"]["shown"], false);
}

TEST_F(DebriefCommand, ManyTalksAreOneLineEachAndOneIsChosenByIdOrNumber) {
  const std::string all = run("debrief --format json " + ours("esconv.jsonl")).text;
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 2);
  for (const char* talk : {"ours-2", "2"}) {
    const Answer one =
        run("debrief --format json --talk " + std::string(talk) + " " + ours("esconv.jsonl"));
    EXPECT_EQ(Json::parse(one.text)["transcript_id"], "ours-2");
  }
  const Answer none = run("debrief --talk 9 " + ours("esconv.jsonl"));
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.text, HasSubstr("ours-1, ours-2"));
}

TEST_F(DebriefCommand, WritesAPageByTheNameOfTheFile) {
  const Answer answer = run("debrief --out page.html " + ours("poor.jsonl"));
  ASSERT_EQ(answer.status, 0) << answer.text;
  EXPECT_EQ(answer.text, "");
  EXPECT_THAT(get("page.html"), StartsWith("<!doctype html>"));
  EXPECT_THAT(get("page.html"), HasSubstr("</html>"));
}

TEST_F(DebriefCommand, ALogOfOursGivesTheWholeDebrief) {
  put("input", "That sounds lonely. What is it like at night?\nWho knows about this?\n");
  put("log", run("play ruth --seed 3").text);
  put("input", "");
  const Json whole = Json::parse(run("debrief --format json log").text);
  EXPECT_EQ(whole["case"], "ruth");
  EXPECT_EQ(whole["figures"]["states"].size(), 3U);
  EXPECT_FALSE(whole["unsaid"].empty());
  EXPECT_THAT(run("debrief log").text, HasSubstr("This exercise is over."));
  EXPECT_THAT(run("debrief --format html log").text, HasSubstr("A talk with Ruth"));
}

TEST_F(DebriefCommand, ALogFromBeforeTheEndIsRefused) {
  put("log",
      R"({"seq":1,"at":0,"type":"opened","format":"attune-event","version":1,"case":"ruth"})"
      "\n"
      R"({"seq":2,"at":0,"type":"said","turn":0,"speaker":"client","text":"Good evening."})");
  const Answer refused = run("debrief log");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.text, HasSubstr("end the talk"));
}

TEST_F(DebriefCommand, FollowsTheStepsOfAProtocol) {
  const std::string protocol = " --protocol '" ATTUNE_ROOT "/content/protocols/suicide-risk.yaml'";
  EXPECT_THAT(run("debrief " + ours("good.jsonl") + protocol).text,
              HasSubstr("Ask directly about suicide: done (reply 4)"));
  const Json poor = Json::parse(run("debrief --format json " + ours("poor.jsonl") + protocol).text);
  EXPECT_EQ(poor["protocol"]["steps"][0]["state"], "missed");
  EXPECT_EQ(run("debrief --protocol none.yaml " + ours("poor.jsonl")).status, 2);
}

TEST_F(DebriefCommand, ACaseLendsItsNameAndRefusalsSayWhatToDo) {
  EXPECT_THAT(run("debrief --case ruth " + ours("poor.jsonl")).text, HasSubstr("Ruth: "));
  EXPECT_THAT(run("debrief --case nobody " + ours("poor.jsonl")).text, HasSubstr("attune cases"));
  put("names", "{\"speaker\":\"Ann\",\"text\":\"a\"}\n{\"speaker\":\"Bo\",\"text\":\"b\"}\n");
  const Answer refused = run("debrief names");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.text, HasSubstr("'ann' and 'bo'"));
  EXPECT_EQ(run("debrief --client bo names").status, 0);
}

}  // namespace
}  // namespace attune::e2e
