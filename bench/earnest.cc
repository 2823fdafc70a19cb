#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "client/case_yaml.h"
#include "language/meaning.h"
#include "voice/acts_yaml.h"
#include "voice/topics.h"

/// How well questions asked in earnest find an answer: bench/earnest.tsv holds those of talks whose
/// supporters had read nothing of the client, with the topics that answer each. Prints, by how
/// surely a topic must be asked for, how many get an answer that fits, another's, and none.
namespace {

using namespace attune;

constexpr auto kFloors = std::to_array({0.0, 0.12, 0.2, 0.3, 0.4, 0.5});

struct Question {
  std::string round, client, before, said;
  std::size_t sentence = 0;
  std::set<std::string> fits;
};

std::set<std::string> names(const std::string& text) {
  std::set<std::string> all;
  std::istringstream list(text);
  for (std::string name; std::getline(list, name, ',');) all.insert(name);
  return all;
}

std::vector<Question> load(const std::filesystem::path& file) {
  std::vector<Question> questions;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::array<std::string, 6> fields;
    std::istringstream row(line);
    for (std::string& field : fields) std::getline(row, field, '\t');
    questions.push_back(
        {fields[0], fields[1], fields[2], fields[3], std::stoul(fields[4]), names(fields[5])});
  }
  return questions;
}

struct Counts {
  int all = 0, listed = 0;  ///< `listed`: word for word, as where talks were mended
  std::map<double, std::array<int, 2>> answered;  ///< by floor: fitting, not
};

}  // namespace

int main() {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto acts = voice::load_acts(root / "content" / "acts.yaml");
  const auto people = client::load_cases(root / "content" / "clients");
  const auto meaning = language::Meaning::open(root / "models", root / "content" / "lexicons");
  const std::vector<Question> questions = load(root / "bench" / "earnest.tsv");
  if (!acts || !people || !meaning || questions.empty()) {
    std::fprintf(stderr, "earnest: the content cannot be read; `attune cases` says why\n");
    return 1;
  }
  std::map<std::string, Counts> rounds;
  for (const client::Case& person : *people) {
    const voice::Topics topics(person, (*meaning)->questions(), acts->wording);
    for (const Question& question : questions) {
      if (question.client != person.id) continue;
      voice::Sentence before = voice::join(voice::plain(question.before, acts->wording));
      const auto said = voice::plain(question.said, acts->wording);
      for (std::size_t i = 0; i < question.sentence; ++i) before = voice::join({before, said[i]});
      const auto found = topics.asked_anywhere(said.at(question.sentence), before, 0);
      Counts& counts = rounds[question.round];
      if (!found.empty() && found[0].score >= 1) {
        ++counts.listed;
        continue;
      }
      ++counts.all;
      for (const double floor : kFloors)
        if (!found.empty() && found[0].score >= floor)
          ++counts.answered[floor][question.fits.contains(found[0].topic->id) ? 0 : 1];
    }
  }
  for (const auto& [round, counts] : rounds) {
    std::printf("%s: %d questions, and %d listed word for word\n", round.c_str(), counts.all,
                counts.listed);
    for (const auto& [floor, answered] : counts.answered) {
      const double share = 100.0 / counts.all;
      std::printf("  floor %.2f: fits %.0f %%, another's %.0f %%, none %.0f %%\n", floor,
                  share * answered[0], share * answered[1],
                  share * (counts.all - answered[0] - answered[1]));
    }
  }
  return 0;
}
