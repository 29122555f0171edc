#include "handlers/operator/retention_commands.h"

#include "handlers/jobs/retention.h"

namespace permit::ctl {
namespace {

std::string Kept(const Retention& retention) {
  if (!retention.kept) return "not removed by the program";
  const auto hours = retention.kept->count();
  if (hours == 0) return "not at all";
  const bool days = hours % 24 == 0;
  std::string text = std::to_string(days ? hours / 24 : hours) + (days ? " days" : " hours");
  return text + " from " + std::string(retention.from);
}

}  // namespace

Outcome ShowRetention(Surroundings& surroundings, const Arguments&) {
  Listing listing({"data", "kept", "setting", "rows", "oldest", "due", "reason"});
  for (const Retention& one : Retentions(surroundings.settings())) {
    std::string rows;
    std::string oldest;
    std::string due;
    if (one.kind) {
      const Instant due_before = one.kept ? surroundings.now() - *one.kept : Instant{};
      const sql::StoredRows stored = sql::CountStoredRows(surroundings.database(), *one.kind,
                                                          due_before, surroundings.today());
      rows = std::to_string(stored.rows);
      if (stored.oldest) oldest = FormatTime(*stored.oldest);
      if (one.kept) due = std::to_string(stored.due);
    }
    listing.Add({std::string(one.name), Kept(one), std::string(one.setting), std::move(rows),
                 std::move(oldest), std::move(due), std::string(one.reason)});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
