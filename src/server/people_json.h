#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conversation/event.h"
#include "server/team.h"

/// The JSON of docs/formats/api.md about people. No error quotes what came in.
namespace attune::server {

/// `team` is null in local mode; `page_token` "" when nobody is signed in.
[[nodiscard]] std::string me_json(const Who& who, const Team* team, const std::string& page_token);

/// {"name","password"}
struct NameAndPassword {
  std::string name, password;
};
[[nodiscard]] base::Result<NameAndPassword> read_name_and_password(std::string_view body);

/// {"old","new"}
[[nodiscard]] base::Result<people::Reception::NewPassword> read_new_password(std::string_view body);

/// {"role","group"}; with `active`, {"role","group","active"}.
enum class Place { invited, present };
[[nodiscard]] base::Result<people::Account> read_place(std::string_view body, Place place);

[[nodiscard]] std::string invite_json(const people::Invite& invite);
[[nodiscard]] std::string letter_json(const std::string& link, const people::Invite& invite);
[[nodiscard]] std::string people_json(const std::vector<people::Account>& accounts,
                                      const std::vector<people::Invite>& invites);

/// {"shared","training","research"}, all three.
[[nodiscard]] base::Result<conversation::Agreed> read_terms(std::string_view body);

}  // namespace attune::server
