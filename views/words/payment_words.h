// What ways to pay and states of a payment are called on pages, papers and in mails.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/payment_method.h"
#include "handlers/rules/payment_state.h"
#include "handlers/rules/payment_verdict.h"
#include "views/translator.h"

namespace permit::views {

class Dictionary;

std::string FamilyName(const Translator& tr, PaymentFamily family);  // 繳費方式
std::string MethodName(const Translator& tr,
                       PaymentMethod method);                      // the kind within its family too
std::string KindName(const Translator& tr, PaymentMethod method);  // under its family's name
std::string NeedText(const Translator& tr,
                     PaymentMethod method);  // what the payer has to have or do
std::string CostName(const Translator& tr, PaymentMethod method);  // what the collector calls it
std::string CostText(const Translator& tr,
                     PaymentMethod method);  // what the payer pays beside the fee
std::string SettledText(const Translator& tr, PaymentMethod method);  // when the money has arrived

// Why money that has arrived waits for the cashier; empty when no payer is told of it.
std::string UnappliedText(const Translator& tr, MoneyException why);

// When it was paid: date and time, or the date alone where the collector tells no more.
std::string PaidMoment(PaymentMethod method, Instant paid_at);

std::string OrderText(const Translator& tr);  // what the gateway's page says is paid for

// Fills STATE and STATE_TONE of <span class="tag {{STATE_TONE}}">{{STATE}}</span>.
void FillPaymentState(Dictionary& place, const Translator& tr, PublicPaymentState state);
// The same of a payment whose money waits for the cashier.
void FillUnapplied(Dictionary& place, const Translator& tr);

}  // namespace permit::views
