#include "handlers/form/pdf_reduction.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "handlers/form/limited_process.h"
#include "handlers/form/pdf_active.h"
#include "handlers/form/pdf_pages.h"
#include "handlers/form/picture_reduction.h"
#include "handlers/rules/file_kind.h"

namespace permit {
namespace {

constexpr std::size_t kLeastScan = 8 * 1024;  // what is smaller is an ornament
constexpr std::size_t kFrame = 256;           // of the file around a picture, at most
constexpr std::uint64_t kMostPixels = 160'000'000;
constexpr double kEnoughPixels = 4e6;  // no picture needs more of the room for having more

struct Scan {
  QPDFObjectHandle stream;
  Extent extent;
  unsigned components = 0;  // 1 or 3
  std::size_t bytes = 0;    // packed

  double weight() const {
    return std::min(kEnoughPixels, double{1} * extent.width * extent.height);
  }
};

// 0: it is neither plain grey nor plain red, green and blue.
unsigned ComponentsOf(QPDFObjectHandle space) {
  QPDFObjectHandle family = space;
  if (space.isArray() && space.getArrayNItems() > 0) family = space.getArrayItem(0);
  if (NamesOne(family, {"/DeviceGray", "/CalGray"})) return 1;
  if (NamesOne(family, {"/DeviceRGB", "/CalRGB"})) return 3;
  if (!NamesOne(family, {"/ICCBased"}) || space.getArrayNItems() < 2) return 0;
  QPDFObjectHandle profile = space.getArrayItem(1);
  QPDFObjectHandle count = profile.isStream() ? profile.getDict().getKey("/N") : profile;
  if (!count.isInteger()) return 0;
  return count.getIntValue() == 1 ? 1 : count.getIntValue() == 3 ? 3 : 0;
}

unsigned Side(QPDFObjectHandle number) {
  const bool possible =
      number.isInteger() && number.getIntValue() > 0 && number.getIntValue() <= 65535;
  return possible ? static_cast<unsigned>(number.getIntValue()) : 0;
}

// A mask that depends on the picture's own colours or on its extent.
bool IsMaskedByItsPixels(QPDFObjectHandle dictionary) {
  QPDFObjectHandle soft = dictionary.getKey("/SMask");
  return dictionary.getKey("/Mask").isArray() || dictionary.hasKey("/SMaskInData") ||
         (soft.isStream() && soft.getDict().hasKey("/Matte"));
}

std::optional<Scan> ScanIn(QPDFObjectHandle object) {
  if (!object.isStream()) return std::nullopt;
  QPDFObjectHandle dictionary = object.getDict();
  if (!NamesOne(dictionary.getKey("/Subtype"), {"/Image"}) || dictionary.hasKey("/Decode") ||
      dictionary.hasKey("/ImageMask") || IsMaskedByItsPixels(dictionary)) {
    return std::nullopt;
  }
  QPDFObjectHandle bits = dictionary.getKey("/BitsPerComponent");
  QPDFObjectHandle length = dictionary.getKey("/Length");
  if (!bits.isInteger() || bits.getIntValue() != 8 || !length.isInteger()) return std::nullopt;
  Scan scan{object, {Side(dictionary.getKey("/Width")), Side(dictionary.getKey("/Height"))}};
  scan.components = ComponentsOf(dictionary.getKey("/ColorSpace"));
  scan.bytes = static_cast<std::size_t>(std::max(0LL, length.getIntValue()));
  const std::uint64_t pixels = std::uint64_t{scan.extent.width} * scan.extent.height;
  const bool good = scan.components > 0 && pixels > 0 && pixels <= kMostPixels;
  return good && scan.bytes >= kLeastScan ? std::optional(scan) : std::nullopt;
}

// Smaller ones first, so that the room that they do not need is left for the others.
std::vector<Scan> ScansIn(QPDF& pdf) {
  std::vector<Scan> scans;
  for (const QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (auto scan = ScanIn(object)) scans.push_back(*std::move(scan));
  }
  std::sort(scans.begin(), scans.end(),
            [](const Scan& one, const Scan& other) { return one.bytes < other.bytes; });
  return scans;
}

// Takes the unpacked bytes of a picture, row by row.
class RowSink : public Pipeline {
 public:
  explicit RowSink(const Scan& scan)
      : Pipeline("rows", nullptr),
        scan_(scan),
        shrinker_(scan.extent, Covering(scan.extent, LargestToRead(scan.extent))) {
    row_.reserve(std::size_t{scan.extent.width} * 3);
  }

