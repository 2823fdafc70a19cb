// How good are the coach's ideas? Usage: suggestions [--print N] [--all] [CASE...]
//
// Supporters of seven habits talk with every client, and the coach is asked before each of their
// turns, as on a page where help is always on. 1,000 ideas of those talks, drawn with a seed, are
// measured; --all measures every one. An idea addresses an open cue when the words that it names as
// its cue overlap the words that let one slip, whenever that was, or when the client's own ledger
// would take it as catching one, said as the reply. Turns are told apart by what is open in them: a
// cue that slipped in the client's last words; or only one that slipped the turn before and that
// the reply between them left lying ("passed by").
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/draw.h"
#include "cli/graph.h"
#include "client/ledger.h"
#include "client/move.h"
#include "language/fit.h"
#include "session/session.h"
#include "study/supporter.h"
#include "study/talk.h"

namespace attune {
namespace {

using conversation::Speaker;
using conversation::Suggested;
using conversation::Suggestion;
using conversation::TurnNumber;
using study::Habit;

constexpr int kTurns = 16;
constexpr std::size_t kSample = 334;  // turns, of three ideas each
constexpr std::array kPlayed{Habit::good,         Habit::asks,     Habit::sympathizer,
                             Habit::interrogator, Habit::lecturer, Habit::silent};

/// An idea, with what was found of it.
struct Idea {
  Suggestion card;
  bool stands = false;    ///< the cue's words stand in what the client said
  bool overlaps = false;  ///< they are those of an open cue
  bool caught = false;    ///< said as the reply, it would catch one
  bool reads_as_advice = false;
};

/// The ideas for one client turn.
struct Offer {
  std::string who;
  std::string words;                ///< the client's last
  std::string before;               ///< and what they answered
  std::vector<std::string> open;    ///< cues that slipped in the last turn
  std::vector<std::string> passed;  ///< a turn earlier
  std::vector<Idea> ideas;
  int refused = 0;
};

/// Where words stand in a text: [first, second).
using Range = std::pair<std::size_t, std::size_t>;

Range find_in(const std::string& text, const std::string& words) {
  const std::size_t at = words.empty() ? text.npos : text.find(words);
  return at == text.npos ? Range{0, 0} : Range{at, at + words.size()};
}

bool overlap(const Range& a, const Range& b) {
  return a.first < b.second && b.first < a.second;
}

/// Goes through the log of one talk and looks at each offer as the client stood then.
class Inspector {
 public:
  Inspector(session::Desk& desk, const client::Dynamics& dynamics)
      : desk_(desk), dynamics_(dynamics), takes_(desk.meaning) {
    client::add_takes(takes_, desk.person);
  }

  void inspect(const std::vector<conversation::Event>& log, const std::string& who) {
    progress_ = session::begin(desk_.person);
    hints_.clear();
    std::set<std::string> seen;
    for (const auto& event : log) {
      if (const auto* said = std::get_if<conversation::Said>(&event.body)) note(*said);
      if (const auto* offered = std::get_if<Suggested>(&event.body)) {
        offers.push_back(look(*offered, who));
        for (const Suggestion& card : offered->cards)
          repeats += seen.insert(card.text).second ? 0 : 1;
      }
      session::fold(progress_, event);
    }
  }

  std::vector<Offer> offers;
  std::vector<double> took_ms;
  int repeats = 0;

 private:
  struct Hint {
    TurnNumber turn = 0;
    std::vector<std::string> bubbles;
  };

  void note(const conversation::Said& said) {
    for (const std::string& id : said.lines)
      if (const auto* line = desk_.person.line(id); line != nullptr && !line->cue.empty())
        hints_[line->cue] = {said.turn, line->bubbles};
  }

  const std::string& client_words(TurnNumber turn) const {
    static const std::string kNone;
    for (const auto& line : progress_.observed.lines)
      if (line.turn == turn && line.said.speaker == Speaker::client) return line.said.text;
    return kNone;
  }

  /// Cues that slipped in that turn, in words that can be read there, and are open still.
  std::vector<std::string> open_from(TurnNumber turn) const {
    std::vector<std::string> open;
    for (const client::PlantedCue* cue : client::open_cues(progress_.standing)) {
      const auto hint = hints_.find(cue->cue);
      if (hint == hints_.end() || hint->second.turn != turn) continue;
      const auto stands = [&](const std::string& bubble) {
        return find_in(client_words(turn), bubble).second > 0;
      };
      if (std::ranges::any_of(hint->second.bubbles, stands)) open.push_back(cue->cue);
    }
    return open;
  }

  bool overlaps(const Suggestion& card, TurnNumber turn, const std::string& cue) const {
    const std::string& words = client_words(turn);
    const Range served = find_in(words, card.cue);
    return std::ranges::any_of(hints_.at(cue).bubbles, [&](const std::string& bubble) {
      return overlap(served, find_in(words, bubble));
    });
  }

