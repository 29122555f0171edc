#include "handlers/jobs/reconcile_payments.h"

#include <utility>

#include "fcgi/base/log.h"
#include "handlers/jobs/invariants.h"
#include "handlers/jobs/steps.h"
#include "handlers/papers/waiting_papers.h"
#include "handlers/payment/ask.h"
#include "sql/database.h"
#include "sql/payment_store.h"

namespace permit {
namespace {

using Pause = std::function<void()>;

constexpr const char* kActor = "job";
// A gateway that does not reply so often in a row is left alone until the next round.
constexpr std::size_t kNoRepliesInARow = 3;
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

// What is wrong with one payment is no reason for the next to wait; a database that is away is.
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

// When one gateway gives no reply, the others are asked all the same.
void AskAboutDue(Services& services, SettledBy gateway, const Pause& pause, Reconciled& done) {
  std::size_t no_replies = 0;
  bool first = true;
  for (const std::string& reference :
       sql::PaymentsToAsk(services.database, gateway, services.clock.Now())) {
    if (!std::exchange(first, false)) pause();
    if (payment::GatewayBars(services, gateway)) return;
    payment::Asked asked = payment::Asked::kNothingToAsk;
    Guarded(done, reference,
            [&] { asked = payment::AskAboutPayment(services, reference, kActor); });
    Count(done, asked);
    no_replies = asked == payment::Asked::kNoReply ? no_replies + 1 : 0;
    if (no_replies == kNoRepliesInARow) return;
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

void RunMoneySteps(Services& services, const Pause& pause, Reconciled& done, JobSteps& steps) {
  for (SettledBy settled : kSettlements) {
    if (settled == SettledBy::kSlip) continue;
    steps.Run(Code(settled), [&] { AskAboutDue(services, settled, pause, done); });
  }
  steps.Run("slips", [&] { ExpireSlips(services, done); });
}

}  // namespace

Reconciled ReconcileMoney(Services& services, const Pause& pause) {
  Reconciled done;
  JobSteps steps;
  RunMoneySteps(services, pause, done, steps);
  steps.Finish();
  return done;
}

Reconciled ReconcilePayments(Services& services, const Pause& pause) {
  Reconciled done;
  JobSteps steps;
  RunMoneySteps(services, pause, done, steps);
  IssuedPapers papers;
  steps.Run("papers", [&] {
    const Instant now = services.clock.Now();
    papers = IssueWaitingPapers(services.database, services.settings, now, kPapersARound,
                                now - kReconcileLookBack);
  });
  done.receipts = papers.receipts;
  done.permits = papers.permits;
  done.refused = papers.refused;
  done.broken += papers.broken;
  steps.Run("invariants", [&] {
    const Instant now = services.clock.Now();
    done.invariants = CheckInvariants(services.database, now, now - kReconcileLookBack).size();
  });
  steps.Finish();
  return done;
}

}  // namespace permit
