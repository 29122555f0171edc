#include "handlers/operator/job_commands.h"

#include <stdexcept>

#include "handlers/jobs/audit_chain.h"
#include "handlers/jobs/case_waits.h"
#include "handlers/jobs/housekeeping.h"
#include "handlers/jobs/idle_accounts.h"
#include "handlers/jobs/invariants.h"
#include "handlers/jobs/metrics.h"
#include "handlers/jobs/number_volume.h"
#include "handlers/jobs/old_drafts.h"
#include "handlers/jobs/old_files.h"
#include "handlers/mail/deliver.h"
#include "handlers/operator/payment_commands.h"
#include "handlers/operator/scan_commands.h"
#include "handlers/operator/seal_commands.h"
#include "handlers/papers/waiting_papers.h"

namespace permit::ctl {
namespace {

constexpr std::size_t kPapersARun = 500;

Outcome Failed(const JobSteps& steps) {
  if (steps.failed().empty()) return Outcome::Done();
  std::string names;
  for (const std::string& name : steps.failed()) names += (names.empty() ? "" : ", ") + name;
  return {kExitSurroundings, "failed, and left to the next run: " + names};
}

// Without a secret permit-web does not run, and there is nothing to seal with.
std::uint64_t SealAuditOfSite(Surroundings& surroundings) {
  if (surroundings.settings().secret_file.empty()) {
    Log(Severity::kWarning, "audit.not-sealed", {{"reason", "site.secret_file is not set"}});
    return 0;
  }
  return SealAudit(surroundings.database(), AuditKey(surroundings.settings()));
}

Outcome RunSealAudit(Surroundings& surroundings) {
  Listing listing({"audit", "rows"});
  listing.Add({"sealed", std::to_string(SealAuditOfSite(surroundings))});
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome RunHousekeeping(Surroundings& surroundings) {
  sql::Database& database = surroundings.database();
  const Settings& settings = surroundings.settings();
  const Instant now = surroundings.now();
  JobSteps steps;
  const SweptRows swept = SweepExpiredRows(database, settings, now, steps);
  Listing listing({"swept", "rows"});
  listing.Add({"sessions", std::to_string(swept.sessions)});
  listing.Add({"pending accounts", std::to_string(swept.pending_accounts)});
  listing.Add({"kept forms", std::to_string(swept.kept_forms)});
  listing.Add({"idempotency_keys", std::to_string(swept.idempotency_keys)});
  listing.Add({"login guards", std::to_string(swept.login_guards)});
  OldDrafts drafts;
  steps.Run("drafts",
            [&] { drafts = LookAfterDrafts(database, settings, surroundings.renderer(), now); });
  listing.Add({"drafts", std::to_string(drafts.thrown_away)});
  listing.Add({"draft notices written", std::to_string(drafts.noticed)});
  listing.Add({"mails", std::to_string(swept.mails)});
  IdleAccountsDone accounts;
  steps.Run("accounts", [&] {
    accounts = LookAfterIdleAccounts(database, settings, surroundings.renderer(), now);
  });
  listing.Add({"unused accounts", std::to_string(accounts.removed)});
  listing.Add({"account notices written", std::to_string(accounts.noticed)});
  std::uint64_t files = 0;
  steps.Run("files", [&] { files = RemoveOldFiles(database, settings, now); });
  listing.Add({"files of ended cases", std::to_string(files)});
  CaseWaitsDone waits;
  steps.Run("waiting cases", [&] {
    waits = LookAfterWaitingCases(database, settings, surroundings.renderer(), now);
    if (waits.failed > 0) throw std::runtime_error(std::to_string(waits.failed) + " cases failed");
  });
  listing.Add({"case reminders written", std::to_string(waits.reminded)});
  listing.Add({"cases lapsed", std::to_string(waits.lapsed)});
  steps.Run("numbers", [&] { CheckNumberVolume(database, settings, surroundings.today()); });
  // However long ago they became due; the payments' own job looks back a few weeks.
  steps.Run("papers", [&] { IssueAllWaitingPapers(database, settings, now, kPapersARun); });
  steps.Run("audit", [&] {
    // Sealing logs the head; once a day it is logged also when nothing was to be sealed.
    const std::uint64_t sealed = SealAuditOfSite(surroundings);
    if (sealed == 0) LogAuditHead(database);
    listing.Add({"audit rows sealed", std::to_string(sealed)});
    const bool mailed = MailAuditHead(database, settings, surroundings.renderer(), now);
    listing.Add({"audit heads mailed", mailed ? "1" : "0"});
  });
  surroundings.Print(listing);
  return Failed(steps);
}

// Safe beside a running permit-mailer: each mail is claimed before it is sent.
Outcome RunDeliverMail(Surroundings& surroundings) {
  const Settings& settings = surroundings.settings();
  std::string host = HostOfUrl(settings.base_url);
  auto transport = MakeSmtpTransport(settings, host);
  MailJob job{surroundings.database(), surroundings.clock(),
              surroundings.random(),   *transport,
              settings.mail_from,      host};
  MailRun total;
  do {
    MailRun run = DeliverMail(job);
    total.sent += run.sent;
    total.put_off += run.put_off;
    total.given_up += run.given_up;
    total.more = run.more;
  } while (total.more);
  Listing listing({"mails", "count"});
  listing.Add({"sent", std::to_string(total.sent)});
  listing.Add({"put off", std::to_string(total.put_off)});
  listing.Add({"given up", std::to_string(total.given_up)});
  surroundings.Print(listing);
  return Outcome::Done();
}

struct Job {
  std::string_view name;
  std::string_view meaning;
  Outcome (*run)(Surroundings&);
};

constexpr Job kJobs[] = {
    {"deliver-mail", "send the mails that are due, as permit-mailer does all the time",
     RunDeliverMail},
    {"reconcile-payments",
     "ask the bank about open payments, let slips expire, issue papers that wait",
     RunReconcilePayments},
    {"settlement", "take in the settlement files that were put into the watched folder",
     RunSettlement},
    {"publish-revocations", "sign the list of permits that no longer hold as it is now",
     PublishRevocationsCommand},
    {"seal-audit", "chain the rows of the audit that no transaction can precede any more",
     RunSealAudit},
    {"scan-files", "take the files that wait for the scan for viruses to clamd", RunScan},
    {"housekeeping",
     "sweep away what has served its time; remind of cases that wait for their student, and lapse "
     "them",
     RunHousekeeping},
};

}  // namespace

Outcome ListJobs(Surroundings& surroundings, const Arguments&) {
  Listing listing({"job", "meaning"});
  for (const Job& job : kJobs) listing.Add({std::string(job.name), std::string(job.meaning)});
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome CheckInvariantsCommand(Surroundings& surroundings, const Arguments&) {
  const auto broken = CheckInvariants(surroundings.database(), surroundings.now());
  Listing listing({"invariant", "subject", "detail"});
  for (const BrokenInvariant& one : broken) {
    listing.Add({std::string(Code(one.invariant)), one.subject, one.detail});
  }
  surroundings.Print(listing);
  if (broken.empty()) return Outcome::Done();
  return Outcome::Refused(std::to_string(broken.size()) + " things stand that should not be");
}

Outcome PrintMetrics(Surroundings& surroundings, const Arguments&) {
  surroundings.out() << FormatMetrics(surroundings.database(), surroundings.settings(),
                                      surroundings.now());
  return Outcome::Done();
}

Outcome RunJob(Surroundings& surroundings, const Arguments& arguments) {
  for (const Job& job : kJobs) {
    if (job.name == arguments.words.at(0)) return job.run(surroundings);
  }
  return Outcome::Usage("there is no job " + arguments.words.at(0));
}

}  // namespace permit::ctl
