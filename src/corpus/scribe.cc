#include "corpus/scribe.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "corpus/speakers.h"

namespace attune::corpus {
namespace {

using conversation::Speaker;

constexpr std::size_t kLongestName = 40;  // code points of a speaker's name in an error
constexpr std::size_t kMostNames = 5;

std::string cut(const std::string& name) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < name.size() && count < kLongestName; ++count)
    base::append(out, base::next(name, at));
  return "'" + out + (out.size() < name.size() ? "…'" : "'");
}

std::string listed(const std::set<std::string>& names) {
  std::string out;
  std::size_t count = 0;
  for (const std::string& name : names) {
    if (++count > kMostNames) return out + " and others";
    if (count > 1) out += count == names.size() ? " and " : ", ";
    out += cut(name);
  }
  return out;
}

std::string counted(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string note_of(int empty, int instructions) {
  std::string note;
  if (empty > 0) note = counted(empty, "message without words", "messages without words");
  if (instructions > 0) {
    if (!note.empty()) note += " and ";
    note += counted(instructions, "instruction that nobody said", "instructions that nobody said");
  }
  if (note.empty()) return note;
  return note + (empty + instructions == 1 ? " was" : " were") + " passed over.";
}

}  // namespace

void Scribe::begin(std::string id, std::string title, Apart apart) {
  if (id.empty()) id = std::to_string(talks_.size() + 1);
  talks_.push_back({plain_words(id), plain_words(title), apart, {}, 0, 0});
}

void Scribe::say(std::string_view who, std::string_view words, const Place& place) {
  Talk& talk = talks_.back();
  std::string plain = plain_words(words);
  if (is_nobody(who))
    ++talk.instructions;
  else if (plain.empty())
    ++talk.empty;
  else
    talk.messages.push_back({plain_name(plain_words(who)), std::move(plain), place});
}

void Scribe::join() {
  std::vector<Talk> joined;
  for (Talk& talk : talks_) {
    if (joined.empty() || talk.apart == Apart::plainly) {
      talk.id = std::to_string(joined.size() + 1);
      joined.push_back(std::move(talk));
      continue;
    }
    Talk& last = joined.back();
    for (Message& message : talk.messages) last.messages.push_back(std::move(message));
    last.empty += talk.empty;
    last.instructions += talk.instructions;
  }
  talks_ = std::move(joined);
}

base::Error Scribe::refusal(const Talk& talk, const Message& message,
                            const std::string& file) const {
  std::set<std::string> names;
  for (const Message& one : talk.messages) names.insert(one.who);
  const std::string where = file + ", " + message.place + ": ";
  if (options_.client.empty())
    return {base::Code::invalid,
            where + "nobody knows whether " + cut(message.who) +
                " is the client or the supporter (the speakers of this talk are " + listed(names) +
                "); say who is the client with --client NAME"};
  return {base::Code::invalid, where + "the speakers of this talk are " + listed(names) +
                                   "; with --client " + cut(options_.client) +
                                   " there must be that one and one other"};
}

base::Result<Speaker> Scribe::speaker(const Talk& talk, const Message& message,
                                      const std::string& file) const {
  if (options_.client.empty()) {
    const auto known = speaker_called(message.who);
    if (known) return *known;
    return tl::unexpected(refusal(talk, message, file));
  }
  const std::string client = plain_name(options_.client);
  if (message.who == client) return Speaker::client;
  const bool one_other =
      std::all_of(talk.messages.begin(), talk.messages.end(),
                  [&](const Message& one) { return one.who == client || one.who == message.who; });
  const bool client_there = std::any_of(talk.messages.begin(), talk.messages.end(),
                                        [&](const Message& one) { return one.who == client; });
  if (one_other && client_there) return Speaker::supporter;
  return tl::unexpected(refusal(talk, message, file));
}

base::Result<std::vector<Transcript>> Scribe::finish(const std::string& file) && {
  std::vector<Transcript> out;
  std::size_t turns = 0;
  for (Talk& talk : talks_) {
    Transcript& transcript = out.emplace_back();
    transcript.id = std::move(talk.id);
    transcript.title = std::move(talk.title);
    transcript.note = note_of(talk.empty, talk.instructions);
    for (Message& message : talk.messages) {
      const auto who = speaker(talk, message, file);
      if (!who) return tl::unexpected(who.error());
      auto& said = transcript.turns;
      if (!said.empty() && said.back().speaker == *who)
        said.back().text += "\n" + message.words;
      else
        said.push_back({*who, message.words});
    }
    turns += transcript.turns.size();
  }
  if (turns != 0) return out;
  return base::fail(base::Code::invalid, file + ": nobody says anything in it");
}

}  // namespace attune::corpus
