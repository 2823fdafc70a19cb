#include "conversation/uptake.h"

#include <algorithm>
#include <cctype>

namespace attune::conversation {
namespace {

using Words = std::vector<std::string>;

/// Dashes, quotation marks and the like: U+2000 to U+206F.
bool is_punctuation(std::string_view rest) {
  return rest.size() >= 3 && rest[0] == '\xe2' && (rest[1] == '\x80' || rest[1] == '\x81');
}

Words words_of(std::string_view text) {
  Words words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (std::isspace(byte) != 0) {
      end_word();
    } else if (is_punctuation(text.substr(i))) {
      i += 2;
    } else if (byte >= 0x80 || std::isalnum(byte) != 0) {
      word += static_cast<char>(std::tolower(byte));
    }
  }
  end_word();
  return words;
}

/// Takes the blanks out of an idea, and out of the reply where they were left standing.
void drop_blanks(std::string& idea, std::string& sent) {
  for (std::size_t open = idea.find('['); open != std::string::npos; open = idea.find('[', open)) {
    const std::size_t close = idea.find(']', open);
    if (close == std::string::npos) return;
    const std::string blank = idea.substr(open, close + 1 - open);
    idea.replace(open, blank.size(), " ");
    if (const std::size_t at = sent.find(blank); at != std::string::npos)
      sent.replace(at, blank.size(), " ");
  }
}

std::size_t levenshtein(const Words& a, const Words& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t before = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = before + (a[i - 1] == b[j - 1] ? 0 : 1);
      before = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

/// A round while its talk is read.
struct Open {
  const Suggested* suggested = nullptr;
  base::Instant offered{};
  std::vector<std::pair<std::string, base::Instant>> adopted;
};

Round close(const Open& open, const Said& said, base::Instant at) {
  Round round{.turn = open.suggested->turn,
              .offered = static_cast<int>(open.suggested->cards.size()),
              .answered = true,
              .adopted = said.adopted};
  if (said.distance) round.distance = *said.distance;
  for (const Suggestion& card : open.suggested->cards) {
    if (said.distance) break;  // the words are erased; this was found while they were there
    const bool is_adopted = round.adopted == card.kind;
    const double distance = edit_distance(card.text, said.text);
    if (is_adopted) round.distance = distance;
    if (distance > 0) continue;
    round.adopted = card.kind;
    round.distance = 0;
    break;
  }
  round.edited = !round.adopted.empty() && round.distance > 0;
  const auto chosen = std::find_if(open.adopted.begin(), open.adopted.end(),
                                   [&](const auto& one) { return one.first == round.adopted; });
  round.decide = (chosen == open.adopted.end() ? at : chosen->second) - open.offered;
  return round;
}

}  // namespace

double edit_distance(std::string_view idea, std::string_view sent) {
  std::string from(idea), to(sent);
  drop_blanks(from, to);
  const Words a = words_of(from), b = words_of(to);
  // Two words run together, or one taken apart, are no edit.
  if (a.empty() && b.empty()) return 0;
  if (joined(a) == joined(b)) return 0;
  return static_cast<double>(levenshtein(a, b)) / static_cast<double>(std::max(a.size(), b.size()));
}

std::vector<Round> rounds(const std::vector<Event>& events) {
  std::vector<Round> found;
  Open open;
  const auto leave = [&] {
    if (open.suggested != nullptr)
      found.push_back({.turn = open.suggested->turn,
                       .offered = static_cast<int>(open.suggested->cards.size())});
    open = {};
  };
  for (const Event& event : events) {
    if (const auto* suggested = std::get_if<Suggested>(&event.body)) {
      leave();
      open = {suggested, event.at, {}};
    } else if (const auto* adopted = std::get_if<Adopted>(&event.body)) {
      if (open.suggested != nullptr) open.adopted.emplace_back(adopted->kind, event.at);
    } else if (const auto* said = std::get_if<Said>(&event.body)) {
      if (open.suggested == nullptr || said->turn != open.suggested->turn + 1 ||
          said->speaker != Speaker::supporter)
        continue;
      found.push_back(close(open, *said, event.at));
      open = {};
    }
  }
  leave();
  return found;
}

}  // namespace attune::conversation
