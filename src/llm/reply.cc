#include "llm/reply.h"

namespace attune::llm {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kThink = "<think>";
constexpr std::string_view kThought = "</think>";

// Six bytes of JSON may stand for one of text, and the rest of a chunk is small.
std::size_t largest_json(std::size_t largest_text) {
  return 6 * largest_text + 64 * 1024;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(kBlank);
  if (start == text.npos) return {};
  return text.substr(start, text.find_last_not_of(kBlank) - start + 1);
}

}  // namespace

Reply::Reply(std::size_t largest) : largest_(largest), stream_(largest_json(largest)) {}

void Reply::take(std::string_view bytes) {
  if (trouble_ || complete_) return;
  if (form_ == Form::unknown) {
    const std::size_t start = bytes.find_first_not_of(kBlank);
    if (start == bytes.npos) return;
    bytes.remove_prefix(start);
    form_ = bytes.front() == '{' ? Form::whole : Form::stream;
  }
  if (form_ == Form::whole) {
    whole_ += bytes;
    if (whole_.size() > largest_json(largest_)) fail(Trouble::endless);
    return;
  }
  std::vector<StreamEvent> events;
  const bool fits = stream_.feed(bytes, events);
  take_events(events);
  if (!fits) fail(Trouble::endless);
}

void Reply::end() {
  if (trouble_ || complete_) return;
  if (form_ == Form::whole) take_json(whole_);
  if (form_ == Form::stream) {
    std::vector<StreamEvent> events;
    stream_.end(events);
    take_events(events);
  }
  if (trouble_ || complete_) return;
  if (!understood_) return fail(form_ == Form::unknown ? Trouble::lost : Trouble::malformed);
  if (finish_ == Finish::none && form_ == Form::stream) return fail(Trouble::cut);
  complete_ = true;
}

std::string Reply::text() const {
  std::string_view text = trimmed(text_);
  if (text.starts_with(kThink)) {
    const std::size_t end = text.find(kThought);
    text = end == text.npos ? "" : trimmed(text.substr(end + kThought.size()));
  }
  return std::string(text);
}

void Reply::fail(Trouble trouble) {
  if (!trouble_) trouble_ = trouble;
}

void Reply::take_error(std::string_view json) {
  const ServerError told = read_error(json);
  // Then the answer is as it stands, and whoever asked for a form finds that it has not got it.
  if (told == ServerError::unfit && begun_) {
    finish_ = Finish::length;
    complete_ = true;
    return;
  }
  fail(told == ServerError::too_long ? Trouble::too_long : Trouble::broken);
}

void Reply::take_events(const std::vector<StreamEvent>& events) {
  for (const StreamEvent& event : events) {
    if (trouble_ || complete_) return;
    if (event.error)
      take_error(event.data);
    else if (trimmed(event.data) == "[DONE]")
      understood_ ? void(complete_ = true) : fail(Trouble::malformed);
    else
      take_json(event.data);
  }
}

void Reply::take_json(std::string_view json) {
  const auto chunk = read_chunk(json);
  if (!chunk) return fail(Trouble::malformed);
  if (chunk->error) return take_error(json);
  understood_ = understood_ || chunk->has_choice;
  text_ += chunk->text;
  thoughts_ += chunk->thoughts;
  begun_ = begun_ || !text_.empty() || thoughts_ > 0;
  if (!chunk->model.empty()) model_ = chunk->model;
  if (chunk->finish != Finish::none) finish_ = chunk->finish;
  if (chunk->counted) {
    counted_ = true;
    prompt_tokens_ = chunk->prompt_tokens;
    completion_tokens_ = chunk->completion_tokens;
  }
  if (finish_ == Finish::declined) return fail(Trouble::declined);
  if (text_.size() + thoughts_ > largest_) fail(Trouble::endless);
}

}  // namespace attune::llm
