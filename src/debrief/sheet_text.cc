#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "base/utf8.h"
#include "debrief/sheet.h"

namespace attune::debrief {
namespace {

using conversation::Speaker;

constexpr std::size_t kWidth = 88;
constexpr std::size_t kWidestCell = 40;

/// Code points; a wide one counts as one, which no line here is near enough the edge to mind.
std::size_t width(std::string_view text) {
  return base::length(text);
}

/// Writes paragraphs, wrapped and indented.
class Paper {
 public:
  void heading(const std::string& text) {
    if (!out_.ends_with("\n\n")) blank();
    out_ += text + "\n" + std::string(width(text), '-') + "\n\n";
  }
  void blank() { out_ += "\n"; }

  /// `first` stands before the first line, spaces as long before the others.
  void say(const std::string& text, std::size_t indent = 0, const std::string& first = "") {
    const std::string margin(indent, ' '), hang(indent + width(first), ' ');
    std::string line = margin + first;
    bool fresh = true;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = text.find_first_of(" \n", at);
      if (end == std::string::npos) end = text.size();
      const std::string word = text.substr(at, end - at);
      const bool fits = width(line) + 1 + width(word) <= kWidth;
      if (!fresh && !fits) turn(line, hang, fresh);
      if (!word.empty()) line += (fresh ? "" : " ") + word;
      fresh = fresh && word.empty();
      if (end < text.size() && text[end] == '\n') turn(line, hang, fresh);
      at = end + 1;
    }
    out_ += line + "\n";
  }

  void table(const Table& table);

  std::string take() { return std::move(out_); }

 private:
  void turn(std::string& line, const std::string& hang, bool& fresh) {
    out_ += line + "\n";
    line = hang;
    fresh = true;
  }

  std::string out_;
};

/// Columns side by side, or row by row as sentences where they would be too wide.
void Paper::table(const Table& table) {
  say(table.title + ".", 0);
  if (!table.note.empty()) say(table.note, 2);
  std::vector<std::size_t> widest(table.columns.size(), 0);
  const auto widen = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) widest[i] = std::max(widest[i], width(row[i]));
  };
  widen(table.columns);
  for (const auto& row : table.rows) widen(row);
  const auto print = [&](const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      line += row[i] + std::string(widest[i] + 2 - width(row[i]), ' ');
    say(row.back(), 2, line);
  };
  const bool narrow = std::all_of(widest.begin(), widest.end() - 1,
                                  [](std::size_t one) { return one <= kWidestCell; });
  blank();
  if (narrow) print(table.columns);
  for (const auto& row : table.rows) {
    if (narrow) {
      print(row);
      continue;
    }
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!row[i].empty()) say(row[i], i == 0 ? 2 : 4, i == 0 ? "" : table.columns[i] + ": ");
  }
  blank();
}

void say_quote(Paper& paper, const Sheet& sheet, const Quote& quote) {
  std::string client = sheet.client;
  client[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(client[0])));
  if (!quote.client.empty()) paper.say(quote.client, 2, client + ": ");
  if (!quote.reply.empty()) paper.say(quote.reply, 2, "You: ");
  if (!quote.answer.empty()) paper.say(quote.answer, 2, "Then: ");
  paper.blank();
}

void say_words(Paper& paper, const Sheet& sheet) {
  if (!sheet.safety.empty()) paper.heading("First, about safety");
  for (const SafetyPoint& point : sheet.safety) {
    paper.say(point.text, 2, point.turn == 0 ? "" : "Reply " + std::to_string(point.turn) + ". ");
    paper.blank();
  }
  if (!sheet.worked.empty()) paper.heading("What worked");
  for (const Worked& worked : sheet.worked) {
    paper.say("Reply " + std::to_string(worked.quote.turn));
    say_quote(paper, sheet, worked.quote);
    paper.say(worked.why, 2);
    paper.blank();
  }
  if (!sheet.moments.empty())
    paper.heading(sheet.moments.size() > 1 ? "Moments to look at again"
                                           : "A moment to look at again");
  for (const Moment& moment : sheet.moments) {
    paper.say("Reply " + std::to_string(moment.quote.turn) + ". " + moment.title);
    say_quote(paper, sheet, moment.quote);
    paper.say(moment.beneath, 2);
    paper.say(moment.another_way, 2, "One way among others: ");
    paper.blank();
  }
  if (!sheet.note.empty() || !sheet.unsaid.empty()) paper.heading(unsaid_heading(sheet));
  if (!sheet.note.empty()) paper.say(sheet.note, 2);
  for (const std::string& one : sheet.unsaid) {
    if (!sheet.note.empty()) paper.blank();
    paper.say(one, 2);
  }
  paper.heading("One thing for next time");
  paper.say(sheet.next, 2);
}

void say_lists(Paper& paper, const Sheet& sheet) {
  if (!sheet.nudges.empty()) paper.heading("Remarks along the way");
  for (const conversation::Nudged& nudge : sheet.nudges)
    paper.say(nudge.text, 2, "Reply " + std::to_string(nudge.turn) + ". ");
  if (!sheet.protocol.empty()) paper.heading("Steps of the protocol");
  for (const ProtocolLine& line : sheet.protocol)
    paper.say(line.state + (line.turn == 0 ? "" : " (reply " + std::to_string(line.turn) + ")"), 2,
              line.title + ": ");
}

void say_course(Paper& paper, const Sheet& sheet) {
  Table table{
      "How the words read", sheet.course_note, {"turn", "who", "valence", "words", "reads as"}, {}};
  for (const CoursePoint& point : sheet.course) {
    std::array<char, 16> value{};
    std::snprintf(value.data(), value.size(), "%+.2f", point.valence);
    table.rows.push_back({std::to_string(point.turn),
                          point.speaker == Speaker::client ? sheet.client : "you", value.data(),
                          std::to_string(point.words), point.reads});
  }
  if (!table.rows.empty()) paper.table(table);
}

}  // namespace

std::string as_text(const Sheet& sheet) {
  Paper paper;
  paper.say("Debrief of talk " + sheet.id + (sheet.title.empty() ? "" : ": " + sheet.title));
  paper.blank();
  for (const std::string& one : sheet.about) paper.say(one);
  say_words(paper, sheet);
  say_lists(paper, sheet);
  paper.heading("Every figure, if you want it");
  for (const Table& table : sheet.tables) paper.table(table);
  say_course(paper, sheet);
  return paper.take();
}

}  // namespace attune::debrief
