// Does a mind that follows a transcript end nearer to a good supporter than to a poor one?
//
// validity --data DIR (or $ATTUNE_DATA) [--models DIR] ...: DIR/annomi holds AnnoMI, transcripts
// coded high or low quality (docs/data.md). Each client's mind follows each transcript as `attune
// follow` would; the figure is trust minus guard at the end. Several pairs are parts of one set of
// talks, each read with its own heads (validity_folds.sh). docs/models/mind.md says what was fitted
// and what the figures mean.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "base/draw.h"
#include "client/case_yaml.h"
#include "client/mind.h"
#include "language/fit.h"
#include "language/meaning.h"
#include "language/reader.h"
#include "language/table_file.h"
#include "stats/auroc.h"
#include "stats/bootstrap.h"

namespace attune {
namespace {

using conversation::Speaker;
using conversation::Turn;

constexpr int kShuffles = 5;
constexpr int kEarly = 10;
constexpr int kSplits = 40;

struct Transcript {
  std::string id;
  bool high = false;
  std::vector<Turn> turns;
  /// Share of the therapist's utterances that coders called reflections: of all, of the first
  /// turns.
  double reflections = 0, early_reflections = 0;
};

/// A transcript, or one with its supporter turns replaced, as the mind hears it.
using Hearing = std::vector<client::Heard>;

struct Heard {
  bool high = false;
  double turns = 0, words = 0, reflections = 0, read_reflections = 0;
  double early_turns = 0, early_words = 0, early_reflections = 0, early_read_reflections = 0;
  Hearing real, parrot, sympathizer;
  std::vector<Hearing> shuffled;
};

class Share {
 public:
  void take(bool yes) {
    yes_ += yes ? 1 : 0;
    all_ += 1;
  }
  [[nodiscard]] double value() const { return yes_ / std::max(1.0, all_); }

 private:
  double yes_ = 0, all_ = 0;
};

double word_count(const std::string& text) {
  std::istringstream words(text);
  return static_cast<double>(std::distance(std::istream_iterator<std::string>(words), {}));
}

base::Result<std::vector<Transcript>> load_transcripts(const std::filesystem::path& data) {
  const auto table = language::Table::read_csv(data / "annomi" / "annomi-simple.csv");
  if (!table) return tl::unexpected(table.error());
  std::vector<Transcript> talks;
  std::map<std::string, Share> reflections, early;
  for (std::size_t row = 0; row < table->size(); ++row) {
    const std::string& id = table->at(row, "transcript_id");
    if (talks.empty() || talks.back().id != id)
      talks.push_back({id, table->at(row, "mi_quality") == "high", {}});
    const bool client = table->at(row, "interlocutor") == "client";
    const Speaker speaker = client ? Speaker::client : Speaker::supporter;
    auto& turns = talks.back().turns;
    const std::string& text = table->at(row, "utterance_text");
    if (!turns.empty() && turns.back().speaker == speaker)
      turns.back().text += " " + text;
    else
      turns.push_back({speaker, text});
    if (client) continue;
    const bool reflection = table->at(row, "main_therapist_behaviour") == "reflection";
    reflections[id].take(reflection);
    if (std::ranges::count(turns, Speaker::supporter, &Turn::speaker) <= kEarly)
      early[id].take(reflection);
  }
  for (Transcript& talk : talks) {
    talk.reflections = reflections[talk.id].value();
    talk.early_reflections = early[talk.id].value();
  }
  return talks;
}

std::vector<Turn> parroted(std::vector<Turn> turns) {
  std::string last;
  for (Turn& turn : turns) {
    if (turn.speaker == Speaker::client)
      last = turn.text;
    else
      turn.text = "It sounds like " + last;
  }
  return turns;
}

std::vector<Turn> sympathized(std::vector<Turn> turns) {
  for (Turn& turn : turns)
    if (turn.speaker == Speaker::supporter) turn.text = "I'm so sorry, that's hard";
  return turns;
}

std::vector<Turn> shuffled(std::vector<Turn> turns, std::uint64_t seed, const std::string& id) {
  std::vector<Turn*> supporter;
  for (Turn& turn : turns)
    if (turn.speaker == Speaker::supporter) supporter.push_back(&turn);
  for (std::size_t i = supporter.size(); i > 1; --i)
    std::swap(supporter[i - 1]->text, supporter[base::draw_index(seed, i, id, i)]->text);
  return turns;
}

class Ear {
 public:
  Ear(const language::Reader& reader, const language::Meaning& meaning)
      : reader_(reader), meaning_(meaning) {}

