#include "server/pages.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include "base/draw.h"
#include "server/status.h"

namespace attune::server {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUnbuilt =
    "<!doctype html><meta charset=utf-8><title>Attune</title>"
    "<p>The page has not been built yet. Run <code>script/server</code>, or "
    "<code>script/build</code>, "
    "and load this address again.</p>";

std::string type_of(const fs::path& file) {
  static const std::map<std::string, std::string> types{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".txt", "text/plain; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
  };
  const auto found = types.find(file.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

/// The file under `web` that `path` names, links followed; empty when it is none or lies outside.
fs::path inside(const fs::path& web, const std::string& path) {
  if (path.find("/.") != std::string::npos || path.find('\\') != std::string::npos) return {};
  std::error_code error;
  const fs::path root = fs::canonical(web, error);
  if (error) return {};
  const fs::path file = fs::canonical(root / fs::path(path).relative_path(), error);
  if (error || !fs::is_regular_file(file, error)) return {};
  const fs::path within = file.lexically_relative(root);
  return within.empty() || *within.begin() == ".." ? fs::path() : file;
}

std::string tag_of(const std::string& body) {
  char digits[19];
  std::snprintf(digits, sizeof digits, "\"%016llx\"",
                static_cast<unsigned long long>(base::hash(body)));
  return digits;
}

}  // namespace

Response page_file(const fs::path& web, const Request& request) {
  fs::path file = inside(web, request.path);
  if (file.empty()) file = inside(web, "/index.html");
  if (file.empty()) return {.status = 503, .type = "text/html; charset=utf-8", .body = kUnbuilt};
  std::ifstream in(file, std::ios::binary);
  Response response{.type = type_of(file), .body = {std::istreambuf_iterator<char>(in), {}}};
  // Asked anew each time, so that a page built again is seen at once.
  response.headers = {{"Cache-Control", "no-cache"}, {"ETag", tag_of(response.body)}};
  const auto known = request.headers.find("if-none-match");
  if (known != request.headers.end() && known->second == response.headers.at("ETag")) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

void serve_page(Site& site, Request request, const Answer& answer) {
  if (request.method != Method::get) {
    return answer(refusal({base::Code::invalid, "a page can only be read"}));
  }
  const bool taken = site.services.workers.offer(
      [&site, request = std::move(request), answer] { answer(page_file(site.web, request)); });
  if (!taken) {
    answer(refusal(busy()));
  }
}

}  // namespace attune::server
