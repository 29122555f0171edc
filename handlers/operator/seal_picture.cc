#include "handlers/operator/seal_picture.h"

#include <ZXing/ReadBarcode.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "handlers/form/picture.h"

namespace permit::ctl {
namespace {

constexpr double kDotsPerInch = 200;
constexpr int kPages = 4;
// What a page of A4 has at 600 dpi; more is shrunk.
constexpr Extent kEnough{4960, 7016};

// Grey values row by row, as the reader takes them.
struct Grey {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> values;
};

void Find(const Grey& picture, std::vector<std::string>& codes) {
  const ZXing::ImageView view(picture.values.data(), picture.width, picture.height,
                              ZXing::ImageFormat::Lum);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
    if (!result.isValid()) continue;
    codes.emplace_back(result.bytes().begin(), result.bytes().end());
  }
}

Grey GreyOf(const Decoded& decoded) {
  if (decoded.problem) throw std::runtime_error("the picture is damaged or too large");
  const Picture& picture = decoded.picture;
  Grey grey{static_cast<int>(picture.width), static_cast<int>(picture.height), {}};
  for (std::size_t at = 0; at + 2 < picture.pixels.size(); at += 3) {
    const int sum =
        306 * picture.pixels[at] + 601 * picture.pixels[at + 1] + 117 * picture.pixels[at + 2];
    grey.values.push_back(static_cast<unsigned char>(sum >> 10));
  }
  return grey;
}

std::vector<std::string> FindInPdf(const std::string& bytes) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document || document->is_locked()) throw std::runtime_error("the PDF cannot be read");
  std::vector<std::string> codes;
  for (int number = 0; number < std::min(document->pages(), kPages); ++number) {
    const std::unique_ptr<poppler::page> page(document->create_page(number));
    if (!page) continue;
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    const poppler::image image = renderer.render_page(page.get(), kDotsPerInch, kDotsPerInch);
    Grey grey{image.width(), image.height(), {}};
    for (int row = 0; row < grey.height; ++row) {
      const auto* from = reinterpret_cast<const unsigned char*>(image.const_data()) +
                         static_cast<std::ptrdiff_t>(row) * image.bytes_per_row();
      grey.values.insert(grey.values.end(), from, from + grey.width);
    }
    Find(grey, codes);
  }
  return codes;
}

}  // namespace

std::vector<std::string> ReadCodes(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read '" + file + "'");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.starts_with("%PDF-")) return FindInPdf(bytes);
  std::vector<std::string> codes;
  if (bytes.starts_with("\x89PNG")) {
    Find(GreyOf(DecodePng(bytes, kEnough)), codes);
  } else if (bytes.starts_with("\xFF\xD8\xFF")) {
    Find(GreyOf(DecodeJpeg(bytes, kEnough)), codes);
  } else {
    throw std::runtime_error("'" + file + "' is neither PNG nor JPEG nor PDF");
  }
  return codes;
}

}  // namespace permit::ctl
