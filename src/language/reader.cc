#include "language/reader.h"

namespace attune::language {

struct Reader::Parts {
  std::vector<Card> cards;
  std::string version = "reader-0";
};

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

base::Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path&) {
  return std::unique_ptr<Reader>(new Reader(std::make_unique<Parts>()));
}

conversation::Reading Reader::read(const conversation::Turn& turn,
                                   std::span<const conversation::Turn>) const {
  conversation::Reading reading;
  reading.emotion.scores.fill(0.1);
  if (turn.speaker == conversation::Speaker::supporter) {
    reading.skills.emplace();
    reading.asks.emplace();
  }
  return reading;
}

const std::vector<Card>& Reader::cards() const { return parts_->cards; }
const std::string& Reader::version() const { return parts_->version; }

}  // namespace attune::language
