#include "handlers/form/pdf_inspection.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include "handlers/form/limited_process.h"
#include "handlers/form/pdf_active.h"

namespace permit {
namespace {

// More than a scan of twenty pages in colour unpacks to.
constexpr std::uint64_t kMostUnpacked = std::uint64_t{128} << 20;

struct TooMuchUnpacked : std::exception {};

// Where unpacked bytes go.
struct Unpacking {
  std::uint64_t left;
};
class CountingSink : public Pipeline {
 public:
  explicit CountingSink(Unpacking& unpacking) : Pipeline("count", nullptr), unpacking_(unpacking) {}
  void write(const unsigned char*, std::size_t size) override {
    if (size > unpacking_.left) {
      unpacking_.left = 0;
      throw TooMuchUnpacked();
    }
    unpacking_.left -= size;
  }
  void finish() override {}

 private:
  Unpacking& unpacking_;
};

// What is done without a click: when the file is opened, or as a page is turned (12.6.3).
bool ActsByItself(QPDFObjectHandle dictionary) {
  const auto opens_address = [](QPDFObjectHandle action) {
    return action.isDictionary() && NamesOne(action.getKey("/S"), {"/URI"});
  };
  if (opens_address(dictionary.getKey("/OpenAction"))) return true;
  QPDFObjectHandle events = dictionary.getKey("/AA");
  if (!events.isDictionary()) return false;
  for (auto& [event, action] : events.ditems()) {
    if (opens_address(action)) return true;
  }
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
    if (IsActiveEntry(key, value)) return true;
    if (!value.isIndirect() && HoldsActive(value)) return true;
  }
  return ActsByItself(object);
}

// False when the stream is packed in a way that qpdf knows and does not come apart.
bool Unpacks(QPDFObjectHandle stream, Unpacking& unpacking) {
  CountingSink sink(unpacking);
  return stream.pipeStreamData(&sink, nullptr, 0, qpdf_dl_generalized, true, false);
}

// Whether an archive hangs on the file: programs find a ZIP by its end (APPNOTE, 4.3.16).
bool CarriesZip(std::string_view bytes) {
  constexpr std::string_view kEnd("PK\x05\x06", 4);
  constexpr std::size_t kEndSize = 22;
  const std::size_t pages_end = bytes.rfind("%%EOF");
  for (std::size_t at = bytes.rfind(kEnd);
       at != std::string_view::npos && at + kEndSize <= bytes.size();
       at = at == 0 ? std::string_view::npos : bytes.rfind(kEnd, at - 1)) {
    const std::size_t comment = static_cast<unsigned char>(bytes[at + 20]) +
                                std::size_t{static_cast<unsigned char>(bytes[at + 21])} * 256;
    if (at + kEndSize + comment == bytes.size()) return true;
    if (pages_end != std::string_view::npos && at > pages_end) return true;
  }
  return false;
}

std::optional<Problem> Inspect(std::string_view bytes, Unpacking& unpacking) {
  try {
    if (CarriesZip(bytes)) return Problem::kFileActive;
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("upload", bytes.data(), bytes.size());
    if (pdf.getAllPages().empty()) return Problem::kFileWithoutPages;
    // It is no object of its own, and a catalog may stand in it.
    if (HoldsActive(pdf.getTrailer())) return Problem::kFileActive;
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
      if (HoldsActive(object)) return Problem::kFileActive;
      if (object.isStream() && !Unpacks(object, unpacking)) {
        return unpacking.left == 0 ? Problem::kTooMuchAtOnce : Problem::kFileDamaged;
      }
    }
    return std::nullopt;
  } catch (const QPDFExc& error) {
    const qpdf_error_code_e code = error.getErrorCode();
    const bool locked = code == qpdf_e_password || code == qpdf_e_unsupported;
    return locked ? Problem::kFileEncrypted : Problem::kFileDamaged;
  } catch (const TooMuchUnpacked&) {
    return Problem::kTooMuchAtOnce;
  } catch (const std::exception&) {
    return unpacking.left == 0 ? Problem::kTooMuchAtOnce : Problem::kFileDamaged;
  }
}

// A verdict is the place in this list.
constexpr std::array<std::optional<Problem>, 6> kVerdicts = {std::nullopt,
                                                             Problem::kFileDamaged,
                                                             Problem::kFileEncrypted,
                                                             Problem::kFileWithoutPages,
                                                             Problem::kFileActive,
                                                             Problem::kTooMuchAtOnce};

}  // namespace

std::optional<Problem> InspectPdf(std::string_view bytes, FileBudget& budget) {
  const std::uint64_t most = std::min(budget.unpacked, kMostUnpacked);
  const auto inspected = RunLimited(budget, [&] {
    Unpacking unpacking{most};
    const auto verdict = std::find(kVerdicts.begin(), kVerdicts.end(), Inspect(bytes, unpacking));
    return std::to_string(verdict - kVerdicts.begin()) + " " +
           std::to_string(most - unpacking.left);
  });
  if (!inspected) return Problem::kFileDamaged;
  std::istringstream words(*inspected);
  std::size_t verdict = 0;
  std::uint64_t unpacked = 0;
  words >> verdict >> unpacked;
  Spend(budget, unpacked);
  // Alone it would be too much as well.
  if (kVerdicts.at(verdict) == Problem::kTooMuchAtOnce && most == kMostUnpacked) {
    return Problem::kFileDamaged;
  }
  return kVerdicts.at(verdict);
}

}  // namespace permit
