// The files of cases that ended retention.upload_days ago: their bytes are removed; that there was
// a file of that name, size and digest stays, in the case and on its page.
#pragma once

#include <cstdint>

#include "fcgi/base/settings.h"
#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit {

// The number of files. One case a transaction, with a row of the audit; may be stopped and run
// again at any time.
std::uint64_t RemoveOldFiles(sql::Database& database, const Settings& settings, Instant now);

}  // namespace permit
