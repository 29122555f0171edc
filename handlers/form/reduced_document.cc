#include "handlers/form/reduced_document.h"

#include <utility>

#include "handlers/form/document.h"
#include "handlers/form/limited_process.h"
#include "handlers/form/pdf_faults.h"
#include "handlers/form/pdf_inspection.h"
#include "handlers/form/pdf_reduction.h"
#include "handlers/form/picture_reduction.h"
#include "handlers/form/upright_picture.h"
#include "handlers/rules/exif.h"
#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

// How a picture comes out of the process that made it: a JPEG, which begins with 0xff, or a letter
// for what is wrong.
constexpr std::pair<char, Problem> kVerdicts[] = {
    {'d', Problem::kFileDamaged},
    {'p', Problem::kTooManyPixels},
    {'n', Problem::kFileNotReduced},
};

std::string Pack(Problem problem) {
  for (const auto& [letter, meaning] : kVerdicts) {
    if (meaning == problem) return {letter};
  }
  return "d";
}

ReducedDocument Unpack(const std::optional<std::string>& packed) {
  if (packed && packed->starts_with('\xff')) return {std::nullopt, *packed, FileKind::kJpeg};
  for (const auto& [letter, meaning] : kVerdicts) {
    if (packed && packed->starts_with(letter)) return {meaning, {}};
  }
  return {Problem::kFileDamaged, {}};
}

std::string MakeJpeg(std::string_view bytes, const FileReading& reading) {
  const int orientation = OrientationOf(bytes, reading);
  Extent upright = {reading.width, reading.height};
  if (LiesOnItsSide(orientation)) std::swap(upright.width, upright.height);
  const Decoded decoded = DecodeUpright(bytes, reading.kind, orientation, LargestToRead(upright));
  if (decoded.problem) return Pack(*decoded.problem);
  return ReduceToJpeg(decoded.picture, kMaxFileBytes).value_or(Pack(Problem::kFileNotReduced));
}

ReducedDocument ReducePicture(std::string_view bytes, const FileReading& reading,
                              FileBudget& budget) {
  // Of a BMP the header is looked at first; it costs nothing.
  if (reading.kind == FileKind::kBmp) {
    if (auto problem = OpenDocument(bytes, reading, budget)) return {problem, {}};
  } else if (auto problem = SpendOn(bytes, reading, budget)) {
    return {problem, {}};
  }
  return Unpack(RunLimited(budget, [&] { return MakeJpeg(bytes, reading); }));
}

ReducedDocument ReduceScan(std::string_view bytes, FileBudget& budget) {
  if (auto problem = InspectPdf(bytes, budget)) return {problem, {}};
  auto made = ReducePdf(bytes, kMaxFileBytes, budget);
  if (!made) return {Problem::kFileNotReduced, {}};
  return {std::nullopt, *std::move(made), FileKind::kPdf};
}

// Of what is kept. A page that cannot be looked at any more has none.
FileFaults FaultsOf(const ReducedDocument& document, FileBudget& budget) {
  if (document.kind == FileKind::kPdf) return FindPdfFaults(document.made, budget);
  FileFaults faults;
  if (OpenDocument(document.made, ReadFileKind(document.made), budget, &faults)) return {};
  return faults;
}

}  // namespace

ReducedDocument ReduceDocument(std::string_view bytes, const FileReading& reading,
                               FileBudget& budget, FileFaults* faults) {
  if (auto problem = CheckDocument(reading, bytes.size())) return {problem, {}};
  if (bytes.size() < kMaxFileBytes && reading.kind != FileKind::kHeic) {
    return {OpenDocument(bytes, reading, budget, faults), {}};
  }
  ReducedDocument document = reading.kind == FileKind::kPdf ? ReduceScan(bytes, budget)
                                                            : ReducePicture(bytes, reading, budget);
  if (faults != nullptr && !document.problem) *faults = FaultsOf(document, budget);
  return document;
}

}  // namespace permit
