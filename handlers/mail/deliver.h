// Sends what the outbox holds.
//
// Two mailers may work at once: each claims rows for itself. A row is tried after growing pauses
// when the server puts it off, given up when it is refused for good or after two days, and marked
// sent only after the server has taken it.
#pragma once

#include <cstddef>
#include <string>

#include "fcgi/base/clock.h"
#include "fcgi/base/crypto.h"
#include "handlers/mail/transport.h"
#include "sql/database.h"

namespace permit {

struct MailJob {
  sql::Database& database;
  const Clock& clock;
  Random& random;
  MailTransport& transport;
  std::string from;
  std::string message_id_domain;  // behind the @ of every Message-ID
};

struct MailRun {
  std::size_t sent = 0;
  std::size_t put_off = 0;
  std::size_t given_up = 0;
  bool more = false;  // a full batch was claimed: there may be more
};

// One batch. Throws sql::Unavailable and its kin when the database is away; what was claimed is
// then free again after a minute.
MailRun DeliverMail(MailJob& job);

// The host of the site's address, "https://coa.example:8443/x" → "coa.example": the name in EHLO
// and in Message-IDs.
std::string HostOfUrl(const std::string& url);

// The pause after the given number of tries: half a minute, doubled up to an hour.
std::chrono::seconds PauseAfter(int attempts);

}  // namespace permit
