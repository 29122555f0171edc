#include "views/pdf/stored_streams.h"

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/places.h"

namespace {

std::vector<int>* levels = nullptr;  // of each stream that is begun; not noted while null

}  // namespace

// Called by the program's own `deflateInit_` instead of zlib's function of that name, which it
// calls in turn.
extern "C" __attribute__((visibility("default"))) int deflateInit2_(z_streamp stream, int level,
                                                                    int method, int window_bits,
                                                                    int memory_level, int strategy,
                                                                    const char* version,
                                                                    int stream_size) {
  static const auto zlib =
      reinterpret_cast<decltype(&deflateInit2_)>(dlsym(RTLD_NEXT, "deflateInit2_"));
  if (levels != nullptr) levels->push_back(level);
  return zlib(stream, level, method, window_bits, memory_level, strategy, version, stream_size);
}

namespace permit::views {
namespace {

TEST(StoredStreamsTest, EveryStreamOfAPaperIsStoredWhileCairoDraws) {
  std::vector<int> seen;
  levels = &seen;
  DrawPermit(test::SamplePermit());
  levels = nullptr;
  EXPECT_GT(seen.size(), 3u) << "the page and its fonts at least";
  for (int level : seen) EXPECT_EQ(level, Z_NO_COMPRESSION);
}

// The dynamic linker tells where it found the symbol that cairo asks for.
TEST(StoredStreamsTest, CairoCallsTheOwnDeflateInitOfTheProgramsThatDrawPapers) {
  for (const char* name : {"/fcgi/permit-web", "/fcgi/permitctl"}) {
    const std::string program = test::InBuild(name);
    const test::Finished bindings =
        test::RunProgram({"sh", "-c",
                          "LD_DEBUG=bindings LD_BIND_NOW=1 \"$0\" --help 2>&1 |"
                          " grep 'libcairo.*symbol .deflateInit_'",
                          program});
    EXPECT_EQ(bindings.exit_code, 0) << name << " has no cairo that asks for deflateInit_";
    EXPECT_NE(bindings.output.find(" to " + program + " "), std::string::npos) << bindings.output;
  }
}

}  // namespace
}  // namespace permit::views
