#include "handlers/web/kept_files.h"

#include <algorithm>
#include <map>

#include "handlers/rules/required_documents.h"
#include "handlers/web/account_audit.h"
#include "sql/case_store.h"
#include "sql/correction_store.h"
#include "sql/draft_store.h"

namespace permit {
namespace {

Instant KeptSince(const Context& context) {
  return context.now() - std::chrono::hours(context.services.settings.session_kept_hours);
}

template <class File>
bool HasRoom(const std::vector<File>& files, const std::string& slot, const std::string& sha256) {
  std::size_t in_slot = 0;
  for (const File& file : files) {
    if (file.slot != slot) continue;
    if (file.sha256 == sha256) return false;
    ++in_slot;
  }
  return in_slot < kMaxFilesPerSlot;
}

// A form that files may go into, locked until the transaction ends.
struct OpenForm {
  std::string draft_id;
  std::vector<sql::DraftFile> files;  // that stand in it
};

std::optional<OpenForm> LockDraft(sql::Transaction& transaction, std::uint64_t account_id,
                                  const std::string& draft_id) {
  auto draft = sql::LockDraftOf(transaction, account_id, draft_id);
  if (!draft) return std::nullopt;
  return OpenForm{draft->id, std::move(draft->files)};
}

std::optional<OpenForm> LockCorrection(Context& context, sql::Transaction& transaction,
                                       std::uint64_t account_id, std::uint64_t case_id,
                                       const std::string& fresh_id) {
  sql::LockCase(transaction, case_id);
  const auto of = sql::FindCase(transaction, case_id);
  const std::vector<CaseState> returned = StatesAllowing(CaseEvent::kAnswer);
  if (!of || std::find(returned.begin(), returned.end(), of->state) == returned.end()) {
    return std::nullopt;
  }
  OpenForm form{sql::OpenCorrection(transaction, account_id, case_id, fresh_id, context.now()),
                sql::CorrectionFiles(transaction, case_id)};
  std::erase_if(form.files, [](const sql::DraftFile& file) { return file.removed; });
  return form;
}

void StoreInto(sql::Transaction& transaction, OpenForm& form,
               const std::vector<sql::KeptFile>& kept) {
  for (const sql::KeptFile& file : kept) {
    if (!HasRoom(form.files, file.slot, file.sha256)) continue;
    sql::StoreKeptFile(transaction, file.id, form.draft_id);
    form.files.push_back({.id = file.id, .slot = file.slot, .sha256 = file.sha256});
  }
}

}  // namespace

void KeepFiles(Context& context, sql::Transaction& transaction,
               const std::vector<sql::NewKeptFile>& files) {
  if (files.empty()) return;
  std::vector<sql::KeptFile> kept =
      sql::KeptFiles(transaction, context.late_sender.value(), KeptSince(context));
  std::erase_if(kept, [&](const sql::KeptFile& file) { return file.form != files.front().form; });
  for (const sql::NewKeptFile& file : files) {
    if (!HasRoom(kept, file.slot, file.sha256)) continue;
    sql::InsertKeptFile(transaction, file, context.now());
    kept.push_back({file.id, file.form, file.slot, file.sha256});
  }
}

void StoreKeptFiles(Context& context, std::uint64_t account_id) {
  sql::Database& database = context.services.database;
  std::map<sql::KeptFor, std::vector<sql::KeptFile>> by_form;
  for (sql::KeptFile& file : sql::KeptFiles(database, account_id, KeptSince(context))) {
    by_form[file.form].push_back(std::move(file));
  }
  for (const auto& [of, files] : by_form) {
    const std::string fresh_id = context.services.random.Uuid();
    database.Transact([&, &of = of, &files = files](sql::Transaction& transaction) {
      auto form = of.case_id
                      ? LockCorrection(context, transaction, account_id, *of.case_id, fresh_id)
                      : LockDraft(transaction, account_id, of.draft_id);
      if (form) StoreInto(transaction, *form, files);
      for (const sql::KeptFile& file : files) sql::ForgetKeptFile(transaction, file.id);
      AuditAccount(context, transaction, account_id, "kept-files-stored", true);
      return true;
    });
  }
}

}  // namespace permit
