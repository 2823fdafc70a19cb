#include <iostream>

#include "cli/commands.h"
#include "cli/graph.h"
#include "client/case_check.h"
#include "client/case_yaml.h"
#include "study/principle.h"

namespace attune::cli {
namespace {

/// Holds the talk of every principle again; the error names each that its reply does not follow.
base::Result<void> check_principles(const client::Case& person, const std::string& file) {
  if (person.principles.empty()) return {};
  const auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto desk = graph->seat(person);
  std::string faults;
  for (const client::Principle& principle : desk->person.principles) {
    const auto followed = study::replay(*desk, principle);
    if (!followed) return tl::unexpected(followed.error());
    if (followed->how == study::Followed::How::yes) continue;
    faults += (faults.empty() ? "" : "\n") + file + ":" + std::to_string(principle.line) + ": " +
              study::complaint(principle, *followed);
  }
  if (!faults.empty()) return base::fail(base::Code::invalid, faults);
  return {};
}

}  // namespace

base::Result<void> run_case_check(const std::filesystem::path& file) {
  auto person = client::load_case(file);
  if (!person) return tl::unexpected(person.error());
  if (auto followed = check_principles(*person, file.string()); !followed) return followed;
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  auto reader = language::Reader::open(places->models);
  if (!reader) return tl::unexpected(base::wrap("loading the models", reader.error()));
  const auto warnings = client::check_emotions(*person, **reader);
  for (const client::Warning& warning : warnings) {
    std::cout << file.string() << ':' << warning.line << ": warning: meant as "
              << name(warning.meant) << ", reads as " << name(warning.read) << '\n';
  }
  for (const client::Principle& principle : person->principles)
    for (const int line : principle.barred)
      std::cout << file.string() << ':' << line << ": never said, by principle \"" << principle.id
                << "\"\n";
  std::cout << file.string() << ": accepted; " << person->lines.size() << " lines, "
            << person->layers.size() << " layers, " << person->cues.size() << " cues, "
            << person->traps.size() << " traps, " << warnings.size()
            << " warnings; principles: " << person->principles.size() << ", all followed\n";
  return {};
}

}  // namespace attune::cli
