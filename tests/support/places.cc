#include "tests/support/places.h"

namespace permit::test {

std::string InSource(const std::string& path) { return PERMIT_SOURCE_DIR + path; }

std::string InBuild(const std::string& path) { return PERMIT_BINARY_DIR + path; }

}  // namespace permit::test
