// What the files of one request may cost together, so that no request keeps a worker for long.
//
// A picture's cost is known from its header, that of a PDF is counted while it is unpacked. The
// same files so get the same verdict however busy the machine is; the CPU time is far above what
// they need, and only ends what was written to do harm.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "handlers/rules/file_kind.h"

namespace permit {

struct FileBudget {
  std::uint64_t unpacked = std::uint64_t{384} << 20;  // bytes
  std::chrono::milliseconds cpu{10'000};
};

// Bytes that a picture unpacks to, by its header; 0 for a PDF. A JPEG of many pixels is read at a
// part of its size, and counts a byte a pixel; a HEIC picture counts three.
std::uint64_t UnpackedSize(std::string_view bytes, const FileReading& reading);

// Takes `cost` off; false, and nothing is taken, when there is not so much.
bool Spend(FileBudget& budget, std::uint64_t cost);
// The same of a picture's cost: kTooMuchAtOnce when the rest does not suffice for it, or no time is
// left; kTooManyPixels when a whole budget would not.
std::optional<Problem> SpendOn(std::string_view bytes, const FileReading& reading,
                               FileBudget& budget);

}  // namespace permit
