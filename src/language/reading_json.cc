#include <charconv>
#include <cmath>
#include <span>

#include "language/read_line.h"

namespace attune::language {
namespace {

using conversation::Reading;

// Four decimals; never "-0.0000".
void write_number(std::string& out, double value) {
  char text[32];
  const double rounded = std::round(value * 10'000) / 10'000;
  const auto end = std::to_chars(text, text + sizeof text, rounded == 0 ? 0.0 : rounded,
                                 std::chars_format::fixed, 4);
  out.append(text, end.ptr);
}

void write_whole(std::string& out, int value) {
  char text[16];
  out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
}

// Our own names: nothing to escape.
void write_name(std::string& out, std::string_view name) {
  out += '"';
  out += name;
  out += '"';
}

template <class Label>
void write_labels(std::string& out, const std::vector<Label>& labels) {
  out += "\"labels\":[";
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) out += ',';
    write_name(out, conversation::name(labels[i]));
  }
  out += ']';
}

template <class Label, std::size_t N>
void write_scores(std::string& out, const std::array<double, N>& scores) {
  out += "\"scores\":{";
  for (std::size_t i = 0; i < N; ++i) {
    if (i > 0) out += ',';
    write_name(out, conversation::name(static_cast<Label>(i)));
    out += ':';
    write_number(out, scores[i]);
  }
  out += '}';
}

void write_skills(std::string& out, const conversation::SkillReading& skills) {
  out += ",\"skills\":{\"main\":";
  write_name(out, conversation::name(skills.main));
  out += ',';
  write_labels(out, skills.labels);
  out += ',';
  write_scores<conversation::Skill>(out, skills.scores);
  out += '}';
}

void write_fine(std::string& out, const conversation::FineReading& fine) {
  out += ",\"fine\":{";
  write_labels(out, fine.labels);
  out += ',';
  write_scores<conversation::FineEmotion>(out, fine.scores);
  out += '}';
}

void write_talk(std::string& out, const conversation::TalkReading& talk) {
  out += ",\"talk\":{\"label\":";
  write_name(out, conversation::name(talk.label));
  out += ',';
  write_scores<conversation::Talk>(out, talk.scores);
  out += ",\"strength\":";
  write_number(out, talk.strength);
  out += '}';
}

void write_risk(std::string& out, const conversation::RiskReading& risk) {
  out += ",\"risk\":{\"level\":";
  write_name(out, conversation::name(risk.level));
  out += ",\"score\":";
  write_number(out, risk.score);
  out += ",\"kinds\":[";
  for (std::size_t i = 0; i < risk.kinds.size(); ++i) {
    if (i > 0) out += ',';
    write_name(out, conversation::name(risk.kinds[i]));
  }
  out += "],\"spans\":[";
  for (std::size_t i = 0; i < risk.spans.size(); ++i) {
    out += i > 0 ? ",{\"start\":" : "{\"start\":";
    write_whole(out, risk.spans[i].start);
    out += ",\"end\":";
    write_whole(out, risk.spans[i].end);
    out += '}';
  }
  out += "]}";
}

void write_empathy(std::string& out, const conversation::EmpathyReading& empathy) {
  out += ",\"empathy\":{";
  for (std::size_t m = 0; m < conversation::kMechanisms; ++m) {
    if (m > 0) out += ',';
    write_name(out, conversation::name(static_cast<conversation::Mechanism>(m)));
    out += ':';
    write_whole(out, empathy.levels[m]);
  }
  out += "},\"empathy_scores\":{";
  for (std::size_t m = 0; m < conversation::kMechanisms; ++m) {
    if (m > 0) out += ',';
    write_name(out, conversation::name(static_cast<conversation::Mechanism>(m)));
    out += ':';
    write_number(out, empathy.scores[m]);
  }
  out += '}';
}

void write_concerns(std::string& out, const conversation::Concerns& concerns) {
  out += ",\"concerns\":{";
  for (std::size_t a = 0; a < conversation::kAreas; ++a) {
    write_name(out, conversation::name(static_cast<conversation::Area>(a)));
    out += ':';
    write_number(out, concerns.areas[a]);
    out += ',';
  }
  out += "\"any\":";
  write_number(out, concerns.any);
  out += '}';
}

void write_asks(std::string& out, const conversation::Asks& asks) {
  const auto answer = [](bool yes) { return yes ? "true" : "false"; };
  out += ",\"asks\":{\"about_suicide\":";
  out += answer(asks.about_suicide);
  out += ",\"about_safety\":";
  out += answer(asks.about_safety);
  out += ",\"leading\":";
  out += answer(asks.leading);
  out += ",\"advice\":";
  out += answer(asks.advice);
  out += ",\"permission\":";
  out += answer(asks.permission);
  out += '}';
}

void write_why(std::string& out, const std::vector<conversation::Evidence>& why) {
  out += ",\"why\":[";
  for (std::size_t i = 0; i < why.size(); ++i) {
    out += i > 0 ? ",{\"for\":" : "{\"for\":";
    write_name(out, why[i].head);
    out += ",\"start\":";
    write_whole(out, why[i].start);
    out += ",\"end\":";
    write_whole(out, why[i].end);
    out += ",\"weight\":";
    write_number(out, why[i].weight);
    out += '}';
  }
  out += ']';
}

}  // namespace

std::string reading_json(const Reading& reading) {
  std::string out;
  out.reserve(1'500);
  out += "\"emotion\":{\"label\":";
  write_name(out, conversation::name(reading.emotion.label));
  out += ',';
  write_labels(out, reading.emotion.labels);
  out += ',';
  write_scores<conversation::Emotion>(out, reading.emotion.scores);
  out += "},\"valence\":";
  write_number(out, reading.valence);
  out += ",\"arousal\":";
  write_number(out, reading.arousal);
  write_fine(out, reading.fine);
  if (reading.skills) write_skills(out, *reading.skills);
  if (reading.empathy) write_empathy(out, *reading.empathy);
  if (reading.concerns) write_concerns(out, *reading.concerns);
  if (reading.talk) write_talk(out, *reading.talk);
  if (reading.risk) write_risk(out, *reading.risk);
  if (reading.asks) write_asks(out, *reading.asks);
  out += ",\"abstains\":[";
  for (std::size_t i = 0; i < reading.abstains.size(); ++i) {
    if (i > 0) out += ',';
    write_name(out, reading.abstains[i]);
  }
  out += ']';
  write_why(out, reading.why);
  return out;
}

}  // namespace attune::language
