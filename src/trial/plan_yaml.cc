#include <algorithm>
#include <set>

#include "base/sheet.h"
#include "trial/plan.h"

namespace attune::trial {
namespace {

using base::yaml::Node;
using base::yaml::Sheet;

constexpr double kMostSeed = 9007199254740991;  // what any reader of JSON keeps exactly
constexpr int kLargestBlock = 48;               // our choice

class Reading {
 public:
  Reading(const std::string& file, const Known* known) : sheet_(file), known_(known) {}

  base::Result<Plan> read(std::string_view text) {
    const auto root = sheet_.read_text(text, "attune-trial");
    if (!root) return tl::unexpected(root.error());
    sheet_.keys(*root, "the plan",
                {"format", "version", "id", "title", "question", "conditions", "arms",
                 "randomization", "consent", "raters", "primary", "sample", "analysis"},
                {"edition", "changes", "before", "after", "secondary", "open_label"});
    read_head(*root);
    for (const Node& node : sheet_.list(*root, "conditions", 2)) read_condition(node);
    for (const Node& node : sheet_.list(*root, "arms", 2)) read_arm(node);
    read_randomization((*root)["randomization"]);
    out_.before = questionnaires(*root, "before");
    out_.after = questionnaires(*root, "after");
    read_raters((*root)["raters"]);
    out_.primary = outcome((*root)["primary"]);
    for (const Node& node : sheet_.list(*root, "secondary", 0))
      out_.secondary.push_back(outcome(node));
    read_sample((*root)["sample"]);
    if (sheet_.fault()) return tl::unexpected(*sheet_.fault());
    return std::move(out_);
  }

 private:
  void read_head(const Node& root) {
    out_.id = fresh(root, "the plan");
    out_.title = sheet_.text(root, "title");
    out_.question = sheet_.text(root, "question");
    if (root["edition"]) out_.edition = sheet_.whole(root, "edition", 1, 999);
    out_.changes = sheet_.text(root, "changes");
    if (out_.edition > 1 && out_.changes.empty())
      sheet_.fail(root["edition"], "a later edition without `changes`",
                  "add changes: what differs from the edition before, and why");
    out_.consent = sheet_.text(root, "consent");
    out_.analysis = sheet_.text(root, "analysis");
    out_.open_label = sheet_.flag(root, "open_label");
  }

  void read_condition(const Node& node) {
    sheet_.keys(node, "a condition", {"id", "title", "help"});
    Condition one{.id = fresh(node, "a condition"), .title = sheet_.text(node, "title")};
    const std::string help = sheet_.one_of(node, "help", {"on_request", "always", "fading", "off"});
    one.help = conversation::help_wish(help).value_or(one.help);
    out_.conditions.push_back(std::move(one));
  }

  void read_arm(const Node& node) {
    sheet_.keys(node, "an arm", {"id", "title", "talks"});
    Arm arm{.id = fresh(node, "an arm"), .title = sheet_.text(node, "title")};
    for (const Node& talk : sheet_.list(node, "talks")) {
      sheet_.keys(talk, "a talk", {"client", "condition"});
      arm.talks.push_back({sheet_.id(talk, "client"), condition(talk, "condition")});
      if (known_ != nullptr && !known_->clients.contains(arm.talks.back().client))
        sheet_.fail(talk["client"], "there is no client \"" + arm.talks.back().client + "\"",
                    "name one that `attune cases` lists");
    }
    out_.arms.push_back(std::move(arm));
  }

  void read_randomization(const Node& node) {
    if (!sheet_.keys(node, "`randomization`", {"blocks", "seed"}, {"by_group"})) return;
    const int arms = static_cast<int>(out_.arms.size());
    for (const Node& size : sheet_.list(node, "blocks")) {
      const std::string& raw = size.scalar();
      const bool digits = !raw.empty() && raw.size() < 4 &&
                          raw.find_first_not_of("0123456789") == std::string::npos;
      const int value = digits ? std::stoi(raw) : 0;
      if (value < arms || value > kLargestBlock || value % arms != 0)
        sheet_.fail(size, "a block that does not hold every arm equally often",
                    "write multiples of " + std::to_string(arms) + ", " +
                        std::to_string(kLargestBlock) + " at most");
      out_.randomization.blocks.push_back(value);
    }
    const double seed = sheet_.number(node, "seed", 0, kMostSeed);
    out_.randomization.seed = static_cast<std::uint64_t>(seed);
    out_.randomization.by_group = sheet_.flag(node, "by_group");
  }

  std::vector<std::string> questionnaires(const Node& root, std::string_view key) {
    std::vector<std::string> ids;
    if (!root[key]) return ids;
    ids = sheet_.texts(root, key);
    for (const std::string& id : ids)
      needs(root[key], id, review::Target::study, "is answered once, by whoever takes part");
    return ids;
  }

  void read_raters(const Node& node) {
    if (!sheet_.keys(node, "`raters`", {"instruments", "number"})) return;
    out_.rated_with = sheet_.texts(node, "instruments");
    out_.raters = sheet_.whole(node, "number", 1, 100);
    for (const std::string& id : out_.rated_with)
      needs(node["instruments"], id, review::Target::conversation, "is about a whole talk");
  }

