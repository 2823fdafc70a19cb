#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

/// Holds the structure of docs/layers.txt and the size limits of CONTRIBUTING.md.
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = ATTUNE_ROOT;
constexpr std::size_t kLongestFile = 600;
constexpr std::size_t kLongestTest = 1000;
constexpr std::size_t kLongestFunction = 60;

struct Rules {
  std::map<std::string, std::set<std::string>> layers;
  std::map<std::string, std::set<std::string>> homes;  // header prefix -> folders or file endings
};

struct Source {
  std::string path;    // relative to src, e.g. "client/mind.cc"
  std::string folder;  // "client"
  std::vector<std::string> lines;
};

Rules read_rules(std::istream& in) {
  Rules rules;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind;
    std::string name;
    if (!(words >> kind >> name) || kind[0] == '#') continue;
    name.pop_back();  // the colon
    auto& places = kind == "layer" ? rules.layers[name] : rules.homes[name];
    for (std::string place; words >> place;) places.insert(place);
  }
  return rules;
}

std::vector<Source> read_sources() {
  std::vector<Source> sources;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "src")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc") continue;
    Source source;
    source.path = fs::relative(entry.path(), kRoot / "src").string();
    source.folder = source.path.substr(0, source.path.find('/'));
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) source.lines.push_back(line);
    sources.push_back(std::move(source));
  }
  return sources;
}

std::vector<std::string> includes(const Source& source) {
  std::vector<std::string> found;
  for (const std::string& line : source.lines) {
    if (line.rfind("#include ", 0) != 0) continue;
    const std::size_t start = line.find_first_of("<\"");
    const std::size_t end = line.find_first_of(">\"", start + 1);
    if (start != std::string::npos && end != std::string::npos) {
      found.push_back(line.substr(start + 1, end - start - 1));
    }
  }
  return found;
}

bool is_test(const Source& source) {
  return source.path.ends_with("_test.cc");
}

std::vector<std::string> layer_faults(const Rules& rules, const std::vector<Source>& sources) {
  std::vector<std::string> faults;
  for (const Source& source : sources) {
    const auto allowed = rules.layers.find(source.folder);
    if (allowed == rules.layers.end()) {
      faults.push_back(source.path + ": its folder is not in docs/layers.txt");
      continue;
    }
    for (const std::string& header : includes(source)) {
      const std::string folder = header.substr(0, header.find('/'));
      if (!rules.layers.contains(folder) || folder == source.folder) continue;
      if (!allowed->second.contains(folder)) {
        faults.push_back(source.path + " includes " + header);
      }
    }
  }
  return faults;
}

std::vector<std::string> home_faults(const Rules& rules, const std::vector<Source>& sources) {
  std::vector<std::string> faults;
  for (const Source& source : sources) {
    for (const std::string& header : includes(source)) {
      for (const auto& [prefix, places] : rules.homes) {
        if (header.rfind(prefix, 0) != 0) continue;
        const bool home = std::any_of(places.begin(), places.end(), [&](const std::string& place) {
          return source.folder == place || source.path.ends_with(place);
        });
        if (!home) faults.push_back(source.path + " includes " + header + " outside its home");
      }
    }
  }
  return faults;
}

std::vector<std::string> header_cycles(const std::vector<Source>& sources) {
  std::map<std::string, std::vector<std::string>> graph;
  for (const Source& source : sources) {
    if (source.path.ends_with(".h")) graph[source.path] = includes(source);
  }
  std::vector<std::string> faults;
  std::map<std::string, int> seen;  // 1 on the way, 2 done
  const std::function<void(const std::string&)> visit = [&](const std::string& header) {
    if (!graph.contains(header) || seen[header] == 2) return;
    if (seen[header] == 1) {
      faults.push_back("a cycle of headers passes through " + header);
      return;
    }
    seen[header] = 1;
    for (const std::string& next : graph[header]) visit(next);
    seen[header] = 2;
  };
  for (const auto& [header, next] : graph) visit(header);
  return faults;
}

/// A function is a block that opens at an indentation of 0 or 2 on a line ending in '{' that is no
/// namespace or type, and closes at the same indentation.
std::vector<std::string> long_functions(const Source& source) {
  std::vector<std::string> faults;
  const auto indentation = [](const std::string& line) { return line.find_first_not_of(' '); };
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string& line = source.lines[i];
    const std::size_t indent = indentation(line);
    if ((indent != 0 && indent != 2) || !line.ends_with("{")) continue;
    const std::string head = line.substr(indent);
    const auto starts = [&](const char* word) { return head.rfind(word, 0) == 0; };
    if (starts("namespace") || starts("struct") || starts("class") || starts("enum") ||
        starts("union") || starts("}") || head.find('(') == std::string::npos) {
      continue;
    }
    const std::string close = std::string(indent, ' ') + "}";
    std::size_t end = i + 1;
    while (end < source.lines.size() && source.lines[end].rfind(close, 0) != 0) ++end;
    if (end - i + 1 > kLongestFunction) {
      faults.push_back(source.path + ":" + std::to_string(i + 1) + ": a function of " +
                       std::to_string(end - i + 1) + " lines");
    }
  }
  return faults;
}

std::string joined(const std::vector<std::string>& faults) {
  std::string text;
  for (const std::string& fault : faults) text += fault + "\n";
  return text;
}

Rules rules_of_the_house() {
  std::ifstream in(kRoot / "docs" / "layers.txt");
  return read_rules(in);
}

TEST(Layers, HoldEverywhere) {
  EXPECT_EQ(joined(layer_faults(rules_of_the_house(), read_sources())), "");
}

TEST(Layers, ThirdPartyHeadersStayAtHome) {
  EXPECT_EQ(joined(home_faults(rules_of_the_house(), read_sources())), "");
}

TEST(Layers, HeadersFormNoCycle) {
  EXPECT_EQ(joined(header_cycles(read_sources())), "");
}

TEST(Layers, FilesAndFunctionsStayShort) {
  std::vector<std::string> faults;
  for (const Source& source : read_sources()) {
    const std::size_t limit = is_test(source) ? kLongestTest : kLongestFile;
    if (source.lines.size() > limit) {
      faults.push_back(source.path + ": " + std::to_string(source.lines.size()) + " lines");
    }
    const auto functions = long_functions(source);
    if (!is_test(source)) faults.insert(faults.end(), functions.begin(), functions.end());
  }
  EXPECT_EQ(joined(faults), "");
}

TEST(Layers, TheChecksThemselvesFindFaults) {
  std::istringstream text("layer base:\nlayer client: base\nhome boost/: server\n");
  const Rules rules = read_rules(text);
  const std::vector<Source> bad{
      {"base/a.h", "base", {"#include \"client/b.h\"", "#include <boost/asio.hpp>"}},
      {"client/b.h", "client", {"#include \"base/a.h\""}},
  };
  EXPECT_EQ(layer_faults(rules, bad).size(), 1U);
  EXPECT_EQ(home_faults(rules, bad).size(), 1U);
  EXPECT_EQ(header_cycles(bad).size(), 1U);
  Source lengthy{"base/long.cc", "base", std::vector<std::string>(70, "  work();")};
  lengthy.lines.front() = "void lengthy() {";
  lengthy.lines.back() = "}";
  EXPECT_EQ(long_functions(lengthy).size(), 1U);
}

}  // namespace
