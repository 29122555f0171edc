// The mailbox of a registration, kept by the browser that made it for the page that follows: no
// address names it, and nobody else is told which mailbox an account has.
#pragma once

#include <string>

#include "handlers/web/context.h"

namespace permit {

void RememberRegisteredMailbox(Context& context, const std::string& mailbox);

// Empty: this browser has registered none within the last hour.
std::string RegisteredMailbox(const Context& context);

}  // namespace permit
