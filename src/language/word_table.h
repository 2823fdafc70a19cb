#pragma once

#include <bitset>
#include <initializer_list>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace attune::language {

/// A short fixed list of words, and what each stands for. Most words are not in it: they are turned
/// away by their length and ends, before anything is hashed. The words are views, and must outlive
/// the table. Immutable, so thread-safe.
class WordTable {
 public:
  using Entry = std::pair<std::string_view, std::string_view>;

  explicit WordTable(std::span<const Entry> entries) {
    for (const auto& [word, meant] : entries) add(word, meant);
  }
  /// Words that stand for themselves.
  explicit WordTable(std::span<const std::string_view> words) {
    for (const std::string_view word : words) add(word, word);
  }

  /// What the word stands for; null where it is not in the list.
  [[nodiscard]] const std::string_view* find(std::string_view word) const {
    if (word.empty() || !ends_[ends_of(word)]) return nullptr;
    const auto found = entries_.find(word);
    return found == entries_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }

 private:
  static constexpr std::size_t kEnds = 4096;
  static std::size_t ends_of(std::string_view word) {
    const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(word[at]) % 32U; };
    const std::size_t last = word.size() - 1;
    return (letter(0) + 32 * letter(last) + 1024 * (letter(last / 2) % 4) + 97 * last) % kEnds;
  }
  void add(std::string_view word, std::string_view meant) {
    entries_.emplace(word, meant);
    ends_.set(ends_of(word));
  }

  std::bitset<kEnds> ends_;
  std::unordered_map<std::string_view, std::string_view> entries_;
};

}  // namespace attune::language
