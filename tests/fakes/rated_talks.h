#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/draw.h"
#include "review/beneath.h"
#include "review/book.h"

namespace attune::fakes {

/// Talks rated by people of known habits, so that every figure of a map has a value it must cover.
struct RatedTalks {
  std::uint64_t seed = 1;
  int talks = 60, replies = 10, peers = 3, experts = 3;
  double missed = 0.3;      ///< chance that a reply passes a cue by
  double peer_marks = 0.5;  ///< chance that a peer marks it
  double expert_marks = 0.9;
  double false_marks = 0.05;  ///< of anybody, on other replies
  double peer_bonus = 1;      ///< peers' answers above those of experts
  double doubt = 0.15;        ///< how far the program's concern strays from the truth

  review::Book book{};
  std::map<std::string, review::Beneath> beneath{};

  double draw(int talk, int turn, const std::string& what) const {
    return base::draw(seed, static_cast<std::uint64_t>(talk * 100 + turn), what);
  }
  bool passes(int talk, int turn) const { return draw(talk, turn, "passes") < missed; }
  /// How well the talk went: 1.5 to 3.5.
  double quality(int talk) const { return 1.5 + 2 * draw(talk, 0, "quality"); }

  static std::string id(int talk) { return "talk-" + std::to_string(1000 + talk); }

  review::Rating rating(int talk, const std::string& name, review::RaterKind kind) const {
    const bool peer = kind == review::RaterKind::peer;
    review::Rating out{.task = name + id(talk), .talk = id(talk), .rater = {name, kind, ""}};
    for (int turn = 1; turn <= replies; ++turn) {
      const double marks = passes(talk, turn) ? (peer ? peer_marks : expert_marks) : false_marks;
      if (draw(talk, turn, "marks" + name) < marks)
        out.form.marks.push_back({"critique", "missed_cue", turn, 0, 0, 2, "It went by."});
    }
    const double noise = draw(talk, 0, "noise" + name) - 0.5;
    const double answer = quality(talk) + (peer ? peer_bonus : 0) + noise;
    out.form.sheets.push_back(
        {"support-quality",
         {},
         {{"understood", std::clamp(static_cast<int>(std::lround(answer)), 1, 5)}}});
    return out;
  }

  void make_beneath(int talk) {
    review::Beneath& under = beneath[id(talk)];
    under.talk = id(talk);
    under.self["support-quality"]["understood"] =
        std::clamp(static_cast<int>(std::lround(quality(talk) + 1.5)), 1, 5);
    for (int turn = 1; turn <= replies; ++turn) {
      auto& scores = under.scores[turn];
      const double sure = passes(talk, turn) ? 0.8 : 0.2;
      scores["concern.empathy"] = draw(talk, turn, "doubt") < doubt ? 1 - sure : sure;
      scores["empathy.explorations"] = quality(talk) > 2.5 ? 2 : 0;
      scores["skill.complex_reflection"] = draw(talk, turn, "reflects") * 4 < quality(talk) ? 1 : 0;
      if (passes(talk, turn)) {
        under.cues.push_back(
            {.cue = "cue-" + std::to_string(turn), .kind = "loss", .opened = turn - 1});
      }
    }
  }

  RatedTalks& make() {
    review::Batch batch{
        .id = "batch", .title = "All", .instruments = {"critique", "support-quality"}};
    for (int i = 0; i < peers; ++i) batch.raters.push_back("peer-" + std::to_string(i));
    for (int i = 0; i < experts; ++i) batch.raters.push_back("expert-" + std::to_string(i));
    for (int talk = 0; talk < talks; ++talk) {
      batch.talks.push_back(id(talk));
      make_beneath(talk);
      for (const std::string& rater : batch.raters) {
        const bool peer = rater.starts_with("peer");
        book.ratings.push_back(
            rating(talk, rater, peer ? review::RaterKind::peer : review::RaterKind::expert));
      }
    }
    book.batches.emplace(batch.id, batch);
    return *this;
  }
};

}  // namespace attune::fakes
