#include "llm/reply.h"

#include <gmock/gmock.h>

namespace attune::llm {
namespace {

constexpr std::size_t kLargest = 200;

Reply read(const std::string& bytes) {
  Reply reply(kLargest);
  for (const char c : bytes) reply.take({&c, 1});
  reply.end();
  return reply;
}

std::string data(const std::string& json) {
  return "data: " + json + "\n\n";
}

std::string content(const std::string& text) {
  return data(R"({"choices":[{"delta":{"content":")" + text + R"("}}]})");
}

const std::string kStop = data(R"({"choices":[{"delta":{},"finish_reason":"stop"}]})");
const std::string kDone = data("[DONE]");

TEST(Reply, AStreamIsPutTogether) {
  const Reply reply =
      read(data(R"({"model":"m","choices":[{"delta":{"role":"assistant","content":null}}]})") +
           ": ping\n\n" + content("I'm ") + data(R"({"id":"x"})") + content("tired.") + kStop +
           data(R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4}})") + kDone);
  EXPECT_TRUE(reply.complete());
  EXPECT_EQ(reply.text(), "I'm tired.");
  EXPECT_EQ(reply.model(), "m");
  EXPECT_TRUE(reply.counted());
  EXPECT_EQ(reply.prompt_tokens(), 9);
  EXPECT_EQ(reply.completion_tokens(), 4);
  EXPECT_FALSE(reply.cut());
}

TEST(Reply, AServerNeedNotStream) {
  const Reply reply =
      read(R"( {"model":"m","choices":[{"message":{"role":"assistant","content":" Hi. "},)"
           R"("finish_reason":"length"}],"usage":{"prompt_tokens":1,"completion_tokens":2}})");
  EXPECT_TRUE(reply.complete());
  EXPECT_EQ(reply.text(), "Hi.");
  EXPECT_TRUE(reply.cut());
}

TEST(Reply, DoneOrAReasonEndsIt) {
  EXPECT_TRUE(read(content("Hi.") + kDone).complete());
  EXPECT_TRUE(read(content("Hi.") + kStop).complete());
  EXPECT_EQ(read(content("Hi.")).trouble(), Trouble::cut);
}

TEST(Reply, ThoughtsAreNoWords) {
  const Reply apart =
      read(data(R"({"choices":[{"delta":{"reasoning_content":"Hm"}}]})") + content("Hi.") + kDone);
  EXPECT_EQ(apart.text(), "Hi.");
  EXPECT_EQ(read(content("<think>\\nHm</think>\\n\\nHi.") + kDone).text(), "Hi.");
  EXPECT_EQ(read(content("<think>Hm") + kDone).text(), "");
  Reply begun(kLargest);
  begun.take(data(R"({"choices":[{"delta":{"reasoning":"Hm"}}]})"));
  EXPECT_TRUE(begun.begun());
}

TEST(Reply, WhatIsNoChatIsMalformed) {
  for (const std::string& bytes :
       {data("{\"choices\":[{"), data("[1]"), std::string("<html>Hello</html>"),
        std::string("{\"models\":[]}"), std::string("{\"choices\":"), kDone, data("")})
    EXPECT_EQ(read(bytes).trouble(), Trouble::malformed) << bytes;
  EXPECT_EQ(read("").trouble(), Trouble::lost);
}

TEST(Reply, AnErrorAmidTheStreamIsOne) {
  EXPECT_EQ(read(content("Hi") + data(R"({"error":{"message":"x","code":500}})")).trouble(),
            Trouble::broken);
  EXPECT_EQ(read(data(R"({"object":"error","message":"x","code":500})")).trouble(),
            Trouble::broken);
  EXPECT_EQ(read("error: {\"code\":500,\"message\":\"x\"}\n\n").trouble(), Trouble::broken);
  EXPECT_EQ(read(data(R"({"error":{"type":"exceed_context_size_error"}})")).trouble(),
            Trouble::too_long);
}

TEST(Reply, WhatTheServerFindsOutOfFormStandsAsItIs) {
  const std::string error =
      data(R"({"error":{"code":500,"type":"server_error","message":"The model produced output )"
           R"(that does not match the expected peg-native format"}})");
  const Reply reply = read(content(R"({\"name\": \"Mei)") + error);
  EXPECT_FALSE(reply.trouble());
  EXPECT_EQ(reply.text(), "{\"name\": \"Mei");
  EXPECT_TRUE(reply.cut());
  EXPECT_EQ(read(error).trouble(), Trouble::broken) << "nothing was said";
}

TEST(Reply, ItMayNotGoOnForever) {
  Reply reply(kLargest);
  for (int i = 0; i < 100 && !reply.trouble(); ++i) reply.take(content("word "));
  EXPECT_EQ(reply.trouble(), Trouble::endless);
  EXPECT_EQ(read("{" + std::string(100'000, ' ')).trouble(), Trouble::endless);
  EXPECT_EQ(read("data: " + std::string(100'000, 'x')).trouble(), Trouble::endless);
}

TEST(Reply, ARefusalIsToldAsOne) {
  EXPECT_EQ(read(data(R"({"choices":[{"delta":{},"finish_reason":"content_filter"}]})")).trouble(),
            Trouble::declined);
  EXPECT_EQ(read(data(R"({"choices":[{"delta":{"refusal":"No."}}]})")).trouble(),
            Trouble::declined);
}

TEST(Reply, ALetterCutInTwoIsNoFault) {
  const Reply reply = read(content("caf\xC3") + content("ok") + kDone);
  EXPECT_EQ(reply.text(), "caf\xEF\xBF\xBDok");
}

}  // namespace
}  // namespace attune::llm
