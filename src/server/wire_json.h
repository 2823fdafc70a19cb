#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/remark.h"
#include "conversation/event_log.h"
#include "conversation/preferences.h"
#include "llm/ledger.h"
#include "server/outside.h"
#include "session/session.h"

/// The JSON of docs/formats/api.md: what comes in becomes native types here, and nowhere else.
namespace attune::server {

using Desks = std::map<std::string, std::unique_ptr<session::Desk>>;

/// A frame from the page.
struct Frame {
  std::string key;  ///< of a message, as far as one can be made out, so that its error can name it
  base::Result<session::Input> input;
};
[[nodiscard]] Frame read_frame(std::string_view text);

/// The body of a request for a new session: a person, or a talk to try again from one of its turns.
struct NewSession {
  std::string case_id;
  std::optional<conversation::HelpWish> help;  ///< nothing: as the preferences say
  std::optional<std::uint64_t> seed;
  std::string branch_of;
  conversation::TurnNumber branch_turn = 0;
  conversation::Agreed terms;  ///< from the beginning
  conversation::SessionId id;  ///< of the new talk; empty: a fresh one. Never from a body
};
[[nodiscard]] base::Result<NewSession> read_new_session(std::string_view body);

/// The body of a request for a remark: plain text, not blank, of at most `kLongestMessage`
/// characters. The error never quotes it.
[[nodiscard]] base::Result<std::string> read_draft(std::string_view body);

[[nodiscard]] std::string event_frame(const conversation::Event& event);
[[nodiscard]] std::string ready_frame(conversation::Sequence last);
[[nodiscard]] std::string typing_frame(conversation::TurnNumber turn);
[[nodiscard]] std::string ack_frame(const std::string& key, conversation::Sequence seq);
/// `key` may be empty.
[[nodiscard]] std::string check_in_frame(const std::string& key);
[[nodiscard]] std::string error_frame(const base::Error& error, const std::string& key);

[[nodiscard]] std::string error_json(const base::Error& error);
[[nodiscard]] std::string health_json();
[[nodiscard]] std::string status_json(const Outside& outside);
[[nodiscard]] std::string egress_json(const Outside& outside, const llm::LedgerPage& page);
[[nodiscard]] std::string id_json(const conversation::SessionId& id);
/// `{"remark":null}` when there is none.
[[nodiscard]] std::string remark_json(const std::optional<coach::Remark>& remark);
/// Easiest first.
[[nodiscard]] std::string cases_json(const Desks& desks,
                                     const conversation::Preferences& preferences);
[[nodiscard]] std::string models_json(const std::vector<language::Card>& cards);
/// With `names`, the supporter of each is told, by account id.
[[nodiscard]] std::string sessions_json(const std::vector<conversation::SessionSummary>& sessions,
                                        const Desks& desks,
                                        const std::map<std::string, std::string>* names = nullptr);
[[nodiscard]] std::string events_json(const std::vector<conversation::Event>& events, bool closed);

}  // namespace attune::server
