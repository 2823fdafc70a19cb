#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trial/report.h"

namespace attune::trial {

struct File {
  std::string name, text;
};

/// Everything that a study has measured, of those who agreed and did not withdraw, as tables (CSV
/// and JSON lines, one record a line) with `codebook.md`. Accounts become P001, R01, talks T001, in
/// an order drawn by `seed`, which the caller takes fresh each time, so that two exports cannot be
/// joined person by person; times become days since the first person was enrolled. Words of talks
/// and of raters are in none of them. `conflict` while arms are closed to view.
[[nodiscard]] base::Result<std::vector<File>> export_files(const Source& source,
                                                           std::uint64_t seed);

/// A table whose cells are text or, where the column says so, numbers ("" for a missing one).
struct DataTable {
  struct Column {
    std::string name, about;
    bool number = false;
  };
  std::string name, about;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};
[[nodiscard]] std::string to_csv(const DataTable& table);
[[nodiscard]] std::string to_json_lines(const DataTable& table);

}  // namespace attune::trial
