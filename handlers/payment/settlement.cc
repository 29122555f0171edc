#include "handlers/payment/settlement.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fcgi/base/crypto.h"
#include "fcgi/base/log.h"
#include "fcgi/base/text_encoding.h"
#include "handlers/payment/crash_point.h"
#include "handlers/payment/money.h"
#include "handlers/rules/credit_file.h"
#include "sql/database.h"
#include "sql/money_store.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

constexpr std::string_view kKnown = "known";

std::vector<std::string> Numbers(const SettlementFile& file) {
  std::set<std::string> numbers;
  for (const SettlementLine& line : file.lines) {
    if (line.good()) numbers.insert(line.barcodes.second);
  }
  return {numbers.begin(), numbers.end()};
}

// A file under way: what it says, and which of its lines count.
struct Intake {
  const std::string& name;
  const std::string& sha256;
  const SettlementFile& file;
  bool credits = false;              // the bank's list
  std::set<std::size_t> known = {};  // lines that another file brought before

  bool Counts(const SettlementLine& line) const {
    return line.good() && !known.contains(line.line);
  }
};

// The bank's own number alone might come again in another year.
std::string CauseOf(const Intake& intake, const SettlementLine& line) {
  if (!intake.credits) return "line:" + intake.sha256 + ":" + std::to_string(line.line);
  return "credit:" + line.shop + ":" + line.barcodes.second + ":" + std::to_string(line.amount) +
         ":" + FormatDate(line.paid_on);
}

// Of the lines that count, in their order.
std::vector<Money> MoneyIn(sql::Transaction& transaction, const Intake& intake) {
  auto references = sql::ReferencesOfSlips(transaction, Numbers(intake.file));
  std::vector<Money> monies;
  for (const SettlementLine& line : intake.file.lines) {
    if (!intake.Counts(line)) continue;
    const std::string& number = line.barcodes.second;
    auto reference = references.find(number);
    monies.push_back({.cause = CauseOf(intake, line),
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
      return "settled";
    case MoneyFate::kKnown:
      return std::string(kKnown);
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

Settlement TakeFile(Services& services, sql::Transaction& transaction, const Intake& intake) {
  const SettlementFile& file = intake.file;
  Settlement settlement{.collector = file.collector, .sent_on = file.sent_on, .total = file.total};
  std::uint64_t file_id =
      sql::AddSettlementFile(transaction,
                             {.sha256 = intake.sha256,
                              .name = intake.name,
                              .collector = file.collector,
                              .sent_on = file.sent_on,
                              .lines = static_cast<std::int64_t>(file.lines.size()),
                              .total = file.total},
                             services.clock.Now());
  std::vector<Money> monies = MoneyIn(transaction, intake);
  std::vector<MoneyOutcome> outcomes = TakeMoney(services, transaction, monies);
  std::vector<sql::TakenLine> taken;
  auto outcome = outcomes.begin();
  for (const SettlementLine& line : file.lines) {
    sql::TakenLine row{&line, "not-good", std::nullopt};
    if (intake.known.contains(line.line)) row.outcome = kKnown;
    if (intake.Counts(line)) {
      row.outcome = OutcomeCode(*outcome);
      row.payment_id = outcome->payment_id;
      ++outcome;
    }
    settlement.lines.push_back({line.line, line.barcodes.second, line.amount, row.outcome});
    taken.push_back(std::move(row));
  }
  sql::AddSettlementLines(transaction, file_id, taken);
  PassCrashPoint(CrashPoint::kSettlementInHand);
  return settlement;
}

using Settled = tl::expected<std::variant<Settlement, TakenBefore>, SettlementRefusal>;

Settled TakeUnlessRepeated(Services& services, sql::Transaction& transaction, Intake intake,
                           KnownLines known) {
  if (!intake.credits && known != KnownLines::kCount) {
    intake.known = sql::LinesTakenBefore(transaction, intake.file.lines);
  }
  if (known == KnownLines::kRefuse && !intake.known.empty()) {
    return tl::unexpected(SettlementRefusal{*intake.known.begin(), SettlementFault::kRepeated});
  }
  return TakeFile(services, transaction, intake);
}

// A collectors' file with its texts as they are stored and shown.
void DecodeTexts(SettlementFile& file) {
  for (std::string* text : {&file.company, &file.collector, &file.category}) {
    *text = DecodeBig5(*text);
  }
  for (SettlementLine& line : file.lines) {
    line.collector = file.collector;
    for (std::string* text : {&line.shop, &line.account}) *text = DecodeBig5(*text);
  }
}

using Read = tl::expected<SettlementFile, SettlementRefusal>;

// As a file that is ours.
Read ReadOwn(const Services& services, std::string_view bytes, bool credits) {
  Read file = credits ? ReadCreditFile(bytes) : ReadSettlementFile(bytes);
  if (!file) return file;
  std::optional<SettlementRefusal> refusal;
  if (!credits) {
    const Settings& settings = services.settings;
    DecodeTexts(*file);
    refusal = RefuseHeader(*file, {.company = settings.settlement_company,
                                   .collectors = settings.settlement_collectors,
                                   .category = settings.settlement_category});
  }
  if (!refusal) refusal = RefuseDates(*file, TaipeiDate(services.clock.Now()));
  if (refusal) return tl::unexpected(*refusal);
  return file;
}

}  // namespace

std::string ShownFileName(const std::string& name) {
  std::string shown = OtherEncoding(name).empty() ? name : DecodeBig5(name);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return shown;
}

Settled SettleFile(Services& services, const std::string& file_name, std::string_view bytes,
                   KnownLines known) {
  const std::string name = ShownFileName(file_name);
  const bool credits = IsCreditFile(bytes);
  const Read file = ReadOwn(services, bytes, credits);
  if (!file) return tl::unexpected(file.error());
  PassCrashPoint(CrashPoint::kSettlementRead);
  std::string sha256 = HexEncode(Sha256(bytes));
  if (auto taken = sql::WhenTaken(services.database, sha256)) return TakenBefore{*taken};
  try {
    Settled settled = services.database.Transact([&](sql::Transaction& transaction) {
      return TakeUnlessRepeated(services, transaction, {name, sha256, *file, credits}, known);
    });
    if (!settled) return settled;
    Log(Severity::kInfo, "settlement.taken",
        {{"file", name},
         {"sha256", sha256},
         {"lines", static_cast<long long>(file->lines.size())},
         {"exceptions", Exceptions(std::get<Settlement>(*settled))}});
    PassCrashPoint(CrashPoint::kSettlementDone);
    return settled;
  } catch (const sql::DuplicateKey&) {
    // Somebody took the same file at the same time.
    auto taken = sql::WhenTaken(services.database, sha256);
    if (!taken) throw;
    return TakenBefore{*taken};
  }
}

}  // namespace permit::payment
