#include "coach/written.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "base/draw.h"

namespace attune::coach {
namespace {

using conversation::Suggestion;

constexpr std::string_view kHead = "client\tline\tkind\tskill\tcue\ttext\twhy";
constexpr std::string_view kParts = " / ";
constexpr std::size_t kColumns = 7;
using Columns = std::array<std::string_view, kColumns>;
enum Column : std::size_t { kClient, kLine, kKind, kSkill, kCue, kText, kWhy };

std::uint64_t key_of(std::string_view client, std::string_view line) {
  return base::hash(std::string(client) + '\n' + std::string(line));
}

/// Cuts off what stands before `mark`, and the mark.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view first = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return first;
}

/// The next row; without a text where it has too few columns, or too many.
Columns next_row(std::string_view& rows) {
  std::string_view row = cut(rows, '\n');
  const auto tabs = static_cast<std::size_t>(std::ranges::count(row, '\t'));
  Columns columns{};
  if (tabs + 1 != kColumns) return columns;
  for (std::string_view& column : columns) column = cut(row, '\t');
  return columns;
}

Suggestion card_of(const Columns& row) {
  return {std::string(row[kKind]), std::string(row[kSkill]), std::string(row[kWhy]),
          std::string(row[kText]), std::string(row[kCue])};
}

/// What is wrong with the cards of a line; "" for nothing.
std::string fault_of(const std::array<Columns, kKinds>& rows) {
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const Columns& row = rows[kind];
    if (row[kText].empty() || row[kWhy].empty() || row[kLine].empty())
      return "a row needs its seven columns: " + std::string(kHead);
    if (row[kClient] != rows[0][kClient] || row[kLine] != rows[0][kLine])
      return "a line needs three cards, one after the other";
    if (row[kKind] != kKindNames[kind])
      return "this card is to be of the kind " + std::string(kKindNames[kind]);
    if (std::ranges::find(kCardSkills, row[kSkill]) == kCardSkills.end())
      return "there is no skill \"" + std::string(row[kSkill]) + "\"";
    if (row[kLine].find(row[kCue]) == row[kLine].npos || row[kCue].find(kParts) != kParts.npos)
      return "the cue must stand in one bubble of the line, word for word";
  }
  return "";
}

/// Where bubbles stand in a message.
std::vector<Range> bubbles(std::string_view message) {
  std::vector<Range> all;
  for (std::size_t at = 0; at <= message.size();) {
    const std::size_t end = std::min(message.find('\n', at), message.size());
    all.push_back({at, end});
    at = end + 1;
  }
  return all;
}

std::string in_one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    if (c == '\n')
      line += kParts;
    else
      line += c;
  }
  return line;
}

}  // namespace

base::Result<void> Written::take(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  files_.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  if (!stream) return base::fail(base::Code::not_found, "reading " + file.string() + " failed");
  std::string_view rest = files_.back();
  const auto place = [&] { return static_cast<std::uint32_t>(files_.back().size() - rest.size()); };
  const auto fail = [&](std::size_t line, const std::string& what) {
    return base::fail(base::Code::invalid,
                      file.string() + ":" + std::to_string(line) + ": " + what);
  };
  if (cut(rest, '\n') != kHead) return fail(1, "the first row must be: " + std::string(kHead));
  for (std::size_t line = 2; !rest.empty(); line += kKinds) {
    const Place here{static_cast<std::uint32_t>(files_.size() - 1), place()};
    std::array<Columns, kKinds> rows;
    for (Columns& row : rows) row = next_row(rest);
    if (const std::string fault = fault_of(rows); !fault.empty()) return fail(line, fault);
    places_[key_of(rows[0][kClient], rows[0][kLine])].push_back(here);
  }
  return {};
}

base::Result<Written> Written::load(const std::filesystem::path& folder) {
  Written written;
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  if (error)
    return base::fail(base::Code::not_found, "reading " + folder.string() + ": " + error.message());
  std::ranges::sort(files);
  for (const auto& file : files)
    if (auto taken = written.take(file); !taken) return tl::unexpected(taken.error());
  return written;
}

Written::For Written::read(Place place) const {
  std::string_view rest = std::string_view(files_[place.file]).substr(place.at);
  For found;
  for (Suggestion& card : found.cards) {
    const Columns row = next_row(rest);
    found.client = row[kClient];
    found.line = row[kLine];
    card = card_of(row);
  }
  return found;
}

std::optional<Written::Cards> Written::find(std::string_view client, std::string_view message,
                                            Range heavy, double draw) const {
  const auto all = bubbles(message);
  const std::vector<Place>* best = nullptr;
  std::pair<bool, std::size_t> most;  // whether it overlaps, and how long it is
  for (std::size_t first = 0; first < all.size(); ++first) {
    for (std::size_t last = first; last < all.size(); ++last) {
      const Range words{all[first].begin, all[last].end};
      const std::size_t size = words.end - words.begin;
      const auto found =
          places_.find(key_of(client, in_one_line(message.substr(words.begin, size))));
      const std::pair worth{overlap(words, heavy), size};
      if (found == places_.end() || (best != nullptr && worth <= most)) continue;
      best = &found->second;
      most = worth;
    }
  }
  const bool is_beside = heavy.begin < heavy.end && !most.first;
  if (best == nullptr || is_beside) return std::nullopt;
  return read((*best)[static_cast<std::size_t>(draw * static_cast<double>(best->size()))]).cards;
}

std::vector<Written::For> Written::all() const {
  std::vector<For> every;
  for (const auto& [key, places] : places_)
    for (const Place place : places) every.push_back(read(place));
  std::ranges::sort(every, {}, [](const For& one) { return std::tie(one.client, one.line); });
  return every;
}

}  // namespace attune::coach
