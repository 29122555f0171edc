#include "tests/handlers/payment/model/model_life.h"

#include <algorithm>

#include "fcgi/base/crypto.h"
#include "handlers/jobs/reconcile_payments.h"
#include "handlers/operator/payment_commands.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/settlement.h"
#include "handlers/rules/credit_file.h"
#include "handlers/web/csrf.h"
#include "handlers/web/paths.h"
#include "sql/payment_store.h"
#include "tests/handlers/payment/model/model_cashier.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

using payment::TradeState;
using namespace std::chrono_literals;

constexpr int kFewestActions = 4;
constexpr int kMoreActions = 13;
const std::string kNobodysNumber = "1385086952001009";

std::string FormToken(ModelSite& site, const std::string& session) {
  Request request;
  request.cookies.Add(CookieName(kSessionCookie, false), session);
  Context context{request, site.services};
  PrepareFormToken(context);
  return context.csrf_token;
}

std::string Cause(const std::string& reference) {
  return "gateway:" + reference + ":T" + reference;
}

}  // namespace

ModelLife::ModelLife(ModelSite& site, unsigned seed)
    : site_(site), dice_(seed), scenario_{.student = ModelSite::Student(seed), .money = {}} {
  site_.clock.PutOut();
  site_.clock.Set(scenario_.student.born);
  site_.random.Seed(seed);
  site_.bank = {};
  const sql::Row marks =
      site_.witness
          .Run(
              "SELECT (SELECT COALESCE(MAX(id), 0) FROM payment_exception) AS exception,"
              " (SELECT COALESCE(MAX(id), 0) FROM settlement_file) AS file")
          .at(0);
  scenario_.first_exception = marks.Uint("exception");
  scenario_.first_file = marks.Uint("file");
}

std::vector<std::string> ModelLife::Live(bool closely) {
  try {
    LiveOn(closely);
  } catch (const std::exception& error) {
    Fault(std::string("the site breaks: ") + error.what());
  }
  return faults_;
}

void ModelLife::LiveOn(bool closely) {
  for (int left = kFewestActions + Roll(kMoreActions); left > 0 && faults_.empty(); --left) {
    Action();
    scenario_.money = Money();
    if (closely && faults_.empty()) faults_ = FaultsInBooks(site_, scenario_);
  }
  if (faults_.empty()) End();
}

