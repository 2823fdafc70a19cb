#include "llm/models.h"

#include <set>

#include "llm/loop.h"

namespace attune::llm {

class Models::Model : public ChatModel {
 public:
  Model(Loop& loop, std::size_t lane) : loop_(loop), lane_(lane) {}

  Ticket ask(Prompt prompt, Listener listener) override {
    return loop_.ask(lane_, std::move(prompt), std::move(listener));
  }

 private:
  Loop& loop_;
  const std::size_t lane_;
};

base::Result<std::unique_ptr<Models>> Models::open(std::vector<Endpoint> endpoints, Ledger& ledger,
                                                   Options options) {
  std::set<std::string> names;
  for (const Endpoint& endpoint : endpoints) {
    if (auto fit = check(endpoint); !fit) return tl::unexpected(fit.error());
    if (!names.insert(endpoint.name).second)
      return base::fail(base::Code::invalid,
                        "two language models are named '" + endpoint.name + "'; rename one");
  }
  return std::unique_ptr<Models>(new Models(std::move(endpoints), ledger, options));
}

Models::Models(std::vector<Endpoint> endpoints, Ledger& ledger, Options options)
    : outbound_(options.outbound) {
  const std::size_t count = endpoints.size();
  loop_ = std::make_unique<Loop>(std::move(endpoints), ledger, options);
  for (std::size_t lane = 0; lane < count; ++lane)
    models_.push_back(std::make_unique<Model>(*loop_, lane));
}

Models::~Models() = default;

ChatModel* Models::find(std::string_view name) {
  const auto standings = loop_->standings();
  for (std::size_t lane = 0; lane < models_.size(); ++lane)
    if (standings[lane].name == name) return models_[lane].get();
  return nullptr;
}

std::vector<Standing> Models::standings() const {
  return loop_->standings();
}

}  // namespace attune::llm
