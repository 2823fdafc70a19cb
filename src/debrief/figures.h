#pragma once

#include <array>
#include <string_view>

#include "debrief/talk.h"

namespace attune::debrief {

/// Everything that was counted, for the folded part of the page.
struct Figures {
  struct Skill {
    int count = 0;
    int own = 0;  ///< in the supporter's own words: not a suggestion sent as it stood
  };
  struct Rounds {  ///< one round is the three ideas offered for one message of the client's
    int offered = 0, adopted = 0, edited = 0, ignored = 0;
  };
  std::array<Skill, conversation::kSkills> skills{};  ///< in the order of conversation::Skill
  Rounds suggestions;
  int supporter_words = 0, client_words = 0;
  int questions = 0, reflections = 0, advice = 0;  ///< replies that hold one
};

[[nodiscard]] Figures count(const Talk& talk);

/// Words of a text, as separated by white space.
[[nodiscard]] int words(std::string_view text);

}  // namespace attune::debrief
