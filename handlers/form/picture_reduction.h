// A picture of a page, made small so that its text can still be read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "handlers/form/picture.h"

namespace permit {

// What a picture is shrunk to before it is encoded: so much that a page of A4 has 200 dots an inch.
// Its long edge keeps 1,600 pixels if it had them. `from` may lie on its side.
Extent LargestToRead(Extent from);

// A JPEG below the limit. Rather than by very coarse coding it is made small by fewer pixels, down
// to those that text needs: a long edge of 1,600 pixels, if it had them. nullopt: it would be worse
// than can be read.
std::optional<std::string> ReduceToJpeg(const Picture& picture, std::size_t limit);

}  // namespace permit
