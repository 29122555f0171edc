#include "views/pdf/truetype.h"

#include <cstdint>
#include <map>

#include "views/pdf/pdf_file.h"

namespace permit::views {
namespace {

using Tables = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kHeader = 12;
constexpr std::size_t kEntry = 16;
constexpr std::size_t kAdjustment = 8;  // of `head`: the sum that makes the whole file's right

std::string_view Part(std::string_view bytes, std::size_t offset, std::size_t size) {
  if (offset > bytes.size() || size > bytes.size() - offset) {
    throw PdfFormatError("a font that ends too early");
  }
  return bytes.substr(offset, size);
}

std::uint32_t Read(std::string_view bytes, std::size_t offset, std::size_t size) {
  std::uint32_t value = 0;
  for (char c : Part(bytes, offset, size)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string Written(std::uint32_t value, std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = size; i-- > 0; value >>= 8) bytes[i] = static_cast<char>(value & 0xFF);
  return bytes;
}

Tables ReadTables(std::string_view font) {
  Tables tables;
  const std::uint32_t count = Read(font, 4, 2);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t entry = kHeader + kEntry * i;
    tables.emplace(Part(font, entry, 4),
                   Part(font, Read(font, entry + 8, 4), Read(font, entry + 12, 4)));
  }
  for (const char* needed : {"glyf", "head", "loca", "maxp"}) {
    if (!tables.contains(needed)) throw PdfFormatError("a font without outlines");
  }
  return tables;
}

// The offset behind the last part of a glyph that is put together from others, whose flag for
// instructions is cleared.
std::size_t EndOfParts(std::string& glyph) {
  constexpr std::uint32_t kWords = 0x0001, kScale = 0x0008, kMore = 0x0020, kTwoScales = 0x0040,
                          kMatrix = 0x0080, kInstructions = 0x0100;
  for (std::size_t at = 10;;) {
    const std::uint32_t flags = Read(glyph, at, 2);
    glyph.replace(at, 2, Written(flags & ~kInstructions, 2));
    at += 4 + (flags & kWords ? 4 : 2);
    at += flags & kScale ? 2 : flags & kTwoScales ? 4 : flags & kMatrix ? 8 : 0;
    if ((flags & kMore) == 0) return at;
  }
}

std::string PlainGlyph(std::string_view glyph) {
  if (glyph.empty()) return {};
  std::string plain(glyph);
  const auto contours = static_cast<std::int16_t>(Read(glyph, 0, 2));
  if (contours < 0) {
    plain.resize(EndOfParts(plain));
  } else if (contours > 0) {
    const std::size_t size = 10 + 2 * static_cast<std::size_t>(contours);
    const std::uint32_t instructions = Read(glyph, size, 2);
    Part(glyph, size + 2, instructions);
    plain.replace(size, 2 + instructions, 2, '\0');
  }
  if (plain.size() % 2 != 0) plain += '\0';
  return plain;
}

void StripGlyphs(Tables& tables) {
  const bool wide = Read(tables["head"], 50, 2) != 0;
  const std::size_t unit = wide ? 4 : 2;
  const std::string& places = tables["loca"];
  const std::string& outlines = tables["glyf"];
  const std::size_t count = Read(tables["maxp"], 4, 2);
  std::string new_places;
  std::string new_outlines;
  const auto place = [&](std::size_t i) { return Read(places, i * unit, unit) * (wide ? 1u : 2u); };
  const auto note = [&] {
    const auto at = static_cast<std::uint32_t>(new_outlines.size());
    new_places += Written(wide ? at : at / 2, unit);
  };
  for (std::size_t i = 0; i < count; ++i) {
    note();
    if (place(i + 1) < place(i)) throw PdfFormatError("a font whose outlines go backwards");
    new_outlines += PlainGlyph(Part(outlines, place(i), place(i + 1) - place(i)));
  }
  note();
  tables["loca"] = std::move(new_places);
  tables["glyf"] = std::move(new_outlines);
}

std::uint32_t Sum(std::string_view bytes) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 4) sum += Read(bytes, at, 4);
  return sum;
}

std::string Assembled(std::string_view version, const Tables& tables) {
  std::uint32_t largest = 1;  // power of two not over the number of tables
  std::uint32_t exponent = 0;
  const auto count = static_cast<std::uint32_t>(tables.size());
  while (2 * largest <= count) {
    largest *= 2;
    ++exponent;
  }
  std::string font = std::string(version) + Written(count, 2) + Written(16 * largest, 2) +
                     Written(exponent, 2) + Written(16 * (count - largest), 2);
  std::string contents;
  std::size_t head = 0;
  for (const auto& [tag, table] : tables) {
    std::string padded = table;
    padded.resize((table.size() + 3) / 4 * 4);
    const std::size_t offset = kHeader + kEntry * count + contents.size();
    if (tag == "head") head = offset;
    font += tag + Written(Sum(padded), 4) + Written(static_cast<std::uint32_t>(offset), 4) +
            Written(static_cast<std::uint32_t>(table.size()), 4);
    contents += padded;
  }
  font += contents;
  return font.replace(head + kAdjustment, 4, Written(0xB1B0AFBA - Sum(font), 4));
}

}  // namespace

std::string WithoutInstructions(std::string_view font) {
  constexpr std::size_t kMostInstructions = 26;  // of `maxp`
  Tables tables = ReadTables(font);
  StripGlyphs(tables);
  for (const char* program : {"cvt ", "fpgm", "prep"}) tables.erase(program);
  Part(tables["maxp"], kMostInstructions, 2);
  tables["maxp"].replace(kMostInstructions, 2, 2, '\0');
  Part(tables["head"], kAdjustment, 4);
  tables["head"].replace(kAdjustment, 4, 4, '\0');
  return Assembled(font.substr(0, 4), tables);
}

}  // namespace permit::views
