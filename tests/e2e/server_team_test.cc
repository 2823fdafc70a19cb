#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"

namespace attune::e2e {
namespace {

using testing::HasSubstr;

constexpr const char* kPassword = "river copper lantern";

/// Ada, in the folder `data` below `dir`.
void add_admin(const TempDir& dir) {
  const std::string at = dir.path().string();
  std::ofstream(at + "/input") << kPassword << '\n';
  const std::string add = "'" ATTUNE_BINARY "' people add Ada --role admin --data '" + at +
                          "/data' <'" + at + "/input' >'" + at + "/output'";
  EXPECT_EQ(std::system(add.c_str()), 0);
}

/// The real binary for a team, and the browsers of its people.
class TeamServer : public testing::Test {
 protected:
  /// One person's browser: its cookie, and what its page read from GET /api/me.
  struct Browser {
    std::string cookie, token;
  };

  TeamServer() {
    add_admin(dir_);
    program_ = std::make_unique<Program>(data(), team_);
  }

  std::filesystem::path data() const { return dir_.path() / "data"; }
  int port() const { return program_->port(); }

  static std::string headers(const Browser& browser) {
    return "Cookie: attune=" + browser.cookie + "\r\nX-Attune-Token: " + browser.token + "\r\n";
  }
  Reply as(const Browser& browser, const std::string& method, const std::string& target,
           const Json& body = nullptr) {
    return ask(port(), {.method = method,
                        .target = target,
                        .body = body.is_null() ? "" : body.dump(),
                        .headers = headers(browser)});
  }
  Browser come_in(const std::string& target, const std::string& name) {
    const Reply in = as({}, "POST", target, {{"name", name}, {"password", kPassword}});
    EXPECT_EQ(in.status, 200) << in.body;
    const std::string set = "Set-Cookie: attune=";
    const auto at = in.head.find(set) + set.size();
    return {in.head.substr(at, in.head.find(';', at) - at), Json::parse(in.body).at("token")};
  }
  Browser ada() { return come_in("/api/sign-in", "Ada"); }
  Browser invited(const std::string& role, const std::string& name) {
    const Reply letter =
        as(ada(), "POST", "/api/people/invites", {{"role", role}, {"group", "peer"}});
    const std::string link = Json::parse(letter.body).at("link");
    return come_in("/api/invites/" + link.substr(link.rfind('/') + 1), name);
  }
  std::string begin(const Browser& browser) {
    const Json cases = Json::parse(as(browser, "GET", "/api/cases").body);
    const Reply reply = as(browser, "POST", "/api/sessions",
                           {{"case", cases.at("cases").at(0).at("id")}, {"training", true}});
    return Json::parse(reply.body).at("id");
  }

  TempDir dir_;
  const std::vector<std::string> team_{"--team", "--name", "Helpline North"};
  std::unique_ptr<Program> program_;
};

TEST_F(TeamServer, ATalkIsItsSupportersAloneOverARestart) {
  const Browser tom = invited("trainee", "Tom"), tess = invited("trainee", "Tess");
  const std::string talk = begin(tom), events = "/api/sessions/" + talk + "/events";
  Live live(port(), talk, 0, headers(tom));
  live.send(R"({"type":"say","key":"key-00001","text":"What is that like?","seen":99})");
  std::string frame;
  while (frame.find(R"("ack")") == std::string::npos) frame = live.receive().value();
  program_->kill_hard();
  program_ = std::make_unique<Program>(data(), team_);
  EXPECT_THAT(as(tom, "GET", events).body, HasSubstr("What is that like?"));
  EXPECT_EQ(as(tess, "GET", events).status, 404);
  EXPECT_EQ(as(ada(), "GET", events).status, 404);
  EXPECT_EQ(as({}, "GET", events).status, 401);
  EXPECT_EQ(as(tess, "DELETE", "/api/sessions/" + talk).status, 404);
  EXPECT_EQ(as(tom, "DELETE", "/api/sessions/" + talk).status, 204);
}

TEST_F(TeamServer, OnlyItsSupportersBrowserFollowsATalk) {
  const Browser tom = invited("trainee", "Tom");
  const std::string talk = begin(tom);
  Live nobody(port(), talk);
  EXPECT_THAT(nobody.receive().value(), HasSubstr(R"("code":"sign_in")"));
  EXPECT_EQ(nobody.receive(), std::nullopt);
  Live other(port(), talk, 0, headers(ada()));
  EXPECT_THAT(other.receive().value(), HasSubstr(R"("code":"not_found")"));
  EXPECT_EQ(other.receive(), std::nullopt);
  EXPECT_EQ(Live(port(), talk, 0, headers(tom) + "Origin: http://evil.example\r\n").status(), 403);
  EXPECT_THAT(Live(port(), talk, 0, headers(tom)).receive().value(), HasSubstr("opened"));
}

TEST_F(TeamServer, APageOfAnotherSiteChangesNothing) {
  Browser tom = invited("trainee", "Tom");
  const Json terms{{"shared", true}, {"training", true}, {"research", true}};
  const std::string target = "/api/sessions/" + begin(tom) + "/terms";
  EXPECT_EQ(ask(port(), {.method = "PUT",
                         .target = target,
                         .body = terms.dump(),
                         .headers = headers(tom) + "Origin: http://evil.example\r\n"})
                .status,
            403);
  EXPECT_EQ(as({tom.cookie, ada().token}, "PUT", target, terms).status, 403);
  EXPECT_EQ(as(tom, "PUT", target, terms).status, 204);
}

TEST_F(TeamServer, GuessingIsSlowedDown) {
  const auto guess = [&] {
    return as({}, "POST", "/api/sign-in", {{"name", "Ada"}, {"password", "a wrong one"}}).status;
  };
  for (int i = 0; i < 5; ++i) EXPECT_EQ(guess(), 403);
  EXPECT_EQ(guess(), 429);
}

TEST_F(TeamServer, NoPasswordOrTokenIsKeptAsGiven) {
  const Browser tom = invited("trainee", "Tom");
  EXPECT_EQ(program_->stop(), 0);
  std::filesystem::remove(dir_.path() / "input");
  const std::string kept = dir_.bytes();
  for (const std::string& secret : {std::string(kPassword), tom.cookie, tom.token})
    EXPECT_EQ(kept.find(secret), std::string::npos);
}

TEST(TeamServerOptions, SayWhatIsMissing) {
  const TempDir dir;
  const auto serve = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"serve", "--port", "0", "--data", (dir.path() / "data").string()});
    return run(more).errors;
  };
  EXPECT_THAT(serve({"--team"}), HasSubstr("attune people add NAME --role admin"));
  EXPECT_THAT(serve({"--team", "--public", "attune.example.org"}), HasSubstr("https://attune"));
  EXPECT_THAT(serve({"--keep-days", "10"}), HasSubstr("--team"));
  EXPECT_THAT(serve({"--host", "0.0.0.0"}), HasSubstr("--public"));
  add_admin(dir);
  EXPECT_THAT(serve({"--team", "--host", "0.0.0.0"}), HasSubstr("--public"));
}

}  // namespace
}  // namespace attune::e2e
