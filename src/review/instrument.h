#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

/// Instruments as data: content/instruments, docs/formats/instrument.md.
namespace attune::review {

/// What one filled-in form is about.
enum class Target { turn, exchange, conversation, study };
[[nodiscard]] std::string_view name(Target target);

/// One question: whole numbers from `low` to `high`; a count has no upper end of its own.
struct Item {
  std::string id, ask;
  std::string self;  ///< how it is put to whoever is rated; "" as for others
  int low = 0, high = 0;
  bool count = false;
  bool reverse = false;                ///< high is bad: counts as low + high - answer
  std::map<int, std::string> anchors;  ///< what some values mean
};
inline constexpr int kHighestCount = 999;

/// Something that a rater marks in a turn, or on words of it.
struct Code {
  std::string id, title, about;
  bool needs_text = false;
};

/// Items taken together. `fair` and `good`: published thresholds, for orientation.
struct Subscale {
  enum class By { mean, sum };
  std::string id, title;
  std::vector<std::string> items;
  By by = By::mean;
  bool from_zero = false;  ///< every item less its lowest value
  double times = 1;
  std::optional<double> fair, good;
};

/// Counts over counts: undefined, not 0, when there is nothing below the line.
struct Ratio {
  std::string id, title;
  std::vector<std::string> over, under;
  std::optional<double> fair, good;
};

struct Instrument {
  std::string id, title, about, license;
  Target target = Target::conversation;
  std::vector<Item> items;
  std::map<int, std::string> severity;  ///< of codes, from 1; empty: they have none
  std::vector<Code> codes;
  std::vector<Subscale> subscales;
  std::vector<Ratio> ratios;

  [[nodiscard]] const Item* item(std::string_view id) const;
  [[nodiscard]] const Code* code(std::string_view id) const;
};

/// Reads one file strictly: an unknown key, an id that stands twice, a subscale of items that there
/// are not, an anchor outside its scale is an error with file, line, column and mend.
[[nodiscard]] base::Result<Instrument> load_instrument(const std::filesystem::path& file);

/// All `.yaml` files of the folder, by id.
[[nodiscard]] base::Result<std::map<std::string, Instrument>> load_instruments(
    const std::filesystem::path& folder);

/// Answers by item id. Those that are missing were left out by the rater.
using Answers = std::map<std::string, int>;

/// `invalid` names the item: unknown, or a value outside its scale.
[[nodiscard]] base::Result<void> check(const Instrument& instrument, const Answers& answers);

/// Subscales and ratios by id, in the instrument's order. One is missing when an item of it was
/// left out, or nothing stands below the line.
struct Score {
  std::string id, title;
  std::optional<double> value;
  std::optional<double> fair, good;
};
[[nodiscard]] std::vector<Score> scores(const Instrument& instrument, const Answers& answers);

}  // namespace attune::review
