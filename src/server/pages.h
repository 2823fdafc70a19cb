#pragma once

#include "server/site.h"

namespace attune::server {

/// A file of the page; whatever is not there is the page itself, which knows its own addresses.
void serve_page(Site& site, Request request, const Answer& answer);

/// The response for `path` under the folder `web`. Nothing outside the folder is ever read.
[[nodiscard]] Response page_file(const std::filesystem::path& web, const Request& request);

}  // namespace attune::server
