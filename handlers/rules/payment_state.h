// The life of a payment: its states, the events that move it, and the one table of edges from which
// every list of states is derived.
//
// An event that has no edge from a state is refused with nullopt and changes nothing. Money that
// arrives for a payment that was given up still counts when its cases are unpaid, so the closed
// states but kPaid have an edge for it: the order in which a bank's messages come must not matter.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "handlers/rules/payment_method.h"

namespace permit {

enum class PaymentState {
  kCreated,  // the method is chosen, nothing has left the site
  kAtBank,   // the payer was sent to the gateway
  kAsking,   // about to ask the gateway what became of it; a crash here is seen as this state
  kSlipOut,  // the slip is printed, its number awaits the collector's file
  kPaid,     // the money counts for the cases
  kFailed,   // the bank refused
  kVoided,   // another method was chosen
  kExpired,  // unpaid until the deadline, after the gateway was asked
  kRevoked,  // was paid, and the bank took the money back: the cashier sees to it
};
inline constexpr PaymentState kPaymentStates[] = {
    PaymentState::kCreated, PaymentState::kAtBank,  PaymentState::kAsking,
    PaymentState::kSlipOut, PaymentState::kPaid,    PaymentState::kFailed,
    PaymentState::kVoided,  PaymentState::kExpired, PaymentState::kRevoked};

enum class PaymentEvent {
  kSendToBank,   // the checkout form is handed to the browser
  kIssueSlip,    // the slip's number and deadline are fixed
  kAsk,          // the gateway is going to be asked
  kStillUnpaid,  // it answered: not yet paid, or not known there
  kNoReply,      // it did not answer, or nonsense
  kSettle,       // the money has arrived: notice, answer or settlement line
  kFail,         // the bank says that it was refused
  kVoid,         // the payer chooses another method
  kExpire,       // the deadline has passed
  kRevoke,       // the bank says that the money it had confirmed does not come
  kMakeGood,     // the fee that was taken back was paid to the cashier
};
inline constexpr PaymentEvent kPaymentEvents[] = {
    PaymentEvent::kSendToBank,  PaymentEvent::kIssueSlip, PaymentEvent::kAsk,
    PaymentEvent::kStillUnpaid, PaymentEvent::kNoReply,   PaymentEvent::kSettle,
    PaymentEvent::kFail,        PaymentEvent::kVoid,      PaymentEvent::kExpire,
    PaymentEvent::kRevoke,      PaymentEvent::kMakeGood};

struct PaymentEdge {
  PaymentState from;
  PaymentEvent event;
  PaymentState to;
};

std::span<const PaymentEdge> PaymentEdges();
std::optional<PaymentState> NextPaymentState(PaymentState from, PaymentEvent event);

// Can still become paid without anything being given up: the payer may void it for another method.
bool IsOpen(PaymentState state);
// Holds its cases: open, paid or revoked. At most one such payment a case. A revoked payment keeps
// them, as they count as paid and their permits may be out; how the fee is made good is the
// cashier's to settle.
bool HoldsCases(PaymentState state);

// What the payer is told.
enum class PublicPaymentState {
  kAwaitingPayer,   // the payer has something to do: a slip to pay, a bank page to finish
  kBeingConfirmed,  // the site is asking the bank
  kPaid,
  kFailed,
  kVoided,
  kExpired,
  kRevoked,
};
PublicPaymentState PublicState(PaymentState state);

// As stored in the database and written by permitctl: "at-bank", "slip-out" …
std::string_view Code(PaymentState state);
std::string_view Code(PaymentEvent event);
std::optional<PaymentState> PaymentStateFromCode(std::string_view code);

}  // namespace permit
