#include "handlers/mail/deliver.h"

#include <algorithm>
#include <regex>

#include "fcgi/base/log.h"
#include "handlers/mail/message.h"
#include "sql/outbox_store.h"

namespace permit {
namespace {

constexpr int kBatch = 20;
// A claim is short, so that what a killed mailer held goes out soon; no mail is begun that could
// outlast it.
constexpr std::chrono::seconds kLease{45};
constexpr std::chrono::seconds kLongestSend{20};
constexpr std::chrono::hours kPatience{48};

DeliveryResult Try(MailJob& job, const sql::ClaimedMail& mail) {
  MailMessage message;
  message.from = job.from;
  message.recipient = mail.recipient;
  message.recipient_name = mail.recipient_name;
  message.message_id = "outbox-" + std::to_string(mail.id) + "@" + job.message_id_domain;
  message.language = mail.language;
  message.date = mail.created_at;
  message.subject = mail.subject;
  message.text = mail.text;
  message.html = mail.html;
  message.calendar = mail.calendar;
  return job.transport.Send(job.from, mail.recipient, WriteMessage(message));
}

// A relay repeats in its refusal whom the mail was for; the log names mails by number alone.
std::string WithoutMailboxes(const std::string& words) {
  static const std::regex kMailbox("[^\\s<>\"]+@[^\\s<>\"]+");
  return std::regex_replace(words, kMailbox, "***");
}

void Settle(MailJob& job, const std::string& claimant, const sql::ClaimedMail& mail,
            const DeliveryResult& result, MailRun& run) {
  Instant now = job.clock.Now();
  if (result.delivery == Delivery::kAccepted) {
    sql::MarkMailSent(job.database, mail.id, claimant, now);
    ++run.sent;
    return;
  }
  bool hopeless = result.delivery == Delivery::kRefused || now - mail.created_at > kPatience;
  Log(hopeless ? Severity::kError : Severity::kWarning,
      hopeless ? "mail.abandoned" : "mail.put-off",
      {{"mail", static_cast<long long>(mail.id)},
       {"attempt", mail.attempts},
       {"why", WithoutMailboxes(result.reason)}});
  if (hopeless) {
    sql::GiveUpMail(job.database, mail.id, claimant, result.reason);
    ++run.given_up;
  } else {
    sql::PostponeMail(job.database, mail.id, claimant, now + PauseAfter(mail.attempts),
                      result.reason);
    ++run.put_off;
  }
}

}  // namespace

std::string HostOfUrl(const std::string& url) {
  std::size_t begin = url.find("//");
  begin = begin == std::string::npos ? 0 : begin + 2;
  return url.substr(begin, url.find_first_of(":/", begin) - begin);
}

std::chrono::seconds PauseAfter(int attempts) {
  int doublings = std::clamp(attempts - 1, 0, 7);
  return std::min(std::chrono::seconds(30 << doublings), std::chrono::seconds(3600));
}

MailRun DeliverMail(MailJob& job) {
  MailRun run;
  std::string claimant = job.random.Uuid();
  Instant now = job.clock.Now();
  std::vector<sql::ClaimedMail> mails =
      sql::ClaimMails(job.database, claimant, now, now + kLease, kBatch);
  for (const sql::ClaimedMail& mail : mails) {
    if (job.clock.Now() - now > kLease - kLongestSend) {
      sql::ReleaseMails(job.database, claimant);
      run.more = true;
      return run;
    }
    DeliveryResult result = Try(job, mail);
    Settle(job, claimant, mail, result, run);
    // Without a server the rest of the batch stays untried.
    if (result.delivery == Delivery::kNoServer) {
      sql::ReleaseMails(job.database, claimant);
      return run;
    }
  }
  run.more = mails.size() == static_cast<std::size_t>(kBatch);
  return run;
}

}  // namespace permit
