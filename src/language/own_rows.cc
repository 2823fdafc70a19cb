#include "language/own_rows.h"

#include <algorithm>
#include <sstream>

#include "language/table_file.h"

namespace attune::language {
namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

tl::unexpected<base::Error> bad(const std::filesystem::path& file, std::size_t row,
                                const std::string& what) {
  return base::fail(base::Code::invalid,
                    file.string() + ": row " + std::to_string(row + 2) + ": " + what);
}

}  // namespace

base::Result<std::vector<OwnTurn>> load_own_turns(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "skills", error))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  std::ranges::sort(files);
  if (files.empty())
    return base::fail(base::Code::not_found,
                      "no sentences for skills in " + (folder / "skills").string());
  std::vector<OwnTurn> turns;
  for (const auto& file : files) {
    const auto table = Table::read_tsv(file);
    if (!table) return tl::unexpected(table.error());
    for (std::size_t i = 0; i < table->size(); ++i) {
      OwnTurn turn{table->at(i, "text"), table->at(i, "before"), {file.stem().string()}};
      for (const std::string& also : split(table->at(i, "also"))) turn.skills.push_back(also);
      turns.push_back(std::move(turn));
    }
  }
  return turns;
}

base::Result<std::vector<OwnTurn>> load_own_no_advice(const std::filesystem::path& folder) {
  const auto table = Table::read_tsv(folder / "no_advice.tsv");
  if (!table) return tl::unexpected(table.error());
  std::vector<OwnTurn> turns;
  for (std::size_t i = 0; i < table->size(); ++i)
    turns.push_back({table->at(i, "text"), table->at(i, "before"), {}});
  return turns;
}

base::Result<std::vector<OwnDistress>> load_own_distress(const std::filesystem::path& folder) {
  const auto file = folder / "distress.tsv";
  const auto table = Table::read_tsv(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<OwnDistress> rows;
  for (std::size_t i = 0; i < table->size(); ++i) {
    OwnDistress row{table->at(i, "text"), {}, {}, {}};
    std::vector<std::string> names = split(table->at(i, "also"));
    names.insert(names.begin(), table->at(i, "emotion"));
    for (const std::string& name : names) {
      const auto emotion = conversation::emotion(name);
      if (!emotion) return bad(file, i, "no emotion is called '" + name + "'");
      row.emotions.push_back(*emotion);
    }
    const auto number = [&](const std::string& column) -> std::optional<double> {
      const std::string& cell = table->at(i, column);
      return cell.empty() ? std::nullopt : std::optional(std::strtod(cell.c_str(), nullptr));
    };
    row.valence = number("valence");
    row.arousal = number("arousal");
    rows.push_back(std::move(row));
  }
  return rows;
}

base::Result<std::vector<OwnRisk>> load_own_risk(const std::filesystem::path& folder) {
  const auto file = folder / "risk.tsv";
  const auto table = Table::read_tsv(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<OwnRisk> rows;
  for (std::size_t i = 0; i < table->size(); ++i) {
    const auto level = conversation::risk_level(table->at(i, "level"));
    if (!level) return bad(file, i, "level is none, low, moderate or high");
    OwnRisk row{table->at(i, "text"), *level, {}};
    for (const std::string& name : split(table->at(i, "kinds"))) {
      const auto kind = conversation::risk_kind(name);
      if (!kind) return bad(file, i, "no kind of risk is called '" + name + "'");
      row.kinds.push_back(*kind);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

base::Result<std::vector<OwnEmpathy>> load_own_empathy(const std::filesystem::path& folder) {
  const auto file = folder / "empathy.tsv";
  const auto table = Table::read_tsv(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<OwnEmpathy> rows;
  for (std::size_t i = 0; i < table->size(); ++i) {
    OwnEmpathy row{table->at(i, "text"), {}};
    for (std::size_t k = 0; k < conversation::kMechanisms; ++k) {
      const std::string& level =
          table->at(i, std::string(conversation::name(static_cast<conversation::Mechanism>(k))));
      if (level != "0" && level != "1" && level != "2") return bad(file, i, "levels are 0, 1 or 2");
      row.levels[k] = level[0] - '0';
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

base::Result<std::vector<OwnTalk>> load_own_talk(const std::filesystem::path& folder) {
  const auto file = folder / "talk.tsv";
  const auto table = Table::read_tsv(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<OwnTalk> rows;
  for (std::size_t i = 0; i < table->size(); ++i) {
    const auto talk = conversation::talk(table->at(i, "talk"));
    if (!talk) return bad(file, i, "talk is change, neutral or sustain");
    rows.push_back({table->at(i, "text"), table->at(i, "before"), *talk});
  }
  return rows;
}

}  // namespace attune::language
