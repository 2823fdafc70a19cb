#include "base/markup.h"

#include <array>
#include <cstdio>

namespace attune::base {
namespace {

/// ` name="value"`, with the value as it is.
std::string attribute(std::string_view name, std::string_view value) {
  std::string out = " ";
  return out.append(name).append("=\"").append(value).append("\"");
}

std::string attribute(std::string_view name, double value) {
  return attribute(name, svg::number(value));
}

std::string class_of(std::string_view style) {
  return style.empty() ? "" : attribute("class", style);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else
      out += c;
  }
  return out;
}

std::string element(std::string_view tag, std::string_view text, std::string_view style) {
  const std::string name(tag);
  return "<" + name + class_of(style) + ">" + escaped(text) + "</" + name + ">\n";
}

std::string table_rows(const std::vector<std::string>& columns,
                       const std::vector<std::vector<std::string>>& rows) {
  std::string out = "<thead><tr>";
  for (const std::string& column : columns)
    out += column.empty() ? "<td></td>" : "<th scope=\"col\">" + escaped(column) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : rows) {
    out += "<tr><th scope=\"row\">" + escaped(row.front()) + "</th>";
    for (std::size_t i = 1; i < row.size(); ++i) out += "<td>" + escaped(row[i]) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody></table>\n";
}

std::string page_head(std::string_view title, std::string_view style) {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\">\n<title>" +
         escaped(title) + "</title>\n<style>" + std::string(style) +
         "</style>\n</head>\n<body>\n<main>\n";
}

namespace svg {

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

std::string line(Point from, Point to, std::string_view style) {
  return "<line" + class_of(style) + attribute("x1", from.x) + attribute("y1", from.y) +
         attribute("x2", to.x) + attribute("y2", to.y) + "/>\n";
}

std::string circle(Point middle, double radius, std::string_view style) {
  return "<circle" + class_of(style) + attribute("cx", middle.x) + attribute("cy", middle.y) +
         attribute("r", radius) + "/>\n";
}

std::string rect(Point corner, Point size, std::string_view style) {
  return "<rect" + class_of(style) + attribute("x", corner.x) + attribute("y", corner.y) +
         attribute("width", size.x) + attribute("height", size.y) + "/>\n";
}

std::string text(Point at, std::string_view words, std::string_view anchor,
                 std::string_view style) {
  return "<text" + attribute("x", at.x) + attribute("y", at.y) + attribute("text-anchor", anchor) +
         class_of(style) + ">" + escaped(words) + "</text>\n";
}

}  // namespace svg
}  // namespace attune::base
