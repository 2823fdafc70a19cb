#include "cli/talk_file.h"

#include <utility>

#include "corpus/formats.h"
#include "language/table_file.h"

namespace attune::cli {

using base::Code;

base::Result<std::vector<conversation::Event>> read_talk_file(const std::filesystem::path& file) {
  const auto bytes = language::read_file(file);
  if (!bytes) return base::fail(Code::not_found, "cannot read the talk " + file.string());
  auto logs = corpus::read_event_logs(*bytes, file.string());
  if (!logs) return tl::unexpected(logs.error());
  std::vector<conversation::Event> events = std::move(logs->front());
  if (std::get<conversation::Opened>(events.front().body).case_hash.empty())
    return base::fail(Code::invalid, file.string() +
                                         " was written before the talk had ended; end the talk, "
                                         "then write it again");
  return events;
}

}  // namespace attune::cli
