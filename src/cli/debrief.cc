#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/places.h"
#include "cli/write_file.h"
#include "client/case_yaml.h"
#include "coach/coach.h"
#include "conversation/without_words.h"
#include "corpus/read_talk.h"
#include "debrief/seen.h"
#include "language/meaning.h"
#include "protocol/steps.h"

namespace attune::cli {
namespace {

using base::Code;
using corpus::Transcript;

constexpr std::size_t kMostNamed = 8;  // talks named in an error

Format format_of(const DebriefOptions& options) {
  if (options.format != Format::by_name) return options.format;
  const std::string ending = options.out.extension().string();
  if (ending == ".html" || ending == ".htm") return Format::html;
  return ending == ".json" || ending == ".jsonl" ? Format::json : Format::text;
}

/// The talks that are asked for: all, or the one with that id, else with that number.
base::Result<std::vector<Transcript>> chosen(std::vector<Transcript> all,
                                             const DebriefOptions& options) {
  if (options.talk.empty()) return all;
  auto found = std::ranges::find(all, options.talk, &Transcript::id);
  for (auto at = all.begin(); found == all.end() && at != all.end(); ++at)
    if (std::to_string(at - all.begin() + 1) == options.talk) found = at;
  if (found != all.end()) return std::vector<Transcript>{std::move(*found)};
  std::string known;
  for (std::size_t i = 0; i < std::min(all.size(), kMostNamed); ++i)
    known += (i == 0 ? "" : ", ") + all[i].id;
  if (all.size() > kMostNamed) known += ", ...";
  return base::fail(Code::not_found, options.file.string() + " has no talk '" + options.talk +
                                         "'; it has " + std::to_string(all.size()) + ": " + known +
                                         "; give one of these, or a number from 1");
}

/// A log that the server gave before the end holds no hidden facts, and so no debrief.
base::Result<void> check_ended(const Transcript& transcript, const DebriefOptions& options) {
  if (std::ranges::any_of(transcript.events, conversation::is_erased)) {
    return base::fail(Code::conflict, options.file.string() +
                                          ": the words of this talk were "
                                          "erased as agreed; without them "
                                          "there is no debrief");
  }
  const auto* opened = transcript.events.empty()
                           ? nullptr
                           : std::get_if<conversation::Opened>(&transcript.events.front().body);
  if (opened == nullptr || !opened->case_hash.empty()) return {};
  return base::fail(Code::invalid, options.file.string() +
                                       " was written before the talk had ended; end the talk, "
                                       "then write it again");
}

/// Makes the debriefs of talks one after another.
class Debriefs {
 public:
  static base::Result<Debriefs> open(const DebriefOptions& options);

  base::Result<void> add(const Transcript& transcript);
  [[nodiscard]] std::string take();

 private:
  explicit Debriefs(const DebriefOptions& options)
      : options_(options), format_(format_of(options)) {}
  base::Result<const client::Case*> person(const std::string& id);
  [[nodiscard]] std::vector<debrief::ProtocolLine> steps(
      const conversation::Observed& observed) const;
  [[nodiscard]] std::vector<conversation::Nudged> nudges(
      const conversation::Observed& observed) const;
  void add_seen(const Transcript& transcript, const client::Case* person);
  void add_whole(const Transcript& transcript, const client::Case& person);
  void add(debrief::Sheet sheet);

