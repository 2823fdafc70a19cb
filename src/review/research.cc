#include "review/research.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/draw.h"
#include "corpus/deidentify.h"
#include "review/book.h"
#include "review/hide_names.h"
#include "review/research_codebook.h"
#include "review/research_talk.h"

namespace attune::review {
namespace {

using base::Result;
using conversation::Event;
using conversation::SessionSummary;

using Codes = std::map<std::string, std::string>;

/// "P01", "P02": in an order that tells nothing of who or when.
Codes code_names(const std::set<std::string>& ids, char letter, std::uint64_t seed) {
  std::vector<std::pair<double, std::string>> order;
  for (const std::string& id : ids)
    order.emplace_back(base::draw(seed, base::hash(id), std::string(1, letter)), id);
  std::ranges::sort(order);
  const std::size_t width = std::max<std::size_t>(2, std::to_string(order.size()).size());
  Codes codes;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    codes[order[i].second] = letter + std::string(width - number.size(), '0') + number;
  }
  return codes;
}

int days_between(base::Instant first, base::Instant later) {
  using std::chrono::days;
  return static_cast<int>(
      (std::chrono::floor<days>(later) - std::chrono::floor<days>(first)).count());
}

std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string row(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& one : cells) line += (line.empty() ? "" : ",") + cell(one);
  return line + '\n';
}

/// What `attune agree` takes as one item: a talk, or a talk and a turn.
std::string item_of(const std::string& talk, const std::optional<conversation::TurnNumber>& turn) {
  return turn ? talk + " " + std::to_string(*turn) : talk;
}

/// Folds one talk's log into what researchers read of it.
class Tell {
 public:
  explicit Tell(ResearchTalk& talk) : talk_(talk) {}

  void take(const Event& event) {
    if (talk_.lines.empty() && std::holds_alternative<conversation::Opened>(event.body))
      began_ = event.at;
    at_ = event.at;
    std::visit(*this, event.body);
  }
  void operator()(const conversation::Opened& opened) {
    talk_.case_id = opened.case_id;
    talk_.help = name(opened.help);
  }
  void operator()(const conversation::Said& said) {
    const double seconds = std::chrono::duration<double>(at_ - began_).count();
    talk_.lines.push_back(
        {{said.speaker, said.text}, said.turn, std::round(seconds), said.adopted});
  }
  void operator()(const conversation::Closed& closed) { talk_.ending = name(closed.how); }
  template <class Other>
  void operator()(const Other&) {}

 private:
  ResearchTalk& talk_;
  base::Instant began_{}, at_{};
};

/// Makes the files.
class Exporter {
 public:
  Exporter(const ResearchWishes& wishes, const std::vector<SessionSummary>& sessions,
           const Book& book);

  void add(const SessionSummary& session, const std::vector<Event>& events);
  void add(Rating rating);
  void add(Choice choice);
  void add(const Settled& settled);
  void add(Gold gold);
  [[nodiscard]] ResearchExport take();

 private:
  [[nodiscard]] std::string code(const Rater& rater) const;
  [[nodiscard]] const std::string* told(const std::string& talk) const;
  [[nodiscard]] base::Instant day(base::Instant at) const;
  void add_answers(const std::string& talk, const Rater& rater, const Sheet& sheet);
  void hide(ResearchTalk& talk) const;
  [[nodiscard]] std::string hidden(const std::string& text) const;
  void blur(Mark& mark, const std::string& talk) const;

  const ResearchWishes& wishes_;
  const HideNames hide_names_;
  Codes talks_, supporters_, raters_;
  base::Instant first_{};
  std::map<std::string, ResearchTalk> told_;  ///< by code
  std::string talks_lines_, turns_, ratings_lines_, answers_, marks_, settled_, gold_lines_;
  std::size_t ratings_ = 0;
};

