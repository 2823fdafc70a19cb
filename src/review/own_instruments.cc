#include "review/own_instruments.h"

#include <algorithm>

namespace attune::review {
namespace {

base::Result<Instrument> load_own(const std::filesystem::path& file,
                                  const std::map<std::string, Instrument>& taken) {
  auto one = load_instrument(file);
  if (!one) return one;
  const auto refused = [&](const std::string& why) {
    return base::fail(base::Code::invalid,
                      file.string() + ": its id is \"" + one->id + "\", " + why);
  };
  if (one->id != file.stem()) return refused("name the file after it");
  if (taken.contains(one->id)) return refused("which another instrument has; choose another id");
  return one;
}

}  // namespace

OwnInstruments with_own_instruments(std::map<std::string, Instrument> shipped,
                                    const std::filesystem::path& folder) {
  OwnInstruments all{std::move(shipped), {}};
  std::error_code none;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::ranges::sort(files);
  for (const auto& file : files) {
    auto one = load_own(file, all.instruments);
    if (one)
      all.instruments.emplace(one->id, *std::move(one));
    else
      all.faults.push_back(one.error());
  }
  return all;
}

}  // namespace attune::review
