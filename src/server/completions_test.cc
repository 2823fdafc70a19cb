#include "server/completions.h"

#include <gmock/gmock.h>

namespace attune::server {
namespace {

using base::Code;
using conversation::Speaker;
using testing::HasSubstr;

Completion asked(const std::string& body) {
  auto read = read_completion(body);
  EXPECT_TRUE(read) << body;
  return read ? *read : Completion{};
}

TEST(ReadCompletion, TakesTheTalkApart) {
  const Completion talk = asked(R"({"model":"client:ross","seed":7,"messages":[
      {"role":"system","content":"be nice"},
      {"role":"assistant","content":"alright"},
      {"role":"user","content":"Hello."},
      {"role":"user","content":[{"type":"text","text":"How are "},{"type":"text","text":"you?"}]}]})");
  EXPECT_EQ(talk.case_id, "ross");
  EXPECT_EQ(talk.seed, 7U);
  EXPECT_FALSE(talk.stream);
  ASSERT_EQ(talk.talk.size(), 2U);
  EXPECT_EQ(talk.talk[0].speaker, Speaker::client);
  EXPECT_EQ(talk.talk[1].text, "Hello.\nHow are you?");
}

TEST(ReadCompletion, SeedIsZeroAndAnEmptyMessageIsASilence) {
  const Completion talk =
      asked(R"({"model":"client:ross","seed":null,"messages":[{"role":"user","content":" "}]})");
  EXPECT_EQ(talk.seed, 0U);
  EXPECT_EQ(talk.talk.front().text, "...");
}

TEST(ReadCompletion, WhatItCannotTakeIsNamed) {
  const std::pair<const char*, const char*> faults[] = {
      {"nonsense", "not a JSON object"},
      {R"({"model":"gpt-4","messages":[]})", "`model`"},
      {R"({"model":"client:ross"})", "`messages`"},
      {R"({"model":7,"messages":[]})", "wrong type"},
      {R"({"model":"client:ross","messages":[{"content":"x"}]})", "`role`"},
      {R"({"model":"client:ross","messages":[{"role":"tool","content":"x"}]})", "`role`"},
      {R"({"model":"client:ross","messages":[{"role":"user","content":7}]})", "`content`"},
      {R"({"model":"client:ross","messages":[{"role":"user","content":[{"type":"image_url"}]}]})",
       "text alone"},
      {R"({"model":"client:ross","messages":[{"role":"assistant","content":"x"}]})",
       "the last message must be the user's"},
      {R"({"model":"client:ross","messages":[],"seed":"x"})", "`seed`"},
      {R"({"model":"client:ross","messages":[],"n":2})", "`n`"},
  };
  for (const auto& [body, why] : faults) {
    const auto read = read_completion(body);
    ASSERT_FALSE(read) << body;
    EXPECT_EQ(read.error().code, Code::invalid);
    EXPECT_THAT(read.error().message, HasSubstr(why));
  }
}

TEST(ReadCompletion, ALongMessageIsTooLargeAndIsNotQuoted) {
  const auto read =
      read_completion(R"({"model":"client:ross","messages":[{"role":"user","content":")" +
                      std::string(8'001, 'x') + R"("}]})");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::too_large);
  EXPECT_THAT(read.error().message, testing::Not(HasSubstr("xx")));
}

TEST(CompletionJson, SaysThatItIsSimulated) {
  const Completion talk =
      asked(R"({"model":"client:ross","messages":[{"role":"user","content":"How are you?"}]})");
  const std::string json = completion_json(talk, {"no great\nyou?", true});
  for (const char* part :
       {R"("object":"chat.completion")", R"("model":"client:ross")", R"("role":"assistant")",
        R"("content":"no great\nyou?")", R"("finish_reason":"stop")", R"("total_tokens":6)",
        R"("simulated":true)", R"("closed":true)"})
    EXPECT_THAT(json, HasSubstr(part));
}

TEST(CompletionStream, SendsABubbleAnEvent) {
  const Completion talk = asked(
      R"({"model":"client:ross","messages":[],"stream":true,"stream_options":{"include_usage":true}})");
  EXPECT_TRUE(talk.stream);
  const std::string stream = completion_stream(talk, {"alright\nit's me", false});
  const char* const parts[] = {R"("delta":{"role":"assistant","content":""})",
                               R"("delta":{"content":"alright\n"})",
                               R"("delta":{"content":"it's me"})",
                               R"("delta":{},"finish_reason":"stop")",
                               R"("choices":[],"usage":{"prompt_tokens":0)",
                               "data: [DONE]"};
  std::size_t at = 0;
  for (const char* part : parts) {
    EXPECT_THAT(stream.substr(at), testing::StartsWith("data: "));
    const std::size_t end = stream.find("\n\n", at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_THAT(stream.substr(at, end - at), HasSubstr(part));
    at = end + 2;
  }
  EXPECT_EQ(at, stream.size());
}

TEST(ClientModels, AreListedByTheirIds) {
  EXPECT_THAT(client_models_json({"ross"}), HasSubstr(R"("id":"client:ross")"));
}

TEST(CompletionRefusal, HasTheShapeThatProgramsExpect) {
  const Response response = completion_refusal({Code::not_found, "there is no such model"});
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.body, HasSubstr(R"("message":"there is no such model")"));
  EXPECT_THAT(response.body, HasSubstr(R"("type":"invalid_request_error")"));
}

}  // namespace
}  // namespace attune::server
