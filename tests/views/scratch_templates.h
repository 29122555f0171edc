// A folder of templates of the test's own, with the real catalogs; gone at the end.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/support/real_renderer.h"

namespace permit::views {

class ScratchTemplates {
 public:
  ScratchTemplates() {
    std::string pattern = (std::filesystem::temp_directory_path() / "templates-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~ScratchTemplates() { std::filesystem::remove_all(folder_); }
  ScratchTemplates(const ScratchTemplates&) = delete;
  ScratchTemplates& operator=(const ScratchTemplates&) = delete;

  void Write(std::string_view name, std::string_view text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  RendererPaths paths() const {
    RendererPaths paths = RealPaths();
    paths.templates = folder_.string();
    return paths;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace permit::views
