#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/places.h"
#include "debrief/texts.h"
#include "progress/texts.h"
#include "protocol/protocol.h"
#include "review/instrument.h"
#include "session/desk.h"
#include "study/demo.h"

namespace attune::cli {

/// The program's objects, built once. Members stand in the order in which they depend on each
/// other.
struct Graph {
  Places places;
  std::unique_ptr<language::Reader> reader;
  std::unique_ptr<language::Meaning> meaning;
  std::unique_ptr<coach::Coach> coach;
  debrief::Texts texts;
  progress::Texts progress_texts;
  std::vector<protocol::Protocol> protocols;  ///< that the service follows
  std::map<std::string, review::Instrument> instruments;
  client::Dynamics dynamics;
  voice::Acts acts;
  std::unique_ptr<voice::Prompts> prompts;     ///< null without a language model
  std::unique_ptr<coach::ModeledCoach> ideas;  ///< likewise
  std::vector<std::string> order;              ///< case ids by difficulty
  std::map<std::string, std::unique_ptr<session::Desk>> desks;

  /// `not_found` lists the clients that there are.
  [[nodiscard]] base::Result<session::Desk*> desk(const std::string& case_id) const;

  /// A desk for one more person; it must not outlive the graph.
  [[nodiscard]] std::unique_ptr<session::Desk> seat(client::Case person) const;
};

/// Whose words the clients use.
enum class Words { authored, modeled };

/// A study by simulation with all of the graph's clients (docs/study-demo.md).
[[nodiscard]] base::Result<study::Demo> worked_example(const Graph& graph,
                                                       const study::DemoOptions& options = {});

[[nodiscard]] base::Result<Graph> build_graph(Words words = Words::authored,
                                              coach::OwnStory own_story = coach::OwnStory::welcome);

}  // namespace attune::cli