  void write(const unsigned char* bytes, std::size_t size) override {
    for (std::size_t i = 0; i < size && rows_ < scan_.extent.height; ++i) {
      row_.insert(row_.end(), scan_.components == 1 ? 3 : 1, bytes[i]);
      if (row_.size() < std::size_t{scan_.extent.width} * 3) continue;
      shrinker_.Take(row_.data());
      row_.clear();
      ++rows_;
    }
  }
  void finish() override {}

  std::optional<Picture> Give() && {
    if (rows_ < scan_.extent.height) return std::nullopt;
    return std::move(shrinker_).Give();
  }

 private:
  const Scan& scan_;
  Shrinker shrinker_;
  std::vector<unsigned char> row_;
  unsigned rows_ = 0;
};

bool IsJpeg(QPDFObjectHandle filter) {
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  return NamesOne(filter, {"/DCTDecode"});
}

std::optional<Picture> DecodedScan(const Scan& scan) {
  QPDFObjectHandle stream = scan.stream;
  if (!IsJpeg(stream.getDict().getKey("/Filter"))) {
    RowSink rows(scan);
    if (!stream.pipeStreamData(&rows, nullptr, 0, qpdf_dl_all, true, false)) {
      return std::nullopt;
    }
    return std::move(rows).Give();
  }
  const std::shared_ptr<Buffer> raw = stream.getRawStreamData();
  const std::string_view bytes(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
  const FileReading reading = ReadFileKind(bytes);
  if (reading.problem || reading.kind != FileKind::kJpeg) return std::nullopt;
  Decoded decoded = DecodeJpeg(bytes, LargestToRead({reading.width, reading.height}));
  if (decoded.problem) return std::nullopt;
  return std::move(decoded.picture);
}

void Replace(QPDFObjectHandle stream, const std::string& jpeg) {
  const FileReading reading = ReadFileKind(jpeg);
  stream.replaceStreamData(jpeg, QPDFObjectHandle::newName("/DCTDecode"),
                           QPDFObjectHandle::newNull());
  QPDFObjectHandle dictionary = stream.getDict();
  dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(reading.width));
  dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(reading.height));
  dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName("/DeviceRGB"));
}

// False when a picture cannot be read any more in its part of the room.
bool ReduceScans(const std::vector<Scan>& scans, std::size_t room) {
  double weights = 0;
  for (const Scan& scan : scans) weights += scan.weight();
  for (const Scan& scan : scans) {
    const double weight = scan.weight();
    const auto share = static_cast<std::size_t>(static_cast<double>(room) * weight / weights);
    weights -= weight;
    std::size_t taken = scan.bytes;
    if (scan.bytes > share) {
      const auto picture = DecodedScan(scan);
      const auto jpeg = picture ? ReduceToJpeg(*picture, share) : std::nullopt;
      if (picture && !jpeg) return false;
      if (jpeg) {
        Replace(scan.stream, *jpeg);
        taken = jpeg->size();
      }
    }
    if (taken > room) return false;
    room -= taken;
  }
  return true;
}

std::string Written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setPreserveEncryption(false);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
  const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
}

void Open(QPDF& pdf, std::string_view bytes) {
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("upload", bytes.data(), bytes.size());
}

// Empty: it cannot be.
std::string Reduce(std::string_view bytes, std::size_t limit) {
  std::string pages;  // without what no page shows
  {
    QPDF pdf;
    Open(pdf, bytes);
    KeepPagesAlone(pdf);
    pages = Written(pdf);
  }
  if (pages.size() < limit) return pages;
  QPDF pdf;
  Open(pdf, pages);
  const std::vector<Scan> scans = ScansIn(pdf);
  std::size_t around = pages.size();
  for (const Scan& scan : scans) around -= std::min(scan.bytes, around);
  around += scans.size() * kFrame;
  if (around >= limit || !ReduceScans(scans, limit - around)) return {};
  std::string reduced = Written(pdf);
  return reduced.size() < limit ? reduced : std::string();
}

}  // namespace

std::optional<std::string> ReducePdf(std::string_view bytes, std::size_t limit,
                                     FileBudget& budget) {
  auto reduced = RunLimited(budget, [&]() -> std::string {
    try {
      return Reduce(bytes, limit);
    } catch (const std::exception&) {
      return {};
    }
  });
  if (reduced && reduced->empty()) return std::nullopt;
  return reduced;
}

}  // namespace permit
