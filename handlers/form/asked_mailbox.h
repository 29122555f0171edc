// A mailbox whose domain looks like a slip is asked about once: the page carries what it asked
// about, and the same mailbox sent again is taken.
#pragma once

#include <string>

#include "fcgi/http/params.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/field_error.h"

namespace permit {

inline constexpr char kAskedMailboxField[] = "asked_mailbox";

// The applicant's, of an application form; empty without one.
std::string MailboxIn(const FormValues& values);

// What the page carries: the mailbox when it is one to be asked about, else nothing.
std::string MailboxToAsk(const std::string& email);

// Of a form that is filled in over many pages: what the page carries once it asks, or has asked.
std::string AskedMailbox(const Params& form, const std::string& email, const FieldErrors& errors);

// Adds the question, unless it was asked about this mailbox already or the field has an error.
void AskAboutMailbox(const Params& form, const std::string& email, FieldErrors& errors);

}  // namespace permit
