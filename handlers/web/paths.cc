#include "handlers/web/paths.h"

#include "fcgi/base/settings.h"

namespace permit {
namespace {

// The parts one after the other, a slash between each.
template <typename... Parts>
std::string Join(std::string_view root, const Parts&... parts) {
  std::string path(root);
  ((path += '/', path += parts), ...);
  return path;
}

constexpr std::string_view kStudent = PERMIT_STUDENT;

}  // namespace

std::string SiteUrl(const Settings& settings, std::string_view path) {
  return settings.base_url + std::string(path);
}

std::string PermitCheckPath(std::string_view permit_number) {
  return PERMIT_SITE "/verify?number=" + std::string(permit_number);
}

std::string ActivationPath(std::string_view token) { return Join(kStudent, "activate", token); }

std::string MailboxPath(std::string_view token) { return Join(kStudent, "mailbox", token); }

std::string DeclarationPath(Service service) { return Join(kStudent, "apply", Code(service)); }

std::string PermitNumberPath(Service service) {
  return DeclarationPath(service) + "/permit?agreed=yes";
}

std::string DraftPath(std::string_view draft_id) {
  return Join(kStudent, "apply", "drafts", draft_id);
}

std::string DraftFilePath(std::string_view draft_id, std::string_view upload_id) {
  return Join(DraftPath(draft_id), "files", upload_id);
}

std::string CheckAnswersPath(std::string_view draft_id) {
  return Join(DraftPath(draft_id), "check");
}

std::string SentPath(std::string_view receipt_number) {
  return Join(kStudent, "apply", "sent", receipt_number);
}

std::string CasePath(std::string_view receipt_number) {
  return Join(kStudent, "cases", receipt_number);
}

std::string CaseFilePath(std::string_view receipt_number, std::string_view upload_id) {
  return Join(CasePath(receipt_number), "files", upload_id);
}

std::string CorrectionPath(std::string_view receipt_number) {
  return Join(kCorrectionsPath, receipt_number);
}

std::string CorrectionFormPath(std::string_view receipt_number) {
  return Join(CorrectionPath(receipt_number), "form");
}

std::string CorrectionFilePath(std::string_view receipt_number, std::string_view upload_id) {
  return Join(CorrectionPath(receipt_number), "files", upload_id);
}

std::string CorrectionCheckPath(std::string_view receipt_number) {
  return Join(CorrectionPath(receipt_number), "check");
}

std::string CorrectionDonePath(std::string_view receipt_number) {
  return Join(CorrectionPath(receipt_number), "done");
}

std::string WithdrawalPath(std::string_view group_number) {
  return Join(kStudent, "withdrawal", group_number);
}

std::string PaymentPath(std::string_view reference, std::string_view page) {
  return page.empty() ? Join(kPaymentListPath, reference) : Join(kPaymentListPath, reference, page);
}

std::string GatewayReturnPath(std::string_view reference) {
  return Join(PERMIT_SITE, "payment", reference, "return");
}

}  // namespace permit
