// How often faults are found in drawn pictures that have one, and in good ones that have none.
//
// ./check takes half of each set; with PERMIT_WHOLE_MEASURE in the environment all of it is taken.
#pragma once

#include <cstdint>
#include <span>

#include "handlers/form/picture.h"
#include "handlers/rules/file_fault.h"
#include "tests/support/pictures/camera.h"

namespace permit::test {

using FindFaults = FileFaults (*)(const Picture&);
using TakePicture = Picture (*)(Chance&);

// Pictures with one thing wrong.
struct Wrong {
  const char* name;
  FileFault fault;
  TakePicture take;
};

// Of a hundred good ones two at most are blamed.
void ExpectGoodOnesUnblamed(FindFaults find, TakePicture take, std::uint64_t seed);
// Of a hundred bad ones ninety-five are told, so that the student looks again, and ninety by what
// is wrong with them.
void ExpectBadOnesTold(FindFaults find, std::span<const Wrong> kinds, std::uint64_t seed);

}  // namespace permit::test
