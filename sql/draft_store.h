// Drafts: applications that are being filled in, with the files uploaded so far.
//
// A draft is found through its account. One account has one draft a service and permit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/eligibility.h"
#include "sql/database.h"
#include "sql/photo_store.h"

namespace permit::sql {

struct DraftFile {
  std::string id;
  std::string slot;
  std::string name;
  std::string mime;
  std::uint64_t size = 0;
  std::string sha256;  // hexadecimal
};

struct Draft {
  std::string id;
  std::uint64_t account_id = 0;
  Service service = Service::kExchange;
  std::uint64_t permit_id = 0;
  std::string permit_number;
  PermitFacts permit;
  std::string form;  // JSON
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
  std::string form;
};
// The id of the draft: the new one, or the one that the account has already.
std::string InsertDraft(Transaction& transaction, const NewDraft& draft, Instant now);

bool SaveDraft(Executor& executor, std::uint64_t account_id, const std::string& id,
               const std::string& form, Instant now);               // false: there is none
void DeleteDraft(Transaction& transaction, const std::string& id);  // with its files

}  // namespace permit::sql
