#include "sql/audit_store.h"

#include <limits>

#include "sql/queries.h"
#include "sql/row_set.h"

namespace permit::sql {
namespace {

AuditRow ReadAuditRow(const Row& row) {
  return {row.Uint("id"),
          row.Time("at"),
          row.Time("inserted_at"),
          {row.Text("actor"), row.Text("action"), row.Text("object"), row.Text("detail")}};
}

AuditSeal ReadSeal(const Row& row) {
  return {row.Uint("sequence"), row.Uint("audit_id"), row.Text("digest")};
}

std::optional<AuditSeal> ReadSeal(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ReadSeal(*row);
}

const Statement& ListStatement(const AuditQuery& query) {
  if (query.about.empty()) {
    return query.actor.empty() ? queries::kAuditList : queries::kAuditListOf;
  }
  return query.actor.empty() ? queries::kAuditListAbout : queries::kAuditListAboutOf;
}

}  // namespace

void WriteAudit(Executor& executor, const AuditEntry& entry, Instant now) {
  executor.Execute(queries::kAuditInsert,
                   {now, entry.actor, entry.action, entry.object, entry.detail});
}

std::optional<std::vector<AuditRow>> ListAudit(Executor& executor, const AuditQuery& query) {
  // Later than any row.
  Instant at{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};
  std::uint64_t id = std::numeric_limits<std::int64_t>::max();
  if (query.after != 0) {
    const std::optional<Row> last = executor.QueryOne(queries::kAuditPlace, {query.after});
    if (!last) return std::nullopt;
    at = last->Time("at");
    id = last->Uint("id");
  }
  std::vector<Value> values;
  if (!query.about.empty()) values.emplace_back(query.about);
  if (!query.actor.empty()) values.emplace_back(query.actor);
  for (const Instant time : {query.since, at, at}) values.emplace_back(time);
  values.emplace_back(id);
  values.emplace_back(query.limit);
  std::vector<AuditRow> rows;
  for (const Row& row : executor.Query(ListStatement(query), std::move(values))) {
    rows.push_back(ReadAuditRow(row));
  }
  return rows;
}

std::optional<AuditSeal> LastAuditSeal(Executor& executor) {
  return ReadSeal(executor.QueryOne(queries::kAuditSealLast));
}

std::optional<AuditSeal> FindAuditSeal(Executor& executor, std::uint64_t sequence) {
  return ReadSeal(executor.QueryOne(queries::kAuditSealFind, {sequence}));
}

std::vector<AuditRow> AuditToSeal(Executor& executor, std::uint64_t after_id,
                                  std::chrono::seconds settled_for, int limit) {
  std::vector<AuditRow> rows;
  for (const Row& row :
       executor.Query(queries::kAuditToSeal, {settled_for.count(), after_id, limit})) {
    if (!row.Flag("settled")) break;
    rows.push_back(ReadAuditRow(row));
  }
  return rows;
}

void InsertAuditSeals(Transaction& transaction, const std::vector<AuditSeal>& seals) {
  RowSet rows;
  for (const AuditSeal& seal : seals) rows.Add({seal.sequence, seal.audit_id, seal.digest});
  ExecuteEach(transaction, queries::kAuditSealsInsert, rows);
}

std::vector<SealedAuditRow> SealedAudit(Executor& executor, std::uint64_t after_sequence,
                                        int limit) {
  std::vector<SealedAuditRow> sealed;
  for (const Row& row : executor.Query(queries::kAuditSealed, {after_sequence, limit})) {
    sealed.push_back({ReadSeal(row), std::nullopt});
    if (!row.IsNull("id")) sealed.back().row = ReadAuditRow(row);
  }
  return sealed;
}

std::vector<std::uint64_t> AuditIds(Executor& executor, std::uint64_t after, std::uint64_t last) {
  std::vector<std::uint64_t> ids;
  for (const Row& row : executor.Query(queries::kAuditIds, {after, last})) {
    ids.push_back(row.Uint("id"));
  }
  return ids;
}

UnsealedAudit FindUnsealedAudit(Executor& executor, std::uint64_t after_id) {
  const Row row = executor.QueryOne(queries::kAuditUnsealed, {after_id}).value();
  return {row.Uint("unsealed"), row.OptionalTime("oldest")};
}

}  // namespace permit::sql
