#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "review/instrument.h"

namespace attune::review {

/// Instruments that ship and those of the service, by id.
struct OwnInstruments {
  std::map<std::string, Instrument> instruments;
  std::vector<base::Error> faults;  ///< of files that were passed over: file, line and mend
};

/// Adds the `.yaml` files of a service's own folder, which need not be there. One that cannot be
/// read, is not named after its id, or has an id that ships is passed over and named.
[[nodiscard]] OwnInstruments with_own_instruments(std::map<std::string, Instrument> shipped,
                                                  const std::filesystem::path& folder);

}  // namespace attune::review