  Offer look(const Suggested& offered, const std::string& who) {
    const TurnNumber turn = progress_.turn;
    const auto start = std::chrono::steady_clock::now();
    const Suggested again = desk_.coach.suggest(progress_.observed, progress_.opened.seed);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    took_ms.push_back(took.count());
    base::expects(again.cards.size() == offered.cards.size());
    const auto& talk = progress_.talk;
    Offer offer{who,
                talk.back().text,
                talk.size() > 1 ? talk[talk.size() - 2].text : "",
                open_from(turn),
                turn > 0 ? open_from(turn - 1) : std::vector<std::string>{},
                {},
                offered.refused};
    for (const Suggestion& card : offered.cards) offer.ideas.push_back(look(card));
    return offer;
  }

  /// The client asked for it, or gave leave, within their last three turns.
  bool is_advice_welcome(const conversation::Turn& reply) const {
    std::span<const conversation::Turn> before(progress_.talk);
    for (int turns = 0; turns < 3 && !before.empty(); before = before.first(before.size() - 1)) {
      if (before.back().speaker != Speaker::client) continue;
      ++turns;
      if (language::fit(reply, before, desk_.meaning).permission >= 0.5) return true;
    }
    return false;
  }

  Idea look(const Suggestion& card) const {
    const TurnNumber turn = progress_.turn;
    const conversation::Turn reply{Speaker::supporter, card.text};
    const client::Heard heard{turn + 1, card.text, desk_.reader.read(reply, progress_.talk),
                              language::fit(reply, progress_.talk, desk_.meaning)};
    const auto ledger = client::take_up(desk_.person, dynamics_, takes_, progress_.standing, heard,
                                        desk_.meaning.senses(card.text));
    Idea idea{card};
    const bool advises = (heard.reading.skills && heard.reading.skills->advises()) ||
                         (heard.reading.asks && heard.reading.asks->advice);
    idea.reads_as_advice = advises && !is_advice_welcome(reply);
    for (TurnNumber said = 0; said <= turn; ++said)
      idea.stands |= find_in(client_words(said), card.cue).second > 0;
    for (const client::PlantedCue* cue : client::open_cues(progress_.standing)) {
      const auto hint = hints_.find(cue->cue);
      if (hint == hints_.end()) continue;
      idea.overlaps |= overlaps(card, hint->second.turn, cue->cue);
      for (const auto& move : ledger.moves) idea.caught |= move.cue == cue->cue;
    }
    return idea;
  }

