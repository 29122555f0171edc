// Faces whose advances are as wide as letter spacing makes them.
//
// Readers take a gap of a tenth of the type size or more between two letters for a space, so that a
// widely spaced title would be found and copied as "E X I T". Set in a face with wider advances it
// has no gaps, and looks the same.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <vector>

namespace permit::views {

// Letter spacing, of the type size, from which on such a face is needed: poppler and pdf.js see a
// space from 0.1 on, mupdf from 0.15.
inline constexpr double kGapOfASpace = 0.09;

struct TrackedGlyphs {
  cairo_font_face_t* face = nullptr;
  std::vector<unsigned> glyphs;  // those that were asked for, as the face numbers them
};

// The font's face cut down to those glyphs and those of ASCII, each advance wider by `em` of the
// type size. The face is owned by this function and kept as long as the process, so it is for the
// papers' own words and for numbers, of which there are few sets of glyphs.
TrackedGlyphs TrackedFace(PangoFont* font, const std::vector<unsigned>& glyphs, double em);

}  // namespace permit::views
