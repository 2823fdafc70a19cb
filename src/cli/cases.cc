#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/places.h"
#include "client/case_yaml.h"

namespace attune::cli {

base::Result<void> run_cases() {
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  auto cases = client::load_cases(places->content / "clients");
  if (!cases) return tl::unexpected(cases.error());
  constexpr const char* kDifficulty[] = {"gentle", "harder", "hard"};
  for (const client::Case& person : *cases) {
    std::cout << person.id << "  " << person.name << ", " << person.age << ", " << person.place
              << " (" << kDifficulty[std::min(std::max(person.card.difficulty, 1), 3) - 1] << ")\n";
  }
  return {};
}

}  // namespace attune::cli
