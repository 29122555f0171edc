#include "handlers/jobs/old_files.h"

#include "sql/audit_store.h"
#include "sql/upload_store.h"

namespace permit {
namespace {

constexpr int kCasesARound = 200;

}  // namespace

std::uint64_t RemoveOldFiles(sql::Database& database, const Settings& settings, Instant now) {
  const Instant ended_before = now - std::chrono::days(settings.retention_upload_days);
  const Date today = TaipeiDate(now);
  std::uint64_t removed = 0;
  for (std::vector<sql::CaseWithFiles> cases;
       !(cases = sql::CasesWithFilesToRemove(database, ended_before, today, kCasesARound))
            .empty();) {
    for (const sql::CaseWithFiles& one : cases) {
      removed += database.Transact([&](sql::Transaction& transaction) {
        const std::uint64_t files = sql::RemoveFileBytes(transaction, one.id, now);
        if (files == 0) return files;
        sql::WriteAudit(transaction,
                        {"system", "case-files-removed", "case:" + one.receipt_number,
                         std::to_string(files) + " files"},
                        now);
        return files;
      });
    }
  }
  return removed;
}

}  // namespace permit
