#include "client/case.h"

#include <algorithm>

namespace attune::client {
namespace {

template <class T>
const T* find(const std::vector<T>& all, const std::string& id) {
  const auto found = std::ranges::find(all, id, &T::id);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Layer* Case::layer(const std::string& wanted) const {
  return find(layers, wanted);
}
const Cue* Case::cue(const std::string& wanted) const {
  return find(cues, wanted);
}
const Trap* Case::trap(const std::string& wanted) const {
  return find(traps, wanted);
}
const Line* Case::line(const std::string& wanted) const {
  return find(lines, wanted);
}

}  // namespace attune::client
