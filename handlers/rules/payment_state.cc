#include "handlers/rules/payment_state.h"

namespace permit {
namespace {

using enum PaymentState;
using enum PaymentEvent;

constexpr PaymentEdge kEdges[] = {
    {kCreated, kSendToBank, kAtBank},
    {kCreated, kIssueSlip, kSlipOut},
    {kCreated, kVoid, kVoided},
    {kCreated, kExpire, kExpired},

    {kAtBank, kAsk, kAsking},
    {kAtBank, kSettle, kPaid},
    {kAtBank, kFail, kFailed},
    {kAtBank, kVoid, kVoided},

    // Of those that were sent to a gateway only these expire: nobody gives up without having asked.
    {kAsking, kStillUnpaid, kAtBank},
    {kAsking, kNoReply, kAtBank},
    {kAsking, kSettle, kPaid},
    {kAsking, kFail, kFailed},
    {kAsking, kVoid, kVoided},
    {kAsking, kExpire, kExpired},

    {kSlipOut, kSettle, kPaid},
    {kSlipOut, kVoid, kVoided},
    {kSlipOut, kExpire, kExpired},

    {kFailed, kSettle, kPaid},
    {kVoided, kSettle, kPaid},
    {kExpired, kSettle, kPaid},

    {kPaid, kRevoke, kRevoked},
    {kRevoked, kMakeGood, kPaid},
};

}  // namespace

std::span<const PaymentEdge> PaymentEdges() { return kEdges; }

std::optional<PaymentState> NextPaymentState(PaymentState from, PaymentEvent event) {
  for (const PaymentEdge& edge : kEdges) {
    if (edge.from == from && edge.event == event) return edge.to;
  }
  return std::nullopt;
}

bool IsOpen(PaymentState state) { return NextPaymentState(state, kVoid).has_value(); }

bool HoldsCases(PaymentState state) { return IsOpen(state) || state == kPaid || state == kRevoked; }

PublicPaymentState PublicState(PaymentState state) {
  switch (state) {
    case kCreated:
    case kAtBank:
    case kSlipOut:
      return PublicPaymentState::kAwaitingPayer;
    case kAsking:
      return PublicPaymentState::kBeingConfirmed;
    case kPaid:
      return PublicPaymentState::kPaid;
    case kFailed:
      return PublicPaymentState::kFailed;
    case kVoided:
      return PublicPaymentState::kVoided;
    case kExpired:
      return PublicPaymentState::kExpired;
    case kRevoked:
      return PublicPaymentState::kRevoked;
  }
  return {};
}

std::string_view Code(PaymentState state) {
  switch (state) {
    case kCreated:
      return "created";
    case kAtBank:
      return "at-bank";
    case kAsking:
      return "asking";
    case kSlipOut:
      return "slip-out";
    case kPaid:
      return "paid";
    case kFailed:
      return "failed";
    case kVoided:
      return "voided";
    case kExpired:
      return "expired";
    case kRevoked:
      return "revoked";
  }
  return {};
}

std::string_view Code(PaymentEvent event) {
  switch (event) {
    case kSendToBank:
      return "send-to-bank";
    case kIssueSlip:
      return "issue-slip";
    case kAsk:
      return "ask";
    case kStillUnpaid:
      return "still-unpaid";
    case kNoReply:
      return "no-answer";
    case kSettle:
      return "settle";
    case kFail:
      return "fail";
    case kVoid:
      return "void";
    case kExpire:
      return "expire";
    case kRevoke:
      return "revoke";
    case kMakeGood:
      return "make-good";
  }
  return {};
}

std::optional<PaymentState> PaymentStateFromCode(std::string_view code) {
  for (PaymentState state : kPaymentStates) {
    if (Code(state) == code) return state;
  }
  return std::nullopt;
}

}  // namespace permit
