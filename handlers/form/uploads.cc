#include "handlers/form/uploads.h"

#include <algorithm>
#include <map>

#include "handlers/form/document.h"
#include "handlers/rules/file_kind.h"
#include "handlers/rules/required_documents.h"
#include "handlers/rules/text.h"
#include "sql/upload_store.h"

namespace permit {
namespace {

constexpr std::size_t kMaxNameLength = 200;

// A name for people; files are never found by it.
std::string ShownName(const FilePart& part, std::string_view extension) {
  std::string name = TidyFileName(part.file_name, kMaxNameLength);
  if (name.empty()) name = part.field + std::string(extension);
  return name;
}

std::size_t MostFiles(std::string_view slot) { return slot == kPhotoSlot ? 1 : kMaxFilesPerSlot; }

// Every photo is stored as a JPEG.
std::string PhotoName(std::string name) {
  const std::size_t dot = name.rfind('.');
  if (dot != std::string::npos && TidyCode(name.substr(dot)) == ".PNG") {
    name.replace(dot, std::string::npos, ".jpg");
  }
  return name;
}

FieldError Refusal(const FilePart& part, Problem problem) {
  return {part.field, problem, SizeLimit(problem), ShownName(part, "")};
}

FieldError OneTooMany(std::string_view slot, std::string name) {
  return {std::string(slot), Problem::kTooManyFiles, static_cast<long>(MostFiles(slot)),
          std::move(name)};
}

std::optional<FieldError> PreparePhoto(const FilePart& part, const FileReading& reading,
                                       PreparedUpload& upload) {
  Photo photo = MakePhoto(part.content, reading, {});
  if (photo.problem) {
    FieldError refusal = Refusal(part, *photo.problem);
    if (photo.problem == Problem::kPhotoTooSmall) {
      refusal.found = std::to_string(photo.width) + " × " + std::to_string(photo.height);
    }
    return refusal;
  }
  upload.photo = std::move(photo);
  upload.name = PhotoName(std::move(upload.name));
  upload.mime = MimeType(FileKind::kJpeg);
  return std::nullopt;
}

std::optional<FieldError> Prepare(const FilePart& part, PreparedUpload& upload) {
  const FileReading reading = ReadFileKind(part.content);
  upload.name = ShownName(part, "." + std::string(FileExtension(reading.kind)));
  upload.mime = MimeType(reading.kind);
  upload.content = part.content;
  if (part.field == kPhotoSlot) return PreparePhoto(part, reading, upload);
  auto problem = OpenDocument(part.content, reading);
  return problem ? std::optional(Refusal(part, *problem)) : std::nullopt;
}

void Insert(sql::Transaction& transaction, const UploadPlace& place, const PreparedUpload& upload,
            Instant now) {
  sql::InsertUpload(transaction,
                    {upload.id, place.account_id, place.draft_id, upload.slot, upload.name,
                     upload.mime, upload.sha256, upload.content},
                    now);
  if (!upload.photo) return;
  sql::SavePhotoOriginal(transaction, place.draft_id, upload.photo->original,
                         {upload.photo->width, upload.photo->height, {}});
}

}  // namespace

PreparedUploads PrepareUploads(const Context& context, Service service) {
  PreparedUploads uploads;
  std::map<std::string_view, std::size_t> seen;
  for (const FilePart& part : context.request.files) {
    if (!IsUploadSlot(service, part.field)) throw HttpError(400, "the form has no such file field");
    if (part.file_name.empty() && part.content.empty()) continue;  // nothing was chosen
    uploads.last_slot = part.field;
    if (++seen[part.field] > MostFiles(part.field)) {
      uploads.errors.push_back(OneTooMany(part.field, ShownName(part, "")));
      continue;
    }
    PreparedUpload upload;
    if (auto refusal = Prepare(part, upload)) {
      uploads.errors.push_back(*std::move(refusal));
      continue;
    }
    upload.id = context.services.random.Uuid();
    upload.slot = part.field;
    uploads.files.push_back(std::move(upload));
  }
  for (PreparedUpload& upload : uploads.files) {
    if (upload.photo) upload.content = upload.photo->made;
    upload.sha256 = HexEncode(Sha256(upload.content));
  }
  return uploads;
}

PreparedUploads WithoutSecondPhoto(PreparedUploads uploads,
                                   const std::vector<sql::DraftFile>& files) {
  auto is_photo = [](const auto& file) { return file.slot == kPhotoSlot; };
  if (std::any_of(files.begin(), files.end(), is_photo)) std::erase_if(uploads.files, is_photo);
  return uploads;
}

void StoreUploads(sql::Transaction& transaction, UploadPlace place, const PreparedUploads& uploads,
                  FieldErrors& errors, Instant now) {
  std::vector<sql::DraftFile>& files = place.files;
  for (const PreparedUpload& upload : uploads.files) {
    auto in_slot = [&](const sql::DraftFile& file) { return file.slot == upload.slot; };
    auto same = [&](const sql::DraftFile& file) {
      return in_slot(file) && file.sha256 == upload.sha256;
    };
    if (std::any_of(files.begin(), files.end(), same)) continue;
    if (upload.slot == kPhotoSlot) {
      sql::DeleteUploadsOfSlot(transaction, place.draft_id, upload.slot);
      std::erase_if(files, in_slot);
    }
    auto held = static_cast<std::size_t>(std::count_if(files.begin(), files.end(), in_slot));
    if (held >= kMaxFilesPerSlot) {
      errors.push_back(OneTooMany(upload.slot, upload.name));
      continue;
    }
    Insert(transaction, place, upload, now);
    files.push_back(
        {upload.id, upload.slot, upload.name, upload.mime, upload.content.size(), upload.sha256});
  }
}

bool WasTooLarge(const Context& context) { return context.request.query.Get("too_large") == "yes"; }

std::optional<PhotoCrop> AskedCrop(const Request& request) {
  const Params& form = request.form;
  if (!form.Has("crop_size")) return std::nullopt;
  auto size = ParseCropNumber(form.Get("crop_size"));
  auto x = ParseCropNumber(form.Get("crop_x"));
  auto y = ParseCropNumber(form.Get("crop_y"));
  if (!size || !x || !y) throw HttpError(400, "the crop is none of numbers from 0 to 1000");
  return PhotoCrop{*size, *x, *y};
}

void CropPhoto(sql::Transaction& transaction, const UploadPlace& place,
               const PreparedUploads& uploads, const std::optional<PhotoCrop>& crop,
               const std::string& fresh_id, Instant now) {
  auto is_photo = [](const auto& file) { return file.slot == kPhotoSlot; };
  auto photo = std::find_if(place.files.begin(), place.files.end(), is_photo);
  if (!crop || !place.photo || place.photo->crop == *crop || photo == place.files.end()) return;
  if (std::any_of(uploads.files.begin(), uploads.files.end(), is_photo)) return;
  auto original = sql::ReadPhotoOriginal(transaction, place.account_id, place.draft_id);
  const std::string made = CropAnew(original.value(), *crop);
  sql::SavePhotoCrop(transaction, place.draft_id, *crop);
  sql::DeleteUploadsOfSlot(transaction, place.draft_id, photo->slot);
  sql::InsertUpload(transaction,
                    {fresh_id, place.account_id, place.draft_id, photo->slot, photo->name,
                     photo->mime, HexEncode(Sha256(made)), made},
                    now);
}

Response PhotoOriginalResponse(Context& context, const std::string& draft_id) {
  auto original =
      sql::ReadPhotoOriginal(context.services.database, context.visitor->account_id, draft_id);
  if (!original) throw HttpError(404, "the account's draft has no photo to cut from");
  return Response::File(*std::move(original), std::string(MimeType(FileKind::kJpeg)), "photo.jpg",
                        true);
}

}  // namespace permit
