#include <gmock/gmock.h>

#include "progress/progress.h"
#include "progress/staged_records.h"

namespace attune::progress {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string told(const std::vector<Record>& records, int at) {
  const conversation::Preferences preferences;
  return progress_json({records, staged_people(), preferences, house_texts(), hour(at)});
}

std::string ms(int hours) {
  return std::to_string(hour(hours).time_since_epoch().count());
}

TEST(ProgressJson, OfNobodyYetIsABeginning) {
  EXPECT_THAT(told({}, 0),
              AllOf(HasSubstr(R"("talks":0,"skills":[],"dependence":[],"trend":null)"),
                    HasSubstr(R"("fading":{"level":"always","why":")"),
                    HasSubstr(R"("next":{"case":"calm","why":")"),
                    HasSubstr(R"("exposure":{"state":"fine","why":"","until":null})")));
}

TEST(ProgressJson, TellsEveryPart) {
  std::vector<Record> records{
      talk_with("calm", 0, {{Ability::takes_up, {7, 10}}}),
      talk_with("gentle", 30),
      talk_with("calm", 60),
      talk_with("dark", 95),
  };
  records[0].use = {.offered = 3,
                    .adopted = 1,
                    .edited = 1,
                    .ignored = 1,
                    .share = 0.25,
                    .distance = 0.12345678,
                    .decide = std::chrono::milliseconds(4200)};
  EXPECT_THAT(
      told(records, 97),
      AllOf(HasSubstr(R"("talks":4,"skills":[{"skill":"takes_up","value":0.7,"low":0.3968,)"
                      R"("high":0.8922,"n":10,"interval":"turns",)"
                      R"("talks":[{"session":"calm-0","value":0.7,"n":10}]}])"),
            HasSubstr(R"({"session":"calm-0","opened":0,"help":"on_request","offered":3,)"
                      R"("adopted":1,"edited":1,"ignored":1,"distance":0.1235,)"
                      R"("decide_ms":4200,"share":0.25})"),
            HasSubstr(R"("distance":null,"decide_ms":null,"share":0.0)"), HasSubstr(R"("trend":")"),
            HasSubstr(R"("without_help_next":true)"),
            HasSubstr(R"("exposure":{"state":"check_in")"), HasSubstr("\"until\":" + ms(96 + 12)),
            Not(HasSubstr("{name}")), Not(HasSubstr(R"("case":"dark")"))));
}

TEST(ProgressJson, EqualSourcesGiveEqualBytes) {
  const std::vector<Record> records{talk_with("calm", 0), talk_with("gentle", 30)};
  EXPECT_EQ(told(records, 500), told(records, 500));
}

}  // namespace
}  // namespace attune::progress
