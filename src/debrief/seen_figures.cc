#include "debrief/seen_figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "debrief/quoting.h"

namespace attune::debrief {
namespace {

using conversation::Mechanism;
using conversation::Reading;
using conversation::Skill;
using conversation::Speaker;

constexpr std::size_t kFewMessages = 6;  // two in each third

std::string_view why_hidden(const SeenTalk& seen, const RiskStory& risk, const Texts& texts) {
  if (risk.real) return "risk";
  const bool grief = std::ranges::any_of(seen.messages, [&](const std::string& message) {
    return mentions(message, texts.of("said.grief"));
  });
  return grief ? "grief" : "";
}

std::string reads_as(const Reading& reading, Speaker speaker) {
  if (speaker == Speaker::supporter)
    return reading.skills ? std::string(name(reading.skills->main)) : "";
  if (std::ranges::count(reading.abstains, "emotion") > 0) return "not sure";
  return std::string(name(reading.emotion.label));
}

void count_course(SeenFigures& figures) {
  std::vector<double> heavy;
  for (const CoursePoint& point : figures.course)
    if (point.speaker == Speaker::client) heavy.push_back(-point.valence);
  if (heavy.size() < kFewMessages) return;
  const auto third = static_cast<std::ptrdiff_t>(heavy.size() / 3);
  const auto mean = [&](auto begin, auto end) {
    double sum = 0;
    for (auto at = begin; at != end; ++at) sum += *at;
    return sum / static_cast<double>(end - begin);
  };
  figures.first = mean(heavy.begin(), heavy.begin() + third);
  figures.last = mean(heavy.end() - third, heavy.end());
}

/// How far one reading can be trusted, as a sentence on a line of its own; "" for a head without a
/// card.
std::string trust_of(const std::vector<language::Card>& cards, const std::string& head) {
  const auto card = std::ranges::find(cards, head, &language::Card::head);
  if (card == cards.end()) return "";
  return "\nReading of " + head + ": " + card->statistic + " " + decimals(card->value) + " (" +
         decimals(card->low) + " to " + decimals(card->high) + "), n = " + std::to_string(card->n) +
         ", measured on " + card->measured_on + ".";
}

double two_decimals(double value) {
  return std::round(value * 100) / 100;
}

std::string percent(double share) {
  return std::to_string(std::lround(100 * share)) + " %";
}

Table mi_table(const MiFigures& mi, const SeenSource& source) {
  Table table{"Questions and reflections", "", {"", "in this talk", "beginning", "competent"}, {}};
  const auto count = [&](const char* what, int value) {
    table.rows.push_back({what, std::to_string(value), "", ""});
  };
  count("open questions", mi.open);
  count("closed questions", mi.closed);
  count("simple reflections", mi.simple);
  count("complex reflections", mi.complex);
  const std::string key = mi.hidden.empty() ? "seen.mi" : "seen.mi_" + mi.hidden;
  table.note = source.texts.of(key).front() + trust_of(source.cards, "skills");
  if (!mi.hidden.empty()) {
    table.columns.resize(2);
    for (auto& row : table.rows) row.resize(2);
    return table;
  }
  const auto row = [&](const char* what, const std::optional<double>& value, MiBounds bounds,
                       const auto& print) {
    table.rows.push_back({what, value ? print(*value) : "none to count", print(bounds.beginning),
                          print(bounds.competent)});
  };
  row("reflections to one question", mi.reflections_to_questions, kReflectionsToQuestions,
      decimals);
  row("complex among the reflections", mi.complex_share, kComplexShare, percent);
  row("open among the questions", mi.open_share, kOpenShare, percent);
  return table;
}

Table empathy_table(const SeenFigures& figures, const SeenSource& source) {
  Table table{"Empathy",
              source.texts.of("seen.empathy").front() + trust_of(source.cards, "empathy"),
              {"", "not", "weakly", "strongly"},
              {}};
  const std::array<const char*, 3> kPlain{"warmth, concern", "understanding, said back",
                                          "exploring, asking after it"};
  for (std::size_t i = 0; i < conversation::kMechanisms; ++i) {
    const auto& levels = figures.empathy[i];
    table.rows.push_back({kPlain[i], std::to_string(levels[0]), std::to_string(levels[1]),
                          std::to_string(levels[2])});
  }
  return table;
}

Table counts_table(const SeenFigures& figures, std::size_t replies) {
  const Figures& counts = figures.counts;
  Table table{"Replies and words", "", {"", "number"}, {}};
  table.rows = {{"replies", std::to_string(replies)},
                {"replies with a question", std::to_string(counts.questions)},
                {"replies with a reflection", std::to_string(counts.reflections)},
                {"replies with advice", std::to_string(counts.advice)},
                {"the supporter’s words", std::to_string(counts.supporter_words)},
                {"the client’s words", std::to_string(counts.client_words)}};
  return table;
}

}  // namespace

std::string decimals(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", std::abs(value));
  const bool below = value < 0 && std::string(text.data()) != "0.00";
  return (below ? "−" : "") + std::string(text.data());
}

std::string course_note(const std::vector<language::Card>& cards, const Texts& texts) {
  return texts.of("seen.course").front() + trust_of(cards, "valence") + trust_of(cards, "emotion");
}

std::vector<CoursePoint> course_of(const conversation::Observed& observed) {
  std::vector<CoursePoint> course;
  for (const auto& line : observed.lines) {
    if (!line.reading) continue;
    course.push_back({line.turn, line.said.speaker, line.reading->valence, words(line.said.text),
                      reads_as(*line.reading, line.said.speaker), line.said.text});
  }
  return course;
}

SeenFigures seen_figures(const SeenSource& source, const SeenTalk& seen, const RiskStory& risk) {
  SeenFigures figures;
  figures.counts = count(seen.talk);
  std::vector<const Exchange*> replies;
  for (const SeenReply& reply : seen.replies) replies.push_back(reply.said);
  figures.mi = count_mi(replies, why_hidden(seen, risk, source.texts));
  for (const SeenReply& reply : seen.replies) {
    if (!reply.said->reading || !reply.said->reading->empathy) continue;
    const auto& levels = reply.said->reading->empathy->levels;
    for (std::size_t i = 0; i < conversation::kMechanisms; ++i)
      ++figures.empathy[i][static_cast<std::size_t>(std::clamp(levels[i], 0, 2))];
  }
  figures.course = course_of(source.observed);
  count_course(figures);
  return figures;
}

Table trust_table(const std::vector<language::Card>& cards, const Texts& texts) {
  Table table{"How far these figures can be trusted",
              texts.of("seen.trust").front(),
              {"reading", "agreement", "95 % interval", "measured on"},
              {}};
  for (const language::Card& card : cards) {
    if (card.head == "fine" || card.head == "arousal") continue;  // nothing here rests on them
    table.rows.push_back({card.head, card.statistic + " " + decimals(card.value),
                          decimals(card.low) + " to " + decimals(card.high),
                          card.measured_on + ", n = " + std::to_string(card.n)});
  }
  return table;
}

std::vector<Table> tables_of(const SeenSource& source, const SeenFigures& figures) {
  std::vector<Table> tables{mi_table(figures.mi, source), empathy_table(figures, source),
                            counts_table(figures, source.fits.size())};
  if (figures.first) {
    const double first = two_decimals(*figures.first), last = two_decimals(*figures.last);
    tables.push_back({"How heavy the words read",
                      source.texts.of("seen.relief").front() + trust_of(source.cards, "valence"),
                      {"", "from −1 to 1"},
                      {{"first third", decimals(first)},
                       {"last third", decimals(last)},
                       {"first less last", decimals(first - last)}}});
  }
  tables.push_back(trust_table(source.cards, source.texts));
  return tables;
}

}  // namespace attune::debrief
