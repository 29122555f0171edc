#include "handlers/jobs/audit_chain.h"

#include <algorithm>
#include <string_view>

#include "fcgi/base/crypto.h"
#include "fcgi/base/log.h"
#include "sql/outbox_store.h"
#include "views/mail/audit_mails.h"

namespace permit {
namespace {

constexpr int kBatch = 1000;

std::string EightBytes(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(number >> (56 - 8 * i));
  return bytes;
}

std::string EightBytes(Instant instant) {
  const auto since = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
  return EightBytes(static_cast<std::uint64_t>(since.count()));
}

// Hexadecimal, as `before` is; an empty `before` stands before the first seal.
std::string SealDigest(const std::string& key, const std::string& before, std::uint64_t sequence,
                       const sql::AuditRow& row) {
  std::string message = HexDecode(before).value_or("");
  message.resize(32, '\0');
  message +=
      EightBytes(sequence) + EightBytes(row.id) + EightBytes(row.at) + EightBytes(row.inserted_at);
  const sql::AuditEntry& entry = row.entry;
  for (const std::string& text : {entry.actor, entry.action, entry.object, entry.detail}) {
    message += EightBytes(text.size()) + text;
  }
  return HexEncode(HmacSha256(key, message));
}

std::uint64_t SealBatch(sql::Transaction& transaction, const std::string& key,
                        std::chrono::seconds settled_for) {
  sql::AuditSeal last = sql::LastAuditSeal(transaction).value_or(sql::AuditSeal{});
  std::vector<sql::AuditSeal> seals;
  for (const sql::AuditRow& row :
       sql::AuditToSeal(transaction, last.audit_id, settled_for, kBatch)) {
    const std::uint64_t sequence = last.sequence + 1;
    last = {sequence, row.id, SealDigest(key, last.digest, sequence, row)};
    seals.push_back(last);
  }
  sql::InsertAuditSeals(transaction, seals);
  return seals.size();
}

class Verification {
 public:
  Verification(sql::Executor& executor, const std::vector<std::string>& keys)
      : executor_(executor), keys_(keys) {}

  AuditVerdict Run() {
    for (;;) {
      const auto page =
          sql::SealedAudit(executor_, verdict_.head ? verdict_.head->sequence : 0, kBatch);
      if (page.empty()) break;
      std::vector<std::uint64_t> sealed_ids;
      for (const sql::SealedAuditRow& one : page) {
        Look(one);
        sealed_ids.push_back(one.seal.audit_id);
      }
      LookForInserted(std::move(sealed_ids));
    }
    verdict_.unsealed = sql::FindUnsealedAudit(executor_, highest_id_);
    return std::move(verdict_);
  }

 private:
  void Add(AuditFault::Kind kind, std::uint64_t sequence, std::uint64_t audit_id) {
    verdict_.faults.push_back({kind, sequence, audit_id});
  }

  void Look(const sql::SealedAuditRow& one) {
    const sql::AuditSeal& seal = one.seal;
    const std::uint64_t expected = verdict_.head ? verdict_.head->sequence + 1 : 1;
    const std::string before = verdict_.head ? verdict_.head->digest : "";
    verdict_.head = seal;
    ++verdict_.sealed;
    if (seal.sequence != expected) {
      // What stood before it is not known, so that its own digest cannot be checked.
      return Add(AuditFault::Kind::kUnsealed, expected, 0);
    }
    if (!one.row) return Add(AuditFault::Kind::kRemoved, seal.sequence, seal.audit_id);
    const auto fits = [&](const std::string& key) {
      return SealDigest(key, before, seal.sequence, *one.row) == seal.digest;
    };
    if (std::none_of(keys_.begin(), keys_.end(), fits)) {
      Add(AuditFault::Kind::kChanged, seal.sequence, seal.audit_id);
    }
  }

  // Among the rows up to the highest of this page.
  void LookForInserted(std::vector<std::uint64_t> sealed_ids) {
    std::sort(sealed_ids.begin(), sealed_ids.end());
    const std::uint64_t last = sealed_ids.back();
    for (const std::uint64_t id : sql::AuditIds(executor_, highest_id_, last)) {
      if (std::binary_search(sealed_ids.begin(), sealed_ids.end(), id)) continue;
      Add(AuditFault::Kind::kInserted, 0, id);
    }
    highest_id_ = std::max(highest_id_, last);
  }

  sql::Executor& executor_;
  const std::vector<std::string>& keys_;
  std::uint64_t highest_id_ = 0;
  AuditVerdict verdict_;
};

}  // namespace

std::string AuditKey(const Settings& settings) { return AuditKey(ReadSiteSecret(settings)); }

std::string AuditKey(const std::string& site_secret) {
  return HmacSha256(site_secret, "audit-chain");
}

std::uint64_t SealAudit(sql::Database& database, const std::string& key,
                        std::chrono::seconds settled_for) {
  std::uint64_t sealed = 0;
  try {
    for (std::uint64_t some = kBatch; some == kBatch; sealed += some) {
      some = database.Transact(
          [&](sql::Transaction& transaction) { return SealBatch(transaction, key, settled_for); });
    }
  } catch (const sql::DuplicateKey&) {
    // Another run seals the same rows.
  }
  if (sealed > 0) LogAuditHead(database);
  return sealed;
}

void LogAuditHead(sql::Executor& executor) {
  const std::optional<sql::AuditSeal> head = sql::LastAuditSeal(executor);
  if (!head) return;
  Log(Severity::kNotice, "audit.head",
      {{"sequence", std::to_string(head->sequence)}, {"digest", head->digest}});
}

bool MailAuditHead(sql::Database& database, const Settings& settings,
                   const views::Renderer& renderer, Instant now) {
  if (settings.audit_heads_to.empty()) return false;
  const std::optional<sql::AuditSeal> head = sql::LastAuditSeal(database);
  if (!head) return false;
  const Date day = TaipeiDate(now);
  views::Mail mail = views::AuditHeadMail(renderer, Language::kChinese,
                                          {day, head->sequence, head->audit_id, head->digest});
  const sql::OutgoingMail outgoing{.kind = mail.kind,
                                   .cause = FormatDate(day),
                                   .account_id = std::nullopt,
                                   .recipient = settings.audit_heads_to,
                                   .recipient_name = std::move(mail.recipient_name),
                                   .language = mail.language,
                                   .subject = std::move(mail.subject),
                                   .text = std::move(mail.text),
                                   .html = std::move(mail.html)};
  return database.Transact(
      [&](sql::Transaction& transaction) { return sql::EnqueueMail(transaction, outgoing, now); });
}

std::string_view Code(AuditFault::Kind kind) {
  switch (kind) {
    case AuditFault::Kind::kChanged:
      return "changed";
    case AuditFault::Kind::kRemoved:
      return "removed";
    case AuditFault::Kind::kInserted:
      return "inserted";
    case AuditFault::Kind::kUnsealed:
      return "seal missing";
    case AuditFault::Kind::kNoHead:
      return "head missing";
  }
  return "";
}

AuditVerdict VerifyAudit(sql::Executor& executor, const std::vector<std::string>& keys,
                         const std::vector<sql::AuditSeal>& heads) {
  AuditVerdict verdict = Verification(executor, keys).Run();
  for (const sql::AuditSeal& head : heads) {
    const std::optional<sql::AuditSeal> found = sql::FindAuditSeal(executor, head.sequence);
    if (found && found->digest == head.digest) continue;
    verdict.faults.push_back({AuditFault::Kind::kNoHead, head.sequence, 0});
  }
  return verdict;
}

}  // namespace permit
