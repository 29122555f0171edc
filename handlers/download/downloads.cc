#include "handlers/download/downloads.h"

#include "handlers/download/application_copy.h"
#include "handlers/download/download_query.h"
#include "handlers/web/frame.h"
#include "handlers/web/own_case.h"
#include "sql/database.h"
#include "sql/paper_store.h"
#include "views/pages/download_pages.h"

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

template <class Found>
views::PaperCase CaseOf(const Found& found) {
  return {found.group_number, found.receipt_number, found.service};
}

views::PermitLine Line(const sql::PermitDownload& found) {
  return {.of_case = CaseOf(found),
          .applicant_name = found.applicant_name,
          .paid_on = DayOf(found.paid_at),
          .expires_on = found.expires_on,
          .paper = found.permit_number,
          .replaced = found.replaced};
}

views::ReceiptLine Line(const sql::ReceiptDownload& found) {
  return {.of_case = CaseOf(found),
          .paid_on = TaipeiDate(found.paid_at),
          .amount = found.amount,
          .paper = found.number,
          .revoked_payment = found.revoked_payment};
}

template <class Found>
using Finder = std::vector<Found> (*)(sql::Executor&, std::uint64_t, const sql::DownloadFilter&,
                                      int);
template <class Shown>
using Painter = std::string (*)(const views::Renderer&, const views::PageFrame&,
                                const views::DownloadSearch&, const std::vector<Shown>&);

// Finds what the query asks for and shows it; nothing is looked for with errors.
template <class Found, class Shown>
Response List(Context& context, views::MenuPlace place, Finder<Found> find, Painter<Shown> render) {
  views::PageFrame frame = Frame(context);
  frame.place = place;
  const Params& query = context.request.query;
  DownloadQuery read = ReadDownloadQuery(query);
  const bool good = read.errors.empty();
  std::vector<Shown> lines;
  if (good) {
    for (const Found& found : find(context.services.database, context.visitor->applicant_id,
                                   read.filter, kMostLines + 1)) {
      lines.push_back(Line(found));
    }
  }
  views::DownloadSearch search = Typed(query, std::move(read.errors));
  if (static_cast<int>(lines.size()) > kMostLines) {
    search.only_latest = kMostLines;
    lines.pop_back();
  }
  return Response::Html(render(context.services.renderer, frame, search, lines), good ? 200 : 422);
}

// The number in "NUMBER.pdf".
std::string NumberOf(const Context& context) {
  constexpr std::string_view kSuffix = ".pdf";
  const std::string_view file = context.PathValue("file");
  if (!file.ends_with(kSuffix)) throw HttpError(404, "not a paper's name");
  return std::string(file.substr(0, file.size() - kSuffix.size()));
}

Response Pdf(const Context& context, std::optional<std::string> bytes, const std::string& name) {
  if (!bytes) throw HttpError(404, "no such paper of this applicant");
  const bool inline_view = context.request.query.Get("save").empty();
  return Response::File(std::move(*bytes), "application/pdf", name, inline_view);
}

}  // namespace

Response ListPermits(Context& context) {
  return List(context, views::MenuPlace::kPermitDownload, sql::PermitDownloads,
              views::RenderPermitDownloads);
}

Response ListReceipts(Context& context) {
  return List(context, views::MenuPlace::kReceiptDownload, sql::ReceiptDownloads,
              views::RenderReceiptDownloads);
}

Response ShowPermitPaper(Context& context) {
  const std::string number = NumberOf(context);
  return Pdf(
      context,
      sql::FindPermitPaperOf(context.services.database, context.visitor->applicant_id, number),
      "permit-" + number + ".pdf");
}

Response ShowReceiptPaper(Context& context) {
  const std::string number = NumberOf(context);
  return Pdf(
      context,
      sql::FindReceiptPaperOf(context.services.database, context.visitor->applicant_id, number),
      "receipt-" + number + ".pdf");
}

Response ShowApplicationCopy(Context& context) {
  const sql::Case sent = FindOwnCase(context);
  return Pdf(context, DrawApplicationOf(context, sent),
             "application-" + sent.receipt_number + ".pdf");
}

}  // namespace permit
