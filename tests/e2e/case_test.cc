#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/yaml.h"
#include "e2e/server_program.h"
#include "fakes/scripted_endpoint.h"

namespace attune::e2e {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// `attune case ...` as a person types it, in a folder of its own.
class Case : public testing::Test {
 protected:
  struct Answer {
    int status = -1;
    std::string text;  ///< all that was printed
  };

  Answer type(const std::string& arguments, const std::string& input = "") {
    return run("case " + arguments, input);
  }
  Answer run(const std::string& arguments, const std::string& input = "") {
    put("input", input);
    const std::string command = "cd '" + dir_.path().string() + "' && " + settings_ +
                                " '" ATTUNE_BINARY "' " + arguments + " <input >output 2>&1";
    const int ended = std::system(command.c_str());
    return {WIFEXITED(ended) ? WEXITSTATUS(ended) : -1, get("output")};
  }
  void put(const std::string& name, const std::string& text) const {
    std::ofstream(dir_.path() / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::ifstream in(dir_.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  static std::string client(const std::string& id) {
    return "'" ATTUNE_ROOT "/content/clients/" + id + ".yaml'";
  }

  const TempDir dir_;
  std::string settings_ = "XDG_DATA_HOME='" + dir_.path().string() + "/data'";  ///< of the program
};

TEST_F(Case, NewWritesASkeletonThatCheckNamesTheGapsOf) {
  const Answer written = type("new lina --name Lina");
  EXPECT_EQ(written.status, 0);
  EXPECT_THAT(written.text, HasSubstr("attune case check lina.yaml"));
  EXPECT_THAT(get("lina.yaml"), AllOf(HasSubstr("id: lina\n"), HasSubstr("name: \"Lina\"\n")));
  const Answer checked = type("check lina.yaml");
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.text, HasSubstr("lina.yaml:"));
}

TEST_F(Case, NewTakesTheStoryFromAFile) {
  put("story.txt", "She came in spring.\nThe flat is cold.\n");
  EXPECT_EQ(type("new lina --story story.txt").status, 0);
  EXPECT_THAT(get("lina.yaml"),
              HasSubstr("story: |\n  She came in spring.\n  The flat is cold.\n"));
}

TEST_F(Case, NewWritesOverNothing) {
  put("lina.yaml", "mine");
  const Answer refused = type("new lina");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.text, HasSubstr("lina.yaml is there already"));
  EXPECT_EQ(get("lina.yaml"), "mine");
}

TEST_F(Case, NewSaysWhatIsWrongWithAnIdOrAStory) {
  EXPECT_THAT(type("new Lina!").text, HasSubstr("lower-case letters, digits and '-'"));
  const Answer refused = type("new lina --story nowhere.txt");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.text, HasSubstr("cannot open nowhere.txt"));
  EXPECT_EQ(get("lina.yaml"), "");
}

TEST_F(Case, PreviewShowsWhatMovesTheClientFromTheStateAsked) {
  const std::string hello = "Hello, what made you write today?\n/end\n";
  const Answer warm = type("preview " + client("hidayah") + " --trust 0.9", hello);
  EXPECT_EQ(warm.status, 0);
  EXPECT_THAT(warm.text,
              AllOf(HasSubstr("  [open; trust 0.90, guard "), HasSubstr("This exercise is over.")));
  const Answer cold = type("preview " + client("hidayah") + " --trust 0.05", hello);
  EXPECT_THAT(cold.text, AllOf(HasSubstr("[open; trust 0.05"), Not(HasSubstr("trust 0.9"))));
}

TEST_F(Case, PreviewKnowsTheLayersOfTheCaseAndNoOthers) {
  const Answer refused = type("preview " + client("hidayah") + " --told moon", "/end\n");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.text, HasSubstr("there is no layer 'moon' in this case"));
  EXPECT_EQ(type("preview " + client("hidayah") + " --told timetable", "/end\n").status, 0);
}

TEST_F(Case, CardSetsTheHabitsSideBySideWithoutRealTalks) {
  const Answer card = type("card hidayah");
  EXPECT_EQ(card.status, 0);
  for (const char* row : {"\n  good ", "\n  lecturer ", "\n  interrogator ", "\n  silent "})
    EXPECT_THAT(card.text, HasSubstr(row));
  EXPECT_THAT(card.text, AllOf(HasSubstr("they need --data DIR"), HasSubstr("timetable")));
}

TEST_F(Case, CardNamesTheClientsWhenItKnowsNoneOfThatName) {
  const Answer refused = type("card nobody");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.text, AllOf(HasSubstr("no client 'nobody'"), HasSubstr("hidayah")));
}

