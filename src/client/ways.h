#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace attune::client {

/// Ways of asking the same, kept as one text, a line each: a case has tens of thousands.
class Ways {
 public:
  /// Blank lines, and blanks around a line, count nothing.
  explicit Ways(std::string_view lines = "");
  Ways(const std::vector<std::string>& ways);  // NOLINT(google-explicit-constructor)
  Ways(std::initializer_list<std::string_view> ways);

  class Iterator {
   public:
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    Iterator() = default;
    explicit Iterator(std::string_view rest) : rest_(rest) {}
    std::string_view operator*() const { return rest_.substr(0, rest_.find('\n')); }
    Iterator& operator++() {
      rest_.remove_prefix(rest_.find('\n') + 1);
      return *this;
    }
    Iterator operator++(int) {
      const Iterator here = *this;
      ++*this;
      return here;
    }
    bool operator==(const Iterator& other) const { return rest_.size() == other.rest_.size(); }

   private:
    std::string_view rest_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(text_); }
  [[nodiscard]] Iterator end() const { return {}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::string_view front() const { return *begin(); }
  void push_back(std::string_view way);
  void clear() { *this = Ways(); }

 private:
  std::string text_;  ///< each line ended
  std::size_t size_ = 0;
};

}  // namespace attune::client
