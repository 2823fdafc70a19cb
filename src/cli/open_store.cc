#include "cli/open_store.h"

#include "cli/serve.h"

namespace attune::cli {

base::Result<std::unique_ptr<store::SqliteLog>> open_store(const std::filesystem::path& wish,
                                                           std::string_view instead) {
  const auto data = data_folder(wish);
  if (!data) return tl::unexpected(data.error());
  auto log = store::SqliteLog::open(*data, {});
  if (log || log.error().code != base::Code::conflict) return log;
  return base::fail(base::Code::conflict, "the server is running with " + data->string() + ": " +
                                              std::string(instead) +
                                              ", or stop it, run this again, and start it again");
}

}  // namespace attune::cli
