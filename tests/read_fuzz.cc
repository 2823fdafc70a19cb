// Throws damaged lines at `read_line` for a while: bytes changed, cut, doubled and moved in lines
// of every kind that came to mind. Any crash, sanitizer finding or answer that is not one line of
// JSON ends it. Usage: read_fuzz [ROUNDS [SEED]]; build with sanitizers (script/test --asan) to be
// of use.
#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "language/read_line.h"
#include "language/reader.h"

namespace {

using Random = std::mt19937_64;

std::string line_of(const std::string& speaker, const std::string& text,
                    const std::string& before) {
  return R"({"id":1,"speaker":")" + speaker + R"(","text":")" + text + R"(","before":)" + before +
         "}";
}

std::vector<std::string> seeds() {
  const std::string yes =
      R"([{"speaker":"client","text":"ok"},{"speaker":"supporter","text":"Are you thinking of suicide?"}])";
  std::vector<std::string> lines{
      line_of("client", "i cant do this any more", "[]"),
      line_of("client", "yeah, most nights", yes),
      line_of("supporter", "Could I share an idea? You could ring your sister.", yes),
      line_of("client", "\\u0000\\ud83d\\ude02\\uD800 \\u202e\\u043c\\u043d\\u0435", "[]"),
      line_of("client", "\xF0\x9F\x98\xAD \xC3\xA9\xFF\xFE\xED\xA0\x80", "[]"),
      line_of("supporter", std::string(20'000, 'a'), "[]"),
      "{\"id\":" + std::string(5'000, '[') + std::string(5'000, ']') + ",\"text\":\"a\"}",
      "",
      "{}",
      "null",
      "\t\r \x01\x02"};
  std::string many = "?!.,;:'\\\"-";
  for (int i = 0; i < 8; ++i) many += many;
  lines.push_back(line_of("supporter", many, "[]"));
  std::string words;
  while (words.size() < 1'000'000) words += "i want to die not really \xFF\xC3 ";
  lines.push_back(line_of("client", words, "[]"));
  return lines;
}

std::string damaged(std::string line, const std::vector<std::string>& all, Random& random) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  for (std::size_t times = 1 + below(8); times > 0; --times) {
    const std::size_t at = below(line.size() + 1);
    switch (below(6)) {
      case 0:
        if (at < line.size()) line[at] = static_cast<char>(random());
        break;
      case 1:
        line.insert(at, 1, static_cast<char>(random()));
        break;
      case 2:
        line.erase(at, below(20));
        break;
      case 3:
        line.insert(at, line.substr(below(line.size() + 1), below(200)));
        break;
      case 4: {
        const std::string& other = all[below(all.size())];
        line.insert(at, other.substr(below(other.size() + 1), below(400)));
        break;
      }
      default:
        line.resize(at);
    }
  }
  return line;
}

// Any bytes as the text of a line, so that damage reaches the reader and not the parser alone.
std::string escaped(const std::string& bytes) {
  std::string out;
  for (const char c : bytes) {
    char escape[8];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') {
      out += c;
      continue;
    }
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c) & 0xFFU);
    out += escape;
  }
  return out;
}

bool is_answer(const std::string& answer) {
  const auto json = nlohmann::json::parse(answer, nullptr, false);
  return json.is_object() && answer.find('\n') == std::string::npos;
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 20'000;
  Random random(count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
  const auto reader = attune::language::Reader::open(ATTUNE_ROOT "/models");
  if (!reader) return std::fprintf(stderr, "%s\n", reader.error().message.c_str()), 1;
  const auto all = seeds();
  int answers = 0;
  for (int round = 0; round < rounds; ++round) {
    // The longest line is tried rarely: it takes a thousand times as long.
    const std::size_t which = round % 200 == 0 ? all.size() - 1 : random() % (all.size() - 1);
    std::string line = damaged(all[which], all, random);
    if (round % 2 == 1)
      line = line_of(round % 4 == 1 ? "client" : "supporter", escaped(line), "[]");
    const std::string answer = attune::language::read_line(**reader, line, round);
    if (!is_answer(answer))
      return std::fprintf(stderr, "round %d: the answer is no line of JSON\n", round), 1;
    answers += answer.find("\"error\"") == std::string::npos ? 1 : 0;
  }
  std::printf("%d damaged lines, %d of them still read\n", rounds, answers);
  return answers == 0 ? 1 : 0;
}
