#include <iomanip>
#include <iostream>

#include "cli/commands.h"
#include "cli/places.h"
#include "language/card.h"
#include "language/reader.h"

namespace attune::cli {

base::Result<void> run_models() {
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  auto reader = language::Reader::open(places->models);
  if (!reader) return tl::unexpected(base::wrap("loading the models", reader.error()));
  for (const language::Card& card : (*reader)->cards()) {
    std::cout << std::left << std::setw(10) << card.head << card.statistic << ' ' << std::fixed
              << std::setprecision(3) << card.value << " [" << card.low << ", " << card.high
              << "], n = " << card.n << ", on " << card.measured_on << ", " << card.date << "; "
              << card.license << '\n';
  }
  for (const char* name : {"spelling", "words"}) {  // what the heads rest on
    const auto card = language::load_card(places->models / (std::string(name) + ".json"));
    if (!card) return tl::unexpected(base::wrap("loading the models", card.error()));
    std::cout << std::setw(10) << card->head << std::setprecision(0) << card->value
              << " words known, " << card->date << "; " << card->license << '\n';
  }
  return {};
}

}  // namespace attune::cli
