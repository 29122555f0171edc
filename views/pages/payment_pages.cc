#include "views/pages/payment_pages.h"

#include <algorithm>
#include <iterator>

#include "views/layout/barcodes.h"
#include "views/words/case_words.h"
#include "views/words/payment_words.h"

namespace permit::views {
namespace {

void AddGroups(Dictionary& place, const std::vector<std::string>& groups) {
  for (const std::string& group : groups) place.Add("GROUP").Text("NUMBER", group);
}

void AddItems(Dictionary& place, const Translator& tr, const std::vector<PaymentItemLine>& items) {
  int number = 0;
  for (const PaymentItemLine& item : items) {
    place.Add("ITEM")
        .Number("NUMBER", ++number)
        .Text("RECEIPT", item.receipt_number)
        .Number("PAYERS", 1)
        .Text("AMOUNT", tr.Money(item.amount));
  }
}

// What the payer has come for: the permits, first of all. One that is not made yet is said to be.
void AddPermits(Dictionary& content, const std::vector<PaymentItemLine>& items) {
  bool first = true;
  for (const PaymentItemLine& item : items) {
    if (item.permit.empty()) continue;
    content.Add("ISSUED")
        .Text("LINK", item.permit)
        .Text("RECEIPT", item.receipt_number)
        .ShowIf(!first, "LATER");
    first = false;
  }
}

void AddOpenPayment(Dictionary& place, const Translator& tr, const OpenPayment& open) {
  Dictionary shown = place.Add("OPEN");
  shown.Text("REFERENCE", open.reference).Text("METHOD", MethodName(tr, open.method));
  FillPaymentState(shown, tr, open.state);
  if (open.deadline) shown.Add("UNTIL").Text("DATE", FormatDate(*open.deadline));
}

PaymentMethod FirstOf(PaymentFamily family) {
  return *std::ranges::find(kPaymentMethods, family, FamilyOf);
}
PaymentMethod LastOf(PaymentFamily family) {
  return *std::find_if(std::rbegin(kPaymentMethods), std::rend(kPaymentMethods),
                       [&](PaymentMethod method) { return FamilyOf(method) == family; });
}
bool HasKinds(PaymentFamily family) { return FirstOf(family) != LastOf(family); }

void AddChoice(Page& page, const MethodChoice& choice, int number) {
  const Translator& tr = page.tr();
  PaymentFamily family = FamilyOf(choice.method);
  Dictionary place = page.content().Add("CHOICE");
  if (HasKinds(family) && choice.method == FirstOf(family)) {
    place.Add("FAMILY_BEGINS").Text("FAMILY", FamilyName(tr, family));
  }
  place.ShowIf(HasKinds(family) && choice.method == LastOf(family), "FAMILY_ENDS");
  place.Number("NUMBER", number)
      .Text("CODE", Code(choice.method))
      .Text("NAME", KindName(tr, choice.method))
      .Text("NEED", NeedText(tr, choice.method))
      .Text("COST", CostText(tr, choice.method))
      .Text("SETTLED", SettledText(tr, choice.method))
      .Choose(choice.offered, "OFFERED", "NOT_OFFERED");
}

// What was to be paid is not, but money has come.
bool IsUnapplied(const PaymentResult& data) {
  return data.unapplied && data.state != PublicPaymentState::kPaid &&
         data.state != PublicPaymentState::kRevoked;
}

// One page tells each outcome in its own words.
void ShowOutcome(Dictionary& content, const PaymentResult& data) {
  if (IsUnapplied(data)) {
    content.Show("IS_UNAPPLIED");
    return;
  }
  bool slip = SettlementOf(data.method) == SettledBy::kSlip;
  switch (data.state) {
    case PublicPaymentState::kAwaitingPayer:
    case PublicPaymentState::kBeingConfirmed:
      content.Show(slip ? "IS_SLIP" : data.not_announced ? "IS_NOT_ANNOUNCED" : "IS_PENDING");
      return;
    case PublicPaymentState::kPaid:
      content.Show("IS_PAID");
      return;
    case PublicPaymentState::kFailed:
      content.Show("IS_FAILED");
      break;
    case PublicPaymentState::kVoided:
      content.Show("IS_VOIDED");
      break;
    case PublicPaymentState::kExpired:
      content.Show("IS_EXPIRED");
      break;
    case PublicPaymentState::kRevoked:
      content.Show("IS_REVOKED");
      break;
  }
  content.Show("IS_OVER");
}

// In fours, as people read and type it.
std::string InFours(std::string_view digits) {
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += ' ';
    grouped += digits[i];
  }
  return grouped;
}

// What is shown at the till or typed at an ATM.
void AddSlip(Dictionary& content, const PaymentResult& data) {
  content.Text("SLIP_NUMBER", data.slip_number)
      .Text("SLIP_NUMBER_IN_FOURS", InFours(data.slip_number));
  if (data.deadline) content.Text("DEADLINE", FormatDate(*data.deadline));
  content.Choose(FamilyOf(data.method) == PaymentFamily::kConvenienceStore, "AT_STORE", "AT_BANK");
  if (data.barcodes) {
    AddBarcodes(content, {data.barcodes->first, data.barcodes->second, data.barcodes->third});
  }
}

}  // namespace

