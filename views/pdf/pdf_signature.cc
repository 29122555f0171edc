#include "views/pdf/pdf_signature.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "fcgi/base/crypto.h"
#include "views/pdf/pdf_file.h"

namespace permit::views {
namespace {

// As wide as the largest range, so that nothing moves when it is filled in.
constexpr std::string_view kRangeRoom = "[0 0000000000 0000000000 0000000000]";

// "D:20260918130118+08'00'"
std::string PdfDate(Instant instant) {
  const auto local = instant + std::chrono::hours(8);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(local - day)};
  char text[64];
  std::snprintf(text, sizeof text, "(D:%04d%02u%02u%02d%02d%02d+08'00')",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return text;
}

std::string To(int number) { return std::to_string(number) + " 0 R"; }

std::string SignatureDictionary(const SignatureWords& words, std::size_t most_bytes) {
  return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached\n/Name " +
         PdfText(words.name) + "\n/Reason " + PdfText(words.reason) + "\n/M " +
         PdfDate(words.signed_at) + "\n/ByteRange " + std::string(kRangeRoom) + "\n/Contents <" +
         std::string(2 * most_bytes, '0') + "> >>";
}

std::string Field(int page, int signature) {
  constexpr const char* kPrintedAndLocked = "132";
  return "<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature) /V " + To(signature) + " /P " +
         To(page) + " /Rect [0 0 0 0] /F " + kPrintedAndLocked + " >>";
}

std::string WithAnnotation(std::string_view page, int field) {
  constexpr std::string_view kAnnotations = "/Annots [";
  const std::size_t found = page.find(kAnnotations);
  if (found == page.npos) return WithEntries(page, " /Annots [ " + To(field) + " ]");
  std::string more(page);
  return more.insert(found + kAnnotations.size(), " " + To(field));
}

std::string WithSignatureField(const PdfFile& file, const SignatureWords& words,
                               std::size_t most_bytes) {
  const int page = file.FirstPage();
  const int field = file.size();
  const int signature = field + 1;
  return file.WithSection(
      {{file.catalog(), WithEntries(file.Dictionary(file.catalog()),
                                    "/AcroForm << /Fields [ " + To(field) + " ] /SigFlags 3 >>")},
       {page, WithAnnotation(file.Dictionary(page), field)},
       {field, Field(page, signature)},
       {signature, SignatureDictionary(words, most_bytes)}});
}

std::string Range(std::size_t hole, std::size_t hole_end, std::size_t end) {
  char range[64];
  const int length = std::snprintf(range, sizeof range, "[0 %010zu %010zu %010zu]", hole, hole_end,
                                   end - hole_end);
  if (static_cast<std::size_t>(length) != kRangeRoom.size()) {
    throw std::length_error("a paper too large to be signed");
  }
  return range;
}

}  // namespace

std::string SignPaper(std::string bytes, const SignatureWords& words,
                      const DetachedSigner& signer) {
  const PdfFile file(std::move(bytes));
  std::string made = WithSignatureField(file, words, signer.most_bytes);
  const std::size_t added = file.bytes().size();
  const std::size_t range = made.find(kRangeRoom, added);
  const std::size_t hole = made.find("/Contents <", range) + 10;  // its brackets included
  const std::size_t hole_end = hole + 2 * signer.most_bytes + 2;
  made.replace(range, kRangeRoom.size(), Range(hole, hole_end, made.size()));

  const std::string_view whole = made;
  const std::array parts{whole.substr(0, hole), whole.substr(hole_end)};
  const std::string signature = signer.sign(parts);
  if (signature.size() > signer.most_bytes) {
    throw std::length_error("a signature larger than its room");
  }
  made.replace(hole + 1, 2 * signature.size(), HexEncode(signature));
  return made;
}

}  // namespace permit::views
