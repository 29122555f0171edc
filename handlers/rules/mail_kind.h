// The mails that are sent: each kind tells one event.
#pragma once

#include <string_view>

namespace permit {

enum class MailKind {
  // of an account
  kActivation,       // the link that opens it
  kNewPassword,      // asked for by who forgot it
  kLoginCode,        // in place of the picture at the login
  kLoginTrouble,     // it rests after too many failures
  kPasswordChanged,  // by who is logged in
  kPasskeyAdded,     // a way to log in without the password
  kPasskeyRemoved,
  kMailbox,         // the link that confirms a new mailbox; goes there
  kMailboxAsked,    // the link that stops it; goes to the present mailbox at the same time
  kMailboxChanged,  // goes to the mailbox that was left
  // once it is confirmed; goes to the new mailbox
  kMailboxConfirmed,
  kMailboxReplaced,  // by the agency after an identity check; goes to the mailbox that was left
  kMailboxAssigned,  // the same; goes to the new mailbox
  kAccountEnds,      // nobody has logged in for years: it will be removed
  // of an application
  kDraftEnds,
  kApplicationSent,
  kFileQuarantined,  // a virus was found in it
  kReturnedForCorrection,
  kReturnedForDocuments,
  kApprovedAwaitingPayment,
  kApprovedFreeOfFee,
  kDisapproved,
  kNotAccepted,
  kWithdrawn,
  kAnswerDue,   // a return is still to be answered
  kPaymentDue,  // a fee is still to be paid
  kLapsed,
  // of a payment
  kPaymentReceived,
  kPaymentRevoked,
  kPaymentUnapplied,  // money has arrived that settles nothing
  // of the site, to who keeps watch over it
  kAuditHead,  // the last seal of the audit's chain
};
// Those that a student gets.
inline constexpr MailKind kMailKinds[] = {MailKind::kActivation,
                                          MailKind::kNewPassword,
                                          MailKind::kLoginCode,
                                          MailKind::kLoginTrouble,
                                          MailKind::kPasswordChanged,
                                          MailKind::kPasskeyAdded,
                                          MailKind::kPasskeyRemoved,
                                          MailKind::kMailbox,
                                          MailKind::kMailboxAsked,
                                          MailKind::kMailboxChanged,
                                          MailKind::kMailboxConfirmed,
                                          MailKind::kMailboxReplaced,
                                          MailKind::kMailboxAssigned,
                                          MailKind::kAccountEnds,
                                          MailKind::kDraftEnds,
                                          MailKind::kApplicationSent,
                                          MailKind::kFileQuarantined,
                                          MailKind::kReturnedForCorrection,
                                          MailKind::kReturnedForDocuments,
                                          MailKind::kApprovedAwaitingPayment,
                                          MailKind::kApprovedFreeOfFee,
                                          MailKind::kDisapproved,
                                          MailKind::kNotAccepted,
                                          MailKind::kWithdrawn,
                                          MailKind::kAnswerDue,
                                          MailKind::kPaymentDue,
                                          MailKind::kLapsed,
                                          MailKind::kPaymentReceived,
                                          MailKind::kPaymentRevoked,
                                          MailKind::kPaymentUnapplied};

// As an operator reads it in the outbox: "payment-received".
constexpr std::string_view Code(MailKind kind) {
  switch (kind) {
    case MailKind::kActivation:
      return "activate";
    case MailKind::kNewPassword:
      return "new-password";
    case MailKind::kLoginCode:
      return "login-code";
    case MailKind::kLoginTrouble:
      return "login-trouble";
    case MailKind::kPasswordChanged:
      return "password-changed";
    case MailKind::kPasskeyAdded:
      return "passkey-added";
    case MailKind::kPasskeyRemoved:
      return "passkey-removed";
    case MailKind::kMailbox:
      return "mailbox";
    case MailKind::kMailboxAsked:
      return "mailbox-asked";
    case MailKind::kMailboxChanged:
      return "mailbox-changed";
    case MailKind::kMailboxConfirmed:
      return "mailbox-confirmed";
    case MailKind::kMailboxReplaced:
      return "mailbox-replaced";
    case MailKind::kMailboxAssigned:
      return "mailbox-assigned";
    case MailKind::kAccountEnds:
      return "account-ends";
    case MailKind::kDraftEnds:
      return "draft-ends";
    case MailKind::kApplicationSent:
      return "application-sent";
    case MailKind::kFileQuarantined:
      return "file-quarantined";
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
    case MailKind::kAnswerDue:
      return "answer-due";
    case MailKind::kPaymentDue:
      return "payment-due";
    case MailKind::kLapsed:
      return "lapsed";
    case MailKind::kPaymentReceived:
      return "payment-received";
    case MailKind::kPaymentRevoked:
      return "payment-revoked";
    case MailKind::kPaymentUnapplied:
      return "payment-unapplied";
    case MailKind::kAuditHead:
      return "audit-head";
  }
  return {};
}

}  // namespace permit
