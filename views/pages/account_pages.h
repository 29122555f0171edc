// Pages around an account's activation and password.
#pragma once

#include <string>

#include "handlers/rules/field_error.h"
#include "views/page.h"

namespace permit::views {

enum class ActivationState {
  kReady,    // one button activates
  kActive,   // by this link, which is pressed once more
  kUnknown,  // no such link, or it was used
  kExpired,
  kApplicantHasOther  // the student has an active account already
};

struct ActivationPage {
  ActivationState state = ActivationState::kReady;
  std::string token;
};
std::string RenderActivation(const Renderer& renderer, const PageFrame& frame,
                             const ActivationPage& activation);

struct ResendPage {
  std::string idempotency_key;
  FieldErrors errors;
};
std::string RenderResend(const Renderer& renderer, const PageFrame& frame, const ResendPage& data);

struct ForgottenPasswordPage {
  std::string idempotency_key;
  FieldErrors errors;
};
std::string RenderForgottenPassword(const Renderer& renderer, const PageFrame& frame,
                                    const ForgottenPasswordPage& data);

struct PasswordPage {
  std::string idempotency_key;
  std::string login_name;
  bool must_change = false;  // the student has logged in with a mailed password
  FieldErrors errors;
};
std::string RenderPassword(const Renderer& renderer, const PageFrame& frame,
                           const PasswordPage& data);

}  // namespace permit::views
