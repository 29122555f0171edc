#include "handlers/jobs/reconcile_payments.h"

#include "fcgi/base/log.h"
#include "handlers/papers/waiting_papers.h"
#include "handlers/payment/ask.h"
#include "sql/database.h"
#include "sql/payment_store.h"

namespace permit {
namespace {

constexpr const char* kActor = "job";
// After so many failed questions in a row a gateway is not asked again until the next round.
constexpr std::size_t kSilencesInARow = 3;
constexpr std::size_t kPapersARound = 500;

void Count(Reconciled& done, payment::Asked asked) {
  switch (asked) {
    case payment::Asked::kNothingToAsk:
      return;
    case payment::Asked::kNoReply:
      ++done.no_answer;
      break;
    case payment::Asked::kStillUnpaid:
      break;
    case payment::Asked::kPaid:
      ++done.paid;
      break;
    case payment::Asked::kFailed:
      ++done.failed;
      break;
    case payment::Asked::kExpired:
      ++done.expired;
      break;
    case payment::Asked::kException:
    case payment::Asked::kRevoked:
      ++done.exceptions;
      break;
  }
  ++done.asked;
}

// A fault of one payment does not stop the others; a database that cannot be reached does.
template <class Work>
void Guarded(Reconciled& done, const std::string& reference, const Work& work) {
  try {
    work();
  } catch (const sql::Unavailable&) {
    throw;
  } catch (const std::exception& error) {
    ++done.broken;
    Log(Severity::kError, "payment.failed", {{"payment", reference}, {"reason", error.what()}});
  }
}

// A gateway that does not reply does not stop the questions to the other.
void AskAboutDue(Services& services, SettledBy gateway, Reconciled& done) {
  std::size_t silences = 0;
  for (const std::string& reference :
       sql::PaymentsToAsk(services.database, services.clock.Now(), gateway)) {
    payment::Asked asked = payment::Asked::kNothingToAsk;
    Guarded(done, reference,
            [&] { asked = payment::AskAboutPayment(services, reference, kActor); });
    Count(done, asked);
    silences = asked == payment::Asked::kNoReply ? silences + 1 : 0;
    if (silences == kSilencesInARow) return;
  }
}

void ExpireSlips(Services& services, Reconciled& done) {
  Instant now = services.clock.Now();
  for (const std::string& reference : sql::SlipsToExpire(services.database, now)) {
    Guarded(done, reference, [&] {
      done.expired += services.database.Transact([&](sql::Transaction& transaction) {
        auto slip = sql::LockPayment(transaction, reference);
        return slip &&
               sql::MovePayment(transaction, *slip,
                                {PaymentEvent::kExpire, kActor, "the grace has run out"}, now);
      });
    });
  }
}

}  // namespace

Reconciled ReconcileMoney(Services& services) {
  Reconciled done;
  for (SettledBy settled : kSettlements) {
    if (settled != SettledBy::kSlip) AskAboutDue(services, settled, done);
  }
  ExpireSlips(services, done);
  return done;
}

Reconciled ReconcilePayments(Services& services) {
  Reconciled done = ReconcileMoney(services);
  IssuedPapers papers =
      IssueWaitingPapers(services.database, services.settings, services.clock.Now(), kPapersARound);
  done.receipts = papers.receipts;
  done.permits = papers.permits;
  done.refused = papers.refused;
  done.broken += papers.broken;
  return done;
}

}  // namespace permit
