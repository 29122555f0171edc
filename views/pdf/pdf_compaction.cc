#include "views/pdf/pdf_compaction.h"

#include <libdeflate.h>

#include <charconv>
#include <memory>
#include <optional>

#include "views/pdf/font_hinting.h"

namespace permit::views {
namespace {

constexpr std::string_view kBegin = ">>\nstream\n";
constexpr std::string_view kEnd = "\nendstream";

struct Free {
  void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
  void operator()(libdeflate_decompressor* one) const { libdeflate_free_decompressor(one); }
};

std::string Inflate(std::string_view packed) {
  static const std::unique_ptr<libdeflate_decompressor, Free> inflater(
      libdeflate_alloc_decompressor());
  std::string plain(packed.size(), '\0');
  for (;;) {
    std::size_t size = 0;
    const libdeflate_result result = libdeflate_zlib_decompress(
        inflater.get(), packed.data(), packed.size(), plain.data(), plain.size(), &size);
    if (result == LIBDEFLATE_SUCCESS) {
      plain.resize(size);
      return plain;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) throw PdfFormatError("a broken stream");
    plain.resize(2 * plain.size() + 64);
  }
}

std::string Deflate(std::string_view plain) {
  constexpr int kLevel = 1;  // two percent larger than 4, and a fourteenth less time a permit
  static const std::unique_ptr<libdeflate_compressor, Free> deflater(
      libdeflate_alloc_compressor(kLevel));
  std::string packed(libdeflate_zlib_compress_bound(deflater.get(), plain.size()), '\0');
  packed.resize(libdeflate_zlib_compress(deflater.get(), plain.data(), plain.size(), packed.data(),
                                         packed.size()));
  return packed;
}

struct Stream {
  std::string_view dictionary;  // without ">>"
  std::string_view data;
  int length_object = 0;
};

// A stream that cairo compressed; others (a photograph's) stay as they are.
std::optional<Stream> ReadStream(const PdfFile& file, int number) {
  const std::string_view body = file.Body(number);
  const std::size_t begin = body.find(kBegin);
  if (!body.starts_with("<<") || begin == body.npos) return std::nullopt;
  const std::string_view dictionary = body.substr(0, begin);
  if (dictionary.find("/Filter /FlateDecode") == dictionary.npos) return std::nullopt;
  if (!body.ends_with(kEnd)) throw PdfFormatError("a stream without an end");
  const std::size_t data = begin + kBegin.size();
  Stream stream{dictionary, body.substr(data, body.size() - kEnd.size() - data),
                Reference(dictionary, "/Length")};
  const std::string_view written = file.Body(stream.length_object);
  if (written.substr(written.find_first_not_of(' ')) != std::to_string(stream.data.size())) {
    throw PdfFormatError("a stream of another length");
  }
  return stream;
}

// With the number after the key replaced.
std::string WithNumber(std::string_view dictionary, std::string_view key, std::size_t number) {
  const std::size_t digits = dictionary.find(key) + key.size();
  const std::size_t end = dictionary.find_first_not_of("0123456789", digits);
  return std::string(dictionary.substr(0, digits))
      .append(std::to_string(number))
      .append(dictionary.substr(end));
}

}  // namespace

std::map<int, std::string> CompactPdf(const PdfFile& file, const StreamEdit& edit) {
  constexpr std::string_view kFontLength = "/Length1 ";
  std::map<int, std::string> bodies;
  for (int number = 1; number < file.size(); ++number) {
    if (!file.Has(number)) continue;
    const std::optional<Stream> stream = ReadStream(file, number);
    if (!stream) continue;
    std::string plain = Inflate(stream->data);
    std::string dictionary(stream->dictionary);
    if (dictionary.find(kFontLength) != dictionary.npos) {
      plain = WithoutHinting(plain);
      dictionary = WithNumber(dictionary, kFontLength, plain.size());
    } else if (edit) {
      plain = edit(number, std::move(plain));
    }
    const std::string packed = Deflate(plain);
    bodies[number] = dictionary.append(kBegin).append(packed).append(kEnd);
    bodies[stream->length_object] = "   " + std::to_string(packed.size());
  }
  return bodies;
}

}  // namespace permit::views
