// Corrections of a returned case while they are being prepared: a draft tied to the case.
//
// Until it is sent nothing of the case changes: its new form stands in the draft, new files belong
// to the draft, and files of the case that it takes away are only marked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/application_form.h"
#include "sql/database.h"
#include "sql/draft_store.h"

namespace permit::sql {

struct Correction {
  std::string draft_id;
  std::uint64_t account_id = 0;  // that began it
  FormValues form;
  std::string reply;
  std::uint32_t revision = 0;
  Instant updated_at;
  std::optional<PhotoOriginal> photo;  // of a new one
};

// nullopt: nothing was done yet.
std::optional<Correction> FindCorrection(Executor& executor, std::uint64_t applicant_id,
                                         std::uint64_t case_id);
// Those of the case that still count, and the new ones; by slot, the oldest first.
std::vector<DraftFile> CorrectionFiles(Executor& executor, std::uint64_t case_id);

// The draft's id: of the one there is, or of a new one of that account, which starts as the case
// stands. The caller holds the case's lock.
std::string OpenCorrection(Transaction& transaction, std::uint64_t account_id,
                           std::uint64_t case_id, const std::string& fresh_id, Instant now);
void SaveCorrection(Transaction& transaction, std::uint64_t case_id, const FormValues& form,
                    const std::string& reply, std::uint32_t revision, Instant now);

// The draft must be open. A file of another case is left alone.
void RemoveCaseFile(Transaction& transaction, std::uint64_t case_id, const std::string& upload_id);
void RestoreCaseFile(Transaction& transaction, std::uint64_t case_id, const std::string& upload_id);

// The case takes over the form and the new files; files taken away stay in it as replaced. The
// draft is gone.
void AdoptCorrection(Transaction& transaction, std::uint64_t case_id, const std::string& draft_id,
                     const FormValues& form, Instant now);
void DeleteCorrection(Transaction& transaction, std::uint64_t case_id);  // if there is one

}  // namespace permit::sql
