#include "tests/handlers/payment/model/model_books.h"

#include <algorithm>

#include "handlers/rules/payment_state.h"
#include "sql/money_store.h"

namespace permit::test {
namespace {

using Rows = std::vector<sql::Row>;

struct PaymentOf {
  sql::Row row;
  std::vector<sql::Row> items;  // its cases
  std::vector<sql::Row> history;
  bool paid() const { return row.Text("state") == "paid"; }
};

class Auditor {
 public:
  Auditor(ModelSite& site, const ModelScenario& scenario);

  void Everything();
  void End();
  std::vector<std::string> faults;

 private:
  void Demand(bool holds, const std::string& what) {
    if (!holds) faults.push_back(what);
  }
  Rows Read(const std::string& question) { return site_.witness.Run(question); }

  void History(const PaymentOf& payment);
  void Holding(const PaymentOf& payment);
  void Cases();
  void Money();
  void Exception(const sql::Row& exception);
  void Settlement();
  void Ledger();
  void Report();
  void Receipts();
  void Mails();

  ModelSite& site_;
  const ModelScenario& scenario_;
  std::map<std::uint64_t, PaymentOf> payments_;
  std::map<std::uint64_t, std::string> case_states_;
  Rows exceptions_, ledger_;
  Date from_, to_;
};

Auditor::Auditor(ModelSite& site, const ModelScenario& scenario)
    : site_(site),
      scenario_(scenario),
      from_(AddDays(TaipeiDate(scenario.student.born), -10)),
      to_(AddDays(TaipeiDate(scenario.student.born), 200)) {
  const std::string id = std::to_string(scenario.student.number);
  for (sql::Row& row :
       Read("SELECT id, reference, method, amount, state, next_ask_at, trade_number,"
            " paid_at, deadline, slip_number FROM payment WHERE account_id = " +
            id)) {
    const std::uint64_t key = row.Uint("id");
    payments_.emplace(key, PaymentOf{std::move(row), {}, {}});
  }
  for (sql::Row& row :
       Read("SELECT pc.payment_id, pc.case_id, pc.amount, pc.held_case_id, c.service FROM payment p"
            " JOIN payment_case pc ON pc.payment_id = p.id JOIN application_case c"
            " ON c.id = pc.case_id WHERE p.account_id = " +
            id)) {
    payments_.at(row.Uint("payment_id")).items.push_back(std::move(row));
  }
  for (sql::Row& row : Read("SELECT h.payment_id, h.at, h.event, h.from_state, h.to_state"
                            " FROM payment p JOIN payment_history h ON h.payment_id = p.id"
                            " WHERE p.account_id = " +
                            id + " ORDER BY h.payment_id, h.id")) {
    payments_.at(row.Uint("payment_id")).history.push_back(std::move(row));
  }
  for (const sql::Row& row :
       Read("SELECT id, state FROM application_case WHERE account_id = " + id)) {
    case_states_[row.Uint("id")] = row.Text("state");
  }
  exceptions_ = Read(
      "SELECT id, cause, kind, number, payment_id, method, amount, paid_on, resolved_at FROM"
      " payment_exception WHERE id > " +
      std::to_string(scenario.first_exception));
  ledger_ = Read(
      "SELECT booking, booked_on, book, method, item, amount FROM ledger_entry WHERE"
      " booked_on BETWEEN '" +
      FormatDate(from_) + "' AND '" + FormatDate(to_) + "' ORDER BY booking, leg");
}

void Auditor::Everything() {
  for (const auto& [id, payment] : payments_) {
    History(payment);
    Holding(payment);
  }
  Cases();
  Money();
  Settlement();
  Ledger();
  Report();
  Receipts();
  Mails();
}

// From nothing to its present state by edges alone, each where the one before has ended.
void Auditor::History(const PaymentOf& payment) {
  const std::string name = payment.row.Text("reference");
  std::string state, at;
  for (const sql::Row& step : payment.history) {
    const bool first = &step == &payment.history.front();
    const std::string from = step.OptionalText("from_state").value_or("");
    const std::string event = step.Text("event"), to = step.Text("to_state");
    const bool known = first ? event == "create" && from.empty() && to == "created"
                             : std::ranges::any_of(PaymentEdges(), [&](const PaymentEdge& edge) {
                                 return Code(edge.from) == from && Code(edge.event) == event &&
                                        Code(edge.to) == to;
                               });
    Demand(known,
           name + " went from '" + from + "' by " + event + " to " + to + " without an edge");
    Demand(from == state, name + " left " + from + " but stood in " + state);
    Demand(at <= step.Text("at"), name + " has a history that goes back in time");
    state = to;
    at = step.Text("at");
  }
  Demand(state == payment.row.Text("state"),
         name + " is " + payment.row.Text("state") + ", its history ends in " + state);
}

void Auditor::Holding(const PaymentOf& payment) {
  const std::string name = payment.row.Text("reference");
  const std::set<std::string> holding = {"created", "at-bank", "asking", "slip-out", "paid"};
  std::int64_t sum = 0;
  for (const sql::Row& item : payment.items) {
    sum += item.Int("amount");
    const auto held = item.OptionalUint("held_case_id");
    Demand(held.has_value() == holding.contains(payment.row.Text("state")) &&
               (!held || held == item.Uint("case_id")),
           name + " is " + payment.row.Text("state") + " and " +
               (held ? "holds a case" : "does not hold its case"));
  }
  Demand(sum == payment.row.Int("amount"), name + " is not the sum of its cases");
}

void Auditor::Cases() {
  std::map<std::uint64_t, int> paid;
  for (const auto& [id, payment] : payments_) {
    if (!payment.paid()) continue;
    for (const sql::Row& item : payment.items) ++paid[item.Uint("case_id")];
  }
  for (const auto& [id, state] : case_states_) {
    Demand(paid[id] <= 1, "case " + std::to_string(id) + " is paid twice");
    Demand((state == "paid") == (paid[id] > 0), "case " + std::to_string(id) + " is " + state +
                                                    " with " + std::to_string(paid[id]) +
                                                    " payments");
  }
}

// All the money that came is in one row, and no row has money that did not come.
void Auditor::Money() {
  std::map<std::string, std::vector<std::int64_t>> rows;
  for (const auto& [id, payment] : payments_) {
    const std::string cause = payment.row.OptionalText("trade_number").value_or("");
    Demand(payment.paid() == !cause.empty(), payment.row.Text("reference") + " is " +
                                                 payment.row.Text("state") + " by '" + cause + "'");
    if (!cause.empty()) rows[cause].push_back(payment.row.Int("amount"));
  }
  for (const sql::Row& exception : exceptions_) {
    rows[exception.Text("cause")].push_back(exception.Int("amount"));
    Exception(exception);
  }
  for (const auto& [cause, amounts] : rows) {
    auto came = scenario_.money.find(cause);
    Demand(came != scenario_.money.end(), cause + " is in the site and never came");
    Demand(amounts.size() == 1, cause + " counts " + std::to_string(amounts.size()) + " times");
    Demand(came == scenario_.money.end() || amounts.front() == came->second.amount,
           cause + " has another amount than came");
  }
  for (const auto& [cause, money] : scenario_.money) {
    Demand(!money.told || rows.contains(cause), cause + " came and is in no row");
  }
}

// Each has the reason that it says.
void Auditor::Exception(const sql::Row& exception) {
  const std::string kind = exception.Text("kind"), cause = exception.Text("cause");
  const auto id = exception.OptionalUint("payment_id");
  if (!id) return Demand(kind == "unknown-number", cause + " is " + kind + " of no payment");
  const PaymentOf& payment = payments_.at(*id);
  const auto any_case = [&](const std::string& state) {
    return std::ranges::any_of(payment.items, [&](const sql::Row& item) {
      return case_states_.at(item.Uint("case_id")) == state;
    });
  };
  const auto deadline = payment.row.OptionalDay("deadline");
  const bool just = kind == "second-payment"   ? any_case("paid")
                    : kind == "case-withdrawn" ? any_case("withdrawn")
                    : kind == "wrong-amount"
                        ? exception.Int("amount") != payment.row.Int("amount")
                        : kind == "late" && deadline && exception.Day("paid_on") > *deadline;
  Demand(just, cause + " is " + kind + " without a reason");
}

void Auditor::Settlement() {
  const std::string cause =
      " IF(l.collector = 'BOT', CONCAT('credit:', l.shop, ':', l.slip_number, ':', l.amount, ':',"
      " DATE_FORMAT(l.paid_on, '%Y/%m/%d')), CONCAT('line:', f.sha256, ':', l.line_number))";
  for (const sql::Row& line :
       Read("SELECT f.sha256, l.line_number, l.outcome, l.amount, p.trade_number, x.kind"
            " FROM settlement_file f JOIN settlement_line l ON l.file_id = f.id"
            " LEFT JOIN payment p ON p.id = l.payment_id AND p.trade_number =" +
            cause + " LEFT JOIN payment_exception x ON x.cause =" + cause + " WHERE f.id > " +
            std::to_string(scenario_.first_file))) {
    const std::string outcome = line.Text("outcome");
    const std::string exception = line.OptionalText("kind").value_or("");
    const bool paid = !line.IsNull("trade_number");
    const bool right = outcome == "settled"    ? paid && exception.empty()
                       : outcome == "not-good" ? !paid && exception.empty()
                                               : !paid && exception == outcome;
    Demand(right, "line " + line.Text("line_number") + " of " + line.Text("sha256") + " ended as " +
                      outcome + ", an exception '" + exception + "'");
  }
}

// The legs that the rows of payments and exceptions call for, and no others.
void Auditor::Ledger() {
  using Leg = std::vector<std::string>;
  std::multiset<Leg> wanted, found;
  const auto want = [&](const std::string& booking, const std::string& book,
                        const std::string& method, const std::string& item, std::int64_t amount) {
    wanted.insert({booking, book, method, item, std::to_string(amount)});
  };
  for (const auto& [id, payment] : payments_) {
    if (!payment.paid()) continue;
    const std::string booking = "paid:" + payment.row.Text("reference");
    const std::string method = payment.row.Text("method");
    want(booking, "collector", method, "", payment.row.Int("amount"));
    for (const sql::Row& item : payment.items) {
      want(booking, "fee", method, item.Text("service"), -item.Int("amount"));
    }
  }
  for (const sql::Row& exception : exceptions_) {
    const std::string booking = "exception:" + exception.Text("cause");
    const std::string method = exception.Text("method");
    const std::int64_t amount = exception.Int("amount");
    want(booking, "collector", method, "", amount);
    want(booking, "suspense", method, "", -amount);
    if (exception.IsNull("resolved_at")) continue;
    const std::string closing = "resolved:" + exception.Text("id");
    want(closing, "suspense", method, "", amount);
    want(closing, "closed", method, "", -amount);
  }
  std::map<std::string, std::int64_t> sums;
  for (const sql::Row& leg : ledger_) {
    found.insert({leg.Text("booking"), leg.Text("book"), leg.Text("method"), leg.Text("item"),
                  leg.Text("amount")});
    sums[leg.Text("booking")] += leg.Int("amount");
  }
  for (const auto& [booking, sum] : sums) {
    Demand(sum == 0, booking + " sums to " + std::to_string(sum));
  }
  for (const Leg& leg : wanted) {
    Demand(found.count(leg) == wanted.count(leg),
           leg[0] + " lacks its leg " + leg[1] + " " + leg[3] + " of " + leg[4]);
  }
  for (const Leg& leg : found) {
    Demand(wanted.contains(leg), leg[0] + " has a leg " + leg[1] + " " + leg[3] + " of " + leg[4]);
  }
}

void Auditor::Report() {
  using Key = std::vector<std::string>;
  std::map<Key, std::pair<std::int64_t, std::int64_t>> wanted, found;
  for (const sql::Row& leg : ledger_) {
    auto& [entries, total] = wanted[{FormatDate(leg.Day("booked_on")), leg.Text("method"),
                                     leg.Text("book"), leg.Text("item")}];
    ++entries;
    total += leg.Int("amount");
  }
  for (const sql::LedgerSum& sum : sql::LedgerSums(site_.witness, from_, to_)) {
    found[{FormatDate(sum.booked_on), sum.method, sum.book, sum.item}] = {sum.entries, sum.total};
  }
  Demand(found == wanted, "the report differs from the ledger");
}

void Auditor::Receipts() {
  for (const sql::Row& row :
       Read("SELECT p.reference, p.state, p.amount, COUNT(*) AS n, MIN(r.amount) AS on_receipt"
            " FROM payment p JOIN receipt r ON r.payment_id = p.id WHERE p.account_id = " +
            std::to_string(scenario_.student.number) + " GROUP BY p.id")) {
    Demand(row.Text("state") == "paid" && row.Int("n") == 1 &&
               row.Int("amount") == row.Int("on_receipt"),
           row.Text("reference") + " is " + row.Text("state") + " and has " + row.Text("n") +
               " receipts, one of " + row.Text("on_receipt"));
  }
}

void Auditor::Mails() {
  std::multiset<std::string> wanted, found;
  for (const auto& [id, payment] : payments_) {
    if (payment.paid()) wanted.insert("payment-received:" + payment.row.Text("reference"));
  }
  for (const sql::Row& exception : exceptions_) {
    if (exception.IsNull("payment_id")) continue;
    wanted.insert("payment-unapplied:" + exception.Text("cause"));
  }
  for (const sql::Row& mail : Read("SELECT cause_key FROM outbox WHERE created_at BETWEEN '" +
                                   FormatDate(from_) + "' AND '" + FormatDate(to_) + "'")) {
    found.insert(mail.Text("cause_key"));
  }
  Demand(found == wanted, "the mails are not those of the paid payments and of the exceptions");
}

void Auditor::End() {
  Everything();
  const std::set<std::string> ended = {"paid", "failed", "voided", "expired"};
  for (const auto& [id, payment] : payments_) {
    Demand(ended.contains(payment.row.Text("state")),
           payment.row.Text("reference") + " is still " + payment.row.Text("state"));
    Demand(payment.row.IsNull("next_ask_at"),
           payment.row.Text("reference") + " is still to be asked about");
  }
  const std::string waiting =
      " FROM payment p LEFT JOIN receipt r ON r.payment_id = p.id WHERE"
      " p.state = 'paid' AND r.id IS NULL AND p.account_id = " +
      std::to_string(scenario_.student.number);
  Demand(!scenario_.student.printable || Read("SELECT p.id" + waiting).empty(),
         "a payment waits for its receipt");
}

}  // namespace

std::vector<std::string> FaultsInBooks(ModelSite& site, const ModelScenario& scenario) {
  Auditor auditor(site, scenario);
  auditor.Everything();
  return auditor.faults;
}

std::vector<std::string> FaultsAtTheEnd(ModelSite& site, const ModelScenario& scenario) {
  Auditor auditor(site, scenario);
  auditor.End();
  return auditor.faults;
}

std::vector<std::string> FaultsInTown(ModelSite& site) {
  std::vector<std::string> faults;
  const auto none = [&](const std::string& rows, const std::string& what) {
    if (!site.witness.Run(rows).empty()) faults.push_back(what);
  };
  none("SELECT booking FROM ledger_entry GROUP BY booking HAVING SUM(amount) <> 0",
       "a booking does not sum to zero");
  none("SELECT 1 FROM ledger_entry HAVING COALESCE(SUM(amount), 0) <> 0",
       "the ledger does not sum to zero");
  none(
      "SELECT case_id FROM payment_case JOIN payment p ON p.id = payment_id WHERE p.state = 'paid'"
      " GROUP BY case_id HAVING COUNT(*) > 1",
      "a case is paid twice");
  none("SELECT payment_id FROM receipt GROUP BY payment_id HAVING COUNT(*) > 1",
       "a payment has two receipts");
  // The counter runs ahead of the receipts when one was numbered and not made.
  none(
      "SELECT k.year FROM counter k LEFT JOIN receipt r ON LEFT(r.number, 3) = LPAD(k.year, 3, 0)"
      " WHERE k.name = 'receipt-paper' GROUP BY k.year, k.value"
      " HAVING COUNT(r.id) <> k.value OR COALESCE(MAX(CAST(RIGHT(r.number, 7) AS INT)), 0) <>"
      " k.value",
      "the receipts of a year have a gap");
  none(
      "SELECT 1 FROM ledger_entry WHERE book = 'collector' HAVING COALESCE(SUM(amount), 0) <>"
      " (SELECT COALESCE(SUM(amount), 0) FROM payment WHERE state = 'paid') +"
      " (SELECT COALESCE(SUM(amount), 0) FROM payment_exception)",
      "the collectors' book is not the sum of payments and exceptions");
  return faults;
}

}  // namespace permit::test
