// The site's own templates, catalogs and built files, loaded once a test program.
#pragma once

#include "tests/support/places.h"
#include "views/renderer.h"

namespace permit::views {

inline RendererPaths RealPaths() {
  return {test::InSource("/views"), test::InBuild("/locale"), test::InBuild("/static")};
}

inline const Renderer& RealRenderer() {
  static const Renderer renderer(RealPaths());
  return renderer;
}

}  // namespace permit::views
