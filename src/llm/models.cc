#include "llm/models.h"

#include <set>

#include "llm/loop.h"

namespace attune::llm {

class Models::Model : public ChatModel {
 public:
  Model(Loop& loop, std::size_t lane, std::string name)
      : loop_(loop), lane_(lane), name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const { return name_; }

  Ticket ask(Prompt prompt, Listener listener) override {
    return loop_.ask(lane_, std::move(prompt), std::move(listener));
  }

 private:
  Loop& loop_;
  const std::size_t lane_;
  const std::string name_;
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
  return std::unique_ptr<Models>(new Models(endpoints, ledger, options));
}

Models::Models(const std::vector<Endpoint>& endpoints, Ledger& ledger, Options options)
    : outbound_(options.outbound) {
  loop_ = std::make_unique<Loop>(endpoints, ledger, options);
  for (std::size_t lane = 0; lane < endpoints.size(); ++lane)
    models_.push_back(std::make_unique<Model>(*loop_, lane, endpoints[lane].name));
}

Models::~Models() = default;

ChatModel* Models::find(std::string_view name) {
  for (const auto& model : models_)
    if (model->name() == name) return model.get();
  return nullptr;
}

std::vector<Standing> Models::standings() const {
  return loop_->standings();
}

}  // namespace attune::llm
