// Every address of the site that a handler writes: into pages, redirects, mails and papers.
//
// All are paths; a mail or a paper puts `site.base_url` before them. handlers/routes.cc has the
// same paths as patterns.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/case_state.h"

// A macro, so that literals can be joined to it by the compiler.
#define PERMIT_SITE "/coa-frontend"
#define PERMIT_STUDENT PERMIT_SITE "/china-student/individual"

namespace permit {

struct Settings;

// The address of a path as a mail, a paper or a gateway needs it.
std::string SiteUrl(const Settings& settings, std::string_view path);

inline constexpr std::string_view kStudentRoot = PERMIT_STUDENT "/";

// For everybody.
inline constexpr std::string_view kEntryPath = PERMIT_SITE "/student/entry";
std::string PermitCheckPath(std::string_view permit_number);

// Logging in. After…: the login page with a message of what has just been done.
inline constexpr std::string_view kLoginPath = PERMIT_STUDENT "/login";
inline constexpr std::string_view kLoginByCodePath = PERMIT_STUDENT "/login?way=code";
inline constexpr std::string_view kForgottenPasswordPath = PERMIT_STUDENT "/forgot-password";
inline constexpr char kLoginAfterRegistration[] = PERMIT_STUDENT "/login?done=registered";
inline constexpr char kLoginAfterActivation[] = PERMIT_STUDENT "/login?done=activated";
inline constexpr char kLoginAfterActivationMail[] = PERMIT_STUDENT "/login?done=activation-mailed";
inline constexpr char kLoginAfterPasswordMail[] = PERMIT_STUDENT "/login?done=password-mailed";
inline constexpr char kLoginAfterCodeMail[] = PERMIT_STUDENT "/login?way=code&done=code-mailed";
inline constexpr char kLoginAfterPasswordChange[] = PERMIT_STUDENT "/login?done=password-changed";
inline constexpr char kLoginAfterLogout[] = PERMIT_STUDENT "/login?done=logged-out";
inline constexpr char kLoginAfterPasskeyRefusal[] = PERMIT_STUDENT "/login?done=passkey-refused";
inline constexpr char kRegistrationNameTaken[] = PERMIT_STUDENT "/register?problem=name-taken";
std::string ActivationPath(std::string_view token);

// The account.
inline constexpr std::string_view kTodoPath = PERMIT_STUDENT "/todo";
inline constexpr std::string_view kTodoAfterDiscard = PERMIT_STUDENT "/todo?done=draft-discarded";
inline constexpr std::string_view kPasswordPath = PERMIT_STUDENT "/password";
inline constexpr char kBasicDataPath[] = PERMIT_STUDENT "/basic-data";
std::string MailboxPath(std::string_view token);
inline constexpr char kPasskeysPath[] = PERMIT_STUDENT "/passkeys";
inline constexpr char kPasskeysAfterAdding[] = PERMIT_STUDENT "/passkeys?done=added";
inline constexpr char kPasskeysAfterRemoval[] = PERMIT_STUDENT "/passkeys?done=removed";
inline constexpr char kSessionsPath[] = PERMIT_STUDENT "/sessions";

// Applying.
std::string DeclarationPath(Service service);
std::string PermitNumberPath(Service service);  // for one who has agreed to the declaration
std::string DraftPath(std::string_view draft_id);
std::string DraftFilePath(std::string_view draft_id, std::string_view upload_id);
std::string CheckAnswersPath(std::string_view draft_id);
std::string SentPath(std::string_view receipt_number);

// Cases.
inline constexpr std::string_view kProgressPath = PERMIT_STUDENT "/progress";
inline constexpr std::string_view kCorrectionsPath = PERMIT_STUDENT "/corrections";
std::string CasePath(std::string_view receipt_number);
std::string CaseFilePath(std::string_view receipt_number, std::string_view upload_id);
std::string CorrectionPath(std::string_view receipt_number);
std::string CorrectionFormPath(std::string_view receipt_number);
std::string CorrectionFilePath(std::string_view receipt_number, std::string_view upload_id);
std::string CorrectionCheckPath(std::string_view receipt_number);
std::string CorrectionDonePath(std::string_view receipt_number);
std::string WithdrawalPath(std::string_view group_number);

// Paying.
inline constexpr std::string_view kPaymentListPath = PERMIT_STUDENT "/payment";
inline constexpr std::string_view kPermitsPath = PERMIT_STUDENT "/download/permits";
inline constexpr std::string_view kReceiptsPath = PERMIT_STUDENT "/download/receipts";
// `page`: a page below the payment's own, "bank".
std::string PaymentPath(std::string_view reference, std::string_view page = {});
// Where a gateway's server posts its notices.
inline constexpr const char* kNoticePath = PERMIT_SITE "/payment/notice";
// Where a gateway sends the payer's browser back to, by POST and without this site's cookies.
std::string GatewayReturnPath(std::string_view reference);

}  // namespace permit
