#include "trial/export.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>

#include "base/draw.h"
#include "trial/values.h"

namespace attune::trial {
namespace {

/// Code names in an order that says nothing.
class Codes {
 public:
  Codes(char letter, std::vector<std::string> all, std::uint64_t seed) {
    for (std::size_t i = all.size(); i > 1; --i)
      std::swap(all[i - 1], all[base::draw_index(seed, i, std::string("code ") + letter, i)]);
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::array<char, 32> text{};
      std::snprintf(text.data(), text.size(), "%c%03zu", letter, i + 1);
      codes_[all[i]] = text.data();
    }
  }
  [[nodiscard]] const std::string& of(const std::string& id) const { return codes_.at(id); }
  [[nodiscard]] const std::map<std::string, std::string>& all() const { return codes_; }

 private:
  std::map<std::string, std::string> codes_;
};

/// Those who are in, their talks and who rated these.
struct Cast {
  Codes people, talks, raters;
};

Cast cast(const Source& source, const BlindRatings& ratings, std::uint64_t seed) {
  std::vector<std::string> people, talks, raters;
  for (const Participant& person : source.trial.people) {
    if (!is_in(person)) continue;
    people.push_back(person.account);
    for (const HeldTalk& held : held_talks(source, person)) {
      talks.push_back(held.session);
      for (const review::Rating* one : ratings.of(held.session)) raters.push_back(one->rater.id);
    }
  }
  std::ranges::sort(raters);
  raters.erase(std::ranges::unique(raters).begin(), raters.end());
  return {{'P', people, seed}, {'T', talks, seed}, {'R', raters, seed}};
}

class Exporting {
 public:
  Exporting(const Source& source, std::uint64_t seed)
      : source_(source), ratings_(source), cast_(cast(source, ratings_, seed)) {
    for (const Participant& person : source.trial.people) {
      if (first_ == base::Instant{} || person.enrolled < first_) first_ = person.enrolled;
      if (is_in(person)) by_code_[cast_.people.of(person.account)] = &person;
    }
  }

  [[nodiscard]] std::vector<DataTable> tables() const {
    std::vector<DataTable> all{people(), answers(), talks(), ratings(), marks()};
    for (DataTable& one : all) std::ranges::sort(one.rows);
    return all;
  }

 private:
  [[nodiscard]] DataTable people() const;
  [[nodiscard]] DataTable answers() const;
  [[nodiscard]] DataTable talks() const;
  [[nodiscard]] DataTable ratings() const;
  [[nodiscard]] DataTable marks() const;
  [[nodiscard]] std::string day(base::Instant at) const {
    return std::to_string(std::chrono::floor<std::chrono::days>(at - first_).count());
  }

