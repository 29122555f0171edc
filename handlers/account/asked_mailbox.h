// A mailbox whose domain looks like a slip is asked about once: the page carries what it asked
// about, and the same mailbox sent again is taken.
#pragma once

#include <string>

#include "fcgi/http/params.h"
#include "handlers/rules/field_error.h"

namespace permit {

inline constexpr char kAskedMailboxField[] = "asked_mailbox";

// What the page carries: the mailbox when it is one to be asked about, else nothing.
std::string MailboxToAsk(const std::string& email);

// Adds the question, unless it was asked about this mailbox already or the field has an error.
void AskAboutMailbox(const Params& form, const std::string& email, FieldErrors& errors);

}  // namespace permit
