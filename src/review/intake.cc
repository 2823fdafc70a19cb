#include "review/intake.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "review/shelf.h"

namespace attune::review {
namespace {

using base::Result;
using conversation::TurnNumber;

tl::unexpected<base::Error> wrong(const std::string& what) {
  return base::fail(base::Code::invalid, what);
}

Result<const Instrument*> instrument(const Asked& asked, const std::string& id) {
  const auto found = asked.instruments.find(id);
  const bool wanted = asked.ids.empty() || std::ranges::find(asked.ids, id) != asked.ids.end();
  if (found != asked.instruments.end() && wanted) return &found->second;
  return wrong("the form fills in an instrument that was not asked for; reload the page");
}

Result<void> check_words(const std::string& words, std::size_t longest, const char* which) {
  if (words.find('\0') != std::string::npos || !base::is_utf8(words))
    return wrong(std::string(which) + " holds characters that are no text; write it anew");
  if (base::length(words) > longest)
    return wrong(std::string(which) + " is longer than " + std::to_string(longest) +
                 " characters; shorten it");
  return {};
}

Result<void> check_seconds(double seconds) {
  if (std::isfinite(seconds) && seconds >= 0 && seconds <= kMostSeconds) return {};
  return wrong("`seconds` is the time spent, from 0 to a million");
}

Result<void> check(const Sheet& sheet, const Asked& asked) {
  const auto found = instrument(asked, sheet.instrument);
  if (!found) return tl::unexpected(found.error());
  const Instrument& one = **found;
  const std::string titled = "\"" + one.title + "\"";
  if (one.target == Target::study)
    return wrong(titled + " is about using the program, not about a talk");
  const bool whole = one.target == Target::conversation;
  if (whole && sheet.turn) return wrong(titled + " is about the whole talk; name no turn");
  if (!whole && !sheet.turn) return wrong(titled + " is about one reply; name its turn");
  if (!whole && reply(asked.turns, *sheet.turn) == nullptr)
    return wrong(titled + " names a turn that has no reply; reload the page");
  return check(one, sheet.answers);
}

Result<void> check(const Mark& mark, const Asked& asked) {
  const auto found = instrument(asked, mark.instrument);
  if (!found) return tl::unexpected(found.error());
  const Instrument& one = **found;
  const Code* code = one.code(mark.code);
  if (code == nullptr)
    return wrong("\"" + one.title + "\" has no code of that name; reload the page");
  const std::string titled = "\"" + code->title + "\"";
  const std::string* words = reply(asked.turns, mark.turn);
  if (words == nullptr) return wrong(titled + " marks a turn that has no reply; reload the page");
  const bool all = mark.start == 0 && mark.end == 0;
  const auto length = static_cast<int>(base::length(*words));
  if (!all && (mark.start < 0 || mark.start >= mark.end || mark.end > length))
    return wrong(titled + " marks words that the reply does not have; mark them again");
  if (one.severity.empty() ? mark.severity != 0 : !one.severity.contains(mark.severity))
    return wrong(titled + (one.severity.empty() ? " has no severity" : " needs a severity") +
                 (one.severity.empty() ? "; reload the page" : "; choose one of the list"));
  if (code->needs_text && mark.text.find_first_not_of(" \t\r\n") == std::string::npos)
    return wrong(titled + " needs a few words; say what you mean");
  return check_words(mark.text, kLongestText, "what is said of a mark");
}

const Sheet* sheet_of(const Form& form, const std::string& instrument) {
  const auto found = std::ranges::find(form.sheets, instrument, &Sheet::instrument);
  return found == form.sheets.end() ? nullptr : &*found;
}

/// Every question about the whole talk is answered, or named as left out.
Result<void> check_whole(const Form& form, const Asked& asked) {
  for (const std::string& id : asked.ids) {
    const auto found = instrument(asked, id);
    if (!found) return tl::unexpected(found.error());
    if ((*found)->target != Target::conversation) continue;
    const Sheet* sheet = sheet_of(form, id);
    for (const Item& item : (*found)->items) {
      const bool answered = sheet != nullptr && sheet->answers.contains(item.id);
      const bool named = std::ranges::find(*asked.left_out, item.id) != asked.left_out->end();
      if (!answered && !named)
        return wrong("\"" + item.ask +
                     "\" is not answered yet; answer it, or leave it out on purpose");
    }
  }
  return {};
}

}  // namespace

Result<void> check(const Form& form, const Asked& asked) {
  std::set<std::pair<std::string, TurnNumber>> filled;
  for (const Sheet& sheet : form.sheets) {
    if (auto fits = check(sheet, asked); !fits) return fits;
    if (!filled.emplace(sheet.instrument, sheet.turn.value_or(-1)).second)
      return wrong("the form fills in the same questions twice; reload the page");
  }
  for (const Mark& mark : form.marks)
    if (auto fits = check(mark, asked); !fits) return fits;
  if (auto fits = check_words(form.comment, kLongestComment, "the comment"); !fits) return fits;
  if (auto fits = check_seconds(form.seconds); !fits) return fits;
  return asked.left_out ? check_whole(form, asked) : Result<void>{};
}

Result<void> check(const Choice& choice) {
  if (choice.preferred < -2 || choice.preferred > 2)
    return wrong("a choice between two goes from -2 (left, clearly) to 2 (right, clearly)");
  if (auto fits = check_words(choice.reason, kLongestText, "the reason"); !fits) return fits;
  return check_seconds(choice.seconds);
}

Result<void> check(const Settled& settled, const Asked& asked) {
  const auto found = instrument(asked, settled.instrument);
  if (!found) return tl::unexpected(found.error());
  const Item* item = (*found)->item(settled.what);
  const Code* code = (*found)->code(settled.what);
  if (item == nullptr && code == nullptr)
    return wrong("\"" + (*found)->title + "\" has neither an item nor a code of that name");
  if (settled.turn && reply(asked.turns, *settled.turn) == nullptr)
    return wrong("that turn of the talk has no reply");
  if (settled.open != !settled.value)
    return wrong("settle on a value, or say that it stays open: one of the two");
  if (auto fits = check_words(settled.reason, kLongestText, "the reason"); !fits) return fits;
  if (settled.open) return {};
  if (item != nullptr) return check(**found, Answers{{settled.what, *settled.value}});
  const auto& severity = (*found)->severity;
  const bool known = *settled.value == 0 ||
                     (severity.empty() ? *settled.value == 1 : severity.contains(*settled.value));
  return known ? Result<void>{} : wrong("a code is settled on 0, not there, or on its severity");
}

}  // namespace attune::review
