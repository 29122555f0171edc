#include "handlers/payment/result.h"

#include "fcgi/base/log.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/own_payment.h"
#include "handlers/rules/slip_barcode.h"
#include "handlers/web/paths.h"
#include "handlers/web/permit_paths.h"
#include "sql/database.h"
#include "sql/payment_store.h"
#include "views/pages/payment_pages.h"
#include "views/pdf/slip.h"

namespace permit::payment {
namespace {

constexpr std::string_view kUnprintable = "unprintable";  // why there is a page and no slip

using sql::PaymentRow;

// A page that waits for the bank looks again by itself, for as long as somebody may sit before it.
constexpr std::chrono::minutes kRefreshing{10};

// The payer has been sent to a gateway, and what became of it is not known.
bool IsWaiting(const PaymentRow& payment) {
  return payment.state == PaymentState::kAtBank || payment.state == PaymentState::kAsking;
}

std::string DuePeriod(const Settings& settings, Date deadline) {
  if (settings.slip_due_period == "MMDD") return DuePeriodMonthDay(deadline);
  return DuePeriodRocYearMonth(deadline);
}

// A permit bears the receipt number of its case.
std::string PermitOf(const sql::PaymentCaseRow& one) {
  return one.state == CaseState::kIssued ? PermitPaperPath(one.receipt_number) : std::string();
}

// None of a payment that is not made at a store.
std::optional<SlipBarcodes> BarcodesOf(const Settings& settings, const PaymentRow& payment) {
  if (payment.method != PaymentMethod::kConvenienceStore || !payment.deadline) return std::nullopt;
  auto barcodes =
      MakeSlipBarcodes(*payment.deadline, settings.collection_item, payment.slip_number,
                       DuePeriod(settings, *payment.deadline), static_cast<long>(payment.amount));
  if (!barcodes) throw std::logic_error("no barcodes for payment " + payment.reference);
  return barcodes;
}

}  // namespace

Response ShowPaymentResult(Context& context) {
  const auto [payment, cases, unapplied] = FindOwn(context);
  views::PaymentResult page{
      .reference = payment.reference,
      .method = payment.method,
      .state = PublicState(payment.state),
      .amount = payment.amount,
      .at = payment.paid_at.value_or(payment.state_since),
      .slip_number = payment.slip_number,
      .deadline = payment.deadline,
      .refreshing =
          IsWaiting(payment) && !unapplied && context.now() < payment.created_at + kRefreshing,
      .not_announced = payment.state == PaymentState::kCreated,
      .no_answer = context.request.query.Get("asked") == Code(Asked::kNoReply),
      .unprintable = context.request.query.Get("slip") == kUnprintable,
      .unapplied = unapplied};
  if (IsOpen(payment.state)) page.barcodes = BarcodesOf(context.services.settings, payment);
  for (const sql::PaymentCaseRow& one : cases) {
    page.items.push_back({one.receipt_number, one.amount, PermitOf(one)});
    if (page.groups.empty() || page.groups.back() != one.group_number)
      page.groups.push_back(one.group_number);
  }
  Response response =
      Response::Html(RenderPaymentResult(context.services.renderer, PaymentFrame(context), page));
  if (page.refreshing) response.Header("Refresh", "5");
  return response;
}

Response AskNow(Context& context) {
  const PaymentRow payment = FindOwn(context).payment;
  std::string path = PaymentPath(payment.reference);
  Asked asked = AskForPayer(context.services, payment.reference,
                            "account:" + std::to_string(context.visitor->account_id));
  if (asked == Asked::kNoReply) path += "?asked=" + std::string(Code(asked));
  return Response::SeeOther(path);
}

Response ShowSlip(Context& context) {
  const auto [payment, cases, unapplied] = FindOwn(context);
  if (payment.slip_number.empty()) throw HttpError(404, "the payment has no slip");
  if (!IsOpen(payment.state) || unapplied)
    return Response::SeeOther(PaymentPath(payment.reference));
  const Settings& settings = context.services.settings;
  views::SlipPaper slip{.number = payment.slip_number,
                        .collection_category = settings.collection_category,
                        .payer = context.visitor->display_name,
                        .printed_at = payment.created_at,
                        .deadline = *payment.deadline,
                        .amount = static_cast<long>(payment.amount)};
  slip.barcodes = BarcodesOf(settings, payment);
  try {
    return Response::File(views::DrawSlip(slip).bytes, "application/pdf",
                          payment.reference + ".pdf", true);
  } catch (const views::PaperError& error) {
    Log(Severity::kNotice, "paper.refused",
        {{"paper", "slip"}, {"number", payment.reference}, {"reason", error.what()}});
    return Response::SeeOther(PaymentPath(payment.reference) +
                              "?slip=" + std::string(kUnprintable));
  }
}

}  // namespace permit::payment
