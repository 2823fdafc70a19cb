#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "llm/event_stream.h"
#include "llm/trouble.h"
#include "llm/wire.h"

namespace attune::llm {

/// Puts one server's answer together from its bytes: a stream of chunks, or one object from servers
/// that do not stream.
class Reply {
 public:
  /// `largest`: bytes of text at most, thoughts included.
  explicit Reply(std::size_t largest = 0);

  /// Takes bytes of a body. After trouble, or the end, they are ignored.
  void take(std::string_view bytes);

  /// The connection has ended, in peace or not.
  void end();

  /// Whether a token has come, of the answer or of thinking.
  [[nodiscard]] bool begun() const { return begun_; }
  /// Whether the server has said that this is all.
  [[nodiscard]] bool complete() const { return complete_; }
  [[nodiscard]] std::optional<Trouble> trouble() const { return trouble_; }

  /// The words, without the thoughts that some servers leave in `<think>` in front, or blanks
  /// around them.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] const std::string& model() const { return model_; }
  [[nodiscard]] bool cut() const { return finish_ == Finish::length; }
  [[nodiscard]] bool counted() const { return counted_; }
  [[nodiscard]] int prompt_tokens() const { return prompt_tokens_; }
  [[nodiscard]] int completion_tokens() const { return completion_tokens_; }

 private:
  enum class Form { unknown, stream, whole };

  void fail(Trouble trouble);
  void take_events(const std::vector<StreamEvent>& events);
  void take_json(std::string_view json);
  void take_error(std::string_view json);

  std::size_t largest_;
  Form form_ = Form::unknown;
  EventStream stream_;
  std::string whole_;
  std::string text_, model_;
  std::size_t thoughts_ = 0;
  Finish finish_ = Finish::none;
  bool begun_ = false, complete_ = false, understood_ = false, counted_ = false;
  int prompt_tokens_ = 0, completion_tokens_ = 0;
  std::optional<Trouble> trouble_;
};

}  // namespace attune::llm
