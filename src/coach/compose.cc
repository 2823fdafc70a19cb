#include "coach/compose.h"

#include <algorithm>
#include <array>
#include <bit>
#include <initializer_list>
#include <iterator>
#include <map>
#include <span>
#include <unordered_set>
#include <utility>

#include "base/draw.h"
#include "coach/check.h"
#include "coach/plain_words.h"

namespace attune::coach {
namespace {

constexpr std::string_view kBlank = "[";
// In what share of turns empathic response says the clause again, rather than motivational
// interviewing; our choice: both do, and support seldom.
constexpr double kEmpathicSays = 0.8;
constexpr std::size_t kSupport = 2;  // a place in kKindNames

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

// A clause that goes on after a comma must be short and have no comma itself. One that is not about
// the client, or two in a row, stand as sentences.
bool clause_fits(const std::string& phrase, std::string_view slot, const TurnedAround& you) {
  if (slot == "{said}") return true;
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

std::vector<Filling> with(std::vector<Filling> texts, std::string_view slot,
                          const std::vector<Filling>& fillings) {
  const auto lacks = [&](const Filling& one) { return one.text.find(slot) == std::string::npos; };
  if (std::ranges::all_of(texts, lacks)) return texts;
  std::vector<Filling> all;
  for (const Filling& one : texts) {
    if (lacks(one))
      all.push_back(one);
    else
      for (const Filling& filling : fillings) all.push_back(filled(one, slot, filling));
  }
  return all;
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
  if (holds({"{you}", "{said}", "{now}", "{then}"})) return Takes::clause;
  if (holds({"{words}"})) return Takes::quote;
  if (holds({"{feeling}", "{seems}", "{joy}"})) return Takes::feeling;
  return holds({"{who}", "{thing}"}) ? Takes::mention : Takes::nothing;
}

// Whether `text` could have come from `phrase`: what stands around its slots is there.
bool came_from(std::string_view text, const std::string& phrase) {
  const std::size_t open = phrase.find('{');
  if (open == phrase.npos) return text == phrase;
  const std::size_t close = phrase.rfind('}') + 1;
  const std::string_view head = std::string_view(phrase).substr(0, open);
  const std::string_view tail = std::string_view(phrase).substr(close);
  if (head.size() + tail.size() <= 1) return false;  // "{said}." is nobody's wording
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

bool says_again(Takes takes) {
  return takes == Takes::clause || takes == Takes::quote;
}

// A pool's skill, but what asks is a question, and what asks nothing is none.
std::string skill_of(const std::string& skill, std::string_view text) {
  const bool asks = text.find('?') != text.npos;
  const bool tells =
      skill == "simple_reflection" || skill == "complex_reflection" || skill == "affirm";
  if (asks && tells) return "open_question";
  return !asks && skill == "open_question" ? "simple_reflection" : skill;
}

// One card that may be offered.
struct Option {
  const Pool* pool = nullptr;
  const std::string* phrase = nullptr;
  std::string text;
  Source from;
  Takes takes = Takes::nothing;
};

// One phrase of one lender, and what it can become once that is asked for.
struct Entry {
  const Lender* lender = nullptr;
  const Pool* pool = nullptr;
  const std::string* phrase = nullptr;
  std::optional<bool> worn;  ///< it was offered before, perhaps with other words in it
  std::optional<std::vector<Option>> options;
};

class Table {
 public:
  explicit Table(const Draft& draft)
      : draft_(draft), offered_(draft.offered.begin(), draft.offered.end()) {
    for (const std::string& text : draft.offered) endings_.insert(ending(text));
  }

  Composed deal() {
    // Who goes first says the clause again.
    std::array<std::size_t, kKinds> kinds{1, 0, 2};
    if (lot("says again") >= kEmpathicSays) std::swap(kinds[0], kinds[1]);
    for (const std::size_t kind : kinds) deal(kind);
    std::ranges::sort(composed_.cards, {}, [&](const auto& card) { return lot(card.kind); });
    return std::move(composed_);
  }

 private:
  double lot(std::string_view purpose) const {
    return base::draw(draft_.seed, draft_.turn, "card:" + std::string(purpose));
  }

  bool is_worn(const std::string& phrase) const {
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
    for (const Lender& lender : lenders)
      for (const std::string& phrase : lender.situation->pools[kind].say)
        all.push_back({&lender, &lender.situation->pools[kind], &phrase, {}, {}});
    if (all.empty()) return all;
    // A pool that is walked in its own order gives one neighbor all the misses.
    const std::string name = "card:" + std::string(kKindNames[kind]);
    for (std::size_t i = all.size(); i > 1; --i)
      std::swap(all[i - 1],
                all[base::draw_index(draft_.seed, draft_.turn, name + std::to_string(i), i)]);
    return all;
  }

  const std::vector<Option>& options(Entry& entry) const {
    if (entry.options) return *entry.options;
    const Lender& lender = *entry.lender;
    const Takes takes = coach::takes(*entry.phrase);
    std::vector<Option>& all = entry.options.emplace();
    for (Filling& one : fill(*entry.phrase, *lender.fillings)) {
      const bool own = !one.from.words.empty() && (one.from.heavy || !lender.from.heavy);
      // What a situation has to say is said of the words that it was found in, or of the heaviest.
      if (says_again(takes) && !lender.from.words.empty() && !one.from.heavy &&
          !overlap(one.from.in, lender.from.in))
        continue;
      all.push_back({entry.pool, entry.phrase, std::move(one.text),
                     own ? std::move(one.from) : lender.from, takes});
    }
    if (all.empty()) return all;
    const auto by = base::draw_index(draft_.seed, draft_.turn, *entry.phrase, all.size());
    std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(by), all.end());
    return all;
  }

  // The first that fits and passes, among phrases not offered before, then among the others.
  template <class Fits>
  const Option* pick(std::size_t kind, std::vector<Entry>& entries, const Fits& fits) {
    for (const bool worn : {false, true})
      for (Entry& entry : entries) {
        if (!entry.worn) entry.worn = is_worn(*entry.phrase);
        if (*entry.worn != worn) continue;
        const auto& all = options(entry);
        const auto chosen = std::ranges::find_if(
            all, [&](const Option& option) { return fits(option) && passes(kind, option); });
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

  // Of the cards of one turn one says the client's words again, and one takes up a feeling or a
  // name.
  bool takes_alike(const Option& option) const {
    return option.takes != Takes::nothing && std::ranges::any_of(taken_, [&](Takes one) {
             return one == option.takes || (says_again(one) && says_again(option.takes));
           });
  }

  // Nor may they share three words, or leave two blanks.
  bool is_apart(const Option& option) const {
    if (option.text.find(kBlank) != std::string::npos && blank_used_) return false;
    return !shares_three(option.text, texts_used_);
  }

  bool passes(std::size_t kind, const Option& option) {
    const auto [it, is_first] = passed_.try_emplace({kind, option.text}, false);
    if (!is_first) return it->second;
    it->second = draft_.passes(kind, option.text);
    composed_.refused += it->second ? 0 : 1;
    return it->second;
  }

  void deal(std::size_t kind) {
    std::vector<std::vector<Entry>> ranks;
    std::vector<Lender> earlier;  // entries point to their lenders
    if (draft_.earlier && draft_.goes_back.at(kind)) earlier.push_back(*draft_.earlier);
    if (!earlier.empty()) ranks.push_back(entries(kind, earlier));
    for (const auto& lenders : draft_.ranks) ranks.push_back(entries(kind, lenders));
    const std::span all(ranks);
    if (draft_.rank_by_rank) {
      for (std::size_t i = 0; i < all.size(); ++i)
        if (deal(kind, all.subspan(i, 1))) return;
    } else if (deal(kind, all)) {
      return;
    }
    deal(kind, all, [](const Option&) { return true; });
  }

  // Says what is heavy again, unless a card has; takes it up in another way; takes up something;
  // says something that fits; the same words again; anything new.
  bool deal(std::size_t kind, std::span<std::vector<Entry>> ranks) {
    const auto is_new = [&](const Option& option) { return !offered_.contains(option.text); };
    const auto is_fresh = [&](const Option& option) {
      return is_new(option) && !takes_alike(option) && is_apart(option);
    };
    const auto serves = [](const Option& option) { return !option.from.words.empty(); };
    const auto first = [&](const auto& fits) { return deal(kind, ranks, fits); };
    // Support asks for a particular.
    const auto suits = [&](const Option& option) {
      if (kind == kSupport && option.takes == Takes::mention) return is_fresh(option);
      return says_again(option.takes) && is_fresh(option);
    };
    return first([&](const Option& option) { return option.from.heavy && suits(option); }) ||
           first([&](const Option& option) { return option.from.heavy && is_fresh(option); }) ||
           first([&](const Option& option) {
             return serves(option) && !option.from.light && is_fresh(option);
           }) ||
           first([&](const Option& option) { return serves(option) && is_fresh(option); }) ||
           first(is_fresh) ||
           first([&](const Option& option) { return is_new(option) && is_apart(option); }) ||
           first(is_new);
  }

  // The first rank that has one which fits gives it.
  template <class Fits>
  bool deal(std::size_t kind, std::span<std::vector<Entry>> ranks, const Fits& fits) {
    for (std::vector<Entry>& rank : ranks) {
      const Option* chosen = pick(kind, rank, fits);
      if (chosen == nullptr) continue;
      take(kind, *chosen);
      return true;
    }
    return false;
  }

  void take(std::size_t kind, const Option& option) {
    taken_.push_back(option.takes);
    blank_used_ = blank_used_ || option.text.find(kBlank) != std::string::npos;
    texts_used_.push_back(threes(option.text));
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
  std::vector<Takes> taken_;
  bool blank_used_ = false;
};

}  // namespace

std::vector<Filling> fill(const std::string& phrase, const Fillings& fillings) {
  std::vector<Filling> texts{{phrase, {}}};
  if (phrase.find('{') == phrase.npos) return texts;
  for (const std::string_view slot : {"{you}", "{said}", "{now}", "{then}"}) {
    if (phrase.find(slot) == phrase.npos) continue;
    std::vector<Filling> fitting;
    for (const auto& clause : fillings.clauses)
      if (clause_fits(phrase, slot, clause.you)) fitting.push_back({clause.you.text, clause.from});
    texts = with(std::move(texts), slot, fitting);
  }
  texts = with(std::move(texts), "{words}", fillings.quotes);
  texts = with(std::move(texts), "{feeling}", fillings.feelings);
  texts = with(std::move(texts), "{seems}", fillings.seems);
  texts = with(std::move(texts), "{joy}", fillings.joys);
  texts = with(std::move(texts), "{who}", fillings.people);
  texts = with(std::move(texts), "{thing}", fillings.things);
  if (phrase.find("{ask}") != phrase.npos)
    texts = with(std::move(texts), "{ask}", plain(fillings.asks));
  if (phrase.find("{name}") == phrase.npos) return texts;
  return with(std::move(texts), "{name}",
              fillings.name.empty() ? std::vector<Filling>{} : plain({fillings.name}));
}

Composed compose(const Draft& draft) {
  return Table(draft).deal();
}

}  // namespace attune::coach