/// A talk with Kirsty that was saved, and her case in this folder.
class CaseComment : public Case {
 protected:
  CaseComment() {
    std::ifstream in(ATTUNE_ROOT "/content/clients/kirsty.yaml", std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::size_t mark = text.find("\nprinciples:");
    put("kirsty.yaml", text.substr(0, mark == std::string::npos ? mark : mark + 1));
    EXPECT_EQ(type("preview kirsty.yaml --seed 5 --save talk.jsonl",
                   "Hello, what is on your mind?\nYou are so strong for keeping all this going.\n")
                  .status,
              0);
  }

  /// The longest sentence of the saved reply to a turn.
  std::string words_of(int turn) {
    std::istringstream lines(get("talk.jsonl"));
    std::string longest, sentence;
    for (std::string line; std::getline(lines, line);) {
      const auto event = nlohmann::json::parse(line);
      if (event["type"] != "said" || event["speaker"] != "client" || event["turn"] != turn)
        continue;
      for (const char c : event["text"].get<std::string>() + "\n") {
        sentence += c;
        if (std::string_view(".?!\n").find(c) == std::string_view::npos) continue;
        if (sentence.size() > longest.size()) longest = sentence;
        sentence.clear();
      }
    }
    return longest;
  }

  const std::string kComment_ =
      "comment kirsty.yaml --talk talk.jsonl --turn 2 --principle 'She lets no praise in.' ";
};

TEST_F(CaseComment, BecomesAPrincipleThatTheReplyThenFollows) {
  const std::string before = get("kirsty.yaml"), phrase = words_of(2);
  const Answer written = type(kComment_ + "--by 'A supervisor' --never \"" + phrase + "\"");
  EXPECT_EQ(written.status, 0) << written.text;
  EXPECT_THAT(written.text, AllOf(HasSubstr("principle \"she-lets-no-praise\" is written"),
                                  HasSubstr("and is now:")));
  const std::string after = get("kirsty.yaml");
  EXPECT_TRUE(after.starts_with(before));
  EXPECT_THAT(after, AllOf(HasSubstr("by: \"A supervisor\""), HasSubstr("seed: 5\n")));
  const Answer checked = type("check kirsty.yaml");
  EXPECT_EQ(checked.status, 0) << checked.text;
  EXPECT_THAT(checked.text, AllOf(HasSubstr("never said, by principle \"she-lets-no-praise\""),
                                  HasSubstr("principles: 1, all followed")));
}

TEST_F(CaseComment, SaysInsteadWhatItIsTold) {
  const Answer written = type(kComment_ + "--reply 'It is only what has to be done.'");
  EXPECT_EQ(written.status, 0) << written.text;
  EXPECT_THAT(written.text, HasSubstr("It is only what has to be done."));
}

TEST_F(CaseComment, IsRefusedWhereItWouldHoldNothingOrBreakTheCase) {
  const std::string before = get("kirsty.yaml");
  EXPECT_THAT(type(kComment_).text, HasSubstr("--never"));
  EXPECT_THAT(type(kComment_ + "--never 'purple elephants'").text,
              HasSubstr("stands in the reply to turn 2"));
  EXPECT_THAT(type("comment kirsty.yaml --talk talk.jsonl --turn 9 --principle P --never x").text,
              HasSubstr("no reply to turn 9; its last turn is 2"));
  const Answer broken = type(kComment_ + "--never the --never i --never \"" + words_of(2) + "\"");
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(broken.text, AllOf(HasSubstr("nothing was written"), HasSubstr("are needed")));
  EXPECT_EQ(get("kirsty.yaml"), before);
}

TEST_F(CaseComment, CheckNamesThePrincipleThatIsNotFollowedAndNoWordsOfTheTalk) {
  put("kirsty.yaml",
      get("kirsty.yaml") +
          "principles:\n  - {id: moon, principle: P, seed: 5, talk: [\"Are you having "
          "thoughts of suicide?\"], replies: [\"The moon is up.\"]}\n");
  const Answer checked = type("check kirsty.yaml");
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.text,
              AllOf(HasSubstr("principle \"moon\": the reply to turn 1 is none of its `replies`"),
                    Not(HasSubstr("suicide"))));
}

using Json = nlohmann::ordered_json;