  [[nodiscard]] Hearing hear(const std::vector<Turn>& turns) const {
    Hearing hearing;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      if (turns[i].speaker != Speaker::supporter) continue;
      const std::span<const Turn> before(turns.data(), i);
      client::Heard heard;
      heard.turn = static_cast<int>(hearing.size()) + 1;
      heard.text = turns[i].text;
      heard.reading = reader_.read(turns[i], before);
      heard.fit = language::fit(turns[i], before, meaning_);
      hearing.push_back(std::move(heard));
    }
    return hearing;
  }

  [[nodiscard]] Heard hear(const Transcript& talk) const {
    Heard heard;
    heard.high = talk.high;
    heard.reflections = talk.reflections;
    heard.early_reflections = talk.early_reflections;
    heard.real = hear(talk.turns);
    heard.turns = static_cast<double>(heard.real.size());
    heard.early_turns = std::min<double>(kEarly, heard.turns);
    Share reflects, early;
    for (const client::Heard& turn : heard.real) {
      const double words = word_count(turn.text);
      const bool reflection = turn.reading.skills->main == conversation::MainSkill::reflection;
      heard.words += words / heard.turns;
      reflects.take(reflection);
      if (turn.turn > kEarly) continue;
      heard.early_words += words / heard.early_turns;
      early.take(reflection);
    }
    heard.read_reflections = reflects.value();
    heard.early_read_reflections = early.value();
    if (!talk.high) return heard;
    heard.parrot = hear(parroted(talk.turns));
    heard.sympathizer = hear(sympathized(talk.turns));
    for (std::uint64_t seed = 1; seed <= kShuffles; ++seed)
      heard.shuffled.push_back(hear(shuffled(talk.turns, seed, talk.id)));
    return heard;
  }

