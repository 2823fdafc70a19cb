#include "corpus/read_talk.h"

#include <span>

namespace attune::corpus {

using conversation::Speaker;
using conversation::Turn;

ReadTalk read_talk(const std::vector<Turn>& turns, const language::Reader& reader,
                   const language::Meaning& meaning) {
  ReadTalk talk;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const std::span<const Turn> before(turns.data(), i);
    if (turns[i].speaker == Speaker::supporter)
      talk.fits.push_back(language::fit(turns[i], before, meaning));
    talk.observed.lines.push_back(
        {static_cast<int>(talk.fits.size()), turns[i], reader.read(turns[i], before)});
  }
  return talk;
}

}  // namespace attune::corpus
