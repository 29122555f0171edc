#include "handlers/account/mail_bounds.h"

#include <chrono>

#include "fcgi/base/crypto.h"
#include "handlers/rules/text.h"
#include "sql/login_guard_store.h"

namespace permit {
namespace {

std::string Bucket(const MailBound& bound, const std::string& mailbox) {
  return "mails:" + std::string(bound.kind) + ":" +
         HexEncode(Sha256(LowerAscii(mailbox))).substr(0, 32);
}

Instant DayOf(Instant now) { return std::chrono::floor<std::chrono::days>(now); }

}  // namespace

bool CountMailOfDay(sql::Executor& executor, const MailBound& bound, const std::string& mailbox,
                    Instant now) {
  return sql::CountHit(executor, Bucket(bound, mailbox), DayOf(now)) <= bound.a_day;
}

std::int64_t ReadMailsOfDay(sql::Executor& executor, const MailBound& bound,
                            const std::string& mailbox, Instant now) {
  return sql::ReadHits(executor, Bucket(bound, mailbox), DayOf(now));
}

}  // namespace permit
