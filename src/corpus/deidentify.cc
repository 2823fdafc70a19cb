#include "corpus/deidentify.h"

#include <algorithm>
#include <map>

#include "corpus/name_cues.h"
#include "corpus/private_words.h"

namespace attune::corpus {
namespace {

/// The people of one talk, by each word of their names.
class People {
 public:
  /// The number of who bears these words: a first name, and maybe a family name.
  int number(const std::string& first, const std::string& last) {
    const auto known = numbers_.find(first);
    if (known != numbers_.end()) {
      if (last != first) numbers_.emplace(last, known->second);
      return known->second;
    }
    const int fresh = ++count_;
    numbers_[first] = fresh;
    numbers_.emplace(last, fresh);
    return fresh;
  }
  [[nodiscard]] bool knows(const std::string& word) const { return numbers_.contains(word); }

 private:
  std::map<std::string, int> numbers_;
  int count_ = 0;
};

struct Page {
  std::vector<Word> words;
  std::vector<Found> found;
};

bool is_over(const Page& page, std::size_t begin, std::size_t end) {
  return std::ranges::any_of(page.found,
                             [&](const Found& one) { return begin < one.end && one.begin < end; });
}

void name(Page& page, std::size_t first, std::size_t last, People& people) {
  const Word& from = page.words[first];
  const Word& to = page.words[last];
  if (is_over(page, from.begin, to.end)) return;
  page.found.push_back(
      {from.begin, to.end, "name " + std::to_string(people.number(from.lower, to.lower))});
}

/// Words that are a name somewhere in the talk, where nothing announces them.
void name_again(Page& page, People& people) {
  for (std::size_t i = 0; i < page.words.size(); ++i)
    if (people.knows(page.words[i].lower) && is_meant(page.words, i)) name(page, i, i, people);
}

}  // namespace

Deidentified deidentify(const std::vector<conversation::Turn>& turns) {
  std::vector<Page> pages;
  People people;
  for (const conversation::Turn& turn : turns) {
    Page& page = pages.emplace_back();
    page.words = private_words(turn.text);
    page.found = find_identifiers(turn.text, page.words);
    for (const Named& one : find_names(page.words)) name(page, one.first, one.last, people);
  }
  Deidentified out;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    Page& page = pages[i];
    name_again(page, people);
    std::ranges::sort(page.found, {}, &Found::begin);
    const std::string& text = turns[i].text;
    std::string kept;
    std::size_t at = 0;
    for (const Found& one : page.found) {
      const std::string as = "[" + one.kind + "]";
      kept += text.substr(at, one.begin - at) + as;
      out.replaced.push_back({i, one.begin, text.substr(one.begin, one.end - one.begin), as});
      at = one.end;
    }
    out.turns.push_back({turns[i].speaker, kept + text.substr(at)});
  }
  return out;
}

}  // namespace attune::corpus
