#include "review/batch_ratings.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace attune::review {
namespace {

using base::Result;
using conversation::TurnNumber;

/// A line of the table: a talk, and its reply or -1.
using Line = std::pair<std::string, TurnNumber>;
using Lines = std::map<Line, std::map<std::string, int>>;  // values by rater

bool is_person(RaterKind kind) {
  return kind != RaterKind::self && kind != RaterKind::model && kind != RaterKind::rule;
}

class Slicing {
 public:
  Slicing(const Shelf& shelf, const Instrument& instrument, const Slice& wish)
      : shelf_(shelf), instrument_(instrument), wish_(wish) {
    for (const auto& [id, batch] : shelf.book().batches) {
      if (!wish.batch.empty() && id != wish.batch) continue;
      const bool asks =
          std::ranges::find(batch.instruments, instrument.id) != batch.instruments.end();
      for (const std::string& rater : batch.raters)
        for (const std::string& talk : batch.talks) {
          given_.emplace(rater, talk);
          if (asks) asked_.emplace(rater, talk);
        }
    }
  }

  Sliced cut() {
    for (const Rating* rating : shelf_.book().counting())
      if (is_wanted(*rating)) take(rating->form, rating->talk, rating->rater.id, lines_);
    Sliced out;
    out.level = level();
    hold_against_gold(out);
    set_out(out.file);
    return out;
  }

 private:
  bool is_wanted(const Rating& rating) const {
    if (wish_.kind ? rating.rater.kind != *wish_.kind : !is_person(rating.rater.kind)) return false;
    return wish_.batch.empty() || given_.contains({rating.rater.id, rating.talk});
  }

  stats::Level level() const {
    const Item* item = instrument_.item(wish_.what);
    if (item == nullptr) return stats::Level::nominal;
    return item->count ? stats::Level::interval : stats::Level::ordinal;
  }

  void take(const Form& form, const std::string& talk, const std::string& rater,
            Lines& lines) const {
    if (instrument_.item(wish_.what) != nullptr) {
      for (const Sheet& sheet : form.sheets) {
        const auto answer = sheet.answers.find(wish_.what);
        if (sheet.instrument == instrument_.id && answer != sheet.answers.end())
          lines[{talk, sheet.turn.value_or(-1)}][rater] = answer->second;
      }
      return;
    }
    std::set<TurnNumber> marked;
    bool looked = rater.empty() || asked_.contains({rater, talk});
    for (const Mark& mark : form.marks) {
      if (mark.instrument != instrument_.id) continue;
      looked = true;  // for all its codes: whoever used another one did not see this one
      if (mark.code == wish_.what) marked.insert(mark.turn);
    }
    if (!looked) return;
    // Of a talk that is gone, the replies that anybody marked are all that is known.
    const auto found = shelf_.talks().find(talk);
    const int known = found == shelf_.talks().end() ? 0 : found->second.replies;
    const int last = marked.empty() ? known : std::max(known, *marked.rbegin());
    for (TurnNumber turn = 1; turn <= last; ++turn)
      lines[{talk, turn}][rater] = marked.contains(turn) ? 1 : 0;
  }

  void hold_against_gold(Sliced& out) const {
    Lines known;
    for (const auto& [talk, gold] : shelf_.book().gold) take(gold.form, talk, "", known);
    for (const auto& [line, right] : known) {
      const auto found = lines_.find(line);
      if (found == lines_.end()) continue;
      for (const auto& [rater, value] : found->second) {
        Sliced::Known& one = out.gold[rater];
        ++one.n;
        one.same += value == right.at("") ? 1 : 0;
      }
    }
  }

  void set_out(RatingsFile& file) const {
    std::map<std::string, std::size_t> columns;
    for (const auto& [_, values] : lines_)
      for (const auto& [rater, _value] : values) columns.emplace(rater, 0);
    for (auto& [rater, column] : columns) {
      column = file.raters.size();
      file.raters.push_back(rater);
    }
    std::map<std::string, int> groups;
    stats::Ratings& table = file.ratings;
    table.raters = columns.size();
    for (const auto& [line, values] : lines_) {
      std::vector<double> row(columns.size(), std::nan(""));
      for (const auto& [rater, value] : values) row[columns.at(rater)] = value;
      table.values.insert(table.values.end(), row.begin(), row.end());
      ++table.items;
      file.groups.push_back(groups.emplace(line.first, groups.size()).first->second);
    }
  }

  const Shelf& shelf_;
  const Instrument& instrument_;
  const Slice& wish_;
  std::set<std::pair<std::string, std::string>> given_, asked_;  // rater, talk
  Lines lines_;
};

}  // namespace

Result<Sliced> slice(const Shelf& shelf, const std::map<std::string, Instrument>& instruments,
                     const Slice& wish) {
  const auto found = instruments.find(wish.instrument);
  const bool known = found != instruments.end() && (found->second.item(wish.what) != nullptr ||
                                                    found->second.code(wish.what) != nullptr);
  if (!known)
    return base::fail(base::Code::not_found,
                      "there is no such item or code; /api/review/instruments lists them");
  if (!wish.batch.empty() && !shelf.book().batches.contains(wish.batch))
    return base::fail(base::Code::not_found,
                      "there is no such batch; /api/review/batches lists them");
  Sliced out = Slicing(shelf, found->second, wish).cut();
  if (out.file.raters.size() < 2 || out.file.ratings.items < 2)
    return base::fail(base::Code::invalid,
                      "agreement needs two raters and two talks or replies that they rated; wait "
                      "until more forms are handed in");
  return out;
}

}  // namespace attune::review
