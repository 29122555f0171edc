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

// The font's face with those glyphs and those of ASCII under their indexes, each advance wider by
// `em` of the type size. Owned by this function and kept as long as the process, so it is for the
// papers' own words and for numbers, of which there are few sets of glyphs.
cairo_font_face_t* TrackedFace(PangoFont* font, const std::vector<unsigned>& glyphs, double em);

}  // namespace permit::views
