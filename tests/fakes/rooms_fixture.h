#pragma once

#include <condition_variable>
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "client/case_yaml.h"
#include "client/dynamics.h"
#include "conversation/memory_journal.h"
#include "fakes/memory_log.h"
#include "fakes/memory_preferences.h"
#include "fakes/scripted_endpoint.h"
#include "llm/ledger.h"
#include "server/live.h"
#include "server/rooms.h"
#include "server/standing.h"
#include "voice/acts_yaml.h"

/// What the tests of rooms stand on: one talk, its log in memory, and sockets that keep what they
/// hear.
namespace attune::server {

inline const std::filesystem::path kRoot = ATTUNE_ROOT;
inline const conversation::SessionId kTalk{"talk"};

/// Keeps every frame; waiting for one ends when it comes.
class Ear : public Socket {
 public:
  void send(std::string frame) override {
    const std::lock_guard lock(mutex_);
    frames_.push_back(std::move(frame));
    news_.notify_all();
  }
  void close() override {
    const std::lock_guard lock(mutex_);
    open_ = false;
    news_.notify_all();
  }
  bool is_open() const override { return open_; }

  /// The first frame that holds `part`.
  std::string wait_for(const std::string& part) {
    std::unique_lock lock(mutex_);
    for (;;) {
      for (const std::string& frame : frames_) {
        if (frame.find(part) != std::string::npos) return frame;
      }
      news_.wait(lock);
    }
  }
  void wait_for_close() {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [this] { return !open_; });
  }
  int count(const std::string& part) {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(std::count_if(
        frames_.begin(), frames_.end(),
        [&](const std::string& frame) { return frame.find(part) != std::string::npos; }));
  }
  std::string all() {
    const std::lock_guard lock(mutex_);
    std::string text;
    for (const std::string& frame : frames_) text += frame + "\n";
    return text;
  }

 private:
  std::mutex mutex_;
  std::condition_variable news_;
  std::vector<std::string> frames_;
  std::atomic<bool> open_ = true;
};

/// The real readers and one real client, shared by all tests of the file: none changes them.
struct Stage {
  Stage() {
    auto person = client::load_case(kRoot / "content" / "clients" / "hidayah.yaml").value();
    id = person.id;
    desks[id] = std::make_unique<session::Desk>(
        std::move(person), *client::load_dynamics(kRoot / "content" / "dynamics.yaml"), *reader,
        *meaning, *coach, *voice::load_acts(kRoot / "content" / "acts.yaml"), &prompts, &ideas);
  }
  voice::Prompts prompts = voice::load_prompts(kRoot / "content" / "prompts").value();
  std::unique_ptr<language::Reader> reader = language::Reader::open(kRoot / "models").value();
  std::unique_ptr<language::Meaning> meaning =
      language::Meaning::open(kRoot / "models", kRoot / "content" / "lexicons").value();
  std::unique_ptr<coach::Coach> coach = coach::Coach::open({kRoot / "content" / "suggestions.yaml",
                                                            kRoot / "content" / "nudges.yaml"},
                                                           *reader, *meaning)
                                            .value();
  coach::ModeledCoach ideas{*coach, "Three ideas, please."};
  debrief::Texts texts = debrief::load_texts(kRoot / "content" / "debrief.yaml").value();
  std::string id;
  std::map<std::string, std::unique_ptr<session::Desk>> desks;
};

class RoomsFixture : public testing::Test {
 protected:
  static void SetUpTestSuite() { stage_ = new Stage; }
  static void TearDownTestSuite() {
    delete stage_;
    stage_ = nullptr;
  }

  RoomsFixture() { append({session::open(desk(), 1, {})}); }

  session::Desk& desk() { return *stage_->desks.at(stage_->id); }

