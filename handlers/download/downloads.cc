#include "handlers/download/downloads.h"

#include "handlers/download/application_copy.h"
#include "handlers/download/download_query.h"
#include "sql/case_store.h"
#include "sql/database.h"
#include "sql/paper_store.h"
#include "views/download_pages.h"

namespace permit {
namespace {

constexpr int kMostLines = 200;

views::DownloadSearch Typed(const Params& query, FieldErrors errors) {
  return {.group = std::string(query.Get("group")),
          .receipt = std::string(query.Get("receipt")),
          .from = std::string(query.Get("from")),
          .to = std::string(query.Get("to")),
          .errors = std::move(errors)};
}

std::optional<Date> DayOf(const std::optional<Instant>& instant) {
  return instant ? std::optional(TaipeiDate(*instant)) : std::nullopt;
}

std::vector<views::PermitLine> PermitLines(Context& context, const sql::DownloadFilter& filter) {
  std::vector<views::PermitLine> lines;
  for (sql::PermitDownload& found : sql::PermitDownloads(
           context.services.database, context.visitor->account_id, filter, kMostLines)) {
    lines.push_back({.group_number = found.group_number,
                     .receipt_number = found.receipt_number,
                     .service = found.service,
                     .applicant_name = found.applicant_name,
                     .paid_on = DayOf(found.paid_at),
                     .expires_on = found.expires_on,
                     .permit_number = found.permit_number,
                     .replaced = found.replaced});
  }
  return lines;
}

std::vector<views::ReceiptLine> ReceiptLines(Context& context, const sql::DownloadFilter& filter) {
  std::vector<views::ReceiptLine> lines;
  for (sql::ReceiptDownload& found : sql::ReceiptDownloads(
           context.services.database, context.visitor->account_id, filter, kMostLines)) {
    lines.push_back({.group_number = found.group_number,
                     .receipt_number = found.receipt_number,
                     .service = found.service,
                     .paid_on = TaipeiDate(found.paid_at),
                     .amount = found.amount,
                     .number = found.number});
  }
  return lines;
}

// The number in "NUMBER.pdf".
std::string NumberOf(const Context& context) {
  constexpr std::string_view kSuffix = ".pdf";
  const std::string_view file = context.PathValue("file");
  if (!file.ends_with(kSuffix)) throw HttpError(404, "not a paper's name");
  return std::string(file.substr(0, file.size() - kSuffix.size()));
}

Response Pdf(const Context& context, std::optional<std::string> bytes, const std::string& name) {
  if (!bytes) throw HttpError(404, "no such paper of this account");
  const bool inline_view = context.request.query.Get("save").empty();
  return Response::File(std::move(*bytes), "application/pdf", name, inline_view);
}

}  // namespace

Response ListPermits(Context& context) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kPermitDownload;
  const Params& query = context.request.query;
  DownloadQuery read = ReadDownloadQuery(query);
  const bool good = read.errors.empty();
  const auto lines = good ? PermitLines(context, read.filter) : std::vector<views::PermitLine>();
  return Response::Html(RenderPermitDownloads(context.services.renderer, frame,
                                              Typed(query, std::move(read.errors)), lines),
                        good ? 200 : 422);
}

Response ListReceipts(Context& context) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kReceiptDownload;
  const Params& query = context.request.query;
  DownloadQuery read = ReadDownloadQuery(query);
  const bool good = read.errors.empty();
  const auto lines = good ? ReceiptLines(context, read.filter) : std::vector<views::ReceiptLine>();
  return Response::Html(RenderReceiptDownloads(context.services.renderer, frame,
                                               Typed(query, std::move(read.errors)), lines),
                        good ? 200 : 422);
}

Response ShowPermitPaper(Context& context) {
  const std::string number = NumberOf(context);
  return Pdf(context,
             sql::FindPermitPaperOf(context.services.database, context.visitor->account_id, number),
             "permit-" + number + ".pdf");
}

Response ShowReceiptPaper(Context& context) {
  const std::string number = NumberOf(context);
  return Pdf(
      context,
      sql::FindReceiptPaperOf(context.services.database, context.visitor->account_id, number),
      "receipt-" + number + ".pdf");
}

Response ShowApplicationCopy(Context& context) {
  const auto sent = sql::FindCaseOf(context.services.database, context.visitor->account_id,
                                    std::string(context.PathValue("receipt")));
  if (!sent) throw HttpError(404, "no such case of this account");
  return Pdf(context, DrawApplicationOf(context, *sent),
             "application-" + sent->receipt_number + ".pdf");
}

}  // namespace permit
