#include "language/feelings.h"

#include <array>
#include <string_view>
#include <unordered_map>

#include "base/draw.h"
#include "language/stem.h"

namespace attune::language {
namespace {

constexpr std::array<std::string_view, 12> kFamilies = {
    "sad unhappy sadness miserable down low blue upset crying cry cried tears heartbroken gutted "
    "grief "
    "grieving miss missing missed loss lost devastated depressed depressing hopeless empty despair "
    "numb "
    "heavy broken",
    "afraid scared fear frightened frightening scary terrified anxious anxiety worried worry "
    "worries "
    "worrying nervous panic panicking dread uneasy concerned concern paranoid",
    "angry anger mad furious annoyed annoying irritated rage resent resentment resentful bitter "
    "frustrated frustrating frustration livid raging unfair hate pissed cross snapped hassle "
    "hassled "
    "nagging",
    "ashamed shame embarrassed embarrassing guilt guilty humiliated worthless useless failure "
    "failed "
    "stupid pathetic regret blame disgusted disgusting daft embarrassment burden",
    "alone lonely loneliness isolated abandoned unwanted invisible left ignored unseen unloved "
    "unheard",
    "tired exhausted exhausting worn drained knackered sleepless weary burnt burned fatigue "
    "shattered",
    "overwhelmed overwhelming stressed stress stressful pressure swamped struggling struggle "
    "hectic "
    "tense unbearable crazy cope coping",
    "hurt hurts hurting betrayed rejected pain painful wounded stung sting dumped disappointed "
    "disappointing disrespected judged cheated",
    "stuck trapped powerless helpless cornered caught bored boring pointless restless nothing",
    "torn confused confusing unsure uncertain mixed ambivalent conflicted doubt doubtful puzzled "
    "dilemma split",
    "hope hopeful confident determined ready motivated excited willing committed optimistic "
    "relieved "
    "relief interested important care",
    "happy glad proud grateful love loved enjoy enjoyed joy pleased good calm relaxed relax safe "
    "comfortable fun nice",
};

const std::unordered_map<std::uint64_t, Feelings>& table() {
  static const auto kTable = [] {
    std::unordered_map<std::uint64_t, Feelings> entries;
    for (std::size_t i = 0; i < kFamilies.size(); ++i) {
      std::string_view words = kFamilies[i];
      while (!words.empty()) {
        const std::size_t space = words.find(' ');
        entries[base::hash(words.substr(0, space))] |= Feelings{1} << i;
        words = space == std::string_view::npos ? "" : words.substr(space + 1);
      }
    }
    return entries;
  }();
  return kTable;
}

const Patterns& frames() {
  static constexpr std::array kPhrases = {
      "you "
      "feel|felt|are|were|sound|seem|get|got|must|have|really|love|hate|care|want|enjoy|worry|miss",
      "feel|feels|feeling|felt",
      "sounds|seems|must|can|might",
      "it|that|this is|was|makes|made|has",
      "part of you",
      "there is",
      "your",
      "so|really|pretty|quite|very|kind|bit",
  };
  static const Patterns kList(kPhrases);
  return kList;
}

}  // namespace

Feelings feelings_of(std::uint64_t word) {
  const auto found = table().find(word);
  return found == table().end() ? 0 : found->second;
}

Feelings feelings(const Wording& text) {
  Feelings found = 0;
  for (const std::uint64_t key : text.keys) found |= feelings_of(key);
  return found;
}

Feelings feelings_named(const Wording& text) {
  return frames().find(text).any() ? feelings(text) : 0;
}

bool asks_after_feeling(const Wording& text) {
  static constexpr std::array kPhrases = {
      "how do|did|are|does|is|was|would|has you|that|it|this|all|things "
      "make|made|feel|feeling|you|left "
      "you? feel|feeling|felt|for?",
      "how|what are|is|was|were|did|does|has you|that|it|this feeling|like|for|been|bring|do",
      "what * "
      "feel|feeling|feelings|like|emotions|hardest|worst|toughest|scares|hurts|worries|bothers",
      "what comes|came|goes|went|is|was|happens up|through|going|inside",
      "how * feel|feeling|cope|coping|managing|holding|handling",
  };
  static const Patterns kList(kPhrases);
  return kList.find(text, Where::questions).any();
}

}  // namespace attune::language
