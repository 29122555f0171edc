#include "sql/outbox_store.h"

#include "sql/queries.h"
#include "sql/row_set.h"

namespace permit::sql {
namespace {

constexpr std::size_t kMaxReason = 400;

// Cut between characters, which continuation bytes (10xxxxxx) are not the start of.
std::string Shortened(const std::string& text) {
  std::size_t end = std::min(text.size(), kMaxReason);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return text.substr(0, end);
}

// "application-sent:115695200001"
std::string CauseKey(const OutgoingMail& mail) {
  return std::string(Code(mail.kind)) + ":" + mail.cause;
}

std::vector<Value> Columns(const OutgoingMail& mail, Instant now) {
  return {CauseKey(mail),
          mail.account_id,
          mail.recipient,
          mail.recipient_name,
          LanguageTag(mail.language),
          mail.subject,
          mail.text,
          mail.html,
          mail.calendar,
          now,
          now};
}

}  // namespace

bool EnqueueMail(Transaction& transaction, const OutgoingMail& mail, Instant now) {
  try {
    transaction.Execute(queries::kOutboxInsert, Columns(mail, now));
    return true;
  } catch (const DuplicateKey&) {
    return false;
  }
}

void EnqueueForNobody(Transaction& transaction, const OutgoingMail& mail, Instant now) {
  transaction.Execute(queries::kOutboxInsertNothing, Columns(mail, now));
}

void EnqueueMails(Transaction& transaction, const std::vector<OutgoingMail>& mails, Instant now) {
  RowSet rows;
  for (const OutgoingMail& mail : mails) {
    rows.Add({CauseKey(mail), mail.account_id, mail.recipient, mail.recipient_name,
              LanguageTag(mail.language), mail.subject, now, mail.text, mail.html, mail.calendar});
  }
  ExecuteEach(transaction, queries::kOutboxInsertMany, rows);
}

std::vector<ClaimedMail> ClaimMails(Database& database, const std::string& claimant, Instant now,
                                    Instant until, int limit) {
  if (database.Execute(queries::kOutboxClaim, {claimant, until, now, now, limit}) == 0) return {};
  std::vector<ClaimedMail> mails;
  for (const Row& row : database.Query(queries::kOutboxClaimed, {claimant})) {
    ClaimedMail mail;
    mail.id = row.Uint("id");
    mail.recipient = row.Text("recipient");
    mail.recipient_name = row.Text("recipient_name");
    mail.language = LanguageFromTag(row.Text("language")).value_or(Language::kChinese);
    mail.subject = row.Text("subject");
    mail.text = row.Text("text_body");
    mail.html = row.Text("html_body");
    mail.calendar = row.OptionalText("calendar").value_or("");
    mail.attempts = static_cast<int>(row.Int("attempts"));
    mail.created_at = row.Time("created_at");
    mails.push_back(std::move(mail));
  }
  return mails;
}

bool MarkMailSent(Executor& executor, std::uint64_t id, const std::string& claimant, Instant now) {
  return executor.Execute(queries::kOutboxSent, {now, id, claimant}) == 1;
}

bool PostponeMail(Executor& executor, std::uint64_t id, const std::string& claimant, Instant due,
                  const std::string& reason) {
  return executor.Execute(queries::kOutboxLater, {due, Shortened(reason), id, claimant}) == 1;
}

bool GiveUpMail(Executor& executor, std::uint64_t id, const std::string& claimant,
                const std::string& reason) {
  return executor.Execute(queries::kOutboxFailed, {Shortened(reason), id, claimant}) == 1;
}

void ReleaseMails(Executor& executor, const std::string& claimant) {
  executor.Execute(queries::kOutboxRelease, {claimant});
}

std::uint64_t SweepMails(Executor& executor, Instant before) {
  return executor.Execute(queries::kOutboxSweep, {before});
}

std::vector<MailLine> ListMails(Executor& executor, const std::optional<std::string>& state,
                                int limit) {
  std::vector<Row> rows = state ? executor.Query(queries::kOutboxListByState, {*state, limit})
                                : executor.Query(queries::kOutboxListLatest, {limit});
  std::vector<MailLine> lines;
  lines.reserve(rows.size());
  for (const Row& row : rows) {
    lines.push_back({row.Uint("id"), row.Text("cause_key"), row.Text("recipient"),
                     row.Text("language"), row.Text("subject"), row.Text("state"),
                     static_cast<int>(row.Int("attempts")), row.Time("due_at"),
                     row.Time("created_at"), row.OptionalTime("sent_at"), row.Text("last_error")});
  }
  return lines;
}

bool RetryMail(Executor& executor, std::uint64_t id, Instant now) {
  return executor.Execute(queries::kOutboxRetry, {now, id}) == 1;
}

}  // namespace permit::sql
