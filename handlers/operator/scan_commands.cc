#include "handlers/operator/scan_commands.h"

#include "handlers/jobs/scan_files.h"
#include "handlers/operator/numbers.h"
#include "sql/audit_store.h"
#include "sql/scan_store.h"

namespace permit::ctl {
namespace {

std::string Subject(const sql::ScanLine& line) {
  if (line.receipt_number.empty()) return "draft";
  return line.of_draft ? "correction of " + line.receipt_number : line.receipt_number;
}

}  // namespace

Outcome RunScan(Surroundings& surroundings) {
  const ScannedFiles done = ScanFiles(surroundings.database(), surroundings.settings(),
                                      surroundings.renderer(), surroundings.clock());
  Listing listing({"files", "count"});
  listing.Add({"clean", std::to_string(done.clean)});
  listing.Add({"quarantined", std::to_string(done.quarantined)});
  listing.Add({"put off", std::to_string(done.put_off)});
  listing.Add({"still waiting", std::to_string(done.waiting)});
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome RunScanCommand(Surroundings& surroundings, const Arguments&) {
  if (surroundings.settings().scan_socket.empty()) {
    return Outcome::Refused("scan.socket is not set");
  }
  return RunScan(surroundings);
}

Outcome ListScansCommand(Surroundings& surroundings, const Arguments& arguments) {
  const std::optional<int> limit = ReadLimit(arguments);
  if (!limit) return Outcome::Usage(std::string(kLimitWords));
  const ScanState state = arguments.Has("waiting") ? ScanState::kWaiting : ScanState::kQuarantined;
  Listing listing({"file", "of", "document", "name", "handed in", "attempts", "found", "finding"});
  for (const sql::ScanLine& line : sql::ListScans(surroundings.database(), state, *limit)) {
    listing.Add({line.upload_id, Subject(line), line.slot, line.name, FormatTime(line.waits_since),
                 std::to_string(line.attempts), line.decided_at ? FormatTime(*line.decided_at) : "",
                 line.finding});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome ScanAgainCommand(Surroundings& surroundings, const Arguments& arguments) {
  std::string unknown;
  for (const std::string& id : arguments.words) {
    const bool again = surroundings.database().Transact([&](sql::Transaction& transaction) {
      if (!sql::ScanAgain(transaction, id, surroundings.now())) return false;
      sql::WriteAudit(transaction, {surroundings.actor(), "scan-again", "file:" + id, ""},
                      surroundings.now());
      return true;
    });
    if (!again) unknown += (unknown.empty() ? "" : ", ") + id;
  }
  if (unknown.empty()) return Outcome::Done();
  return Outcome::Refused("not in quarantine: " + unknown);
}

Outcome WaiveScansCommand(Surroundings& surroundings, const Arguments&) {
  std::uint64_t waived = 0;
  std::uint64_t some = 0;
  do {
    some = surroundings.database().Transact([&](sql::Transaction& transaction) {
      const std::uint64_t files = sql::WaiveScans(transaction);
      if (files == 0) return files;
      sql::WriteAudit(
          transaction,
          {surroundings.actor(), "scan-waive", "scan", std::to_string(files) + " files"},
          surroundings.now());
      return files;
    });
    waived += some;
  } while (some > 0);
  Listing listing({"files", "count"});
  listing.Add({"waived", std::to_string(waived)});
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
