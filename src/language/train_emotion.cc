#include <algorithm>
#include <functional>
#include <limits>
#include <set>

#include "language/corpora.h"
#include "language/emotion_join.h"
#include "language/figures.h"
#include "language/fine_fit.h"
#include "language/join_learner.h"
#include "language/labeled.h"
#include "language/own_rows.h"
#include "language/train_heads.h"
#include "language/train_net.h"
#include "language/tuning.h"

namespace attune::language {
namespace {

using conversation::kEmotions;

// Chosen by cross-validation on the training part.
const Recipe kRecipe{.head = "emotion",
                     .outputs = std::vector<Output>(kEmotions, {.cost = 0.7, .ratio = 0.1}),
                     .least_texts = 3,
                     .folds = 8,
                     .most = 48'000};

Labeled row_of(const EmotionExample& example, int group, bool counted) {
  Labeled row{example.text, {}, std::vector<std::int8_t>(kEmotions), group, counted};
  for (std::size_t k = 0; k < kEmotions; ++k) row.is[k] = example.emotions[k];
  return row;
}

Labeled row_of(const OwnDistress& own, int group) {
  Labeled row{own.text, {}, std::vector<std::int8_t>(kEmotions), group, false};
  for (const conversation::Emotion one : own.emotions) row.is[static_cast<std::size_t>(one)] = 1;
  return row;
}

struct Sources {
  EmotionData comments;
  std::vector<OwnDistress> own;
};

// Lines of one client that are learned from: with all of theirs the clients would outweigh people,
// and GoEmotions' macro-F1 falls from 0.607 to 0.593 (eleven clients). Our choice.
constexpr std::size_t kMostLines = 700;

/// Evenly from the whole.
std::vector<const EmotionExample*> some_of(const std::vector<EmotionExample>& lines) {
  const std::size_t most = std::min(kMostLines, lines.size());
  std::vector<const EmotionExample*> some;
  for (std::size_t i = 0; i < most; ++i) some.push_back(&lines[i * lines.size() / most]);
  return some;
}

using IsWanted = std::function<bool(std::string_view client)>;

/// The public rows first, then the project's, with those of the clients that are wanted.
std::vector<Labeled> training_rows(const Training& training, const Sources& sources,
                                   const IsWanted& is_wanted) {
  std::vector<Labeled> rows;
  for (const EmotionExample& example : sources.comments.train)
    rows.push_back(row_of(example, static_cast<int>(rows.size()), true));
  for (std::size_t i = 0; i < sources.own.size(); ++i)
    rows.push_back(row_of(sources.own[i], static_cast<int>(i)));
  for (const ClientLines& one : training.options.clients)
    if (is_wanted(one.client))
      for (const EmotionExample* example : some_of(one.lines))
        rows.push_back(row_of(*example, static_cast<int>(rows.size()), false));
  return rows;
}

/// The seven, the fine ones where they are known, and whether somebody in distress speaks.
NetText net_text(const Labeled& row, const EmotionExample* comment, const Spelling& spelling) {
  NetText text{net_keys(spelling.tokens(row.text)), {row.is.begin(), row.is.end()}, row.group};
  const float fine = comment != nullptr ? 0 : std::numeric_limits<float>::quiet_NaN();
  text.is.resize(kNetEmotions, fine);
  text.is.push_back(comment == nullptr ? 1 : 0);
  if (comment != nullptr)
    for (const std::size_t one : comment->fine) text.is[kEmotions + one] = 1;
  return text;
}

FittedNet net_of(const Training& training, const Sources& sources, const Words& words,
                 const IsWanted& is_wanted) {
  const auto rows = training_rows(training, sources, is_wanted);
  const auto& comments = sources.comments.train;
  std::vector<NetText> texts;
  for (std::size_t i = 0; i < rows.size(); ++i)
    texts.push_back(
        net_text(rows[i], i < comments.size() ? &comments[i] : nullptr, training.spelling));
  return fit_net(texts, words, {}, [&](const std::string& step) { training.say(step); });
}

/// One row in three, of all folds.
bool is_third(std::size_t row) {
  return row / 3 % 3 == 0;
}

/// Raw values of a text by a linear head.
std::vector<float> values_of(const Linear& linear, const Tokens& tokens) {
  Features features;
  text_features(tokens, features);
  Linear::Hits hits;
  linear.find(features, hits);
  std::vector<float> raw(linear.width());
  linear.score(features, hits, {}, raw);
  return raw;
}

/// A head and the one under it, open.
struct Opened {
  Linear line, fine;
  EmotionJoin join;

  [[nodiscard]] std::vector<double> scores(const Tokens& tokens) const {
    const auto raw = join.read(tokens, values_of(line, tokens), values_of(fine, tokens));
    std::vector<double> scores;
    for (std::size_t k = 0; k < kEmotions; ++k)
      scores.push_back(static_cast<double>(line.probability(k, raw[k])));
    return scores;
  }
};

base::Result<Opened> open(const ModelFile& file, const ModelFile& fine) {
  auto line = Linear::open(file);
  if (!line) return tl::unexpected(line.error());
  auto under = Linear::open(fine);
  if (!under) return tl::unexpected(under.error());
  auto join = EmotionJoin::open(file);
  if (!join) return tl::unexpected(join.error());
  return Opened{std::move(*line), std::move(*under), std::move(*join)};
}

/// The head as it is stored, with the nets that it rests on. All of the clients' lines teach the
/// net; a third of them the linear part, which reads open talk less well for each, and how far to
/// go by either. Our choice, by cross-validation.
base::Result<ModelFile> fit(const Training& training, const Sources& sources, const FineFit& fine,
                            const FittedNet& net, const IsWanted& is_wanted) {
  const auto under = Linear::open(fine.file);
  if (!under) return tl::unexpected(under.error());
  const auto all = training_rows(training, sources, is_wanted);
  auto rows = all;
  for (std::size_t i = sources.comments.train.size() + sources.own.size(); i < rows.size(); ++i)
    if (!is_third(i)) std::ranges::fill(rows[i].is, kScored);
  FittedLabels fitted = fit_labels(rows, kRecipe, training.spelling,
                                   [&](const std::string& step) { training.say(step); });
  std::vector<JoinText> texts;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].counted && !is_third(i)) continue;
    const std::vector<float> line(fitted.values[i].begin(), fitted.values[i].end());
    const auto said = i < fine.held_out.size()
                          ? std::vector<float>(fine.held_out[i].begin(), fine.held_out[i].end())
                          : values_of(*under, training.spelling.tokens(all[i].text));
    JoinText& text = texts.emplace_back(
        JoinText{std::vector<float>(kJoined), all[i].is, all[i].group, all[i].counted});
    join_inputs({line, said, net.held_out[i]}, text.inputs);
  }
  const FittedJoin join = fit_join(texts);
  for (std::size_t k = 0; k < kEmotions; ++k) {
    std::vector<double> values, targets;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (!texts[i].counted) continue;
      values.push_back(join.held_out[i][k]);
      targets.push_back(texts[i].is[k]);
    }
    fitted.calibrations[k] = calibrate_steadily(values, targets);
  }
  ModelFile file = packed(fitted, kRecipe);
  net.net.put_into(file);
  join.numbers.put_into(file);
  return file;
}

