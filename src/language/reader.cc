#include "language/reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "language/asks.h"
#include "language/card.h"
#include "language/evidence.h"
#include "language/linear.h"
#include "language/skill_outputs.h"

namespace attune::language {
namespace {

using conversation::kEmotions;
using conversation::Reading;
using conversation::Skill;
using conversation::Turn;

// Changes with the ask grammar and with how heads are put together.
constexpr std::string_view kGrammar = "1";

// Below these a head would rather not say. Our choice: about one turn in ten.
constexpr double kLeastLead = 0.06;
constexpr double kLeastTop = 0.28;
constexpr double kLeastKnown = 0.6;
constexpr int kFewestWords = 2;

struct Loaded {
  Linear linear;
  std::uint64_t checksum = 0;
};

base::Result<Loaded> load(const std::filesystem::path& models, const std::string& head,
                          std::size_t width, std::vector<Card>& cards) {
  const auto path = models / (head + ".bin");
  const auto file = ModelFile::load(path, head);
  if (!file) return tl::unexpected(file.error());
  auto linear = Linear::open(*file);
  if (!linear) return tl::unexpected(base::wrap("reading model " + path.string(), linear.error()));
  if (linear->width() != width) {
    return base::fail(base::Code::invalid,
                      "reading model " + path.string() + ": the wrong number of outputs");
  }
  auto card = load_card(models / (head + ".json"));
  if (!card) return tl::unexpected(card.error());
  cards.push_back(std::move(*card));
  return Loaded{std::move(*linear), file->checksum()};
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
  Tokens client;
  Features features;
  Linear::Rows rows;
  std::array<float, kEmotions> emotions{};
};

const Turn* last_client(std::span<const Turn> before) {
  for (auto it = before.rbegin(); it != before.rend(); ++it) {
    if (it->speaker == conversation::Speaker::client) return &*it;
  }
  return nullptr;
}

}  // namespace

struct Reader::Parts {
  Linear emotion, valence, arousal, skills;
  std::vector<Card> cards;
  std::string version;