  void append(std::vector<conversation::Event> events) {
    log_.append(kTalk, std::move(events),
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }
  session::Progress folded() {
    session::Progress progress = session::begin(desk().person);
    const auto events = log_.events(kTalk, 0);
    for (const auto& event : *events) session::fold(progress, event);
    return progress;
  }
  /// What a server leaves behind that dies after acknowledging and before replying.
  void leave_a_reply_owed() {
    append(*session::settle(desk(), folded(), {}));
    const auto progress = folded();
    append(*session::advance(
        desk(), progress,
        session::Hear{"What is that like?", "before-the-crash", progress.last, "", false}, {}));
  }

  std::shared_ptr<Ear> join() {
    auto ear = std::make_shared<Ear>();
    receive_ = go_live(site_, kTalk.text(), {}, ear);
    return ear;
  }
  /// As the server's tick does, again and again: a room in use is passed over.
  template <class Done>
  void look_after_until(Done done) {
    while (!done()) {
      rooms_.look_after();
      std::this_thread::yield();  // or the socket hardly gets at its own frames
    }
  }
  std::shared_ptr<Ear> join_and_wait() {
    auto ear = join();
    ear->wait_for(R"("ready")");
    return ear;
  }
  void give(const std::string& frame) { receive_(FrameKind::text, frame); }
  void say(const std::string& key, const std::string& text, int seen = 1000) {
    give(R"({"type":"say","key":")" + key + R"(","text":")" + text + R"(","seen":)" +
         std::to_string(seen) + "}");
  }
  int said_by_client() {
    int count = 0;
    const auto events = log_.events(kTalk, 0);
    for (const auto& event : *events) {
      const auto* said = std::get_if<conversation::Said>(&event.body);
      if (said != nullptr && said->speaker == conversation::Speaker::client) ++count;
    }
    return count;
  }

  /// From now on an endpoint that plays `scripts` words the client.
  fakes::ScriptedEndpoint& model(std::vector<fakes::Script> scripts) {
    endpoint_ = std::make_unique<fakes::ScriptedEndpoint>();
    endpoint_->plan(std::move(scripts));
    const auto path =
        std::filesystem::path(testing::TempDir()) / ("rooms-egress-" + std::to_string(::getpid()));
    ledger_ = llm::Ledger::open(path, system_clock_).value();
    std::filesystem::remove(path);
    llm::Endpoint settings{.name = "default", .url = endpoint_->url(), .model = "m"};
    settings.limits.retries = 0;
    settings.limits.first_token = settings.limits.total = std::chrono::minutes(10);
    models_ = llm::Models::open({settings}, *ledger_, {}).value();
    outside_ = {.models = models_.get(), .endpoint = "default"};
    return *endpoint_;
  }

  const base::SystemClock system_clock_;
  std::unique_ptr<fakes::ScriptedEndpoint> endpoint_;
  std::unique_ptr<llm::Ledger> ledger_;
  std::unique_ptr<llm::Models> models_;
  fakes::MemoryLog log_;
  base::SimulatedClock clock_;
  Workers workers_{{.threads = 2, .queue = 64}};
  Workers aside_{{.threads = 1, .queue = 64}};
  Outside outside_;
  fakes::MemoryPreferences preferences_;
  progress::Texts progress_texts_ =
      progress::load_texts(kRoot / "content" / "progress.yaml").value();
  progress::Archive archive_;
  std::vector<protocol::Protocol> protocols_ =
      protocol::load_protocols(kRoot / "content" / "protocols").value();
  conversation::MemoryJournal journal_;
  const std::map<std::string, review::Instrument> instruments_ =
      review::load_instruments(kRoot / "content" / "instruments").value();
  review::Reviews reviews_{journal_};
  trial::Studies studies_{journal_};
  Standing standing_{{reviews_, log_, stage_->desks, instruments_}};
  Services services_{log_,     stage_->desks, *stage_->reader, stage_->texts, clock_,     workers_,
                     outside_, preferences_,  progress_texts_, archive_,      protocols_, journal_,
                     nullptr,  instruments_,  reviews_,        standing_,     studies_,   aside_};
  Rooms rooms_{{.kept = 4, .waiting = 3}, services_};
  Site site_{services_, rooms_, {}};
  Receive receive_;

 private:
  static inline Stage* stage_ = nullptr;
};

}  // namespace attune::server
