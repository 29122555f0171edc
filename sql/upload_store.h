// Uploaded files: one row a file, in a draft until it is sent and then in its case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/scan_state.h"
#include "sql/database.h"

namespace permit::sql {

struct NewUpload {
  std::string id;
  std::uint64_t account_id = 0;
  std::string draft_id;
  std::string slot;
  std::string name;
  std::string mime;
  std::string sha256;        // hexadecimal
  std::string_view content;  // must hold until the call returns
  unsigned position = 0;     // among the files of one request, in the order they came
  std::string faults = {};   // as WriteFaults gives them
};
void InsertUpload(Transaction& transaction, const NewUpload& upload, Instant now);

struct UploadContent {
  std::string name;
  std::string mime;
  std::string bytes;              // none of a file that may not be opened
  std::optional<ScanState> scan;  // none: it is opened without one
};
// nullopt also when the bytes were removed since.
std::optional<UploadContent> FindUploadOf(Executor& executor, std::uint64_t account_id,
                                          const std::string& id);
// From whichever account of the applicant it was handed in: a file of a case.
std::optional<UploadContent> FindUploadOfApplicant(Executor& executor, std::uint64_t applicant_id,
                                                   const std::string& id);

bool DeleteUpload(Transaction& transaction, std::uint64_t account_id, const std::string& draft_id,
                  const std::string& id);  // false: there is none
void DeleteUploadsOfSlot(Transaction& transaction, const std::string& draft_id,
                         const std::string& slot);

// Every file of the draft becomes one of the case.
void MoveUploads(Transaction& transaction, const std::string& draft_id, std::uint64_t case_id);

struct CaseWithFiles {
  std::uint64_t id = 0;
  std::string receipt_number;
};
// Cases that ended before that time and still have the bytes of a file. One whose permit holds
// today is none of them: the paper may have to be drawn anew, with the photo.
std::vector<CaseWithFiles> CasesWithFilesToRemove(Executor& executor, Instant ended_before,
                                                  Date today, int limit);
// Of all files of the case; names, sizes and digests stay. Returns how many there were.
std::uint64_t RemoveFileBytes(Transaction& transaction, std::uint64_t case_id, Instant now);

}  // namespace permit::sql
