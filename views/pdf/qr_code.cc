#include "views/pdf/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace permit::views {

double DrawQrCode(Canvas& canvas, const Box& square, std::string_view content) {
  constexpr int kQuietModules = 4;
  struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
  };
  const std::unique_ptr<QRcode, Free> code(
      QRcode_encodeData(static_cast<int>(content.size()),
                        reinterpret_cast<const unsigned char*>(content.data()), 0, QR_ECLEVEL_M));
  if (!code) throw PaperError("no QR code of " + std::to_string(content.size()) + " bytes");

  canvas.Fill(square, kWhite);
  const int side = code->width;
  const double module = square.width / (side + 2 * kQuietModules);
  cairo_t* context = canvas.context();
  for (int row = 0; row < side; ++row) {
    const unsigned char* modules = code->data + row * side;
    for (int begin = 0; begin < side;) {
      int end = begin;
      while (end < side && (modules[end] & 1) != 0) ++end;
      if (end > begin) {
        cairo_rectangle(context, square.x + (begin + kQuietModules) * module,
                        square.y + (row + kQuietModules) * module, (end - begin) * module, module);
      }
      begin = end + 1;
    }
  }
  canvas.SetColour(kBlack);
  cairo_fill(context);
  return module;
}

}  // namespace permit::views
