#include "coach/compose.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <initializer_list>
#include <iterator>
#include <map>
#include <numeric>
#include <span>
#include <unordered_set>
#include <utility>

#include "base/draw.h"
#include "coach/check.h"
#include "coach/plain_words.h"

namespace attune::coach {
namespace {

constexpr std::string_view kBlank = "[";
// Words of a phrase that may follow what was said; our choice: the card stays short.
constexpr std::ptrdiff_t kLongestEchoing = 9;

bool ends_with_mark(std::string_view text) {
  return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?');
}

std::string replaced(std::string text, std::string_view slot, std::string_view filling) {
  for (std::size_t at; (at = text.find(slot)) != text.npos;) {
    const bool opens =
        at == 0 || (at >= 2 && text[at - 1] == ' ' && ends_with_mark(text.substr(0, at - 1)));
    std::string put(filling);
    if (opens && put.front() >= 'a' && put.front() <= 'z')
      put.front() = static_cast<char>(put.front() - 32);
    text.replace(at, slot.size(), put);
  }
  return text;
}

// A clause that goes on after a comma must be short and have no comma itself.
bool clause_fits(const std::string& phrase, std::string_view slot, const TurnedAround& you) {
  if (!you.own) return false;
  if (slot == "{now}" && you.tense != Tense::now) return false;
  if (slot == "{then}" && you.tense != Tense::then) return false;
  const bool goes_on = phrase.find(std::string(slot) + ",") != phrase.npos;
  const auto words = std::count(you.text.begin(), you.text.end(), ' ') + 1;
  return !goes_on || (you.text.find(',') == you.text.npos && words <= 9);
}

Filling filled(const Filling& in, std::string_view slot, const Filling& filling) {
  const bool keeps = !in.from.words.empty() && (in.from.heavy || !filling.from.heavy);
  return {replaced(in.text, slot, filling.text), keeps ? in.from : filling.from};
}

// Puts each filling into each text that has the slot.
void put(std::vector<Filling>& texts, std::string_view slot, const std::vector<Filling>& fillings) {
  const auto lacks = [&](const Filling& one) {
    const std::size_t open = one.text.find('{');
    return open == std::string::npos || one.text.find(slot, open) == std::string::npos;
  };
  if (std::ranges::all_of(texts, lacks)) return;
  std::vector<Filling> all;
  for (const Filling& one : texts) {
    if (lacks(one))
      all.push_back(one);
    else
      for (const Filling& filling : fillings) all.push_back(filled(one, slot, filling));
  }
  texts = std::move(all);
}

std::vector<Filling> plain(const std::vector<std::string>& texts) {
  std::vector<Filling> all;
  for (const std::string& text : texts) all.push_back({text, {}});
  return all;
}

// What a phrase takes from the client. Two cards of one turn seldom take alike.
enum class Takes { nothing, clause, quote, feeling, mention };

Takes takes(const std::string& phrase) {
  if (phrase.find('{') == phrase.npos) return Takes::nothing;  // most, and quickly told
  const auto holds = [&](std::initializer_list<const char*> slots) {
    return std::any_of(slots.begin(), slots.end(),
                       [&](const char* slot) { return phrase.find(slot) != phrase.npos; });
  };
  if (holds({"{you}", "{now}", "{then}"})) return Takes::clause;
  if (holds({"{words}"})) return Takes::quote;
  if (holds({"{feeling}", "{seems}", "{joy}"})) return Takes::feeling;
  return holds({"{who}", "{thing}"}) ? Takes::mention : Takes::nothing;
}

// Whether `text` could have come from `phrase`: what stands around its slots is there.
bool came_from(std::string_view text, const std::string& phrase) {
  const std::size_t open = phrase.find('{');
  if (open == phrase.npos)  // by itself, or after what was said
    return text.ends_with(std::string_view(phrase).substr(1)) &&
           (text.ends_with(phrase) || text.find("\u201d: ") != text.npos);
  const std::size_t close = phrase.rfind('}') + 1;
  const std::string_view head = std::string_view(phrase).substr(0, open);
  const std::string_view tail = std::string_view(phrase).substr(close);
  return text.size() >= head.size() + tail.size() && text.starts_with(head) && text.ends_with(tail);
}

// The last eight bytes of a text, by which most that did not come from a phrase are told at once; 0
// for a shorter one.
std::uint64_t ending(std::string_view text) {
  std::uint64_t bytes = 0;
  if (text.size() >= sizeof bytes)
    text.copy(reinterpret_cast<char*>(&bytes), sizeof bytes, text.size() - sizeof bytes);
  return bytes;
}

// Every three words in a row, hashed; letters and apostrophes make a word, and case is nothing.
std::vector<std::uint64_t> threes(std::string_view text) {
  std::array<std::uint64_t, 3> last{};
  std::vector<std::uint64_t> all;
  all.reserve(text.size() / 4);  // letters of a word, at least on the whole
  std::size_t words = 0;
  bool within = false;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
    if (letter) {
      if (!within) last = {last[1], last[2], 0};
      last[2] = (last[2] + static_cast<unsigned char>(c | 0x20)) * 0x9E3779B97F4A7C15U;
    } else if (within && ++words >= last.size()) {
      all.push_back(last[0] ^ std::rotl(last[1], 21) ^ std::rotl(last[2], 42));
    }
    within = letter;
  }
  return all;
}

/// What a card holds of the client's, and whether that goes before the phrase or stands in it.
struct Shape {
  Takes takes = Takes::nothing;
  bool echoes = false;
  bool operator==(const Shape&) const = default;
};

bool says_again(const Shape& shape) {
  return shape.takes == Takes::clause || shape.takes == Takes::quote;
}

// Of a filled phrase that takes so, or an echoed one.
Shape shape_of(const std::string& phrase, Takes taken, const std::string& text) {
  if (taken != Takes::nothing || phrase.find('{') != phrase.npos || text == phrase)
    return {taken, false};
  return {text.starts_with("\u201c") ? Takes::quote : Takes::clause, true};
}

// A phrase that goes on after a colon.
std::string lowered(const std::string& phrase) {
  const bool is_name = phrase.starts_with("I ") || phrase.starts_with("I'");
  std::string text = phrase;
  if (!is_name) text.front() = static_cast<char>(text.front() | 0x20);
  return text;
}

std::string capitalized(std::string text) {
  if (text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 32);
  return text;
}

// What was said, as a sentence, and then the phrase: "Nobody says it anymore. What did you hope
// for?"
bool can_echo(const std::string& phrase, Takes taken, const Lender& lender) {
  return lender.situation->echo && taken == Takes::nothing && phrase.find(kBlank) == phrase.npos &&
         std::ranges::count(phrase, ' ') < kLongestEchoing && count_sentences(phrase) == 1;
}

std::vector<Filling> echoed(const std::string& phrase, const Lender& lender) {
  std::vector<Filling> all;
  for (const auto& clause : lender.fillings->clauses)
    all.push_back({capitalized(clause.you.text) + ". " + phrase, clause.from});
  for (const Filling& quote : lender.fillings->quotes)
    all.push_back({"\u201c" + quote.text + "\u201d: " + lowered(phrase), quote.from});
  return all;
}

// A pool's skill, but what asks is a question, and what asks nothing is none.
std::string skill_of(const std::string& skill, std::string_view text) {
  const bool asks = text.find('?') != text.npos;
  const bool reflects = skill == "simple_reflection" || skill == "complex_reflection";
  if (asks && reflects) return "open_question";
  return !asks && skill == "open_question" ? "simple_reflection" : skill;
}

// One card that may be offered.
struct Option {
  const Pool* pool = nullptr;
  const std::string* phrase = nullptr;
  std::string text;
  Source from;
  Shape shape;
  std::optional<bool> apart;  ///< from the cards chosen before
};

// One phrase of one lender, and what it can become once that is asked for.
struct Entry {
  const Lender* lender = nullptr;
  const Pool* pool = nullptr;
  const std::string* phrase = nullptr;
  std::optional<bool> worn;  ///< it was offered before, perhaps with other words in it
  std::optional<Takes> taken;
  std::optional<bool> echoes;
  std::optional<std::vector<Option>> options;
};

// The phrases of lenders that go together, drawn once they are looked at.
struct Rank {
  const std::vector<Lender>& lenders;
  std::optional<std::vector<Entry>> entries;
};

class Table {
 public:
  explicit Table(const Draft& draft)
      : draft_(draft), offered_(draft.offered.begin(), draft.offered.end()) {
    for (const std::string& text : draft.offered) endings_.insert(ending(text));
  }

