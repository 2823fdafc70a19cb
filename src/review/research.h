#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/event_log.h"
#include "conversation/journal.h"

namespace attune::review {

/// Whether a talk goes into exports for research: its supporter's last word is that it may, it has
/// ended, its words are there, and it is no second try, which would hold the first once more.
[[nodiscard]] bool is_for_research(const conversation::SessionSummary& session);

struct ResearchWishes {
  std::uint64_t seed = 0;          ///< of the code names' order; a fresh one for each export
  std::vector<std::string> names;  ///< of accounts: hidden where they stand in a text
  std::map<std::string, std::map<std::string, std::string>> cue_kinds;  ///< by case, by cue
};

/// Who is behind a code name.
struct CodeName {
  std::string code, account;
};

struct ResearchExport {
  std::map<std::string, std::string> files;  ///< contents by name: docs/formats/research.md
  std::vector<CodeName> key;                 ///< to be kept apart from the files, or not at all
  std::size_t talks = 0, ratings = 0;
};

/// Every talk that is for research, what raters said of it and how they settled it, without names
/// or dates. The error is that of the log or the journal.
[[nodiscard]] base::Result<ResearchExport> research_export(conversation::EventLog& log,
                                                           conversation::Journal& journal,
                                                           const ResearchWishes& wishes);

/// `{"talks","ratings","files":{name: contents}}`, without the key.
[[nodiscard]] std::string to_json(const ResearchExport& research);

}  // namespace attune::review
