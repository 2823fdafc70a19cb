#include "language/reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <iterator>
#include <optional>

#include "language/asks.h"
#include "language/card.h"
#include "language/concerns.h"
#include "language/context.h"
#include "language/earlier.h"
#include "language/emotion_join.h"
#include "language/empathy.h"
#include "language/evidence.h"
#include "language/linear.h"
#include "language/risk_outputs.h"
#include "language/skill_outputs.h"
#include "language/spelling.h"
#include "language/words.h"

namespace attune::language {
namespace {

using conversation::kEmotions;
using conversation::Reading;
using conversation::Skill;
using conversation::Turn;

// Changes with the ask grammar and with how heads are put together.
constexpr std::string_view kGrammar = "8";

// Below these a head would rather not say. Our choice: about one turn in ten.
constexpr double kLeastLead = 0.06;
constexpr double kLeastTop = 0.28;
constexpr double kLeastSkillLead = 1.1;
constexpr double kLeastTalkLead = 1.1;
constexpr double kLeastKnown = 0.6;
constexpr int kFewestWords = 2;
// No risk by its threshold, and nearly. Our choice.
constexpr double kNearlyRisk = 0.7;
// The score of a plain yes when asked about suicide. Our choice.
constexpr double kSaidYes = 0.8;

/// Heads in the order of the index that they share.
enum Head : std::size_t {
  kEmotion,
  kFine,
  kValence,
  kArousal,
  kSkillHead,
  kEmpathy,
  kTalk,
  kRisk,
  kHeads
};
constexpr std::array<const char*, kHeads> kHeadNames{"emotion", "fine",    "valence", "arousal",
                                                     "skills",  "empathy", "talk",    "risk"};
constexpr std::array<std::size_t, kHeads> kWidths{kEmotions,
                                                  conversation::kFineEmotions,
                                                  1,
                                                  1,
                                                  skill_output::kCount,
                                                  kEmpathyOutputs,
                                                  conversation::kTalks,
                                                  risk_output::kCount};

constexpr std::size_t kUnderHeads = kEmotions + conversation::kFineEmotions;

struct Loaded {
  Linear linear;
  ModelFile file;
};

base::Result<Loaded> load(const std::filesystem::path& models, const std::string& head,
                          std::size_t width, std::vector<Card>& cards) {
  const auto path = models / (head + ".bin");
  auto file = ModelFile::load(path, head);
  if (!file) return tl::unexpected(file.error());
  auto linear = Linear::open(*file, Linear::Lookup::shared);
  if (!linear) return tl::unexpected(base::wrap("reading model " + path.string(), linear.error()));
  if (linear->width() != width) {
    return base::fail(base::Code::invalid,
                      "reading model " + path.string() + ": the wrong number of outputs");
  }
  auto card = load_card(models / (head + ".json"));
  if (!card) return tl::unexpected(card.error());
  cards.push_back(std::move(*card));
  return Loaded{std::move(*linear), std::move(*file)};
}

std::string hex(std::uint64_t number) {
  std::string text;
  for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[(number >> shift) & 15U];
  return text;
}

bool is_foreign(const Tokens& tokens) {
  return tokens.letters > 2 * tokens.latin;
}

// Memory that one thread uses again for every turn it reads.
struct Scratch {
  Tokens tokens;
  Tokens other;
  Features features;
  Linear::Hits places;     // of the features, in the index
  std::size_t sought = 0;  // features that were looked up there
  Linear::Hits hits;       // of the features, in the head at hand
  // Raw values of the emotion head, then of the fine one, then the words' direction: the dense
  // inputs of valence and arousal. Then the direction of what a client's turn answers, and the
  // talk's shape: the dense inputs of talk are both directions and it.
  std::vector<float> under;
  std::vector<std::string_view> earlier;  // of the client, the latest first
  Past past;
};

/// The last turn of a speaker, as it is meant; it is left in `scratch.other`. Null: there is none.
const Tokens* take_last(conversation::Speaker speaker, std::span<const Turn> before,
                        const Spelling& spelling, Scratch& scratch) {
  const auto last = std::ranges::find(before.rbegin(), before.rend(), speaker, &Turn::speaker);
  if (last == before.rend()) return nullptr;
  tokenize(last->text, scratch.other);
  spelling.mend(scratch.other);
  return &scratch.other;
}

void take_earlier(std::span<const Turn> before, std::vector<std::string_view>& earlier) {
  earlier.clear();
  for (auto it = before.rbegin(); it != before.rend() && earlier.size() < kEarlier; ++it)
    if (it->speaker == conversation::Speaker::client) earlier.push_back(it->text);
}

template <std::size_t N>
std::array<double, N> scores_of(const Linear& linear, const std::array<float, N>& raw) {
  std::array<double, N> scores{};
  for (std::size_t k = 0; k < N; ++k)
    scores[k] = static_cast<double>(linear.probability(k, raw[k]));
  return scores;
}

/// A score beside its threshold: 1 and more is above it.
double over(const Linear& linear, std::size_t output, double score) {
  return score / static_cast<double>(linear.calibration(output).threshold);
}

/// The first of two or more outputs that are furthest above their thresholds, and by how much.
struct Top {
  std::size_t output = 0;
  double lead = 0;  ///< its score beside its threshold over the next one's
};

Top top_of(const Linear& linear, std::span<const double> scores) {
  Top top;
  double best = -1, next = -1;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const double one = over(linear, k, scores[k]);
    if (one > best) {
      next = best;
      best = one;
      top.output = k;
    } else {
      next = std::max(next, one);
    }
  }
  top.lead = best / std::max(next, 1e-6);
  return top;
}

}  // namespace