Exporter::Exporter(const ResearchWishes& wishes, const std::vector<SessionSummary>& sessions,
                   const Book& book)
    : wishes_(wishes),
      hide_names_(wishes.names),
      turns_("talk,turn,speaker,seconds,adopted,text\n"),
      answers_("item,rater,value,conversation,question,group\n"),
      marks_("talk,turn,rater,group,instrument,code,start,end,severity,text\n"),
      settled_("item,value,open,conversation,question,rater,day,reason\n") {
  std::set<std::string> talks, supporters, raters;
  for (const SessionSummary& session : sessions) {
    if (talks.empty() || session.opened < first_) first_ = session.opened;
    talks.insert(session.id.text());
    supporters.insert(session.owner);
  }
  const auto meet = [&](const Rater& rater) {
    if (rater.kind != RaterKind::model && rater.kind != RaterKind::rule) raters.insert(rater.id);
  };
  for (const Rating& rating : book.ratings)
    if (talks.contains(rating.talk)) meet(rating.rater);
  for (const Choice& choice : book.choices)
    if (talks.contains(choice.first) && talks.contains(choice.second)) meet(choice.rater);
  for (const Settled* one : book.settlements())
    if (talks.contains(one->talk)) raters.insert(one->by);
  for (const auto& [talk, gold] : book.gold)
    if (talks.contains(talk)) raters.insert(gold.by);
  talks_ = code_names(talks, 'T', wishes.seed);
  supporters_ = code_names(supporters, 'P', wishes.seed);
  raters_ = code_names(raters, 'R', wishes.seed);
}

/// Programs keep their names.
std::string Exporter::code(const Rater& rater) const {
  const auto found = raters_.find(rater.id);
  return found == raters_.end() ? rater.id : found->second;
}

/// The talk's code name; null unless it is in the export.
const std::string* Exporter::told(const std::string& talk) const {
  const auto found = talks_.find(talk);
  return found == talks_.end() || !told_.contains(found->second) ? nullptr : &found->second;
}

base::Instant Exporter::day(base::Instant at) const {
  return base::Instant(std::chrono::days(days_between(first_, at)));
}

void Exporter::add_answers(const std::string& talk, const Rater& rater, const Sheet& sheet) {
  for (const auto& [question, value] : sheet.answers) {
    answers_ += row({item_of(talk, sheet.turn), rater.id, std::to_string(value), talk,
                     sheet.instrument + "." + question, std::string(name(rater.kind))});
  }
}

void Exporter::add(const SessionSummary& session, const std::vector<Event>& events) {
  ResearchTalk talk{.code = talks_.at(session.id.text()),
                    .supporter = supporters_.at(session.owner),
                    .day = days_between(first_, session.opened)};
  Tell tell(talk);
  for (const Event& event : events) tell.take(event);
  hide(talk);
  const auto kinds = wishes_.cue_kinds.find(talk.case_id);
  talk.beneath =
      beneath(talk.code, events, kinds == wishes_.cue_kinds.end() ? Codes{} : kinds->second);
  talks_lines_ += to_json(talk);
  for (const ResearchTalk::Line& line : talk.lines) {
    turns_ += row({talk.code, std::to_string(line.turn), std::string(name(line.said.speaker)),
                   std::to_string(std::lround(line.seconds)), line.adopted, line.said.text});
  }
  for (const auto& [instrument, answers] : talk.beneath.self) {
    add_answers(talk.code, {talk.supporter, RaterKind::self, ""}, {instrument, {}, answers});
  }
  told_.emplace(talk.code, std::move(talk));
}

/// The talk is looked through as a whole: a name that is announced once is known in every turn.
void Exporter::hide(ResearchTalk& talk) const {
  std::vector<conversation::Turn> turns;
  for (const ResearchTalk::Line& line : talk.lines) turns.push_back(line.said);
  turns = corpus::deidentify(turns).turns;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    ResearchTalk::Line& line = talk.lines[i];
    std::string text = hide_names_(turns[i].text);
    line.whole = text == line.said.text;
    line.said.text = std::move(text);
  }
}

std::string Exporter::hidden(const std::string& text) const {
  const auto plain = corpus::deidentify({{conversation::Speaker::supporter, text}});
  return hide_names_(plain.turns.front().text);
}

/// A mark on words cannot keep its place in a reply of which something was hidden.
void Exporter::blur(Mark& mark, const std::string& talk) const {
  mark.text = hidden(mark.text);
  for (const ResearchTalk::Line& line : told_.at(talk).lines) {
    const bool reply =
        line.turn == mark.turn && line.said.speaker == conversation::Speaker::supporter;
    if (reply && !line.whole) mark.start = mark.end = 0;
  }
}

