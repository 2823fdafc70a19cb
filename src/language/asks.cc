#include "language/asks.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/draw.h"
#include "language/ask_phrases.h"

namespace attune::language {
namespace {

// As typed in a hurry; the rest of the grammar knows the long forms.
std::string_view spelled_out(std::string_view form) {
  static constexpr auto kShort =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"considerin", "considering"},
                                                                    {"cuttin", "cutting"},
                                                                    {"doin", "doing"},
                                                                    {"dyin", "dying"},
                                                                    {"endin", "ending"},
                                                                    {"feelin", "feeling"},
                                                                    {"gettin", "getting"},
                                                                    {"goin", "going"},
                                                                    {"harmin", "harming"},
                                                                    {"havin", "having"},
                                                                    {"hurtin", "hurting"},
                                                                    {"keepin", "keeping"},
                                                                    {"killin", "killing"},
                                                                    {"livin", "living"},
                                                                    {"meanin", "meaning"},
                                                                    {"plannin", "planning"},
                                                                    {"r", "are"},
                                                                    {"sayin", "saying"},
                                                                    {"takin", "taking"},
                                                                    {"talkin", "talking"},
                                                                    {"tellin", "telling"},
                                                                    {"thinkin", "thinking"},
                                                                    {"tryin", "trying"},
                                                                    {"u", "you"},
                                                                    {"ur", "your"},
                                                                    {"urself", "yourself"},
                                                                    {"wakin", "waking"},
                                                                    {"wantin", "wanting"},
                                                                    {"yourslef", "yourself"}});
  const auto found = std::ranges::lower_bound(
      kShort, form, {}, &std::pair<std::string_view, std::string_view>::first);
  return found != kShort.end() && found->first == form ? found->second : form;
}

struct Span {
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] bool empty() const { return first == last; }
};

// A turn as words with contractions opened; each knows the token that it came from.
class Turn {
 public:
  explicit Turn(const Tokens& tokens) : tokens_(tokens) {
    for (std::size_t i = 0; i < tokens.list.size(); ++i) take(i);
    close(false);
  }

  [[nodiscard]] const Wording& wording() const { return wording_; }

  // Code points of the tokens behind words [first, last).
  [[nodiscard]] conversation::Evidence evidence(const char* head, Span span) const {
    return {head, tokens_.list[origin_[span.first]].start, tokens_.list[origin_[span.last - 1]].end,
            1};
  }

 private:
  void take(std::size_t i) {
    const auto form = tokens_.form(tokens_.list[i]);
    if (tokens_.list[i].kind == Token::Kind::mark) {
      if (form == "?" || form == "." || form == "!" || form == ";") close(form == "?");
      return;
    }
    if (tokens_.list[i].kind != Token::Kind::symbol) open_contraction(form, i);
  }

  void open_contraction(std::string_view form, std::size_t i) {
    if (form == "gonna") return push("going", i), push("to", i);
    if (form == "wanna") return push("want", i), push("to", i);
    if (form == "can't" || form == "cannot") return push("can", i), push("not", i);
    if (form == "won't") return push("will", i), push("not", i);
    if (form.size() > 3 && form.ends_with("n't")) {
      push(form.substr(0, form.size() - 3), i);
      return push("not", i);
    }
    const std::size_t cut = form.find('\'');
    push(form.substr(0, cut), i);
    if (cut == form.npos) return;
    const auto ending = form.substr(cut);
    if (ending == "'re") push("are", i);
    if (ending == "'m") push("am", i);
    if (ending == "'s") push("is", i);
    if (ending == "'ve") push("have", i);
    if (ending == "'ll") push("will", i);
    if (ending == "'d") push("would", i);
  }

  void push(std::string_view form, std::size_t i) {
    const std::string_view word = spelled_out(form);
    wording_.words.emplace_back(word);
    wording_.keys.push_back(base::hash(word));
    origin_.push_back(i);
  }

  void close(bool mark) {
    const std::size_t first = wording_.sentences.empty() ? 0 : wording_.sentences.back().last;
    if (first == wording_.words.size()) return;
    wording_.sentences.push_back(
        {first, wording_.words.size(), mark, false, past_fillers(wording_.words, first)});
  }

  const Tokens& tokens_;
  Wording wording_;
  std::vector<std::size_t> origin_;
};

using Sentence = Wording::Sentence;

constexpr std::size_t kBare = 3;  // words of a question that says nothing by itself

class Finder {
 public:
  explicit Finder(const Tokens& tokens) : turn_(tokens) {}

  AsksFound run() {
    Span raised;
    for (const Sentence& sentence : turn_.wording().sentences) {
      look(sentence);
      // "People who feel so sometimes think of suicide. Do you have thoughts like that?"
      const bool bare = sentence.last - sentence.first <= kBare;  // "Do you?"
      if (!raised.empty() && asks(sentence) && (bare || !find(refers_back(), sentence).empty())) {
        mark(found_.asks.about_suicide, "asks:about_suicide", raised);
        asks_plainly_ = true;
      }
      if (const Span topic = find(suicide_of_others(), sentence);
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
  Span find(const Patterns& patterns, const Sentence& sentence) const {
    for (std::size_t at = sentence.first; at < sentence.last; ++at) {
      const std::size_t end = patterns.furthest(turn_.wording(), sentence, at);
      if (end > at) return {at, end};
    }
    return {};
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

  void mark(bool& flag, const char* head, Span span) {
    if (flag) return;
    flag = true;
    found_.why.push_back(turn_.evidence(head, span));
  }

  void look(const Sentence& sentence) {
    const Span suicide = topic(suicide_topics(), not_suicide(), sentence);
    const Span safety = topic(safety_topics(), not_safety(), sentence);
    const bool leading = leads(sentence);
    const bool asked = leading || asks(sentence);
    const Span all{sentence.first, sentence.last};
    if (asked && !suicide.empty()) mark(found_.asks.about_suicide, "asks:about_suicide", suicide);
    if (asked && !safety.empty()) mark(found_.asks.about_safety, "asks:about_safety", safety);
    if (asked && !leading && !(suicide.empty() && safety.empty())) asks_plainly_ = true;
    const bool tagged = leading && (!suicide.empty() || !safety.empty() || ends_with_tag(sentence));
    if (tagged) mark(found_.asks.leading, "asks:leading", all);
    const Span permission = find(permissions(), sentence);
    if (!permission.empty()) mark(found_.asks.permission, "asks:permission", permission);
  }

  Span topic(const Patterns& topics, const Patterns& excluded, const Sentence& sentence) const {
    const Span span = find(topics, sentence);
    if (span.empty() || !is_addressed(sentence)) return {};
    return find(excluded, sentence).empty() ? span : Span{};
  }

  bool ends_with_tag(const Sentence& sentence) const {
    for (std::size_t at = sentence.first + 2; at < sentence.last; ++at) {
      if (leading_tags().furthest(turn_.wording(), sentence, at) == sentence.last) return true;
    }
    return false;
  }

  Turn turn_;
  AsksFound found_;
  bool asks_plainly_ = false;  // of suicide or safety; that frees the turn of a leading one
};

}  // namespace

AsksFound find_asks(const Tokens& tokens) {
  return Finder(tokens).run();
}

}  // namespace attune::language