struct Reader::Parts {
  Spelling spelling;
  Words vectors;
  std::array<Linear, kHeads> heads;
  EmotionJoin join;  // of the emotion head
  std::optional<KeyIndex> index;
  std::vector<Card> cards;
  std::string version;

  /// The features of a text, in memory that is this thread's until the next text.
  Scratch& take_in(const std::string& text) const;
  /// And those that it has as an answer to what was said before, with the talk's dense inputs;
  /// `other` is the other's last turn, null when there is none.
  void take_in_client(const Tokens* other, std::span<const Turn> before, Scratch& scratch) const;
  void take_in_supporter(const Spoken& said, const Tokens* other, std::span<const Turn> before,
                         Scratch& scratch) const;
  /// Where the features that were added last stand in the heads.
  void look_up(Scratch& scratch) const {
    index->find(scratch.features, scratch.sought, scratch.places);
    scratch.sought = scratch.features.size();
  }
  void read_fine(Scratch& scratch, Reading& reading) const;
  /// After `read_fine`.
  void read_emotion(Scratch& scratch, Reading& reading) const;
  double read_affect(Head head, Scratch& scratch, Reading& reading) const;

  /// Raw values of a head by the features that stand in `scratch`, and by its dense inputs.
  template <std::size_t N>
  std::array<float, N> values(Head head, Scratch& scratch,
                              std::span<const float> dense = {}) const {
    std::array<float, N> raw{};
    index->hits(head, scratch.places, scratch.hits);
    heads[head].score(scratch.features, scratch.hits, dense, raw);
    return raw;
  }
  void read_skills(std::span<const Turn> before, const Spoken& said, Scratch& scratch,
                   Reading& reading) const;
  /// After `read_skills`, from all that was read of the turn.
  void read_concerns(const Exchange& exchange, const Scratch& scratch, Reading& reading) const;
  void read_empathy(const std::string& text, Scratch& scratch, Reading& reading) const;
  void read_talk(Scratch& scratch, Reading& reading) const;
  /// `asked`: the turn answers a question about suicide.
  void read_risk(const Turn& turn, bool asked, Scratch& scratch, Reading& reading) const;
  void abstain_unread(const Tokens& tokens, Reading& reading) const;
  bool is_unknown(const Tokens& tokens) const;
};

