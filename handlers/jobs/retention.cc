#include "handlers/jobs/retention.h"

#include "handlers/rules/registration.h"

namespace permit {

std::vector<Retention> Retentions(const Settings& settings) {
  using std::chrono::days;
  using std::chrono::hours;
  using enum sql::StoredKind;
  const hours session(settings.session_kept_hours);
  return {
      {"accounts without a case", kAccounts, "last login", days(settings.retention_account_days),
       "retention.account_days",
       "個人資料保護法第11條第3項: without a case, a payment or a permit that holds, nothing needs "
       "them; the student is told 30 days ahead"},
      {"accounts never activated", kPendingAccounts, "registration", kPendingAccountLife, "",
       "個人資料保護法第11條第3項: a mistyped mailbox must not hold a name and a person for good"},
      {"drafts", kDrafts, "last saving", days(settings.draft_days), "draft.days",
       "個人資料保護法第11條第3項: not sent; the student is told draft.notice_days ahead"},
      {"forms, with their files, kept for the next login", kKeptForms, "sending", session,
       "session.kept_hours",
       "個人資料保護法第11條第3項: what was typed after the end of a session"},
      {"sessions", kSessions, "end", session, "session.kept_hours",
       "told from a session that never was, so that what was typed is kept"},
      {"mails", kMails, "writing", days(settings.mail_kept_days), "mail.kept_days",
       "資通系統防護基準: records are kept for six months at least; who asks about a mail asks "
       "within the year"},
      {"words of mails that were sent", kMailBodies, "sending", hours(0), "",
       "some carry passwords and links; wiped when the mail is sent"},
      {"files of cases that ended", kCaseFiles, "end of the case",
       days(settings.retention_upload_days), "retention.upload_days",
       "個人資料保護法第11條第3項: the decision is made; kept while its permit holds, which may "
       "have "
       "to be drawn anew. Names, sizes and digests stay"},
      {"idempotency keys", kIdempotencyKeys, "act", kIdempotencyKeysKept, "",
       "a browser that was left open for a month may send its form again"},
      {"login guards", kLoginGuards, "end", kGuardsKept, "",
       "links, captchas and counts of guesses that have served"},
      {"cases with answers and histories", kCases, "sending", std::nullopt, "",
       "records of decisions of the agency: it disposes of them as its archives, not the program"},
      {"payments, receipts and books", kPayments, "beginning", std::nullopt, "",
       "會計法第84條: books of account are kept for ten years at least, and destroyed with the "
       "consent of the audit authority alone"},
      {"audit", kAudit, "act", std::nullopt, "",
       "資通系統防護基準: who did what, for six months at least; chained, so that none can be "
       "taken "
       "out"},
      {"logs", std::nullopt, "", std::nullopt, "",
       "資通系統防護基準: six months at least; journald and logrotate keep them (OPERATING.md)"},
  };
}

}  // namespace permit
