#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/yaml.h"
#include "client/case_rules.h"
#include "client/case_yaml.h"
#include "client/ways.h"

namespace attune::client {

/// Reads values out of a case's document, with a fault for each that is not as it should be, and
/// then the nearest value that is. A key that is missing is no fault here: `keys` tells those.
class Sheet {
 public:
  using Words = std::vector<std::string>;
  using Node = base::yaml::Node;

  std::vector<Fault> faults;
  Places places;

  void fault(const Node& node, std::string what, std::string mend);
  void unwritten(const Node& node, const std::string& what);
  void remember(const std::string& name, const Node& node);

  /// Faults every key that is not `required` or `optional`, stands twice, or is missing. False when
  /// there is no map.
  bool keys(const Node& map, const std::string& what, const Words& required,
            const Words& optional = {});

  /// Whose words a text is: one of the author that begins with "… " is still to be written; people
  /// who type begin so now and then.
  enum class Whose { author, typed };
  std::string text(const Node& map, const char* key, Whose whose = Whose::author);
  Words texts(const Node& map, const char* key, std::size_t least, Whose whose = Whose::author);
  /// A list of texts, or one text (after `|`) with one a line.
  Ways ways(const Node& map, const char* key, std::size_t least);

  std::string id(const Node& map);
  std::string one_of(const Node& map, const char* key, const Words& known);
  /// A list of one or more of the known words, none twice.
  Words some_of(const Node& map, const char* key, const Words& known);
  double number(const Node& map, const char* key, double low, double high);
  int whole(const Node& map, const char* key, int low, int high);
  std::uint64_t seed(const Node& map);
  bool flag(const Node& map, const char* key);
  std::vector<Node> list(const Node& map, const char* key, std::size_t least);

 private:
  void count(const Node& node, const char* key, std::size_t all, std::size_t least);
};

/// Whether a text is a place to be filled in, as the skeleton has them: "…", or "… " and words.
[[nodiscard]] bool is_unwritten(std::string_view text);

}  // namespace attune::client
