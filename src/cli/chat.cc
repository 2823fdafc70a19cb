#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>

#include "base/clock.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/graph.h"
#include "cli/serve.h"
#include "client/case_yaml.h"
#include "conversation/event_json.h"
#include "session/wording.h"

namespace attune::cli {
namespace {

using namespace conversation;

/// Breaks a bubble into lines of at most 65 characters, indented.
std::string wrapped(const std::string& text) {
  constexpr std::size_t kMeasure = 65;
  std::istringstream words(text);
  std::string out = "  ";
  std::size_t column = 0;
  for (std::string word; words >> word;) {
    const std::size_t size = base::length(word);
    if (column > 0 && column + 1 + size > kMeasure) {
      out += "\n  ";
      column = 0;
    }
    if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
  }
  return out;
}

/// A talk in the terminal. Waits as long as the client types, unless the input is not a terminal.
class Chat {
 public:
  enum class View { outside, inside };

  /// From inside, what moves the client stands under each reply. With an `endpoint` of `outside`
  /// the words are a language model's. Every event is written to `log`, a line each.
  Chat(session::Desk& desk, std::uint64_t seed, const server::Outside& outside, std::ostream& log,
       View view = View::outside)
      : desk_(desk),
        outside_(outside),
        log_(log),
        progress_(session::begin(desk.person)),
        waits_(view == View::outside && isatty(STDIN_FILENO) != 0),
        view_(view) {
    take(session::open(desk, seed, clock_.now()));
  }

  /// As if the client had said this layer before.
  void tell(const std::string& layer) {
    take({progress_.last + 1, clock_.now(), Disclosed{0, layer}});
  }

  [[nodiscard]] bool closed() const { return progress_.closed; }

  base::Result<void> settle() {
    auto events = outside_.model() == nullptr
                      ? session::settle(desk_, progress_, clock_.now())
                      : base::Result<std::vector<Event>>(modeled(*outside_.model()));
    if (!events) return tl::unexpected(events.error());
    for (const Event& event : *events) {
      if (event.seq > progress_.last) take(event);
      const auto* said = std::get_if<Said>(&event.body);
      if (said != nullptr && said->speaker == Speaker::client) show(*said);
    }
    if (view_ == View::inside) show_inside();
    return {};
  }

  base::Result<void> say(const std::string& text, bool goodbye) {
    const session::Hear hear{text, "chat-" + std::to_string(1000 + progress_.turn + 1),
                             progress_.last, "", goodbye};
    auto events = session::advance(desk_, progress_, hear, clock_.now());
    if (!events) return tl::unexpected(events.error());
    for (const Event& event : *events) take(event);
    return settle();
  }

 private:
  void take(const Event& event) {
    session::fold(progress_, event);
    log_ << to_json(event) << '\n' << std::flush;
  }

  /// Pays what is owed with a language model's words, or with the authored ones when it fails.
  std::vector<Event> modeled(llm::ChatModel& model) {
    for (const Event& event : session::decide(desk_, progress_, clock_.now())) take(event);
    if (progress_.owed != session::Owed::words) return {};
    session::Wording wording(desk_, progress_, outside_.endpoint);
    std::optional<Said> words;
    while (!words) {
      const auto answer = llm::wait_for(model, wording.prompt());
      words = answer ? wording.take(*answer) : wording.give_up(answer.error().kind);
      if (!answer) step_in(answer.error().message);
      if (answer && words && words->worded->by == Worded::By::authored)
        step_in("The language model's words did not fit " + desk_.person.name + ".");
    }
    return session::speak(desk_, progress_, *std::move(words), clock_.now());
  }

  /// Says why the words are the authored ones, once a talk.
  void step_in(const std::string& why) {
    if (std::exchange(told_, true)) return;
    std::cout << '[' << why << ' ' << desk_.person.name
              << " speaks with written words where it does not.]\n\n";
  }

  void show(const Said& said) const {
    std::istringstream bubbles(said.text);
    std::string bubble;
    for (std::size_t i = 0; std::getline(bubbles, bubble); ++i) {
      if (waits_ && i < said.typing_ms.size()) {
        std::cout << "  ..." << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(said.typing_ms[i]));
        std::cout << "\r     \r";
      }
      std::cout << wrapped(bubble) << '\n';
    }
    std::cout << std::endl;
  }