std::string RenderUnpaidList(const Renderer& renderer, const PageFrame& frame,
                             const UnpaidList& data) {
  Page page(renderer, frame, "pages/payment_list.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Online payment"));
  page.Wide();
  const auto payable = std::ranges::find(data.groups, "", &UnpaidGroup::unapplied);
  page.content().Choose(payable != data.groups.end(), "PAYABLE", "NOT_PAYABLE");
  if (data.nothing_ticked) {
    const auto first = payable - data.groups.begin() + 1;
    page.AddError({"group-" + std::to_string(first), tr("Select at least one group to pay for.")});
  }
  page.content().Choose(data.groups.empty(), "NOTHING", "SOMETHING");
  int number = 0;
  for (const UnpaidGroup& group : data.groups) {
    Dictionary row = page.content().Add("ROW");
    row.Number("NUMBER", ++number)
        .Text("GROUP", group.number)
        .Text("SERVICE", ServiceItem(tr, group.service))
        .Text("APPLICANT", group.applicant_name)
        .Number("APPLICANTS", group.applicants)
        .Text("AMOUNT", tr.Money(group.amount))
        .Choose(group.unapplied.empty(), "OFFERED", "NOT_OFFERED")
        .ShowIf(group.ticked, "TICKED");
    for (const std::string& receipt : group.receipt_numbers) {
      row.Add("RECEIPT").Text("RECEIPT_NUMBER", receipt);
    }
    if (!group.unapplied.empty()) {
      Dictionary shown = row.Add("UNAPPLIED");
      shown.Text("REFERENCE", group.unapplied);
      FillUnapplied(shown, tr);
    } else if (group.open) {
      AddOpenPayment(row, tr, *group.open);
    }
  }
  return page.Html();
}

std::string RenderPaymentDetails(const Renderer& renderer, const PageFrame& frame,
                                 const PaymentDetails& data) {
  Page page(renderer, frame, "pages/payment_details.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Online payment - details"));
  page.content().Text("AMOUNT", tr.Money(data.amount));
  AddItems(page.content(), tr, data.items);
  AddGroups(page.content(), data.groups);
  return page.Html();
}

std::string RenderPaymentMethods(const Renderer& renderer, const PageFrame& frame,
                                 const PaymentMethods& data) {
  Page page(renderer, frame, "pages/payment_method.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Online payment - payment method"));
  if (data.none_chosen) {
    page.AddError({"method-1", tr("Choose a payment method.")});
    page.content().Show("NONE_CHOSEN");
  }
  page.content()
      .Text("AMOUNT", tr.Money(data.amount))
      .Text("IDEMPOTENCY_KEY", data.idempotency_key);
  page.Wide();
  AddGroups(page.content(), data.groups);
  if (data.open) AddOpenPayment(page.content(), tr, *data.open);
  int number = 0;
  for (const MethodChoice& choice : data.choices) AddChoice(page, choice, ++number);
  for (PaymentMethod method : kPaymentMethods) {
    page.content()
        .Add("COST_ROW")
        .Text("METHOD", MethodName(tr, method))
        .Text("COST_NAME", CostName(tr, method))
        .Text("NEED", NeedText(tr, method))
        .Text("COST", CostText(tr, method))
        .Text("SETTLED", SettledText(tr, method));
  }
  return page.Html();
}

std::string RenderGatewayForm(const Renderer& renderer, const PageFrame& frame,
                              const GatewayForm& data) {
  Page page(renderer, frame, "pages/payment_bank.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Go to the bank's payment page"));
  page.content()
      .Text("ACTION", data.action)
      .Text("REFERENCE", data.reference)
      .Text("METHOD", MethodName(tr, data.method))
      .Text("AMOUNT", tr.Money(data.amount))
      .ShowIf(data.unreached, "UNREACHED")
      .Choose(data.action.empty(), "TO_ANNOUNCE", "READY");
  for (const auto& [name, value] : data.fields) {
    page.content().Add("FIELD").Text("NAME", name).Text("VALUE", value);
  }
  return page.Html();
}

std::string RenderPaymentResult(const Renderer& renderer, const PageFrame& frame,
                                const PaymentResult& data) {
  Page page(renderer, frame, "pages/payment_result.tpl");
  const Translator& tr = page.tr();
  bool slip = !data.slip_number.empty();
  page.Title(slip && data.state == PublicPaymentState::kAwaitingPayer && !IsUnapplied(data)
                 ? tr("Online payment - payment slip")
                 : tr("Online payment - transaction result"));
  Dictionary& content = page.content();
  content.Text("REFERENCE", data.reference)
      .Text("METHOD", MethodName(tr, data.method))
      .Text("AMOUNT", tr.Money(data.amount))
      .Text("AT", data.state == PublicPaymentState::kPaid ? PaidMoment(data.method, data.at)
                                                          : FormatTime(data.at))
      .Text("COST", CostText(tr, data.method))
      .Text("SETTLED", SettledText(tr, data.method))
      .ShowIf(data.refreshing, "REFRESHING")
      .ShowIf(data.no_answer, "NO_ANSWER")
      .ShowIf(data.unprintable, "UNPRINTABLE");
  AddSlip(content, data);
  if (IsUnapplied(data)) {
    FillUnapplied(content, tr);
  } else {
    FillPaymentState(content, tr, data.state);
  }
  if (data.unapplied) content.ShowText("UNAPPLIED", UnappliedText(tr, *data.unapplied));
  AddItems(content, tr, data.items);
  AddPermits(content, data.items);
  const bool all_issued = std::none_of(data.items.begin(), data.items.end(),
                                       [](const auto& item) { return item.permit.empty(); });
  content.Choose(all_issued, "ALL_ISSUED", "SOME_WAIT");
  AddGroups(content, data.groups);
  ShowOutcome(content, data);
  return page.Html();
}

}  // namespace permit::views
