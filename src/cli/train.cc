#include <iostream>

#include "cli/commands.h"
#include "cli/places.h"
#include "client/case_check.h"
#include "client/case_yaml.h"
#include "language/train.h"
#include "voice/acts_yaml.h"
#include "voice/topics.h"

namespace attune::cli {

namespace {

base::Result<std::vector<language::ClientLines>> client_lines(const std::filesystem::path& folder) {
  const auto people = client::load_cases(folder);
  if (!people) return tl::unexpected(people.error());
  std::vector<language::ClientLines> all;
  for (const client::Case& person : *people) {
    all.push_back({person.id, {}});
    for (const client::Line& line : person.lines) {
      if (!client::is_readable(line)) continue;
      language::EmotionExample example{client::words(line), {}, {}};
      example.emotions[static_cast<std::size_t>(line.emotion)] = true;
      all.back().lines.push_back(std::move(example));
    }
  }
  return all;
}

/// The ways of asking each topic of each client, in plain words.
base::Result<std::vector<language::QuestionSet>> questions(const std::filesystem::path& content) {
  const auto people = client::load_cases(content / "clients");
  if (!people) return tl::unexpected(people.error());
  const auto acts = voice::load_acts(content / "acts.yaml");
  if (!acts) return tl::unexpected(acts.error());
  std::vector<language::QuestionSet> sets;
  for (const client::Case& person : *people)
    sets.push_back(voice::phrasings(person, acts->wording));
  return sets;
}

}  // namespace

base::Result<void> run_train(const TrainOptions& options) {
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  language::TrainOptions how;
  how.own = places->content / "training";
  how.progress = [](std::string_view step) { std::cerr << step << std::endl; };
  if (options.head == "emotion") {
    auto lines = client_lines(places->content / "clients");
    if (!lines) return tl::unexpected(lines.error());
    how.clients = std::move(*lines);
  }
  if (options.head == "questions") {
    auto sets = questions(places->content);
    if (!sets) return tl::unexpected(sets.error());
    how.questions = std::move(*sets);
  }
  auto report = language::train(options.head, options.from, options.out, how);
  if (!report) return tl::unexpected(base::wrap("training " + options.head, report.error()));
  for (const std::string& line : report->lines) std::cout << line << '\n';
  return {};
}

}  // namespace attune::cli
