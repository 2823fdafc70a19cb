#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

#include "language/corpora.h"
#include "language/features.h"
#include "language/own_rows.h"
#include "language/spelling.h"
#include "language/train_heads.h"

namespace attune::language {
namespace {

constexpr int kLeastTimes = 2;
constexpr int kTimesOurs = 10;  // what a word of our sentences of distress counts for: our choice
constexpr float kMostSteps = 255;

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "spelling";
  card.date = training.options.date;
  card.license = "CC BY-SA 4.0";
  card.data = text_sources();
  card.data.emplace_back("lines written by the project (content/training/distress.tsv, risk.tsv)");
  card.data.emplace_back("SCOWL word lists (Debian wamerican, wbritish; permissive)");
  card.known_failures = {
      "A slip that makes another word (from, form) stays.",
      "A rare right word, or a name typed in lower case, may be read as a common one beside it.",
      "Two slips in one word stay."};
  card.not_for = {"Correcting what people write: it changes how a word is read, never the text."};
  return card;
}

/// Debian's American and British word lists, as bits.
base::Result<std::vector<std::uint64_t>> listed_words(const std::filesystem::path& folder) {
  std::vector<std::uint64_t> bits(kListedBits / 64);
  for (const char* name : {"american-english", "british-english"}) {
    std::ifstream file(folder / name);
    if (!file)
      return base::fail(base::Code::not_found, "cannot open " + (folder / name).string() +
                                                   ": install wamerican and wbritish");
    for (std::string line; std::getline(file, line);) {
      const Tokens tokens = tokenize(line);
      if (tokens.list.size() != 1 || line.ends_with("'s")) continue;
      for (const std::uint32_t bit : listed_places(tokens.form(tokens.list[0])))
        bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
  return bits;
}

}  // namespace

base::Result<Trained> train_spelling(const Training& training) {
  const auto texts = load_texts(training.data);
  if (!texts) return tl::unexpected(texts.error());
  const auto listed = listed_words(training.options.word_lists);
  if (!listed) return tl::unexpected(listed.error());
  std::map<std::uint32_t, int> counts;
  for (const std::string& text : *texts) {
    const Tokens tokens = tokenize(text);
    for (const Token& token : tokens.list)
      if (token.kind == Token::Kind::word) ++counts[word_key(tokens.form(token))];
  }
  const auto add_ours = [&](const std::string& text) {
    const Tokens tokens = tokenize(text);
    for (const Token& token : tokens.list)
      if (is_listed(*listed, tokens.form(token)))
        counts[word_key(tokens.form(token))] += kTimesOurs;
  };
  const auto distress = load_own_distress(training.options.own);
  if (!distress) return tl::unexpected(distress.error());
  const auto risk = load_own_risk(training.options.own);
  if (!risk) return tl::unexpected(risk.error());
  for (const auto& row : *distress) add_ours(row.text);
  for (const auto& row : *risk) add_ours(row.text);
  std::vector<std::uint32_t> keys;
  std::vector<std::uint8_t> steps;
  for (const auto& [key, count] : counts) {
    if (count < kLeastTimes) continue;
    keys.push_back(key);
    steps.push_back(static_cast<std::uint8_t>(
        std::min(std::round(std::log2(static_cast<float>(count)) * kCountSteps), kMostSteps)));
  }
  FullCard card = blank_card(training);
  card.figures.push_back({"words known", "count", static_cast<double>(keys.size()), 0, 0,
                          static_cast<int>(texts->size()), "the training texts"});
  ModelFile model("spelling");
  model.put("keys", keys);
  model.put("counts", steps);
  model.put("listed", *listed);
  return Trained{std::move(model), std::move(card)};
}

}  // namespace attune::language
