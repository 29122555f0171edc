#include "handlers/application/paths.h"

namespace permit {
namespace {

const std::string kStudent = "/coa-frontend/china-student/individual";

}  // namespace

std::string DeclarationPath(Service service) {
  return kStudent + "/apply/" + std::string(Code(service));
}

std::string PermitNumberPath(Service service) {
  return DeclarationPath(service) + "/permit?agreed=yes";
}

std::string DraftPath(std::string_view draft_id) {
  return kStudent + "/apply/drafts/" + std::string(draft_id);
}

std::string DraftFilePath(std::string_view draft_id, std::string_view upload_id) {
  return DraftPath(draft_id) + "/files/" + std::string(upload_id);
}

std::string CheckAnswersPath(std::string_view draft_id) { return DraftPath(draft_id) + "/check"; }

std::string SentPath(std::string_view receipt_number) {
  return kStudent + "/apply/sent/" + std::string(receipt_number);
}

std::string CasePath(std::string_view receipt_number) {
  return kStudent + "/cases/" + std::string(receipt_number);
}

}  // namespace permit
