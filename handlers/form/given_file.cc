#include "handlers/form/given_file.h"

#include <utility>

#include "handlers/form/pdf_rebuilding.h"
#include "handlers/form/upload_turn.h"
#include "handlers/rules/file_kind.h"

namespace permit {
namespace {

// As long as a browser that opens several may wait for the last.
constexpr std::chrono::seconds kLongestTurn{10};

bool IsPdf(const sql::UploadContent& upload) { return upload.mime == MimeType(FileKind::kPdf); }

[[noreturn]] void Refuse(Withheld why) {
  switch (why) {
    case Withheld::kWaitsForScan:
      throw HttpError(423, "the file waits for the scan for viruses");
    case Withheld::kQuarantined:
      throw HttpError(410, "a virus was found in the file");
    case Withheld::kNotRebuilt:
      throw HttpError(500, "the file is a PDF that cannot be rebuilt");
  }
  throw std::logic_error("no reason");
}

}  // namespace

tl::expected<std::string, Withheld> BytesToGive(sql::UploadContent upload) {
  if (upload.scan == ScanState::kWaiting) return tl::unexpected(Withheld::kWaitsForScan);
  if (upload.scan == ScanState::kQuarantined) return tl::unexpected(Withheld::kQuarantined);
  if (!IsPdf(upload)) return std::move(upload.bytes);
  FileBudget budget;
  auto rebuilt = RebuildPdf(upload.bytes, budget);
  if (!rebuilt) return tl::unexpected(Withheld::kNotRebuilt);
  return *std::move(rebuilt);
}

Response GivenFileResponse(const Context& context, std::optional<sql::UploadContent> upload) {
  if (!upload) throw HttpError(404, "there is no such file");
  std::optional<UploadTurn> turn;
  if (IsPdf(*upload) && MayBeOpened(upload->scan)) {
    turn.emplace(context.services.settings, context.visitor->account_id, kLongestTurn);
    if (!turn->is_held()) throw HttpError(429, "another file of the account is being opened");
  }
  const std::string mime = upload->mime;
  const std::string name = upload->name;
  auto bytes = BytesToGive(*std::move(upload));
  if (!bytes) Refuse(bytes.error());
  return Response::File(*std::move(bytes), mime, name, true);
}

}  // namespace permit