  Composed deal() {
    std::vector<std::size_t> kinds(kKinds);
    std::iota(kinds.begin(), kinds.end(), 0);
    std::sort(kinds.begin(), kinds.end(), [&](std::size_t a, std::size_t b) {
      return lot(kKindNames[a]) < lot(kKindNames[b]);
    });
    for (const std::size_t kind : kinds) deal(kind);
    return std::move(composed_);
  }

 private:
  double lot(std::string_view purpose) const {
    return base::draw(draft_.seed, draft_.turn, "card:" + std::string(purpose));
  }

  bool is_worn(const std::string& phrase) const {
    if (endings_.empty()) return false;
    const std::size_t close = phrase.rfind('}');
    const std::size_t tail = close == phrase.npos ? 1 : close + 1;  // its first letter may change
    const std::uint64_t end =
        ending(std::string_view(phrase).substr(std::min(tail, phrase.size())));
    if (end != 0 && !endings_.contains(end)) return false;
    return std::any_of(draft_.offered.begin(), draft_.offered.end(),
                       [&](const std::string& text) { return came_from(text, phrase); });
  }

  // What the lenders have, in an order that is drawn.
  std::vector<Entry> entries(std::size_t kind, const std::vector<Lender>& lenders) const {
    std::vector<Entry> all;
    std::size_t size = 0;
    for (const Lender& lender : lenders) size += lender.situation->pools[kind].say.size();
    all.reserve(size);
    for (const Lender& lender : lenders)
      for (const std::string& phrase : lender.situation->pools[kind].say)
        all.push_back({&lender, &lender.situation->pools[kind], &phrase, {}, {}, {}, {}});
    // A pool that is walked in its own order gives one neighbor all the misses.
    std::string lot = "card:" + std::string(kKindNames[kind]);
    const std::size_t name = lot.size();
    for (std::size_t i = all.size(); i > 1; --i) {
      lot.resize(name);
      std::array<char, 20> digits;
      lot.append(digits.data(), std::to_chars(digits.data(), digits.end(), i).ptr);
      std::swap(all[i - 1], all[base::draw_index(draft_.seed, draft_.turn, lot, i)]);
    }
    return all;
  }

