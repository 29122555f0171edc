#include "handlers/payment/settlement.h"

#include "fcgi/base/crypto.h"
#include "fcgi/base/log.h"
#include "handlers/payment/money.h"
#include "handlers/rules/credit_file.h"
#include "sql/database.h"
#include "sql/money_store.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

struct LineOutcome {
  std::string code;
  std::optional<std::uint64_t> payment_id;
};

LineOutcome SettleLine(Services& services, sql::Transaction& transaction, const std::string& sha256,
                       const SettlementLine& line) {
  if (!line.good()) return {"not-good", std::nullopt};
  const std::string& number = line.barcodes.second;
  std::string reference = sql::ReferenceOfSlip(transaction, number).value_or("");
  MoneyOutcome outcome = TakeMoney(services, transaction, reference,
                                   {.cause = "line:" + sha256 + ":" + std::to_string(line.line),
                                    .actor = "collector:" + line.collector,
                                    .number = number,
                                    .amount = line.amount,
                                    .paid_at = StartOfDay(line.paid_on)});
  switch (outcome.fate) {
    case MoneyFate::kSettled:
    case MoneyFate::kKnown:
      return {"settled", outcome.payment_id};
    case MoneyFate::kException:
      return {std::string(Code(*outcome.exception)), outcome.payment_id};
  }
  return {};
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
  for (const SettlementLine& line : file.lines) {
    LineOutcome outcome = SettleLine(services, transaction, sha256, line);
    sql::AddSettlementLine(transaction, file_id, line, outcome.code, outcome.payment_id);
    settlement.lines.push_back({line.line, line.barcodes.second, line.amount, outcome.code});
  }
  return settlement;
}

}  // namespace

std::variant<Settlement, TakenBefore, SettlementRefusal> SettleFile(Services& services,
                                                                    const std::string& name,
                                                                    std::string_view bytes) {
  auto read = IsCreditFile(bytes) ? ReadCreditFile(bytes) : ReadSettlementFile(bytes);
  if (const auto* refusal = std::get_if<SettlementRefusal>(&read)) return *refusal;
  const auto& file = std::get<SettlementFile>(read);
  std::string sha256 = HexEncode(Sha256(bytes));
  if (auto taken = sql::WhenTaken(services.database, sha256)) return TakenBefore{*taken};
  try {
    Settlement settlement = services.database.Transact([&](sql::Transaction& transaction) {
      return TakeFile(services, transaction, name, sha256, file);
    });
    Log(Severity::kInfo, "settlement.taken",
        {{"sha256", sha256}, {"lines", static_cast<long long>(file.lines.size())}});
    return settlement;
  } catch (const sql::DuplicateKey&) {
    // Somebody took the same file at the same time.
    auto taken = sql::WhenTaken(services.database, sha256);
    if (!taken) throw;
    return TakenBefore{*taken};
  }
}

}  // namespace permit::payment
