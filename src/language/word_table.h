#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace attune::language {

/// A short fixed list of words, and what each stands for. Most words are not in it: they are turned
/// away by their length and ends, before anything is hashed. The words are views, and must outlive
/// the table. Immutable, so thread-safe.
class WordTable {
 public:
  using Entry = std::pair<std::string_view, std::string_view>;

  explicit WordTable(std::span<const Entry> entries) : WordTable(entries.size()) {
    for (const auto& [word, meant] : entries) add(word, meant);
  }
  /// Words that stand for themselves.
  explicit WordTable(std::span<const std::string_view> words) : WordTable(words.size()) {
    for (const std::string_view word : words) add(word, word);
  }

  /// What the word stands for; null where it is not in the list.
  [[nodiscard]] const std::string_view* find(std::string_view word) const {
    if (word.empty()) return nullptr;
    const std::size_t ends = ends_of(word);
    if ((ends_[ends / 64] >> (ends % 64) & 1U) == 0) return nullptr;
    const auto found = entries_.find(word);
    return found == entries_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }

 private:
  explicit WordTable(std::size_t words)
      : ends_(std::bit_ceil(std::max<std::size_t>(kLeastEnds, kEndsEach * words)) / 64) {}

  static constexpr std::size_t kLeastEnds = 4096, kEndsEach = 16;
  [[nodiscard]] std::size_t ends_of(std::string_view word) const {
    const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(word[at]) % 32U; };
    const std::size_t last = word.size() - 1;
    const std::size_t letters =
        letter(0) + 32 * letter(last) + 1024 * letter(last / 2) + 32768 * letter(last / 4);
    return (letters + 97 * last) & (64 * ends_.size() - 1);
  }
  void add(std::string_view word, std::string_view meant) {
    entries_.emplace(word, meant);
    const std::size_t ends = ends_of(word);
    ends_[ends / 64] |= std::uint64_t{1} << (ends % 64);
  }

  std::vector<std::uint64_t> ends_;  ///< bits by the ends of words; as many as a power of two
  std::unordered_map<std::string_view, std::string_view> entries_;
};

/// The words of a list parted by single blanks, which must outlive it.
class WordList {
 public:
  explicit WordList(std::string_view list) : table_(parts(list)) {}
  [[nodiscard]] bool contains(std::string_view word) const { return table_.contains(word); }

 private:
  static std::vector<std::string_view> parts(std::string_view list) {
    std::vector<std::string_view> all;
    for (std::size_t end = 0; !list.empty(); list.remove_prefix(std::min(end + 1, list.size()))) {
      end = std::min(list.find(' '), list.size());
      all.push_back(list.substr(0, end));
    }
    return all;
  }

  WordTable table_;
};

}  // namespace attune::language