  static Takes taken(Entry& entry) {
    if (!entry.taken) entry.taken = takes(*entry.phrase);
    return *entry.taken;
  }
  static bool echoes(Entry& entry) {
    if (!entry.echoes) entry.echoes = can_echo(*entry.phrase, taken(entry), *entry.lender);
    return *entry.echoes;
  }
  // Whether anything that it can become may say the client's words again, rest on heavy words, or
  // on any.
  static bool may_say_again(Entry& entry) {
    return taken(entry) == Takes::clause || taken(entry) == Takes::quote || echoes(entry);
  }
  static bool may_be_heavy(Entry& entry) {
    return entry.lender->from.heavy || taken(entry) != Takes::nothing || echoes(entry);
  }
  static bool may_rest_on_words(Entry& entry) {
    return !entry.lender->from.words.empty() || taken(entry) != Takes::nothing || echoes(entry);
  }
  static bool may_be_any(Entry&) { return true; }

  std::vector<Option>& options(Entry& entry) const {
    if (entry.options) return *entry.options;
    const Lender& lender = *entry.lender;
    std::vector<Filling> texts;
    if (lender.situation->alone || taken(entry) != Takes::nothing)
      texts = fill(*entry.phrase, *lender.fillings);
    if (echoes(entry)) {
      auto first = echoed(*entry.phrase, lender);
      std::ranges::move(texts, std::back_inserter(first));
      texts = std::move(first);
    }
    std::vector<Option>& all = entry.options.emplace();
    all.reserve(texts.size());
    for (Filling& one : texts) {
      const bool own = !one.from.words.empty() && (one.from.heavy || !lender.from.heavy);
      const Shape shape = shape_of(*entry.phrase, taken(entry), one.text);
      // What a situation has to say is said of the words that it was found in, or of the heaviest.
      if (says_again(shape) && !lender.from.words.empty() && !one.from.heavy &&
          !overlap(one.from.in, lender.from.in))
        continue;
      all.push_back({entry.pool,
                     entry.phrase,
                     std::move(one.text),
                     own ? std::move(one.from) : lender.from,
                     shape,
                     {}});
    }
    if (all.size() < 2) return all;
    const auto by = base::draw_index(draft_.seed, draft_.turn, *entry.phrase, all.size());
    std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(by), all.end());
    return all;
  }

