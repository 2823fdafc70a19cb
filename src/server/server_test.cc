#include <filesystem>
#include <fstream>
#include <set>

#include <gmock/gmock.h>

#include "server/entropy.h"
#include "server/gate.h"
#include "server/pages.h"
#include "server/practice_json.h"
#include "server/routes.h"
#include "server/server.h"
#include "server/sessions.h"
#include "server/status.h"
#include "server/target.h"
#include "server/wire_json.h"

namespace attune::server {
namespace {

using base::Code;
using testing::HasSubstr;

constexpr Code kCodes[] = {Code::invalid,   Code::sign_in,     Code::not_found,
                           Code::conflict,  Code::busy,        Code::forbidden,
                           Code::too_large, Code::unavailable, Code::internal};

TEST(Status, EveryCodeHasItsOwn) {
  std::set<int> seen;
  for (const Code code : kCodes) {
    EXPECT_GE(status(code), 400);
    seen.insert(status(code));
    EXPECT_THAT(refusal({code, "why"}).body, HasSubstr(base::name(code)));
  }
  EXPECT_EQ(seen.size(), std::size(kCodes));
  EXPECT_EQ(status(Code::busy), 429);
  EXPECT_EQ(status(Code::conflict), 409);
}

TEST(AnswerTo, AForgottenRequestIsInternal) {
  int got = 0;
  {
    const Answer answer([&](const Response& response) { got = response.status; });
  }
  EXPECT_EQ(got, 500);
}

TEST(AnswerTo, TheFirstCallCounts) {
  std::vector<int> got;
  {
    const Answer answer([&](const Response& response) { got.push_back(response.status); });
    answer({.status = 204});
    answer({.status = 404});
  }
  EXPECT_EQ(got, std::vector<int>{204});
}

TEST(Target, IsTakenApartAndDecoded) {
  const auto target = parse_target("/api/a%20b?after=12&who=%C3%A9&bare");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/a b");
  EXPECT_EQ(target->query.at("after"), "12");
  EXPECT_EQ(target->query.at("who"), "é");
  EXPECT_EQ(target->query.at("bare"), "");
}

TEST(Target, IllFormedOnesAreRefused) {
  for (const char* target :
       {"", "api", "http://other/", "/%", "/%zz", "/%00", "/%ff", "/x?a=%C3"}) {
    EXPECT_FALSE(parse_target(target)) << target;
  }
}

Request from(const std::string& host, const std::string& origin = "") {
  Request request;
  request.headers["host"] = host;
  if (!origin.empty()) request.headers["origin"] = origin;
  return request;
}

TEST(Gate, LetsOurOwnPageIn) {
  const Gate gate("127.0.0.1", 8080);
  EXPECT_TRUE(gate.check(from("127.0.0.1:8080")));
  EXPECT_TRUE(gate.check(from("LOCALHOST:8080", "http://localhost:8080")));
  EXPECT_TRUE(gate.check(from("[::1]:8080", "http://[::1]:8080")));
}

TEST(Gate, TurnsForeignHostsAndOriginsAway) {
  const Gate gate("127.0.0.1", 8080);
  for (const char* host :
       {"", "127.0.0.1", "127.0.0.1:8081", "evil.example:8080", "127.0.0.1:8080,x"}) {
    EXPECT_EQ(gate.check(from(host)).error().code, Code::forbidden) << host;
  }
  for (const char* origin : {"null", "http://evil.example", "https://127.0.0.1:8080",
                             "http://127.0.0.1:8080.evil.example", "http://localhost:3000"}) {
    EXPECT_EQ(gate.check(from("127.0.0.1:8080", origin)).error().code, Code::forbidden) << origin;
  }
}

TEST(PublicAddresses, AreAHostAndAScheme) {
  for (const auto& [text, address] : std::map<std::string, std::string>{
           {"https://Attune.example.org/", "https://attune.example.org"},
           {"https://attune.example.org:443", "https://attune.example.org"},
           {"https://attune.example.org:8443", "https://attune.example.org:8443"},
           {"http://192.0.2.1:8080", "http://192.0.2.1:8080"}})
    EXPECT_EQ(parse_public_address(text)->text(), address);
  for (const char* text :
       {"", "attune.example.org", "https://", "https:///", "ftp://x", "https://:80",
        "https://x/attune", "https://a@b", "https://x y", "https://x,http://y"})
    EXPECT_EQ(parse_public_address(text).error().code, Code::invalid) << text;
}

TEST(PublicGate, LetsItsOwnPageInAndNoOther) {
  const Gate gate("0.0.0.0", 8080, parse_public_address("https://attune.example.org").value());
  EXPECT_TRUE(gate.check(from("attune.example.org", "https://attune.example.org")));
  EXPECT_TRUE(gate.check(from("127.0.0.1:8080")));
  for (const char* origin : {"http://attune.example.org", "https://attune.example.org:8443",
                             "https://evil.example", "https://attune.example.org.evil.example"})
    EXPECT_FALSE(gate.check(from("attune.example.org", origin))) << origin;
  EXPECT_FALSE(gate.check(from("evil.example")));
}

TEST(PublicGate, TellsBrowsersToComeByTlsAlone) {
  const Gate gate("127.0.0.1", 8080, parse_public_address("https://attune.example.org").value());
  Response outside, inside;
  gate.secure(from("attune.example.org"), outside);
  gate.secure(from("127.0.0.1:8080"), inside);
  EXPECT_EQ(outside.headers.at("Strict-Transport-Security"), "max-age=31536000");
  EXPECT_THAT(outside.headers.at("Content-Security-Policy"),
              HasSubstr(" wss://attune.example.org;"));
  EXPECT_FALSE(inside.headers.contains("Strict-Transport-Security"));
  EXPECT_THAT(inside.headers.at("Content-Security-Policy"), HasSubstr(" ws://127.0.0.1:8080;"));
}

TEST(Gate, KnowsLoopbackFromTheRest) {
  for (const char* host : {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    EXPECT_TRUE(is_loopback(host));
  for (const char* host :
       {"0.0.0.0", "::", "192.168.0.4", "127.evil.example.com", "127.0.0.1.nip.io"}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

class Pages : public testing::Test {
 protected:
  Pages() {
    std::string name = (std::filesystem::temp_directory_path() / "attune-web-XXXXXX").string();
    root_ = ::mkdtemp(name.data());
    web_ = root_ / "web";
    std::filesystem::create_directories(web_ / "assets");
    write("web/index.html", "the page");
    write("web/assets/main.js", "script");
    write("secret.txt", "secret");
  }
  ~Pages() override { std::filesystem::remove_all(root_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root_ / name) << text;
  }
  Response get(const std::string& path, const std::string& known = "") const {
    Request request;
    request.path = path;
    if (!known.empty()) request.headers["if-none-match"] = known;
    return page_file(web_, request);
  }

  std::filesystem::path root_, web_;
};

TEST_F(Pages, FilesHaveTheirType) {
  EXPECT_EQ(get("/").body, "the page");
  EXPECT_THAT(get("/").type, HasSubstr("text/html"));
  EXPECT_EQ(get("/assets/main.js").body, "script");
  EXPECT_THAT(get("/assets/main.js").type, HasSubstr("javascript"));
}

TEST_F(Pages, UnknownAddressesAreThePage) {
  EXPECT_EQ(get("/session/abc").body, "the page");
  EXPECT_EQ(get("/assets").body, "the page");
}

TEST_F(Pages, NothingOutsideIsRead) {
  std::filesystem::create_symlink(root_ / "secret.txt", web_ / "link.txt");
  for (const char* path : {"/../secret.txt", "/assets/../../secret.txt", "/..\\secret.txt",
                           "/link.txt", "//etc/passwd", "/./../secret.txt"}) {
    EXPECT_EQ(get(path).body, "the page") << path;
  }
}

TEST_F(Pages, APageBuiltAgainIsSeen) {
  const std::string tag = get("/").headers.at("ETag");
  EXPECT_EQ(get("/", tag).status, 304);
  write("web/index.html", "the page, built again");
  EXPECT_EQ(get("/", tag).status, 200);
}

TEST_F(Pages, WithoutABuiltPageItSaysHowToGetOne) {
  std::filesystem::remove_all(web_);
  EXPECT_EQ(get("/").status, 503);
  EXPECT_THAT(get("/").body, HasSubstr("script/server"));
}

TEST(Frames, AMessageIsRead) {
  const Frame frame = read_frame(
      R"({"type":"say","key":"abcd-1234","text":"hi","seen":7,"goodbye":true,"later":"ignored"})");
  const auto& hear = std::get<session::Hear>(frame.input.value());
  EXPECT_EQ(hear.text, "hi");
  EXPECT_EQ(hear.key, "abcd-1234");
  EXPECT_EQ(hear.seen, 7);
  EXPECT_TRUE(hear.goodbye);
}

TEST(Frames, EveryTypeOfTheFormatIsRead) {
  for (const char* text :
       {R"({"type":"suggest"})", R"({"type":"adopt","kind":"support"})",
        R"({"type":"guess","turn":1,"emotion":"fear"})", R"({"type":"pause"})",
        R"({"type":"resume"})", R"({"type":"end","how":"stop"})",
        R"({"type":"rate","items":{"room":3},"redo":2})", R"({"type":"rate","items":{}})"}) {
    EXPECT_TRUE(read_frame(text).input) << text;
  }
}

TEST(Frames, WhatIsNotOfTheFormatIsInvalid) {
  for (const char* text :
       {"", "{", "[]", "7", "null", R"({"type":1})", R"({"type":"shout"})", R"({"type":"say"})",
        R"({"type":"say","key":"abcd-1234","text":"hi","seen":"7"})",
        R"({"type":"say","key":"abcd-1234","text":"hi","seen":1.5})",
        R"({"type":"say","key":"abcd-1234","text":"hi","seen":99999999999})",
        R"({"type":"guess","turn":1,"emotion":"meh"})", R"({"type":"end","how":"later"})",
        R"({"type":"rate","items":{"room":2.5}})", R"({"type":"rate","items":[1]})",
        "{\"type\":\"\xff\"}"}) {
    EXPECT_EQ(read_frame(text).input.error().code, Code::invalid) << text;
  }
}

TEST(Frames, AnErrorCanNameItsMessage) {
  EXPECT_EQ(read_frame(R"({"type":"say","key":"abcd-1234"})").key, "abcd-1234");
  EXPECT_EQ(error_frame({Code::busy, "later"}, "abcd-1234"),
            R"({"type":"error","code":"busy","message":"later","key":"abcd-1234"})");
}

TEST(NewSessions, NeedAPersonOrATalk) {
  EXPECT_EQ(read_new_session(R"({"case":"x","seed":18446744073709551615})")->seed,
            18446744073709551615U);
  EXPECT_EQ(read_new_session(R"({"branch_of":"s","branch_turn":3})")->branch_turn, 3);
  for (const char* body :
       {"", "{}", R"({"case":"x","branch_of":"y"})", R"({"case":"x","seed":-1})",
        R"({"case":"x","seed":1.5})", R"({"case":7})", R"({"branch_of":"s","branch_turn":1.5})",
        R"({"case":"x","help":"often"})", R"({"case":"x","help":1})"}) {
    EXPECT_FALSE(read_new_session(body)) << body;
  }
}

TEST(NewSessions, MayChooseTheirHelp) {
  EXPECT_FALSE(read_new_session(R"({"case":"x"})")->help);
  EXPECT_EQ(read_new_session(R"({"case":"x","help":"fading"})")->help,
            conversation::HelpWish::fading);
}

TEST(Preferences, AreReadStrictly) {
  const auto read = read_preferences(R"({"help":"fading","avoid":["suicide","grief"]})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->help, conversation::HelpWish::fading);
  EXPECT_EQ(preferences_json(*read), R"({"help":"fading","avoid":["grief","suicide"]})");
  for (const char* body :
       {"", "[]", "{}", R"({"help":"fading"})", R"({"avoid":[]})", R"({"help":"more","avoid":[]})",
        R"({"help":"off","avoid":["sorrow"]})", R"({"help":"off","avoid":["grief","grief"]})",
        R"({"help":"off","avoid":{}})", R"({"help":"off","avoid":"grief"})",
        R"({"help":"off","avoid":[7]})", R"({"help":"off","avoid":[],"theme":1})"}) {
    EXPECT_EQ(read_preferences(body).error().code, Code::invalid) << body;
  }
}

TEST(Drafts, AreTextsOfOneMessage) {
  EXPECT_EQ(read_draft(R"({"text":"caf\u00e9","later":1})"), "caf\xc3\xa9");
  EXPECT_TRUE(read_draft(R"({"text":")" + std::string(8000, 'x') + "\"}"));
  EXPECT_EQ(read_draft(R"({"text":")" + std::string(8001, 'x') + "\"}").error().code,
            Code::too_large);
  for (const char* body :
       {"", "{", "{}", "[]", R"({"text":7})", R"({"text":null})", R"({"text":""})",
        R"({"text":" \n"})", R"({"text":"a\u0000b"})", "{\"text\":\"\xff\"}"}) {
    EXPECT_EQ(read_draft(body).error().code, Code::invalid) << body;
  }
  EXPECT_EQ(read_draft(R"({"text":secret})").error().message.find("secret"), std::string::npos);
}

TEST(Drafts, ARemarkHasKindAndText) {
  EXPECT_EQ(remark_json(std::nullopt), R"({"remark":null})");
  EXPECT_EQ(remark_json(coach::Remark{coach::RemarkKind::advice, "Ask \"first\"."}),
            R"({"remark":{"kind":"advice","text":"Ask \"first\"."}})");
}

TEST(After, IsACountOrNothing) {
  Request request;
  EXPECT_EQ(after(request), 0);
  request.query["after"] = "12";
  EXPECT_EQ(after(request), 12);
  for (const char* text : {"", "-1", "x", "1x", "99999999999"}) {
    request.query["after"] = text;
    EXPECT_FALSE(after(request)) << text;
  }
}

TEST(LiveSession, IsNamedByThePath) {
  EXPECT_EQ(live_session("/api/sessions/abc/live"), "abc");
  EXPECT_EQ(live_session("/api/sessions//live"), "");
  EXPECT_EQ(live_session("/api/sessions/a/b/live"), "");
  EXPECT_EQ(live_session("/api/cases"), "");
}

TEST(Ids, AreNotRepeated) {
  EXPECT_EQ(fresh_id().size(), 32U);
  EXPECT_NE(fresh_id(), fresh_id());
  EXPECT_LT(fresh_seed(), 1ULL << 53U);
}

}  // namespace
}  // namespace attune::server
