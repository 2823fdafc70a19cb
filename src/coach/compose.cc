#include "coach/compose.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <utility>

#include "base/draw.h"
#include "coach/plain_words.h"

namespace attune::coach {
namespace {

constexpr std::string_view kBlank = "[";
// How far phrases with the client's own words are drawn ahead of others; our choice.
constexpr double kOwnWordsFirst = 0.35;

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
  if (slot == "{now}" && you.tense != Tense::now) return false;
  if (slot == "{then}" && you.tense != Tense::then) return false;
  const bool goes_on = phrase.find(std::string(slot) + ",") != phrase.npos;
  const auto words = std::count(you.text.begin(), you.text.end(), ' ') + 1;
  return !goes_on || (you.text.find(',') == you.text.npos && words <= 9);
}

std::vector<std::string> with(std::vector<std::string> texts, std::string_view slot,
                              const std::vector<std::string>& fillings) {
  const auto lacks = [&](const std::string& text) { return text.find(slot) == text.npos; };
  if (std::ranges::all_of(texts, lacks)) return texts;
  std::vector<std::string> filled;
  for (const std::string& text : texts) {
    if (lacks(text))
      filled.push_back(text);
    else
      for (const std::string& filling : fillings) filled.push_back(replaced(text, slot, filling));
  }
  return filled;
}

// What a phrase takes from the client: their words or feeling, someone or something they named, or
// nothing. Two cards of one turn never take the same.
enum class Takes { nothing, words, mention };

bool holds_one_of(const std::string& phrase, std::initializer_list<const char*> slots) {
  return std::any_of(slots.begin(), slots.end(),
                     [&](const char* slot) { return phrase.find(slot) != phrase.npos; });
}

Takes takes(const std::string& phrase) {
  if (holds_one_of(phrase, {"{you}", "{now}", "{then}", "{feeling}", "{seems}", "{joy}"})) {
    return Takes::words;
  }
  return holds_one_of(phrase, {"{who}", "{thing}"}) ? Takes::mention : Takes::nothing;
}

// Whether `text` could have come from `phrase`: what stands around its slots is there.
bool came_from(std::string_view text, const std::string& phrase) {
  const std::size_t open = phrase.find('{');
  if (open == phrase.npos) return text == phrase;
  const std::size_t close = phrase.rfind('}') + 1;
  const std::string_view head = std::string_view(phrase).substr(0, open);
  const std::string_view tail = std::string_view(phrase).substr(close);
  return text.size() >= head.size() + tail.size() && text.starts_with(head) && text.ends_with(tail);
}

std::vector<std::string> threes(std::string_view text) {
  const PlainWords words = plain_words(text);
  std::vector<std::string> all;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    all.push_back(words[i].form + ' ' + words[i + 1].form + ' ' + words[i + 2].form);
  }
  return all;
}

// One card that may be offered.
struct Option {
  const Pool* pool = nullptr;
  const std::string* phrase = nullptr;
  std::string text;
  bool worn = false;  ///< its phrase was offered before, with other words in it
  double lot = 0;

  bool operator<(const Option& other) const {
    if (worn != other.worn) return !worn;
    return lot != other.lot ? lot < other.lot : text < other.text;
  }
};

class Table {
 public:
  explicit Table(const Draft& draft) : draft_(draft) {}

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

  // Those that one situation lends, the best first.
  std::vector<Option> options(std::size_t kind, std::size_t rank) const {
    std::vector<Option> all;
    const Pool& pool = draft_.situations[rank]->pools[kind];
    for (const std::string& phrase : pool.say) {
      const bool worn =
          std::any_of(draft_.offered.begin(), draft_.offered.end(),
                      [&](const std::string& text) { return came_from(text, phrase); });
      const double ahead = takes(phrase) != Takes::nothing ? kOwnWordsFirst : 0;
      for (std::string& text : fill(phrase, draft_.fillings)) {
        const double drawn = lot(text) - ahead;
        all.push_back({&pool, &phrase, std::move(text), worn, drawn});
      }
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  bool was_offered(const std::string& text) const {
    return std::find(draft_.offered.begin(), draft_.offered.end(), text) != draft_.offered.end();
  }

  // Two cards of one turn that hold the same slot, or three words alike, say the same.
  bool repeats_another(const Option& option) const {
    const Takes taken = takes(*option.phrase);
    const bool again = std::find(taken_.begin(), taken_.end(), taken) != taken_.end();
    if (taken != Takes::nothing && again) return true;
    if (option.text.find(kBlank) != std::string::npos && blank_used_) return true;
    const auto mine = threes(option.text);
    return std::any_of(mine.begin(), mine.end(), [&](const std::string& three) {
      return std::find(threes_used_.begin(), threes_used_.end(), three) != threes_used_.end();
    });
  }

  void deal(std::size_t kind) {
    std::vector<std::vector<Option>> ranks;  // filled as far as they are looked at
    const auto found = [&](const auto& fits) {
      for (std::size_t rank = 0; rank < draft_.situations.size(); ++rank) {
        if (rank == ranks.size()) ranks.push_back(options(kind, rank));
        const auto chosen = std::ranges::find_if(ranks[rank], fits);
        if (chosen == ranks[rank].end()) continue;
        take(kind, *chosen);
        return true;
      }
      return false;
    };
    const auto is_new = [&](const Option& option) { return !was_offered(option.text); };
    const auto passes = [&](const Option& option) {
      const bool passed = draft_.passes(option.text);
      composed_.refused += passed ? 0 : 1;
      return passed;
    };
    const auto fresh = [&](const Option& option) {
      return is_new(option) && !repeats_another(option) && passes(option);
    };
    const auto unheard = [&](const Option& option) { return is_new(option) && passes(option); };
    if (!found(fresh) && !found(unheard)) found(passes);
  }

  void take(std::size_t kind, const Option& option) {
    taken_.push_back(takes(*option.phrase));
    blank_used_ = blank_used_ || option.text.find(kBlank) != std::string::npos;
    for (std::string& three : threes(option.text)) threes_used_.push_back(std::move(three));
    composed_.cards.push_back(
        {std::string(kKindNames[kind]), option.pool->skill, option.pool->why, option.text});
  }

  const Draft& draft_;
  Composed composed_;
  std::vector<std::string> threes_used_;
  std::vector<Takes> taken_;
  bool blank_used_ = false;
};

}  // namespace

std::vector<std::string> fill(const std::string& phrase, const Fillings& fillings) {
  std::vector<std::string> texts{phrase};
  for (const std::string_view slot : {"{you}", "{now}", "{then}"}) {
    if (phrase.find(slot) == phrase.npos) continue;
    if (!fillings.you || !clause_fits(phrase, slot, *fillings.you)) return {};
    texts = with(std::move(texts), slot, {fillings.you->text});
  }
  texts = with(std::move(texts), "{feeling}", fillings.feelings);
  texts = with(std::move(texts), "{seems}", fillings.seems);
  texts = with(std::move(texts), "{joy}", fillings.joys);
  texts = with(std::move(texts), "{who}", fillings.people);
  texts = with(std::move(texts), "{thing}", fillings.things);
  texts = with(std::move(texts), "{ask}", fillings.asks);
  return with(
      std::move(texts), "{name}",
      fillings.name.empty() ? std::vector<std::string>{} : std::vector<std::string>{fillings.name});
}

Composed compose(const Draft& draft) {
  return Table(draft).deal();
}

}  // namespace attune::coach
