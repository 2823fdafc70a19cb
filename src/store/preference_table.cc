#include "store/preference_table.h"

#include <sstream>

namespace attune::store {
namespace {

using soci::into;
using soci::use;

void put(soci::session& sql, const std::string& name, const std::string& value) {
  sql << "INSERT OR REPLACE INTO preference (name, value) VALUES (:name, :value)",
      use(name, "name"), use(value, "value");
}

std::string get(soci::session& sql, const std::string& name) {
  std::string value;
  sql << "SELECT value FROM preference WHERE name = :name", use(name, "name"), into(value);
  return sql.got_data() ? value : "";
}

}  // namespace

void put(soci::session& sql, const conversation::Preferences& preferences) {
  std::string avoid;
  for (const conversation::Theme theme : preferences.avoid)
    avoid += (avoid.empty() ? "" : " ") + std::string(conversation::name(theme));
  put(sql, "help", std::string(conversation::name(preferences.help)));
  put(sql, "avoid", avoid);
}

conversation::Preferences get(soci::session& sql) {
  conversation::Preferences preferences;
  preferences.help = conversation::help_wish(get(sql, "help")).value_or(preferences.help);
  std::istringstream avoid(get(sql, "avoid"));
  for (std::string name; avoid >> name;) {
    if (const auto theme = conversation::theme(name)) preferences.avoid.push_back(*theme);
  }
  return preferences;
}

}  // namespace attune::store
