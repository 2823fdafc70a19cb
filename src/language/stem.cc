#include "language/stem.h"

#include <algorithm>
#include <array>

#include "language/word_table.h"

namespace attune::language {
namespace {

constexpr auto kIrregular = std::to_array<WordTable::Entry>({
    {"am", "be"},          {"are", "be"},       {"ate", "eat"},     {"awoke", "awake"},
    {"became", "become"},  {"been", "be"},      {"began", "begin"}, {"begun", "begin"},
    {"better", "good"},    {"bought", "buy"},   {"broke", "break"}, {"broken", "break"},
    {"brought", "bring"},  {"came", "come"},    {"can't", "can"},   {"caught", "catch"},
    {"children", "child"}, {"did", "do"},       {"didn't", "do"},   {"does", "do"},
    {"doesn't", "do"},     {"don't", "do"},     {"done", "do"},     {"drank", "drink"},
    {"driven", "drive"},   {"drove", "drive"},  {"drunk", "drink"}, {"dying", "die"},
    {"eaten", "eat"},      {"fallen", "fall"},  {"feet", "foot"},   {"fell", "fall"},
    {"felt", "feel"},      {"fought", "fight"}, {"found", "find"},  {"gave", "give"},
    {"given", "give"},     {"gone", "go"},      {"got", "get"},     {"gotten", "get"},
    {"grew", "grow"},      {"grown", "grow"},   {"had", "have"},    {"has", "have"},
    {"haven't", "have"},   {"heard", "hear"},   {"held", "hold"},   {"hid", "hide"},
    {"hidden", "hide"},    {"i'd", "i"},        {"i'll", "i"},      {"i'm", "i"},
    {"i've", "i"},         {"is", "be"},        {"isn't", "be"},    {"kept", "keep"},
    {"knew", "know"},      {"known", "know"},   {"led", "lead"},    {"left", "leave"},
    {"lives", "live"},     {"lost", "lose"},    {"lying", "lie"},   {"made", "make"},
    {"meant", "mean"},     {"men", "man"},      {"met", "meet"},    {"mice", "mouse"},
    {"news", "news"},      {"paid", "pay"},     {"ran", "run"},     {"said", "say"},
    {"sang", "sing"},      {"sat", "sit"},      {"saw", "see"},     {"seen", "see"},
    {"sent", "send"},      {"shook", "shake"},  {"shown", "show"},  {"slept", "sleep"},
    {"sold", "sell"},      {"spent", "spend"},  {"spoke", "speak"}, {"spoken", "speak"},
    {"stolen", "steal"},   {"stood", "stand"},  {"sung", "sing"},   {"taken", "take"},
    {"taught", "teach"},   {"teeth", "tooth"},  {"this", "this"},   {"thought", "think"},
    {"thoughts", "think"}, {"told", "tell"},    {"took", "take"},   {"tried", "try"},
    {"tries", "try"},      {"trying", "try"},   {"was", "be"},      {"went", "go"},
    {"were", "be"},        {"wives", "wife"},   {"woke", "wake"},   {"woken", "wake"},
    {"women", "woman"},    {"wore", "wear"},    {"worse", "bad"},   {"worst", "bad"},
    {"written", "write"},  {"wrote", "write"},  {"you'd", "you"},   {"you'll", "you"},
    {"you're", "you"},     {"you've", "you"},
});

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool has_vowel(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_vowel);
}

bool drop(std::string& word, std::string_view ending, std::size_t left) {
  if (!word.ends_with(ending) || word.size() < ending.size() + left) return false;
  if (!has_vowel(std::string_view(word).substr(0, word.size() - ending.size()))) return false;
  word.resize(word.size() - ending.size());
  return true;
}

void undouble(std::string& word) {
  const std::size_t n = word.size();
  if (n < 3 || word[n - 1] != word[n - 2] || is_vowel(word[n - 1])) return;
  if (word[n - 1] != 'l' && word[n - 1] != 's') word.pop_back();
}

void drop_plural(std::string& word) {
  if (word.ends_with("ies") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
  } else if (word.ends_with("sses") || word.ends_with("shes") || word.ends_with("ches") ||
             word.ends_with("xes")) {
    word.resize(word.size() - 2);
  } else if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
             !word.ends_with("us") && !word.ends_with("is")) {
    word.pop_back();
  }
}

void drop_endings(std::string& word) {
  drop_plural(word);
  if (std::string_view("dglsy").find(word.back()) == std::string_view::npos) return;  // most
  if (drop(word, "iness", 3) || drop(word, "ied", 2) || drop(word, "ily", 3)) word += 'y';
  if (drop(word, "ness", 3) || drop(word, "fully", 3) || drop(word, "ful", 4)) return;
  if (drop(word, "ing", 3) || drop(word, "ed", 3))
    undouble(word);
  else if (drop(word, "ly", 3))
    undouble(word);
}

}  // namespace

std::string stem(std::string_view form) {
  static const WordTable kStems(kIrregular);
  if (const auto* found = kStems.find(form)) return std::string(*found);
  std::string word(form);
  if (word.ends_with("'s") || word.ends_with("'d")) word.resize(word.size() - 2);
  if (word.size() <= 3) return word;
  drop_endings(word);
  if (word.size() > 3 && word.ends_with('e')) word.pop_back();
  return word;
}

}  // namespace attune::language