void Reader::Parts::read_emotion(Scratch& scratch, Reading& reading) const {
  const auto fine = std::span(scratch.under).subspan(kEmotions, conversation::kFineEmotions);
  const auto raw = join.read(scratch.tokens, values<kEmotions>(kEmotion, scratch), fine);
  std::ranges::copy(raw, scratch.under.begin());
  auto& out = reading.emotion;
  out.scores = scores_of(heads[kEmotion], raw);
  for (std::size_t k = 0; k < kEmotions; ++k)
    if (over(heads[kEmotion], k, out.scores[k]) >= 1)
      out.labels.push_back(static_cast<conversation::Emotion>(k));
  const auto top = std::ranges::max_element(out.scores) - out.scores.begin();
  out.label = static_cast<conversation::Emotion>(top);
  explain(scratch.tokens,
          {"emotion:" + std::string(name(out.label)), heads[kEmotion], scratch.features,
           scratch.hits, static_cast<std::size_t>(top)},
          reading.why);
  auto scores = out.scores;
  std::ranges::partial_sort(scores, scores.begin() + 2, std::greater<>());
  if (scores[0] < kLeastTop || scores[0] - scores[1] < kLeastLead)
    reading.abstains.emplace_back("emotion");
}

void Reader::Parts::read_fine(Scratch& scratch, Reading& reading) const {
  const auto raw = values<conversation::kFineEmotions>(kFine, scratch);
  std::ranges::copy(raw, scratch.under.begin() + kEmotions);
  auto& out = reading.fine;
  out.scores = scores_of(heads[kFine], raw);
  for (std::size_t k = 0; k < raw.size(); ++k)
    if (over(heads[kFine], k, out.scores[k]) >= 1)
      out.labels.push_back(static_cast<conversation::FineEmotion>(k));
  const auto top = top_of(heads[kFine], out.scores).output;
  explain(scratch.tokens,
          {"fine:" + std::string(name(static_cast<conversation::FineEmotion>(top))), heads[kFine],
           scratch.features, scratch.hits, top},
          reading.why);
  if (out.labels.empty()) reading.abstains.emplace_back("fine");
}

double Reader::Parts::read_affect(Head head, Scratch& scratch, Reading& reading) const {
  const Linear& linear = heads[head];
  float raw = 0;
  index->hits(head, scratch.places, scratch.hits);
  linear.score(scratch.features, scratch.hits,
               std::span(scratch.under).first(linear.dense_inputs()), {&raw, 1});
  explain(scratch.tokens, {kHeadNames[head], linear, scratch.features, scratch.hits, 0},
          reading.why);
  const auto& c = linear.calibration(0);
  return std::clamp(static_cast<double>(c.slope * raw + c.offset), -1.0, 1.0);
}

void Reader::Parts::read_skills(std::span<const Turn> before, const Spoken& said, Scratch& scratch,
                                Reading& reading) const {
  namespace output = skill_output;
  const auto p = scores_of(heads[kSkillHead], values<output::kCount>(kSkillHead, scratch));
  const Top main = top_of(heads[kSkillHead], std::span(p).first(output::kMains));
  auto& out = reading.skills.emplace();
  out.main = static_cast<conversation::MainSkill>(main.output);
  const auto holds = [&](std::size_t which) {
    return over(heads[kSkillHead], which, p[which]) >= 1 || main.output + output::kAsks == which;
  };
  const auto add = [&](Skill skill, double score, bool above) {
    out.scores[static_cast<std::size_t>(skill)] = score;
    if (above) out.labels.push_back(skill);
  };
  const auto add_kinds = [&](std::size_t which, std::size_t kind, Skill yes, Skill no) {
    add(yes, p[which] * p[kind], holds(which) && p[kind] >= 0.5);
    add(no, p[which] * (1 - p[kind]), holds(which) && p[kind] < 0.5);
  };
  add_kinds(output::kAsks, output::kOpen, Skill::open_question, Skill::closed_question);
  add_kinds(output::kReflects, output::kComplex, Skill::complex_reflection,
            Skill::simple_reflection);
  const double advises = p[output::kInforms] * p[output::kAdvises];
  const bool is_advice = holds(output::kInforms) && p[output::kAdvises] >= 0.5;
  const bool leave = is_advice && has_leave(before, spelling);
  const double permitted = leave ? 1 : p[output::kPermitted];
  add(Skill::advise_with_permission, advises * permitted, is_advice && permitted >= 0.5);
  add(Skill::advise_without_permission, advises * (1 - permitted), is_advice && permitted < 0.5);
  add(Skill::give_information, p[output::kInforms] - advises,
      holds(output::kInforms) && !is_advice);
  for (std::size_t k = 0; k < output::kOwnCodes.size(); ++k)
    add(output::kOwnCodes[k], p[output::kCodes + k],
        over(heads[kSkillHead], output::kCodes + k, p[output::kCodes + k]) >= 1);
  add(Skill::other, p[output::kMains - 1], out.labels.empty());
  std::ranges::sort(out.labels);
  explain(scratch.tokens,
          {"skills:" + std::string(name(out.main)), heads[kSkillHead], scratch.features,
           scratch.hits, main.output},
          reading.why);
  if (main.lead < kLeastSkillLead) reading.abstains.emplace_back("skills");
  AsksFound asks = find_asks(said);
  asks.asks.advice = out.advises() || out.has(Skill::direct);
  asks.asks.permission = asks.asks.permission || leave;
  reading.asks = asks.asks;
  reading.why.insert(reading.why.end(), asks.why.begin(), asks.why.end());
}

