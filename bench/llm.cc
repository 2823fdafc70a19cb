#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <curl/curl.h>

#include "fakes/scripted_endpoint.h"
#include "llm/ledger.h"
#include "llm/models.h"
#include "llm/wire.h"

/// What this program adds to the first token: 100 streamed answers at once through `llm`, and the
/// same requests through bare curl, in turns, from one scripted endpoint on loopback that gives
/// each token 20 ms. Both keep their connections; ours also hashes, lists, parses and counts.
namespace {

using namespace attune;
using Clock = std::chrono::steady_clock;

constexpr int kSessions = 100;
constexpr int kRounds = 20;

llm::Prompt prompt() {
  llm::Prompt asked;
  asked.messages = {{llm::Role::system, std::string(4000, 's')}};
  for (int i = 0; i < 20; ++i) {
    asked.messages.push_back({llm::Role::user, std::string(120, 'u')});
    asked.messages.push_back({llm::Role::assistant, std::string(120, 'a')});
  }
  asked.purpose = "bench";
  return asked;
}

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// One round of ours: milliseconds to the first token, of each session.
std::vector<double> ask_ours(llm::ChatModel& model) {
  std::mutex mutex;
  std::condition_variable changed;
  int ended = 0;
  std::vector<double> firsts;
  std::vector<llm::Ticket> tickets;
  const auto end = [&] {
    const std::lock_guard lock(mutex);
    ++ended;
    changed.notify_one();
  };
  for (int i = 0; i < kSessions; ++i) {
    const auto start = Clock::now();
    tickets.push_back(model.ask(prompt(), {.first_token =
                                               [&, start] {
                                                 const std::lock_guard lock(mutex);
                                                 firsts.push_back(milliseconds_since(start));
                                               },
                                           .done = [&](const llm::Answer&) { end(); },
                                           .failed = [&](const base::Error&) { end(); }}));
  }
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return ended == kSessions; });
  return firsts;
}

struct Bare {
  Clock::time_point start;
  std::string got;
  double first = 0;

  static std::size_t take(char* bytes, std::size_t, std::size_t size, void* self) {
    auto& bare = *static_cast<Bare*>(self);
    bare.got.append(bytes, size);
    if (bare.first == 0 && bare.got.find("\"content\":\"") != std::string::npos)
      bare.first = milliseconds_since(bare.start);
    return size;
  }
};

/// The same round with nothing but curl.
std::vector<double> ask_bare(CURLM* multi, const std::string& url, const std::string& body) {
  curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
  headers = curl_slist_append(headers, "Expect:");
  std::vector<Bare> all(kSessions);
  std::vector<CURL*> handles;
  int running = 0;
  for (Bare& bare : all) {
    bare.start = Clock::now();
    CURL* easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Bare::take);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &bare);
    curl_multi_add_handle(multi, easy);
    handles.push_back(easy);
    curl_multi_perform(multi, &running);  // none waits for the next
  }
  while (running > 0) {
    curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
    curl_multi_perform(multi, &running);
  }
  std::vector<double> firsts;
  for (const Bare& bare : all) firsts.push_back(bare.first);
  for (CURL* easy : handles) {
    curl_multi_remove_handle(multi, easy);
    curl_easy_cleanup(easy);
  }
  curl_slist_free_all(headers);
  return firsts;
}

double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void append(std::vector<double>& all, const std::vector<double>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

int main() {
  fakes::ScriptedEndpoint server;
  fakes::Script script = fakes::say(std::vector<std::string>(10, "word "));
  script.before = std::chrono::milliseconds(20);
  server.plan({script});

  const auto path = std::filesystem::temp_directory_path() / "attune-bench-egress";
  const base::SystemClock clock;
  auto ledger = llm::Ledger::open(path, clock).value();
  llm::Endpoint endpoint;
  endpoint.url = server.url();
  auto models = llm::Models::open({endpoint}, *ledger, {}).value();
  llm::ChatModel& model = *models->find("default");

  CURLM* multi = curl_multi_init();
  const std::string url = server.url() + "/chat/completions";
  const std::string body = llm::request_json(endpoint, prompt(), llm::SchemaBy::none);

  (void)ask_ours(model);  // opens the connections of both
  (void)ask_bare(multi, url, body);
  std::vector<double> ours, bare;
  for (int round = 0; round < kRounds; ++round) {
    append(ours, ask_ours(model));
    append(bare, ask_bare(multi, url, body));
  }
  curl_multi_cleanup(multi);
  std::filesystem::remove(path);
  std::printf("first token, %d sessions at once, %d rounds, %zu bytes a request, %zu of %d heard\n",
              kSessions, kRounds, body.size(), ours.size(), kSessions * kRounds);
  for (const double share : {0.5, 0.95}) {
    const double mine = quantile(ours, share), theirs = quantile(bare, share);
    std::printf("%2.0f %%: attune %.2f ms, bare curl %.2f ms, added %.2f ms\n", 100 * share, mine,
                theirs, mine - theirs);
  }
  return 0;
}
