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

/// Where a line, from 0, begins; the text has it.
std::size_t start_of(std::string_view text, int line) {
  std::size_t at = 0;
  for (; line > 0; --line) at = text.find('\n', at) + 1;
  return at;
}

std::string line_at(std::string_view text, int number) {
  const std::size_t at = start_of(text, number - 1);
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

bool CaseDraft::is_of(const std::vector<Piece>& pieces, const Fault& fault) const {
  // Broken YAML is told where the reader noticed it, which may be anywhere behind.
  if (fault.what.starts_with("broken YAML")) return true;
  return std::ranges::any_of(pieces, [&](const Piece& piece) {
    if (!fault.lacks.empty())
      return piece.extent == Piece::Extent::all &&
             (fault.lacks == piece.part || "lines " + fault.lacks == piece.part);
    const Range here = range(piece.part);
    return fault.line >= here.first && fault.line < here.end;
  });
}

bool CaseDraft::drop_entry(std::vector<Piece>& pieces, int line) const {
  for (Piece& piece : pieces) {
    const auto part = std::ranges::find(parts_, piece.part, &Part::name);
    if (part == parts_.end() || part->head.empty()) continue;
    const int first = range(piece.part).first + count_lines(part->head) +
                      count_lines(part->drafted) - count_lines(piece.yaml);
    if (line < first || line >= first + count_lines(piece.yaml)) continue;
    const std::size_t at = start_of(piece.yaml, line - first);
    const std::size_t begin = piece.yaml.compare(at, 4, "  - ") == 0
                                  ? at
                                  : piece.yaml.rfind("\n  - ", at) + 1;  // the first has no break
    const std::size_t next = piece.yaml.find("\n  - ", begin);
    piece.yaml.erase(begin, next == std::string::npos ? next : next + 1 - begin);
    return true;
  }
  return false;
}

std::vector<CaseDraft::Refusal> CaseDraft::take(const std::vector<Piece>& pieces, Faulty faulty) {
  const std::vector<Part> before = parts_;
  for (const Piece& piece : pieces)
    if (Part* part = find(piece.part)) part->drafted += piece.yaml;
  const std::string all = text();
  std::vector<Refusal> refusals;
  int last = 0;  // line with a fault of its own
  for (const Fault& fault : check_case(all)) {
    if (!is_of(pieces, fault)) continue;
    refusals.push_back({fault.what, fault.mend, line_at(all, fault.line)});
    if (fault.lacks.empty()) last = fault.line;
  }
  if (refusals.empty()) return refusals;
  std::vector<Piece> rest = pieces;
  const bool dropped = faulty == Faulty::drop && last > 0 && drop_entry(rest, last);
  parts_ = before;
  return dropped ? take(rest, faulty) : refusals;
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
