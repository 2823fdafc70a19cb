#pragma once

#include "server/site.h"
#include "server/wire_json.h"

/// Sessions over HTTP: begin, branch, list, read, debrief, delete; and a look at a draft.
namespace attune::server {

void list_sessions(Site& site, const Request& request, const std::string& id, const Answer& answer);
void begin_session(Site& site, const Request& request, const std::string& id, const Answer& answer);
void erase_session(Site& site, const Request& request, const std::string& id, const Answer& answer);
void tell_steps(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_events(Site& site, const Request& request, const std::string& id, const Answer& answer);
void debrief_session(Site& site, const Request& request, const std::string& id,
                     const Answer& answer);

/// Begins a talk of `who`, on the terms of `wish` as they stand; 201 {"id"}.
void begin_talk(Site& site, const Who& who, const NewSession& wish, const Answer& answer);

/// Reads what the supporter has written and not sent; keeps nothing of it.
void remark_on_draft(Site& site, const Request& request, const std::string& id,
                     const Answer& answer);

/// The number in the query `after`; 0 when there is none; nothing when it is no count.
[[nodiscard]] std::optional<conversation::Sequence> after(const Request& request);

}  // namespace attune::server
