#include "handlers/rules/heic.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace permit {
namespace {

constexpr std::string_view kHevcBrands[] = {"heic", "heix", "hevc", "hevx", "heim", "heis"};
constexpr std::string_view kAv1Brands[] = {"avif", "avis"};
constexpr std::string_view kCommonBrands[] = {"mif1", "msf1"};
constexpr std::size_t kTypeHead = 16;    // size, "ftyp", brand, its version
constexpr std::size_t kFullBoxHead = 4;  // version and flags

std::uint64_t Big(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

template <std::size_t N>
bool Among(std::string_view brand, const std::string_view (&brands)[N]) {
  return std::find(std::begin(brands), std::end(brands), brand) != std::end(brands);
}

struct Box {
  std::string_view type;
  std::string_view content;
  bool cut_short = false;
};

// The boxes that stand in these bytes, one after the other.
class Boxes {
 public:
  explicit Boxes(std::string_view bytes) : rest_(bytes) {}

  // nullopt: there is none any more, or what stands there is none.
  std::optional<Box> Next() {
    if (rest_.size() < 8) return std::nullopt;
    std::uint64_t size = Big(rest_, 0, 4);
    std::size_t head = 8;
    if (size == 1) {
      if (rest_.size() < 16) return std::nullopt;
      size = Big(rest_, 8, 8);
      head = 16;
    } else if (size == 0) {
      size = rest_.size();  // up to the end
    }
    if (size < head) return std::nullopt;
    Box box{rest_.substr(4, 4), {}, size > rest_.size()};
    if (!box.cut_short) box.content = rest_.substr(head, static_cast<std::size_t>(size) - head);
    rest_.remove_prefix(box.cut_short ? rest_.size() : static_cast<std::size_t>(size));
    return box;
  }

 private:
  std::string_view rest_;
};

std::string_view Find(std::string_view bytes, std::string_view type) {
  Boxes boxes(bytes);
  while (auto box = boxes.Next()) {
    if (box->type == type) return box->content;
  }
  return {};
}

// Tiles and thumbnails are smaller than the picture that they belong to.
void TakeLargestSize(std::string_view meta, FileReading& reading) {
  Boxes properties(Find(Find(meta, "iprp"), "ipco"));
  while (auto box = properties.Next()) {
    if (box->type != "ispe" || box->content.size() < kFullBoxHead + 8) continue;
    const std::uint64_t width = Big(box->content, kFullBoxHead, 4);
    const std::uint64_t height = Big(box->content, kFullBoxHead + 4, 4);
    if (width * height <= std::uint64_t{reading.width} * reading.height) continue;
    reading.width = static_cast<unsigned>(width);
    reading.height = static_cast<unsigned>(height);
  }
}

}  // namespace

HeifCoding ReadHeifCoding(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return HeifCoding::kNone;
  const std::string_view brand = bytes.substr(8, 4);
  if (Among(brand, kHevcBrands)) return HeifCoding::kHevc;
  if (Among(brand, kAv1Brands)) return HeifCoding::kAv1;
  if (!Among(brand, kCommonBrands)) return HeifCoding::kNone;
  const std::size_t end = std::min<std::size_t>(Big(bytes, 0, 4), bytes.size());
  for (std::size_t at = kTypeHead; at + 4 <= end; at += 4) {
    if (Among(bytes.substr(at, 4), kHevcBrands)) return HeifCoding::kHevc;
    if (Among(bytes.substr(at, 4), kAv1Brands)) return HeifCoding::kAv1;
  }
  return HeifCoding::kHevc;
}

FileReading ReadHeic(std::string_view bytes) {
  FileReading reading{std::nullopt, FileKind::kHeic, 0, 0};
  bool described = false;
  bool data = false;
  Boxes boxes(bytes);
  while (auto box = boxes.Next()) {
    const bool needed = box->type == "meta" || box->type == "mdat" || !described || !data;
    if (box->cut_short && needed) {
      reading.problem = Problem::kFileDamaged;
      return reading;
    }
    if (box->type == "mdat") data = true;
    if (box->type != "meta" || box->content.size() < kFullBoxHead) continue;
    const std::string_view meta = box->content.substr(kFullBoxHead);
    TakeLargestSize(meta, reading);
    described = reading.width > 0 && reading.height > 0;
    data = data || !Find(meta, "idat").empty();
  }
  if (!described || !data) reading.problem = Problem::kFileDamaged;
  return reading;
}

}  // namespace permit