void Reader::Parts::read_concerns(const Exchange& exchange, const Scratch& scratch,
                                  Reading& reading) const {
  namespace output = skill_output;
  using conversation::Area;
  const ConcernsFound found = find_concerns(reading, exchange);
  reading.concerns = found.concerns;
  reading.why.insert(reading.why.end(), found.why.begin(), found.why.end());
  constexpr auto kOwn = std::ranges::find(output::kOwnCodes, Skill::self_disclosure);
  constexpr auto kDiscloses =
      output::kCodes + static_cast<std::size_t>(kOwn - output::kOwnCodes.begin());
  const auto add_words = [&](Area area, std::size_t which) {
    if (found.concerns[area] <= share_faulted(area)) return;
    std::vector<conversation::Evidence> carried;
    explain(scratch.tokens,
            {"concerns:" + std::string(name(area)), heads[kSkillHead], scratch.features,
             scratch.hits, which},
            carried);
    std::ranges::copy_if(carried, std::back_inserter(reading.why),
                         [](const auto& one) { return one.weight > 0; });
  };
  add_words(Area::suggestions, output::kAdvises);
  add_words(Area::reflections, output::kReflects);
  add_words(Area::self_disclosure, kDiscloses);
}

void Reader::Parts::read_empathy(const std::string& text, Scratch& scratch,
                                 Reading& reading) const {
  auto raw = values<kEmpathyOutputs>(kEmpathy, scratch);
  thread_local Linear::Hits places, hits;
  add_best_sentence(
      text, spelling,
      [&](const Features& features, std::span<float> values) {
        places.clear();
        index->find(features, 0, places);
        index->hits(kEmpathy, places, hits);
        heads[kEmpathy].score(features, hits, {}, values);
      },
      raw);
  const auto p = scores_of(heads[kEmpathy], raw);
  auto& out = reading.empathy.emplace();
  for (std::size_t m = 0; m < conversation::kMechanisms; ++m) {
    const std::size_t there = 2 * m, strongly = there + 1;
    out.scores[m] = p[there] * (1 + p[strongly]) / 2;
    if (over(heads[kEmpathy], there, p[there]) < 1) continue;
    out.levels[m] = over(heads[kEmpathy], strongly, p[strongly]) >= 1 ? 2 : 1;
    explain(scratch.tokens,
            {"empathy:" + std::string(name(static_cast<conversation::Mechanism>(m))),
             heads[kEmpathy], scratch.features, scratch.hits, there},
            reading.why);
  }
}

void Reader::Parts::read_talk(Scratch& scratch, Reading& reading) const {
  auto& out = reading.talk.emplace();
  const auto dense = std::span(scratch.under).subspan(kUnderHeads);
  out.scores = scores_of(heads[kTalk], values<conversation::kTalks>(kTalk, scratch, dense));
  const Top top = top_of(heads[kTalk], out.scores);
  out.label = static_cast<conversation::Talk>(top.output);
  out.strength = out.scores[static_cast<std::size_t>(conversation::Talk::change)] -
                 out.scores[static_cast<std::size_t>(conversation::Talk::sustain)];
  explain(scratch.tokens,
          {"talk:" + std::string(name(out.label)), heads[kTalk], scratch.features, scratch.hits,
           top.output},
          reading.why);
  if (top.lead < kLeastTalkLead) reading.abstains.emplace_back("talk");
}

