// Shows laid-out text on a page, language by language.
#pragma once

#include <cairo.h>

#include <functional>
#include <vector>

#include "views/pdf/language_runs.h"
#include "views/pdf/typeface.h"

namespace permit::views {

// Shows a line of the layout from the origin on, in units of the layout. `languages` are the runs
// of the layout's whole text; `begin` is told the number of each before what is shown of it.
// `tracking` is that of the layout, in its units.
void ShowLine(cairo_t* context, PangoLayout* layout, PangoLayoutLine* line, double tracking,
              const std::vector<LanguageRun>& languages,
              const std::function<void(std::size_t)>& begin);

}  // namespace permit::views
