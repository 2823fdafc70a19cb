#include "client/ways.h"

#include <algorithm>

namespace attune::client {

Ways::Ways(std::string_view lines) {
  constexpr std::string_view kBlanks = " \t\r";
  text_.reserve(lines.size() + 1);
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    if (const std::size_t first = line.find_first_not_of(kBlanks); first != line.npos)
      push_back(line.substr(first, line.find_last_not_of(kBlanks) + 1 - first));
    at = end + 1;
  }
}

Ways::Ways(const std::vector<std::string>& ways) {
  for (const std::string& way : ways) push_back(way);
}

Ways::Ways(std::initializer_list<std::string_view> ways) {
  for (const std::string_view way : ways) push_back(way);
}

void Ways::push_back(std::string_view way) {
  text_ += way;
  std::replace(text_.end() - std::ssize(way), text_.end(), '\n', ' ');
  text_ += '\n';
  ++size_;
}

}  // namespace attune::client