void Reader::Parts::read_risk(const Turn& turn, bool asked, Scratch& scratch,
                              Reading& reading) const {
  namespace output = risk_output;
  using conversation::RiskKind;
  using conversation::RiskLevel;
  const auto p = scores_of(heads[kRisk], values<output::kCount>(kRisk, scratch));
  auto& out = reading.risk.emplace();
  out.score = p[output::kSelf];
  int level = 0;
  for (const std::size_t k : {output::kAny, output::kModerate, output::kHigh}) {
    if (over(heads[kRisk], k, p[k]) < 1) break;
    ++level;
  }
  out.level = static_cast<RiskLevel>(level);
  const auto add = [&](RiskKind kind) {
    if (std::ranges::find(out.kinds, kind) == out.kinds.end()) out.kinds.push_back(kind);
  };
  if (level > 0)
    for (std::size_t k = 0; k < conversation::kRiskKinds; ++k)
      if (over(heads[kRisk], output::kKinds + k, p[output::kKinds + k]) >= 1)
        add(static_cast<RiskKind>(k));
  const double any = over(heads[kRisk], output::kAny, p[output::kAny]);
  if (any < 1 && any >= kNearlyRisk) reading.abstains.emplace_back("risk");
  if (asked && reply_of(turn.text) == Reply::yes) {
    out.level = std::max(out.level, RiskLevel::moderate);
    out.score = std::max(out.score, kSaidYes);
    add(RiskKind::ideation);
    std::ranges::sort(out.kinds);
  }
  if (out.level == RiskLevel::none) return;
  std::vector<conversation::Evidence> carried;
  explain(scratch.tokens, {"risk", heads[kRisk], scratch.features, scratch.hits, output::kAny},
          carried);
  for (const auto& one : carried) {
    if (one.weight > 0) out.spans.push_back({one.start, one.end});
    reading.why.push_back(one);
  }
  std::ranges::sort(out.spans, {}, &conversation::Span::start);
}

bool Reader::Parts::is_unknown(const Tokens& tokens) const {
  int words = 0;
  int known = 0;
  for (const Token& token : tokens.list) {
    if (token.kind != Token::Kind::word) continue;
    ++words;
    known += index->place_of(word_key(tokens.form(token))) >= 0 ? 1 : 0;
  }
  return words >= 4 && known < kLeastKnown * words;
}

/// Every head abstains from what holds nothing to read, or is in no language that it knows.
void Reader::Parts::abstain_unread(const Tokens& tokens, Reading& reading) const {
  const auto words = std::count_if(tokens.list.begin(), tokens.list.end(), [](const Token& token) {
    return token.kind == Token::Kind::word;
  });
  const bool unread = words == 0 || is_foreign(tokens) || is_unknown(tokens);
  const auto abstain = [&](const char* head) {
    if (std::ranges::find(reading.abstains, head) == reading.abstains.end())
      reading.abstains.emplace_back(head);
  };
  if (unread || words < kFewestWords)
    for (const char* head : {"emotion", "fine", "valence", "arousal"}) abstain(head);
  if (!unread) return;
  if (reading.skills) abstain("skills");
  if (reading.empathy) abstain("empathy");
  if (reading.concerns) abstain("concerns");
  if (reading.talk) abstain("talk");
  if (reading.risk) abstain("risk");
}

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

base::Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& models) {
  auto parts = std::make_unique<Parts>();
  std::uint64_t sum = 0;
  std::array<const Linear*, kHeads> pointers{};
  std::future<base::Result<EmotionJoin>> join;  // half of the work, so beside the rest
  for (std::size_t head = 0; head < kHeads; ++head) {
    auto loaded = load(models, kHeadNames[head], kWidths[head], parts->cards);
    if (!loaded) return tl::unexpected(loaded.error());
    parts->heads[head] = std::move(loaded->linear);
    pointers[head] = &parts->heads[head];
    sum = sum * 31 + loaded->file.checksum();
    if (head == kEmotion)
      join = std::async(std::launch::async,
                        [file = std::move(loaded->file)] { return EmotionJoin::open(file); });
  }
  parts->index.emplace(pointers);
  auto spelling = Spelling::open(models / "spelling.bin");
  if (!spelling) return tl::unexpected(spelling.error());
  parts->spelling = std::move(*spelling);
  auto vectors = Words::open(models / "words.bin");
  if (!vectors) return tl::unexpected(vectors.error());
  parts->vectors = std::move(*vectors);
  sum = (sum * 31 + parts->spelling.checksum()) * 31 + parts->vectors.checksum();
  for (const Head head : {kValence, kArousal})
    if (parts->heads[head].dense_inputs() != kUnderHeads + parts->vectors.dims())
      return base::fail(base::Code::invalid,
                        "the valence and arousal models do not fit the emotion, fine and words "
                        "models");
  if (parts->heads[kTalk].dense_inputs() != 2 * parts->vectors.dims() + kShapes)
    return base::fail(base::Code::invalid, "the talk model does not fit the words model");
  auto opened = join.get();
  if (!opened) return tl::unexpected(base::wrap("reading the emotion model", opened.error()));
  parts->join = *std::move(opened);
  parts->version = "reader-" + std::string(kGrammar) + "-" + hex(sum);
  return std::unique_ptr<Reader>(new Reader(std::move(parts)));
}

