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
  Parts(const client::Case& a_person, const language::Meaning& a_meaning, Acts acts)
      : person(a_person),
        meaning(a_meaning),
        wording(acts.wording),
        version(std::string(kVersion) + "-" + acts.version.substr(0, 8)),
        reader(std::move(acts)) {}

  /// Made for the person's first words: a program that starts should not wait for every client's.
  const Script& script() {
    std::call_once(once, [this] { made.emplace(person, meaning, wording); });
    return *made;
  }

  const client::Case& person;
  const language::Meaning& meaning;
  Wording wording;
  std::string version;
  ActReader reader;
  std::once_flag once;
  std::optional<Script> made;
};

AuthoredVoice::AuthoredVoice(const client::Case& person, const language::Meaning& meaning,
                             Acts acts)
    : parts_(std::make_unique<Parts>(person, meaning, std::move(acts))) {}

AuthoredVoice::~AuthoredVoice() = default;

base::Result<Utterance> AuthoredVoice::word(const Brief& brief) {
  const Script& script = parts_->script();
  const bool spoken_to =
      !brief.talk.empty() && brief.talk.back().speaker == conversation::Speaker::supporter;
  const TurnActs heard =
      parts_->reader.hear(spoken_to ? brief.talk.back().text : "", script.person().name);
  const Past past = script.recall(brief);
  return render(Composer(script, brief, past, heard).compose(), script, brief, heard);
}

std::vector<std::string> AuthoredVoice::lines_in(const std::string& text) const {
  return parts_->script().lines_in(text);
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
