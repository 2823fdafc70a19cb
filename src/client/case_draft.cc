#include "client/case_draft.h"

#include <algorithm>

#include "base/utf8.h"

namespace attune::client {
namespace {

constexpr std::size_t kWhere = 120;

/// A list, of which the key stays when its entries are replaced.
bool is_list(std::string_view name) {
  return name == "layers" || name == "cues" || name == "traps" || name == "topics" ||
         name == "assumptions" || name == "lines";
}

int count_lines(std::string_view text) {
  return static_cast<int>(std::ranges::count(text, '\n'));
}

std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return base::to_utf8(text);
}

std::string line_at(std::string_view text, int number) {
  std::size_t at = 0;
  for (; number > 1; --number) at = text.find('\n', at) + 1;
  const std::string_view line = text.substr(at, text.find('\n', at) - at);
  return base::to_utf8(line.substr(std::min(line.find_first_not_of(' '), line.size()), kWhere));
}

}  // namespace

CaseDraft::CaseDraft(std::string_view skeleton) {
  parts_.emplace_back();  // the comment at the beginning
  for (std::size_t at = 0; at < skeleton.size();) {
    const std::size_t end = std::min(skeleton.find('\n', at), skeleton.size() - 1) + 1;
    const std::string_view line = skeleton.substr(at, end - at);
    at = end;
    const std::size_t colon = line.find(':');
    const bool key = line[0] >= 'a' && line[0] <= 'z' && colon != line.npos;
    const bool of_intent =
        line.starts_with("  # ") && colon != line.npos && parts_.back().name.starts_with("lines");
    if (key) parts_.push_back({std::string(line.substr(0, colon)), "", "", "", ""});
    if (of_intent)
      parts_.push_back({"lines " + std::string(line.substr(4, colon - 4)), "", "", "", ""});
    const bool stays = of_intent || (key && is_list(parts_.back().name));
    (stays ? parts_.back().head : parts_.back().body) += line;
  }
}

CaseDraft::Part* CaseDraft::find(const std::string& name) {
  const auto found = std::ranges::find(parts_, name, &Part::name);
  return found == parts_.end() ? nullptr : &*found;
}

CaseDraft::Range CaseDraft::range(const std::string& name) const {
  Range range{1, 1};
  for (const Part& part : parts_) {
    range.first = range.end;
    range.end += count_lines(part.head) +
                 count_lines(part.drafted.empty() ? part.body : part.drafted) +
                 count_lines(part.notes);
    if (part.name == name) return range;
  }
  return {};
}

std::vector<CaseDraft::Refusal> CaseDraft::take(const std::vector<Piece>& pieces) {
  const std::vector<Part> before = parts_;
  for (const Piece& piece : pieces)
    if (Part* part = find(piece.part)) part->drafted += piece.yaml;
  const std::string all = text();
  std::vector<Refusal> refusals;
  for (const Fault& fault : check_case(all)) {
    const bool broken = fault.what.starts_with("broken YAML");  // told where the reader noticed it
    const bool ours =
        broken || std::ranges::any_of(pieces, [&](const Piece& piece) {
          const bool whole = piece.extent == Piece::Extent::all;
          if (!fault.lacks.empty())
            return whole && (fault.lacks == piece.part || "lines " + fault.lacks == piece.part);
          const Range here = range(piece.part);
          return fault.line >= here.first && fault.line < here.end;
        });
    if (ours) refusals.push_back({fault.what, fault.mend, line_at(all, fault.line)});
  }
  if (!refusals.empty()) parts_ = before;
  return refusals;
}

void CaseDraft::refuse(const std::string& part, const std::string& why) {
  note(part, {"the model's draft was refused: " + why});
}

void CaseDraft::note(const std::string& name, const std::vector<std::string>& texts) {
  Part* part = find(name);
  if (part == nullptr) return;
  const std::string indent = part->head.empty() ? "" : "  ";
  for (const std::string& one : texts) part->notes += indent + "# " + on_one_line(one) + "\n";
}

std::string CaseDraft::text() const {
  std::string all;
  for (const Part& part : parts_)
    all += part.head + (part.drafted.empty() ? part.body : part.drafted) + part.notes;
  return all;
}

}  // namespace attune::client
