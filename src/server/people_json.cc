#include "server/people_json.h"

#include <map>

#include <nlohmann/json.hpp>

namespace attune::server {
namespace {

using Json = nlohmann::ordered_json;
using base::Code;
using base::Result;

Json account_json(const Who& who) {
  return {{"id", who.account},
          {"name", who.name},
          {"role", people::name(who.role)},
          {"group", people::name(who.group)}};
}

long long count(base::Instant at) {
  return at.time_since_epoch().count();
}

}  // namespace

std::string me_json(const Who& who, const Team* team, const std::string& page_token) {
  Json may = Json::array();
  for (std::size_t i = 0; i < people::kActs; ++i) {
    const auto act = static_cast<people::Act>(i);
    if (who.may(act)) may.push_back(people::name(act));
  }
  const TeamOptions service =
      team == nullptr ? TeamOptions{.name = "", .days = 0} : team->options();
  return Json{{"mode", team == nullptr ? "local" : "team"},
              {"account", team == nullptr || !who.known ? Json() : account_json(who)},
              {"may", may},
              {"token", page_token},
              {"service",
               {{"name", service.name},
                {"days", service.days},
                {"announced", service.announced},
                {"research", service.research}}}}
      .dump();
}

Result<NameAndPassword> read_name_and_password(std::string_view body) {
  try {
    const Json json = Json::parse(body);
    return NameAndPassword{json.at("name"), json.at("password")};
  } catch (const std::exception&) {
    return base::fail(Code::invalid, "this needs {\"name\",\"password\"}");
  }
}

Result<people::Reception::NewPassword> read_new_password(std::string_view body) {
  try {
    const Json json = Json::parse(body);
    return people::Reception::NewPassword{json.at("old"), json.at("new")};
  } catch (const std::exception&) {
    return base::fail(Code::invalid, "a new password needs {\"old\",\"new\"}");
  }
}

Result<people::Account> read_place(std::string_view body, Place place) {
  try {
    const Json json = Json::parse(body);
    people::Account account;
    account.role = people::role(json.at("role").get<std::string>()).value();
    account.group = people::group(json.at("group").get<std::string>()).value();
    if (place == Place::present) account.active = json.at("active").get<bool>();
    return account;
  } catch (const std::exception&) {
    return base::fail(Code::invalid,
                      "this needs a \"role\" (trainee, supporter, expert, supervisor or admin), a "
                      "\"group\" (peer, lived_experience or expert) and, for somebody who is "
                      "here already, \"active\"");
  }
}

std::string invite_json(const people::Invite& invite) {
  return Json{{"role", people::name(invite.role)},
              {"group", people::name(invite.group)},
              {"expires", count(invite.expires)}}
      .dump();
}

std::string letter_json(const std::string& link, const people::Invite& invite) {
  return Json{{"id", invite.digest}, {"link", link}, {"expires", count(invite.expires)}}.dump();
}

std::string people_json(const std::vector<people::Account>& accounts,
                        const std::vector<people::Invite>& invites) {
  std::map<std::string, std::string> names;
  Json people = Json::array(), open = Json::array();
  for (const people::Account& account : accounts) {
    names[account.id] = account.name;
    people.push_back({{"id", account.id},
                      {"name", account.name},
                      {"role", people::name(account.role)},
                      {"group", people::name(account.group)},
                      {"active", account.active},
                      {"made", count(account.made)}});
  }
  for (const people::Invite& invite : invites) {
    open.push_back({{"id", invite.digest},
                    {"role", people::name(invite.role)},
                    {"group", people::name(invite.group)},
                    {"by", names[invite.by]},
                    {"expires", count(invite.expires)}});
  }
  return Json{{"people", people}, {"invites", open}}.dump();
}

Result<conversation::Agreed> read_terms(std::string_view body) {
  try {
    const Json json = Json::parse(body);
    return conversation::Agreed{json.at("shared"), json.at("training"), json.at("research")};
  } catch (const std::exception&) {
    return base::fail(Code::invalid,
                      "terms are {\"shared\",\"training\",\"research\"}, each true or false");
  }
}

}  // namespace attune::server
