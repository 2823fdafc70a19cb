#include "store/preference_table.h"

#include <sstream>

namespace attune::store {
namespace {

using soci::into;
using soci::use;

/// One person's preferences, a row each.
struct Rows {
  soci::session& sql;
  const std::string& owner;

  void put(const std::string& name, const std::string& value) const {
    sql << "INSERT OR REPLACE INTO preference (owner, name, value) VALUES (:owner, :name, :value)",
        use(owner, "owner"), use(name, "name"), use(value, "value");
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::string value;
    sql << "SELECT value FROM preference WHERE owner = :owner AND name = :name",
        use(owner, "owner"), use(name, "name"), into(value);
    return sql.got_data() ? value : "";
  }
};

}  // namespace

void put(soci::session& sql, const std::string& owner,
         const conversation::Preferences& preferences) {
  const Rows rows{sql, owner};
  std::string avoid;
  for (const conversation::Theme theme : preferences.avoid)
    avoid += (avoid.empty() ? "" : " ") + std::string(conversation::name(theme));
  rows.put("help", std::string(conversation::name(preferences.help)));
  rows.put("avoid", avoid);
}

conversation::Preferences get(soci::session& sql, const std::string& owner) {
  const Rows rows{sql, owner};
  conversation::Preferences preferences;
  preferences.help = conversation::help_wish(rows.get("help")).value_or(preferences.help);
  std::istringstream avoid(rows.get("avoid"));
  for (std::string name; avoid >> name;) {
    if (const auto theme = conversation::theme(name)) preferences.avoid.push_back(*theme);
  }
  return preferences;
}

}  // namespace attune::store
