#include <iostream>
#include <string>

#include "cli/commands.h"
#include "cli/places.h"
#include "language/read_line.h"
#include "language/reader.h"

namespace attune::cli {

base::Result<void> run_read() {
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  auto reader = language::Reader::open(places->models);
  if (!reader) return tl::unexpected(base::wrap("loading the models", reader.error()));
  std::ios::sync_with_stdio(false);
  int number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << language::read_line(**reader, line, ++number) << '\n';
  }
  std::cout.flush();
  return {};
}

}  // namespace attune::cli