  void show_inside() const {
    const State& state = progress_.standing.state;
    const Intended& meant = progress_.intended;
    std::cout << std::fixed << std::setprecision(2) << "  [" << name(meant.intent);
    for (const std::string& what : {meant.layer, meant.cue, meant.trap, meant.risk})
      if (!what.empty()) std::cout << ' ' << what;
    std::cout << "; trust " << state.trust << ", guard " << state.guard << ", distress "
              << state.distress << ", hope " << state.hope << "]\n"
              << std::endl;
  }

  session::Desk& desk_;
  const server::Outside& outside_;
  std::ostream& log_;
  bool told_ = false;
  base::SystemClock clock_;
  session::Progress progress_;
  bool waits_;
  View view_;
};

/// Where a talk is saved; nothing is kept with an empty path.
base::Result<std::ofstream> open_log(const std::filesystem::path& file) {
  std::ofstream log;
  if (!file.empty() && std::filesystem::exists(file))
    return base::fail(base::Code::conflict, file.string() + " is there already; name another file");
  if (!file.empty()) log.open(file, std::ios::binary | std::ios::trunc);
  if (!file.empty() && !log)
    return base::fail(base::Code::unavailable, "cannot write the talk to " + file.string());
  return log;
}

/// Takes lines until the talk or the input ends.
base::Result<void> talk(Chat& chat, const client::Case& person) {
  if (auto opened = chat.settle(); !opened) return opened;
  std::string line;
  while (!chat.closed() && std::cout << "> " << std::flush && std::getline(std::cin, line)) {
    std::cout << '\n';
    if (line == "/end") break;
    const bool goodbye = line.rfind("/bye", 0) == 0;
    std::string text = goodbye ? line.substr(std::min<std::size_t>(5, line.size())) : line;
    if (text.find_first_not_of(" \t\r") == std::string::npos) text = goodbye ? "Goodbye." : "...";
    if (auto said = chat.say(text, goodbye); !said) std::cout << said.error().message << "\n\n";
  }
  std::cout << voice::exercise_over(person) << '\n';
  return {};
}

void greet(const client::Case& person) {
  std::cout
      << "Practice. " << person.name << " is simulated; no one is reading to help you.\n"
      << "If you are struggling yourself: befrienders.org lists people to talk to, by country;\n"
      << "in danger, call your emergency number.\n\n"
      << wrapped(person.card.who) << "\n\nYou may meet:";
  for (const std::string& warning : person.card.may_meet) std::cout << ' ' << warning << ';';
  std::cout << "\n/bye WORDS says goodbye, /end ends now, an empty line keeps silent.\n"
            << std::endl;
}

}  // namespace

base::Result<void> run_chat(const TalkOptions& options) {
  const bool modeled = !options.reach.model.empty();
  auto graph = build_graph(modeled ? Words::modeled : Words::authored);
  if (!graph) return tl::unexpected(graph.error());
  auto desk = graph->desk(options.case_id);
  if (!desk) return tl::unexpected(desk.error());
  const auto data = modeled ? data_folder({}) : std::filesystem::path();
  if (!data) return tl::unexpected(data.error());
  const base::SystemClock clock;
  const auto reach = find_reach(options.reach, *data, clock);
  if (!reach) return tl::unexpected(reach.error());
  auto log = open_log(options.save);
  if (!log) return tl::unexpected(log.error());
  greet((*desk)->person);
  Chat chat(**desk, options.seed, reach->outside, *log);
  return talk(chat, (*desk)->person);
}

base::Result<void> run_case_preview(const PreviewOptions& options) {
  auto person = client::load_case(options.file);
  if (!person) return tl::unexpected(person.error());
  person->start.trust = options.trust.value_or(person->start.trust);
  person->start.guard = options.guard.value_or(person->start.guard);
  person->start.distress = options.distress.value_or(person->start.distress);
  for (const std::string& layer : options.told)
    if (person->layer(layer) == nullptr)
      return base::fail(base::Code::invalid, "there is no layer '" + layer + "' in this case");
  const auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto desk = graph->seat(*std::move(person));
  auto log = open_log(options.save);
  if (!log) return tl::unexpected(log.error());
  const server::Outside outside;
  Chat chat(*desk, options.seed, outside, *log, Chat::View::inside);
  for (const std::string& layer : options.told) chat.tell(layer);
  return talk(chat, desk->person);
}

}  // namespace attune::cli