  using May = bool(Entry&);

  // The first that fits and passes, among phrases not offered before, then among the others.
  template <class Fits>
  const Option* pick(std::size_t kind, Rank& rank, May may, const Fits& fits) {
    if (!rank.entries) rank.entries = entries(kind, rank.lenders);
    for (const bool worn : {false, true})
      for (Entry& entry : *rank.entries) {
        if (!may(entry)) continue;
        if (!entry.worn) entry.worn = is_worn(*entry.phrase);
        if (*entry.worn != worn) continue;
        auto& all = options(entry);
        const auto chosen = std::ranges::find_if(
            all, [&](Option& option) { return fits(option) && passes(kind, option); });
        if (chosen != all.end()) return &*chosen;
      }
    return nullptr;
  }

  using Threes = std::vector<std::uint64_t>;

  // Whether a text has three words in a row in common with one of these.
  static bool shares_three(const std::string& text, const std::vector<Threes>& used) {
    if (used.empty()) return false;
    const Threes mine = threes(text);
    return std::ranges::any_of(used, [&](const Threes& one) {
      return std::ranges::find_first_of(mine, one) != mine.end();
    });
  }

  // Two cards of one turn that hold the same sort of words in the same place read alike.
  bool takes_alike(const Option& option) const {
    return option.shape.takes != Takes::nothing &&
           std::ranges::find(shapes_, option.shape) != shapes_.end();
  }

  // Nor may they share three words, or leave two blanks.
  bool is_apart(Option& option) const {
    if (!option.apart)
      option.apart = !(blank_used_ && option.text.find(kBlank) != std::string::npos) &&
                     !shares_three(option.text, texts_used_);
    return *option.apart;
  }

  bool passes(std::size_t kind, const Option& option) {
    const auto [it, is_first] = passed_.try_emplace({kind, option.text}, false);
    if (!is_first) return it->second;
    it->second = draft_.passes(kind, option.text);
    composed_.refused += it->second ? 0 : 1;
    return it->second;
  }

  void deal(std::size_t kind) {
    std::vector<Rank> ranks;
    std::vector<Lender> earlier;  // entries point to their lenders
    if (draft_.earlier && draft_.goes_back.at(kind)) earlier.push_back(*draft_.earlier);
    if (!earlier.empty()) ranks.push_back({earlier, {}});
    for (const auto& lenders : draft_.ranks) ranks.push_back({lenders, {}});
    const std::span all(ranks);
    if (draft_.rank_by_rank) {
      for (std::size_t i = 0; i < all.size(); ++i)
        if (deal(kind, all.subspan(i, 1))) return;
    } else if (deal(kind, all)) {
      return;
    }
    deal(kind, all, may_be_any, [](const Option&) { return true; });
  }

