#include "handlers/form/pdf_inspection.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

namespace permit {
namespace {

constexpr rlim_t kMostSeconds = 1;
constexpr rlim_t kMostMemory = rlim_t{384} * 1024 * 1024;

// ---- what the file holds -----------------------------------------------------------------------

bool Names(const QPDFObjectHandle& value, std::initializer_list<const char*> names) {
  QPDFObjectHandle name = value;
  if (!name.isName()) return false;
  return std::find(names.begin(), names.end(), name.getName()) != names.end();
}

// One entry of a dictionary that acts or carries (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8).
bool IsActive(const std::string& key, QPDFObjectHandle value) {
  if (key == "/JS") return value.isString() || value.isStream();
  if (key == "/S") return Names(value, {"/JavaScript", "/Launch", "/ImportData"});
  if (key == "/XFA") return value.isArray() || value.isStream();
  if (key == "/EF") return value.isDictionary();
  if (key == "/Type") return Names(value, {"/EmbeddedFile"});
  if (key == "/Subtype") return Names(value, {"/RichMedia"});
  return false;
}

// Looks through an object and what lies directly in it; objects of their own are looked at in turn.
bool HoldsActive(QPDFObjectHandle object) {
  if (object.isArray()) {
    for (const QPDFObjectHandle& item : object.getArrayAsVector()) {
      QPDFObjectHandle one = item;
      if (!one.isIndirect() && HoldsActive(one)) return true;
    }
    return false;
  }
  if (object.isStream()) object = object.getDict();
  if (!object.isDictionary()) return false;
  for (auto& [key, value] : object.ditems()) {
    if (IsActive(key, value)) return true;
    if (!value.isIndirect() && HoldsActive(value)) return true;
  }
  return false;
}

// False when the stream is packed in a way that qpdf knows and does not come apart.
bool Unpacks(QPDFObjectHandle stream) {
  Pl_Discard nowhere;
  return stream.pipeStreamData(&nowhere, nullptr, 0, qpdf_dl_generalized, true, false);
}

std::optional<Problem> Inspect(std::string_view bytes) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("upload", bytes.data(), bytes.size());
    if (pdf.getAllPages().empty()) return Problem::kFileWithoutPages;
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
      if (HoldsActive(object)) return Problem::kFileActive;
      if (object.isStream() && !Unpacks(object)) return Problem::kFileDamaged;
    }
    return std::nullopt;
  } catch (const QPDFExc& error) {
    const qpdf_error_code_e code = error.getErrorCode();
    const bool locked = code == qpdf_e_password || code == qpdf_e_unsupported;
    return locked ? Problem::kFileEncrypted : Problem::kFileDamaged;
  } catch (const std::exception&) {
    return Problem::kFileDamaged;
  }
}

// ---- the process that looks --------------------------------------------------------------------

// A verdict is the place in this list, which is the child's exit code.
constexpr std::array<std::optional<Problem>, 5> kVerdicts = {
    std::nullopt, Problem::kFileDamaged, Problem::kFileEncrypted, Problem::kFileWithoutPages,
    Problem::kFileActive};

void Limit(__rlimit_resource what, rlim_t most) {
  const rlimit limit = {most, most};
  setrlimit(what, &limit);
}

[[noreturn]] void InspectAndExit(std::string_view bytes) {
  Limit(RLIMIT_CORE, 0);
  Limit(RLIMIT_CPU, kMostSeconds);
#ifndef __SANITIZE_ADDRESS__  // which itself takes terabytes
  Limit(RLIMIT_DATA, kMostMemory);
#endif
  const auto verdict = std::find(kVerdicts.begin(), kVerdicts.end(), Inspect(bytes));
  _exit(static_cast<int>(verdict - kVerdicts.begin()));
}

}  // namespace

std::optional<Problem> InspectPdf(std::string_view bytes) {
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) InspectAndExit(bytes);
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  }
  const bool ended = WIFEXITED(status);
  const auto verdict = static_cast<std::size_t>(ended ? WEXITSTATUS(status) : 1);
  return verdict < kVerdicts.size() ? kVerdicts[verdict] : Problem::kFileDamaged;
}

}  // namespace permit
