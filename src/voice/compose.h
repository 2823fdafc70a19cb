#pragma once

#include <vector>

#include "voice/choose.h"

namespace attune::voice {

// Our choice, tuned by reading whole talks.
inline constexpr double kTouches = 0.3;          ///< a line's nearness to words that are about it
inline constexpr double kPlainly = 0.6;          ///< how surely a topic is asked for
inline constexpr std::size_t kShortAnswer = 13;  ///< words, where more is to come
inline constexpr std::size_t kLongBody = 34;     ///< words; nothing is added to more

/// One client turn as chosen lines: at most one reaction, then the body.
struct Composed {
  const Part* reaction = nullptr;
  std::vector<const Part*> body;
  bool exhausted = false;
};

/// Decides which kinds of line make up the turn, from the mind's intent and from what the
/// supporter's words did and asked, and has the chooser fill them.
class Composer {
 public:
  /// All must outlive the composer.
  Composer(const Script& script, const Brief& brief, const Past& past, const TurnActs& heard);

  [[nodiscard]] Composed compose();

 private:
  using Intent = conversation::Intent;

  bool compose_apart();
  bool answer_harm();
  void compose_intent();
  void answer_questions();
  /// What a sentence of the turn, the `at`th, asks.
  struct Found {
    const Sentence* sentence;
    Asked asked;
    std::size_t at;
  };
  std::vector<Found> find_asked();
  [[nodiscard]] bool is_out(const client::Topic& topic) const;
  [[nodiscard]] bool may_be_beside() const;
  [[nodiscard]] bool may_answer(const Sentence& sentence, const Asked& asked) const;
  bool say_answers(const std::vector<Found>& found);
  bool answer(const Sentence& sentence, const Asked& asked);
  void answer_unplaced();
  bool say_more();
  void evade();
  void lead_in();
  bool say_short_act();
  bool reply_in_kind(std::size_t most_words);
  bool decline(std::size_t most_words);
  bool answer_nearest(double floor);
  void run_dry();
  [[nodiscard]] bool touches_hidden() const;
  [[nodiscard]] std::vector<Chooser::Offer> offers(double floor) const;
  bool say_act();
  bool say(std::string_view intent);
  void say_before(std::initializer_list<Want> wants);
  bool say_first(std::initializer_list<Want> wants);
  void go_on();
  void plant_cue();
  void shift();
  void part_hint();
  [[nodiscard]] bool is_near(const Part& part, const std::string& words) const;
  void react();
  [[nodiscard]] std::string_view reaction_intent() const;
  [[nodiscard]] std::string_view to_reflection() const;
  [[nodiscard]] bool is_wrong() const;
  [[nodiscard]] bool is_off() const;
  [[nodiscard]] bool is_repeated() const;
  void add(const Part* part);
  [[nodiscard]] std::size_t words() const;
  [[nodiscard]] bool meant(std::initializer_list<Intent> intents) const;
  [[nodiscard]] bool tells_own_story() const;
  [[nodiscard]] bool asks() const;
  [[nodiscard]] const Sentence* last_question() const;
  [[nodiscard]] bool asks_one_thing() const;
  [[nodiscard]] bool is_wide() const;
  [[nodiscard]] bool asks_on() const;
  [[nodiscard]] bool brings_more() const;
  [[nodiscard]] double floor_for(const Sentence& sentence) const;

  const Script& script_;
  const Brief& brief_;
  const Past& past_;
  const TurnActs& heard_;
  Chooser chooser_;
  Composed composed_;
  bool answered_ = false;    ///< a question got its own answer or dodge
  bool unplaced_ = false;    ///< a question that no topic knows
  std::string asked_layer_;  ///< of the last topic answered or dodged, or ""
  bool evaded_ = false;      ///< the words touched on something hidden
  bool corrected_ = false;   ///< a wrong assumption was put right
  bool revealed_ = false;    ///< an answer said the layer that was to be disclosed
};

}  // namespace attune::voice