  Outcome outcome(const Node& node) {
    Outcome one;
    if (!sheet_.keys(node, "an outcome",
                     {"id", "title", "measure", "instrument", "score", "compare", "test"}))
      return one;
    one.id = fresh(node, "an outcome");
    one.title = sheet_.text(node, "title");
    const std::string measure = sheet_.one_of(node, "measure", {"ratings", "after", "change"});
    for (const Measure value : {Measure::ratings, Measure::after, Measure::change})
      if (name(value) == measure) one.measure = value;
    const std::string test =
        sheet_.one_of(node, "test", {"welch_t", "mann_whitney", "paired_t", "wilcoxon"});
    for (const Test value : {Test::welch_t, Test::mann_whitney, Test::paired_t, Test::wilcoxon})
      if (name(value) == test) one.test = value;
    read_score(node, one);
    read_compared(node, one);
    return one;
  }

  void read_score(const Node& node, Outcome& one) {
    one.instrument = sheet_.id(node, "instrument");
    one.score = sheet_.id(node, "score");
    const auto listed = [&](const std::vector<std::string>& ids) {
      return std::ranges::find(ids, one.instrument) != ids.end();
    };
    const bool given = one.measure == Measure::ratings ? listed(out_.rated_with)
                       : one.measure == Measure::after ? listed(out_.after)
                                                       : listed(out_.before) && listed(out_.after);
    if (!given)
      sheet_.fail(node["instrument"], "nobody answers \"" + one.instrument + "\" for this measure",
                  one.measure == Measure::ratings ? "add it to raters: instruments"
                  : one.measure == Measure::after ? "add it to `after`"
                                                  : "add it to `before` and to `after`");
    if (known_ == nullptr || !known_->instruments.contains(one.instrument)) return;
    const review::Instrument& known = known_->instruments.at(one.instrument);
    const auto has = [&](const auto& all) {
      return std::ranges::any_of(all, [&](const auto& part) { return part.id == one.score; });
    };
    if (!has(known.subscales) && !has(known.ratios) && !has(known.items))
      sheet_.fail(node["score"], "\"" + one.instrument + "\" has no score \"" + one.score + "\"",
                  "name a subscale, a ratio or an item of it");
  }

  void read_compared(const Node& node, Outcome& one) {
    const std::vector<std::string> two = sheet_.texts(node, "compare", 2);
    if (two.size() != 2 || two.front() == two.back()) {
      sheet_.fail(node["compare"], "an outcome compares two conditions",
                  "write compare: [one, other]");
      return;
    }
    for (const std::string& id : two) check_condition(node["compare"], id);
    one.first = two.front();
    one.second = two.back();
    if (sheet_.fault()) return;
    const bool paired = is_paired(one.test);
    if (paired && one.measure != Measure::ratings)
      sheet_.fail(node["test"], "a questionnaire after all talks says nothing of one condition",
                  "use welch_t or mann_whitney, with arms that hold one condition each");
    bool first = false, second = false;
    for (const Arm& arm : out_.arms) {
      const bool has_first = arm.holds(one.first), has_second = arm.holds(one.second);
      first = first || has_first;
      second = second || has_second;
      if (paired && has_first != has_second)
        sheet_.fail(node["test"], "arm \"" + arm.id + "\" holds one of the two conditions alone",
                    "use welch_t or mann_whitney, or give it talks of both");
      if (!paired && has_first && has_second)
        sheet_.fail(node["test"], "arm \"" + arm.id + "\" holds both conditions",
                    "use paired_t or wilcoxon, or give each condition arms of its own");
    }
    if (!first || !second)
      sheet_.fail(node["compare"], "no arm has a talk of a compared condition", "add one");
  }

  void read_sample(const Node& node) {
    if (!sheet_.keys(node, "`sample`", {"smallest", "power", "alpha", "people"})) return;
    out_.sample = {
        sheet_.number(node, "smallest", 0.05, 5), sheet_.number(node, "power", 0.5, 0.99),
        sheet_.number(node, "alpha", 0.0001, 0.2), sheet_.whole(node, "people", 2, 100000)};
  }

  void needs(const Node& node, const std::string& id, review::Target target,
             const std::string& means) {
    if (known_ == nullptr) return;
    const auto found = known_->instruments.find(id);
    if (found == known_->instruments.end())
      sheet_.fail(node, "there is no instrument \"" + id + "\"", "name one of content/instruments");
    else if (found->second.target != target)
      sheet_.fail(
          node, "\"" + id + "\" cannot be used here",
          "name an instrument that " + means + " (target: " + std::string(name(target)) + ")");
  }

  std::string condition(const Node& node, std::string_view key) {
    std::string id = sheet_.id(node, key);
    check_condition(node[key], id);
    return id;
  }
  void check_condition(const Node& node, const std::string& id) {
    if (std::ranges::find(out_.conditions, id, &Condition::id) == out_.conditions.end())
      sheet_.fail(node, "there is no condition \"" + id + "\"", "name one of `conditions`");
  }

  /// An id that stands nowhere else for the same kind of part.
  std::string fresh(const Node& node, const std::string& what) {
    std::string id = sheet_.id(node);
    if (!ids_.insert(what + " " + id).second)
      sheet_.fail(node, "the id \"" + id + "\" stands twice", "rename one");
    return id;
  }

  Sheet sheet_;
  const Known* known_;
  Plan out_;
  std::set<std::string> ids_;
};

}  // namespace

base::Result<Plan> parse_plan(std::string_view text, const std::string& file, const Known* known) {
  return Reading(file, known).read(text);
}

}  // namespace attune::trial