void ModelLife::Action() {
  switch (Roll(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return Risky([&] { Choose(); });
    case 4:
      return Risky([&] { SendAct(); });
    case 5:
      return GoToBank();
    case 6:
    case 7:
      return PayAtBank();
    case 8:
      return RefuseAtBank();
    case 9:
    case 10:
      return Risky([&] { Notice(); });
    case 11:
      return Risky([&] { Ask(); });
    case 12:
    case 13:
      return Risky([&] { CollectSlips(); });
    case 14:
      return Risky([&] { CreditAccounts(); });
    case 15:
    case 16:
      return Risky([&] { PassTime(); });
    case 17:
      return Risky([&] { CloseException(); });
    case 18:
      return Chance(3) ? WithdrawCase() : BreakFile();
    default:
      return Chance(10) ? LoseLink() : GoToBank();
  }
}

void ModelLife::Risky(const std::function<void()>& act) {
  if (Chance(5)) site_.clock.Light(1 + Roll(12));
  try {
    act();
  } catch (const Crash&) {
    Tell("the worker dies");
  }
  site_.clock.PutOut();
  site_.bank.mood = ModelBank::Mood::kWell;
  site_.bank.meanwhile = nullptr;
}

void ModelLife::Choose() {
  static const std::vector<std::string> kMethods = {"credit-card", "web-atm", "convenience-store",
                                                    "virtual-account"};
  act_ = {{"method", kMethods[static_cast<std::size_t>(Roll(4))]},
          {"act", site_.random.Uuid()},
          {"csrf", FormToken(site_, scenario_.student.session)}};
  const std::size_t fields = act_.size();
  for (const std::string& group : scenario_.student.groups) {
    if (Chance(2)) act_.emplace_back("group", group);
  }
  if (act_.size() == fields) act_.emplace_back("group", scenario_.student.groups[0]);
  SendAct();
}

// Also twice, or again after the worker has died.
void ModelLife::SendAct() {
  if (act_.empty()) return;
  Tell("chooses " + act_.front().second + " for " + std::to_string(act_.size() - 3) + " groups");
  if (Chance(6)) site_.bank.mood = static_cast<ModelBank::Mood>(Roll(4));
  Browser browser(site_.dispatcher);
  browser.SetCookie(CookieName(kSessionCookie, false), scenario_.student.session);
  const Response answer = browser.Post(std::string(kPaymentListPath) + "/method", act_);
  if (answer.status == 404) return Tell("but a group is paid");
  if (answer.status != 303) return Fault("the choice was answered with " + answer.body);
  const std::string location = HeaderOf(answer, "Location");
  if (location == kPaymentListPath) return Tell("but nothing is left to pay");
  const std::string rest = location.substr(kPaymentListPath.size() + 1);
  const std::string reference = rest.substr(0, rest.find('/'));
  for (const Started& one : started_) {
    if (one.reference == reference) return Tell("and is shown " + reference);
  }
  const sql::PaymentRow row = sql::FindPayment(site_.witness, reference).value();
  started_.push_back({reference, row.amount, row.slip_number, row.expires_at});
  Tell("and gets " + reference + " of " + std::to_string(row.amount) + " " + row.slip_number);
}

void ModelLife::GoToBank() {
  for (const Started& one : started_) {
    if (!one.slip_number.empty() || site_.bank.orders.contains(one.reference)) continue;
    site_.bank.orders[one.reference].asked = one.amount;
    return Tell("goes to the bank with " + one.reference);
  }
}

std::string ModelLife::AnyOrder() {
  if (site_.bank.orders.empty()) return "";
  auto at = site_.bank.orders.begin();
  std::advance(at, Roll(static_cast<int>(site_.bank.orders.size())));
  return at->first;
}

void ModelLife::PayAtBank() {
  if (Chance(2)) GoToBank();
  const std::string reference = AnyOrder();
  if (reference.empty()) return;
  ModelBank::Order& order = site_.bank.orders[reference];
  if (order.state == TradeState::kPaid) return;
  order.state = TradeState::kPaid;
  order.taken = order.asked + (Chance(10) ? 1 : 0);
  order.paid_at = site_.clock.Read();
  Tell("pays " + std::to_string(order.taken) + " for " + reference + " at the bank");
}

void ModelLife::RefuseAtBank() {
  const std::string reference = AnyOrder();
  if (reference.empty() || site_.bank.orders[reference].state == TradeState::kPaid) return;
  site_.bank.orders[reference].state = TradeState::kFailed;
  Tell("the bank refuses " + reference);
}

void ModelLife::Notice() {
  static const std::vector<std::string> kKinds = {"", "",          "",         "",
                                                  "", "simulated", "doubtful", "forged"};
  const std::string reference = AnyOrder();
  if (reference.empty()) return;
  // An old notice of a failed attempt may come after the one that succeeded.
  const std::string kind = Chance(6) ? "failed" : kKinds[static_cast<std::size_t>(Roll(8))];
  DeliverNotice(reference, kind);
}

void ModelLife::DeliverNotice(const std::string& reference, const std::string& kind) {
  Tell("a notice " + kind + " of " + reference);
  Browser server(site_.dispatcher);
  const Response answer = server.Post(kNoticePath, {{"reference", reference}, {"kind", kind}});
  if (kind == "forged") {
    if (answer.status != 400) Fault("a forged notice was taken");
    return;
  }
  if (answer.body != "1|OK") return Fault("a notice was answered with " + answer.body);
  ModelBank::Order& order = site_.bank.orders[reference];
  // Of another amount than asked for, the site believes no notice and asks.
  const bool believed = order.taken == order.asked;
  if (kind.empty() && order.state == TradeState::kPaid && believed) order.told = true;
}

void ModelLife::Ask() {
  const std::string reference = AnyOrder();
  if (reference.empty()) return;
  site_.bank.mood = Chance(2) ? ModelBank::Mood::kWell : static_cast<ModelBank::Mood>(Roll(4));
  if (Chance(3)) {
    site_.bank.meanwhile = [this] {
      Tell("while it is asked:");
      Chance(2) ? PayAtBank() : CollectSlips();
      Chance(2) ? Notice() : Choose();
    };
  }
  Tell("the bank is asked about " + reference);
  const payment::Asked asked = payment::AskAboutPayment(site_.services, reference, "job");
  Tell("and it is " + std::string(Code(asked)));
  const bool taken = asked == payment::Asked::kPaid || asked == payment::Asked::kException;
  if (taken) site_.bank.orders[reference].told = true;
}

const ModelLife::Started* ModelLife::AnySlip() {
  std::vector<const Started*> slips;
  for (const Started& one : started_) {
    if (!one.slip_number.empty()) slips.push_back(&one);
  }
  if (slips.empty()) return nullptr;
  return slips[static_cast<std::size_t>(Roll(static_cast<int>(slips.size())))];
}

void ModelLife::CollectSlips() {
  const Date today = TaipeiDate(site_.clock.Read());
  std::vector<StoreLine> lines;
  File file;
  for (int line = Roll(3); line >= 0; --line) {
    const Started* slip = AnySlip();
    if (slip == nullptr) return;
    const bool known = !Chance(8);
    const std::int64_t amount = slip->amount + (Chance(6) ? 1 : 0);
    lines.push_back({known ? slip->slip_number : kNobodysNumber, amount, AddDays(today, -Roll(4)),
                     Chance(8) ? "01" : "00"});
    file.lines.push_back({lines.back().number, amount, lines.back().status == "00"});
  }
  file.bytes = StoreFile(lines, today);
  files_.push_back(std::move(file));
  TakeFile(files_.back());
}

void ModelLife::CreditAccounts() {
  const Started* slip = AnySlip();
  if (slip == nullptr) return;
  const std::int64_t amount = slip->amount - (Chance(4) ? 1 : 0);
  const std::string day = FormatDate(TaipeiDate(site_.clock.Read()));
  const std::string trade = "B" + std::to_string(files_.size());
  const std::string money = std::to_string(amount);
  File file;
  file.bytes = std::string(kCreditFileHead) + "\n" + slip->slip_number + "," + money + "," + day +
               "," + trade + "\n";
  file.lines.push_back({slip->slip_number, amount, true,
                        "credit:" + trade + ":" + slip->slip_number + ":" + money + ":" + day});
  files_.push_back(std::move(file));
  TakeFile(files_.back());
}

void ModelLife::TakeFile(File& file) {
  const std::string bytes = file.bytes;
  const bool twin = std::ranges::any_of(
      files_, [&](const File& other) { return other.taken && other.bytes == bytes; });
  for (const Line& line : file.lines) {
    Tell("a line of " + std::to_string(line.amount) + " for " + line.number +
         (line.good ? "" : ", not good"));
  }
  // Every line is money of its own here, however alike they are.
  auto settled = payment::SettleFile(site_.services, "model", bytes, payment::KnownLines::kCount);
  if (!settled) return Fault("a good file is refused");
  if (std::holds_alternative<payment::TakenBefore>(settled.value()) != twin) {
    return Fault(twin ? "a file is taken twice" : "a new file was taken before");
  }
  file.taken = !twin;
  if (twin) file.lines.clear();
  if (!Chance(3)) return;
  auto again = payment::SettleFile(site_.services, "model", bytes);
  if (!again || !std::holds_alternative<payment::TakenBefore>(*again))
    Fault("a file is taken twice");
}

void ModelLife::BreakFile() {
  const Started* slip = AnySlip();
  if (slip == nullptr) return;
  Tell("a broken file");
  const Date today = TaipeiDate(site_.clock.Read());
  std::string bytes = StoreFile({{slip->slip_number, slip->amount, today}}, today);
  char& digit = bytes[121 + 89 + static_cast<std::size_t>(Roll(15))];
  digit = digit == '7' ? '8' : '7';
  if (payment::SettleFile(site_.services, "model", bytes)) {
    Fault("a broken file is taken");
  }
}

void ModelLife::PassTime() {
  site_.clock.Advance(std::chrono::hours(Chance(2) ? 1 + Roll(12) : 12 + Roll(100)));
  Tell("it is " + FormatTime(site_.clock.Read()));
  if (Chance(4)) site_.bank.mood = static_cast<ModelBank::Mood>(Roll(4));
  Reconcile();
}

// Papers wait for ever where the name cannot be printed.
void ModelLife::Reconcile() {
  if (scenario_.student.printable) {
    ReconcilePayments(site_.services);
  } else {
    ReconcileMoney(site_.services);
  }
}

void ModelLife::WithdrawCase() {
  Tell("a case is withdrawn by hand");
  site_.witness.Run("UPDATE application_case SET state = 'withdrawn' WHERE id IN (" +
                    scenario_.student.cases + ") AND state = 'awaiting-payment' LIMIT 1");
}

void ModelLife::CloseException() {
  auto open = site_.witness.Run(
      "SELECT id FROM payment_exception WHERE resolved_at IS NULL"
      " AND id > " +
      std::to_string(scenario_.first_exception) + " LIMIT 1");
  if (open.empty()) return;
  Tell("the cashier closes exception " + open.at(0).Text("id"));
  ModelCashier cashier(site_);
  ctl::Arguments arguments{.words = {open.at(0).Text("id")}, .options = {{"note", "sent back"}}};
  if (ctl::ResolveException(cashier, arguments).exit_code != ctl::kExitDone) {
    Fault("an open exception cannot be closed");
  }
  if (Chance(3) && ctl::ResolveException(cashier, arguments).exit_code != ctl::kExitRefused) {
    Fault("an exception is closed twice");
  }
}

void ModelLife::LoseLink() {
  Tell("the link to the database is cut");
  const auto id = site_.database.QueryOne({"OwnLink", "SELECT CONNECTION_ID() AS id"});
  site_.witness.Run("KILL " + id->Text("id"));
}

std::map<std::string, ModelMoney> ModelLife::Money() const {
  std::map<std::string, ModelMoney> money;
  for (const auto& [reference, order] : site_.bank.orders) {
    if (order.state == TradeState::kPaid) money[Cause(reference)] = {order.taken, order.told};
  }
  for (const File& file : files_) {
    if (!file.taken) continue;
    const std::string sha256 = HexEncode(Sha256(file.bytes));
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (!file.lines[i].good) continue;
      const std::string& credit = file.lines[i].cause;
      money[credit.empty() ? "line:" + sha256 + ":" + std::to_string(i + 2) : credit] = {
          file.lines[i].amount, true};
    }
  }
  return money;
}

// The collectors send what was not taken; days pass, and whatever was paid in time is found by
// asking alone; the notices of the rest arrive.
void ModelLife::End() {
  Tell("the end");
  for (File& file : files_) {
    if (!file.taken && !file.lines.empty()) TakeFile(file);
  }
  for (auto wait : {4 * 24h, 10 * 24h}) {
    site_.clock.Advance(wait);
    Reconcile();
  }
  for (auto& [reference, order] : site_.bank.orders) {
    if (order.state != TradeState::kPaid || order.told) continue;
    const auto started = std::ranges::find(started_, reference, &Started::reference);
    if (order.paid_at >= started->expires_at) {
      DeliverNotice(reference, "");
      Reconcile();
    }
    order.told = true;
  }
  scenario_.money = Money();
  if (faults_.empty()) faults_ = FaultsAtTheEnd(site_, scenario_);
  site_.witness.Run("UPDATE application_case SET state = 'issued' WHERE account_id = " +
                    std::to_string(scenario_.student.number) + " AND state = 'paid'");
}

}  // namespace permit::test
