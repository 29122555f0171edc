// Files that were sent in a session that had ended by itself: they wait for their account's next
// login and belong to no draft before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

// The form that a file was sent for: a draft, or the correction of a case.
struct KeptFor {
  std::optional<std::uint64_t> case_id;
  std::string draft_id;  // empty with a case

  auto operator<=>(const KeptFor&) const = default;
};

struct NewKeptFile {
  std::string id;
  std::uint64_t account_id = 0;
  KeptFor form;
  std::string slot;
  std::string name;
  std::string mime;
  std::string sha256;        // hexadecimal
  std::string_view content;  // must hold until the call returns
  unsigned position = 0;     // among the files of one request
  std::string faults = {};   // as WriteFaults gives them
};
void InsertKeptFile(Transaction& transaction, const NewKeptFile& file, Instant now);

struct KeptFile {
  std::string id;
  KeptFor form;
  std::string slot;
  std::string sha256;
};
// Those kept since then, in the order in which they came.
std::vector<KeptFile> KeptFiles(Executor& executor, std::uint64_t account_id, Instant since);

// Copies the file into the draft.
void StoreKeptFile(Transaction& transaction, const std::string& id, const std::string& draft_id);
void ForgetKeptFile(Transaction& transaction, const std::string& id);

// Deletes some of those kept before; the number deleted, zero when none is left.
std::uint64_t SweepKeptFiles(Executor& executor, Instant before);

}  // namespace permit::sql