/// Rows with their scores by a model that did not see them.
struct Scored {
  std::vector<Labeled> rows;
  std::vector<std::vector<double>> scores;
};

Scored score(const std::vector<EmotionExample>& examples, const Opened& head,
             const Spelling& spelling) {
  Scored scored;
  for (const EmotionExample& example : examples) {
    scored.rows.push_back(row_of(example, 0, false));
    scored.scores.push_back(head.scores(spelling.tokens(example.text)));
  }
  return scored;
}

void add_top(const FigureName& name, const Scored& scored, FullCard& card) {
  std::vector<bool> hits;
  std::vector<double> tops;
  for (std::size_t i = 0; i < scored.rows.size(); ++i) {
    const auto top = std::ranges::max_element(scored.scores[i]);
    hits.push_back(scored.rows[i].is[static_cast<std::size_t>(top - scored.scores[i].begin())] ==
                   1);
    tops.push_back(*top);
  }
  add_accuracy(name, hits, card);
  add_calibration_error(name, tops, hits, card);
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "emotion";
  card.date = training.options.date;
  card.license = "CC BY-SA 4.0";
  card.data = {
      "GoEmotions (Demszky et al., ACL 2020), Apache-2.0, grouped to Ekman's six and neutral; "
      "figures rest on its train split alone, the weights on dev too"};
  card.data.push_back("the words' vectors, where the net's begin (CC BY-SA 4.0)");
  card.data.push_back("lines written by the project (content/training/distress.tsv)");
  if (!training.options.clients.empty())
    card.data.push_back("what the simulated clients were given to say (content/clients)");
  card.known_failures = {
      "Trained on Reddit comments: jokes and sarcasm of other groups read wrongly.",
      "A flat, tired or numb sentence often reads as neutral.",
      "Disgust at oneself and shame have few examples; they read as sadness or anger.",
      "Feelings told about somebody else read as the writer's own.",
      "English only. Written in another way the same meaning gets another top emotion in 7 % "
      "(hurried typing) to 16 % (dialect, Scots) of our minimal pairs."};
  card.not_for = {"Screening, diagnosing or monitoring real people.",
                  "Saying what someone feels: it says how the words read."};
  return card;
}

