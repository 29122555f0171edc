#include "views/pdf/font_hinting.h"

#include <hb-subset.h>

#include <memory>
#include <new>

#include "views/pdf/pdf_file.h"

namespace permit::views {
namespace {

struct Free {
  void operator()(hb_blob_t* one) const { hb_blob_destroy(one); }
  void operator()(hb_face_t* one) const { hb_face_destroy(one); }
  void operator()(hb_subset_input_t* one) const { hb_subset_input_destroy(one); }
};
using Blob = std::unique_ptr<hb_blob_t, Free>;
using Face = std::unique_ptr<hb_face_t, Free>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Free>;

bool HasTable(hb_face_t* face, hb_tag_t tag) {
  const Blob table(hb_face_reference_table(face, tag));
  return hb_blob_get_length(table.get()) > 0;
}

// The faces of tracked text are cut down without hinting; their glyphs have no instructions either.
bool IsHinted(hb_face_t* face) {
  return HasTable(face, HB_TAG('f', 'p', 'g', 'm')) || HasTable(face, HB_TAG('p', 'r', 'e', 'p')) ||
         HasTable(face, HB_TAG('c', 'v', 't', ' '));
}

}  // namespace

std::string WithoutHinting(std::string_view font) {
  const Blob given(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                  HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const Face face(hb_face_create(given.get(), 0));
  const unsigned glyphs = hb_face_get_glyph_count(face.get());
  if (glyphs == 0) throw PdfFormatError("a font without glyphs");
  if (!IsHinted(face.get())) return std::string(font);
  const SubsetInput wanted(hb_subset_input_create_or_fail());
  if (!wanted) throw std::bad_alloc();
  hb_subset_input_set_flags(wanted.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS);
  hb_set_add_range(hb_subset_input_glyph_set(wanted.get()), 0, glyphs - 1);
  const Face plain(hb_subset_or_fail(face.get(), wanted.get()));
  if (!plain || !HasTable(plain.get(), HB_TAG('g', 'l', 'y', 'f'))) {
    throw PdfFormatError("a font without outlines");
  }
  const Blob made(hb_face_reference_blob(plain.get()));
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(made.get(), &size);
  return std::string(bytes, size);
}

}  // namespace permit::views
