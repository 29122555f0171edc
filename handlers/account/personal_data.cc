#include "handlers/account/personal_data.h"

#include "handlers/account/personal_data_json.h"
#include "handlers/account/zip_archive.h"
#include "handlers/rules/scan_state.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/frame.h"
#include "sql/login_guard_store.h"
#include "sql/paper_store.h"
#include "sql/personal_data_store.h"
#include "sql/photo_store.h"
#include "sql/upload_store.h"
#include "views/pages/personal_data_pages.h"

namespace permit {
namespace {

constexpr std::chrono::days kDay{1};
// What a worker may hold for one archive; what is beyond stands in data.json alone.
constexpr std::size_t kMostBytes = 200U << 20;

Instant DayStart(Instant now) { return Instant(std::chrono::floor<std::chrono::days>(now)); }

std::string Bucket(const Context& context) {
  return "my-data:" + std::to_string(context.visitor->account_id);
}

// Counts this one; false: the day's are used up.
bool MayCopy(Context& context) {
  return sql::CountHit(context.services.database, Bucket(context), DayStart(context.now())) <=
         kCopiesADay;
}

Response Page(Context& context, bool used_up) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kBasicData;
  Response response =
      Response::Html(views::RenderMyData(context.services.renderer, frame, {kCopiesADay, used_up}),
                     used_up ? 429 : 200);
  if (used_up) {
    const auto wait =
        std::chrono::ceil<std::chrono::seconds>(DayStart(context.now()) + kDay - context.now());
    response.Header("Retry-After", std::to_string(wait.count()));
  }
  return response;
}

// Path and bytes of what a row of the tables stands for.
struct Content {
  std::string path;
  std::optional<std::string> bytes;
};

std::string Extension(const std::string& mime) {
  if (mime == "application/pdf") return ".pdf";
  if (mime == "image/jpeg") return ".jpg";
  if (mime == "image/png") return ".png";
  return "";
}

Content FileOf(Context& context, const sql::PersonalRow& row) {
  const std::string id = sql::ValueIn(row, "file_id");
  const std::string receipt = sql::ValueIn(row, "receipt_number");
  const std::string folder = receipt.empty() ? "drafts" : "cases/" + receipt;
  auto found =
      sql::FindUploadOfApplicant(context.services.database, context.visitor->applicant_id, id);
  Content content{
      folder + "/" + sql::ValueIn(row, "slot") + "-" + id + Extension(sql::ValueIn(row, "mime")),
      std::nullopt};
  // One that waits for the scan for viruses, or did not pass it, is named and not given.
  if (found && MayBeOpened(found->scan)) content.bytes = std::move(found->bytes);
  return content;
}

Content OriginalOf(Context& context, const sql::PersonalRow& row) {
  const std::string id = sql::ValueIn(row, "draft_id");
  return {"drafts/photo-original-" + id + ".jpg",
          sql::ReadPhotoOriginal(context.services.database, context.visitor->account_id, id)};
}

Content PermitOf(Context& context, const sql::PersonalRow& row) {
  const std::string number = sql::ValueIn(row, "number");
  return {"permits/permit-" + number + ".pdf",
          sql::FindPermitPaperOf(context.services.database, context.visitor->applicant_id, number)};
}

Content ReceiptOf(Context& context, const sql::PersonalRow& row) {
  const std::string number = sql::ValueIn(row, "number");
  return {
      "receipts/receipt-" + number + ".pdf",
      sql::FindReceiptPaperOf(context.services.database, context.visitor->applicant_id, number)};
}

struct Holding {
  std::string_view table;
  Content (*read)(Context&, const sql::PersonalRow&);
};
constexpr Holding kHoldings[] = {
    {"files", FileOf}, {"drafts", OriginalOf}, {"permits", PermitOf}, {"receipts", ReceiptOf}};

// Puts the contents into the archive and their paths into the rows.
void AddContents(Context& context, std::vector<sql::PersonalTable>& tables, ZipArchive& archive) {
  std::size_t total = 0;
  for (const Holding& holding : kHoldings) {
    for (sql::PersonalTable& table : tables) {
      if (table.name != holding.table) continue;
      for (sql::PersonalRow& row : table.rows) {
        Content content = holding.read(context, row);
        const bool fits = content.bytes && total + content.bytes->size() <= kMostBytes;
        row.emplace_back("path_in_archive", fits ? std::optional(content.path) : std::nullopt);
        if (!fits) continue;
        total += content.bytes->size();
        archive.Add(content.path, std::move(*content.bytes), false);
      }
    }
  }
}

std::string MakeArchive(Context& context) {
  const Instant now = context.now();
  std::vector<sql::PersonalTable> tables =
      sql::ReadPersonalData(context.services.database, context.visitor->applicant_id);
  ZipArchive archive(now);
  archive.Add("README.txt", views::MyDataReadme(context.services.renderer, now), true);
  AddContents(context, tables, archive);
  archive.Add("data.json", PersonalDataJson(tables, now), true);
  return archive.Finish();
}

}  // namespace

Response ShowMyData(Context& context) { return Page(context, false); }

Response SendMyData(Context& context) {
  if (!MayCopy(context)) return Page(context, true);
  std::string archive = MakeArchive(context);
  AuditAccount(context, context.services.database, context.visitor->account_id, "data-copied",
               true);
  std::string day = FormatDate(context.today());
  std::erase(day, '/');
  return Response::File(std::move(archive), "application/zip", "my-data-" + day + ".zip", false);
}

}  // namespace permit
