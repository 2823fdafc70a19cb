#pragma once

#include <future>

#include "conversation/event_json.h"
#include "fakes/memory_accounts.h"
#include "fakes/rooms_fixture.h"
#include "people/secrets.h"
#include "server/routes.h"

/// What the tests of team mode stand on: people with accounts, their browsers, and talks of
/// theirs.
namespace attune::server {

/// Long enough that no other number looks like it.
inline constexpr std::uint64_t kSeed = 8'314'159'265'358'979;

class TeamFixture : public RoomsFixture {
 protected:
  TeamFixture() {
    clock_.pass(std::chrono::days(1));
    services_.accounts = &accounts_;
    site_.team = &team_;
  }

  /// An account of that role, whose id is its name in lower case; once.
  void add(const std::string& id, people::Role role) {
    ASSERT_TRUE(accounts_.add({.id = id, .name = id, .role = role}, "no password"));
  }
  /// The token of a browser in which that account has just signed in.
  std::string browser_of(const std::string& id) {
    const std::string token = people::fresh_token();
    EXPECT_TRUE(accounts_.sign_in(people::token_digest(token), id, clock_.now() + kLong));
    return token;
  }

  /// What our page in the browser of `token` sends; "": nobody is signed in there.
  static Request from_page(const std::string& token, Method method, const std::string& path,
                           const std::string& body = "") {
    Request request{.method = method, .path = path, .body = body};
    request.headers["host"] = "127.0.0.1:8080";
    if (token.empty()) return request;
    request.headers["cookie"] = "theme=dark; attune=" + token;
    request.headers["x-attune-token"] = people::page_token(token);
    return request;
  }
  Response ask(Request request) {
    std::promise<Response> promise;
    auto response = promise.get_future();
    serve(site_, std::move(request),
          Answer([&](Response answer) { promise.set_value(std::move(answer)); }));
    return response.get();
  }
  /// As the account `id`, from a fresh browser; "": as nobody.
  Response as(const std::string& id, Method method, const std::string& path,
              const std::string& body = "") {
    return ask(from_page(id.empty() ? "" : browser_of(id), method, path, body));
  }
  Response get(const std::string& id, const std::string& path) { return as(id, Method::get, path); }

  struct Plan {
    bool closed = true;
    conversation::Agreed terms;
    bool announced = false;
    int days = 0;
  };
  /// A talk of `owner` with one exchange; its id.
  std::string talk_of(const std::string& owner, const Plan& plan) {
    auto opened = session::open(desk(), kSeed, clock_.now());
    auto& terms = std::get<conversation::Opened>(opened.body);
    terms.owner = owner;
    terms.announced = plan.announced;
    terms.days = plan.days;
    std::vector<conversation::Event> log;
    session::Progress progress = session::begin(desk().person);
    const auto take = [&](std::vector<conversation::Event> events) {
      for (const auto& event : events) session::fold(progress, event);
      log.insert(log.end(), events.begin(), events.end());
    };
    const auto act = [&](const session::Input& input) {
      take(session::advance(desk(), progress, input, clock_.now()).value());
    };
    take({opened, {2, clock_.now(), plan.terms}});
    take(*session::settle(desk(), progress, clock_.now()));
    act(session::Hear{"That sounds heavy. What is it like?", "key-00001", progress.last, "",
                      false});
    take(*session::settle(desk(), progress, clock_.now()));
    if (plan.closed) {
      act(session::End{});
      act(session::Rate{});
    }
    const conversation::SessionId id("talk-" + std::to_string(++talks_));
    log_.append(id, std::move(log), [](const base::Result<void>& done) { ASSERT_TRUE(done); });
    return id.text();
  }
  std::vector<conversation::Event> events_of(const std::string& talk) {
    return log_.events(conversation::SessionId(talk), 0).value();
  }
  std::string log_text(const std::string& talk) {
    std::string text;
    for (const auto& event : events_of(talk)) text += conversation::to_json(event) + "\n";
    return text;
  }

  static constexpr std::chrono::days kLong{1000};

  fakes::MemoryAccounts accounts_;
  Team team_{{.name = "Helpline North", .days = 30, .research = true}, accounts_, clock_};

 private:
  int talks_ = 0;
};

}  // namespace attune::server
