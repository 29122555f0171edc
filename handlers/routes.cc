#include "handlers/routes.h"

#include <vector>

#include "handlers/account/activation.h"
#include "handlers/account/basic_data.h"
#include "handlers/account/captcha.h"
#include "handlers/account/forgotten_password.h"
#include "handlers/account/login.h"
#include "handlers/account/login_code.h"
#include "handlers/account/mailbox_change.h"
#include "handlers/account/passkey_login.h"
#include "handlers/account/passkeys.h"
#include "handlers/account/password.h"
#include "handlers/account/personal_data.h"
#include "handlers/account/registration.h"
#include "handlers/account/sessions.h"
#include "handlers/application/application.h"
#include "handlers/cases/case_page.h"
#include "handlers/cases/deadline_calendar.h"
#include "handlers/correction/correction.h"
#include "handlers/download/downloads.h"
#include "handlers/forms.h"
#include "handlers/payment/checkout.h"
#include "handlers/payment/notice.h"
#include "handlers/payment/pages.h"
#include "handlers/payment/result.h"
#include "handlers/payment/slip_calendar.h"
#include "handlers/progress/progress.h"
#include "handlers/site/entry.h"
#include "handlers/site/health.h"
#include "handlers/site/information.h"
#include "handlers/site/permit_check.h"
#include "handlers/site/revocations.h"
#include "handlers/todo/announcements.h"
#include "handlers/todo/permit_calendar.h"
#include "handlers/todo/todo.h"
#include "handlers/web/paths.h"
#include "handlers/withdrawal/withdrawal.h"

