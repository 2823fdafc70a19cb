#include "llm/schema.h"

#include <gmock/gmock.h>

namespace attune::llm {
namespace {

constexpr std::string_view kSchema = R"({"type":"object","required":["mood","score"],"properties":{
    "mood":{"type":"string","enum":["low","high"]},
    "score":{"type":"integer"},
    "note":{"type":["string","null"],"minLength":2,"maxLength":4},
    "parts":{"type":"array","maxItems":2,"items":{"type":"object","required":["of"]}}}})";

std::string fit(std::string_view text) {
  const auto fitted = fit_to_schema(text, kSchema);
  return fitted ? *fitted : fitted.error().message;
}

TEST(Schema, TheObjectIsFoundInProseAndFences) {
  const std::string clean = R"({"mood":"low","score":3})";
  EXPECT_EQ(fit(clean), clean);
  EXPECT_EQ(
      fit("Sure! {here it is}:\n```json\n{ \"mood\": \"low\",\n \"score\": 3 }\n```\nBye {}."),
      clean);
  EXPECT_EQ(fit(R"(x {"mood":"low","score":3} {"mood":"high"})"), clean);
}

TEST(Schema, BracesInStringsAreWords) {
  EXPECT_EQ(fit(R"({"mood":"low","score":3,"note":"}\"{"})"),
            R"({"mood":"low","score":3,"note":"}\"{"})");
}

TEST(Schema, WhatIsWrongIsNamedAndNotQuoted) {
  const std::pair<const char*, const char*> faults[] = {
      {"none", "it holds no whole JSON object"},
      {R"({"mood":"low","score":3)", "it holds no whole JSON object"},
      {R"({"score":3})", "`mood` is missing"},
      {R"({"mood":"secret","score":3})", R"(`mood` must be one of ["low","high"])"},
      {R"({"mood":"low","score":"secret"})", "`score` must be of type integer"},
      {R"({"mood":"low","score":3.5})", "`score` must be of type integer"},
      {R"({"mood":"low","score":3,"note":7})", "`note` must be of type string or null"},
      {R"({"mood":"low","score":3,"note":"ü"})", "`note` is shorter than minLength"},
      {R"({"mood":"low","score":3,"parts":[{"of":1},{"of":2},{"of":3}]})",
       "`parts` is longer than maxItems"},
      {R"({"mood":"low","score":3,"note":"secret"})", "`note` is longer than maxLength"},
      {R"({"mood":"low","score":3,"parts":[{}]})", "an item of `parts`'s `of` is missing"},
  };
  for (const auto& [text, why] : faults) EXPECT_EQ(fit(text), why) << text;
}

TEST(Schema, UnknownFieldsAndWholeFloatsPass) {
  EXPECT_EQ(fit(R"({"mood":"low","score":3.0,"note":null,"more":[1]})"),
            R"({"mood":"low","score":3.0,"note":null,"more":[1]})");
}

TEST(Schema, ManyBracesCostLittle) {
  EXPECT_EQ(fit(std::string(100'000, '{')), "it holds no whole JSON object");
}

TEST(Schema, OnlyObjectsAreAskedFor) {
  EXPECT_TRUE(is_schema(kSchema));
  for (const char* none : {"", "{", "[]", "{}", R"({"type":"array"})"})
    EXPECT_FALSE(is_schema(none)) << none;
}

}  // namespace
}  // namespace attune::llm
