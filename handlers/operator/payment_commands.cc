#include "handlers/operator/payment_commands.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <span>
#include <thread>

#include "handlers/jobs/reconcile_payments.h"
#include "handlers/jobs/take_settlements.h"
#include "handlers/operator/acting_for.h"
#include "handlers/operator/numbers.h"
#include "handlers/papers/waiting_papers.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/gateways.h"
#include "handlers/payment/money.h"
#include "handlers/payment/settlement.h"
#include "handlers/rules/virtual_account.h"
#include "handlers/web/context.h"
#include "sql/money_store.h"
#include "sql/payment_store.h"

namespace permit::ctl {
namespace {

constexpr std::size_t kPapersAtOnce = 100000;  // most that one command issues

std::optional<std::int64_t> Number(std::string_view text) {
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Services MakeServices(Surroundings& surroundings) {
  return Services{.settings = surroundings.settings(),
                  .clock = surroundings.clock(),
                  .random = surroundings.random(),
                  .database = surroundings.database(),
                  .renderer = surroundings.renderer()};
}

std::optional<Date> DayOption(const Arguments& arguments, std::string_view name, Date otherwise) {
  auto text = arguments.Option(name);
  return text ? ParseDate(*text) : otherwise;
}

std::optional<payment::KnownLines> ReadKnownLines(const std::optional<std::string>& word) {
  if (!word) return payment::KnownLines::kRefuse;
  if (*word == "skip") return payment::KnownLines::kSkip;
  if (*word == "count") return payment::KnownLines::kCount;
  return std::nullopt;
}

std::string Money(std::int64_t amount) { return std::to_string(amount); }

template <class Row>
std::span<const Row> Shown(const std::vector<Row>& rows, int limit) {
  return std::span(rows).first(std::min(rows.size(), static_cast<std::size_t>(limit)));
}

// `found`: the rows of a query for one more than `limit`, so that it tells whether there are more.
Outcome DoneShowing(std::size_t found, int limit) {
  if (found <= static_cast<std::size_t>(limit)) return Outcome::Done();
  return {kExitDone, "there are more: --limit N shows more than " + std::to_string(limit)};
}

std::string_view ToDo(MoneyException kind) {
  switch (kind) {
    case MoneyException::kUnknownNumber:
      return "find the payer with the collector; give the money back or have it paid anew";
    case MoneyException::kWrongAmount:
      return "ask the collector; claim what is missing, or give the money back";
    case MoneyException::kLate:
      return "give the money back; the student pays anew";
    case MoneyException::kSecondPayment:
      return "the fee was paid already: give the money back";
    case MoneyException::kCaseWithdrawn:
      return "nothing is owed: give the money back";
    case MoneyException::kRevoked:
      return "the bank took the fee back: claim it from the student; once it is paid, payment "
             "restore; while it stays unpaid have the permits named here cancelled";
    case MoneyException::kCaseClosed:
      return "its case ended without a permit: give the fee back; if the bank has taken back the "
             "same payment, nothing is owed and both exceptions are closed";
  }
  return {};
}

}  // namespace

Outcome SettlePayments(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& file = arguments.words.at(0);
  const auto known = ReadKnownLines(arguments.Option("known"));
  if (!known) return Outcome::Usage("--known takes skip or count");
  std::ifstream in(file, std::ios::binary);
  if (!in) return Outcome::Refused(file + " cannot be read");
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  Services services = MakeServices(surroundings);
  auto settled = payment::SettleFile(services, file.substr(file.rfind('/') + 1), bytes, *known);
  if (!settled) {
    return Outcome::Refused(file + ":" + std::to_string(settled.error().line) + ": " +
                            std::string(Code(settled.error().fault)));
  }
  if (const auto* before = std::get_if<payment::TakenBefore>(&*settled)) {
    surroundings.out() << "taken in before, on " << FormatTime(before->at)
                       << "; nothing was changed\n";
    return Outcome::Done();
  }
  AuditDone(surroundings, "payment-settle", "settlement:" + file.substr(file.rfind('/') + 1),
            "lines: " + std::to_string(std::get<payment::Settlement>(*settled).lines.size()));
  Listing listing({"line", "slip", "amount", "outcome"});
  for (const payment::SettledLine& line : std::get<payment::Settlement>(*settled).lines) {
    listing.Add({std::to_string(line.line), line.slip_number, Money(line.amount), line.outcome});
  }
  surroundings.Print(listing);
  const Instant now = surroundings.now();
  IssueWaitingPapers(surroundings.database(), surroundings.settings(), now, kPapersAtOnce,
                     now - std::chrono::days(1));
  return Outcome::Done();
}

Outcome ListPayments(Surroundings& surroundings, const Arguments& arguments) {
  auto since = DayOption(arguments, "since", AddDays(surroundings.today(), -30));
  if (!since) return Outcome::Usage("--since takes a day, YYYY-MM-DD");
  const auto limit = ReadLimit(arguments);
  if (!limit) return Outcome::Usage(std::string(kLimitWords));
  Listing listing({"reference", "created", "method", "amount", "state", "since", "slip"});
  const auto rows = sql::PaymentsSince(surroundings.database(), StartOfDay(*since), *limit + 1);
  for (const sql::PaymentRow& row : Shown(rows, *limit)) {
    listing.Add({row.reference, FormatTime(row.created_at), std::string(Code(row.method)),
                 Money(row.amount), std::string(Code(row.state)), FormatTime(row.state_since),
                 row.slip_number});
  }
  AuditList(surroundings, arguments, "payment-list", "payments", listing.size());
  surroundings.Print(listing);
  return DoneShowing(rows.size(), *limit);
}

Outcome AskAboutPaymentNow(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& reference = arguments.words.at(0);
  auto payment = sql::FindPayment(surroundings.database(), reference);
  if (!payment) return Outcome::Refused("there is no payment " + reference);
  const payment::Gateways gateways(surroundings.settings());
  Services services = MakeServices(surroundings);
  services.gateways = &gateways;
  payment::Asked asked = payment::AskAboutPayment(services, reference, surroundings.actor());
  surroundings.out() << Code(asked) << '\n';
  return asked == payment::Asked::kNoReply ? Outcome::Refused("the bank gives no answer")
                                           : Outcome::Done();
}

Outcome ShowPayment(Surroundings& surroundings, const Arguments& arguments) {
  sql::Database& database = surroundings.database();
  auto payment = sql::FindPayment(database, arguments.words.at(0));
  if (!payment) return Outcome::Refused("there is no payment " + arguments.words.at(0));
  Listing listing({"at", "event", "state", "actor", "detail"});
  for (const sql::PaymentHistoryRow& row : sql::PaymentHistory(database, payment->id)) {
    listing.Add({FormatTime(row.at), row.event, row.to_state, row.actor, row.detail});
  }
  AuditReading(surroundings, "payment-show", "payment:" + payment->reference);
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome PrintBarcodes(Surroundings& surroundings, const Arguments& arguments) {
  auto serial = Number(arguments.Option("serial").value_or(""));
  auto amount = Number(arguments.Option("amount").value_or(""));
  auto deadline = ParseDate(arguments.Option("deadline").value_or(""));
  if (!serial || *serial < 0 || *serial > 999999999)
    return Outcome::Usage("--serial takes a number of at most 9 digits");
  if (!amount || *amount < 0 || *amount > kMaxSlipAmount)
    return Outcome::Usage("--amount takes whole dollars, at most 9 digits");
  if (!deadline) return Outcome::Usage("--deadline takes a day, YYYY-MM-DD");
  bool both = arguments.Has("category") && arguments.Has("item");
  std::string category = arguments.Option("category").value_or("");
  std::string item = arguments.Option("item").value_or("");
  std::string period = DuePeriodMonthDay(*deadline);
  if (!both) {
    const Settings& settings = surroundings.settings();
    if (category.empty()) category = settings.collection_category;
    if (item.empty()) item = settings.collection_item;
    if (settings.slip_due_period != "MMDD") period = DuePeriodRocYearMonth(*deadline);
  }
  std::string own = std::to_string(*serial);
  own.insert(0, 9 - own.size(), '0');
  auto number = VirtualAccount(category, own, static_cast<long>(*amount));
  if (!number) return Outcome::Usage("--category takes 6 digits");
  auto codes = MakeSlipBarcodes(*deadline, item, *number, period, static_cast<long>(*amount));
  if (!codes) return Outcome::Usage("--item takes 3 characters of A-Z and 0-9");
  surroundings.out() << *number << '\n'
                     << codes->first << '\n'
                     << codes->second << '\n'
                     << codes->third << '\n';
  return Outcome::Done();
}

Outcome ListExceptions(Surroundings& surroundings, const Arguments& arguments) {
  const auto limit = ReadLimit(arguments);
  if (!limit) return Outcome::Usage(std::string(kLimitWords));
  Listing listing({"id", "kind", "number", "amount", "paid", "found", "cause", "permits", "to do"});
  const auto rows = sql::OpenExceptions(surroundings.database(), *limit + 1);
  for (const sql::ExceptionRow& row : Shown(rows, *limit)) {
    listing.Add({std::to_string(row.id), std::string(Code(row.kind)), row.number, Money(row.amount),
                 FormatDate(row.paid_on), FormatTime(row.found_at), row.cause, row.permits,
                 std::string(ToDo(row.kind))});
  }
  AuditList(surroundings, arguments, "payment-exceptions", "payments", listing.size());
  surroundings.Print(listing);
  return DoneShowing(rows.size(), *limit);
}

Outcome ResolveException(Surroundings& surroundings, const Arguments& arguments) {
  auto id = Number(arguments.words.at(0));
  auto note = arguments.Option("note");
  if (!id || *id <= 0) return Outcome::Usage("an exception is named by its id");
  if (!note || note->empty()) return Outcome::Usage("--note says what became of the money");
  Instant now = surroundings.now();
  bool closed = surroundings.database().Transact([&](sql::Transaction& transaction) {
    auto exception = sql::LockException(transaction, static_cast<std::uint64_t>(*id));
    return exception &&
           payment::CloseException(transaction, *exception, surroundings.actor(), *note, now);
  });
  return closed ? Outcome::Done()
                : Outcome::Refused("there is no open exception " + arguments.words.at(0));
}

Outcome RestorePayment(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& reference = arguments.words.at(0);
  auto note = arguments.Option("note");
  if (!note || note->empty()) return Outcome::Usage("--note says how the fee was paid");
  Services services = MakeServices(surroundings);
  const bool restored = surroundings.database().Transact([&](sql::Transaction& transaction) {
    return payment::MakeGood(services, transaction, reference, surroundings.actor(), *note);
  });
  if (!restored) return Outcome::Refused("there is no payment " + reference + " that was revoked");
  payment::IssuePapers(services, reference);
  return Outcome::Done();
}

Outcome ReportLedger(Surroundings& surroundings, const Arguments& arguments) {
  auto from = DayOption(arguments, "from", surroundings.today());
  auto to = DayOption(arguments, "to", surroundings.today());
  if (!from || !to) return Outcome::Usage("--from and --to take days, YYYY-MM-DD");
  Listing listing({"day", "method", "book", "item", "entries", "amount"});
  std::int64_t sum = 0;
  for (const sql::LedgerSum& row : sql::LedgerSums(surroundings.database(), *from, *to)) {
    listing.Add({FormatDate(row.booked_on), row.method, row.book, row.item,
                 std::to_string(row.entries), Money(row.total)});
    sum += row.total;
  }
  listing.Add({"sum", "", "", "", "", Money(sum)});
  surroundings.Print(listing);
  return sum == 0 ? Outcome::Done() : Outcome::Refused("the books do not balance");
}

Outcome RunReconcilePayments(Surroundings& surroundings) {
  const payment::Gateways gateways(surroundings.settings());
  Services services = MakeServices(surroundings);
  services.gateways = &gateways;
  // A gateway that is asked more than a few times a second refuses to answer.
  Reconciled done = ReconcilePayments(
      services, [] { std::this_thread::sleep_for(std::chrono::milliseconds(300)); });
  Listing listing({"asked", "no answer", "paid", "failed", "exceptions", "expired", "receipts",
                   "permits", "papers that wait", "errors", "invariants broken"});
  auto text = [](std::size_t number) { return std::to_string(number); };
  listing.Add({text(done.asked), text(done.no_answer), text(done.paid), text(done.failed),
               text(done.exceptions), text(done.expired), text(done.receipts), text(done.permits),
               text(done.refused), text(done.broken), text(done.invariants)});
  surroundings.Print(listing);
  if (done.broken == 0) return Outcome::Done();
  return Outcome::Refused(text(done.broken) + " payments or papers ended in an error, see the log");
}

Outcome RunSettlement(Surroundings& surroundings) {
  Services services = MakeServices(surroundings);
  const std::chrono::seconds quiet(surroundings.settings().settlement_quiet_seconds);
  SettlementRound round =
      TakeSettlements(services, [quiet] { std::this_thread::sleep_for(quiet); });
  Listing listing({"taken", "taken before", "refused", "waiting"});
  listing.Add({std::to_string(round.taken), std::to_string(round.known),
               std::to_string(round.refused), std::to_string(round.waiting)});
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