  const Source& source_;
  BlindRatings ratings_;
  Cast cast_;
  base::Instant first_{};
  std::map<std::string, const Participant*> by_code_;
};

DataTable Exporting::people() const {
  DataTable out{"people",
                "One row a person who agreed, was given an arm and did not withdraw.",
                {{"person", "code name, drawn anew for every export"},
                 {"group", "group that they were drawn within; empty where the plan has none"},
                 {"arm", "id of the arm in the plan"},
                 {"enrolled_day", "days since the first person was enrolled", true},
                 {"arm_day", "when the arm was drawn", true},
                 {"talks_held", "talks that were finished", true}},
                {}};
  const bool grouped = source_.trial.plan.randomization.by_group;
  for (const auto& [code, person] : by_code_)
    out.rows.push_back({code, grouped ? person->group : "", person->arm, day(person->enrolled),
                        day(*person->allocated), std::to_string(person->done())});
  return out;
}

DataTable Exporting::answers() const {
  DataTable out{"answers",
                "One row an answer to a questionnaire.",
                {{"person", "as in people"},
                 {"when", "before or after the talks"},
                 {"instrument", "id of the questionnaire"},
                 {"item", "id of the question"},
                 {"value", "as it was answered, not turned about", true}},
                {}};
  for (const auto& [code, person] : by_code_)
    for (const When when : {When::before, When::after})
      if (const auto& sheets = when == When::before ? person->before : person->after)
        for (const review::Sheet& sheet : *sheets)
          for (const auto& [item, value] : sheet.answers)
            out.rows.push_back(
                {code, std::string(name(when)), sheet.instrument, item, std::to_string(value)});
  return out;
}

DataTable Exporting::talks() const {
  DataTable out{"talks",
                "One row a talk that was finished and may be used.",
                {{"talk", "code name, drawn anew for every export"},
                 {"person", "as in people"},
                 {"number", "which of their talks, from 1", true},
                 {"client", "id of the simulated client"},
                 {"condition", "id of the condition in the plan"},
                 {"help", "when ideas came: off, on_request, always, fading"},
                 {"day", "days since the first person was enrolled", true}},
                {}};
  for (const auto& [code, person] : by_code_)
    for (const HeldTalk& held : held_talks(source_, *person))
      out.rows.push_back(
          {cast_.talks.of(held.session), code, std::to_string(held.number + 1), held.talk->client,
           held.talk->condition,
           std::string(name(source_.trial.plan.condition(held.talk->condition).help)),
           day(person->talks[static_cast<std::size_t>(held.number)].begun)});
  return out;
}

DataTable Exporting::ratings() const {
  DataTable out{"ratings",
                "One row an answer of a blinded rater.",
                {{"talk", "as in talks"},
                 {"rater", "code name, drawn anew for every export"},
                 {"rater_group", "peer, lived_experience or expert"},
                 {"instrument", "id of the instrument"},
                 {"turn", "reply that it is about; empty: the whole talk", true},
                 {"item", "id of the question"},
                 {"value", "as it was answered, not turned about", true}},
                {}};
  for (const auto& [session, code] : cast_.talks.all())
    for (const review::Rating* one : ratings_.of(session))
      for (const review::Sheet& sheet : one->form.sheets)
        for (const auto& [item, value] : sheet.answers)
          out.rows.push_back({code, cast_.raters.of(one->rater.id),
                              std::string(name(one->rater.kind)), sheet.instrument,
                              sheet.turn ? std::to_string(*sheet.turn) : "", item,
                              std::to_string(value)});
  return out;
}

DataTable Exporting::marks() const {
  DataTable out{"marks",
                "One row a code that a blinded rater put on a reply; their words are left out.",
                {{"talk", "as in talks"},
                 {"rater", "as in ratings"},
                 {"rater_group", "peer, lived_experience or expert"},
                 {"instrument", "id of the instrument"},
                 {"code", "id of the code"},
                 {"turn", "number of the reply, from 1", true},
                 {"severity", "0 where the instrument has none", true}},
                {}};
  for (const auto& [session, code] : cast_.talks.all())
    for (const review::Rating* one : ratings_.of(session))
      for (const review::Mark& mark : one->form.marks)
        out.rows.push_back({code, cast_.raters.of(one->rater.id),
                            std::string(name(one->rater.kind)), mark.instrument, mark.code,
                            std::to_string(mark.turn), std::to_string(mark.severity)});
  return out;
}

std::string codebook(const Source& source, const std::vector<DataTable>& tables) {
  const Plan& plan = source.trial.plan;
  std::string out = "# " + plan.title + "\n\n" + plan.question + "\n\n";
  if (source.simulated) out += "**Simulated**: made-up people and ratings of a rehearsal.\n\n";
  out +=
      "Code names and their order are drawn anew for every export, days count from the day on "
      "which the first person was "
      "enrolled. Whoever said no or withdrew is in none of these tables. Words of talks and of "
      "raters are in none of them. A "
      "small study can still be guessed at by somebody who knows its people: pass it on with care, "
      "and to nobody who "
      "decides about them.\n\nEach table is there as CSV (UTF-8, comma, first row names) and as "
      "JSON lines.\n";
  for (const DataTable& table : tables) {
    out += "\n## " + table.name + "\n\n" + table.about + " " + std::to_string(table.rows.size()) +
           " rows.\n\n| column | is |\n|---|---|\n";
    for (const DataTable::Column& column : table.columns)
      out += "| " + column.name + " | " + column.about + " |\n";
  }
  out += "\n## Arms\n\n| arm | talks |\n|---|---|\n";
  for (const Arm& arm : plan.arms) {
    out += "| " + arm.id + ": " + arm.title + " |";
    for (const Talk& talk : arm.talks) out += " " + talk.client + " (" + talk.condition + ")";
    out += " |\n";
  }
  out += "\n## Outcomes\n\n| outcome | measure | compared | test |\n|---|---|---|---|\n";
  for (const Outcome* one : plan.outcomes())
    out += "| " + one->id + ": " + one->title + " | " + std::string(name(one->measure)) + ", " +
           one->instrument + "/" + one->score + " | " + one->first + " less " + one->second +
           " | " + std::string(name(one->test)) + " |\n";
  out += "\n## Instruments\n";
  std::vector<std::string> ids = plan.rated_with;
  ids.insert(ids.end(), plan.before.begin(), plan.before.end());
  ids.insert(ids.end(), plan.after.begin(), plan.after.end());
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  for (const std::string& id : ids) {
    const auto found = source.instruments.find(id);
    if (found == source.instruments.end()) continue;
    out += "\n### " + id + ": " + found->second.title + "\n\n| item | asks | from | to |\n" +
           "|---|---|---|---|\n";
    for (const review::Item& item : found->second.items)
      out += "| " + item.id + (item.reverse ? " (high is bad)" : "") + " | " + item.ask + " | " +
             std::to_string(item.low) + " | " + std::to_string(item.high) + " |\n";
  }
  return out;
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string to_csv(const DataTable& table) {
  std::string out;
  const auto add = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    out += "\n";
  };
  std::vector<std::string> names;
  for (const DataTable::Column& column : table.columns) names.push_back(column.name);
  add(names);
  for (const auto& row : table.rows) add(row);
  return out;
}

base::Result<std::vector<File>> export_files(const Source& source, std::uint64_t seed) {
  if (!source.trial.closed && !source.trial.plan.open_label && !source.simulated)
    return base::fail(base::Code::conflict,
                      "an export shows who was in which arm, and this study is still running; "
                      "close it first");
  const std::vector<DataTable> tables = Exporting(source, seed).tables();
  std::vector<File> files;
  for (const DataTable& one : tables) {
    files.push_back({one.name + ".csv", to_csv(one)});
    files.push_back({one.name + ".jsonl", to_json_lines(one)});
  }
  files.push_back({"codebook.md", codebook(source, tables)});
  return files;
}

}  // namespace attune::trial
