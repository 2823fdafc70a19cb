#include "language/concerns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "language/heard.h"
#include "language/stock_phrases.h"

namespace attune::language {
namespace {

using conversation::Area;
using conversation::kAreas;
using conversation::Mechanism;
using conversation::Reading;
using conversation::Skill;
using conversation::Speaker;

// Every number here is our choice; docs/models/reading.md gives the reason of each.

// Bytes of what the client told by which there is half as much to meet as there can be.
constexpr double kHalfTold = 150;
// Of that, what their thanks, the supporter's goodbye, and a plain question of suicide leave.
constexpr double kAfterThanks = 0.5;
constexpr double kAfterClosing = 0.3;
constexpr double kAfterAskingOfSafety = 0.3;
// What leave takes off advice, and how much of it stands where little was told.
constexpr double kWorthOfLeave = 0.5;
constexpr double kAdviceUntold = 0.5;
constexpr double kOpenQuestion = 0.3;  // beside a closed one
constexpr double kSeveral = 0.3;
constexpr double kNotAsked = 0.05;  // asking nothing is faulted too
constexpr double kInARow = 0.3;
constexpr double kNoneInARow = 0.5;  // and no reflection here either
constexpr double kWarmQuestion = 0.5;
constexpr double kJointQuestion = 0.5;
constexpr int kRow = 2;  // supporter turns before that asked
constexpr double kPassedBy = 0.5;
constexpr double kUnderstood = 0.7;  // an understanding reflection beside warm words
constexpr double kRoadblock = 0.4;
constexpr double kOwnPhrase = 0.1;
constexpr double kNotOfMe = 0.05;
constexpr double kShortStory = 0.6;
constexpr double kHalfLong = 20;  // words
constexpr double kGivenBack = 0.3;

/// A probability from an amount: `most` where there is no end to it, half of that at `half`.
struct Chance {
  double most = 0, half = 0;
  [[nodiscard]] double of(double amount) const { return most * amount / (amount + half); }
};

// Set so that the mean of each area meets the share that experts fault.
constexpr std::array<Chance, kAreas> kChances{
    {{0.9, 0.15}, {0.8, 0.25}, {1, 5}, {0.8, 0.4}, {0.6, 0.8}, {0.95, 0.06}}};

constexpr std::array<double, kAreas> kShares{264. / 1072, 298. / 1072, 114. / 1072,
                                             345. / 1072, 193. / 1072, 91. / 1072};

double rising(double amount, double half) {
  return 1 - std::exp2(-amount / half);
}

/// How much of a verdict the reply gives on what the client told.
double verdict(const Reading& reading) {
  static const auto kApproval = static_cast<std::size_t>(*conversation::fine_emotion("approval"));
  static const auto kDisapproval =
      static_cast<std::size_t>(*conversation::fine_emotion("disapproval"));
  return std::max(reading.fine.scores[kApproval], reading.fine.scores[kDisapproval]);
}

/// Of oneself and one's life, not "I'm sorry", "I hear you", "I'm here".
const Patterns& tellings() {
  static const Patterns kList{"my|myself",
                              "i also|felt|found|got|had|lost|personally|struggled|used|was|went",
                              "i have also|been|felt|gone|had|lost"};
  return kList;
}

class Finder {
 public:
  Finder(const Reading& reading, const Exchange& exchange)
      : reading_(reading), exchange_(exchange), reply_(exchange.reply) {}

  ConcernsFound run();

 private:
  [[nodiscard]] double skill(Skill one) const { return reading_.skills->score(one); }
  [[nodiscard]] double empathy(Mechanism one) const {
    return reading_.empathy->scores[static_cast<std::size_t>(one)];
  }
  [[nodiscard]] double reflects() const {
    return skill(Skill::simple_reflection) + skill(Skill::complex_reflection);
  }
  [[nodiscard]] bool client_says(std::initializer_list<std::string_view> forms) const;
  [[nodiscard]] bool asks_of_safety() const;
  [[nodiscard]] double left_to_meet() const;
  [[nodiscard]] double asked_in_a_row() const;

  double suggestions();
  double questions();
  double reflections();
  double lacking_empathy();
  double validation();
  double self_disclosure();

  /// Notes words for an area; it is said only where the area's chance is high.
  void carries(Area area, conversation::Span span) { carried_.push_back({area, span}); }
  [[nodiscard]] bool finds(const Patterns& patterns, Where where, Area area);
  void add_why(Area area, double chance, std::vector<conversation::Evidence>& why) const;