namespace permit {
namespace {

constexpr std::size_t kForm = 64 * 1024;
// A form with files as phones make them: what nginx lets through as well.
constexpr std::size_t kDraftBody = 64 * 1024 * 1024;

// A route that is not for the pool of pages.
Route In(WorkerPool pool, Route route) {
  route.pool = pool;
  return route;
}

using enum WorkerPool;

const std::vector<Route> kRoutes = {
    {Method::kGet, "/", LeadToPortal, Access::kPublic, 0},
    {Method::kGet, PERMIT_SITE, LeadToPortal, Access::kPublic, 0},
    {Method::kGet, PERMIT_SITE "/student", LeadToPortal, Access::kPublic, 0},
    {Method::kGet, PERMIT_STUDENT, LeadToTodo, Access::kPublic, 0},
    {Method::kGet, PERMIT_SITE "/healthz", ShowHealth, Access::kPublic, 0},
    {Method::kGet, PERMIT_SITE "/student/entry", ShowPortal, Access::kOpen, 0},
    {Method::kGet, PERMIT_SITE "/student/entry/china-student", ShowIntroduction, Access::kOpen, 0},
    {Method::kGet, PERMIT_SITE "/contact", ShowContact, Access::kOpen, 0},
    {Method::kGet, PERMIT_SITE "/faq", ShowQuestions, Access::kOpen, 0},
    {Method::kGet, PERMIT_SITE "/privacy", ShowPrivacyNotice, Access::kOpen, 0},
    {Method::kGet, PERMIT_SITE "/accessibility", ShowAccessibilityStatement, Access::kOpen, 0},
    {Method::kGet, PERMIT_SITE "/site-map", ShowSiteMap, Access::kOpen, 0},
    {Method::kGet, PERMIT_SITE "/revocations", ShowRevocations, Access::kPublic, 0},
    {Method::kGet, PERMIT_SITE "/verify", ShowPermitCheck, Access::kOpen, 0},
    {Method::kPost, PERMIT_SITE "/verify", CheckPermit, Access::kOpen, 4096, PermitCheckForm,
     nullptr, ShowPermitCheckAgain},
    {Method::kGet, PERMIT_STUDENT "/login", ShowLogin, Access::kOpen, 0},
    In(kPasswords, {Method::kPost, PERMIT_STUDENT "/login", SendLogin, Access::kOpen, kForm,
                    LoginForm, nullptr, ShowLoginAgain}),
    {Method::kGet, PERMIT_STUDENT "/captcha/{id}", ShowCaptcha, Access::kPublic, 0},
    {Method::kGet, PERMIT_STUDENT "/passkey-challenge", ShowPasskeyChallenge, Access::kPublic, 0},
    {Method::kPost, PERMIT_STUDENT "/login/passkey", SendPasskeyLogin, Access::kOpen, kForm,
     PasskeyLoginForm},
    {Method::kGet, PERMIT_STUDENT "/login-code", ShowLoginCode, Access::kOpen, 0},
    {Method::kPost, PERMIT_STUDENT "/login-code", SendLoginCode, Access::kOpen, kForm,
     LoginCodeForm, nullptr, ShowLoginCode},
    {Method::kGet, PERMIT_STUDENT "/register", ShowRegistration, Access::kOpen, 0},
    In(kPasswords, {Method::kPost, PERMIT_STUDENT "/register", SendRegistration, Access::kOpen,
                    kForm, RegistrationForm, nullptr, ShowRegistrationAgain}),
    {Method::kGet, PERMIT_STUDENT "/activate/{token}", ShowActivation, Access::kOpen, 0},
    {Method::kPost, PERMIT_STUDENT "/activate/{token}", SendActivation, Access::kOpen, kForm,
     nullptr, nullptr, ShowActivation},
    {Method::kGet, PERMIT_STUDENT "/resend-activation", ShowResend, Access::kOpen, 0},
    {Method::kPost, PERMIT_STUDENT "/resend-activation", SendResend, Access::kOpen, kForm,
     AccountNameForm, nullptr, ShowResend},
    {Method::kGet, PERMIT_STUDENT "/forgot-password", ShowForgottenPassword, Access::kOpen, 0},
    In(kPasswords, {Method::kPost, PERMIT_STUDENT "/forgot-password", SendForgottenPassword,
                    Access::kOpen, kForm, AccountNameForm, nullptr, ShowForgottenPassword}),
    {Method::kPost, PERMIT_STUDENT "/logout", SendLogout, Access::kPublic, kForm},
    {Method::kGet, PERMIT_STUDENT "/basic-data", ShowBasicData, Access::kStudent, 0},
    In(kPasswords, {Method::kPost, PERMIT_STUDENT "/basic-data", SendBasicData, Access::kStudent,
                    kForm, BasicDataForm, KeepBasicDataForm, ShowBasicDataAgain}),
    {Method::kPost, PERMIT_STUDENT "/basic-data/cancel-mailbox", CancelMailbox, Access::kStudent,
     kForm},
    {Method::kGet, PERMIT_STUDENT "/my-data", ShowMyData, Access::kStudent, 0},
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/my-data", SendMyData, Access::kStudent, 4096}),
    {Method::kGet, PERMIT_STUDENT "/mailbox/{token}", ShowMailbox, Access::kOpen, 0},
    {Method::kPost, PERMIT_STUDENT "/mailbox/{token}", SendMailbox, Access::kOpen, kForm},
    {Method::kGet, PERMIT_STUDENT "/mailbox/stop/{token}", ShowMailboxStop, Access::kOpen, 0},
    {Method::kPost, PERMIT_STUDENT "/mailbox/stop/{token}", SendMailboxStop, Access::kOpen, kForm},
    {Method::kGet, PERMIT_STUDENT "/password", ShowPassword, Access::kStudentRenewing, 0},
    In(kPasswords, {Method::kPost, PERMIT_STUDENT "/password", SendPassword,
                    Access::kStudentRenewing, kForm, PasswordForm}),
    {Method::kGet, PERMIT_STUDENT "/passkeys", ShowPasskeys, Access::kStudent, 0},
    {Method::kPost, PERMIT_STUDENT "/passkeys", AddPasskey, Access::kStudent, kForm, PasskeyForm},
    {Method::kGet, PERMIT_STUDENT "/passkeys/new", ShowNewPasskey, Access::kStudent, 0},
    In(kPasswords, {Method::kPost, PERMIT_STUDENT "/passkeys/new", AskForPasskey, Access::kStudent,
                    kForm, PasskeyRequestForm}),
    {Method::kGet, PERMIT_STUDENT "/passkeys/{id}/remove", AskToRemovePasskey, Access::kStudent, 0},
    {Method::kPost, PERMIT_STUDENT "/passkeys/{id}/remove", RemovePasskey, Access::kStudent, kForm},
    {Method::kGet, PERMIT_STUDENT "/sessions", ShowSessions, Access::kStudent, 0},
    {Method::kPost, PERMIT_STUDENT "/sessions", EndSessions, Access::kStudent, kForm, SessionsForm},
    {Method::kGet, PERMIT_STUDENT "/todo", ShowTodo, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/permits/{number}/exchange.ics", ShowExchangeDay,
     Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/permits/{number}/extend.ics", ShowExtensionDay,
     Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/permits/{number}/stay.ics", ShowStayDay, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/announcements", ShowAnnouncements, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/announcements/{id}", ShowAnnouncement, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/cases/{receipt}", ShowCase, Access::kStudent, 0},
    In(kHeavy, {Method::kGet, PERMIT_STUDENT "/cases/{receipt}/files/{id}", ShowCaseFile,
                Access::kStudent, 0}),
    {Method::kGet, PERMIT_STUDENT "/cases/{receipt}/deadline.ics", ShowDeadlineCalendar,
     Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/apply/sent/{receipt}", ShowSent, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/apply/drafts/{id}", ShowDraft, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/apply/drafts/{id}/sections/{section}", ShowDraftSection,
     Access::kStudent, 0},
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/apply/drafts/{id}", SaveDraft, Access::kStudent,
                kDraftBody, DraftForm, KeepDraftForm}),
    In(kHeavy, {Method::kGet, PERMIT_STUDENT "/apply/drafts/{id}/files/{file}", ShowDraftFile,
                Access::kStudent, 0}),
    {Method::kGet, PERMIT_STUDENT "/apply/drafts/{id}/discard", AskToDiscard, Access::kStudent, 0},
    {Method::kPost, PERMIT_STUDENT "/apply/drafts/{id}/discard", DiscardDraft, Access::kStudent,
     kForm},
    {Method::kGet, PERMIT_STUDENT "/apply/drafts/{id}/check", CheckAnswers, Access::kStudent, 0},
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/apply/drafts/{id}/send", SendApplication,
                Access::kStudent, kForm}),
    {Method::kGet, PERMIT_STUDENT "/apply/{service}", ShowDeclaration, Access::kStudent, 0},
    {Method::kPost, PERMIT_STUDENT "/apply/{service}", AcceptDeclaration, Access::kStudent, kForm,
     DeclarationForm},
    {Method::kGet, PERMIT_STUDENT "/apply/{service}/permit", ShowPermitNumber, Access::kStudent, 0},
    {Method::kPost, PERMIT_STUDENT "/apply/{service}/permit", StartDraft, Access::kStudent, kForm,
     PermitNumberForm, nullptr, ShowPermitNumberAgain},
    {Method::kGet, PERMIT_STUDENT "/progress", ShowProgress, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/corrections", ListCorrections, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/corrections/{receipt}", ShowCorrection, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/corrections/{receipt}/form", ShowCorrectionForm,
     Access::kStudent, 0},
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/corrections/{receipt}/form", SaveCorrectionForm,
                Access::kStudent, kDraftBody, CorrectionForm, KeepCorrectionForm}),
    {Method::kGet, PERMIT_STUDENT "/corrections/{receipt}/check", CheckCorrection, Access::kStudent,
     0},
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/corrections/{receipt}/check", SendCorrection,
                Access::kStudent, kForm, CorrectionSendingForm}),
    In(kHeavy, {Method::kGet, PERMIT_STUDENT "/corrections/{receipt}/files/{file}",
                ShowCorrectionFile, Access::kStudent, 0}),
    {Method::kGet, PERMIT_STUDENT "/corrections/{receipt}/done", ShowCorrectionDone,
     Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/withdrawal", SearchWithdrawal, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/withdrawal/{group}", ShowWithdrawal, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/withdrawal/{group}/{receipt}", DeclareWithdrawal,
     Access::kStudent, 0},
    {Method::kPost, PERMIT_STUDENT "/withdrawal/{group}/{receipt}", Withdraw, Access::kStudent,
     4096, WithdrawalForm},
    {Method::kGet, PERMIT_STUDENT "/withdrawal/{group}/{receipt}/confirm", AskWithdrawal,
     Access::kStudent, 0},

    {Method::kGet, PERMIT_STUDENT "/download/permits", ListPermits, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/download/permits/{file}", ShowPermitPaper, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/download/receipts", ListReceipts, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/download/receipts/{file}", ShowReceiptPaper, Access::kStudent,
     0},
    In(kHeavy, {Method::kGet, PERMIT_STUDENT "/cases/{receipt}/application.pdf",
                ShowApplicationCopy, Access::kStudent, 0}),

    {Method::kGet, PERMIT_STUDENT "/payment", payment::ShowUnpaidList, Access::kStudent, 0},
    {Method::kGet, PERMIT_STUDENT "/payment/details", payment::ShowPaymentDetails, Access::kStudent,
     0},
    {Method::kGet, PERMIT_STUDENT "/payment/method", payment::ShowPaymentMethods, Access::kStudent,
     0},
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/payment/method", payment::ChooseMethod,
                Access::kStudent, 16384, PaymentMethodForm}),
    {Method::kGet, PERMIT_STUDENT "/payment/{reference}", payment::ShowPaymentResult,
     Access::kStudent, 0},
    In(kHeavy, {Method::kGet, PERMIT_STUDENT "/payment/{reference}/bank", payment::ShowGatewayForm,
                Access::kStudent, 0}),
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/payment/{reference}/bank", payment::AnnounceAndShow,
                Access::kStudent, 4096}),
    In(kHeavy, {Method::kPost, PERMIT_STUDENT "/payment/{reference}/ask", payment::AskNow,
                Access::kStudent, 4096}),
    In(kHeavy, {Method::kGet, PERMIT_STUDENT "/payment/{reference}/slip.pdf", payment::ShowSlip,
                Access::kStudent, 0}),
    {Method::kGet, PERMIT_STUDENT "/payment/{reference}/deadline.ics", payment::ShowSlipCalendar,
     Access::kStudent, 0},
    {Method::kPost, PERMIT_SITE "/payment/notice", payment::TakeNotice, Access::kGateway, 16384},
    {Method::kPost, PERMIT_SITE "/payment/{reference}/return", payment::ComeBack, Access::kGateway,
     0},
    {Method::kGet, PERMIT_SITE "/payment/{reference}/return", payment::ComeBack, Access::kGateway,
     0},
};

}  // namespace

std::span<const Route> Routes() { return kRoutes; }

}  // namespace permit
