#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace attune::language {

/// The bytes of a file; unpacked when its name ends in `.gz`.
[[nodiscard]] base::Result<std::string> read_file(const std::filesystem::path& file);

/// A table with a header row, as RFC 4180 has it: quoted fields may hold line ends and commas.
class Table {
 public:
  /// `invalid` when a quote is opened and never closed.
  [[nodiscard]] static base::Result<Table> read_csv(const std::filesystem::path& file);
  /// The same of a text that stands for the file.
  [[nodiscard]] static base::Result<Table> parse_csv(std::string text,
                                                     const std::filesystem::path& file);

  /// Tab-separated, nothing quoted; lines that begin with '#' are passed over.
  [[nodiscard]] static base::Result<Table> read_tsv(const std::filesystem::path& file);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  [[nodiscard]] bool has(const std::string& column) const { return columns_.contains(column); }

  /// The field of a row under a column's name; empty where there is none.
  [[nodiscard]] const std::string& at(std::size_t row, const std::string& column) const;

 private:
  [[nodiscard]] static base::Result<Table> headed(std::vector<std::vector<std::string>> rows,
                                                  const std::filesystem::path& file);

  std::map<std::string, std::size_t> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace attune::language
