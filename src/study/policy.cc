#include "study/policy.h"

#include "base/draw.h"

namespace attune::study {
namespace {

/// One change, drawn; `mutate` draws again where it changed nothing.
class Change {
 public:
  explicit Change(std::uint64_t seed) : seed_(seed) {}

  Policy of(Policy policy) {
    switch (draw("part", 5)) {
      case 0:
        change(policy.opening, 0, kLongestOpening);
        break;
      case 1:
        change(policy.to_question);
        break;
      case 2:
        change(policy.to_little);
        break;
      default:  // what is said most is changed most
        change(policy.cycle, 1, kLongestCycle);
    }
    return policy;
  }

 private:
  std::size_t draw(std::string_view purpose, std::size_t size) {
    return base::draw_index(seed_, ++drawn_, purpose, size);
  }

  Formula formula() { return static_cast<Formula>(draw("formula", kFormulas)); }

  template <class Element, class Make>
  bool insert_or_erase(std::vector<Element>& list, std::size_t least, std::size_t most, Make make) {
    const std::size_t way = draw("way", 3);
    const auto at = [&](std::size_t size) {
      return list.begin() + static_cast<std::ptrdiff_t>(draw("at", size));
    };
    if (way == 0 && list.size() < most)
      list.insert(at(list.size() + 1), make());
    else if (way == 1 && list.size() > least)
      list.erase(at(list.size()));
    else
      return false;
    return true;
  }

  void change(Move& move) {
    if (insert_or_erase(move, 1, kLongestMove, [&] { return formula(); })) return;
    move[draw("which", move.size())] = formula();
  }

  void change(std::vector<Move>& moves, std::size_t least, std::size_t most) {
    if (insert_or_erase(moves, least, most, [&] { return Move{formula()}; })) return;
    if (!moves.empty()) change(moves[draw("which", moves.size())]);
  }

  void change(std::optional<Move>& move) {
    if (!move)
      move = Move{formula()};
    else if (draw("drop", 3) == 0)
      move.reset();
    else
      change(*move);
  }

  std::uint64_t seed_;
  std::uint64_t drawn_ = 0;
};

std::string describe(const Move& move) {
  std::string text;
  for (const Formula formula : move) text.append(text.empty() ? "" : " + ").append(name(formula));
  return text;
}

std::string describe(const std::vector<Move>& moves) {
  std::string text;
  for (const Move& move : moves) text.append(text.empty() ? "" : ", ").append(describe(move));
  return text;
}

}  // namespace

std::string_view name(Formula formula) {
  static constexpr std::array<std::string_view, kFormulas> kNames{
      "sympathy", "parrot",   "reflection", "word",   "more",     "feeling", "guess",  "permission",
      "freedom",  "together", "praise",     "owning", "presence", "suicide", "silence"};
  return kNames[static_cast<std::size_t>(formula)];
}

std::string describe(const Policy& policy) {
  std::string text;
  if (!policy.opening.empty()) text = describe(policy.opening) + ": ";
  text += describe(policy.cycle);
  if (policy.to_question) text += "; to a question: " + describe(*policy.to_question);
  if (policy.to_little) text += "; to few words: " + describe(*policy.to_little);
  return text;
}

Policy mutate(const Policy& policy, std::uint64_t seed) {
  Change change(seed);
  Policy changed = policy;
  while (changed == policy) changed = change.of(policy);
  return changed;
}

}  // namespace attune::study