  // Takes up what is heavy in the client's own words; words nearly as heavy; what is heavy in any
  // way; the same words again, said otherwise; any words; none.
  bool deal(std::size_t kind, std::span<Rank> ranks) {
    const auto is_new = [&](const Option& option) { return !offered_.contains(option.text); };
    const auto is_fresh = [&](Option& option) {
      return is_new(option) && !takes_alike(option) && is_apart(option);
    };
    const auto first = [&](May may, const auto& fits) { return deal(kind, ranks, may, fits); };
    const auto again = [&](const auto& fits) {
      return first(may_say_again,
                   [&](Option& option) { return says_again(option.shape) && fits(option); });
    };
    return again([&](Option& option) { return option.from.heavy && is_fresh(option); }) ||
           again([&](Option& option) {
             return !option.from.light && is_new(option) && is_apart(option);
           }) ||
           first(may_be_heavy,
                 [&](Option& option) { return option.from.heavy && is_fresh(option); }) ||
           first(may_be_heavy,
                 [&](const Option& option) {
                   return option.from.heavy && is_new(option) &&
                          !shares_three(*option.phrase, phrases_used_);
                 }) ||
           first(may_rest_on_words,
                 [&](Option& option) { return !option.from.words.empty() && is_fresh(option); }) ||
           first(may_be_any, is_fresh) || first(may_be_any, is_new);
  }

  // The first rank that has one which fits gives it.
  template <class Fits>
  bool deal(std::size_t kind, std::span<Rank> ranks, May may, const Fits& fits) {
    for (Rank& rank : ranks) {
      const Option* chosen = pick(kind, rank, may, fits);
      if (chosen == nullptr) continue;
      take(kind, *chosen);
      return true;
    }
    return false;
  }

  void take(std::size_t kind, const Option& option) {
    shapes_.push_back(option.shape);
    blank_used_ = blank_used_ || option.text.find(kBlank) != std::string::npos;
    texts_used_.push_back(threes(option.text));
    phrases_used_.push_back(threes(*option.phrase));
    composed_.cards.push_back({std::string(kKindNames[kind]),
                               skill_of(option.pool->skill, option.text), option.pool->why,
                               option.text, option.from.words});
  }

  const Draft& draft_;
  Composed composed_;
  const std::unordered_set<std::string_view> offered_;
  std::unordered_set<std::uint64_t> endings_;  ///< of what was offered before
  std::map<std::pair<std::size_t, std::string>, bool> passed_;
  std::vector<Threes> texts_used_;  ///< of the cards chosen
  std::vector<Threes> phrases_used_;
  std::vector<Shape> shapes_;
  bool blank_used_ = false;
};

}  // namespace

std::vector<Filling> fill(const std::string& phrase, const Fillings& fillings) {
  std::vector<Filling> texts(1);
  texts.front().text = phrase;
  if (phrase.find('{') == phrase.npos) return texts;
  for (const std::string_view slot : {"{you}", "{now}", "{then}"}) {
    if (phrase.find(slot) == phrase.npos) continue;
    std::vector<Filling> fitting;
    for (const auto& clause : fillings.clauses)
      if (clause_fits(phrase, slot, clause.you)) fitting.push_back({clause.you.text, clause.from});
    put(texts, slot, fitting);
  }
  put(texts, "{words}", fillings.quotes);
  put(texts, "{feeling}", fillings.feelings);
  put(texts, "{seems}", fillings.seems);
  put(texts, "{joy}", fillings.joys);
  put(texts, "{who}", fillings.people);
  put(texts, "{thing}", fillings.things);
  if (phrase.find("{ask}") != phrase.npos) put(texts, "{ask}", plain(fillings.asks));
  if (phrase.find("{name}") != phrase.npos)
    put(texts, "{name}", fillings.name.empty() ? std::vector<Filling>{} : plain({fillings.name}));
  return texts;
}

Composed compose(const Draft& draft) {
  return Table(draft).deal();
}

}  // namespace attune::coach
