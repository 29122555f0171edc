#include "tests/support/signing_keys.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "handlers/papers/key_making.h"

namespace permit::test {
namespace {

using namespace std::chrono_literals;

}  // namespace

KeyFolder::KeyFolder() : path_(std::filesystem::temp_directory_path() / "permit-keys-XXXXXX") {
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder for keys");
}

KeyFolder::~KeyFolder() { std::filesystem::remove_all(path_); }

const std::string& SigningKeys() {
  static const KeyFolder folder;
  static const bool made = [] {
    for (KeyUse use : {KeyUse::kSeal, KeyUse::kDocument}) {
      MakeSigner(folder.path(), {.use = use,
                                 .units = {"6952", "6953"},
                                 .from = std::chrono::sys_days{2020y / 1 / 1},
                                 .lasts = std::chrono::days(20 * 365)});
    }
    return true;
  }();
  (void)made;
  return folder.path();
}

}  // namespace permit::test
