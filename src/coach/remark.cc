#include "coach/remark.h"

#include <algorithm>
#include <array>

namespace attune::coach {
namespace {

using conversation::Reading;
using conversation::Skill;

// All our choice: where a colleague reading along would lean over, and not before.
constexpr double kMinimizes = 0.5;
constexpr double kPermitted = 0.5;
constexpr int kStacked = 3;        // questions in one message
constexpr int kQuestionsRow = 2;   // turns that asked, before one more closed question
constexpr int kLongestDraft = 80;  // words

constexpr std::array<std::string_view, kRemarkKinds> kNames{"minimizes", "advice", "questions",
                                                            "closed", "length"};

/// Question marks; several in a row count once.
int count_questions(std::string_view text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    count += text[i] == '?' && (i + 1 == text.size() || text[i + 1] != '?') ? 1 : 0;
  return count;
}

int count_words(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  int count = 0;
  for (std::size_t at = text.find_first_not_of(kBlank); at != text.npos;) {
    ++count;
    at = text.find_first_not_of(kBlank, std::min(text.find_first_of(kBlank, at), text.size()));
  }
  return count;
}

bool is_about_safety(const Reading& reading) {
  return reading.asks && (reading.asks->about_suicide || reading.asks->about_safety);
}

bool abstains(const Reading& reading) {
  return !reading.skills || std::find(reading.abstains.begin(), reading.abstains.end(), "skills") !=
                                reading.abstains.end();
}

bool advises_unasked(const DraftRead& draft) {
  const bool asks_leave = draft.reading.asks && draft.reading.asks->permission;
  return draft.reading.skills->has(Skill::advise_without_permission) && !asks_leave &&
         !draft.welcomes_advice && draft.fit.permission < kPermitted;
}

bool is_one_more_closed_question(const DraftRead& draft) {
  return draft.questions_before >= kQuestionsRow && count_questions(draft.text) > 0 &&
         draft.reading.skills->has(Skill::closed_question);
}

}  // namespace

std::string_view name(RemarkKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<RemarkKind> choose_remark(const DraftRead& draft) {
  if (is_about_safety(draft.reading) || abstains(draft.reading)) return std::nullopt;
  if (draft.fit.minimizes >= kMinimizes) return RemarkKind::minimizes;
  if (advises_unasked(draft)) return RemarkKind::advice;
  if (count_questions(draft.text) >= kStacked) return RemarkKind::questions;
  if (is_one_more_closed_question(draft)) return RemarkKind::closed;
  if (count_words(draft.text) > kLongestDraft) return RemarkKind::length;
  return std::nullopt;
}

int questions_in_a_row(const conversation::Observed& observed) {
  int count = 0;
  for (auto line = observed.lines.rbegin(); line != observed.lines.rend(); ++line) {
    if (line->said.speaker == conversation::Speaker::client) continue;
    if (count_questions(line->said.text) == 0) break;
    ++count;
  }
  return count;
}

}  // namespace attune::coach
