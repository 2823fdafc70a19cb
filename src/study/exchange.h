#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/mind.h"
#include "client/weigh.h"
#include "language/reader.h"
#include "study/coded_talks.h"

/// Real talks as our mind takes them in: each supporter's turn, and what the client did next.
namespace attune::study {

/// What a client's turn does, from its words alone but for `talk`. Our choices.
struct Answer {
  double words = 0;
  double length = 0;    ///< log of (1 + words) / (1 + the client's median so far)
  bool opens = false;   ///< speaks of itself, and of a feeling that the reader finds
  bool closes = false;  ///< three words at most
  std::optional<conversation::Talk> talk;  ///< as coded

  [[nodiscard]] double lean() const;      ///< 1 change, -1 sustain, else 0
  [[nodiscard]] double openness() const;  ///< 1 opens, -1 closes, else 0
};

/// A supporter's turn, between a client's turn before it and one after.
struct Exchange {
  std::size_t talk = 0;         ///< position in the set
  int turn = 0;                 ///< of the supporter, from 1
  std::set<std::string> codes;  ///< as coded, and by our reader with "(reader)" behind
  language::Fit fit;
  client::Weighed weighed;            ///< how the mind takes the turn
  conversation::State before, after;  ///< of the mind that followed the talk up to here
  double used = 0;                    ///< equal techniques in a row before this turn
  double heard = 0, strain = 0;       ///< the mind's memory after it
  Answer last, next;
  bool leaves = false;  ///< the client said nothing after `next`
};

/// Somebody in the middle: traits of one half, and the mean beginning of `people`.
[[nodiscard]] client::Case everybody(const std::vector<client::Case>& people);

/// Every supporter's turn that has a client's turn before and after it, in order.
[[nodiscard]] std::vector<Exchange> exchanges(const CodedTalks& talks,
                                              const language::Reader& reader,
                                              const language::Meaning& meaning,
                                              const client::Case& person,
                                              const client::Dynamics& dynamics);

}  // namespace attune::study
