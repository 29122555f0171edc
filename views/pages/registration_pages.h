// The form by which a student registers an account.
#pragma once

#include <string>

#include "handlers/rules/registration.h"
#include "views/page.h"

namespace permit::views {

struct RegistrationPage {
  std::string idempotency_key;
  Registration typed;         // passwords are never shown again
  FieldErrors errors;         // one without a field is of the whole form
  std::string asked_mailbox;  // that this page asks about, or empty
};

std::string RenderRegistration(const Renderer& renderer, const PageFrame& frame,
                               const RegistrationPage& registration);

}  // namespace permit::views
