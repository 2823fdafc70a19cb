#include "corpus/transcript.h"

#include "base/utf8.h"
#include "corpus/formats.h"
#include "corpus/speakers.h"
#include "language/table_file.h"

namespace attune::corpus {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Transcript from_log(std::vector<conversation::Event> events, std::size_t number) {
  Transcript transcript;
  transcript.id = std::to_string(number);
  for (const conversation::Event& event : events) {
    if (const auto* opened = std::get_if<conversation::Opened>(&event.body))
      transcript.title = opened->case_id;
    const auto* said = std::get_if<conversation::Said>(&event.body);
    if (said != nullptr) transcript.turns.push_back({said->speaker, plain_words(said->text)});
  }
  transcript.events = std::move(events);
  return transcript;
}

}  // namespace

base::Result<std::vector<Transcript>> read_transcripts(const std::filesystem::path& file,
                                                       const ReadOptions& options) {
  const auto packed = language::read_file(file);
  if (!packed) return tl::unexpected(packed.error());
  return parse_transcripts(*packed, file.string(), options);
}

base::Result<std::vector<Transcript>> parse_transcripts(const std::string& text,
                                                        const std::string& name,
                                                        const ReadOptions& options) {
  std::string bytes = base::to_utf8(text);
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return base::fail(base::Code::invalid, name + " is empty");
  if (is_event_log(bytes)) {
    auto logs = read_event_logs(bytes, name);
    if (!logs) return tl::unexpected(logs.error());
    std::vector<Transcript> out;
    for (auto& log : *logs) out.push_back(from_log(std::move(log), out.size() + 1));
    return out;
  }
  Scribe scribe(options);
  const bool json = bytes[start] == '{' || bytes[start] == '[';
  auto written = json ? scribe_json(bytes, name, scribe) : scribe_table(bytes, name, scribe);
  if (!written) return tl::unexpected(written.error());
  return std::move(scribe).finish(name);
}

}  // namespace attune::corpus
