#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "voice/fill.h"
#include "voice/prompts.h"

namespace attune::voice {
namespace {

using testing::HasSubstr;

const std::filesystem::path kFolder = ATTUNE_ROOT "/content/prompts";

/// The folder's files elsewhere, with `from` replaced in pieces.yaml.
base::Result<CasePrompts> load_with(const std::string& from, const std::string& to) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "attune_case_prompts";
  std::filesystem::create_directories(folder);
  for (const char* name : {"case.md", "piece.md", "pieces.yaml"}) {
    std::ifstream in(kFolder / name, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    std::string text = bytes.str();
    if (const std::size_t at = text.find(from); at != std::string::npos)
      text.replace(at, from.size(), to);
    std::ofstream(folder / name, std::ios::binary) << text;
  }
  return load_case_prompts(folder);
}

TEST(CasePrompts, ChangeTheirVersionWithTheirBytes) {
  const auto ours = load_case_prompts(kFolder);
  ASSERT_TRUE(ours.has_value()) << ours.error().message;
  EXPECT_EQ(load_with("short: ", "short: ").value().version, ours->version);
  EXPECT_NE(load_with("short: ", "brief: ").value().version, ours->version);
}

TEST(CasePrompts, NameWhatIsMissingInThem) {
  EXPECT_THAT(load_with("  traps:", "  snares:").error().message,
              HasSubstr("pieces.yaml:2:1: `pieces` has no `traps`"));
  EXPECT_THAT(load_with("  flinch:", "  wince:").error().message,
              HasSubstr("`intents` has no `flinch`"));
  EXPECT_THAT(load_with("attune-pieces", "attune-case").error().message,
              HasSubstr("begin with format: attune-pieces"));
  EXPECT_THAT(load_with("version: 1\n---", "---").error().message, HasSubstr("case.md"));
  EXPECT_EQ(load_case_prompts("nowhere").error().code, base::Code::not_found);
}

TEST(CasePrompts, EveryPieceIsFilledAndSafetyGoesWithAll) {
  const auto ours = load_case_prompts(kFolder).value();
  EXPECT_THAT(ours.writer, HasSubstr("Never a method, a means"));
  const Values values = {{"cues", "C"}, {"subjects", "S"}, {"layer", "L"}, {"intents", "I"}};
  for (const auto& [name, text] : ours.pieces)
    EXPECT_EQ(fill(text, values).find('{'), std::string::npos) << name;
}

}  // namespace
}  // namespace attune::voice
