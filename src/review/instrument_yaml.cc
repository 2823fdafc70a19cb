#include <algorithm>
#include <charconv>
#include <set>

#include "base/sheet.h"
#include "review/instrument.h"

namespace attune::review {
namespace {

using base::yaml::Node;
using base::yaml::Sheet;

constexpr double kMost = 1e6;

class Reading {
 public:
  explicit Reading(const std::filesystem::path& file) : sheet_(file) {}

  base::Result<Instrument> read() {
    const auto root = sheet_.read("attune-instrument");
    if (!root) return tl::unexpected(root.error());
    read_head(*root);
    for (const Node& node : sheet_.list(*root, "items")) read_item(node);
    for (const Node& node : sheet_.list(*root, "codes")) read_code(node);
    out_.severity = numbered(*root, "severity", 1, 9);
    for (const Node& node : sheet_.list(*root, "subscales")) read_subscale(node);
    for (const Node& node : sheet_.list(*root, "ratios")) read_ratio(node);
    if (out_.items.empty() && out_.codes.empty())
      sheet_.fail(*root, "neither items nor codes", "add what is to be rated");
    if (sheet_.fault()) return tl::unexpected(*sheet_.fault());
    return std::move(out_);
  }

 private:
  void read_head(const Node& root) {
    sheet_.keys(root, "the file",
                {"format", "version", "id", "title", "about", "license", "target"},
                {"items", "severity", "codes", "subscales", "ratios"});
    out_.id = sheet_.id(root);
    out_.title = sheet_.text(root, "title");
    out_.about = sheet_.text(root, "about");
    out_.license = sheet_.text(root, "license");
    const std::string target =
        sheet_.one_of(root, "target", {"turn", "exchange", "conversation", "study"});
    for (const Target one : {Target::turn, Target::exchange, Target::conversation, Target::study})
      if (name(one) == target) out_.target = one;
  }

  void read_item(const Node& node) {
    sheet_.keys(node, "an item", {"id", "ask"}, {"self", "scale", "count", "anchors", "reverse"});
    Item item{
        .id = fresh(node), .ask = sheet_.text(node, "ask"), .self = sheet_.text(node, "self")};
    item.count = sheet_.flag(node, "count");
    item.high = kHighestCount;
    const Node scale = node["scale"];
    if (item.count == static_cast<bool>(scale))
      sheet_.fail(node, "an item has either a `scale` or `count: true`", "give one of the two");
    if (scale && sheet_.keys(scale, "`scale`", {"low", "high"})) {
      item.low = sheet_.whole(scale, "low", -100, 100);
      item.high = sheet_.whole(scale, "high", item.low + 1, 1000);
    }
    item.reverse = sheet_.flag(node, "reverse");
    item.anchors = numbered(node, "anchors", item.low, item.high);
    out_.items.push_back(std::move(item));
  }

  void read_code(const Node& node) {
    sheet_.keys(node, "a code", {"id", "title", "about"}, {"needs_text"});
    out_.codes.push_back({fresh(node), sheet_.text(node, "title"), sheet_.text(node, "about"),
                          sheet_.flag(node, "needs_text")});
  }

  void read_subscale(const Node& node) {
    sheet_.keys(node, "a subscale", {"id", "title", "items", "by"},
                {"from_zero", "times", "fair", "good"});
    Subscale scale{.id = fresh(node), .title = sheet_.text(node, "title")};
    scale.items = known(node, "items");
    if (sheet_.one_of(node, "by", {"mean", "sum"}) == "sum") scale.by = Subscale::By::sum;
    scale.from_zero = sheet_.flag(node, "from_zero");
    if (node["times"]) scale.times = sheet_.number(node, "times", 0.001, kMost);
    scale.fair = threshold(node, "fair");
    scale.good = threshold(node, "good");
    out_.subscales.push_back(std::move(scale));
  }

  void read_ratio(const Node& node) {
    sheet_.keys(node, "a ratio", {"id", "title", "over", "under"}, {"fair", "good"});
    out_.ratios.push_back({fresh(node), sheet_.text(node, "title"), known(node, "over"),
                           known(node, "under"), threshold(node, "fair"), threshold(node, "good")});
  }

  /// An id that stands nowhere else in the file.
  std::string fresh(const Node& node) {
    std::string id = sheet_.id(node);
    if (!ids_.insert(id).second)
      sheet_.fail(node, "the id \"" + id + "\" stands twice", "rename one");
    return id;
  }

  /// Ids of items that stand above.
  std::vector<std::string> known(const Node& node, std::string_view key) {
    std::vector<std::string> ids = sheet_.texts(node, key);
    for (const std::string& id : ids)
      if (out_.item(id) == nullptr)
        sheet_.fail(node[key], "there is no item \"" + id + "\"", "name one of `items`");
    return ids;
  }

  std::optional<double> threshold(const Node& node, std::string_view key) {
    return node[key] ? std::optional(sheet_.number(node, key, 0, kMost)) : std::nullopt;
  }

  /// A map of whole numbers to words.
  std::map<int, std::string> numbered(const Node& node, std::string_view key, int low, int high) {
    std::map<int, std::string> out;
    const Node map = node[key];
    if (!map) return out;
    if (!map.is_map()) sheet_.fail(map, "`" + std::string(key) + "` is no map", "write 1: words");
    for (const auto& entry : map.entries()) {
      const std::string& raw = entry.key.scalar();
      int value = low - 1;
      std::from_chars(raw.data(), raw.data() + raw.size(), value);
      if (raw != std::to_string(value) || value < low || value > high)
        sheet_.fail(entry.key, "\"" + raw + "\" is no value of this scale",
                    "use one of its values");
      if (!entry.value.is_scalar() || entry.value.scalar().empty())
        sheet_.fail(entry.value, "no words for this value", "write words in double quotes");
      out[value] = entry.value.scalar();
    }
    return out;
  }

  Sheet sheet_;
  Instrument out_;
  std::set<std::string> ids_;
};

}  // namespace

base::Result<Instrument> load_instrument(const std::filesystem::path& file) {
  return Reading(file).read();
}

base::Result<std::map<std::string, Instrument>> load_instruments(
    const std::filesystem::path& folder) {
  std::map<std::string, Instrument> all;
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::ranges::sort(files);
  for (const auto& file : files) {
    auto one = load_instrument(file);
    if (!one) return tl::unexpected(one.error());
    if (one->id != file.stem())
      return base::fail(base::Code::invalid,
                        file.string() + ": its id is \"" + one->id + "\"; name the file after it");
    all.emplace(one->id, *std::move(one));
  }
  if (all.empty())
    return base::fail(base::Code::not_found, "there are no instruments in " + folder.string());
  return all;
}

}  // namespace attune::review
