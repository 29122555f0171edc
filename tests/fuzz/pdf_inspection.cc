// What a reviewer is handed as a PDF: the verdict, and that of copies that qpdf wrote.
#include "handlers/form/pdf_inspection.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

constexpr std::uint64_t kBudget = std::uint64_t{8} << 20;

struct Inspected {
  std::optional<Problem> problem;
  std::uint64_t unpacked = 0;
};

Inspected Inspect(std::string_view bytes) {
  FileBudget budget;
  budget.unpacked = kBudget;
  Inspected inspected;
  inspected.problem = InspectPdf(bytes, budget);
  Require(budget.unpacked <= kBudget, "a budget does not grow");
  inspected.unpacked = kBudget - budget.unpacked;
  return inspected;
}

// A number so long is a size for which the limited process has no memory, but this one does. The
// offsets of a table begin with zeros.
bool AsksForMemory(std::string_view bytes) {
  std::size_t digits = 0;
  for (char c : bytes) {
    const bool counts = c >= (digits == 0 ? '1' : '0') && c <= '9';
    digits = counts ? digits + 1 : 0;
    if (digits > 6) return true;
  }
  return false;
}

enum class Copy { kPacked, kPlain, kActing };

// Empty when qpdf does not write it, or cannot read what it wrote.
std::string Copied(std::string_view bytes, Copy how) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("upload", bytes.data(), bytes.size());
    if (how == Copy::kActing) {
      pdf.getRoot().replaceKey("/OpenAction", QPDFObjectHandle::parse("<< /S /Launch /F (a) >>"));
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setPreserveEncryption(false);
    writer.setObjectStreamMode(how == Copy::kPacked ? qpdf_o_generate : qpdf_o_disable);
    writer.setQDFMode(how == Copy::kPlain);
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    // Of a file without /Size it writes one with streams of objects that nobody can read.
    QPDF copy;
    copy.setSuppressWarnings(true);
    copy.setAttemptRecovery(false);
    copy.processMemoryFile("copy", reinterpret_cast<const char*>(written->getBuffer()),
                           written->getSize());
    return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace

void Try(std::string_view input) {
  if (AsksForMemory(input)) return;
  const Inspected first = Inspect(input);
  const Inspected second = Inspect(input);
  Require(first.problem == second.problem && first.unpacked == second.unpacked,
          "a file has one verdict");
  if (first.problem) return;
  Require(!Inspect(std::string(input) + "\n").problem, "a line end behind it does not matter");
  for (Copy how : {Copy::kPacked, Copy::kPlain}) {
    const std::string copy = Copied(input, how);
    if (!copy.empty()) Require(!Inspect(copy).problem, "a copy of a paper to be read is one");
  }
  const std::string acting = Copied(input, Copy::kActing);
  if (!acting.empty()) {
    // For what it does, or since writing it broke what was read in spite of its faults.
    Require(Inspect(acting).problem.has_value(), "one that acts is refused");
  }
}

}  // namespace permit::fuzz
