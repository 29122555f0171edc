// QR codes as vectors.
#pragma once

#include <string_view>

#include "views/pdf/canvas.h"

namespace permit::views {

// Draws the code of the bytes, byte by byte, at error correction level M into a square, its quiet
// zone of four modules included, on white; returns the width of one module. Content over a QR
// code's capacity is a PaperError.
double DrawQrCode(Canvas& canvas, const Box& square, std::string_view content);

}  // namespace permit::views
