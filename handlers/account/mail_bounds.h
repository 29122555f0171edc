// How many mails a mailbox is sent in a day because somebody asked for them or guessed a password.
//
// Wide for a person who asks again, narrow for who floods a mailbox. Counted by mailbox, however
// many accounts are behind it, and by day of UTC. Mails that tell of an event are not counted.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit {

struct MailBound {
  std::string_view kind;
  int a_day = 0;
};
inline constexpr MailBound kActivationMails{"activate", 3};
inline constexpr MailBound kNewPasswordMails{"new-password", 6};
inline constexpr MailBound kLoginCodeMails{"login-code", 20};
inline constexpr MailBound kLoginTroubleMails{"login-trouble", 6};
inline constexpr MailBound kMailBounds[] = {kActivationMails, kNewPasswordMails, kLoginCodeMails,
                                            kLoginTroubleMails};

// Counts one more; false when the day's mails are used up.
bool CountMailOfDay(sql::Executor& executor, const MailBound& bound, const std::string& mailbox,
                    Instant now);
// Those counted today, refused ones included.
std::int64_t ReadMailsOfDay(sql::Executor& executor, const MailBound& bound,
                            const std::string& mailbox, Instant now);

}  // namespace permit
