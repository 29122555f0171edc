// Keeps cairo from compressing while a paper is drawn.
//
// cairo asks zlib for its usual level and has no setting for another, and most of a paper's time
// went into it. While one of these lives, a stream that is begun in this thread with zlib's
// `deflateInit` is stored as it is; the finished paper is compressed once, by `CompactPdf`. The
// program's own `deflateInit_` comes before the library's when it is linked; where it does not, the
// papers are the same and only cost more.
#pragma once

namespace permit::views {

class StoredStreams {
 public:
  StoredStreams();
  ~StoredStreams();
  StoredStreams(const StoredStreams&) = delete;
  StoredStreams& operator=(const StoredStreams&) = delete;
};

}  // namespace permit::views
