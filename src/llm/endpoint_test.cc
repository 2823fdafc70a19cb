#include "llm/endpoint.h"

#include <gmock/gmock.h>

namespace attune::llm {
namespace {

using testing::HasSubstr;
using testing::Not;
using Variables = std::map<std::string, std::string>;

TEST(Endpoints, OneComesFromTheEnvironment) {
  const auto read = read_endpoints({{"ATTUNE_LLM_URL", "http://127.0.0.1:8080/v1"},
                                    {"ATTUNE_LLM_MODEL", "m"},
                                    {"ATTUNE_LLM_KEY", ""},
                                    {"HOME", "/"}});
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ(read->front().name, "default");
  EXPECT_EQ(read->front().model, "m");
  EXPECT_EQ(host_of(read->front()), "127.0.0.1:8080");
  EXPECT_TRUE(is_loopback(read->front()));
}

TEST(Endpoints, SeveralStandSideBySide) {
  const auto read = read_endpoints({{"ATTUNE_LLM_BIG_BOX_URL", "https://api.example.org/v1"},
                                    {"ATTUNE_LLM_BIG_BOX_KEY", "k-1"},
                                    {"ATTUNE_LLM_BIG_BOX_TOTAL_SECONDS", "2.5"},
                                    {"ATTUNE_LLM_BIG_BOX_FIRST_TOKEN_SECONDS", "1"},
                                    {"ATTUNE_LLM_BIG_BOX_TAKES_SCHEMA", "no"},
                                    {"ATTUNE_LLM_BIG_BOX_PROMPT_PRICE", "0.15"},
                                    {"ATTUNE_LLM_BIG_BOX_CONCURRENT", "4"},
                                    {"ATTUNE_LLM_URL", "http://localhost:11434/v1"}});
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 2U);
  const Endpoint& big = read->front();
  EXPECT_EQ(big.name, "big_box");
  EXPECT_EQ(host_of(big), "api.example.org:443");
  EXPECT_FALSE(is_loopback(big));
  EXPECT_EQ(big.limits.total, std::chrono::milliseconds(2500));
  EXPECT_EQ(big.limits.first_token, std::chrono::seconds(1));
  EXPECT_FALSE(big.takes_schema);
  EXPECT_EQ(big.prompt_price, 0.15);
  EXPECT_EQ(big.limits.concurrent, 4U);
}

TEST(Endpoints, WithoutVariablesThereAreNone) {
  const auto read = read_endpoints({});
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->empty());
}

TEST(Endpoints, WhatIsWrongIsNamedAndNoSecretQuoted) {
  const std::string url = "ATTUNE_LLM_URL";
  const std::pair<Variables, const char*> faults[] = {
      {{{"ATTUNE_LLM_MODEL", "m"}}, "`url` is missing"},
      {{{"ATTUNE_LLM_BIG_MODEL", "m"}}, "ATTUNE_LLM_BIG_*"},
      {{{url, "nonsense sk-7"}}, "no http or https address"},
      {{{url, "file:///v1"}}, "no http or https address"},
      {{{url, "http://u:sk-7@h/v1"}}, "user or a password"},
      {{{url, "http://h/v1?key=sk-7"}}, "'?'"},
      {{{url, "http://h:8080"}}, "\"/v1\""},
      {{{url, "http://h/v1/chat/completions"}}, "too far"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_KEY", "sk-7\r\nX: y"}}, "`key`"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_TIMEOUT", "7"}}, "ATTUNE_LLM_TIMEOUT"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_TOTAL_SECONDS", "0"}}, "number of seconds"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_TOTAL_SECONDS", "1e3"}}, "number of seconds"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_QUEUE", "2.5"}}, "whole number"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_RETRIES", "3"}}, "`retries`"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_CONCURRENT", "0"}}, "`concurrent`"},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_TAKES_SCHEMA", "true"}}, "\"yes\" or \"no\""},
      {{{url, "http://h/v1"}, {"ATTUNE_LLM_PROMPT_PRICE", "-1"}}, "price"},
      {{{"ATTUNE_LLM_ÜBER_URL", "http://h/v1"}}, "lower-case letters"},
  };
  for (const auto& [variables, why] : faults) {
    const auto read = read_endpoints(variables);
    ASSERT_FALSE(read) << why;
    EXPECT_EQ(read.error().code, base::Code::invalid);
    EXPECT_THAT(read.error().message, HasSubstr(why));
    EXPECT_THAT(read.error().message, Not(HasSubstr("sk-7")));
  }
}

}  // namespace
}  // namespace attune::llm
