#include "study/exchange.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/move.h"
#include "language/tokens.h"

namespace attune::study {
namespace {

using conversation::Emotion;
using conversation::Skill;
using conversation::Speaker;
using conversation::Talk;
using conversation::Turn;

constexpr double kNod = 3;  // words
constexpr std::array<std::string_view, 9> kSelf{"i",  "i'm", "i've", "i'd",   "i'll",
                                                "me", "my",  "mine", "myself"};

struct Words {
  double count = 0;
  bool self = false;  ///< of the speaker
};

Words words_of(const std::string& text) {
  const language::Tokens tokens = language::tokenize(text);
  Words words;
  for (const language::Token& token : tokens.list) {
    if (token.kind != language::Token::Kind::word) continue;
    ++words.count;
    words.self = words.self || std::ranges::find(kSelf, tokens.form(token)) != kSelf.end();
  }
  return words;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// Follows one talk.
class Follower {
 public:
  Follower(const language::Reader& reader, const language::Meaning& meaning,
           const client::Case& person, const client::Dynamics& dynamics)
      : reader_(reader), meaning_(meaning), person_(person), dynamics_(dynamics) {}

  std::vector<Exchange> follow(const CodedTalk& talk, std::size_t position) {
    std::vector<Exchange> all;
    client::Standing standing = client::begin(person_);
    std::optional<Answer> last;
    for (const CodedTurn& coded : talk.turns) {
      if (coded.turn.speaker == Speaker::client) {
        const Answer answer = read(coded);
        if (last && heard_) all.push_back(close(*last, answer));
        last = answer;
        heard_.reset();
      } else {
        heard_ = hear(coded, standing);
        heard_->talk = position;
      }
      before_.push_back(coded.turn);
    }
    if (!all.empty()) all.back().leaves = true;
    return all;
  }

 private:
  Answer read(const CodedTurn& coded) {
    const Words words = words_of(coded.turn.text);
    const auto emotions = reader_.read(coded.turn, before_).emotion.labels;
    const bool feels =
        std::ranges::any_of(emotions, [](Emotion emotion) { return emotion != Emotion::neutral; });
    Answer answer;
    answer.words = words.count;
    answer.length = lengths_.empty() ? 0 : std::log((1 + answer.words) / (1 + median(lengths_)));
    answer.closes = answer.words <= kNod;
    answer.opens = !answer.closes && words.self && feels;
    answer.talk = coded.talk;
    lengths_.push_back(answer.words);
    return answer;
  }

  Exchange hear(const CodedTurn& coded, client::Standing& standing) {
    client::Heard heard;
    heard.turn = ++turn_;
    heard.text = coded.turn.text;
    heard.reading = reader_.read(coded.turn, before_);
    heard.fit = language::fit(coded.turn, before_, meaning_);
    Exchange exchange;
    exchange.turn = turn_;
    exchange.codes = coded.codes;
    add_read_codes(heard, exchange.codes);
    exchange.fit = heard.fit;
    exchange.before = standing.state;
    exchange.used = client::recall(standing.memory, "used");
    exchange.weighed = client::weigh(person_, dynamics_, standing, heard, {});
    const auto moved = client::move(person_, dynamics_, standing, heard, exchange.weighed,
                                    dynamics_("relief_followed"));
    standing = client::fold(std::move(standing), {0, {}, moved});
    exchange.after = standing.state;
    exchange.heard = client::recall(standing.memory, "heard");
    exchange.strain = client::recall(standing.memory, "strain");
    return exchange;
  }

  static void add_read_codes(const client::Heard& heard, std::set<std::string>& codes) {
    const auto& skills = *heard.reading.skills;
    const bool leave = heard.fit.permission >= 0.5;
    if (codes.erase("advice") > 0) codes.insert(leave ? "advice, leave asked" : "advice, no leave");
    if (heard.fit.pressure >= 0.5)
      codes.insert(leave ? "pressing, leave asked (reader)" : "pressing, no leave (reader)");
    if (skills.has(Skill::affirm)) codes.insert("affirming (reader)");
    if (skills.has(Skill::support)) codes.insert("support (reader)");
    if (skills.has(Skill::confront) || heard.fit.judges >= 0.5)
      codes.insert("confronting (reader)");
    if (heard.fit.autonomy >= 0.5) codes.insert("autonomy (reader)");
  }

  Exchange close(const Answer& last, const Answer& next) const {
    Exchange exchange = *heard_;
    exchange.last = last;
    exchange.next = next;
    return exchange;
  }

  const language::Reader& reader_;
  const language::Meaning& meaning_;
  const client::Case& person_;
  const client::Dynamics& dynamics_;
  std::vector<Turn> before_;
  std::vector<double> lengths_;
  std::optional<Exchange> heard_;
  int turn_ = 0;
};

}  // namespace

double Answer::lean() const {
  return talk == Talk::change ? 1 : (talk == Talk::sustain ? -1 : 0);
}

double Answer::openness() const {
  return opens ? 1 : (closes ? -1 : 0);
}

client::Case everybody(const std::vector<client::Case>& people) {
  client::Case person;
  const auto each = 1 / static_cast<double>(std::max<std::size_t>(1, people.size()));
  for (const client::Case& one : people) {
    person.start.trust += each * one.start.trust;
    person.start.guard += each * one.start.guard;
    person.start.distress += each * one.start.distress;
    person.start.hope += each * one.start.hope;
  }
  return person;
}

std::vector<Exchange> exchanges(const CodedTalks& talks, const language::Reader& reader,
                                const language::Meaning& meaning, const client::Case& person,
                                const client::Dynamics& dynamics) {
  std::vector<Exchange> all;
  for (std::size_t i = 0; i < talks.talks.size(); ++i)
    for (Exchange& exchange : Follower(reader, meaning, person, dynamics).follow(talks.talks[i], i))
      all.push_back(std::move(exchange));
  return all;
}

}  // namespace attune::study
