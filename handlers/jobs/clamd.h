// clamd, the daemon of ClamAV, asked over its Unix socket whether bytes hold a virus.
//
// The command is zINSTREAM (clamd(8)): pieces, each led by its length as four bytes in network
// order, a length of zero at the end; the answer ends with a zero byte.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace permit {

enum class ScanVerdict {
  kClean,
  kFound,    // `words`: the name of the virus
  kRefused,  // it answers with an error, e.g. that the file is too large for it
  kNoReply,  // it breaks off, is too slow, or says what nobody understands
  kAway,     // nobody listens at the socket, or it may not be used
};
struct ScanReply {
  ScanVerdict verdict = ScanVerdict::kAway;
  std::string words;  // else the reason, for the log
};

// One connection a call, which takes no longer than `patience`.
ScanReply AskClamd(const std::string& socket_path, std::string_view bytes,
                   std::chrono::milliseconds patience);

}  // namespace permit