/// What a document holds that a schema does not know, or the other way round.
void compare(const base::yaml::Node& node, const Json& schema, const Json& all,
             const std::string& where, std::vector<std::string>& faults) {
  if (schema.contains("$ref"))
    return compare(node, all.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))),
                   all, where, faults);
  const Json choices = schema.value("enum", Json::array());
  if (!choices.empty() && choices[0].is_string() &&
      std::ranges::count(choices, Json(node.scalar())) == 0)
    faults.push_back(where + " is " + node.scalar());
  if (node.is_list())
    for (const base::yaml::Node& item : node.list())
      compare(item, schema.at("items"), all, where + "[]", faults);
  if (!node.is_map()) return;
  for (const Json& key : schema.at("required"))
    if (!node[key.get<std::string>()]) faults.push_back(where + " lacks " + key.dump());
  for (const base::yaml::Entry& entry : node.entries()) {
    const std::string& key = entry.key.scalar();
    if (schema.at("properties").contains(key))
      compare(entry.value, schema["properties"][key], all, where + "." + key, faults);
    else
      faults.push_back(where + " has " + key);
  }
}

TEST_F(Case, TheSchemaForEditorsKnowsEveryClient) {
  const auto read = [](const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  };
  const std::filesystem::path content = ATTUNE_ROOT "/content";
  const Json schema = Json::parse(read(content / "templates" / "case.schema.json"));
  int clients = 0;
  for (const auto& file : std::filesystem::directory_iterator(content / "clients")) {
    std::vector<std::string> faults;
    compare(base::yaml::parse(read(file.path())).value(), schema, schema,
            file.path().stem().string(), faults);
    EXPECT_THAT(faults, testing::IsEmpty());
    ++clients;
  }
  EXPECT_GE(clients, 12);
}

/// A value that fits a schema, in words that nobody has said before.
class Answers {
 public:
  Json object(const Json& schema) {
    Json made = Json::object();
    for (const auto& [key, part] : schema.at("properties").items()) {
      const auto& required = schema.at("required");
      if (std::find(required.begin(), required.end(), key) != required.end())
        made[key] = value(part, key);
    }
    return made;
  }

 private:
  Json value(const Json& schema, const std::string& key) {
    if (schema.contains("enum")) return schema["enum"][0];
    const std::string type = schema["type"].is_array() ? "string" : schema["type"];
    if (type == "object") return object(schema);
    if (type == "integer") return schema.value("minimum", 1);
    if (type == "number") return 0.25;
    if (type == "boolean") return false;
    if (type == "string") return words(key);
    Json list = Json::array();
    for (int i = 0; i < schema.value("minItems", 1); ++i)
      list.push_back(value(schema["items"], key));
    return list;
  }

  std::string words(const std::string& key) {
    const std::string mark = std::to_string(++count_);
    if (key == "id") return "id-" + mark;
    if (key == "layer") return layer_;
    if (key != "well" && key != "half" && key != "badly") return "Words " + mark + " {feeling}";
    std::string note;
    for (int i = 0; i < 50; ++i) note += "word ";
    return note + mark;
  }

  int count_ = 0;

 public:
  std::string layer_;  ///< an id that stands under `layers`
};

/// `case new --model` with an endpoint that answers by the schema which it is given.
class CaseDraft : public Case {
 protected:
  CaseDraft() {
    settings_ += " ATTUNE_LLM_URL=" + endpoint_.url() + " ATTUNE_LLM_RETRIES=0";
    put("story.txt", "Lina mends umbrellas in Porto.\n");
  }

  /// Answers in full; `spoil` may put another answer in place of an object's text.
  void answer(
      const std::function<fakes::Script(const Json& schema, const std::string& full)>& spoil) {
    endpoint_.answer_by([this, spoil](const fakes::ScriptedEndpoint::Seen& seen) {
      const Json schema =
          Json::parse(seen.body).at("response_format").at("json_schema").at("schema");
      const Json object = answers_.object(schema);
      if (object.contains("layers")) answers_.layer_ = object["layers"][0]["id"];
      return spoil(schema, object.dump());
    });
  }
  static fakes::Script whole(const std::string& text) {
    const std::string quoted = Json(text).dump();
    return fakes::say({quoted.substr(1, quoted.size() - 2)});
  }
  static bool asks(const Json& schema, const char* key) {
    return schema.at("properties").contains(key);
  }

  Answers answers_;
  fakes::ScriptedEndpoint endpoint_;
};

TEST_F(CaseDraft, IsAcceptedButForWhatNoModelCanKnow) {
  answer([](const Json&, const std::string& full) { return whole(full); });
  const Answer made = type("new lina --story story.txt --model default");
  EXPECT_EQ(made.status, 0) << made.text;
  EXPECT_THAT(made.text, AllOf(HasSubstr("layers: taken"), HasSubstr(" 0 refused")));
  EXPECT_THAT(get("lina.yaml"),
              AllOf(HasSubstr("# A draft by a language model (default, prompts 1-"),
                    HasSubstr("\n  Lina mends umbrellas in Porto.\n")));
  std::istringstream faults(type("check lina.yaml").text);
  int count = 0;
  for (std::string line; std::getline(faults, line); ++count)
    EXPECT_THAT(line, HasSubstr("an entry of `sources` is still to be written"));
  EXPECT_EQ(count, 2);
}

