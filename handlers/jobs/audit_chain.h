// The chain over the audit: seals its rows after the fact, and finds what was altered since.
//
// Rows of the audit are written inside the transactions of the acts they record, many at a time;
// none of those waits for the chain. A row is sealed later, in the order of ids, once it was
// inserted kAuditSettled ago: by then every transaction that took a smaller id has ended. Seal n is
//
//   digest(n) = HMAC-SHA-256(key, digest(n - 1) | n | id | at | inserted_at | actor | action |
//                                 object | detail)
//
// with the raw digest before (32 zero bytes before the first), numbers and times (milliseconds
// since 1970) as 8 bytes, the highest first, and each text after its length in 8 such bytes. The
// key is derived from site.secret_file.
//
// What it proves: whoever can write to the database but does not have the site's secret cannot
// change, remove, or insert a row among those sealed without VerifyAudit() finding it. Taking away
// the last seals, with or without their rows, is found against a head that was logged before:
// `audit.head`, after each sealing that sealed something and daily. Logs must be kept elsewhere.
//
// What it does not: rows that are not sealed yet can be altered, and whoever has the site's secret
// can seal anew what they altered, which the logged heads alone show. That a row was true when it
// was written is not proved, nor that every act wrote one.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fcgi/base/settings.h"
#include "sql/audit_store.h"
#include "views/renderer.h"

namespace permit {

// Longer than any transaction goes on after it has written its row of the audit. A row that is
// committed later yet counts as inserted.
inline constexpr std::chrono::minutes kAuditSettled{10};

// From the secret of the site; throws SettingsError.
std::string AuditKey(const Settings& settings);
std::string AuditKey(const std::string& site_secret);

// Seals in transactions of a thousand rows each and returns how many. May be stopped and run again
// at any time, also by two at once: one of them seals. Logs the head when it sealed something.
std::uint64_t SealAudit(sql::Database& database, const std::string& key,
                        std::chrono::seconds settled_for = kAuditSettled);

// The log event `audit.head`: sequence and digest of the last seal.
void LogAuditHead(sql::Executor& executor);

// Enqueues the mail of the last seal to audit.heads_to, one a day: whoever can change the database
// and the log cannot change what has been sent. False: nobody is to get it, the day has its mail,
// or nothing is sealed yet.
bool MailAuditHead(sql::Database& database, const Settings& settings,
                   const views::Renderer& renderer, Instant now);

struct AuditFault {
  enum class Kind {
    kChanged,   // the row or its seal is not what was sealed
    kRemoved,   // there is a seal, but no row
    kInserted,  // there is a row among the sealed ones, but no seal
    kUnsealed,  // a seal is missing, from `sequence` on to the next that there is
    kNoHead,    // the head that was asked for is not in the chain
  };
  Kind kind;
  std::uint64_t sequence = 0;  // of the seal; 0: none
  std::uint64_t audit_id = 0;  // of the row; 0: not known
};
std::string_view Code(AuditFault::Kind kind);

struct AuditVerdict {
  std::uint64_t sealed = 0;  // seals that were looked at
  std::optional<sql::AuditSeal> head;
  sql::UnsealedAudit unsealed;
  std::vector<AuditFault> faults;
};

// Reads the whole chain, a thousand seals at a time. `keys`: the present one, and former ones under
// which old rows were sealed; a row must fit any of them. `heads`: sequence and digest as logged.
AuditVerdict VerifyAudit(sql::Executor& executor, const std::vector<std::string>& keys,
                         const std::vector<sql::AuditSeal>& heads = {});

}  // namespace permit
