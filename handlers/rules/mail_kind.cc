#include "handlers/rules/mail_kind.h"

namespace permit {

std::string_view Code(MailKind kind) {
  switch (kind) {
    case MailKind::kActivation:
      return "activate";
    case MailKind::kNewPassword:
      return "new-password";
    case MailKind::kLoginCode:
      return "login-code";
    case MailKind::kLoginTrouble:
      return "login-trouble";
    case MailKind::kMailbox:
      return "mailbox";
    case MailKind::kMailboxChanged:
      return "mailbox-changed";
    case MailKind::kDraftEnds:
      return "draft-ends";
    case MailKind::kApplicationSent:
      return "application-sent";
    case MailKind::kReturnedForCorrection:
      return "returned-for-correction";
    case MailKind::kReturnedForDocuments:
      return "returned-for-documents";
    case MailKind::kApprovedAwaitingPayment:
      return "approved-awaiting-payment";
    case MailKind::kApprovedFreeOfFee:
      return "approved-free-of-fee";
    case MailKind::kDisapproved:
      return "disapproved";
    case MailKind::kNotAccepted:
      return "not-accepted";
    case MailKind::kWithdrawn:
      return "withdrawn";
    case MailKind::kPaymentReceived:
      return "payment-received";
    case MailKind::kPaymentRevoked:
      return "payment-revoked";
  }
  return {};
}

}  // namespace permit