void Exporter::add(Rating rating) {
  const std::string* talk = told(rating.talk);
  if (talk == nullptr) return;
  rating.talk = *talk;
  rating.task.clear();
  rating.rater.id = code(rating.rater);
  rating.at = day(rating.at);
  rating.form.comment = hidden(rating.form.comment);
  for (const Sheet& sheet : rating.form.sheets) add_answers(rating.talk, rating.rater, sheet);
  for (Mark& mark : rating.form.marks) {
    blur(mark, rating.talk);
    marks_ += row({rating.talk, std::to_string(mark.turn), rating.rater.id,
                   std::string(name(rating.rater.kind)), mark.instrument, mark.code,
                   std::to_string(mark.start), std::to_string(mark.end),
                   std::to_string(mark.severity), mark.text});
  }
  ratings_lines_ += to_json(Entry(std::move(rating))) + "\n";
  ++ratings_;
}

void Exporter::add(Choice choice) {
  const std::string *first = told(choice.first), *second = told(choice.second);
  if (first == nullptr || second == nullptr) return;
  choice.first = *first;
  choice.second = *second;
  choice.task.clear();
  choice.rater.id = code(choice.rater);
  choice.at = day(choice.at);
  choice.reason = hidden(choice.reason);
  ratings_lines_ += to_json(Entry(std::move(choice))) + "\n";
}

void Exporter::add(const Settled& settled) {
  const std::string* talk = told(settled.talk);
  if (talk == nullptr) return;
  settled_ += row({item_of(*talk, settled.turn),
                   settled.value ? std::to_string(*settled.value) : "", settled.open ? "1" : "0",
                   *talk, settled.instrument + "." + settled.what, raters_.at(settled.by),
                   std::to_string(days_between(first_, settled.at)), hidden(settled.reason)});
}

void Exporter::add(Gold gold) {
  const std::string* talk = told(gold.talk);
  if (talk == nullptr) return;
  gold.talk = *talk;
  gold.by = raters_.at(gold.by);
  gold.form.comment = hidden(gold.form.comment);
  for (Mark& mark : gold.form.marks) blur(mark, gold.talk);
  gold_lines_ += to_json(Entry(std::move(gold))) + "\n";
}

ResearchExport Exporter::take() {
  ResearchExport made{.files = {{"talks.jsonl", std::move(talks_lines_)},
                                {"turns.csv", std::move(turns_)},
                                {"ratings.jsonl", std::move(ratings_lines_)},
                                {"ratings.csv", std::move(answers_)},
                                {"marks.csv", std::move(marks_)},
                                {"settled.csv", std::move(settled_)},
                                {"gold.jsonl", std::move(gold_lines_)},
                                {"codebook.md", kResearchCodebook}},
                      .talks = told_.size(),
                      .ratings = ratings_};
  for (const Codes* codes : {&supporters_, &raters_})
    for (const auto& [account, code] : *codes) made.key.push_back({code, account});
  std::ranges::sort(made.key, {}, &CodeName::code);
  return made;
}

}  // namespace

bool is_for_research(const SessionSummary& session) {
  return session.agreed.research && session.closed && !session.erased && !session.branch;
}

Result<ResearchExport> research_export(conversation::EventLog& log, conversation::Journal& journal,
                                       const ResearchWishes& wishes) {
  auto sessions = log.sessions();
  if (!sessions) return tl::unexpected(sessions.error());
  std::erase_if(*sessions, [](const SessionSummary& session) { return !is_for_research(session); });
  const auto entries = journal.entries("review", 0);
  if (!entries) return tl::unexpected(entries.error());
  Book book;
  if (auto folded = fold(book, *entries); !folded) return tl::unexpected(folded.error());

  Exporter exporter(wishes, *sessions, book);
  std::ranges::reverse(*sessions);  // oldest first, as the days run
  for (const SessionSummary& session : *sessions) {
    const auto events = log.events(session.id, 0);
    if (!events && events.error().code == base::Code::not_found) continue;  // just deleted
    if (!events) return tl::unexpected(events.error());
    exporter.add(session, *events);
  }
  for (const Rating* rating : book.counting()) exporter.add(*rating);
  for (const Choice& choice : book.choices) exporter.add(choice);
  for (const Settled* settled : book.settlements()) exporter.add(*settled);
  for (const auto& [talk, gold] : book.gold) exporter.add(gold);
  return exporter.take();
}

}  // namespace attune::review
