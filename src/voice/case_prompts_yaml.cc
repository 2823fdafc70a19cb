#include <fstream>
#include <sstream>

#include "base/yaml.h"
#include "client/case_rules.h"
#include "voice/prompts.h"

namespace attune::voice {
namespace {

namespace yaml = base::yaml;
using base::Code;

constexpr const char* kPieces[] = {"facts",       "head",        "note",  "layers",
                                   "feelings",    "cues",        "traps", "topics",
                                   "assumptions", "layer_lines", "hints", "lines"};

base::Error refuse(const std::filesystem::path& file, const yaml::Mark& mark,
                   const std::string& what) {
  return {Code::invalid, file.string() + ":" + std::to_string(mark.line + 1) + ":" +
                             std::to_string(mark.column + 1) + ": " + what};
}

/// The texts under `part`, by key.
std::map<std::string, std::string> texts_of(const yaml::Node& part) {
  std::map<std::string, std::string> texts;
  for (const yaml::Entry& one : part.entries()) texts[one.key.scalar()] = one.value.scalar();
  return texts;
}

/// What is missing of what a draft asks for, or "".
std::string missing(const CasePrompts& prompts) {
  for (const char* piece : kPieces)
    if (!prompts.pieces.contains(piece)) return std::string("`pieces` has no `") + piece + "`";
  for (const client::IntentRule& rule : client::intent_rules())
    if (rule.belongs_to.empty() && !prompts.intents.contains(std::string(rule.name)))
      return "`intents` has no `" + std::string(rule.name) + "`";
  return prompts.subjects.empty() ? "`subjects` is empty" : "";
}

}  // namespace

base::Result<CasePrompts> load_case_prompts(const std::filesystem::path& folder) {
  const auto writer = load_prompt_text(folder / "case.md");
  if (!writer) return tl::unexpected(writer.error());
  const auto piece = load_prompt_text(folder / "piece.md");
  if (!piece) return tl::unexpected(piece.error());
  const std::filesystem::path file = folder / "pieces.yaml";
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  if (!stream || !(bytes << stream.rdbuf()))
    return base::fail(Code::not_found, "cannot read the prompt file " + file.string());
  const auto root = yaml::parse(bytes.str());
  if (!root) return tl::unexpected(refuse(file, root.error().mark, root.error().what));
  if ((*root)["format"].scalar() != "attune-pieces" || (*root)["version"].scalar() != "1")
    return tl::unexpected(
        refuse(file, root->mark(), "begin with format: attune-pieces, version: 1"));
  CasePrompts prompts{writer->text,
                      piece->text,
                      texts_of((*root)["pieces"]),
                      {},
                      texts_of((*root)["intents"]),
                      prompts_version(writer->bytes + piece->bytes + bytes.str())};
  for (const yaml::Node& subject : (*root)["subjects"].list())
    prompts.subjects.push_back(subject.scalar());
  if (const std::string what = missing(prompts); !what.empty())
    return tl::unexpected(refuse(file, root->mark(), what));
  return prompts;
}

}  // namespace attune::voice
