#include <set>
#include <utility>

#include "corpus/formats.h"
#include "language/table_file.h"

namespace attune::corpus {
namespace {

std::string first_of(const language::Table& table, std::size_t row, const auto& columns) {
  for (const char* column : columns)
    if (const std::string& words = table.at(row, column); !words.empty()) return words;
  return "";
}

bool has_one(const language::Table& table, const auto& columns) {
  for (const char* column : columns)
    if (table.has(column)) return true;
  return false;
}

}  // namespace

base::Result<void> scribe_table(const std::string& bytes, const std::string& file, Scribe& scribe) {
  const auto table = language::Table::parse_csv(bytes, file);
  if (!table) return tl::unexpected(table.error());
  if (!has_one(*table, kWho) || !has_one(*table, kWords))
    return base::fail(base::Code::invalid,
                      file +
                          " is no transcript: neither JSON, nor a table whose first row names the "
                          "columns speaker and text; docs/formats/transcript.md lists what can be "
                          "read");
  std::set<std::pair<std::string, std::string>> heard;
  std::string last;
  for (std::size_t row = 0; row < table->size(); ++row) {
    const std::string talk = first_of(*table, row, kTalk);
    if (!scribe.has_begun() || talk != last) scribe.begin(talk, first_of(*table, row, kTitle));
    last = talk;
    const std::string& utterance = table->at(row, "utterance_id");
    if (!utterance.empty() && !heard.insert({talk, utterance}).second) continue;
    scribe.say(first_of(*table, row, kWho), first_of(*table, row, kWords),
               "row " + std::to_string(row + 2));
  }
  return {};
}

}  // namespace attune::corpus
