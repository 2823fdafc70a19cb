#include "base/yaml.h"

#include <yaml.h>

#include <utility>

namespace attune::base::yaml {

struct Node::Part {
  enum class Kind { nothing, scalar, list, map };
  Kind kind = Kind::nothing;
  Mark mark;
  std::string text;
  std::vector<Node> parts;  ///< of a list; of a map keys and values in turn
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

class Builder {
 public:
  tl::expected<Node, Fault> build(std::string_view text);

 private:
  using Part = Node::Part;
  void open(Part::Kind kind, const yaml_event_t& event);
  void add(std::shared_ptr<Part> part);
  static std::shared_ptr<Part> scalar(const yaml_event_t& event);

  std::vector<std::shared_ptr<Part>> open_;  ///< lists and maps not yet closed
  Node root_;
};

std::shared_ptr<Node::Part> Builder::scalar(const yaml_event_t& event) {
  auto part = std::make_shared<Part>();
  part->mark = mark_of(event.start_mark);
  const auto& scalar = event.data.scalar;
  part->text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
  const bool nothing = scalar.style == YAML_PLAIN_SCALAR_STYLE &&
                       (part->text.empty() || part->text == "~" || part->text == "null");
  part->kind = nothing ? Part::Kind::nothing : Part::Kind::scalar;
  return part;
}

void Builder::open(Part::Kind kind, const yaml_event_t& event) {
  auto part = std::make_shared<Part>();
  part->mark = mark_of(event.start_mark);
  part->kind = kind;
  add(part);
  open_.push_back(std::move(part));
}

void Builder::add(std::shared_ptr<Part> part) {
  if (open_.empty())
    root_ = Node(std::move(part));
  else
    open_.back()->parts.push_back(Node(std::move(part)));
}

tl::expected<Node, Fault> Builder::build(std::string_view text) {
  Events events(text);
  int documents = 0;
  while (const yaml_event_t* event = events.next()) {
    switch (event->type) {
      case YAML_STREAM_END_EVENT:
        if (documents == 1) return root_;
        return tl::unexpected(Fault{{}, "not one YAML document but " + std::to_string(documents)});
      case YAML_DOCUMENT_START_EVENT:
        ++documents;
        break;
      case YAML_ALIAS_EVENT:
        return tl::unexpected(Fault{mark_of(event->start_mark), "an alias; write it out"});
      case YAML_SCALAR_EVENT:
        add(scalar(*event));
        break;
      case YAML_SEQUENCE_START_EVENT:
      case YAML_MAPPING_START_EVENT:
        if (open_.size() == kDeepest)
          return tl::unexpected(Fault{mark_of(event->start_mark), "nested too deeply"});
        open(event->type == YAML_MAPPING_START_EVENT ? Part::Kind::map : Part::Kind::list, *event);
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

const std::string& Node::scalar() const {
  static const std::string none;
  return is_scalar() ? part_->text : none;
}

Node Node::operator[](std::string_view key) const {
  if (!is_map()) return {};
  for (std::size_t i = 0; i + 1 < part_->parts.size(); i += 2)
    if (part_->parts[i].scalar() == key) return part_->parts[i + 1];
  return {};
}

std::vector<Entry> Node::entries() const {
  std::vector<Entry> all;
  if (!is_map()) return all;
  for (std::size_t i = 0; i + 1 < part_->parts.size(); i += 2)
    all.push_back({part_->parts[i], part_->parts[i + 1]});
  return all;
}

std::vector<Node> Node::list() const {
  return is_list() ? part_->parts : std::vector<Node>{};
}

tl::expected<Node, Fault> parse(std::string_view text) {
  return Builder().build(text);
}

}  // namespace attune::base::yaml
