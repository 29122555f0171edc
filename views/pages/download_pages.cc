#include "views/pages/download_pages.h"

#include "views/fields/search_fields.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

void AddLine(Dictionary& row, const Translator& tr, const PermitLine& line) {
  row.Text("HOLDER", line.applicant_name)
      .Text("PAID_ON", line.paid_on ? FormatDate(*line.paid_on) : tr("No fee"))
      .Text("EXPIRES_ON", line.expires_on ? FormatDate(*line.expires_on) : "—")
      .ShowIf(line.replaced, "REPLACED");
}

void AddLine(Dictionary& row, const Translator& tr, const ReceiptLine& line) {
  row.Text("PAID_ON", FormatDate(line.paid_on))
      .Text("AMOUNT", tr.Money(line.amount))
      .ShowText("REVOKED", line.revoked_payment);
}

bool SearchesNothing(const DownloadSearch& search) {
  return search.group.empty() && search.receipt.empty() && search.from.empty() && search.to.empty();
}

// Above the search the one permit that holds, which most students have come for; nullptr where
// there is none, or more than one.
const PermitLine* OnlyPermit(const DownloadSearch& search, const std::vector<PermitLine>& lines) {
  if (!SearchesNothing(search)) return nullptr;
  const PermitLine* only = nullptr;
  for (const PermitLine& line : lines) {
    if (line.replaced || line.paper.empty()) continue;
    if (only != nullptr) return nullptr;
    only = &line;
  }
  return only;
}

void AddOnlyPermit(Page& page, const PermitLine& permit) {
  Dictionary place = page.content().Add("ONLY");
  place.Text("PAPER", permit.paper);
  if (permit.expires_on) place.ShowText("UNTIL", FormatDate(*permit.expires_on));
}

// The search and the list below it, on a page whose title is set.
template <class Line>
std::string SearchAndList(Page& page, const DownloadSearch& search,
                          const std::vector<Line>& lines) {
  const Translator& tr = page.tr();
  page.Wide();
  AddNumberFields(page, search.group, search.receipt, search.errors);
  AddDayFields(page, {tr("Payment date from"), search.from}, {tr("Payment date to"), search.to},
               search.errors);
  Dictionary& content = page.content();
  if (lines.empty()) {
    content.ShowIf(search.errors.empty(), "NONE");
    return page.Html();
  }
  if (search.only_latest > 0) {
    content.ShowText(
        "ONLY_LATEST",
        tr("Only the latest {N} are listed. To find older ones, search with more details above.",
           {{"N", std::to_string(search.only_latest)}}));
  }
  Dictionary table = content.Add("TABLE");
  int number = 0;
  for (const Line& line : lines) {
    Dictionary row = table.Add("ROW");
    row.Number("NUMBER", ++number)
        .Text("GROUP", line.of_case.group_number)
        .Text("RECEIPT", line.of_case.receipt_number)
        .Text("SERVICE", ServiceItem(tr, line.of_case.service));
    AddLine(row, tr, line);
    if (line.paper.empty()) {
      row.Show("WAITING");
    } else {
      row.Add("READY").Text("PAPER", line.paper);
    }
  }
  return page.Html();
}

}  // namespace

std::string RenderPermitDownloads(const Renderer& renderer, const PageFrame& frame,
                                  const DownloadSearch& search,
                                  const std::vector<PermitLine>& lines) {
  Page page(renderer, frame, "pages/download_permits.tpl");
  page.Title(page.tr().In("menu", "Download permits"));
  const PermitLine* only = OnlyPermit(search, lines);
  if (only != nullptr) AddOnlyPermit(page, *only);
  return SearchAndList(page, search, lines);
}

std::string RenderReceiptDownloads(const Renderer& renderer, const PageFrame& frame,
                                   const DownloadSearch& search,
                                   const std::vector<ReceiptLine>& lines) {
  Page page(renderer, frame, "pages/download_receipts.tpl");
  page.Title(page.tr().In("menu", "Download receipts"));
  return SearchAndList(page, search, lines);
}

}  // namespace permit::views
