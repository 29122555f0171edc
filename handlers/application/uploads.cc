#include "handlers/application/uploads.h"

#include <algorithm>
#include <map>

#include "handlers/application/photo.h"
#include "handlers/rules/file_kind.h"
#include "handlers/rules/required_documents.h"
#include "handlers/rules/text.h"
#include "sql/upload_store.h"

namespace permit {
namespace {

constexpr std::size_t kMaxNameLength = 200;

// A name for people; files are never found by it.
std::string ShownName(const FilePart& part, FileKind kind) {
  std::string name = TidyLine(part.file_name);
  if (!name.empty() && !CheckText(name, kMaxNameLength)) return name;
  return part.field + "." + std::string(FileExtension(kind));
}

FieldError Refusal(const FilePart& part, Problem problem) {
  long limit = problem == Problem::kFileTooLarge ? static_cast<long>(kMaxFileBytes / 1024) : 0;
  std::string name = TidyLine(part.file_name);
  if (CheckText(name, kMaxNameLength)) name = part.field;
  return {part.field, problem, limit, name};
}

std::optional<Problem> Prepare(const FilePart& part, PreparedUpload& upload) {
  FileReading reading = ReadFileKind(part.content);
  upload.content = part.content;
  if (part.field == kPhotoSlot) {
    Photo photo = PreparePhoto(part.content);
    if (photo.problem) return photo.problem;
    upload.made = std::move(photo.made);
  } else if (auto problem = CheckDocument(part.content)) {
    return problem;
  }
  upload.name = ShownName(part, reading.kind);
  upload.mime = MimeType(reading.kind);
  return std::nullopt;
}

}  // namespace

PreparedUploads PrepareUploads(const Context& context, Service service) {
  PreparedUploads uploads;
  for (const FilePart& part : context.request.files) {
    if (!IsUploadSlot(service, part.field)) throw HttpError(400, "the form has no such file field");
    if (part.file_name.empty() && part.content.empty()) continue;  // nothing was chosen
    uploads.last_slot = part.field;
    PreparedUpload upload;
    if (auto problem = Prepare(part, upload)) {
      uploads.errors.push_back(Refusal(part, *problem));
      continue;
    }
    upload.id = context.services.random.Uuid();
    upload.slot = part.field;
    uploads.files.push_back(std::move(upload));
  }
  for (PreparedUpload& upload : uploads.files) {
    if (!upload.made.empty()) upload.content = upload.made;
    upload.sha256 = HexEncode(Sha256(upload.content));
  }
  return uploads;
}

void StoreUploads(sql::Transaction& transaction, std::uint64_t account_id,
                  const std::string& draft_id, std::vector<sql::DraftFile> files,
                  const PreparedUploads& uploads, FieldErrors& errors, Instant now) {
  for (const PreparedUpload& upload : uploads.files) {
    auto in_slot = [&](const sql::DraftFile& file) { return file.slot == upload.slot; };
    auto same = [&](const sql::DraftFile& file) {
      return in_slot(file) && file.sha256 == upload.sha256;
    };
    if (std::any_of(files.begin(), files.end(), same)) continue;
    if (upload.slot == kPhotoSlot) {
      sql::DeleteUploadsOfSlot(transaction, draft_id, upload.slot);
      std::erase_if(files, in_slot);
    }
    auto held = static_cast<std::size_t>(std::count_if(files.begin(), files.end(), in_slot));
    if (held >= kMaxFilesPerSlot) {
      errors.push_back(
          {upload.slot, Problem::kTooManyFiles, static_cast<long>(kMaxFilesPerSlot), upload.name});
      continue;
    }
    sql::InsertUpload(transaction,
                      {upload.id, account_id, draft_id, upload.slot, upload.name, upload.mime,
                       upload.sha256, upload.content},
                      now);
    files.push_back(
        {upload.id, upload.slot, upload.name, upload.mime, upload.content.size(), upload.sha256});
  }
}

}  // namespace permit