void add_dev(const Training& training, const Sources& sources, const Opened& head, FullCard& card) {
  const Scored dev = score(sources.comments.dev, head, training.spelling);
  const std::string on = "GoEmotions dev, Reddit comments";
  std::vector<std::string> names;
  for (std::size_t k = 0; k < kEmotions; ++k)
    names.emplace_back(name(static_cast<conversation::Emotion>(k)));
  add_macro_f1({"seven emotions, all above threshold", on},
               above_threshold(dev.rows, dev.scores, head.line), names, card);
  add_top({"the top emotion", on}, dev, card);
}

/// Lines of each third of the clients by a head that saw none of theirs.
base::Result<void> add_clients(const Training& training, const Sources& sources,
                               const FineFit& fine, const Words& words, FullCard& card) {
  constexpr std::size_t kThirds = 3;
  const auto& clients = training.options.clients;
  if (clients.empty()) return {};
  Scored all;
  for (std::size_t third = 0; third < kThirds; ++third) {
    training.say("measuring without the lines of a third of the clients");
    std::set<std::string_view> out;
    for (std::size_t i = third; i < clients.size(); i += kThirds) out.insert(clients[i].client);
    const IsWanted is_wanted = [&](std::string_view client) { return !out.contains(client); };
    const auto file =
        fit(training, sources, fine, net_of(training, sources, words, is_wanted), is_wanted);
    if (!file) return tl::unexpected(file.error());
    const auto head = open(*file, fine.file);
    if (!head) return tl::unexpected(head.error());
    for (const ClientLines& one : clients) {
      if (is_wanted(one.client)) continue;
      const Scored lines = score(one.lines, *head, training.spelling);
      add_top({"the top emotion of " + one.client + "'s lines",
               "authored lines of this project, trained without this client's"},
              lines, card);
      all.rows.insert(all.rows.end(), lines.rows.begin(), lines.rows.end());
      all.scores.insert(all.scores.end(), lines.scores.begin(), lines.scores.end());
    }
  }
  add_top({"the top emotion of clients' lines",
           "authored lines of this project, a third of the clients left out in turn"},
          all, card);
  return {};
}

}  // namespace

base::Result<Trained> train_emotion(const Training& training) {
  auto comments = load_goemotions(training.data);
  if (!comments) return tl::unexpected(comments.error());
  auto own = load_own_distress(training.options.own);
  if (!own) return tl::unexpected(own.error());
  const auto words = Words::open(training.models / "words.bin");
  if (!words) return tl::unexpected(base::wrap("train words first", words.error()));
  Sources sources{std::move(*comments), std::move(*own)};
  const auto fit_all = [&](const FineFit& fine) {
    const IsWanted everybody = [](std::string_view) { return true; };
    return fit(training, sources, fine, net_of(training, sources, *words, everybody), everybody);
  };
  FullCard card = blank_card(training);
  auto& train = sources.comments.train;
  {
    const FineFit fine = fit_fine(train, training);
    const auto file = fit_all(fine);
    if (!file) return tl::unexpected(file.error());
    const auto head = open(*file, fine.file);
    if (!head) return tl::unexpected(head.error());
    add_dev(training, sources, *head, card);
    if (const auto added = add_clients(training, sources, fine, *words, card); !added)
      return tl::unexpected(added.error());
  }
  training.say("fitting the dev part too, which was held out for the figures");
  train.insert(train.end(), sources.comments.dev.begin(), sources.comments.dev.end());
  auto file = fit_all(fit_fine(train, training));
  if (!file) return tl::unexpected(file.error());
  return Trained{*std::move(file), std::move(card)};
}

}  // namespace attune::language
