// Folders of keys for tests.
#pragma once

#include <string>

namespace permit::test {

// One a program, made when first asked for: a CA, a seal key of the units 6952 and 6953 (TWNI001)
// and a document key (TWNI002), valid from 2020 for twenty years. Not to be changed.
const std::string& SigningKeys();

// A folder that is removed with its object.
class KeyFolder {
 public:
  KeyFolder();
  ~KeyFolder();
  KeyFolder(const KeyFolder&) = delete;
  KeyFolder& operator=(const KeyFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace permit::test