  void read_emotion(Scratch& scratch, Reading& reading) const;
  double read_affect(const Linear& linear, const char* head, Scratch& scratch,
                     Reading& reading) const;
  void read_skills(Scratch& scratch, const Turn* client, Reading& reading) const;
  void abstain(const Tokens& tokens, Reading& reading) const;
  bool is_unknown(const Tokens& tokens) const;
};

void Reader::Parts::read_emotion(Scratch& scratch, Reading& reading) const {
  emotion.find(scratch.features, scratch.rows);
  emotion.score(scratch.features, scratch.rows, {}, scratch.emotions);
  auto& out = reading.emotion;
  for (std::size_t k = 0; k < kEmotions; ++k) {
    const float p = emotion.probability(k, scratch.emotions[k]);
    out.scores[k] = static_cast<double>(p);
    if (p >= emotion.calibration(k).threshold) {
      out.labels.push_back(static_cast<conversation::Emotion>(k));
    }
  }
  const auto top = std::max_element(out.scores.begin(), out.scores.end()) - out.scores.begin();
  out.label = static_cast<conversation::Emotion>(top);
  explain(scratch.tokens,
          {"emotion:" + std::string(name(out.label)), emotion, scratch.features, scratch.rows,
           static_cast<std::size_t>(top)},
          reading.why);
}

double Reader::Parts::read_affect(const Linear& linear, const char* head, Scratch& scratch,
                                  Reading& reading) const {
  float raw = 0;
  linear.find(scratch.features, scratch.rows);
  linear.score(scratch.features, scratch.rows, scratch.emotions, {&raw, 1});
  explain(scratch.tokens, {head, linear, scratch.features, scratch.rows, 0}, reading.why);
  const auto& c = linear.calibration(0);
  return std::clamp(static_cast<double>(c.slope * raw + c.offset), -1.0, 1.0);
}

void Reader::Parts::read_skills(Scratch& scratch, const Turn* client, Reading& reading) const {
  namespace output = skill_output;
  if (client != nullptr) tokenize(client->text, scratch.client);
  turn_features(scratch.tokens, client != nullptr ? &scratch.client : nullptr, scratch.features);
  std::array<float, output::kCount> raw{};
  skills.find(scratch.features, scratch.rows);
  skills.score(scratch.features, scratch.rows, {}, raw);
  std::array<double, output::kCount> p{};
  for (std::size_t k = 0; k < output::kCount; ++k) {
    p[k] = static_cast<double>(skills.probability(k, raw[k]));
  }
  const auto over = [&](std::size_t k) {
    return p[k] / static_cast<double>(skills.calibration(k).threshold);
  };
  auto& out = reading.skills.emplace();
  std::size_t main = 0;
  for (std::size_t k = 1; k < 4; ++k) main = over(k) > over(main) ? k : main;
  out.main = static_cast<conversation::MainSkill>(main);
  const auto add = [&](Skill skill, double score, bool above) {
    out.scores[static_cast<std::size_t>(skill)] = score;
    if (above) out.labels.push_back(skill);
  };
  const auto add_kinds = [&](std::size_t holds, std::size_t which, Skill yes, Skill no) {
    const bool above = over(holds) >= 1 || main + output::kAsks == holds;
    add(yes, p[holds] * p[which], above && p[which] >= 0.5);
    add(no, p[holds] * (1 - p[which]), above && p[which] < 0.5);
  };
  add_kinds(output::kAsks, output::kOpen, Skill::open_question, Skill::closed_question);
  add_kinds(output::kReflects, output::kComplex, Skill::complex_reflection,
            Skill::simple_reflection);
  add(Skill::affirm, p[output::kAffirms], over(output::kAffirms) >= 1);
  add_kinds(output::kInforms, output::kAdvises, Skill::advise, Skill::give_information);
  add(Skill::other, p[3], over(3) >= 1);
  explain(scratch.tokens,
          {"skills:" + std::string(name(out.main)), skills, scratch.features, scratch.rows, main},
          reading.why);
}

bool Reader::Parts::is_unknown(const Tokens& tokens) const {
  int words = 0;
  int known = 0;
  for (const Token& token : tokens.list) {
    if (token.kind != Token::Kind::word) continue;
    ++words;
    known += emotion.knows(word_key(tokens.form(token))) ? 1 : 0;
  }
  return words >= 4 && known < kLeastKnown * words;
}

void Reader::Parts::abstain(const Tokens& tokens, Reading& reading) const {
  const auto words = std::count_if(tokens.list.begin(), tokens.list.end(), [](const Token& token) {
    return token.kind == Token::Kind::word;
  });
  const bool unread = words == 0 || is_foreign(tokens) || is_unknown(tokens);
  auto scores = reading.emotion.scores;
  std::sort(scores.rbegin(), scores.rend());
  const bool unsure = scores[0] < kLeastTop || scores[0] - scores[1] < kLeastLead;
  if (unread || words < kFewestWords || unsure) reading.abstains.push_back("emotion");
  if (unread || words < kFewestWords) {
    reading.abstains.push_back("valence");
    reading.abstains.push_back("arousal");
  }
  if (reading.skills && unread) reading.abstains.push_back("skills");
}

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

base::Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& models) {
  auto parts = std::make_unique<Parts>();
  std::uint64_t sum = 0;
  struct Head {
    const char* name;
    std::size_t width;
    Linear* into;
  };
  for (const Head& head : {Head{"emotion", kEmotions, &parts->emotion},
                           Head{"valence", 1, &parts->valence}, Head{"arousal", 1, &parts->arousal},
                           Head{"skills", skill_output::kCount, &parts->skills}}) {
    auto loaded = load(models, head.name, head.width, parts->cards);
    if (!loaded) return tl::unexpected(loaded.error());
    *head.into = std::move(loaded->linear);
    sum = sum * 31 + loaded->checksum;
  }
  if (parts->valence.dense_inputs() != kEmotions || parts->arousal.dense_inputs() != kEmotions) {
    return base::fail(base::Code::invalid,
                      "the valence and arousal models do not fit the emotion model");
  }
  parts->version = "reader-" + std::string(kGrammar) + "-" + hex(sum);
  return std::unique_ptr<Reader>(new Reader(std::move(parts)));
}

Reading Reader::read(const Turn& turn, std::span<const Turn> before) const {
  thread_local Scratch scratch;
  Reading reading;
  tokenize(turn.text, scratch.tokens);
  text_features(scratch.tokens, scratch.features);
  parts_->read_emotion(scratch, reading);
  reading.valence = parts_->read_affect(parts_->valence, "valence", scratch, reading);
  reading.arousal = parts_->read_affect(parts_->arousal, "arousal", scratch, reading);
  if (turn.speaker == conversation::Speaker::supporter) {
    parts_->read_skills(scratch, last_client(before), reading);
    AsksFound asks = find_asks(scratch.tokens);
    reading.asks = asks.asks;
    reading.why.insert(reading.why.end(), asks.why.begin(), asks.why.end());
  }
  parts_->abstain(scratch.tokens, reading);
  std::stable_sort(reading.why.begin(), reading.why.end(), [](const auto& a, const auto& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  return reading;
}

const std::vector<Card>& Reader::cards() const {
  return parts_->cards;
}
const std::string& Reader::version() const {
  return parts_->version;
}

}  // namespace attune::language
