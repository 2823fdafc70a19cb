#include "language/asks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "language/ask_phrases.h"

namespace attune::language {
namespace {

using Sentence = Wording::Sentence;
using Words = Spoken::Words;

constexpr std::size_t kBare = 3;  // words of a question that says nothing by itself

class Finder {
 public:
  explicit Finder(const Spoken& turn) : turn_(turn) {}

  AsksFound run() {
    Words raised;
    for (const Sentence& sentence : turn_.wording().sentences) {
      look(sentence);
      // "People who feel so sometimes think of suicide. Do you have thoughts like that?"
      const bool bare = sentence.last - sentence.first <= kBare;  // "Do you?"
      if (!raised.empty() && asks(sentence) && (bare || !find(refers_back(), sentence).empty())) {
        mark(found_.asks.about_suicide, "asks:about_suicide", raised);
        asks_plainly_ = true;
      }
      if (const Words topic = find(suicide_of_others(), sentence);
          !topic.empty() && find(not_suicide(), sentence).empty() &&
          !holds(sentence, {"i", "my", "he", "she", "his"}))
        raised = topic;
    }
    if (asks_plainly_) {
      found_.asks.leading = false;
      std::erase_if(found_.why, [](const auto& why) { return why.head == "asks:leading"; });
    }
    return std::move(found_);
  }

 private:
  Words find(const Patterns& patterns, const Sentence& sentence) const {
    return turn_.find(patterns, sentence);
  }

  bool holds(const Sentence& sentence, std::initializer_list<std::string_view> words) const {
    const auto& all = turn_.wording().words;
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return std::find(all.begin() + static_cast<std::ptrdiff_t>(sentence.first),
                       all.begin() + static_cast<std::ptrdiff_t>(sentence.last),
                       word) != all.begin() + static_cast<std::ptrdiff_t>(sentence.last);
    });
  }

  // About the one addressed: says "you", or names nobody.
  bool is_addressed(const Sentence& sentence) const {
    if (holds(sentence, {"you", "your", "yourself", "urself", "ur", "u"})) return true;
    return !holds(sentence,
                  {"i", "me", "he", "she", "they", "him", "her", "we", "us", "his", "myself"});
  }

  bool asks(const Sentence& sentence) const {
    return sentence.asks || !find(question_openings(), sentence).empty();
  }

  // Opens as a denial and asks for agreement: by a tag, its mark, or "tell me".
  bool leads(const Sentence& sentence) const {
    if (find(leading_openings(), sentence).empty()) return false;
    return ends_with_tag(sentence) || sentence.asks || holds(sentence, {"promise", "tell"});
  }

  void mark(bool& flag, const char* head, Words span) {
    if (flag) return;
    flag = true;
    const auto [start, end] = turn_.span(span);
    found_.why.push_back({head, start, end, 1});
  }

  void look(const Sentence& sentence) {
    const Words suicide = topic(suicide_topics(), not_suicide(), sentence);
    const Words safety = topic(safety_topics(), not_safety(), sentence);
    const bool leading = leads(sentence);
    const bool asked = leading || asks(sentence);
    const Words all{sentence.first, sentence.last};
    if (asked && !suicide.empty()) mark(found_.asks.about_suicide, "asks:about_suicide", suicide);
    if (asked && !safety.empty()) mark(found_.asks.about_safety, "asks:about_safety", safety);
    if (asked && !leading && !(suicide.empty() && safety.empty())) asks_plainly_ = true;
    const bool tagged = leading && (!suicide.empty() || !safety.empty() || ends_with_tag(sentence));
    if (tagged) mark(found_.asks.leading, "asks:leading", all);
    const Words permission = find(permissions(), sentence);
    if (!permission.empty()) mark(found_.asks.permission, "asks:permission", permission);
  }

  Words topic(const Patterns& topics, const Patterns& excluded, const Sentence& sentence) const {
    const Words span = find(topics, sentence);
    if (span.empty() || !is_addressed(sentence)) return {};
    return find(excluded, sentence).empty() ? span : Words{};
  }

  bool ends_with_tag(const Sentence& sentence) const {
    for (std::size_t at = sentence.first + 2; at < sentence.last; ++at) {
      if (leading_tags().furthest(turn_.wording(), sentence, at) == sentence.last) return true;
    }
    return false;
  }

  const Spoken& turn_;
  AsksFound found_;
  bool asks_plainly_ = false;  // of suicide or safety; that frees the turn of a leading one
};

}  // namespace

AsksFound find_asks(const Spoken& turn) {
  return Finder(turn).run();
}

AsksFound find_asks(const Tokens& tokens) {
  return find_asks(Spoken(tokens));
}

}  // namespace attune::language