  session::Desk& desk_;
  const client::Dynamics& dynamics_;
  language::Matcher takes_;
  session::Progress progress_;
  std::map<std::string, Hint> hints_;
};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// Of the offers that `counts` lets through: shares of ideas and of turns.
template <class Counts>
void print_addressed(const char* what, const std::vector<Offer>& offers, Counts counts) {
  std::size_t turns = 0, ideas = 0, overlaps = 0, caught = 0, either = 0, any = 0, all = 0;
  for (const Offer& offer : offers) {
    if (!counts(offer)) continue;
    std::size_t here = 0;
    for (const Idea& idea : offer.ideas) {
      overlaps += idea.overlaps ? 1 : 0;
      caught += idea.caught ? 1 : 0;
      here += idea.overlaps || idea.caught ? 1 : 0;
    }
    ++turns;
    ideas += offer.ideas.size();
    either += here;
    any += here > 0 ? 1 : 0;
    all += here == offer.ideas.size() ? 1 : 0;
  }
  std::printf(
      "%s: %zu turns, %zu ideas; addressed %.1f %% of ideas (names the words %.1f %%, "
      "caught by the ledger %.1f %%), at least one in %.1f %% of turns, all three in %.1f %%\n",
      what, turns, ideas, percent(either, ideas), percent(overlaps, ideas), percent(caught, ideas),
      percent(any, turns), percent(all, turns));
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool part = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' || c < 0;
    if (part)
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Different pairs of neighboring words over all of them, no pair across two ideas.
double distinct_2(const std::vector<Offer>& offers) {
  std::set<std::pair<std::string, std::string>> different;
  std::size_t all = 0;
  for (const Offer& offer : offers)
    for (const Idea& idea : offer.ideas) {
      const auto words = words_of(idea.card.text);
      for (std::size_t i = 1; i < words.size(); ++i, ++all)
        different.emplace(words[i - 1], words[i]);
    }
  return static_cast<double>(different.size()) / static_cast<double>(std::max<std::size_t>(1, all));
}

/// The same of each talk by itself: the middle one.
double distinct_2_of_talks(const std::vector<Offer>& offers) {
  std::map<std::string, std::vector<Offer>> talks;
  for (const Offer& offer : offers) talks[offer.who].push_back(offer);
  std::vector<double> each;
  for (const auto& [who, talk] : talks) each.push_back(distinct_2(talk));
  std::ranges::nth_element(each, each.begin() + static_cast<std::ptrdiff_t>(each.size() / 2));
  return each[each.size() / 2];
}

template <class Order>
std::vector<Offer> drawn(std::vector<Offer> offers, std::size_t count, Order purpose) {
  std::vector<std::pair<double, std::size_t>> lots;
  for (std::size_t i = 0; i < offers.size(); ++i) lots.emplace_back(base::draw(1, i, purpose), i);
  std::ranges::sort(lots);
  std::vector<Offer> sample;
  for (std::size_t i = 0; i < std::min(count, lots.size()); ++i)
    sample.push_back(std::move(offers[lots[i].second]));
  return sample;
}

void print(const Offer& offer) {
  std::printf("\n[%s]%s\n", offer.who.c_str(),
              !offer.open.empty()     ? " cue open"
              : !offer.passed.empty() ? " cue passed by"
                                      : "");
  std::printf("  S: %s\n  C: %s\n", offer.before.c_str(), offer.words.c_str());
  for (const Idea& idea : offer.ideas)
    std::printf("   %-12.12s %-18s %s%s%s%s\n", idea.card.kind.c_str(), idea.card.skill.c_str(),
                idea.card.text.c_str(),
                idea.card.cue.empty() ? "" : ("   <" + idea.card.cue + ">").c_str(),
                idea.overlaps ? " =" : "", idea.caught ? " +" : "");
}

void report(const std::vector<Offer>& offers) {
  std::size_t ideas = 0, advice = 0, amiss = 0, served = 0, refused = 0;
  for (const Offer& offer : offers) {
    refused += static_cast<std::size_t>(offer.refused);
    for (const Idea& idea : offer.ideas) {
      ++ideas;
      advice += idea.reads_as_advice ? 1 : 0;
      served += idea.card.cue.empty() ? 0 : 1;
      amiss += !idea.card.cue.empty() && !idea.stands ? 1 : 0;
      if (idea.reads_as_advice) std::printf("reads as advice: %s\n", idea.card.text.c_str());
    }
  }
  std::printf(
      "ideas %zu (turns %zu); read as advice that nobody asked for %zu; texts refused before "
      "showing %zu\n",
      ideas, offers.size(), advice, refused);
  std::printf(
      "ideas that name the client's words %.1f %%; words named that do not stand there %zu\n",
      percent(served, ideas), amiss);
  print_addressed("open cue", offers, [](const Offer& o) { return !o.open.empty(); });
  print_addressed("only a cue passed by", offers,
                  [](const Offer& o) { return o.open.empty() && !o.passed.empty(); });
  print_addressed("both together", offers,
                  [](const Offer& o) { return !o.open.empty() || !o.passed.empty(); });
  std::printf("distinct-2 over these %.3f\n", distinct_2(offers));
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  using namespace attune;
  std::size_t printed = 0;
  bool all = false;
  std::vector<std::string> cases;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--print") == 0 && i + 1 < count)
      printed = static_cast<std::size_t>(std::atoi(arguments[++i]));
    else if (std::strcmp(arguments[i], "--all") == 0)
      all = true;
    else
      cases.emplace_back(arguments[i]);
  }
  auto graph = cli::build_graph();
  if (!graph) {
    std::fprintf(stderr, "suggestions: %s\n", graph.error().message.c_str());
    return 1;
  }
  if (cases.empty()) cases = graph->order;
  std::vector<Offer> offers;
  std::vector<double> took;
  int repeats = 0;
  std::uint64_t seed = 0;
  for (const std::string& id : cases) {
    auto desk = graph->desk(id);
    if (!desk) {
      std::fprintf(stderr, "suggestions: %s\n", desk.error().message.c_str());
      return 1;
    }
    Inspector inspector(**desk, graph->dynamics);
    for (std::size_t habit = 0; habit <= kPlayed.size(); ++habit) {
      ++seed;
      const bool takes = habit == kPlayed.size();
      const auto supporter = takes ? study::take_ideas(seed)
                                   : study::make_supporter(kPlayed[habit], *graph->coach, seed);
      const std::string who =
          id + ", " + (takes ? "takes ideas" : std::string(name(kPlayed[habit])));
      inspector.inspect(study::hold_talk(**desk, *supporter, {seed, kTurns, true}).value(), who);
    }
    std::ranges::move(inspector.offers, std::back_inserter(offers));
    took.insert(took.end(), inspector.took_ms.begin(), inspector.took_ms.end());
    repeats += inspector.repeats;
  }
  const auto sample = all ? offers : drawn(offers, kSample, "offer");
  for (const Offer& offer : drawn(sample, (printed + 2) / 3, "print")) print(offer);
  report(sample);
  std::ranges::sort(took);
  std::printf("distinct-2 within a talk, the middle one %.3f\n", distinct_2_of_talks(offers));
  std::printf("exact repeats within a talk, over %zu turns: %d\n", offers.size(), repeats);
  std::printf("a call takes %.2f ms (p50), %.2f ms (p99), %.2f ms (longest)\n",
              took[took.size() / 2], took[took.size() * 99 / 100], took.back());
  return 0;
}
