// The fields of every form of the site, one shape a form; the route of the form names it.
//
// A form whose shape is missing has no fields of its own.
#pragma once

#include "handlers/web/form.h"

namespace permit {

const FormShape& PermitCheckForm();
const FormShape& LoginForm();
const FormShape& AccountNameForm();  // activation mail, forgotten password
const FormShape& LoginCodeForm();
const FormShape& RegistrationForm();
const FormShape& BasicDataForm();
const FormShape& PasswordForm();
const FormShape& PasskeyRequestForm();  // asks to add one
const FormShape& PasskeyForm();         // brings the new one
const FormShape& PasskeyLoginForm();
const FormShape& SessionsForm();

const FormShape& DeclarationForm();
const FormShape& PermitNumberForm();
const FormShape& DraftForm();
const FormShape& CorrectionForm();
const FormShape& CorrectionSendingForm();

const FormShape& WithdrawalForm();
const FormShape& PaymentMethodForm();

}  // namespace permit
