#include "language/table_file.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace attune::language {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class CsvParser {
 public:
  explicit CsvParser(const std::string& text) : text_(text) {}

  /// The row, from 1, in which a quote was opened and never closed; 0 when all were.
  [[nodiscard]] std::size_t open_quote() const { return quoted_ ? opened_ : 0; }

  std::vector<std::vector<std::string>> run() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (quoted_)
        i = take_quoted(i);
      else
        take_plain(text_[i]);
    }
    if (!field_.empty() || !row_.empty()) end_row();
    return std::move(rows_);
  }

 private:
  std::size_t take_quoted(std::size_t i) {
    if (text_[i] != '"') {
      field_ += text_[i];
    } else if (i + 1 < text_.size() && text_[i + 1] == '"') {
      field_ += '"';
      return i + 1;
    } else {
      quoted_ = false;
    }
    return i;
  }

  void take_plain(char c) {
    if (c == '"')
      open();
    else if (c == ',')
      end_field();
    else if (c == '\n')
      end_row();
    else if (c != '\r')
      field_ += c;
  }

  void open() {
    quoted_ = true;
    opened_ = rows_.size() + 1;
  }

  void end_field() {
    row_.push_back(std::move(field_));
    field_.clear();
  }

  void end_row() {
    end_field();
    rows_.push_back(std::move(row_));
    row_.clear();
  }

  const std::string& text_;
  std::string field_;
  std::vector<std::string> row_;
  std::vector<std::vector<std::string>> rows_;
  bool quoted_ = false;
  std::size_t opened_ = 0;
};

}  // namespace

base::Result<std::string> read_file(const std::filesystem::path& file) {
  // zlib reads a file that is not packed as it stands.
  gzFile in = gzopen(file.c_str(), "rb");
  if (in == nullptr) {
    return base::fail(base::Code::not_found, "reading " + file.string() + ": cannot open it");
  }
  std::string bytes;
  std::array<char, 1 << 16> block;
  int size = 0;
  while ((size = gzread(in, block.data(), block.size())) > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(size));
  }
  gzclose(in);
  if (size == 0) return bytes;
  return base::fail(base::Code::invalid, "reading " + file.string() + ": damaged or cut off");
}

base::Result<Table> Table::read_csv(const std::filesystem::path& file) {
  auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  return parse_csv(*std::move(text), file);
}

base::Result<Table> Table::parse_csv(std::string text, const std::filesystem::path& file) {
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  CsvParser parser(text);
  auto rows = parser.run();
  if (const std::size_t row = parser.open_quote(); row != 0)
    return base::fail(base::Code::invalid, "reading " + file.string() + ": row " +
                                               std::to_string(row) +
                                               " opens a quote that is never closed");
  return headed(std::move(rows), file);
}

base::Result<Table> Table::read_tsv(const std::filesystem::path& file) {
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    rows.emplace_back();
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      rows.back().push_back(line.substr(at, end - at));
      at = end + 1;
    }
    if (rows.back().size() != rows[0].size())
      return base::fail(base::Code::invalid,
                        "reading " + file.string() + ": row " + std::to_string(rows.size()) +
                            " has " + std::to_string(rows.back().size()) +
                            " columns, the first has " + std::to_string(rows[0].size()));
  }
  return headed(std::move(rows), file);
}

base::Result<Table> Table::headed(std::vector<std::vector<std::string>> rows,
                                  const std::filesystem::path& file) {
  if (rows.empty())
    return base::fail(base::Code::invalid, "reading " + file.string() + ": no header row");
  Table table;
  for (std::size_t i = 0; i < rows[0].size(); ++i) table.columns_[rows[0][i]] = i;
  rows.erase(rows.begin());
  table.rows_ = std::move(rows);
  return table;
}

const std::string& Table::at(std::size_t row, const std::string& column) const {
  static const std::string none;
  const auto found = columns_.find(column);
  if (found == columns_.end() || found->second >= rows_[row].size()) return none;
  return rows_[row][found->second];
}

}  // namespace attune::language