Scratch& Reader::Parts::take_in(const std::string& text) const {
  thread_local Scratch scratch;
  tokenize(text, scratch.tokens);
  spelling.mend(scratch.tokens);
  text_features(scratch.tokens, scratch.features);
  scratch.places.clear();
  scratch.sought = 0;
  look_up(scratch);
  return scratch;
}

void Reader::Parts::take_in_client(const Tokens* other, std::span<const Turn> before,
                                   Scratch& scratch) const {
  turn_features(scratch.tokens, other, scratch.features);
  take_past(before, scratch.past);
  answer_features(scratch.past, scratch.features);
  look_up(scratch);
  const std::span under(scratch.under);
  asked_direction(scratch.past, vectors,
                  under.subspan(kUnderHeads + vectors.dims(), vectors.dims()));
  talk_shape(before, under.last<kShapes>());
}

void Reader::Parts::take_in_supporter(const Spoken& said, const Tokens* other,
                                      std::span<const Turn> before, Scratch& scratch) const {
  turn_features(scratch.tokens, other, scratch.features);
  take_earlier(before, scratch.earlier);
  added_features(said.wording(), scratch.earlier, scratch.features);
  look_up(scratch);
}

Reading Reader::read(const Turn& turn, std::span<const Turn> before) const {
  Reading reading;
  Scratch& scratch = parts_->take_in(turn.text);
  const std::size_t dims = parts_->vectors.dims();
  scratch.under.resize(kUnderHeads + 2 * dims + kShapes);
  parts_->vectors.direction(scratch.tokens, std::span(scratch.under).subspan(kUnderHeads, dims));
  parts_->read_fine(scratch, reading);
  parts_->read_emotion(scratch, reading);
  reading.valence = parts_->read_affect(kValence, scratch, reading);
  reading.arousal = parts_->read_affect(kArousal, scratch, reading);
  using conversation::Speaker;
  const Speaker theirs = turn.speaker == Speaker::client ? Speaker::supporter : Speaker::client;
  const Tokens* other = take_last(theirs, before, parts_->spelling, scratch);
  if (turn.speaker == Speaker::client) {
    const bool asked =
        other != nullptr && before.back().speaker == theirs && asks_plainly_about_suicide(*other);
    parts_->read_risk(turn, asked, scratch, reading);
    parts_->take_in_client(other, before, scratch);
    parts_->read_talk(scratch, reading);
  } else {
    parts_->read_empathy(turn.text, scratch, reading);
    const Spoken said(scratch.tokens);
    parts_->take_in_supporter(said, other, before, scratch);
    parts_->read_skills(before, said, scratch, reading);
    parts_->read_concerns({said, other, before}, scratch, reading);
  }
  parts_->abstain_unread(scratch.tokens, reading);
  std::stable_sort(reading.why.begin(), reading.why.end(), [](const auto& a, const auto& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  return reading;
}

Reading Reader::read_skills(const std::string& supporter, std::span<const Turn> before) const {
  Reading reading;
  Scratch& scratch = parts_->take_in(supporter);
  const Spoken said(scratch.tokens);
  const Tokens* client =
      take_last(conversation::Speaker::client, before, parts_->spelling, scratch);
  parts_->take_in_supporter(said, client, before, scratch);
  parts_->read_skills(before, said, scratch, reading);
  return reading;
}

const std::vector<Card>& Reader::cards() const {
  return parts_->cards;
}
const std::string& Reader::version() const {
  return parts_->version;
}

}  // namespace attune::language
