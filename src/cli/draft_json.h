#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/case_draft.h"

/// Pieces of a case between a language model's JSON and the case's YAML. `editors` is the text of
/// content/templates/case.schema.json.
namespace attune::cli {

/// One piece that a model is asked for.
struct Task {
  std::string kind;             ///< a key of `pieces` in content/prompts/pieces.yaml
  std::vector<std::string> of;  ///< "layer_lines": the layer; "hints": cues; "lines": intents
  bool name = false;            ///< "head": the name too
};

/// The schema of the object that answers the task. "cues" and "topics" are asked for a few at a
/// time.
[[nodiscard]] std::string piece_schema(const Task& task, const std::string& editors);

/// What the case gets from an answer that fits the schema: known keys alone, in the schema's order.
/// None for "facts".
[[nodiscard]] std::vector<client::CaseDraft::Piece> read_piece(const Task& task,
                                                               std::string_view answer,
                                                               const std::string& editors);

/// The texts of an answer, one by one.
[[nodiscard]] std::vector<std::string> texts_in(std::string_view answer);

}  // namespace attune::cli
