#include "people/secrets.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"

namespace attune::people {
namespace {

using base::Code;

// What lists of leaked passwords begin with, and what this program suggests by itself.
constexpr auto kTriedFirst = std::to_array<std::string_view>(
    {"1234567890", "123456789", "0123456789", "password", "passwort", "qwertyuiop", "iloveyou",
     "administrator", "letmein", "welcome", "attune", "changeme", "helpline", "samaritans"});

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool ready() {
  static const bool ready = sodium_init() >= 0;
  return ready;
}

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

/// BLAKE2b-256 in hex. A key is cut at 64 bytes, of which our tokens have 43.
std::string hash(std::string_view text, std::string_view key) {
  base::expects(ready());
  std::array<unsigned char, 32> digest{};
  key = key.substr(0, crypto_generichash_KEYBYTES_MAX);
  crypto_generichash(digest.data(), digest.size(), bytes(text), text.size(), bytes(key),
                     key.size());
  std::array<char, 65> hex{};
  return sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
}

}  // namespace

base::Result<void> check_password(std::string_view password, std::string_view name) {
  if (!base::is_utf8(password)) return base::fail(Code::invalid, "the password is not plain text");
  const std::size_t length = base::length(password);
  if (length < kShortestPassword)
    return base::fail(Code::invalid,
                      "the password is shorter than 10 characters; three or four words that do not "
                      "belong together make a good one");
  if (length > kLongestPassword)
    return base::fail(Code::invalid, "the password is longer than 256 characters; shorten it");
  const std::string plain = lower(password);
  const bool tried = std::ranges::any_of(kTriedFirst, [&](std::string_view first) {
    return plain.starts_with(first) && plain.size() < first.size() + 4;
  });
  const bool alike = std::ranges::all_of(plain, [&](char c) { return c == plain.front(); });
  const bool named = name.size() > 2 && plain.find(lower(name)) != std::string::npos;
  if (!tried && !alike && !named) return {};
  return base::fail(Code::invalid, "that password would be tried first; choose another one");
}

base::Result<std::string> hash_password(std::string_view password) {
  base::expects(ready());
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str(text.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return base::fail(Code::unavailable,
                      "there is too little memory to check a password; try again in a moment");
  return std::string(text.data());
}

bool is_password(std::string_view password, const std::string& hash) {
  base::expects(ready());
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string fresh_token() {
  base::expects(ready());
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(32, kForm)> text{};
  return sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kForm);
}

std::string token_digest(std::string_view token) {
  return hash(token, "");
}

std::string page_token(std::string_view browser_token) {
  return hash("page", browser_token);
}

bool is_page_token(std::string_view given, std::string_view browser_token) {
  const std::string own = page_token(browser_token);
  return given.size() == own.size() && sodium_memcmp(given.data(), own.data(), own.size()) == 0;
}

}  // namespace attune::people
