#include "handlers/operator/register_file.h"
#include "handlers/rules/case_number.h"
#include "sql/case_store.h"
#include "sql/counter_store.h"

namespace permit::ctl {
namespace {

// A permit that this system issued is a signed paper with a seal: the agency's file may repeat its
// data and add when the holder entered, but not change it.
bool ContradictsPaper(const sql::EntryPermit& issued, const sql::EntryPermit& loaded) {
  return issued.kind != loaded.kind || issued.applicant_id != loaded.applicant_id ||
         issued.issued_on != loaded.issued_on || issued.expires_on != loaded.expires_on ||
         issued.stay_until != loaded.stay_until ||
         (loaded.status != PermitStatus::kValid && loaded.status != issued.status);
}

// Why the number of a permit that was not issued here collides with one of ours; empty: it does
// not.
std::string NumberCollision(sql::Transaction& transaction, const std::string& number,
                            const LoadRules& rules, Instant now) {
  if (rules.receiving_units.empty()) return {};
  if (sql::FindCaseByReceipt(transaction, number)) {
    return "number " + number + " was handed out here, to the case of that receipt number";
  }
  const auto place = CountOfReceiptNumber(number, rules.receiving_units);
  if (!place || place->roc_year < RocYear(TaipeiDate(now))) return {};
  const std::uint64_t last = sql::LastNumber(transaction, "receipt", place->roc_year);
  if (place->count <= last) return {};
  return "number " + number + " may still be handed out here, the last of " +
         std::to_string(place->roc_year) + " being the " + std::to_string(last) +
         "-th; at a cut-over leave out what the other system issued by permitctl counter advance";
}

// What would change under an open case, or be lost; empty: nothing.
std::string DangerousChange(const sql::EntryPermit& known, const sql::EntryPermit& loaded) {
  if (known.has_open_case && known.applicant_id != loaded.applicant_id) {
    return "would go to another holder, but has an open case";
  }
  if (known.entered_on && !loaded.entered_on) {
    return "would lose its entry date " + FormatDate(*known.entered_on);
  }
  return {};
}

void LoadPermit(sql::Transaction& transaction, const PermitLine& line, const LoadRules& rules,
                Instant now, std::vector<std::string>& errors) {
  const auto holder = sql::FindApplicantByMainlandId(transaction, line.mainland_id);
  if (!holder) {
    errors.push_back(line.where + ": there is no applicant " + line.mainland_id);
    return;
  }
  sql::EntryPermit permit = line.permit;
  permit.applicant_id = holder->id;
  const auto known = sql::FindPermitByNumber(transaction, permit.number);
  if (known && known->case_id && ContradictsPaper(*known, permit)) {
    errors.push_back(line.where + ": permit " + permit.number +
                     " was issued here and says otherwise; one is withdrawn by permit revoke");
    return;
  }
  if (!known || !known->case_id) {
    const std::string collision = NumberCollision(transaction, permit.number, rules, now);
    if (!collision.empty()) {
      errors.push_back(line.where + ": " + collision);
      return;
    }
  }
  if (known && !rules.force) {
    const std::string danger = DangerousChange(*known, permit);
    if (!danger.empty()) {
      errors.push_back(line.where + ": permit " + permit.number + " " + danger +
                       "; --force loads it all the same");
      return;
    }
  }
  sql::UpsertPermit(transaction, permit, now);
}

}  // namespace

RegisterLoad LoadRegister(sql::Database& database, const RegisterFiles& files,
                          const LoadRules& rules, Instant now) {
  return database.Transact([&](sql::Transaction& transaction) {
    RegisterLoad load;
    for (const ApplicantLine& line : files.applicants) {
      sql::UpsertApplicant(transaction, line.applicant, now);
    }
    for (const PermitLine& line : files.permits) {
      LoadPermit(transaction, line, rules, now, load.errors);
    }
    for (const AnnouncementLine& line : files.announcements) {
      sql::UpsertAnnouncement(transaction, line.reference, line.announcement, line.withdrawn_on);
    }
    if (!load.errors.empty()) {
      transaction.Abandon();
      return load;
    }
    load.applicants = files.applicants.size();
    load.permits = files.permits.size();
    load.announcements = files.announcements.size();
    return load;
  });
}

}  // namespace permit::ctl
