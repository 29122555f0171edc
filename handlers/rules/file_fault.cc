#include "handlers/rules/file_fault.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

namespace permit {
namespace {

constexpr FileFault kFaults[] = {
    FileFault::kNoFace,         FileFault::kSeveralFaces,   FileFault::kHeadTooSmall,
    FileFault::kHeadTooLarge,   FileFault::kHeadOffCentre,  FileFault::kGroundNotWhite,
    FileFault::kPhotoTooDark,   FileFault::kPhotoTooBright, FileFault::kPhotoBlurred,
    FileFault::kPageBlurred,    FileFault::kPageCutOff,     FileFault::kPageBlank,
    FileFault::kPageUpsideDown, FileFault::kPageOnItsSide,
};

std::optional<FoundFault> ReadFault(std::string_view text) {
  const std::size_t colon = text.find(':');
  unsigned page = 0;
  if (colon != std::string_view::npos) {
    const std::string_view digits = text.substr(colon + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), page);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  }
  for (const FileFault fault : kFaults) {
    if (Code(fault) == text.substr(0, colon)) return FoundFault{fault, page};
  }
  return std::nullopt;
}

}  // namespace

std::string_view Code(FileFault fault) {
  switch (fault) {
    case FileFault::kNoFace:
      return "no-face";
    case FileFault::kSeveralFaces:
      return "several-faces";
    case FileFault::kHeadTooSmall:
      return "head-too-small";
    case FileFault::kHeadTooLarge:
      return "head-too-large";
    case FileFault::kHeadOffCentre:
      return "head-off-centre";
    case FileFault::kGroundNotWhite:
      return "ground-not-white";
    case FileFault::kPhotoTooDark:
      return "photo-too-dark";
    case FileFault::kPhotoTooBright:
      return "photo-too-bright";
    case FileFault::kPhotoBlurred:
      return "photo-blurred";
    case FileFault::kPageBlurred:
      return "page-blurred";
    case FileFault::kPageCutOff:
      return "page-cut-off";
    case FileFault::kPageBlank:
      return "page-blank";
    case FileFault::kPageUpsideDown:
      return "page-upside-down";
    case FileFault::kPageOnItsSide:
      return "page-on-its-side";
  }
  return {};
}

std::string WriteFaults(const FileFaults& faults) {
  std::string codes;
  for (const FoundFault& found : faults) {
    std::string next(codes.empty() ? "" : " ");
    next += Code(found.fault);
    if (found.page > 0) next += ":" + std::to_string(found.page);
    if (codes.size() + next.size() > kMostFaultsLength) break;
    codes += next;
  }
  return codes;
}

FileFaults ReadFaults(std::string_view codes) {
  FileFaults faults;
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(' '), codes.size());
    if (const auto found = ReadFault(codes.substr(0, end))) faults.push_back(*found);
    codes.remove_prefix(std::min(end + 1, codes.size()));
  }
  return faults;
}

}  // namespace permit
