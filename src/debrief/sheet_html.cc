#include <array>
#include <cctype>
#include <cstdio>

#include "base/markup.h"
#include "debrief/sheet.h"
#include "debrief/sheet_plot.h"
#include "debrief/sheet_style.h"

namespace attune::debrief {
namespace {

using base::element;
using base::escaped;
using conversation::Speaker;

std::string capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string reply_label(conversation::TurnNumber turn) {
  return turn == 0 ? "" : element("p", "Reply " + std::to_string(turn), "reply");
}

/// Writes one sheet; headings begin at `level`.
class Page {
 public:
  Page(const Sheet& sheet, int level, std::string id)
      : sheet_(sheet), level_(level), id_(std::move(id)) {}

  std::string write();

 private:
  std::string heading(int deeper, const std::string& text, const std::string& style) {
    return element("h" + std::to_string(level_ + deeper), text, style);
  }
  std::string part(const std::string& title, const std::string& body,
                   const std::string& style = "") {
    return "<section class=\"part" + (style.empty() ? "" : " " + style) + "\">\n" +
           heading(1, title, "head") + body + "</section>\n";
  }
  std::string quoted(const Quote& quote);
  std::string table(const Table& table, bool with_caption);
  std::string safety();
  std::string worked();
  std::string moments();
  std::string unsaid();
  std::string lists();
  std::string course();
  std::string figures();
  std::string transcript();

  const Sheet& sheet_;
  int level_;
  std::string id_;
};

std::string Page::quoted(const Quote& quote) {
  std::string out = "<dl class=\"quoted\">\n";
  const auto said = [&](const std::string& who, const std::string& words, const char* style) {
    if (!words.empty()) out += element("dt", who) + element("dd", words, style);
  };
  said(capital(sheet_.client), quote.client, "");
  said("You", quote.reply, "own");
  said("What came back", quote.answer, "");
  return out + "</dl>\n";
}

std::string Page::table(const Table& table, bool with_caption) {
  std::string out = "<table>\n";
  if (with_caption) out += element("caption", table.title);
  return out + base::table_rows(table.columns, table.rows);
}

std::string Page::safety() {
  if (sheet_.safety.empty()) return "";
  std::string body;
  for (const SafetyPoint& point : sheet_.safety)
    body += "<div>" + reply_label(point.turn) + element("p", point.text) + "</div>\n";
  return part("First, about safety", body, "safety");
}

std::string Page::worked() {
  std::string body;
  for (const Worked& one : sheet_.worked)
    body += "<div class=\"card\">\n" + reply_label(one.quote.turn) + quoted(one.quote) +
            element("p", one.why, "why") + "</div>\n";
  return body.empty() ? "" : part("What worked", body);
}

std::string Page::moments() {
  std::string body;
  for (const Moment& one : sheet_.moments)
    body += "<div class=\"card\">\n<div>" + reply_label(one.quote.turn) +
            heading(2, one.title, "item") + "</div>\n" + quoted(one.quote) +
            element("p", one.beneath, "why") + "<dl class=\"more\">\n" +
            element("dt", "One way among others") + element("dd", one.another_way) +
            "</dl></div>\n";
  if (body.empty()) return "";
  return part(sheet_.moments.size() > 1 ? "Moments to look at again" : "A moment to look at again",
              body);
}

std::string Page::unsaid() {
  std::string body;
  if (!sheet_.note.empty()) body += element("p", sheet_.note, "letter");
  for (const std::string& one : sheet_.unsaid) body += element("p", one);
  return body.empty() ? "" : part(unsaid_heading(sheet_), body);
}

std::string Page::lists() {
  std::string out, body;
  for (const conversation::Nudged& nudge : sheet_.nudges)
    body += "<li>" + reply_label(nudge.turn) + element("p", nudge.text) + "</li>\n";
  if (!body.empty()) out += part("Remarks along the way", "<ol class=\"list\">" + body + "</ol>\n");
  Table steps{"", "", {"step", "stands", "reply"}, {}};
  for (const ProtocolLine& line : sheet_.protocol)
    steps.rows.push_back({line.title, line.state, line.turn == 0 ? "" : std::to_string(line.turn)});
  if (!steps.rows.empty()) out += part("Steps of the protocol", table(steps, false));
  return out;
}

std::string Page::course() {
  if (sheet_.course.empty()) return "";
  Table rows{"Turn by turn", "", {"turn", "who", "valence", "words", "reads as"}, {}};
  for (const CoursePoint& point : sheet_.course) {
    std::array<char, 16> value{};
    std::snprintf(value.data(), value.size(), "%+.2f", point.valence);
    rows.rows.push_back({std::to_string(point.turn),
                         point.speaker == Speaker::client ? sheet_.client : "you", value.data(),
                         std::to_string(point.words), point.reads});
  }
  return part("How the words read",
              element("p", sheet_.course_note, "soft small") +
                  "<div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"Plot\">\n" +
                  course_plot(sheet_, id_) +
                  "</div>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
                  "aria-label=\"The same as a table\">\n" +
                  table(rows, true) + "</div>\n");
}

std::string Page::figures() {
  std::string body;
  for (const Table& one : sheet_.tables)
    body += "<div class=\"figure\">\n" + table(one, true) +
            (one.note.empty() ? "" : element("p", one.note, "soft small")) + "</div>\n";
  return body.empty() ? "" : part("Every figure, if you want it", body);
}

std::string Page::transcript() {
  std::string body;
  for (const CoursePoint& point : sheet_.course) {
    const bool own = point.speaker == Speaker::supporter;
    const std::string who =
        own ? "You, reply " + std::to_string(point.turn) : capital(sheet_.client);
    body += std::string(own ? "<li class=\"own\">" : "<li>") + "<span class=\"reply\">" +
            escaped(who) + "</span>" + escaped(point.text) + "</li>\n";
  }
  return body.empty() ? "" : part("The whole talk", "<ol class=\"turns\">\n" + body + "</ol>\n");
}

std::string Page::write() {
  std::string out = "<article id=\"" + id_ + "\">\n<header>\n";
  out += element("p", "Attune · talk " + sheet_.id, "brand");
  out += heading(0, sheet_.title.empty() ? "Debrief" : capital(sheet_.title), "name");
  for (const std::string& one : sheet_.about) out += element("p", one, "soft small");
  out += "</header>\n";
  out += safety() + worked() + moments() + unsaid();
  out += part("One thing for next time", element("p", sheet_.next), "next");
  return out + lists() + course() + figures() + transcript() + "</article>\n";
}

}  // namespace

std::string as_html(std::span<const Sheet> sheets) {
  std::string out = base::page_head("Debrief", page_style());
  const bool several = sheets.size() > 1;
  if (several) {
    out += element("h1", "Debriefs of " + std::to_string(sheets.size()) + " talks") +
           "<nav aria-label=\"Talks\"><ol class=\"list\">\n";
    for (std::size_t i = 0; i < sheets.size(); ++i)
      out += "<li><a href=\"#talk-" + std::to_string(i + 1) + "\">" + escaped(sheets[i].id) +
             (sheets[i].title.empty() ? "" : ": " + escaped(sheets[i].title)) + "</a></li>\n";
    out += "</ol></nav>\n";
  }
  for (std::size_t i = 0; i < sheets.size(); ++i)
    out += Page(sheets[i], several ? 2 : 1, "talk-" + std::to_string(i + 1)).write();
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace attune::debrief
