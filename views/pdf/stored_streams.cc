#include "views/pdf/stored_streams.h"

#include <zlib.h>

namespace permit::views {
namespace {

thread_local int storing = 0;

}  // namespace

StoredStreams::StoredStreams() { ++storing; }
StoredStreams::~StoredStreams() { --storing; }

}  // namespace permit::views

// As zlib has it, but for the level.
extern "C" __attribute__((visibility("default"))) int deflateInit_(z_streamp stream, int level,
                                                                   const char* version,
                                                                   int stream_size) {
  constexpr int kMemoryLevel = 8;
  return deflateInit2_(stream, permit::views::storing > 0 ? Z_NO_COMPRESSION : level, Z_DEFLATED,
                       MAX_WBITS, kMemoryLevel, Z_DEFAULT_STRATEGY, version, stream_size);
}
