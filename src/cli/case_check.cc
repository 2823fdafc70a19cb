#include <iostream>

#include "cli/commands.h"
#include "cli/places.h"
#include "client/case_check.h"
#include "client/case_yaml.h"
#include "language/reader.h"

namespace attune::cli {

base::Result<void> run_case_check(const std::filesystem::path& file) {
  auto person = client::load_case(file);
  if (!person) return tl::unexpected(person.error());
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  auto reader = language::Reader::open(places->models);
  if (!reader) return tl::unexpected(base::wrap("loading the models", reader.error()));
  const auto warnings = client::check_emotions(*person, **reader);
  for (const client::Warning& warning : warnings) {
    std::cout << file.string() << ':' << warning.line << ": warning: meant as "
              << name(warning.meant) << ", reads as " << name(warning.read) << '\n';
  }
  std::cout << file.string() << ": accepted; " << person->lines.size() << " lines, "
            << person->layers.size() << " layers, " << person->cues.size() << " cues, "
            << person->traps.size() << " traps, " << warnings.size() << " warnings\n";
  return {};
}

}  // namespace attune::cli
