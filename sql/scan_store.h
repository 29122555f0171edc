// The scan of uploaded files for viruses: which wait for it, and what it found.
//
// A file has its row from when it is stored until it is deleted; sql/upload_store gives the bytes
// of one that waits or is quarantined to nobody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/scan_state.h"
#include "sql/database.h"

namespace permit::sql {

// The file was stored by the same transaction.
void AwaitScan(Transaction& transaction, const std::string& upload_id, Instant now);

struct DueScan {
  std::string upload_id;
  int attempts = 0;  // that brought no verdict
};
// Of those that wait, the longest due first.
std::vector<DueScan> DueScans(Executor& executor, Instant now, int limit);

// The bytes of a file that is in that state: for the scanner, and for an operator who looks into
// the quarantine. nullopt: it is not, or is gone.
std::optional<std::string> ScannedContent(Executor& executor, const std::string& upload_id,
                                          ScanState state);

// These do nothing when the file no longer waits: false then.
bool PassScan(Executor& executor, const std::string& upload_id, Instant now);
bool Quarantine(Executor& executor, const std::string& upload_id, const std::string& finding,
                Instant now);
bool PostponeScan(Executor& executor, const std::string& upload_id, Instant due);

// Out of the quarantine, to the scanner again; false: it is not there.
bool ScanAgain(Executor& executor, const std::string& upload_id, Instant now);
// Some of those that wait are opened without a scan from now on; how many.
std::uint64_t WaiveScans(Executor& executor);

struct WaitingScans {
  std::uint64_t files = 0;
  std::optional<Instant> since;  // the longest
};
WaitingScans CountWaitingScans(Executor& executor);

// For operators: of one state, the latest first.
struct ScanLine {
  std::string upload_id;
  std::string receipt_number;  // of the case; empty: of a draft for none yet
  bool of_draft = false;       // an application or a correction that is not sent
  std::string slot;
  std::string name;
  Instant waits_since;
  int attempts = 0;
  std::optional<Instant> decided_at;
  std::string finding;
};
std::vector<ScanLine> ListScans(Executor& executor, ScanState state, int limit);

// What a file belongs to.
struct ScannedFile {
  std::string slot;
  std::string name;
  std::uint64_t account_id = 0;
  bool account_closed = false;
  bool replaced = false;  // by a correction
  Service service = Service::kExchange;
  std::string permit_number;                  // that the application starts from
  std::optional<std::string> draft_id;        // none: of a case that was sent
  std::optional<std::string> receipt_number;  // of the case, or of that which the draft corrects
  std::optional<CaseState> case_state;        // of a file of a case
};
std::optional<ScannedFile> FindScannedFile(Executor& executor, const std::string& upload_id);

// A row that joins the file's scan as `scan`, NULL without one.
std::optional<ScanState> ScanStateIn(const Row& row);

}  // namespace permit::sql
