// Money that has arrived: it settles its payment or becomes a named exception, and either way it is
// in the books, once.
//
// The first money that arrives for unpaid cases counts, even for a payment that was given up; an
// open payment that holds the same cases is voided then. All of it happens in the caller's
// transaction: the payment, its cases, the books and the mail, or nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "handlers/rules/payment_verdict.h"
#include "handlers/web/context.h"
#include "sql/database.h"
#include "sql/money_store.h"
#include "sql/payment_store.h"

namespace permit::payment {

struct Money {
  std::string cause;  // names this money and no other: "gateway:REFERENCE:NUMBER", "line:…"
  std::string actor;
  std::string number;     // that it bore: the payment's reference or slip number
  std::string reference;  // of the payment that bears the number; empty: none does
  std::int64_t amount = 0;
  Instant paid_at{};
};

enum class MoneyFate { kSettled, kException, kKnown };

struct MoneyOutcome {
  MoneyFate fate = MoneyFate::kKnown;
  std::optional<MoneyException> exception;  // of kException
  std::optional<std::uint64_t> payment_id;
};

// One after the other, in the order given, with the same few statements for one as for thousands.
// An outcome each.
std::vector<MoneyOutcome> TakeMoney(Services& services, sql::Transaction& transaction,
                                    std::span<const Money> monies);
MoneyOutcome TakeMoney(Services& services, sql::Transaction& transaction, const Money& money);

// The money that settled the payment was taken back: the payment is revoked, the exception and its
// booking are written, the cases stay as they are. False: it is not paid, nothing was changed.
bool TakeBackMoney(Services& services, sql::Transaction& transaction, const std::string& reference,
                   const std::string& actor, const std::string& code);

// The fee of a revoked payment came to the cashier: the payment counts again, and its exception is
// closed with the note when that is still open; the fee of a case that was closed meanwhile becomes
// an exception. False: it is not revoked, nothing was changed. The papers that waited may be issued
// after it.
bool MakeGood(Services& services, sql::Transaction& transaction, const std::string& reference,
              const std::string& actor, const std::string& note);

// Closes an exception with its booking. False: it is closed already.
bool CloseException(sql::Transaction& transaction, const sql::ExceptionRow& exception,
                    const std::string& actor, const std::string& note, Instant now);

// When a success is to be asked about again: a day from now while the days for it last.
std::optional<Instant> NextRecheck(const Services& services, const sql::PaymentRow& payment);

// A transaction that takes money. When another worker takes the same money at the same moment, it
// is begun anew, once, and finds the money known.
template <class Work>
auto TransactMoney(Services& services, const Work& work) {
  try {
    return services.database.Transact(work);
  } catch (const sql::DuplicateKey&) {
    return services.database.Transact(work);
  }
}

// The receipt of a payment that was just settled and the permits of its cases, in a transaction of
// their own after it: money that came stands whatever becomes of the papers. What cannot be issued
// now waits for IssueWaitingPapers; whoever settles many leaves all of them to it.
void IssuePapers(Services& services, const std::string& reference);

}  // namespace permit::payment