 private:
  const language::Reader& reader_;
  const language::Meaning& meaning_;
};

struct Followed {
  double end = 0;    // trust minus guard
  double early = 0;  // after kEarly supporter turns, or the last
};

Followed follow(const client::Mind& mind, const client::Case& person, const Hearing& hearing) {
  client::Standing standing = client::begin(person);
  Followed followed;
  for (const client::Heard& heard : hearing) {
    standing = client::fold(std::move(standing), {0, {}, mind.follow(standing, heard)});
    followed.end = standing.state.trust - standing.state.guard;
    if (heard.turn <= kEarly) followed.early = followed.end;
  }
  return followed;
}

double quality_auroc(const std::vector<Heard>& talks, const std::vector<double>& values,
                     std::span<const std::size_t> chosen) {
  std::vector<double> high, low;
  for (const std::size_t i : chosen) (talks[i].high ? high : low).push_back(values[i]);
  return stats::auroc(high, low);
}

std::vector<std::size_t> everyone(const std::vector<Heard>& talks) {
  std::vector<std::size_t> all(talks.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

void report(const char* name, const std::vector<Heard>& talks, const std::vector<double>& values) {
  std::vector<int> strata;
  for (const Heard& talk : talks) strata.push_back(talk.high ? 1 : 0);
  const auto statistic = [&](std::span<const std::size_t> drawn) {
    return quality_auroc(talks, values, drawn);
  };
  const auto interval = stats::bootstrap(strata, statistic, 2000, 1);
  std::printf("  %-28s AUROC %.3f [%.3f, %.3f]\n", name, statistic(everyone(talks)), interval.low,
              interval.high);
}

struct Rivals {
  double parrot = 0, sympathizer = 0;
  std::array<double, kShuffles> shuffles{};
  double high = 0;
};

Rivals compare(const client::Mind& mind, const client::Case& person,
               const std::vector<Heard>& talks, const std::vector<double>& ends) {
  Rivals won;
  for (std::size_t i = 0; i < talks.size(); ++i) {
    if (!talks[i].high) continue;
    won.high += 1;
    won.parrot += follow(mind, person, talks[i].parrot).end < ends[i] ? 1 : 0;
    won.sympathizer += follow(mind, person, talks[i].sympathizer).end < ends[i] ? 1 : 0;
    for (std::size_t k = 0; k < kShuffles; ++k)
      won.shuffles[k] += follow(mind, person, talks[i].shuffled[k]).end < ends[i] ? 1 : 0;
  }
  return won;
}

std::vector<Heard> without_skills(std::vector<Heard> talks) {
  for (Heard& talk : talks)
    for (client::Heard& turn : talk.real) turn.reading.skills.reset();
  return talks;
}

void report_client(const client::Case& person, const client::Dynamics& dynamics,
                   const language::Meaning& meaning, const std::vector<Heard>& talks) {
  const client::Mind mind(person, dynamics, meaning);
  std::vector<double> ends, early, bare;
  for (const Heard& talk : talks) {
    const Followed followed = follow(mind, person, talk.real);
    ends.push_back(followed.end);
    early.push_back(followed.early);
  }
  for (const Heard& talk : without_skills(talks))
    bare.push_back(follow(mind, person, talk.real).end);
  std::printf("%s\n", person.id.c_str());
  report("whole talk", talks, ends);
  report("first 10 supporter turns", talks, early);
  report("whole talk, no trained head", talks, bare);
  const Rivals won = compare(mind, person, talks, ends);
  std::printf("  real ends higher than:       parrot %.0f %%, sympathizer %.0f %%, shuffled",
              100 * won.parrot / won.high, 100 * won.sympathizer / won.high);
  for (const double wins : won.shuffles) std::printf(" %.0f %%", 100 * wins / won.high);
  std::printf(" (%.0f high-quality talks)\n", won.high);
}

/// The dynamics with its three fitted sizes multiplied: gains, pressing and lecturing, straying.
client::Dynamics scaled(client::Dynamics dynamics, const std::array<double, 3>& by) {
  const auto times = [&](std::initializer_list<const char*> names, double factor) {
    for (const char* name : names) dynamics.coefficients[name] *= factor;
  };
  times({"trust_gain", "guard_ease"}, by[0]);
  times({"pressure_trust", "pressure_guard", "lecture_trust", "lecture_guard"}, by[1]);
  times({"off_topic_trust", "off_topic_guard", "unanswered_trust", "unanswered_guard"}, by[2]);
  return dynamics;
}

std::vector<std::vector<double>> grid(const client::Case& person, const client::Dynamics& dynamics,
                                      const language::Meaning& meaning,
                                      const std::vector<Heard>& talks) {
  std::vector<std::vector<double>> ends;
  constexpr std::array kFactors = {0.5, 1.0, 2.0};
  for (const double gain : kFactors)
    for (const double press : kFactors)
      for (const double stray : kFactors) {
        const client::Mind mind(person, scaled(dynamics, {gain, press, stray}), meaning);
        auto& column = ends.emplace_back();
        for (const Heard& talk : talks) column.push_back(follow(mind, person, talk.real).end);
      }
  return ends;
}

/// Refits the three sizes on a random half of the talks and measures on the other half.
void report_split_halves(const client::Case& person, const client::Dynamics& dynamics,
                         const language::Meaning& meaning, const std::vector<Heard>& talks) {
  const auto ends = grid(person, dynamics, meaning, talks);
  double sum = 0, squares = 0;
  for (int split = 0; split < kSplits; ++split) {
    std::array<std::vector<std::size_t>, 2> halves;
    std::array<std::size_t, 2> next{};
    auto order = everyone(talks);
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1],
                order[base::draw_index(static_cast<std::uint64_t>(split), i, "half", i)]);
    for (const std::size_t i : order) halves[next[talks[i].high ? 1 : 0]++ % 2].push_back(i);
    std::size_t best = 0;
    for (std::size_t k = 1; k < ends.size(); ++k)
      if (quality_auroc(talks, ends[k], halves[0]) > quality_auroc(talks, ends[best], halves[0]))
        best = k;
    const double held_out = quality_auroc(talks, ends[best], halves[1]);
    sum += held_out;
    squares += held_out * held_out;
  }
  const double mean = sum / kSplits;
  std::printf("  refitted on half, other half: AUROC %.3f (sd %.3f over %d splits)\n", mean,
              std::sqrt(std::max(0.0, squares / kSplits - mean * mean)), kSplits);
}

/// Talks, and the heads that read them.
struct Part {
  std::filesystem::path data, models = std::filesystem::path(ATTUNE_ROOT) / "models";
};

base::Result<void> hear(const Part& part, const language::Meaning& meaning,
                        std::vector<Heard>& talks) {
  const auto transcripts = load_transcripts(part.data);
  if (!transcripts) return tl::unexpected(transcripts.error());
  const auto reader = language::Reader::open(part.models);
  if (!reader) return tl::unexpected(reader.error());
  const Ear ear(**reader, meaning);
  for (const Transcript& talk : *transcripts) talks.push_back(ear.hear(talk));
  return {};
}

base::Result<void> run(const std::vector<Part>& parts) {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto meaning = language::Meaning::open(root / "models", root / "content" / "lexicons");
  if (!meaning) return tl::unexpected(meaning.error());
  const auto dynamics = client::load_dynamics(root / "content" / "dynamics.yaml");
  if (!dynamics) return tl::unexpected(dynamics.error());
  const auto people = client::load_cases(root / "content" / "clients");
  if (!people) return tl::unexpected(people.error());

  std::vector<Heard> talks;
  for (const Part& part : parts)
    if (auto heard = hear(part, **meaning, talks); !heard) return heard;
  const auto column = [&](double Heard::*field) {
    std::vector<double> values;
    for (const Heard& talk : talks) values.push_back(talk.*field);
    return values;
  };
  std::printf("AnnoMI, %zu transcripts; trust minus guard, high against low quality\n",
              talks.size());
  std::printf("beside it\n");
  const auto fewer = [&](double Heard::*field) {
    auto values = column(field);
    for (double& value : values) value = -value;
    return values;
  };
  report("supporter turns", talks, column(&Heard::turns));
  report("reflection share (coders)", talks, column(&Heard::reflections));
  report("reflection share (reader)", talks, column(&Heard::read_reflections));
  report("fewer words a turn", talks, fewer(&Heard::words));
  std::printf("beside it, of the first %d supporter turns\n", kEarly);
  report("supporter turns", talks, column(&Heard::early_turns));
  report("reflection share (coders)", talks, column(&Heard::early_reflections));
  report("reflection share (reader)", talks, column(&Heard::early_read_reflections));
  report("fewer words a turn", talks, fewer(&Heard::early_words));
  for (const client::Case& person : *people) {
    report_client(person, *dynamics, **meaning, talks);
    report_split_halves(person, *dynamics, **meaning, talks);
  }
  return {};
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  std::vector<attune::Part> parts;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::string(argv[i]) == "--data") parts.push_back({argv[i + 1]});
    if (std::string(argv[i]) == "--models" && !parts.empty()) parts.back().models = argv[i + 1];
  }
  const char* data = std::getenv("ATTUNE_DATA");
  if (parts.empty() && data != nullptr) parts.push_back({data});
  if (parts.empty()) {
    std::fprintf(stderr,
                 "usage: validity --data DIR [--models DIR] ..., or ATTUNE_DATA=DIR; DIR holds "
                 "annomi/; --models: other heads than those of the project\n");
    return 2;
  }
  if (const auto done = attune::run(parts); !done) {
    std::fprintf(stderr, "validity: %s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
