// The scan of uploaded files: those that wait for it are taken to clamd, and students are asked for
// another file where it found a virus.
#pragma once

#include <chrono>
#include <cstdint>

#include "fcgi/base/clock.h"
#include "fcgi/base/settings.h"
#include "sql/database.h"
#include "views/renderer.h"

namespace permit {

struct ScannedFiles {
  std::uint64_t clean = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t put_off = 0;  // no verdict; tried again later
  std::uint64_t waiting = 0;  // after the round
};

// Takes those that are due, the longest waiting first; nothing without scan.socket. A file without
// a verdict stays waiting and is put off, longer each time, up to an hour; the round ends when
// clamd is away or was silent about three files in a row. One file a transaction; may be stopped
// and run again at any time, also twice at once. What is wrong is a line in the log. `patience`:
// how long clamd may take for a file of 512 KiB, beside its other work.
ScannedFiles ScanFiles(sql::Database& database, const Settings& settings,
                       const views::Renderer& renderer, const Clock& clock,
                       std::chrono::milliseconds patience = std::chrono::seconds(30));

}  // namespace permit
