// Drafts: applications that are being filled in, with the files uploaded so far.
//
// A draft is found through its account. One account has one draft a service and permit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/eligibility.h"
#include "handlers/rules/file_fault.h"
#include "handlers/rules/language.h"
#include "handlers/rules/scan_state.h"
#include "sql/database.h"
#include "sql/photo_store.h"
#include "sql/register_store.h"

namespace permit::sql {

struct DraftFile {
  std::string id;
  std::string slot;
  std::string name;
  std::string mime;
  std::uint64_t size = 0;
  std::string sha256;    // hexadecimal
  bool sent = false;     // of a correction: belongs to the case, else newly uploaded
  bool removed = false;  // of the case, and taken away by the correction
  std::optional<ScanState> scan = {};
  FileFaults faults = {};
};

struct Draft {
  std::string id;
  std::uint64_t account_id = 0;
  Service service = Service::kExchange;
  std::uint64_t permit_id = 0;
  std::string permit_number;
  PermitFacts permit;
  FormValues form;
  std::optional<FormValues> on_record;   // of a data change
  std::optional<FormValues> registered;  // the register's values when it was last saved
  Applicant applicant;                   // the register at present
  std::uint32_t revision = 0;            // how many saves changed an answer
  Instant created_at;
  Instant updated_at;
  std::optional<PhotoOriginal> photo;
  std::vector<DraftFile> files;  // by slot, the oldest first
};

// With its files and what is known of its permit, in one statement.
std::optional<Draft> FindDraftOf(Executor& executor, std::uint64_t account_id,
                                 const std::string& id);
// The same, and nobody else changes it or its files until the transaction ends.
std::optional<Draft> LockDraftOf(Transaction& transaction, std::uint64_t account_id,
                                 const std::string& id);
std::optional<std::string> FindDraftOn(Executor& executor, std::uint64_t account_id,
                                       Service service, std::uint64_t permit_id);

struct NewDraft {
  std::string id;
  std::uint64_t account_id = 0;
  Service service = Service::kExchange;
  std::uint64_t permit_id = 0;
  FormValues form;
  std::optional<FormValues> on_record;
  std::optional<FormValues> registered;
};
// The id of the draft: the new one, or the one that the account has already.
std::string InsertDraft(Transaction& transaction, const NewDraft& draft, Instant now);

bool SaveDraft(Executor& executor, std::uint64_t account_id, const std::string& id,
               const FormValues& form, const std::optional<FormValues>& registered,
               std::uint32_t revision, Instant now);                // false: there is none
void DeleteDraft(Transaction& transaction, const std::string& id);  // with its files

// Drafts that nobody has saved since `saved_before` and whose student was not told of their end.
std::vector<std::string> DraftsToNotice(Executor& executor, Instant saved_before);
struct LapsingDraft {
  std::string id;
  std::uint64_t account_id = 0;
  Service service = Service::kExchange;
  std::string permit_number;
  std::string applicant_name;  // as a mail in its language says it
  std::string email;
  Language language = Language::kChinese;
  bool account_closed = false;  // nobody can go on with it
  Instant updated_at;
};
// One of them, held and noted as told; nullopt: it is none any more. Nobody is told of a closed
// account's.
std::optional<LapsingDraft> NoticeDraft(Transaction& transaction, const std::string& id,
                                        Instant saved_before, Instant now);

// Drafts saved and told of no later than that.
std::vector<std::string> DraftsToThrowAway(Executor& executor, Instant saved_before,
                                           Instant noticed_before);
// False: it is none any more.
bool ThrowAwayDraft(Transaction& transaction, const std::string& id, Instant saved_before,
                    Instant noticed_before);

}  // namespace permit::sql
