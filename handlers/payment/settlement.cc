#include "handlers/payment/settlement.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fcgi/base/crypto.h"
#include "fcgi/base/log.h"
#include "handlers/payment/money.h"
#include "handlers/rules/credit_file.h"
#include "handlers/step.h"
#include "sql/database.h"
#include "sql/money_store.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

std::vector<std::string> Numbers(const SettlementFile& file) {
  std::set<std::string> numbers;
  for (const SettlementLine& line : file.lines) {
    if (line.good()) numbers.insert(line.barcodes.second);
  }
  return {numbers.begin(), numbers.end()};
}

// Of the good lines, in their order.
std::vector<Money> MoneyIn(sql::Transaction& transaction, const std::string& sha256,
                           const SettlementFile& file) {
  auto references = sql::ReferencesOfSlips(transaction, Numbers(file));
  std::vector<Money> monies;
  for (const SettlementLine& line : file.lines) {
    if (!line.good()) continue;
    const std::string& number = line.barcodes.second;
    auto reference = references.find(number);
    monies.push_back({.cause = "line:" + sha256 + ":" + std::to_string(line.line),
                      .actor = "collector:" + line.collector,
                      .number = number,
                      .reference = reference == references.end() ? "" : reference->second,
                      .amount = line.amount,
                      .paid_at = StartOfDay(line.paid_on)});
  }
  return monies;
}

std::string OutcomeCode(const MoneyOutcome& outcome) {
  switch (outcome.fate) {
    case MoneyFate::kSettled:
    case MoneyFate::kKnown:
      return "settled";
    case MoneyFate::kException:
      return std::string(Code(*outcome.exception));
  }
  return "";
}

long long Exceptions(const Settlement& settlement) {
  return std::ranges::count_if(settlement.lines, [](const SettledLine& line) {
    return MoneyExceptionFromCode(line.outcome).has_value();
  });
}

Settlement TakeFile(Services& services, sql::Transaction& transaction, const std::string& name,
                    const std::string& sha256, const SettlementFile& file) {
  Settlement settlement{.collector = file.collector, .sent_on = file.sent_on, .total = file.total};
  std::uint64_t file_id =
      sql::AddSettlementFile(transaction,
                             {.sha256 = sha256,
                              .name = name,
                              .collector = file.collector,
                              .sent_on = file.sent_on,
                              .lines = static_cast<std::int64_t>(file.lines.size()),
                              .total = file.total},
                             services.clock.Now());
  std::vector<Money> monies = MoneyIn(transaction, sha256, file);
  std::vector<MoneyOutcome> outcomes = TakeMoney(services, transaction, monies);
  std::vector<sql::TakenLine> taken;
  auto outcome = outcomes.begin();
  for (const SettlementLine& line : file.lines) {
    sql::TakenLine row{&line, "not-good", std::nullopt};
    if (line.good()) {
      row.outcome = OutcomeCode(*outcome);
      row.payment_id = outcome->payment_id;
      ++outcome;
    }
    settlement.lines.push_back({line.line, line.barcodes.second, line.amount, row.outcome});
    taken.push_back(std::move(row));
  }
  sql::AddSettlementLines(transaction, file_id, taken);
  Reach(Step::kSettlementInHand);
  return settlement;
}

}  // namespace

std::variant<Settlement, TakenBefore, SettlementRefusal> SettleFile(Services& services,
                                                                    const std::string& name,
                                                                    std::string_view bytes) {
  auto read = IsCreditFile(bytes) ? ReadCreditFile(bytes) : ReadSettlementFile(bytes);
  if (const auto* refusal = std::get_if<SettlementRefusal>(&read)) return *refusal;
  const auto& file = std::get<SettlementFile>(read);
  Reach(Step::kSettlementRead);
  std::string sha256 = HexEncode(Sha256(bytes));
  if (auto taken = sql::WhenTaken(services.database, sha256)) return TakenBefore{*taken};
  try {
    Settlement settlement = services.database.Transact([&](sql::Transaction& transaction) {
      return TakeFile(services, transaction, name, sha256, file);
    });
    Log(Severity::kInfo, "settlement.taken",
        {{"file", name},
         {"sha256", sha256},
         {"lines", static_cast<long long>(file.lines.size())},
         {"exceptions", Exceptions(settlement)}});
    Reach(Step::kSettlementDone);
    return settlement;
  } catch (const sql::DuplicateKey&) {
    // Somebody took the same file at the same time.
    auto taken = sql::WhenTaken(services.database, sha256);
    if (!taken) throw;
    return TakenBefore{*taken};
  }
}

}  // namespace permit::payment
