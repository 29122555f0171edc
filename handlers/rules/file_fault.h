// What a reviewer would send a file back for, as far as a program can see it in its pixels.
//
// A fault is a warning and never refuses a file: the student is told of it and may send the file
// all the same, and the reviewer sees it beside the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace permit {

enum class FileFault {
  // the photo: 35 × 45 mm, head 32 to 36 mm from crown to chin, white ground
  kNoFace,
  kSeveralFaces,
  kHeadTooSmall,
  kHeadTooLarge,
  kHeadOffCentre,
  kGroundNotWhite,
  kPhotoTooDark,
  kPhotoTooBright,
  kPhotoBlurred,
  // a document
  kPageBlurred,
  kPageCutOff,
  kPageBlank,
  kPageUpsideDown,
  kPageOnItsSide,
};

// As stored and as `permitctl` prints it: "no-face".
std::string_view Code(FileFault fault);

struct FoundFault {
  FileFault fault;
  unsigned page = 0;  // of a PDF of several pages, from 1; 0: the file has one page

  bool operator==(const FoundFault&) const = default;
};
using FileFaults = std::vector<FoundFault>;

// The codes with spaces between them, each with its page: "page-blank:2 page-blurred:3". At most
// kMostFaultsLength characters; what does not fit is left out.
inline constexpr std::size_t kMostFaultsLength = 400;
std::string WriteFaults(const FileFaults& faults);
// What is no code is left out, as of a later version.
FileFaults ReadFaults(std::string_view codes);

}  // namespace permit
