#include <future>
#include <utility>

#include "llm/chat_model.h"

namespace attune::llm {

tl::expected<Answer, Failure> wait_for(ChatModel& model, Prompt prompt) {
  std::promise<tl::expected<Answer, Failure>> end;
  const Ticket ticket = model.ask(
      std::move(prompt),
      {.done = [&](Answer answer) { end.set_value(std::move(answer)); },
       .failed = [&](Failure failure) { end.set_value(tl::unexpected(std::move(failure))); }});
  return end.get_future().get();
}

}  // namespace attune::llm
