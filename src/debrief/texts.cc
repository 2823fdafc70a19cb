#include "debrief/texts.h"

namespace attune::debrief {

const std::vector<std::string>& Texts::of(const std::string& key) const {
  const auto found = phrases.find(key);
  base::expects(found != phrases.end() && !found->second.empty());
  return found->second;
}

bool Texts::has(const std::string& key) const { return phrases.contains(key); }

}  // namespace attune::debrief