TEST_F(CaseDraft, EverythingSentIsInTheLedgerAndNoWordOfIt) {
  answer([](const Json&, const std::string& full) { return whole(full); });
  type("new lina --story story.txt --model default");
  const std::string ledger = get("data/attune/egress.jsonl");
  std::size_t sent = 0;
  for (std::size_t at = ledger.find("departs"); at != std::string::npos;
       at = ledger.find("departs", at + 1))
    ++sent;
  EXPECT_EQ(sent, endpoint_.seen().size());
  EXPECT_THAT(ledger, AllOf(HasSubstr("\"draft\""), Not(HasSubstr("umbrella"))));
  for (const auto& seen : endpoint_.seen()) EXPECT_THAT(seen.body, HasSubstr("Never a method"));
}

TEST_F(CaseDraft, APieceIsAskedForAgainWithItsFaultsAndThenRefused) {
  answer([](const Json& schema, const std::string& full) {
    if (asks(schema, "note"))
      return whole(R"({"note":{"well":"Too short.","half":"Short.","badly":"Short too."}})");
    return asks(schema, "traps") ? whole("I would rather not.") : whole(full);
  });
  const Answer made = type("new lina --story story.txt --model default");
  EXPECT_EQ(made.status, 0);
  EXPECT_THAT(made.text, AllOf(HasSubstr("traps: refused"), HasSubstr(" 2 refused")));
  EXPECT_THAT(get("lina.yaml"),
              AllOf(HasSubstr("# the model's draft was refused: `well` has 2 words"),
                    HasSubstr("well: \"…\""), HasSubstr("- id: a-trap")));
  EXPECT_THAT(type("check lina.yaml").text,
              AllOf(HasSubstr("`well` is still to be written"), HasSubstr("traps: 1, at least 3")));
  const auto seen = endpoint_.seen();
  EXPECT_TRUE(std::ranges::any_of(seen, [](const auto& one) {
    return one.body.find("refused") != std::string::npos &&
           one.body.find("`half` has 1 words; write 40 to 90 words") != std::string::npos;
  }));
}

TEST_F(CaseDraft, WordsAboutDyingThatNameAMeansAreNotTaken) {
  answer([](const Json& schema, const std::string& full) {
    if (!asks(schema, "layers")) return whole(full);
    Json object = Json::parse(full);
    object["layers"][0]["about"] = "She wants to die and has counted her pills.";
    return whole(object.dump());
  });
  const Answer made = type("new lina --story story.txt --model default");
  EXPECT_THAT(made.text, HasSubstr("layers: refused"));
  EXPECT_THAT(get("lina.yaml"), AllOf(HasSubstr("name a means"), Not(HasSubstr("pills"))));
}

TEST_F(CaseDraft, AnEndpointThatDiesLeavesWhatThereIs) {
  answer([](const Json& schema, const std::string& full) {
    if (!asks(schema, "risk")) return whole(full);
    fakes::Script cut = fakes::stream({fakes::delta("{")}, false);
    cut.then = fakes::Script::Then::close;
    return cut;
  });
  const Answer made = type("new lina --story story.txt --model default");
  EXPECT_EQ(made.status, 3);
  EXPECT_THAT(made.text, AllOf(HasSubstr("3 pieces were drafted, 0 refused; lina.yaml holds them"),
                               Not(HasSubstr("umbrella"))));
  EXPECT_THAT(get("lina.yaml"), AllOf(HasSubstr("- id: \"id-"), HasSubstr("… opening")));
  EXPECT_THAT(type("check lina.yaml").text, HasSubstr("`truth` is still to be written"));
}

TEST_F(CaseDraft, NeedsAStoryAndLeaveToSendIt) {
  EXPECT_THAT(type("new lina --model default").text, HasSubstr("a draft needs --story"));
  const Answer offline = type("new lina --story story.txt --model default --offline");
  EXPECT_EQ(offline.status, 1);
  EXPECT_THAT(offline.text, HasSubstr("--offline and --model exclude each other"));
  EXPECT_THAT(type("new lina --story story.txt --model nobody").text,
              HasSubstr("there is no language model 'nobody'"));
  EXPECT_EQ(endpoint_.connections(), 0);
  EXPECT_EQ(get("lina.yaml"), "");
}

}  // namespace
}  // namespace attune::e2e
