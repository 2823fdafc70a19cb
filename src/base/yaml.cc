#include "base/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <utility>

#include "base/yaml_brackets.h"
#include "base/yaml_part.h"

namespace attune::base::yaml {
namespace {

constexpr std::size_t kDeepest = 32;

Mark mark_of(const yaml_mark_t& mark) {
  return {static_cast<int>(mark.line), static_cast<int>(mark.column)};
}

/// libyaml's parser and its current event.
class Events {
 public:
  explicit Events(std::string_view text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;
  ~Events() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  /// The next event, or null at a fault.
  const yaml_event_t* next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) != 0 ? &event_ : nullptr;
  }

  [[nodiscard]] Fault fault() const {
    const std::string what = parser_.problem == nullptr ? "unreadable" : parser_.problem;
    return {mark_of(parser_.problem_mark), what};
  }

 private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

/// The column of the first bracket, with only ASCII before it; npos for none.
std::size_t bracket(std::string_view line) {
  const std::size_t at = line.find_first_of("[{\"#");
  if (at == line.npos || (line[at] != '[' && line[at] != '{')) return line.npos;
  const auto is_ascii = [](char c) { return c >= ' ' && c <= '~'; };
  return std::ranges::all_of(line.substr(0, at), is_ascii) ? at : line.npos;
}

}  // namespace

/// Makes a document of libyaml's events. Of simple brackets libyaml sees no more than the pair, and
/// what is in them is put back where it tells of one.
class Builder {
 public:
  explicit Builder(std::size_t size) : memory_(std::make_shared<Memory>(size + 1)) {}

  /// The text with nothing in simple brackets.
  std::string outline(std::string_view text);
  tl::expected<Node, Fault> build(std::string_view text);

 private:
  struct Open {
    Part* part;
    Part* last;  ///< of those inside so far
  };
  void add(Part* part);
  void add_scalar(const yaml_event_t& event);
  void open(Part::Kind kind, Mark mark);
  [[nodiscard]] tl::expected<Node, Fault> end(int documents) const;

  std::shared_ptr<Memory> memory_;
  std::vector<Open> open_;              ///< lists and maps not yet closed
  std::vector<const Part*> bracketed_;  ///< in the order of the text
  std::size_t put_back_ = 0;            ///< of those
  const Part* root_ = nullptr;
};

std::string Builder::outline(std::string_view text) {
  // libyaml also ends lines here, and then a bracket could be taken for that of another line.
  for (const std::string_view end : {"\r", "\u0085", "\u2028", "\u2029"})
    if (text.find(end) != text.npos) return std::string(text);
  std::string outline;
  std::size_t kept = 0;
  int row = 0;
  for (std::size_t at = 0; at < text.size(); ++row) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t column = bracket(line);
    if (const Part* part = column == line.npos
                               ? nullptr
                               : read_brackets(*memory_, line, {row, static_cast<int>(column)})) {
      bracketed_.push_back(part);
      outline.append(text.substr(kept, at + column + 1 - kept));
      kept = end - 1;
    }
    at = end + 1;
  }
  return outline.append(text.substr(kept));
}

void Builder::add(Part* part) {
  if (open_.empty()) {
    root_ = part;
    return;
  }
  auto& [into, last] = open_.back();
  (last == nullptr ? into->first : last->next) = part;
  last = part;
  ++into->size;
}

void Builder::add_scalar(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
  const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
  add(make_scalar(*memory_, text, mark_of(event.start_mark), plain ? Style::plain : Style::marked));
}

void Builder::open(Part::Kind kind, Mark mark) {
  Part* part = make_part(*memory_, kind, mark);
  add(part);
  open_.push_back({part, nullptr});
  if (put_back_ == bracketed_.size() || bracketed_[put_back_]->mark != mark) return;
  part->first = bracketed_[put_back_]->first;
  part->size = bracketed_[put_back_++]->size;
}

tl::expected<Node, Fault> Builder::end(int documents) const {
  if (documents != 1)
    return tl::unexpected(Fault{{}, "not one YAML document but " + std::to_string(documents)});
  if (put_back_ != bracketed_.size())
    return tl::unexpected(Fault{bracketed_[put_back_]->mark, "brackets that open nothing"});
  return Node(std::shared_ptr<const Part>(memory_, root_));
}

tl::expected<Node, Fault> Builder::build(std::string_view text) {
  Events events(text);
  int documents = 0;
  while (const yaml_event_t* event = events.next()) {
    switch (event->type) {
      case YAML_STREAM_END_EVENT:
        return end(documents);
      case YAML_DOCUMENT_START_EVENT:
        ++documents;
        break;
      case YAML_ALIAS_EVENT:
        return tl::unexpected(Fault{mark_of(event->start_mark), "an alias; write it out"});
      case YAML_SCALAR_EVENT:
        add_scalar(*event);
        break;
      case YAML_SEQUENCE_START_EVENT:
      case YAML_MAPPING_START_EVENT:
        if (open_.size() == kDeepest)
          return tl::unexpected(Fault{mark_of(event->start_mark), "nested too deeply"});
        open(event->type == YAML_MAPPING_START_EVENT ? Part::Kind::map : Part::Kind::list,
             mark_of(event->start_mark));
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        open_.pop_back();
        break;
      default:
        break;
    }
  }
  return tl::unexpected(events.fault());
}

bool Node::is_scalar() const {
  return part_ && part_->kind == Part::Kind::scalar;
}
bool Node::is_list() const {
  return part_ && part_->kind == Part::Kind::list;
}
bool Node::is_map() const {
  return part_ && part_->kind == Part::Kind::map;
}

Mark Node::mark() const {
  return part_ ? part_->mark : Mark{};
}

std::string Node::scalar() const {
  return is_scalar() ? std::string(part_->text) : "";
}

Node Node::operator[](std::string_view key) const {
  if (!is_map()) return {};
  for (const Part* part = part_->first; part != nullptr; part = part->next->next)
    if (part->kind == Part::Kind::scalar && part->text == key) return beside(part->next);
  return {};
}

std::vector<Entry> Node::entries() const {
  std::vector<Entry> all;
  if (!is_map()) return all;
  all.reserve(part_->size / 2);
  for (const Part* part = part_->first; part != nullptr; part = part->next->next)
    all.push_back({beside(part), beside(part->next)});
  return all;
}

std::vector<Node> Node::list() const {
  std::vector<Node> all;
  if (!is_list()) return all;
  all.reserve(part_->size);
  for (const Part* part = part_->first; part != nullptr; part = part->next)
    all.push_back(beside(part));
  return all;
}

Node Node::beside(const Part* part) const {
  return Node(std::shared_ptr<const Part>(part_, part));
}

/// libyaml takes long for brackets, and most of a case is in some. Where that goes wrong, and for
/// the words of a fault, it reads all.
tl::expected<Node, Fault> parse(std::string_view text) {
  Builder quick(text.size());
  if (auto root = quick.build(quick.outline(text))) return root;
  return Builder(text.size()).build(text);
}

}  // namespace attune::base::yaml
