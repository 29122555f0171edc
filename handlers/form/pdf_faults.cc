#include "handlers/form/pdf_faults.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "handlers/form/limited_process.h"
#include "handlers/form/page_faults.h"
#include "handlers/form/pdf_active.h"
#include "handlers/form/picture.h"

namespace permit {
namespace {

constexpr int kMostPages = 8;
constexpr std::uint64_t kMostPlainBytes = std::uint64_t{64} << 20;
constexpr std::chrono::milliseconds kMostTime{4000};
constexpr double kCovers = 0.7;  // of the page

// How content draws its one picture: a matrix of six numbers that takes the unit square onto the
// page (ISO 32000-1, 8.3.3), and what else it draws.
using Matrix = std::array<double, 6>;
Matrix Times(const Matrix& a, const Matrix& b) {
  return {a[0] * b[0] + a[1] * b[2],        a[0] * b[1] + a[1] * b[3],
          a[2] * b[0] + a[3] * b[2],        a[2] * b[1] + a[3] * b[3],
          a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]};
}

class ContentReader : public QPDFObjectHandle::ParserCallbacks {
 public:
  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    Take(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {}

  int drawn() const { return drawn_; }
  const std::string& name() const { return name_; }
  const Matrix& place() const { return place_; }

 private:
  void Take(const std::string& word) {
    if (word == "q") stack_.push_back(matrix_);
    if (word == "Q" && !stack_.empty()) {
      matrix_ = stack_.back();
      stack_.pop_back();
    }
    if (word == "cm" && operands_.size() == 6) {
      Matrix by{};
      for (std::size_t i = 0; i < 6; ++i) by[i] = operands_[i].getNumericValue();
      matrix_ = Times(by, matrix_);
    }
    if (word == "Do" && operands_.size() == 1 && operands_[0].isName()) {
      ++drawn_;
      name_ = operands_[0].getName();
      place_ = matrix_;
    }
  }

  std::vector<QPDFObjectHandle> operands_;
  Matrix matrix_ = {1, 0, 0, 1, 0, 0};
  std::vector<Matrix> stack_;
  int drawn_ = 0;
  std::string name_;
  Matrix place_ = {};
};

bool CoversPage(const Matrix& place, QPDFPageObjectHelper& page) {
  QPDFObjectHandle box = page.getCropBox();
  if (!box.isRectangle()) return false;
  const QPDFObjectHandle::Rectangle area = box.getArrayAsRectangle();
  const double of_page = std::abs((area.urx - area.llx) * (area.ury - area.lly));
  const double drawn = std::abs(place[0] * place[3] - place[1] * place[2]);
  return drawn > of_page * kCovers;
}

// The Exif orientation of pixels that the page shows so turned; 0: mirrored or aslant.
int OrientationOf(const Matrix& place, QPDFPageObjectHelper& page) {
  int quarters = 0;  // clockwise
  if (std::abs(place[0]) > std::abs(place[1])) {
    if (place[0] * place[3] < 0) return 0;
    quarters = place[0] > 0 ? 0 : 2;
  } else {
    if (place[1] * place[2] > 0) return 0;
    quarters = place[1] > 0 ? 3 : 1;
  }
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (rotate.isInteger()) quarters += static_cast<int>(rotate.getIntValue() / 90 % 4 + 4);
  constexpr std::array<int, 4> kOrientations = {1, 6, 3, 8};
  return kOrientations[static_cast<std::size_t>(quarters % 4)];
}

unsigned Number(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  if (!value.isInteger()) return 0;
  return static_cast<unsigned>(std::clamp<long long>(value.getIntValue(), 0, 100'000));
}

// Of 8 bits a sample, grey or red, green and blue, or of one bit.
std::optional<Picture> PlainPixels(QPDFObjectHandle image, Extent extent) {
  QPDFObjectHandle dictionary = image.getDict();
  const unsigned bits = Number(dictionary, "/BitsPerComponent");
  const bool grey = NamesOne(dictionary.getKey("/ColorSpace"), {"/DeviceGray"});
  const bool colours = NamesOne(dictionary.getKey("/ColorSpace"), {"/DeviceRGB"});
  if (!(bits == 8 && (grey || colours)) && !(bits == 1 && grey)) return std::nullopt;
  if (!dictionary.getKey("/Decode").isNull()) return std::nullopt;
  const std::size_t samples = std::size_t{extent.width} * (colours ? 3 : 1);
  const std::size_t row = (samples * bits + 7) / 8;
  if (row * extent.height > kMostPlainBytes) return std::nullopt;
  const std::shared_ptr<Buffer> data = image.getStreamData(qpdf_dl_generalized);
  if (data->getSize() < row * extent.height) return std::nullopt;
  Shrinker shrinker(extent, Covering(extent, kEnoughToJudge));
  std::vector<unsigned char> pixels(std::size_t{extent.width} * 3);
  for (unsigned y = 0; y < extent.height; ++y) {
    const unsigned char* from = data->getBuffer() + row * y;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
      const std::size_t x = i / 3;
      if (bits == 1) {
        pixels[i] = (from[x / 8] >> (7 - x % 8) & 1) != 0 ? 255 : 0;
      } else {
        pixels[i] = from[colours ? i : x];
      }
    }
    shrinker.Take(pixels.data());
  }
  return std::move(shrinker).Give();
}

std::optional<Picture> PixelsOf(QPDFObjectHandle image) {
  QPDFObjectHandle dictionary = image.getDict();
  const Extent extent = {Number(dictionary, "/Width"), Number(dictionary, "/Height")};
  if (!CanBeJudged(extent)) return std::nullopt;
  QPDFObjectHandle filter = dictionary.getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  if (!NamesOne(filter, {"/DCTDecode"})) return PlainPixels(image, extent);
  const std::shared_ptr<Buffer> data = image.getRawStreamData();
  Decoded decoded = DecodeJpeg({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()},
                               kEnoughToJudge);
  if (decoded.problem) return std::nullopt;
  return std::move(decoded.picture);
}

FileFaults OfPage(QPDFPageObjectHelper& page) {
  ContentReader content;
  page.parsePageContents(&content);
  if (content.drawn() != 1 || !CoversPage(content.place(), page)) return {};
  std::map<std::string, QPDFObjectHandle> images = page.getImages();
  const auto image = images.find(content.name());
  const int orientation = OrientationOf(content.place(), page);
  if (image == images.end() || orientation == 0) return {};
  auto pixels = PixelsOf(image->second);
  return pixels ? FindPageFaults(Upright(*std::move(pixels), orientation)) : FileFaults();
}

FileFaults Find(std::string_view bytes) {
  FileFaults faults;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("upload", bytes.data(), bytes.size());
    const std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
    unsigned number = 0;
    for (const QPDFObjectHandle& object : pages) {
      if (++number > kMostPages) break;
      QPDFPageObjectHelper page(object);
      for (FoundFault found : OfPage(page)) {
        if (pages.size() > 1) found.page = number;
        faults.push_back(found);
      }
    }
  } catch (const std::exception&) {
    return {};
  }
  return faults;
}

}  // namespace

FileFaults FindPdfFaults(std::string_view bytes, FileBudget& budget) {
  FileBudget own;
  own.cpu = std::min(budget.cpu, kMostTime);
  const std::chrono::milliseconds before = own.cpu;
  const auto found = RunLimited(own, [&] { return WriteFaults(Find(bytes)); });
  const std::chrono::milliseconds least(1);
  budget.cpu = std::max(budget.cpu - (before - own.cpu), least);
  return found ? ReadFaults(*found) : FileFaults();
}

}  // namespace permit
