#pragma once

#include <compare>
#include <string>
#include <utility>

namespace attune::base {

/// A strong id: `Id<struct SessionTag>` and `Id<struct CaseTag>` do not mix.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  auto operator<=>(const Id&) const = default;

 private:
  std::string text_;
};

}  // namespace attune::base
