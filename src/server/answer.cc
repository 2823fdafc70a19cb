#include <atomic>
#include <utility>

#include "server/http.h"
#include "server/status.h"

namespace attune::server {

struct Answer::Way {
  explicit Way(std::function<void(Response)> a_to) : to(std::move(a_to)) {}
  Way(const Way&) = delete;
  Way& operator=(const Way&) = delete;
  ~Way() {
    if (!called) to(refusal({base::Code::internal, "the server could not finish; try again"}));
  }
  std::function<void(Response)> to;
  std::atomic<bool> called = false;
};

Answer::Answer(std::function<void(Response)> to) : way_(std::make_shared<Way>(std::move(to))) {}

void Answer::operator()(Response response) const {
  if (!way_->called.exchange(true)) way_->to(std::move(response));
}

}  // namespace attune::server
