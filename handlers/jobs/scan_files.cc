#include "handlers/jobs/scan_files.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "handlers/jobs/clamd.h"
#include "handlers/mail/enqueue.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"
#include "sql/audit_store.h"
#include "sql/scan_store.h"
#include "views/mail/quarantine_mails.h"

namespace permit {
namespace {

constexpr int kPage = 100;
constexpr int kSilencesInARow = 3;
constexpr std::chrono::minutes kFirstPause{1};
constexpr std::chrono::minutes kLongestPause{60};

struct Round {
  sql::Database& database;
  const Settings& settings;
  const views::Renderer& renderer;
  const Clock& clock;
  std::chrono::milliseconds patience;
  ScannedFiles done = {};
  int silences = 0;  // in a row
  bool away = false;

  bool is_over() const { return away || silences == kSilencesInARow; }
};

std::chrono::minutes PauseAfterAttempt(int attempts) {
  return std::min(kLongestPause, kFirstPause * (1 << std::min(attempts, 6)));
}

// The page on which the student can put another in its place, or see that the agency will ask.
void TellWhere(const Settings& settings, const sql::ScannedFile& file,
               views::QuarantineNews& news) {
  if (file.draft_id) {
    news.can_be_replaced = true;
    news.link = SiteUrl(settings, file.receipt_number ? CorrectionFormPath(*file.receipt_number)
                                                      : DraftPath(*file.draft_id));
    return;
  }
  news.can_be_replaced = file.case_state == CaseState::kReturnedForCorrection ||
                         file.case_state == CaseState::kReturnedForDocuments;
  news.link = SiteUrl(settings, news.can_be_replaced ? CorrectionFormPath(*file.receipt_number)
                                                     : CasePath(*file.receipt_number));
}

// Whether anybody can still do something about it.
bool IsWanted(const sql::ScannedFile& file) {
  if (file.draft_id) return !file.account_closed;
  return !file.replaced && file.case_state && IsOpen(*file.case_state);
}

void Ask(const Round& round, sql::Transaction& transaction, const std::string& upload_id) {
  const auto file = sql::FindScannedFile(transaction, upload_id);
  if (!file || !IsWanted(*file)) return;
  const auto mailbox = sql::Mailboxes(transaction, {file->account_id}).at(file->account_id);
  views::QuarantineNews news{.applicant_name = mailbox.name,
                             .service = file->service,
                             .permit_number = file->permit_number,
                             .receipt_number = file->receipt_number.value_or(""),
                             .slot = file->slot,
                             .file_name = file->name};
  TellWhere(round.settings, *file, news);
  EnqueueMail(transaction, {mailbox.account_id, mailbox.email}, upload_id,
              views::FileQuarantinedMail(round.renderer, mailbox.language, news),
              round.clock.Now());
}

void Quarantine(Round& round, const std::string& upload_id, const std::string& finding) {
  const bool quarantined = round.database.Transact([&](sql::Transaction& transaction) {
    const Instant now = round.clock.Now();
    if (!sql::Quarantine(transaction, upload_id, finding, now)) return false;
    sql::WriteAudit(transaction, {"system", "file-quarantined", "file:" + upload_id, finding}, now);
    Ask(round, transaction, upload_id);
    return true;
  });
  if (!quarantined) return;
  ++round.done.quarantined;
  Log(Severity::kWarning, "scan.found", {{"file", upload_id}, {"finding", finding}});
}

void PutOff(Round& round, const sql::DueScan& due, const ScanReply& reply) {
  const Instant again = round.clock.Now() + PauseAfterAttempt(due.attempts);
  round.done.put_off += sql::PostponeScan(round.database, due.upload_id, again) ? 1 : 0;
  Log(Severity::kWarning, "scan.put-off",
      {{"file", due.upload_id}, {"attempt", due.attempts + 1}, {"reason", reply.words}});
}

void ScanOne(Round& round, const sql::DueScan& due) {
  const auto content = sql::ScannedContent(round.database, due.upload_id, ScanState::kWaiting);
  if (!content) return;  // gone, or decided meanwhile
  const ScanReply reply = AskClamd(round.settings.scan_socket, *content, round.patience);
  round.silences = reply.verdict == ScanVerdict::kNoReply ? round.silences + 1 : 0;
  switch (reply.verdict) {
    case ScanVerdict::kClean:
      round.done.clean += sql::PassScan(round.database, due.upload_id, round.clock.Now()) ? 1 : 0;
      return;
    case ScanVerdict::kFound:
      Quarantine(round, due.upload_id, reply.words);
      return;
    case ScanVerdict::kRefused:
    case ScanVerdict::kNoReply:
      PutOff(round, due, reply);
      return;
    case ScanVerdict::kAway:
      round.away = true;
      Log(Severity::kError, "scan.away",
          {{"socket", round.settings.scan_socket}, {"reason", reply.words}});
      return;
  }
}

void CountWaiting(Round& round) {
  const sql::WaitingScans waiting = sql::CountWaitingScans(round.database);
  round.done.waiting = waiting.files;
  if (waiting.files == 0) return;
  Log(Severity::kNotice, "scan.waiting",
      {{"files", static_cast<long long>(waiting.files)}, {"since", FormatTime(*waiting.since)}});
}

}  // namespace

ScannedFiles ScanFiles(sql::Database& database, const Settings& settings,
                       const views::Renderer& renderer, const Clock& clock,
                       std::chrono::milliseconds patience) {
  Round round{database, settings, renderer, clock, patience};
  // A file that was taken once is not due again in this round.
  const Instant begun = clock.Now();
  bool more = !settings.scan_socket.empty();
  while (more && !round.is_over()) {
    const std::vector<sql::DueScan> due = sql::DueScans(database, begun, kPage);
    more = due.size() == kPage;
    for (const sql::DueScan& one : due) {
      if (!round.is_over()) ScanOne(round, one);
    }
  }
  CountWaiting(round);
  return round.done;
}

}  // namespace permit
