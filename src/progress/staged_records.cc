#include "progress/staged_records.h"

#include <filesystem>

namespace attune::progress {
namespace {

client::Case person(const std::string& id, int difficulty, std::vector<std::string> trains,
                    std::vector<Theme> themes, const std::string& risk = "none") {
  client::Case one;
  one.id = id;
  one.name = id;
  one.name[0] = static_cast<char>(one.name[0] - 'a' + 'A');
  one.risk.level = risk;
  one.card.difficulty = difficulty;
  one.card.trains = std::move(trains);
  one.card.themes = std::move(themes);
  one.cues = {{.id = "ring", .kind = "loss"},
              {.id = "lamp", .kind = "hint", .subtle = true},
              {.id = "song", .kind = "strength"},
              {.id = "night", .kind = "risk"}};
  return one;
}

}  // namespace

const People& staged_people() {
  static const std::vector<client::Case> all{
      person("gentle", 1, {"waiting for slow telling", "hearing grief"}, {Theme::grief}),
      person("calm", 1, {"open questions behind politeness"}, {Theme::exams}),
      person("middling", 2, {"waiting for slow telling", "leaving the choice"}, {Theme::family}),
      person("dark", 2, {"asking plainly about suicide"}, {Theme::suicide}, "low"),
      person("hard", 3, {"Hearing a joke that isn't one"}, {Theme::breakup})};
  static const People people = [] {
    People by_id;
    for (const client::Case& one : all) by_id[one.id] = &one;
    return by_id;
  }();
  return people;
}

const Texts& house_texts() {
  static const auto texts =
      load_texts(std::filesystem::path(ATTUNE_ROOT) / "content" / "progress.yaml");
  base::expects(texts.has_value());
  return *texts;
}

base::Instant hour(int hours) {
  return base::Instant{} + std::chrono::hours(hours);
}

Record talk_with(const std::string& person, int at) {
  Record record{.session = conversation::SessionId(person + "-" + std::to_string(at)),
                .case_id = person,
                .opened = hour(at),
                .closed = hour(at + 1),
                .turns = 12};
  return record;
}

Record talk_with(const std::string& person, int at, const std::map<Ability, Tally>& tallies) {
  Record record = talk_with(person, at);
  for (const auto& [ability, tally] : tallies)
    record.tallies[static_cast<std::size_t>(ability)] = tally;
  return record;
}

}  // namespace attune::progress
