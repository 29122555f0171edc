#include "handlers/account/zip_archive.h"

#include <zip.h>

#include <stdexcept>
#include <utility>

namespace permit {
namespace {

[[noreturn]] void Fail(zip_error_t* error) {
  const std::string why = zip_error_strerror(error);
  throw std::runtime_error("the archive cannot be written: " + why);
}

}  // namespace

ZipArchive::ZipArchive(Instant modified) : modified_(modified) {
  zip_error_t error;
  zip_error_init(&error);
  target_ = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (target_ == nullptr) Fail(&error);
  zip_source_keep(target_);  // the archive's own reference goes with it
  archive_ = zip_open_from_source(target_, ZIP_TRUNCATE, &error);
  if (archive_ != nullptr) return;
  zip_source_free(target_);
  zip_source_free(target_);
  Fail(&error);
}

ZipArchive::~ZipArchive() {
  if (archive_ != nullptr) zip_discard(archive_);
  zip_source_free(target_);
}

void ZipArchive::Add(const std::string& path, std::string bytes, bool compress) {
  const std::string& kept = contents_.emplace_back(std::move(bytes));
  zip_source_t* source = zip_source_buffer(archive_, kept.data(), kept.size(), 0);
  if (source == nullptr) Fail(zip_get_error(archive_));
  const zip_int64_t index = zip_file_add(archive_, path.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    Fail(zip_get_error(archive_));
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  const int method = compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(modified_).time_since_epoch();
  if (zip_set_file_compression(archive_, entry, method, 0) != 0 ||
      zip_file_set_mtime(archive_, entry, seconds.count(), 0) != 0) {
    Fail(zip_get_error(archive_));
  }
}

std::string ZipArchive::Finish() {
  if (zip_close(archive_) != 0) Fail(zip_get_error(archive_));
  archive_ = nullptr;
  zip_stat_t written;
  if (zip_source_stat(target_, &written) != 0 || zip_source_open(target_) != 0) {
    Fail(zip_source_error(target_));
  }
  std::string bytes(written.size, '\0');
  const zip_int64_t read = zip_source_read(target_, bytes.data(), bytes.size());
  zip_source_close(target_);
  if (read < 0 || static_cast<std::size_t>(read) != bytes.size()) Fail(zip_source_error(target_));
  return bytes;
}

}  // namespace permit
