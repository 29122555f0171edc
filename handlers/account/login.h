// Logging in and out.
#pragma once

#include "handlers/context.h"

namespace permit {

Response ShowLogin(Context& context);
Response SendLogin(Context& context);
Response SendLogout(Context& context);

// The login page, with a message of what has just been done.
inline constexpr char kLoginAfterRegistration[] =
    "/coa-frontend/china-student/individual/login?done=registered";
inline constexpr char kLoginAfterActivation[] =
    "/coa-frontend/china-student/individual/login?done=activated";
inline constexpr char kLoginAfterActivationMail[] =
    "/coa-frontend/china-student/individual/login?done=activation-mailed";
inline constexpr char kLoginAfterPasswordMail[] =
    "/coa-frontend/china-student/individual/login?done=password-mailed";
inline constexpr char kLoginAfterCodeMail[] =
    "/coa-frontend/china-student/individual/login?way=code&done=code-mailed";
inline constexpr char kLoginAfterPasswordChange[] =
    "/coa-frontend/china-student/individual/login?done=password-changed";
inline constexpr char kLoginAfterLogout[] =
    "/coa-frontend/china-student/individual/login?done=logged-out";

}  // namespace permit
