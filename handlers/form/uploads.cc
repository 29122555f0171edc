#include "handlers/form/uploads.h"

#include <algorithm>
#include <map>

#include "handlers/form/reduced_document.h"
#include "handlers/form/upload_turn.h"
#include "handlers/rules/file_kind.h"
#include "handlers/rules/required_documents.h"
#include "handlers/rules/text.h"
#include "sql/database.h"
#include "sql/photo_store.h"

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

// What became a JPEG is called one.
std::string NameOfJpeg(std::string name) {
  constexpr std::string_view kOthers[] = {".PNG", ".BMP", ".HEIC", ".HEIF", ".HIF"};
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return name;
  const std::string extension = TidyCode(name.substr(dot));
  if (std::find(std::begin(kOthers), std::end(kOthers), extension) != std::end(kOthers)) {
    name.replace(dot, std::string::npos, ".jpg");
  }
  return name;
}

FieldError Refusal(const FilePart& part, Problem problem) {
  return {part.field, problem, SizeLimit(problem), ShownName(part, "")};
}

std::optional<FieldError> PreparePhoto(const FilePart& part, const FileReading& reading,
                                       FileBudget& budget, PreparedUpload& upload) {
  Photo photo = MakePhoto(part.content, reading, {}, budget);
  if (photo.problem) {
    FieldError refusal = Refusal(part, *photo.problem);
    if (photo.problem == Problem::kPhotoTooSmall) {
      refusal.found = std::to_string(photo.width) + " × " + std::to_string(photo.height);
    }
    return refusal;
  }
  upload.faults = photo.faults;
  upload.photo = std::move(photo);
  upload.name = NameOfJpeg(std::move(upload.name));
  upload.mime = MimeType(FileKind::kJpeg);
  return std::nullopt;
}

std::optional<FieldError> Prepare(const FilePart& part, FileBudget& budget,
                                  PreparedUpload& upload) {
  const FileReading reading = ReadFileKind(part.content);
  upload.name = ShownName(part, "." + std::string(FileExtension(reading.kind)));
  upload.mime = MimeType(reading.kind);
  upload.content = part.content;
  if (part.field == kPhotoSlot) return PreparePhoto(part, reading, budget, upload);
  ReducedDocument document = ReduceDocument(part.content, reading, budget, &upload.faults);
  if (document.problem) return Refusal(part, *document.problem);
  if (document.made.empty()) return std::nullopt;
  if (document.kind == FileKind::kJpeg) upload.name = NameOfJpeg(std::move(upload.name));
  upload.mime = MimeType(document.kind);
  upload.reduced = std::move(document.made);
  return std::nullopt;
}

// Of a photo nothing is kept of what came: it is drawn anew from its pixels.
bool MustBeScanned(const Settings& settings, const PreparedUpload& upload) {
  return !settings.scan_socket.empty() && !upload.photo;
}

constexpr std::chrono::seconds kLongestTurn{3};

std::uint64_t SenderOf(const Context& context) {
  return context.visitor ? context.visitor->account_id : context.late_sender.value();
}

}  // namespace

FieldError OneTooMany(std::string_view slot, std::string name) {
  return {std::string(slot), Problem::kTooManyFiles, static_cast<long>(MostFiles(slot)),
          std::move(name)};
}

PreparedUploads PrepareUploads(const Context& context, Service service) {
  PreparedUploads uploads;
  FileBudget budget;
  std::optional<UploadTurn> turn;
  std::map<std::string_view, std::size_t> seen;
  for (const FilePart& part : context.request.files) {
    if (!IsUploadSlot(service, part.field)) throw HttpError(400, "the form has no such file field");
    if (part.file_name.empty() && part.content.empty()) continue;  // nothing was chosen
    uploads.last_slot = part.field;
    if (++seen[part.field] > MostFiles(part.field)) {
      uploads.errors.push_back(OneTooMany(part.field, ShownName(part, "")));
      continue;
    }
    if (!turn) {
      turn.emplace(context.services.settings, SenderOf(context), kLongestTurn);
    }
    if (!turn->is_held()) {
      uploads.errors.push_back(Refusal(part, Problem::kTooMuchAtOnce));
      continue;
    }
    PreparedUpload upload;
    if (auto refusal = Prepare(part, budget, upload)) {
      uploads.errors.push_back(*std::move(refusal));
      continue;
    }
    upload.id = context.services.random.Uuid();
    upload.slot = part.field;
    upload.awaits_scan = MustBeScanned(context.services.settings, upload);
    uploads.files.push_back(std::move(upload));
  }
  for (PreparedUpload& upload : uploads.files) {
    if (upload.photo) upload.content = upload.photo->made;
    if (!upload.reduced.empty()) upload.content = upload.reduced;
    upload.sha256 = HexEncode(Sha256(upload.content));
  }
  return uploads;
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

Response PhotoOriginalResponse(Context& context, std::uint64_t account_id,
                               const std::string& draft_id) {
  auto original = sql::ReadPhotoOriginal(context.services.database, account_id, draft_id);
  if (!original) throw HttpError(404, "the account's draft has no photo to cut from");
  return Response::File(*std::move(original), std::string(MimeType(FileKind::kJpeg)), "photo.jpg",
                        true);
}

}  // namespace permit
