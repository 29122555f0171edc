// Keeping one's basic data up to date, and confirming or stopping a change of the mailbox.
#pragma once

#include <optional>
#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/registration.h"
#include "views/mail/mail.h"
#include "views/page.h"

namespace permit::views {

class Renderer;

struct BasicDataPage {
  std::string idempotency_key;
  BasicData typed;
  FieldErrors errors;
  Language mail_language = Language::kChinese;
  std::string asked_mailbox;   // that this page asks about, or empty
  bool asks_password = false;  // the typed mailbox is another than the account's
  bool saved = false;
  bool cancelled = false;                             // a change of the mailbox
  std::string waiting_mailbox;                        // asked for and not yet confirmed; or empty
  std::string cancel_key;                             // idempotency key of the form that cancels it
  std::optional<Instant> old_mailbox_recovers_until;  // after it has objected to a change
};
std::string RenderBasicData(const Renderer& renderer, const PageFrame& frame,
                            const BasicDataPage& data);

enum class MailboxState {
  kReady,    // one button confirms
  kUnknown,  // no such link, or it was used or replaced
  kExpired,
  kConfirmed,
};
struct MailboxPage {
  MailboxState state = MailboxState::kReady;
  std::string token;
  std::string mailbox;  // void with kUnknown
};
std::string RenderMailbox(const Renderer& renderer, const PageFrame& frame,
                          const MailboxPage& data);

// What the link to the old mailbox finds.
enum class MailboxStopState {
  kWaiting,        // the change is not confirmed yet: one button ends it
  kChanged,        // it is confirmed: one button objects
  kStopped,        // by this link
  kObjected,       // by this link; the old mailbox recovers the account for the time being
  kNothingToStop,  // it was cancelled, replaced or never confirmed, or the account is back here
  kExpired,        // so is what an objection brought about
  kUnknown,
};
struct MailboxStopPage {
  MailboxStopState state = MailboxStopState::kWaiting;
  std::string token;
  Instant recovers_until;  // of kObjected
};
std::string RenderMailboxStop(const Renderer& renderer, const PageFrame& frame,
                              const MailboxStopPage& data);

// To the new mailbox: `link` confirms it, once, until `expires`.
Mail MailboxMail(const Renderer& renderer, Language language, const std::string& name,
                 const std::string& login_name, const std::string& link, Instant expires);

}  // namespace permit::views
