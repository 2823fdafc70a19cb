#include "language/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <fstream>
#include <optional>
#include <sstream>

namespace attune::language {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::string_view kMagic = "ATTUNEMD";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeader = 8 + 4 + 4 + 8 + 8;

template <class T>
void write(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

template <class T>
std::optional<T> take(std::string_view& in) {
  if (in.size() < sizeof(T)) return std::nullopt;
  T value;
  std::memcpy(&value, in.data(), sizeof(T));
  in.remove_prefix(sizeof(T));
  return value;
}

std::optional<std::string_view> take_bytes(std::string_view& in, std::uint64_t size) {
  if (size > in.size()) return std::nullopt;
  const std::string_view bytes = in.substr(0, size);
  in.remove_prefix(size);
  return bytes;
}

// FNV-1a over words of eight bytes: a byte at a time would take most of the load time.
std::uint64_t sum(std::string_view bytes) {
  std::uint64_t state = 0xCBF29CE484222325U ^ bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data(), 8);
    state = std::rotl((state ^ word) * 0x100000001B3U, 29);
  }
  for (const char c : bytes) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return state;
}

tl::unexpected<base::Error> refuse(const std::filesystem::path& path, const std::string& why) {
  return base::fail(base::Code::invalid, "reading model " + path.string() + ": " + why);
}

struct Content {
  std::shared_ptr<const char[]> bytes;
  std::size_t size = 0;
};

// The file as it stands on disk, mapped into memory.
base::Result<Content> content_of(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return base::fail(base::Code::not_found, "reading model " + path.string() + ": cannot open it");
  }
  struct stat about {};
  const bool regular = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
  const auto size = regular ? static_cast<std::size_t>(about.st_size) : 0;
  void* at =
      size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (!regular) return refuse(path, "not a regular file");
  if (size == 0) return Content{};
  if (at == MAP_FAILED) return refuse(path, "cannot read it");
  const auto unmap = [size](const char* bytes) { ::munmap(const_cast<char*>(bytes), size); };
  return Content{std::shared_ptr<const char[]>(static_cast<const char*>(at), unmap), size};
}

}  // namespace

base::Result<ModelFile> ModelFile::load(const std::filesystem::path& path, std::string_view head) {
  const auto content = content_of(path);
  if (!content) return tl::unexpected(content.error());
  ModelFile model;
  std::string_view rest(content->bytes.get(), content->size);
  if (rest.size() < kHeader || !rest.starts_with(kMagic))
    return refuse(path, "not an Attune model");
  rest.remove_prefix(kMagic.size());
  const auto version = *take<std::uint32_t>(rest);
  if (version != kVersion) {
    return refuse(path, "version " + std::to_string(version) + " is unknown; this program reads 1");
  }
  take<std::uint32_t>(rest);
  const auto size = *take<std::uint64_t>(rest);
  const auto check = *take<std::uint64_t>(rest);
  if (rest.size() != size) return refuse(path, "the file is cut off or has extra bytes");
  if (sum(rest) != check) return refuse(path, "damaged: the checksum does not match");
  if (!model.parse(content->bytes, rest))
    return refuse(path, "damaged: an array runs past the end");
  if (model.head_ != head) {
    return refuse(path, "trained for '" + model.head_ + "', not for '" + std::string(head) + "'");
  }
  model.loaded_sum_ = check;
  return model;
}

base::Result<void> ModelFile::save(const std::filesystem::path& path) const {
  const std::string body = payload();
  std::string out(kMagic);
  write(out, kVersion);
  write(out, std::uint32_t{0});
  write(out, std::uint64_t{body.size()});
  write(out, sum(body));
  out += body;
  // Beside it first: whoever has the old file open keeps it whole.
  const std::filesystem::path fresh = path.string() + ".new";
  std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(fresh, path, error);
  if (file && !error) return {};
  return base::fail(base::Code::unavailable, "writing model " + path.string() + ": cannot write");
}

std::uint64_t ModelFile::checksum() const {
  return loaded_sum_ != 0 ? loaded_sum_ : sum(payload());
}

std::size_t ModelFile::size_of(const std::string& name) const {
  const auto found = arrays_.find(name);
  return found == arrays_.end() ? 0 : found->second.size;
}

base::Result<ModelFile::Held> ModelFile::find(const std::string& name, std::size_t size) const {
  const auto found = arrays_.find(name);
  if (found == arrays_.end()) {
    return base::fail(base::Code::invalid, "model '" + head_ + "' has no array '" + name + "'");
  }
  if (found->second.size != size) {
    return base::fail(base::Code::invalid,
                      "model '" + head_ + "': array '" + name + "' has the wrong size");
  }
  return found->second.bytes;
}

std::string ModelFile::payload() const {
  std::string out;
  write(out, static_cast<std::uint32_t>(head_.size()));
  out += head_;
  write(out, static_cast<std::uint32_t>(arrays_.size()));
  for (const auto& [name, array] : arrays_) {
    write(out, static_cast<std::uint32_t>(name.size()));
    out += name;
    write(out, std::uint64_t{array.size});
    out.append(array.bytes.get(), array.size);
  }
  return out;
}

base::Result<void> ModelFile::parse(const Held& owner, std::string_view in) {
  const auto damaged = [] { return base::fail(base::Code::invalid, "damaged"); };
  const auto head_size = take<std::uint32_t>(in);
  const auto head = head_size ? take_bytes(in, *head_size) : std::nullopt;
  const auto count = head ? take<std::uint32_t>(in) : std::nullopt;
  if (!count) return damaged();
  head_ = *head;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const auto name_size = take<std::uint32_t>(in);
    const auto name = name_size ? take_bytes(in, *name_size) : std::nullopt;
    const auto size = name ? take<std::uint64_t>(in) : std::nullopt;
    const auto bytes = size ? take_bytes(in, *size) : std::nullopt;
    if (!bytes) return damaged();
    arrays_[std::string(*name)] = {Held(owner, bytes->data()), bytes->size()};
  }
  return in.empty() ? base::Result<void>{} : damaged();
}

}  // namespace attune::language