  const DebriefOptions& options_;
  Format format_;
  Places places_;
  std::unique_ptr<language::Reader> reader_;
  std::unique_ptr<language::Meaning> meaning_;
  std::unique_ptr<coach::Coach> coach_;
  debrief::Texts texts_;
  std::vector<protocol::Protocol> protocols_;   // the one that is asked for, or the service's
  std::map<std::string, client::Case> people_;  // by id, read when asked for
  std::vector<debrief::Sheet> sheets_;
  std::string text_;
};

base::Result<Debriefs> Debriefs::open(const DebriefOptions& options) {
  Debriefs debriefs(options);
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  debriefs.places_ = *places;
  auto reader = language::Reader::open(places->models);
  if (!reader) return tl::unexpected(base::wrap("loading the models", reader.error()));
  debriefs.reader_ = *std::move(reader);
  auto meaning = language::Meaning::open(places->models, places->content / "lexicons");
  if (!meaning) return tl::unexpected(base::wrap("loading the lexicons", meaning.error()));
  debriefs.meaning_ = *std::move(meaning);
  auto texts = debrief::load_texts(places->content / "debrief.yaml");
  if (!texts) return tl::unexpected(base::wrap("loading the debrief's texts", texts.error()));
  debriefs.texts_ = *std::move(texts);
  auto coach =
      coach::Coach::open({places->content / "suggestions.yaml", places->content / "nudges.yaml"},
                         *debriefs.reader_, *debriefs.meaning_);
  if (!coach) return tl::unexpected(base::wrap("loading the coach's words", coach.error()));
  debriefs.coach_ = *std::move(coach);
  if (options.protocol.empty()) {
    auto protocols = protocol::load_protocols(places->content / "protocols");
    if (!protocols) return tl::unexpected(base::wrap("loading the protocols", protocols.error()));
    debriefs.protocols_ = *std::move(protocols);
  } else {
    auto protocol = protocol::load_protocol(options.protocol);
    if (!protocol) return tl::unexpected(protocol.error());
    debriefs.protocols_ = {*std::move(protocol)};
  }
  return debriefs;
}

base::Result<const client::Case*> Debriefs::person(const std::string& id) {
  const auto known = people_.find(id);
  if (known != people_.end()) return &known->second;
  const auto file = places_.content / "clients" / (id + ".yaml");
  const bool plain = id.find_first_of("/\\.") == std::string::npos;
  if (!plain || !std::filesystem::exists(file))
    return base::fail(Code::not_found, "there is no client '" + id +
                                           "'; `attune cases` lists them; say which it was with "
                                           "--case");
  auto person = client::load_case(file);
  if (!person) return tl::unexpected(base::wrap("loading the client", person.error()));
  return &people_.emplace(id, *std::move(person)).first->second;
}

void Debriefs::add(debrief::Sheet sheet) {
  if (format_ == Format::html)
    sheets_.push_back(std::move(sheet));
  else
    text_ += (text_.empty() ? "" : "\n\n") + debrief::as_text(sheet);
}

std::vector<debrief::ProtocolLine> Debriefs::steps(const conversation::Observed& observed) const {
  std::vector<debrief::ProtocolLine> lines;
  const protocol::Protocol* protocol =
      options_.protocol.empty() ? protocol::fitting(protocols_, observed) : &protocols_.front();
  if (protocol == nullptr) return lines;
  for (const protocol::StepState& state : protocol::follow(*protocol, observed, true)) {
    const auto step = std::ranges::find(protocol->steps, state.step, &protocol::Step::id);
    std::string stands(name(state.state));
    std::replace(stands.begin(), stands.end(), '_', ' ');
    lines.push_back({step->title, std::move(stands), state.done_turn});
  }
  return lines;
}

/// What would have been remarked in the talk, turn after turn.
std::vector<conversation::Nudged> Debriefs::nudges(const conversation::Observed& observed) const {
  constexpr std::uint64_t kSeed = 1;
  conversation::Observed so_far{.client_name = observed.client_name};
  for (const conversation::Observed::Line& line : observed.lines) {
    so_far.lines.push_back(line);
    if (line.said.speaker != conversation::Speaker::supporter) continue;
    if (auto nudged = coach_->nudge(so_far, kSeed)) so_far.nudged.push_back(*std::move(nudged));
  }
  return so_far.nudged;
}

void Debriefs::add_seen(const Transcript& transcript, const client::Case* person) {
  const corpus::ReadTalk talk = corpus::read_talk(transcript.turns, *reader_, *meaning_);
  const debrief::SeenSource source{.id = transcript.id,
                                   .title = transcript.title,
                                   .observed = talk.observed,
                                   .fits = talk.fits,
                                   .cards = reader_->cards(),
                                   .texts = texts_,
                                   .note = transcript.note,
                                   .person = person,
                                   .nudges = nudges(talk.observed),
                                   .protocol = options_.protocol.empty()
                                                   ? std::vector<debrief::ProtocolLine>{}
                                                   : steps(talk.observed)};
  if (format_ == Format::json)
    text_ += debrief::seen_json(source) + "\n";
  else
    add(debrief::seen_sheet(source));
}

void Debriefs::add_whole(const Transcript& transcript, const client::Case& person) {
  const conversation::SessionId session(transcript.id);
  const debrief::Source source{.person = person,
                               .events = transcript.events,
                               .cards = reader_->cards(),
                               .texts = texts_,
                               .protocols = &protocols_};
  if (format_ == Format::json)
    text_ += debrief::debrief_json(session, source) + "\n";
  else {
    debrief::Sheet sheet = debrief::whole_sheet(session, source);
    sheet.protocol = steps(conversation::observe(transcript.events, person.name));
    add(std::move(sheet));
  }
}

base::Result<void> Debriefs::add(const Transcript& transcript) {
  if (auto ended = check_ended(transcript, options_); !ended) return ended;
  const bool own = !transcript.events.empty();
  const std::string id = options_.case_id.empty() && own ? transcript.title : options_.case_id;
  const client::Case* who = nullptr;
  if (!id.empty()) {
    auto found = person(id);
    if (!found) return tl::unexpected(found.error());
    who = *found;
  }
  if (own)
    add_whole(transcript, *who);
  else
    add_seen(transcript, who);
  return {};
}

std::string Debriefs::take() {
  return format_ == Format::html ? debrief::as_html(sheets_) : std::move(text_);
}

}  // namespace

base::Result<void> run_debrief(const DebriefOptions& options) {
  auto all = corpus::read_transcripts(options.file, {options.client});
  if (!all) return tl::unexpected(all.error());
  const auto talks = chosen(*std::move(all), options);
  if (!talks) return tl::unexpected(talks.error());
  auto debriefs = Debriefs::open(options);
  if (!debriefs) return tl::unexpected(debriefs.error());
  for (const Transcript& talk : *talks)
    if (auto added = debriefs->add(talk); !added) return added;
  const std::string text = debriefs->take();
  if (!options.out.empty()) return write_file(options.out, text);
  std::cout << text;
  std::cout.flush();
  return {};
}

}  // namespace attune::cli
