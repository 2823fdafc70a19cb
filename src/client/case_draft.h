#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/case_yaml.h"

namespace attune::client {

/// A case file while it is drafted: the skeleton of content/templates/case.yaml, in which one part
/// after the other is replaced. A part is named by its key, and the lines of an intent by "lines "
/// and its name.
class CaseDraft {
 public:
  /// What a draft has for a part.
  struct Piece {
    std::string part;
    std::string yaml;  ///< whole lines: the key with its value, or entries of its list
    enum class Extent { all, some } extent = Extent::all;  ///< some: more entries are to come
  };
  struct Refusal {
    std::string what, mend;
    std::string where;  ///< the line of the draft that is wrong, at most 120 bytes of it
  };

  explicit CaseDraft(std::string_view skeleton);

  /// What becomes of entries that have a fault of their own, where a part is a list.
  enum class Faulty { refuse, drop };

  /// Takes the pieces if the rules of `check_case` find no fault in them, apart from what other
  /// parts still lack; else leaves all as it was and tells the faults. `drop` first leaves out the
  /// entries that are at fault. Parts that the skeleton does not have are dropped.
  std::vector<Refusal> take(const std::vector<Piece>& pieces, Faulty faulty = Faulty::refuse);

  /// Notes in the file, where the part stands, why the draft of it is not there.
  void refuse(const std::string& part, const std::string& why);

  /// Comment lines below a part, one for each text; line breaks become spaces.
  void note(const std::string& part, const std::vector<std::string>& texts);

  [[nodiscard]] std::string text() const;

 private:
  struct Part {
    std::string name;
    std::string head;  ///< lines that stay whatever comes: "cues:", or a comment
    std::string body;  ///< the skeleton's
    std::string drafted, notes;
  };
  /// Where a part begins and ends in the text, in lines from 1; the end is one past.
  struct Range {
    int first = 0, end = 0;
  };
  [[nodiscard]] Part* find(const std::string& name);
  [[nodiscard]] Range range(const std::string& name) const;
  /// Whether a fault of the text is one of these pieces'.
  [[nodiscard]] bool is_of(const std::vector<Piece>& pieces, const Fault& fault) const;
  /// Leaves the entry out in which a line of the text stands; false when it is in none.
  bool drop_entry(std::vector<Piece>& pieces, int line) const;

  std::vector<Part> parts_;
};

}  // namespace attune::client
