#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "base/clock.h"
#include "cli/commands.h"
#include "cli/draft.h"
#include "cli/places.h"
#include "cli/serve.h"
#include "cli/write_file.h"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;
using base::Code;

constexpr std::chrono::minutes kPatience{10};  // for a piece: nobody waits in a talk

constexpr const char* kNoStory =
    "… The whole truth in prose, 500 to 800 words; never shown before the end.";

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// Indented as the block of a YAML key.
std::string block(const std::string& text) {
  std::istringstream in(text);
  std::string all;
  for (std::string line; std::getline(in, line);) all += "  " + line + "\n";
  if (!all.empty()) all.pop_back();
  return all;
}

bool is_id(const std::string& id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

base::Result<std::string> text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return base::fail(Code::not_found, "cannot open " + file.string());
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

base::Result<DraftSources> sources_in(const fs::path& content, const std::string& story) {
  auto prompts = voice::load_case_prompts(content / "prompts");
  if (!prompts) return tl::unexpected(prompts.error());
  auto checks = voice::load_prompts(content / "prompts");
  if (!checks) return tl::unexpected(checks.error());
  auto editors = text_of(content / "templates" / "case.schema.json");
  if (!editors) return tl::unexpected(editors.error());
  return DraftSources{*std::move(prompts), *std::move(checks), *std::move(editors), story};
}

/// Has the model fill the skeleton; the file holds, at any moment, as much as there is.
base::Result<void> draft(const NewCaseOptions& options, const fs::path& file,
                         const std::string& skeleton, const fs::path& content,
                         const std::string& story) {
  auto sources = sources_in(content, story);
  if (!sources) return tl::unexpected(sources.error());
  sources->named = !options.name.empty();
  if (sources->named) sources->story = "The name is " + options.name + ".\n\n" + story;
  const base::SystemClock clock;
  const auto data = data_folder({});
  if (!data) return tl::unexpected(data.error());
  ReachOptions wish = options.reach;
  wish.patience = kPatience;
  const auto reach = find_reach(wish, *data, clock);
  if (!reach) return tl::unexpected(reach.error());
  client::CaseDraft draft(skeleton);
  draft.note(
      "", {"A draft by a language model (" + options.reach.model + ", prompts " +
           sources->prompts.version + "), to be rewritten by a person. Nobody has reviewed it."});
  const auto save = [&] { return write_file(file, draft.text()); };
  if (auto written = save(); !written) return written;
  const auto drafted = write_draft(*reach->outside.model(), *sources, draft, save);
  if (!drafted) return tl::unexpected(drafted.error());
  const std::string count = std::to_string(drafted->taken) + " pieces were drafted, " +
                            std::to_string(drafted->refused) + " refused";
  if (drafted->failure)
    return base::fail(drafted->failure->code, drafted->failure->message + " " + count + "; " +
                                                  file.string() +
                                                  " holds them, and the skeleton for the rest.");
  std::cout << count << ". ";
  return {};
}

}  // namespace

base::Result<void> run_case_new(const NewCaseOptions& options) {
  if (!is_id(options.id))
    return base::fail(Code::invalid, "the id is made of lower-case letters, digits and '-'");
  const bool drafts = !options.reach.model.empty();
  if (drafts && options.story.empty())
    return base::fail(Code::invalid, "a draft needs --story: a text file with a paragraph or more");
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  const auto file = fs::path(options.id + ".yaml");
  if (fs::exists(file))
    return base::fail(Code::conflict, file.string() + " is there already; nothing was changed");
  auto text = text_of(places->content / "templates" / "case.yaml");
  if (!text) return tl::unexpected(text.error());
  const auto story =
      options.story.empty() ? base::Result<std::string>(kNoStory) : text_of(options.story);
  if (!story) return tl::unexpected(story.error());
  if (story->find_first_not_of(" \t\r\n") == std::string::npos)
    return base::fail(Code::invalid, options.story.string() + " is empty; write who they are");
  replace(*text, "{id}", options.id);
  replace(*text, "{name}", options.name.empty() ? options.id : options.name);
  replace(*text, "{story}", block(*story));
  if (drafts) {
    if (auto done = draft(options, file, *text, places->content, *story); !done) return done;
  } else if (auto written = write_file(file, *text); !written) {
    return written;
  }
  std::cout << file.string()
            << " is written. Edit it, and see what is missing with: attune case check "
            << file.string() << '\n';
  return {};
}

}  // namespace attune::cli
