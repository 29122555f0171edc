// Mails to send: written with what causes them, sent by the mailer.
//
// A mail is claimed before it is sent and marked after it. A mailer that dies in between leaves a
// claim that runs out, and the mail goes out again with the same Message-ID: never lost, and twice
// only when the server had taken it without our hearing of it. Once a mail is sent its words are
// wiped: some carry passwords and links that nobody else should find here.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/language.h"
#include "handlers/rules/mail_kind.h"
#include "sql/database.h"

namespace permit::sql {

struct OutgoingMail {
  MailKind kind = MailKind::kActivation;
  std::string cause;  // what it tells of, a receipt number; a cause has one mail of a kind
  std::optional<std::uint64_t> account_id;
  std::string recipient;
  std::string recipient_name;
  Language language = Language::kChinese;
  std::string subject;
  std::string text;
  std::string html;
  std::string calendar = {};  // a file for the reader's calendar, or empty
};

// False: the cause has its mail already.
bool EnqueueMail(Transaction& transaction, const OutgoingMail& mail, Instant now);

// Sends the server what EnqueueMail does, and writes nothing: for the same work as with a
// recipient.
void EnqueueForNobody(Transaction& transaction, const OutgoingMail& mail, Instant now);

// Mails whose causes are new; DuplicateKey: one of them is not.
void EnqueueMails(Transaction& transaction, const std::vector<OutgoingMail>& mails, Instant now);

struct ClaimedMail {
  std::uint64_t id = 0;
  std::string recipient;
  std::string recipient_name;
  Language language = Language::kChinese;
  std::string subject;
  std::string text;
  std::string html;
  std::string calendar;
  int attempts = 1;  // this one included
  Instant created_at;
};

// Up to `limit` mails that are due, for the claimant alone until `until`. A claimant is named anew
// for each claim.
std::vector<ClaimedMail> ClaimMails(Database& database, const std::string& claimant, Instant now,
                                    Instant until, int limit);

// These do nothing when the claim has run out and another holds the mail: false then.
bool MarkMailSent(Executor& executor, std::uint64_t id, const std::string& claimant, Instant now);
bool PostponeMail(Executor& executor, std::uint64_t id, const std::string& claimant, Instant due,
                  const std::string& reason);
bool GiveUpMail(Executor& executor, std::uint64_t id, const std::string& claimant,
                const std::string& reason);
// Gives back what was claimed and not tried.
void ReleaseMails(Executor& executor, const std::string& claimant);

// Deletes some of the mails written before that are sent or given up; the number deleted.
std::uint64_t SweepMails(Executor& executor, Instant before);

// For operators.
struct MailLine {
  std::uint64_t id = 0;
  std::string cause_key;
  std::string recipient;
  std::string language;
  std::string subject;
  std::string state;  // waiting, sent, failed
  int attempts = 0;
  Instant due_at;
  Instant created_at;
  std::optional<Instant> sent_at;
  std::string last_error;
};
std::vector<MailLine> ListMails(Executor& executor, const std::optional<std::string>& state,
                                int limit);
// Makes it due now, with all tries before it. False: unknown, or sent.
bool RetryMail(Executor& executor, std::uint64_t id, Instant now);

}  // namespace permit::sql
