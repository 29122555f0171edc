// Keeping one's basic data up to date, and confirming a new mailbox.
#pragma once

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
  std::string asked_mailbox;  // that this page asks about, or empty
  bool saved = false;
  std::string waiting_mailbox;  // asked for and not yet confirmed; or empty
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

// To the new mailbox: `link` confirms it, once, until `expires`.
Mail MailboxMail(const Renderer& renderer, Language language, const std::string& name,
                 const std::string& login_name, const std::string& link, Instant expires);

}  // namespace permit::views
