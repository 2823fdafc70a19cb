#pragma once

#include <span>
#include <string>
#include <vector>

#include "conversation/event.h"
#include "debrief/debrief.h"
#include "debrief/page.h"

/// A debrief made ready for paper: parts in the order in which they are read, words alone.
namespace attune::debrief {

/// How a step of a protocol stands at the end.
struct ProtocolLine {
  std::string title, state;
  conversation::TurnNumber turn = 0;  ///< at which it was done; 0: not yet
};

/// Rows of words under their columns; `note` says how far they can be trusted.
struct Table {
  std::string title, note;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// One turn on the course of the talk.
struct CoursePoint {
  conversation::TurnNumber turn = 0;
  conversation::Speaker speaker = conversation::Speaker::client;
  double valence = 0;  ///< [-1, 1], as the words read
  int words = 0;
  std::string reads;  ///< "sadness", "not sure", "question", ...
  std::string text;
};

struct Sheet {
  std::string id, title;
  std::string client = "client";   ///< a name, where there is one
  std::vector<std::string> about;  ///< what this is, and what it is not
  std::vector<SafetyPoint> safety;
  std::vector<Worked> worked;
  std::vector<Moment> moments;
  std::string note;                 ///< the client's own, or ""
  std::vector<std::string> unsaid;  ///< what they did not say, or why that is not known
  std::string next;
  std::vector<conversation::Nudged> nudges;
  std::vector<ProtocolLine> protocol;
  std::vector<CoursePoint> course;  ///< every turn, in order
  std::string course_note;
  std::vector<Table> tables;
};

/// The sheet of a session of our own: all that `debrief_json` says, in words.
[[nodiscard]] Sheet whole_sheet(const conversation::SessionId& session, const Source& source);

/// The heading over `note` and `unsaid`.
[[nodiscard]] std::string unsaid_heading(const Sheet& sheet);

/// For a terminal: wrapped at 88 columns, UTF-8, ends in a line end.
[[nodiscard]] std::string as_text(const Sheet& sheet);

/// One self-contained page for all the sheets: no script, no outside resource, all words escaped.
[[nodiscard]] std::string as_html(std::span<const Sheet> sheets);

}  // namespace attune::debrief