  struct Carried {
    Area area;
    conversation::Span span;
  };
  const Reading& reading_;
  const Exchange& exchange_;
  const Spoken& reply_;
  std::vector<Carried> carried_;
  double left_ = 0;  ///< [0, 1] how much the client has told that this reply may meet or miss
};

bool Finder::client_says(std::initializer_list<std::string_view> forms) const {
  if (exchange_.client == nullptr) return false;
  return std::ranges::any_of(exchange_.client->list, [&](const Token& token) {
    return std::ranges::find(forms, exchange_.client->form(token)) != forms.end();
  });
}

/// Plainly; such a question is never a fault.
bool Finder::asks_of_safety() const {
  const auto& asks = *reading_.asks;
  return (asks.about_suicide || asks.about_safety) && !asks.leading;
}

double Finder::left_to_meet() const {
  double told = 0;
  for (const auto& turn : exchange_.before.last(std::min(exchange_.before.size(), kReach)))
    if (turn.speaker == Speaker::client) told += static_cast<double>(turn.text.size());
  double left = rising(told, kHalfTold);
  if (client_says({"thank", "thanks", "thx", "bye", "goodbye"})) left *= kAfterThanks;
  if (asks_of_safety()) left *= kAfterAskingOfSafety;
  return left * (1 - (1 - kAfterClosing) * skill(Skill::closing));
}

/// [0, 1]: how many of the supporter's last turns asked, without one between that did not.
double Finder::asked_in_a_row() const {
  int row = 0;
  for (auto turn = exchange_.before.rbegin(); turn != exchange_.before.rend() && row < kRow;
       ++turn) {
    if (turn->speaker != Speaker::supporter) continue;
    if (turn->text.find('?') == std::string::npos) break;
    ++row;
  }
  return static_cast<double>(row) / kRow;
}

bool Finder::finds(const Patterns& patterns, Where where, Area area) {
  const Spoken::Words words = reply_.find(patterns, where);
  if (words.empty()) return false;
  carries(area, reply_.span(words));
  return true;
}

double Finder::suggestions() {
  const double leave = reading_.asks->permission ? kWorthOfLeave : 0;
  return reading_.skills->advice() * (1 - leave) * (kAdviceUntold + (1 - kAdviceUntold) * left_);
}

double Finder::questions() {
  if (asks_of_safety()) return 0;
  int several = 0;
  for (const auto& sentence : reply_.wording().sentences) {
    if (!sentence.asks) continue;
    ++several;
    carries(Area::questions, reply_.span({sentence.first, sentence.last}));
  }
  const double asked = skill(Skill::closed_question) + kOpenQuestion * skill(Skill::open_question);
  const double warm = empathy(Mechanism::emotional_reactions);
  const double heard = std::max({warm, reflects(), empathy(Mechanism::interpretations)});
  const double amount = kNotAsked + asked * (1 + kInARow * asked_in_a_row() * (1 - heard)) +
                        (several > 1 ? kSeveral : 0);
  return left_ * amount * (1 - kWarmQuestion * warm) *
         (1 - kJointQuestion * skill(Skill::seek_collaboration));
}

double Finder::reflections() {
  return left_ * (kPassedBy + reflects() + kNoneInARow * asked_in_a_row() * (1 - reflects()));
}

double Finder::lacking_empathy() {
  const auto neutral = static_cast<std::size_t>(conversation::Emotion::neutral);
  const double understood = std::min(empathy(Mechanism::interpretations), reflects());
  const double met = std::max(empathy(Mechanism::emotional_reactions), kUnderstood * understood);
  return left_ * (1 - met) * (kPassedBy + reading_.emotion.scores[neutral]);
}

double Finder::validation() {
  const int roadblocks = (finds(minimizings(), Where::statements, Area::validation) ? 1 : 0) +
                         (finds(judgments(), Where::anywhere, Area::validation) ? 1 : 0);
  return left_ * (kPassedBy + verdict(reading_)) + kRoadblock * roadblocks;
}

double Finder::self_disclosure() {
  double story = skill(Skill::self_disclosure);
  if (finds(own_stories(), Where::statements, Area::self_disclosure))
    story += kOwnPhrase;
  else if (reply_.find(tellings(), Where::anywhere).empty())
    story *= kNotOfMe;
  const auto words = static_cast<double>(reply_.wording().words.size());
  story *= kShortStory + (1 - kShortStory) * rising(words, kHalfLong);
  const auto& sentences = reply_.wording().sentences;
  if (std::ranges::any_of(sentences, &Wording::Sentence::asks)) story *= 1 - kGivenBack;
  if (client_says({"?"})) story *= 1 - kGivenBack;
  return story;
}

/// What no words carry, because it is missing, the whole reply carries.
void Finder::add_why(Area area, double chance, std::vector<conversation::Evidence>& why) const {
  if (chance <= share_faulted(area)) return;
  const std::string head = "concerns:" + std::string(name(area));
  const std::size_t had = why.size();
  for (const Carried& one : carried_)
    if (one.area == area) why.push_back({head, one.span.start, one.span.end, chance});
  const std::size_t words = reply_.wording().words.size();
  const bool lacks = area == Area::empathy || area == Area::validation;
  if (!lacks || why.size() > had || words == 0) return;
  const auto [start, end] = reply_.span({0, words});
  why.push_back({head, start, end, chance});
}

ConcernsFound Finder::run() {
  left_ = left_to_meet();
  const std::array<double, kAreas> amounts{suggestions(),     questions(),  reflections(),
                                           lacking_empathy(), validation(), self_disclosure()};
  ConcernsFound found;
  double none = 1;
  for (std::size_t i = 0; i < kAreas; ++i) {
    const double chance = kChances[i].of(amounts[i]);
    found.concerns.areas[i] = chance;
    add_why(static_cast<Area>(i), chance, found.why);
    none *= 1 - chance;
  }
  found.concerns.any = 1 - none;
  return found;
}

}  // namespace

ConcernsFound find_concerns(const Reading& reading, const Exchange& exchange) {
  return Finder(reading, exchange).run();
}

double share_faulted(Area area) {
  return kShares[static_cast<std::size_t>(area)];
}

}  // namespace attune::language
