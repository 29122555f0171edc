// What a request may hold, whatever its route says of the body as a whole.
//
// Sizes are bytes after decoding. A request over one of them is answered with 413.
#pragma once

#include <cstddef>

namespace permit::limits {

inline constexpr std::size_t kFields = 500;  // of a query, of a form; also files and parts
inline constexpr std::size_t kNameBytes = 100;
inline constexpr std::size_t kValueBytes = 64 * 1024;
inline constexpr std::size_t kFileNameBytes = 2000;
inline constexpr std::size_t kPartHeaderBytes = 4 * 1024;
inline constexpr std::size_t kPathBytes = 2 * 1024;
// All that a Cookie header of the web server's limit holds: sites of the same domain set them too.
inline constexpr std::size_t kCookies = 4096;
inline constexpr std::size_t kAcceptLanguageBytes = 500;
inline constexpr std::size_t kIfNoneMatchBytes = 500;
inline constexpr std::size_t kUserAgentBytes = 1000;
inline constexpr std::size_t kFetchSiteBytes = 20;
inline constexpr std::size_t kHostBytes = 260;
inline constexpr std::size_t kOriginBytes = 270;

}  // namespace permit::limits
