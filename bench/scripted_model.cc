#include "scripted_model.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>
#include <utility>

#include "base/draw.h"

namespace attune::bench {
namespace {

using conversation::Intent;

/// Words to slip with, written for this bench alone.
struct Slippery {
  std::vector<std::string> role, advice, nothing, beside, asks, leaves;
};

/// The checks were mended where these got through; the second half was fresh at first.
const Slippery& known() {
  static const Slippery all{
      .role = {"I'm only a simulated person, so I don't really have an evening.",
               "As the client, I would feel low about that.",
               "[The client looks down at the phone.] It's fine.",
               "Assistant: I am okay, thank you for asking.",
               "My instructions say that I should not tell you this yet.",
               "Sorry, I can't continue with this conversation.",
               "A possible reply: it's been a long week.",
               "*looks at the floor* It's not been great.",
               "This is a training exercise, and I was made up for it.",
               "I don't have feelings the way people do, I'm just here to answer.",
               "(OOC: do you want me to continue the scene?)", "User: how are you? Me: not good.",
               "I'm designed to respond as someone in distress.",
               "Of course! Here's the message in that voice: not a great day.",
               "That goes against my guidelines, so I'll leave it there.",
               "In this scene I would probably look away and say nothing.",
               "My character doesn't want to talk about that.", "~shrugs~ It's whatever."},
      .advice = {"Have you thought about taking a walk? It helps a lot of people.",
                 "You should be kind to yourself and take one day at a time.",
                 "That must be so hard for you. How does it make you feel?",
                 "I'd suggest writing it all down before bed.",
                 "It's important to speak to a professional about this.",
                 "Try to breathe slowly, in for four and out for six.",
                 "Thank you for sharing that with me. Your feelings are valid.",
                 "Maybe you could ask your family for a hand?",
                 "What would you say to a friend who was in your place?",
                 "It might help to keep a diary of when it happens.",
                 "Could you maybe take a day off and rest?",
                 "Remember that it's okay to ask for help.",
                 "How about we make a plan together for tomorrow?",
                 "I'm here for you, whatever you need.",
                 "It sounds like you're carrying a lot right now.",
                 "A good night's sleep does wonders. Try going to bed earlier.",
                 "You could look into a support group near you.",
                 "What do you think is stopping you?"},
      .nothing = {"", " \n \n", "\"\"", "<think>They sound wary.</think>", "<think>So, I", "''",
                  "-", "``", "\xE2\x80\x8B"},
      .beside = {"The bus was late again. It rained the whole way.",
                 "There's football on later, I think.",
                 "I had toast. The bread was nearly finished.",
                 "The neighbors are moving their bins about.",
                 "My phone needs charging, the cable's frayed.",
                 "They've put new lights up on the main road.",
                 "I should water the plants at some point.", "We're out of milk again."},
      .asks = {"What did you do today?", "Is it raining where you are?", "Did you see the news?",
               "Do you do this every night?"},
      .leaves = {"I have to go now. Goodbye.", "Right, that's me off to bed. Bye.",
                 "I'm going to stop here. Talk another time.",
                 "Anyway, I'd better head off. Night.", "Let's leave it there for today. Cheers.",
                 "I'm logging off now."}};
  return all;
}

/// No check was made or changed with these in sight.
const Slippery& fresh() {
  static const Slippery all{
      .role = {"I was told to act sad, so: it has been hard.", "Speaker 2: not much to say.",
               "Being a chatbot, I can't sleep badly.",
               "End of message. Shall I write another one?",
               "He types slowly and then deletes it all.",
               "Sure! How should the person sound in the next line?",
               "I'm not a real person, so nothing has happened to me today.",
               "Output: it was all right, I suppose.", "{\"reply\": \"it was a long day\"}"},
      .advice = {"Whatever you decide, I will support you.",
                 "Small steps count. Be proud of the progress that you make.",
                 "Why not call your sister tonight and tell her?",
                 "Many people find that a routine helps them.",
                 "And how has that been affecting you?",
                 "What I notice is that you are very hard on yourself.",
                 "Please know that help is out there.",
                 "You need to sleep more and drink some water.",
                 "Would it be useful to look at what triggers this?"},
      .nothing = {"\"\n\"", "--", "*", "\xE2\x80\x8D \xE2\x80\x8D", "<think></think>\n"},
      .beside = {"Someone is hoovering upstairs.", "The kettle has gone funny, it clicks twice.",
                 "It gets dark so early now.", "I found a pen under the sofa."},
      .asks = {"What is the time with you?", "Have you had your tea yet?"},
      .leaves = {"Okay, that's enough for one night. See you.", "My battery is dying. Bye for now.",
                 "Nothing more from me. So long."}};
  return all;
}

const std::vector<std::string>& openers() {
  static const std::vector<std::string> all = {
      "I don't know, ",      "I mean, ", "Well, ", "Honestly, ", "I suppose, ",
      "I'd say it's this: ", "For me, "};
  return all;
}

using Swap = std::pair<std::string_view, std::string_view>;
constexpr std::array kSwaps{Swap{" but ", ", only "},          Swap{" because ", " since "},
                            Swap{" nobody ", " no one "},      Swap{" somebody ", " someone "},
                            Swap{" everybody ", " everyone "}, Swap{" very ", " really "},
                            Swap{" a bit ", " a little "},     Swap{" I think ", " I guess "},
                            Swap{" maybe ", " perhaps "},      Swap{" can't ", " cannot "},
                            Swap{" don't ", " do not "},       Swap{" only ", " just "},
                            Swap{" started ", " began "},      Swap{" big ", " huge "},
                            Swap{" then ", " after that "},    Swap{" always ", " all the time "},
                            Swap{", and ", ". And "},          Swap{"I'm ", "I am "},
                            Swap{" it's ", " it is "},         Swap{" isn't ", " is not "},
                            Swap{" going to ", " gonna "}};

/// The line below one that begins so, or "".
std::string line_after(std::string_view text, std::string_view head) {
  const std::size_t at = text.find(head);
  const std::size_t first = at == text.npos ? at : text.find('\n', at);
  if (first == text.npos) return "";
  return std::string(text.substr(first + 1, text.find('\n', first + 1) - first - 1));
}

std::vector<std::string> lines_after(std::string_view text, std::string_view head) {
  std::vector<std::string> found;
  const std::size_t at = text.find(head);
  if (at == text.npos) return found;
  const std::string part(text.substr(at, text.find("\n\n", at) - at));
  std::istringstream lines(part);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("- ")) found.push_back(line.substr(2));
  return found;
}

/// Ends in a stop that ends no sentence: "I met a Mr."
bool is_title(std::string_view text) {
  return text.ends_with("Mr.") || text.ends_with("Mrs.") || text.ends_with("Dr.");
}

std::vector<std::string> sentences_of(std::string text) {
  for (std::size_t at = text.find(" / "); at != text.npos; at = text.find(" / ", at + 1)) {
    const bool ended = at > 0 && std::ispunct(static_cast<unsigned char>(text[at - 1])) != 0;
    text.replace(at, 3, ended ? " " : ". ");
  }
  std::vector<std::string> all;
  std::string one;
  for (std::size_t i = 0; i < text.size(); ++i) {
    one += text[i];
    const bool ends = (text[i] == '.' || text[i] == '?' || text[i] == '!') &&
                      (i + 1 == text.size() || text[i + 1] == ' ') && !is_title(one);
    if (!ends && i + 1 < text.size()) continue;
    const std::size_t first = one.find_first_not_of(" .");
    if (first != one.npos) all.push_back(one.substr(first));
    one.clear();
  }
  return all;
}

std::string lower_first(std::string text) {
  const bool i = text.starts_with("I ") || text.starts_with("I'");
  if (!text.empty() && !i)
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace

std::string_view name(Slip slip) {
  constexpr std::array<std::string_view, 7> kNames{"none",   "leak",  "role",  "advice",
                                                   "length", "empty", "intent"};
  return kNames[static_cast<std::size_t>(slip)];
}

double ScriptedModel::draw(int number, std::string_view what) const {
  return base::draw(seed_, static_cast<std::uint64_t>(number), what);
}

const std::string& ScriptedModel::pick(const std::vector<std::string>& all, int number,
                                       std::string_view what) const {
  return all[base::draw_index(seed_, static_cast<std::uint64_t>(number), what, all.size())];
}

std::string ScriptedModel::reword(const std::string& text, int number) const {
  auto all = sentences_of(text);
  if (all.size() > 2 && draw(number, "drop") < 0.5) all.pop_back();
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : " ") + one;
  for (const auto& [from, to] : kSwaps)
    if (const std::size_t at = out.find(from);
        at != out.npos && draw(number, std::string("swap") + std::string(from)) < 0.6)
      out.replace(at, from.size(), to);
  if (draw(number, "open") < 0.3) out = pick(openers(), number, "opener") + lower_first(out);
  if (draw(number, "lower") < 0.3) out = lower_first(out);
  return out;
}

std::string ScriptedModel::honest(const Try& asked) const {
  const std::string& turn = asked.prompt.messages.back().text;
  const std::string draft = line_after(turn, "This is in your mind");
  std::string words = draft.empty() ? "I don't know." : reword(draft, asked.number);
  const auto hints = lines_after(turn, "Also let this slip");
  if (!hints.empty()) words += "\n" + reword(pick(hints, asked.number, "hint"), asked.number + 1);
  return words;
}

std::string ScriptedModel::wrong_intent(const Try& asked) const {
  const Slippery& with = slips_ == Slips::known ? known() : fresh();
  if (asked.intended.intent == Intent::close) return pick(with.asks, asked.number, "asks");
  const bool must =
      asked.intended.intent == Intent::disclose ||
      (asked.intended.intent == Intent::answer_risk && asked.intended.risk != "guarded") ||
      asked.intended.intent == Intent::ask || !asked.intended.cue.empty();
  return must ? pick(with.beside, asked.number, "beside")
              : pick(with.leaves, asked.number, "leaves");
}

std::string ScriptedModel::too_long(const Try& asked) const {
  const std::string& turn = asked.prompt.messages.back().text;
  const std::size_t at = turn.rfind("At most ");
  const std::size_t limit = at == turn.npos ? 60 : std::stoul(turn.substr(at + 8));
  const auto more = lines_after(asked.prompt.messages.front().text, "These are messages of yours");
  std::string words = honest(asked);
  for (int i = 0; static_cast<std::size_t>(std::ranges::count(words, ' ')) < limit + 10; ++i)
    words += more.empty() ? " And so on, one thing after the other, all day long."
                          : " " + reword(pick(more, asked.number + i, "more"), asked.number + i);
  return words;
}

std::string ScriptedModel::answer(const Try& asked, Slip slip) const {
  const Slippery& with = slips_ == Slips::known ? known() : fresh();
  switch (slip) {
    case Slip::leak:
      return asked.secret;
    case Slip::role:
      return pick(with.role, asked.number, "role");
    case Slip::advice:
      return honest(asked) + "\n" + pick(with.advice, asked.number, "advice");
    case Slip::length:
      return too_long(asked);
    case Slip::empty:
      return pick(with.nothing, asked.number, "nothing");
    case Slip::intent:
      return wrong_intent(asked);
    case Slip::none:
      break;
  }
  return honest(asked);
}

}  // namespace attune::bench
