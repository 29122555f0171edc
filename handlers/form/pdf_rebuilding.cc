#include "handlers/form/pdf_rebuilding.h"

#include <memory>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "handlers/form/limited_process.h"
#include "handlers/form/pdf_pages.h"

namespace permit {
namespace {

// Packed parts of a file of 512 KiB are written unpacked.
constexpr std::size_t kMostRebuilt = std::size_t{16} << 20;

std::string Written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setPreserveEncryption(false);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setDeterministicID(true);
  writer.write();
  const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
}

// Empty: it cannot be.
std::string Rebuild(std::string_view bytes) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("upload", bytes.data(), bytes.size());
    if (pdf.getAllPages().empty()) return {};
    KeepPagesAlone(pdf);
    std::string rebuilt = Written(pdf);
    return rebuilt.size() <= kMostRebuilt ? rebuilt : std::string();
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace

std::optional<std::string> RebuildPdf(std::string_view bytes, FileBudget& budget) {
  auto rebuilt = RunLimited(budget, [&] { return Rebuild(bytes); });
  if (rebuilt && rebuilt->empty()) return std::nullopt;
  return rebuilt;
}

}  // namespace permit
