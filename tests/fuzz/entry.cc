#include <cstddef>
#include <cstdint>

#include "tests/fuzz/property.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  permit::fuzz::Try({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
