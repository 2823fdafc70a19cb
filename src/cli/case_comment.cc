#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/commands.h"
#include "cli/graph.h"
#include "cli/talk_file.h"
#include "cli/write_file.h"
#include "client/case_yaml.h"
#include "client/principle.h"
#include "study/principle.h"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;
using base::Code;
using conversation::Said;
using conversation::Speaker;

/// The supporter's turns up to one, and the client's reply to it.
struct Commented {
  std::uint64_t seed = 1;
  std::vector<std::string> talk;
  std::string reply;
};

base::Result<Commented> find_reply(const CommentOptions& options, const client::Case& person) {
  const auto events = read_talk_file(options.talk);
  if (!events) return tl::unexpected(events.error());
  const auto& opened = std::get<conversation::Opened>(events->front().body);
  if (opened.case_id != person.id)
    return base::fail(Code::invalid, options.talk.string() + " is a talk with '" + opened.case_id +
                                         "', not with '" + person.id + "'");
  Commented found{opened.seed, {}, ""};
  int last = 0;
  for (const conversation::Event& event : *events) {
    const auto* said = std::get_if<Said>(&event.body);
    if (said == nullptr) continue;
    last = std::max(last, said->turn);
    if (said->turn > options.turn) continue;
    if (said->speaker == Speaker::supporter) found.talk.push_back(said->text);
    if (said->speaker == Speaker::client && said->turn == options.turn) found.reply = said->text;
  }
  if (found.reply.empty())
    return base::fail(Code::not_found, "this talk has no reply to turn " +
                                           std::to_string(options.turn) + "; its last turn is " +
                                           std::to_string(last));
  return found;
}

base::Result<void> check_comment(const CommentOptions& options, const Commented& commented) {
  if (options.never.empty() && options.replies.empty())
    return base::fail(Code::invalid,
                      "say with --never which words they do not use, or with --reply what they say "
                      "instead; without either nothing could be checked");
  if (options.replies.empty() && !client::find_phrase(options.never, commented.reply))
    return base::fail(Code::invalid, "no --never phrase stands in the reply to turn " +
                                         std::to_string(options.turn) +
                                         "; copy a few words out of one of its sentences");
  return {};
}

base::Result<std::string> bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  if (!stream || !(bytes << stream.rdbuf()))
    return base::fail(Code::not_found, "cannot read the case " + file.string());
  return bytes.str();
}

/// The case with the comment in it, written; nothing is when it would not be accepted.
base::Result<client::Case> write_comment(const CommentOptions& options, const fs::path& file,
                                         const Commented& commented) {
  const auto before = bytes_of(file);
  if (!before) return tl::unexpected(before.error());
  const auto after =
      client::add_principle(*before, {options.id, options.principle, options.by, commented.talk,
                                      commented.seed, options.never, options.replies});
  if (!after) return tl::unexpected(after.error());
  auto person = client::parse_case(*after, file.string());
  if (!person)
    return base::fail(person.error().code,
                      "with this principle the case would be refused, so nothing was written:\n" +
                          person.error().message);
  if (auto written = write_file(file, *after); !written) return tl::unexpected(written.error());
  return person;
}

base::Result<fs::path> file_of(const std::string& name) {
  if (fs::exists(name)) return fs::path(name);
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  const fs::path file = places->content / "clients" / (name + ".yaml");
  if (fs::exists(file)) return file;
  return base::fail(Code::not_found, "there is neither a client nor a case file '" + name + "'");
}

}  // namespace

base::Result<void> run_case_comment(const CommentOptions& options) {
  const auto file = file_of(options.person);
  if (!file) return tl::unexpected(file.error());
  const auto before = client::load_case(*file);
  if (!before) return tl::unexpected(before.error());
  const auto commented = find_reply(options, *before);
  if (!commented) return tl::unexpected(commented.error());
  if (auto checked = check_comment(options, *commented); !checked) return checked;
  auto person = write_comment(options, *file, *commented);
  if (!person) return tl::unexpected(person.error());
  const client::Principle principle = person->principles.back();
  std::cout << file->string() << ": principle \"" << principle.id
            << "\" is written; lines that it bars: " << principle.barred.size()
            << ", replies that it gives: " << principle.replies.size() << '\n';
  const auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto desk = graph->seat(*std::move(person));
  const auto followed = study::replay(*desk, principle);
  if (!followed) return tl::unexpected(followed.error());
  if (followed->how != study::Followed::How::yes)
    return base::fail(Code::invalid, study::complaint(principle, *followed) +
                                         "; mend the case until `attune case check` takes it");
  std::cout << "The reply to turn " << options.turn << " was:\n  " << commented->reply
            << "\nand is now:\n  " << followed->reply << '\n';
  return {};
}

}  // namespace attune::cli
