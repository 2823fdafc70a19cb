#include "llm/transfers.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <curl/curl.h>

#include "base/result.h"

namespace attune::llm {
namespace {

/// curl wants to be set up once a process.
void set_up() {
  static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
  base::expects(done == CURLE_OK);
}

Transfers::Break meaning(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return Transfers::Break::none;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:  // no other time limit is set than that of connecting
      return Transfers::Break::refused;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
      return Transfers::Break::insecure;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
      return Transfers::Break::no_http;
    default:
      return Transfers::Break::lost;
  }
}

template <class Value>
Value told(CURL* easy, CURLINFO what) {
  Value value{};
  curl_easy_getinfo(easy, what, &value);
  return value;
}

}  // namespace

struct Transfers::Curl {
  CURLM* multi = curl_multi_init();
};

struct Transfers::Transfer {
  CURL* easy = curl_easy_init();
  curl_slist* headers = nullptr;
  Handler handler;
  CURLM* multi = nullptr;

  ~Transfer() {
    curl_multi_remove_handle(multi, easy);
    curl_easy_cleanup(easy);
    curl_slist_free_all(headers);
  }

  static std::size_t take(char* bytes, std::size_t, std::size_t size, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    const auto status = told<long>(transfer.easy, CURLINFO_RESPONSE_CODE);
    return transfer.handler.received(status, {bytes, size}) ? size : 0;
  }

  [[nodiscard]] End end(CURLcode code) const {
    return {.broke = meaning(code),
            .status = told<long>(easy, CURLINFO_RESPONSE_CODE),
            .retry_after = std::chrono::seconds(
                std::clamp<curl_off_t>(told<curl_off_t>(easy, CURLINFO_RETRY_AFTER), 0, 1'000'000)),
            .sent = static_cast<std::size_t>(told<curl_off_t>(easy, CURLINFO_SIZE_UPLOAD_T))};
  }
};

Transfers::Transfers() {
  set_up();
  curl_ = std::make_unique<Curl>();
  base::expects(curl_->multi != nullptr);
}

Transfers::~Transfers() {
  under_way_.clear();
  curl_multi_cleanup(curl_->multi);
}

Transfers::Id Transfers::start(const Request& request, Handler handler) {
  auto transfer = std::make_unique<Transfer>();
  CURL* easy = transfer->easy;
  base::expects(easy != nullptr);
  transfer->multi = curl_->multi;
  transfer->handler = std::move(handler);
  // No "Expect: 100-continue": it costs a round trip, and some servers never answer it.
  transfer->headers = curl_slist_append(nullptr, "Expect:");
  for (const std::string& header : request.headers)
    transfer->headers = curl_slist_append(transfer->headers, header.c_str());
  curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect.count()));
  if (request.direct) curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  // Else a request that is stopped while its host is looked up would stop this thread with it.
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::take);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer.get());
  const Id id = ++last_;
  curl_easy_setopt(easy, CURLOPT_PRIVATE, reinterpret_cast<void*>(id));
  base::expects(curl_multi_add_handle(curl_->multi, easy) == CURLM_OK);
  under_way_.emplace(id, std::move(transfer));
  return id;
}

Transfers::End Transfers::stop(Id id) {
  const auto found = under_way_.find(id);
  if (found == under_way_.end()) return {};
  const End end = found->second->end(CURLE_OK);
  under_way_.erase(found);
  return end;
}

void Transfers::wait(std::chrono::milliseconds most) {
  const auto limit = std::clamp<std::int64_t>(most.count(), 0, std::numeric_limits<int>::max());
  curl_multi_poll(curl_->multi, nullptr, 0, static_cast<int>(limit), nullptr);
}

void Transfers::wake() {
  curl_multi_wakeup(curl_->multi);
}

void Transfers::perform() {
  int running = 0;
  curl_multi_perform(curl_->multi, &running);
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(curl_->multi, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const Id id = reinterpret_cast<Id>(told<void*>(message->easy_handle, CURLINFO_PRIVATE));
    auto transfer = under_way_.extract(id);
    if (transfer.empty()) continue;
    const End end = transfer.mapped()->end(message->data.result);
    const auto ended = std::move(transfer.mapped()->handler.ended);
    transfer.mapped().reset();  // its connection is free for what `ended` may start
    ended(end);
  }
}

}  // namespace attune::llm
