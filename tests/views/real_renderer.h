// The site's own templates, catalogs and built files, loaded once a test program.
#pragma once

#include "views/renderer.h"

namespace permit::views {

inline RendererPaths RealPaths() {
  return {PERMIT_SOURCE_DIR "/views", PERMIT_BINARY_DIR "/locale", PERMIT_BINARY_DIR "/static"};
}

inline const Renderer& RealRenderer() {
  static const Renderer renderer(RealPaths());
  return renderer;
}

}  // namespace permit::views
