// Where the sources and the build lie. Known to one source file alone, so that the others compile
// to the same wherever the project is checked out and a compiler cache serves every checkout.
#pragma once

#include <string>

namespace permit::test {

std::string InSource(const std::string& path);  // "/views": below the repository's root
std::string InBuild(const std::string& path);   // "/fcgi/permitctl": below the build folder

}  // namespace permit::test
