#include "views/download_pages.h"

#include "views/case_words.h"
#include "views/field_messages.h"
#include "views/form_fields.h"

namespace permit::views {
namespace {

FieldHead Head(const Voice& say, std::string_view name, std::string label,
               const FieldErrors& errors, std::string hint) {
  std::string error = FieldMessage(say, label, errors, name);
  return {.name = std::string(name),
          .label = std::move(label),
          .hint = std::move(hint),
          .error = std::move(error)};
}

TextField NumberField(FieldHead head, const std::string& value) {
  TextField field;
  field.head = std::move(head);
  field.value = value;
  field.input_mode = "numeric";
  field.max_length = 20;
  field.width = 20;
  field.ltr_code = true;
  return field;
}

DateField DayField(FieldHead head, const std::string& value) {
  DateField field;
  field.head = std::move(head);
  field.value = value;
  return field;
}

void AddSearch(Page& page, const DownloadSearch& search) {
  const Voice& say = page.say();
  const FieldErrors& errors = search.errors;
  AddField(
      page, "GROUP",
      NumberField(Head(say, "group", say("Group number"), errors, say("9 digits")), search.group));
  AddField(page, "RECEIPT",
           NumberField(Head(say, "receipt", say("Receipt number"), errors, say("12 digits")),
                       search.receipt));
  AddField(page, "FROM",
           DayField(Head(say, "from", say("Payment date from"), errors, say("YYYY/MM/DD")),
                    search.from));
  AddField(page, "TO",
           DayField(Head(say, "to", say("Payment date to"), errors, say("YYYY/MM/DD")), search.to));
}

}  // namespace

std::string RenderPermitDownloads(const Renderer& renderer, const PageFrame& frame,
                                  const DownloadSearch& search,
                                  const std::vector<PermitLine>& lines) {
  Page page(renderer, frame, "pages/download_permits.tpl");
  const Voice& say = page.say();
  page.Title(say.In("menu", "Download permits"));
  page.Wide();
  AddSearch(page, search);
  Dictionary& content = page.content();
  if (lines.empty()) {
    content.ShowIf(search.errors.empty(), "NONE");
    return page.Html();
  }
  Dictionary table = content.Add("TABLE");
  int number = 0;
  for (const PermitLine& line : lines) {
    Dictionary row = table.Add("ROW");
    row.Number("NUMBER", ++number)
        .Text("GROUP", line.group_number)
        .Text("RECEIPT", line.receipt_number)
        .Text("SERVICE", ServiceName(say, line.service))
        .Text("HOLDER", line.applicant_name)
        .Text("PAID_ON", line.paid_on ? FormatDate(*line.paid_on) : say("No fee"))
        .Text("EXPIRES_ON", line.expires_on ? FormatDate(*line.expires_on) : "—")
        .ShowIf(line.replaced, "REPLACED");
    if (line.permit_number.empty()) {
      row.Show("WAITING");
    } else {
      row.Add("READY").Text("PERMIT", line.permit_number);
    }
  }
  return page.Html();
}

std::string RenderReceiptDownloads(const Renderer& renderer, const PageFrame& frame,
                                   const DownloadSearch& search,
                                   const std::vector<ReceiptLine>& lines) {
  Page page(renderer, frame, "pages/download_receipts.tpl");
  const Voice& say = page.say();
  page.Title(say.In("menu", "Download receipts"));
  page.Wide();
  AddSearch(page, search);
  Dictionary& content = page.content();
  if (lines.empty()) {
    content.ShowIf(search.errors.empty(), "NONE");
    return page.Html();
  }
  Dictionary table = content.Add("TABLE");
  int number = 0;
  for (const ReceiptLine& line : lines) {
    Dictionary row = table.Add("ROW");
    row.Number("NUMBER", ++number)
        .Text("GROUP", line.group_number)
        .Text("RECEIPT", line.receipt_number)
        .Text("SERVICE", ServiceName(say, line.service))
        .Text("PAID_ON", FormatDate(line.paid_on))
        .Text("AMOUNT", say.Money(line.amount));
    if (line.number.empty()) {
      row.Show("WAITING");
    } else {
      row.Add("READY").Text("PAPER", line.number);
    }
  }
  return page.Html();
}

}  // namespace permit::views
