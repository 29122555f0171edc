// What an uploaded file is, told by its bytes and not by its name.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "handlers/rules/field_error.h"

namespace permit {

enum class FileKind { kJpeg, kPng, kBmp, kHeic, kPdf };

std::string_view MimeType(FileKind kind);
std::string_view FileExtension(FileKind kind);  // "jpg", "png", "bmp", "heic", "pdf"

// Reads the structure (segments, chunks with their checksums, headers, trailer), not the picture
// itself. `width` and `height` are pixels as stored, 0 for a PDF.
struct FileReading {
  std::optional<Problem> problem;  // kFileEmpty, kFileTypeRefused, kFileAvif, kFileDamaged
  FileKind kind = FileKind::kPdf;  // void unless is_known()
  unsigned width = 0;
  unsigned height = 0;

  bool is_known() const { return !problem || problem == Problem::kFileDamaged; }
};
FileReading ReadFileKind(std::string_view bytes);

// A document for a slot as it comes: kind, structure and size.
std::optional<Problem> CheckDocument(const FileReading& reading, std::size_t size);
// A photo: JPEG, PNG or HEIC, large enough for the frame that is cut from it; its size in bytes is
// not looked at. A HEIC picture may turn out to lie on its side.
std::optional<Problem> CheckPhoto(const FileReading& reading);

}  // namespace permit
