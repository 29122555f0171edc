// The books, the exceptions that wait for the cashier, and the settlement files taken in.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/ledger.h"
#include "handlers/rules/payment_verdict.h"
#include "handlers/rules/settlement_file.h"

namespace permit::sql {

class Executor;
class Transaction;
struct PaymentRow;

struct Booking {
  std::string name;  // after what made it: "paid:P26…", "exception:…"
  Date booked_on;
  std::optional<std::uint64_t> payment_id;
  Instant now;
};

// Throws std::logic_error when the legs do not sum to zero, DuplicateKey when it was made before.
void Book(Transaction& transaction, const Booking& booking, std::span<const LedgerLeg> legs);

struct Posting {
  Booking booking;
  std::vector<LedgerLeg> legs;
};
void Book(Transaction& transaction, std::span<const Posting> postings);

struct LedgerSum {
  Date booked_on;
  std::string book;
  std::string method;  // empty: not known
  std::string item;    // empty: none
  std::int64_t entries = 0;
  std::int64_t total = 0;
};
std::vector<LedgerSum> LedgerSums(Executor& executor, Date from, Date to);

struct ExceptionRow {
  std::uint64_t id = 0;
  std::string cause;
  MoneyException kind;
  std::string number;
  std::optional<std::uint64_t> payment_id;
  std::optional<PaymentMethod> method;
  std::int64_t amount = 0;
  Date paid_on;
  Instant found_at;
  std::optional<Instant> resolved_at;
  std::string permits;  // issued for it, read by OpenExceptions alone
};

// DuplicateKey: one of them is known.
void AddExceptions(Transaction& transaction, const std::vector<ExceptionRow>& exceptions);
// Which of these causes have their exception.
std::set<std::string> KnownExceptions(Executor& executor, const std::vector<std::string>& causes);
// The longest open first.
std::vector<ExceptionRow> OpenExceptions(Executor& executor, int limit);
std::optional<ExceptionRow> LockException(Transaction& transaction, std::uint64_t id);
// The one of that kind that the payment has open, if any.
std::optional<ExceptionRow> LockOpenException(Transaction& transaction, std::uint64_t payment_id,
                                              MoneyException kind);
// False: it is closed already.
bool CloseException(Transaction& transaction, std::uint64_t id, std::string_view by,
                    std::string_view note, Instant now);

// The fees of those cases of a paid payment that ended without a permit are earned no longer: each
// becomes an exception, once, with its booking. The payment stays as it is: it may have paid for
// other cases too, and its receipt was issued.
void LeaveFeesToCashier(Transaction& transaction, const PaymentRow& payment, Instant now);

struct TakenFile {
  std::string sha256;
  std::string name;
  std::string collector;
  Date sent_on;
  std::int64_t lines = 0;
  std::int64_t total = 0;
};
std::optional<Instant> WhenTaken(Executor& executor, std::string_view sha256);
// Gives its id; DuplicateKey: taken in before.
std::uint64_t AddSettlementFile(Transaction& transaction, const TakenFile& file, Instant now);
// The numbers of those good lines that a file taken in before has too: the same shop, slip, amount
// and day.
std::set<std::size_t> LinesTakenBefore(Executor& executor,
                                       const std::vector<SettlementLine>& lines);
struct TakenLine {
  const SettlementLine* line;
  std::string outcome;
  std::optional<std::uint64_t> payment_id;
};
void AddSettlementLines(Transaction& transaction, std::uint64_t file_id,
                        const std::vector<TakenLine>& lines);

}  // namespace permit::sql
