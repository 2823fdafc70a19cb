#include <chrono>
#include <cstdio>
#include <iomanip>
#include <iostream>
#include <memory>

#include <termios.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/open_store.h"
#include "people/reception.h"
#include "people/secrets.h"

namespace attune::cli {
namespace {

using base::Code;
using base::Result;
using people::Account;

constexpr const char* kInstead = "change people on its page, under People";

/// What is typed next does not show, for as long as this lives.
class NoEcho {
 public:
  NoEcho() {
    ::tcgetattr(STDIN_FILENO, &before_);
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  ~NoEcho() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  termios before_{};
};

Result<std::string> line(const char* prompt) {
  if (::isatty(STDIN_FILENO) != 0) std::cerr << prompt << std::flush;
  std::string text;
  if (!std::getline(std::cin, text)) return base::fail(Code::invalid, "no password was given");
  if (::isatty(STDIN_FILENO) != 0) std::cerr << '\n';
  return text;
}

/// Asks twice on a terminal; else takes one line of standard input. Gives the hash.
Result<std::string> new_password(const std::string& name) {
  const bool terminal = ::isatty(STDIN_FILENO) != 0;
  const auto quiet = terminal ? std::make_unique<NoEcho>() : nullptr;
  const auto password = line("Password, at least 10 characters (it does not show): ");
  if (!password) return password;
  if (auto good = people::check_password(*password, name); !good)
    return tl::unexpected(good.error());
  if (terminal && line("The same again: ") != *password)
    return base::fail(Code::invalid, "the two were not the same; nothing was changed");
  return people::hash_password(*password);
}

Result<Account> known(people::AccountStore& accounts, const std::string& name) {
  const auto found = accounts.find(name);
  if (!found) return tl::unexpected(found.error());
  if (*found) return (*found)->account;
  return base::fail(Code::not_found,
                    "nobody has the name " + name + "; `attune people list` shows all");
}

std::string day(base::Instant at) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

void print(const std::vector<Account>& accounts) {
  std::size_t widest = 4;
  for (const Account& account : accounts) widest = std::max(widest, account.name.size());
  const auto width = static_cast<int>(widest) + 2;
  for (const Account& account : accounts) {
    std::cout << std::left << std::setw(width) << account.name << std::setw(12)
              << people::name(account.role) << std::setw(18) << people::name(account.group)
              << "since " << day(account.made) << (account.active ? "" : "  disabled") << '\n';
  }
}

}  // namespace

Result<void> run_people_add(const PeopleOptions& options) {
  if (auto good = people::check_name(options.name); !good) return good;
  const auto log = open_store(options.data, kInstead);
  if (!log) return tl::unexpected(log.error());
  if (known((*log)->accounts(), options.name)) {
    return base::fail(Code::conflict, options.name + " is here already; `attune people list`");
  }
  const auto hash = new_password(options.name);
  if (!hash) return tl::unexpected(hash.error());
  const Account account{.id = people::fresh_token().substr(0, 16),
                        .name = options.name,
                        .role = people::role(options.role).value(),
                        .group = people::group(options.group).value(),
                        .made = base::SystemClock().now()};
  if (auto added = (*log)->accounts().add(account, *hash); !added) return added;
  std::cout << options.name << " can sign in now, as " << options.role << ".\n";
  return {};
}

Result<void> run_people_list(const PeopleOptions& options) {
  const auto log = open_store(options.data, kInstead);
  if (!log) return tl::unexpected(log.error());
  const auto accounts = (*log)->accounts().accounts();
  if (!accounts) return tl::unexpected(accounts.error());
  const auto invites = (*log)->accounts().invites(base::SystemClock().now());
  if (!invites) return tl::unexpected(invites.error());
  print(*accounts);
  if (accounts->empty())
    std::cout << "Nobody yet. The first: attune people add NAME --role admin\n";
  if (!invites->empty()) std::cout << "Invitations not used yet: " << invites->size() << '\n';
  return {};
}

Result<void> run_people_invite(const PeopleOptions& options) {
  const auto log = open_store(options.data, kInstead);
  if (!log) return tl::unexpected(log.error());
  const base::SystemClock clock;
  const auto letter =
      people::Reception((*log)->accounts(), clock)
          .invite("", people::role(options.role).value(), people::group(options.group).value());
  if (!letter) return tl::unexpected(letter.error());
  std::string address = options.address;
  while (address.ends_with('/')) address.pop_back();
  std::cout << address << "/invite/" << letter->token << "\n";
  std::cerr << "Whoever opens this first joins as " << options.role << "; it is good "
            << "until " << day(letter->invite.expires) << " and is not shown again.\n";
  return {};
}

Result<void> run_people_password(const PeopleOptions& options) {
  const auto log = open_store(options.data, kInstead);
  if (!log) return tl::unexpected(log.error());
  const auto account = known((*log)->accounts(), options.name);
  if (!account) return tl::unexpected(account.error());
  const auto hash = new_password(account->name);
  if (!hash) return tl::unexpected(hash.error());
  if (auto set = (*log)->accounts().set_password(account->id, *hash); !set) return set;
  std::cout << account->name << " has a new password and is signed out everywhere.\n";
  return {};
}

Result<void> run_people_disable(const PeopleOptions& options) {
  const auto log = open_store(options.data, kInstead);
  if (!log) return tl::unexpected(log.error());
  auto account = known((*log)->accounts(), options.name);
  if (!account) return tl::unexpected(account.error());
  account->active = false;
  if (auto changed = (*log)->accounts().change(*account); !changed) return changed;
  std::cout << account->name << " cannot sign in any more; their talks and ratings stay.\n";
  return {};
}

}  // namespace attune::cli
