#include "base/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <memory_resource>
#include <utility>

namespace attune::base::yaml {

struct Node::Part {
  enum class Kind { nothing, scalar, list, map };
  Kind kind = Kind::nothing;
  Mark mark;
  std::string_view text;
  const Part* first = nullptr;  ///< of a list; of a map keys and values in turn
  const Part* next = nullptr;   ///< of the same list or map
  std::size_t size = 0;         ///< parts from `first` on
};

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

}  // namespace

/// Puts a document's parts and texts side by side into memory that they share and that goes in one
/// piece with the last node.
class Builder {
 public:
  explicit Builder(std::string_view text)
      : events_(text),
        memory_(std::make_shared<std::pmr::monotonic_buffer_resource>(text.size())) {}

  tl::expected<Node, Fault> build();

 private:
  using Part = Node::Part;
  struct Open {
    Part* part;
    Part* last;  ///< of those inside so far
  };
  Part* add(Part::Kind kind, const yaml_mark_t& mark);
  void add_scalar(const yaml_event_t& event);

  Events events_;
  std::shared_ptr<std::pmr::monotonic_buffer_resource> memory_;
  std::vector<Open> open_;  ///< lists and maps not yet closed
  const Part* root_ = nullptr;
};

Node::Part* Builder::add(Part::Kind kind, const yaml_mark_t& mark) {
  Part* part = std::pmr::polymorphic_allocator<Part>(memory_.get()).allocate(1);
  new (part) Part{.kind = kind, .mark = mark_of(mark)};
  if (open_.empty()) {
    root_ = part;
    return part;
  }
  auto& [into, last] = open_.back();
  (last == nullptr ? into->first : last->next) = part;
  last = part;
  ++into->size;
  return part;
}

void Builder::add_scalar(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
  const bool nothing =
      scalar.style == YAML_PLAIN_SCALAR_STYLE && (text.empty() || text == "~" || text == "null");
  Part* part = add(nothing ? Part::Kind::nothing : Part::Kind::scalar, event.start_mark);
  char* kept = std::pmr::polymorphic_allocator<char>(memory_.get()).allocate(text.size());
  std::ranges::copy(text, kept);
  part->text = {kept, text.size()};
}

tl::expected<Node, Fault> Builder::build() {
  int documents = 0;
  while (const yaml_event_t* event = events_.next()) {
    switch (event->type) {
      case YAML_STREAM_END_EVENT:
        if (documents == 1) return Node(std::shared_ptr<const Part>(memory_, root_));
        return tl::unexpected(Fault{{}, "not one YAML document but " + std::to_string(documents)});
      case YAML_DOCUMENT_START_EVENT:
        ++documents;
        break;
      case YAML_ALIAS_EVENT:
        return tl::unexpected(Fault{mark_of(event->start_mark), "an alias; write it out"});
      case YAML_SCALAR_EVENT:
        add_scalar(*event);
        break;
      case YAML_SEQUENCE_START_EVENT:
      case YAML_MAPPING_START_EVENT: {
        if (open_.size() == kDeepest)
          return tl::unexpected(Fault{mark_of(event->start_mark), "nested too deeply"});
        const bool map = event->type == YAML_MAPPING_START_EVENT;
        open_.push_back(
            {add(map ? Part::Kind::map : Part::Kind::list, event->start_mark), nullptr});
        break;
      }
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        open_.pop_back();
        break;
      default:
        break;
    }
  }
  return tl::unexpected(events_.fault());
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

tl::expected<Node, Fault> parse(std::string_view text) {
  return Builder(text).build();
}

}  // namespace attune::base::yaml
