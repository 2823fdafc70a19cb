#include "base/yaml_part.h"

#include <algorithm>

namespace attune::base::yaml {

Part* make_part(Memory& memory, Part::Kind kind, Mark mark) {
  return new (memory.allocate(sizeof(Part), alignof(Part))) Part{.kind = kind, .mark = mark};
}

Part* make_scalar(Memory& memory, std::string_view text, Mark mark, Style style) {
  const bool nothing = style == Style::plain && (text.empty() || text == "~" || text == "null");
  Part* part = make_part(memory, nothing ? Part::Kind::nothing : Part::Kind::scalar, mark);
  auto* kept = static_cast<char*>(memory.allocate(text.size(), 1));
  std::ranges::copy(text, kept);
  part->text = {kept, text.size()};
  return part;
}

}  // namespace attune::base::yaml
