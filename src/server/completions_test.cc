#include "server/completions.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace attune::server {
namespace {

using base::Code;
using conversation::Speaker;
using testing::HasSubstr;
using Json = nlohmann::json;

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
      read_completion(Json{{"model", "client:ross"},
                           {"messages", {{{"role", "user"}, {"content", std::string(8'001, 'x')}}}}}
                          .dump());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::too_large);
  EXPECT_THAT(read.error().message, testing::Not(HasSubstr("xx")));
}

TEST(CompletionJson, SaysThatItIsSimulated) {
  const Completion talk =
      asked(R"({"model":"client:ross","messages":[{"role":"user","content":"How are you?"}]})");
  const Json json = Json::parse(completion_json(talk, {"no great\nyou?", true}));
  EXPECT_EQ(json["object"], "chat.completion");
  EXPECT_EQ(json["model"], "client:ross");
  EXPECT_EQ(json["choices"][0]["message"]["role"], "assistant");
  EXPECT_EQ(json["choices"][0]["message"]["content"], "no great\nyou?");
  EXPECT_EQ(json["choices"][0]["finish_reason"], "stop");
  EXPECT_EQ(json["usage"]["total_tokens"], 6);
  EXPECT_TRUE(json["metadata"]["simulated"]);
  EXPECT_TRUE(json["metadata"]["closed"]);
}

TEST(CompletionStream, JoinedIsTheReply) {
  const Completion talk = asked(
      R"({"model":"client:ross","messages":[],"stream":true,"stream_options":{"include_usage":true}})");
  EXPECT_TRUE(talk.stream);
  const std::string stream = completion_stream(talk, {"alright\nit's me", false});
  std::string words;
  int chunks = 0;
  for (std::size_t at = 0; at < stream.size();) {
    const std::size_t end = stream.find("\n\n", at);
    ASSERT_NE(end, std::string::npos);
    const std::string data = stream.substr(at, end - at);
    at = end + 2;
    ASSERT_THAT(data, testing::StartsWith("data: "));
    if (data == "data: [DONE]") {
      EXPECT_EQ(at, stream.size());
      break;
    }
    const Json chunk = Json::parse(data.substr(6));
    EXPECT_EQ(chunk["object"], "chat.completion.chunk");
    if (++chunks; !chunk["choices"].empty())
      words += chunk["choices"][0]["delta"].value("content", "");
  }
  EXPECT_EQ(words, "alright\nit's me");
  EXPECT_EQ(chunks, 5);  // role, two bubbles, end, usage
}

TEST(ClientModels, AreListedByTheirIds) {
  const Json json = Json::parse(client_models_json({"ross"}));
  EXPECT_EQ(json["object"], "list");
  EXPECT_EQ(json["data"][0]["id"], "client:ross");
}

TEST(CompletionRefusal, HasTheShapeThatProgramsExpect) {
  const Response response = completion_refusal({Code::not_found, "there is no such model"});
  EXPECT_EQ(response.status, 404);
  const Json json = Json::parse(response.body);
  EXPECT_EQ(json["error"]["message"], "there is no such model");
  EXPECT_EQ(json["error"]["type"], "invalid_request_error");
}

}  // namespace
}  // namespace attune::server
