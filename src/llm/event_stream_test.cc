#include "llm/event_stream.h"

#include <gmock/gmock.h>

namespace attune::llm {
namespace {

using testing::ElementsAre;

/// The data of all events, with `bytes` handed over in pieces of `size`.
std::vector<std::string> read(std::string_view bytes, std::size_t size = 1000) {
  EventStream stream(1000);
  std::vector<StreamEvent> events;
  for (std::size_t at = 0; at < bytes.size(); at += size)
    EXPECT_TRUE(stream.feed(bytes.substr(at, size), events));
  stream.end(events);
  std::vector<std::string> data;
  for (const StreamEvent& event : events) data.push_back((event.error ? "!" : "") + event.data);
  return data;
}

TEST(EventStream, MayBeSplitAnywhere) {
  constexpr std::string_view kBytes =
      ": hello\n\ndata: one\n\nid: 7\r\ndata: two\r\ndata:three\r\n\r\ndata\rdata: \r\r";
  for (std::size_t size = 1; size <= kBytes.size(); ++size)
    EXPECT_THAT(read(kBytes, size), ElementsAre("one", "two\nthree", "\n")) << size;
}

TEST(EventStream, CommentsAndOtherFieldsMakeNoEvent) {
  EXPECT_THAT(read(":\n\n: ping\n\nretry: 5\n\nevent: x\n\n"), ElementsAre());
}

TEST(EventStream, TheLastEventNeedsNoBlankLine) {
  EXPECT_THAT(read("data: one\n\ndata: [DONE]"), ElementsAre("one", "[DONE]"));
  EXPECT_THAT(read("data: [DONE]\n"), ElementsAre("[DONE]"));
}

TEST(EventStream, ErrorsAreMarked) {
  EXPECT_THAT(read("error: {\"code\":500}\n\nevent: error\ndata: x\n\ndata: y\n\n"),
              ElementsAre("!{\"code\":500}", "!x", "y"));
}

TEST(EventStream, AByteOrderMarkIsNoField) {
  EXPECT_THAT(read("\xEF\xBB\xBF"
                   "data: one\n\n",
                   1),
              ElementsAre("one"));
}

TEST(EventStream, AnEventMayBeTooLong) {
  EventStream stream(10);
  std::vector<StreamEvent> events;
  EXPECT_TRUE(stream.feed("data: 1\n\n", events));
  EXPECT_FALSE(stream.feed("data: 12345", events));
  EventStream lines(10);
  EXPECT_FALSE(lines.feed("data: 12\ndata: 34\ndata: 56\ndata: 78\n", events));
}

}  // namespace
}  // namespace attune::llm
