// A ZIP archive in memory, written by libzip.
#pragma once

#include <deque>
#include <string>

#include "handlers/rules/calendar.h"

struct zip;
struct zip_source;

namespace permit {

class ZipArchive {
 public:
  explicit ZipArchive(Instant modified);  // the time that each entry bears
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  // `path` is UTF-8, with slashes; one that is there already throws. What is compressed by itself
  // (JPEG, PDF) is stored as it is.
  void Add(const std::string& path, std::string bytes, bool compress);

  // The archive's bytes; nothing can be added after. These throw std::runtime_error.
  std::string Finish();

 private:
  Instant modified_;
  zip_source* target_ = nullptr;
  zip* archive_ = nullptr;
  std::deque<std::string> contents_;  // read when the archive is finished
};

}  // namespace permit
