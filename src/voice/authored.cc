#include "voice/authored.h"

#include <mutex>
#include <optional>

#include "voice/compose.h"
#include "voice/render.h"

namespace attune::voice {
namespace {

// Raise it whenever equal briefs may give other words.
constexpr const char* kVersion = "authored-1";

}  // namespace

struct AuthoredVoice::Parts {
  /// Made for the person's first words: a program that starts should not wait for every client's.
  struct Ready {
    explicit Ready(Parts& of)
        : script(of.person, of.meaning, of.wording), reader(std::move(of.acts)) {}

    Script script;
    ActReader reader;
  };

  Parts(const client::Case& a_person, const language::Meaning& a_meaning, Acts an_acts)
      : person(a_person), meaning(a_meaning), acts(std::move(an_acts)) {}

  const Ready& get_ready() {
    std::call_once(once, [this] { ready.emplace(*this); });
    return *ready;
  }

  const client::Case& person;
  const language::Meaning& meaning;
  Acts acts;  ///< until they are the reader's
  const Wording wording = acts.wording;
  const std::string version = std::string(kVersion) + "-" + acts.version.substr(0, 8);
  std::once_flag once;
  std::optional<Ready> ready;
};

AuthoredVoice::AuthoredVoice(const client::Case& person, const language::Meaning& meaning,
                             Acts acts)
    : parts_(std::make_unique<Parts>(person, meaning, std::move(acts))) {}

AuthoredVoice::~AuthoredVoice() = default;

base::Result<Utterance> AuthoredVoice::word(const Brief& brief) {
  const auto& [script, reader] = parts_->get_ready();
  const bool spoken_to =
      !brief.talk.empty() && brief.talk.back().speaker == conversation::Speaker::supporter;
  const TurnActs heard = reader.hear(spoken_to ? brief.talk.back().text : "", script.person().name);
  const Past past = script.recall(brief);
  return render(Composer(script, brief, past, heard).compose(), script, brief, heard);
}

std::vector<std::string> AuthoredVoice::lines_in(const std::string& text) const {
  return parts_->get_ready().script.lines_in(text);
}

std::string AuthoredVoice::version() const {
  return parts_->version;
}

std::string exercise_over(const client::Case& person) {
  const auto object = person.pronouns.find("object");
  return "This exercise is over. Nothing happens to " +
         (object == person.pronouns.end() ? "them" : object->second) + " after it.";
}

}  // namespace attune::voice
