// A database as a country's use leaves it: cases in realistic proportions, with all that hangs on
// them, seeded by SQL alone.
#pragma once

#include "sql/database.h"

namespace permit::test {

// So many cases, sent in the three years before `now`, into an empty migrated schema. Nine in ten
// have been issued; about 1 in 20 is still open. Each has its applicant's account and permit, six
// rows of history, files, mails and audit; each that was paid a payment with its receipt, books
// and, for slips, its settlement line. One applicant in fifty has a draft. Analyses the tables.
void SeedCases(sql::Database& database, int cases, Instant now);

// Empties every table but schema_migration, at once: so many rows take long to delete.
void TruncateTables(sql::Database& database);

}  // namespace permit::test
