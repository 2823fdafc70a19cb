#include <iostream>
#include <random>

#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/open_store.h"
#include "cli/places.h"
#include "cli/write_file.h"
#include "client/case_yaml.h"
#include "review/research.h"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;
using base::Code;
using base::Result;

Result<review::ResearchWishes> wishes(people::AccountStore& accounts) {
  std::random_device chance;
  review::ResearchWishes wishes{.seed = (std::uint64_t{chance()} << 32U) | chance()};
  const auto known = accounts.accounts();
  if (!known) return tl::unexpected(known.error());
  for (const people::Account& account : *known) wishes.names.push_back(account.name);
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  const auto cases = client::load_cases(places->content / "clients");
  if (!cases) return tl::unexpected(cases.error());
  for (const client::Case& person : *cases)
    for (const client::Cue& cue : person.cues) wishes.cue_kinds[person.id][cue.id] = cue.kind;
  return wishes;
}

/// For this user alone.
Result<void> write_key(const fs::path& file, const std::vector<review::CodeName>& key,
                       people::AccountStore& accounts) {
  const auto known = accounts.accounts();
  if (!known) return tl::unexpected(known.error());
  std::map<std::string, std::string> names;
  for (const people::Account& account : *known) names[account.id] = account.name;
  std::string text = "code\taccount\tname\n";
  for (const review::CodeName& one : key)
    text += one.code + "\t" + one.account + "\t" + names[one.account] + "\n";
  const mode_t before = ::umask(077);
  auto written = write_file(file, text);
  ::umask(before);
  return written;
}

Result<void> check_apart(const ExportOptions& options) {
  std::error_code error;
  const fs::path out = fs::weakly_canonical(options.out, error);
  const fs::path key = fs::weakly_canonical(options.key, error);
  if (options.key.empty() ||
      std::mismatch(out.begin(), out.end(), key.begin(), key.end()).first != out.end())
    return {};
  return base::fail(Code::invalid,
                    "the key says who is behind the code names: keep it elsewhere than in " +
                        options.out.string());
}

}  // namespace

Result<void> run_export(const ExportOptions& options) {
  if (auto apart = check_apart(options); !apart) return apart;
  const auto log = open_store(options.data, "an admin may fetch /api/export from it instead");
  if (!log) return tl::unexpected(log.error());
  const auto wanted = wishes((*log)->accounts());
  if (!wanted) return tl::unexpected(wanted.error());
  const auto research = review::research_export(**log, (*log)->journal(), *wanted);
  if (!research) return tl::unexpected(research.error());
  std::error_code error;
  fs::create_directories(options.out, error);
  for (const auto& [name, text] : research->files)
    if (auto written = write_file(options.out / name, text); !written) return written;
  if (!options.key.empty())
    if (auto written = write_key(options.key, research->key, (*log)->accounts()); !written)
      return written;
  std::cout << "Talks: " << research->talks << ", ratings: " << research->ratings << ", in "
            << options.out.string() << "; codebook.md there says what each file is.\n";
  if (research->talks == 0)
    std::cout << "A talk comes along once it has ended and its supporter agreed to research.\n";
  return {};
}

}  // namespace attune::cli
