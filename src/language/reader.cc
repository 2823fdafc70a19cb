#include "language/reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>

#include "language/card.h"
#include "language/context.h"
#include "language/empathy.h"
#include "language/reader_parts.h"
#include "language/risk_outputs.h"
#include "language/skill_outputs.h"

namespace attune::language {
namespace {

using conversation::kEmotions;
using conversation::Reading;
using conversation::Turn;

// Changes with the ask grammar and with how heads are put together.
constexpr std::string_view kGrammar = "8";

// Below these a head would rather not say. Our choice: about one turn in ten.
constexpr double kLeastKnown = 0.6;
constexpr int kFewestWords = 2;

constexpr std::array<std::size_t, kHeads> kWidths{kEmotions,
                                                  conversation::kFineEmotions,
                                                  1,
                                                  1,
                                                  skill_output::kCount,
                                                  kEmpathyOutputs,
                                                  conversation::kTalks,
                                                  risk_output::kCount};

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

}  // namespace

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
