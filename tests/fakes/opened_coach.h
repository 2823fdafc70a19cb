#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "coach/coach.h"
#include "coach/phrases_yaml.h"
#include "coach/situation.h"
#include "language/meaning.h"
#include "language/reader.h"

namespace attune::fakes {

/// The project's reader, meaning and coach, opened once.
struct OpenedCoach {
  std::unique_ptr<language::Reader> reader;
  std::unique_ptr<language::Meaning> meaning;
  std::unique_ptr<coach::Coach> coach;
  coach::Phrases phrases;
  std::unique_ptr<coach::Recognizer> recognizer;
};

inline const OpenedCoach& opened_coach() {
  static OpenedCoach all = [] {
    const std::filesystem::path root(ATTUNE_ROOT);
    OpenedCoach opened;
    opened.reader = *language::Reader::open(root / "models");
    opened.meaning = *language::Meaning::open(root / "models", root / "content" / "lexicons");
    opened.coach = *coach::Coach::open(
        {root / "content" / "suggestions.yaml", root / "content" / "nudges.yaml"}, *opened.reader,
        *opened.meaning);
    opened.phrases = *coach::load_phrases(root / "content" / "suggestions.yaml");
    return opened;
  }();
  if (!all.recognizer)
    all.recognizer = std::make_unique<coach::Recognizer>(all.phrases, *all.reader, *all.meaning);
  return all;
}

/// A talk so far, every turn read with those before it; reads as a dialogue.
class ReadTalk {
 public:
  ReadTalk& client(std::string words) {
    return add(conversation::Speaker::client, std::move(words));
  }
  ReadTalk& supporter(std::string words) {
    ++turn_;
    return add(conversation::Speaker::supporter, std::move(words));
  }

  conversation::Observed seen;

 private:
  ReadTalk& add(conversation::Speaker speaker, std::string words) {
    conversation::Turn turn{speaker, std::move(words)};
    auto reading = opened_coach().reader->read(turn, before_);
    before_.push_back(turn);
    seen.lines.push_back({turn_, std::move(turn), std::move(reading)});
    return *this;
  }

  std::vector<conversation::Turn> before_;
  int turn_ = 0;
};

}  // namespace attune::fakes
