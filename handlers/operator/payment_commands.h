// permitctl payment: settlement files, payments, exceptions for the cashier, the ledger.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome SettlePayments(Surroundings& surroundings, const Arguments& arguments);
Outcome ListPayments(Surroundings& surroundings, const Arguments& arguments);
Outcome AskAboutPaymentNow(Surroundings& surroundings, const Arguments& arguments);
Outcome ShowPayment(Surroundings& surroundings, const Arguments& arguments);
Outcome PrintBarcodes(Surroundings& surroundings, const Arguments& arguments);
Outcome ListExceptions(Surroundings& surroundings, const Arguments& arguments);
Outcome ResolveException(Surroundings& surroundings, const Arguments& arguments);
Outcome RestorePayment(Surroundings& surroundings, const Arguments& arguments);
Outcome ReportLedger(Surroundings& surroundings, const Arguments& arguments);
Outcome RunReconcilePayments(Surroundings& surroundings);  // of job run
Outcome RunSettlement(Surroundings& surroundings);         // of job run

}  // namespace permit::ctl
