#include "views/pages/payment_pages.h"

#include <algorithm>
#include <ranges>

#include "views/words/case_words.h"
#include "views/words/payment_words.h"

namespace permit::views {
namespace {

void AddGroups(Dictionary& place, const std::vector<std::string>& groups) {
  for (const std::string& group : groups) place.Add("GROUP").Text("NUMBER", group);
}

void AddItems(Dictionary& place, const Voice& say, const std::vector<PaymentItemLine>& items) {
  int number = 0;
  for (const PaymentItemLine& item : items) {
    place.Add("ITEM")
        .Number("NUMBER", ++number)
        .Text("RECEIPT", item.receipt_number)
        .Number("PAYERS", 1)
        .Text("AMOUNT", say.Money(item.amount));
  }
}

void AddOpenPayment(Dictionary& place, const Voice& say, const OpenPayment& open) {
  Dictionary shown = place.Add("OPEN");
  shown.Text("REFERENCE", open.reference).Text("METHOD", MethodName(say, open.method));
  FillPaymentState(shown, say, open.state);
  if (open.deadline) shown.Add("UNTIL").Text("DATE", FormatDate(*open.deadline));
}

PaymentMethod FirstOf(PaymentFamily family) {
  return *std::ranges::find(kPaymentMethods, family, FamilyOf);
}
PaymentMethod LastOf(PaymentFamily family) {
  auto reversed = std::views::reverse(kPaymentMethods);
  return *std::ranges::find(reversed, family, FamilyOf);
}
bool HasKinds(PaymentFamily family) { return FirstOf(family) != LastOf(family); }

void AddChoice(Page& page, const MethodChoice& choice, int number) {
  const Voice& say = page.say();
  PaymentFamily family = FamilyOf(choice.method);
  Dictionary place = page.content().Add("CHOICE");
  if (HasKinds(family) && choice.method == FirstOf(family)) {
    place.Add("FAMILY_BEGINS").Text("FAMILY", FamilyName(say, family));
  }
  place.ShowIf(HasKinds(family) && choice.method == LastOf(family), "FAMILY_ENDS");
  place.Number("NUMBER", number)
      .Text("CODE", Code(choice.method))
      .Text("NAME", KindName(say, choice.method))
      .Text("NEED", NeedText(say, choice.method))
      .Text("COST", CostText(say, choice.method))
      .Text("SETTLED", SettledText(say, choice.method))
      .Choose(choice.offered, "OFFERED", "NOT_OFFERED");
}

// One page tells each outcome in its own words.
void ShowOutcome(Dictionary& content, const PaymentResult& data) {
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

}  // namespace

std::string RenderUnpaidList(const Renderer& renderer, const PageFrame& frame,
                             const UnpaidList& data) {
  Page page(renderer, frame, "pages/payment_list.tpl");
  const Voice& say = page.say();
  page.Title(say("Online payment"));
  page.Wide();
  if (data.nothing_ticked) {
    page.AddError({"group-1", say("Tick at least one group to pay for.")});
  }
  page.content().Choose(data.groups.empty(), "NOTHING", "SOMETHING");
  int number = 0;
  for (const UnpaidGroup& group : data.groups) {
    Dictionary row = page.content().Add("ROW");
    row.Number("NUMBER", ++number)
        .Text("GROUP", group.number)
        .Text("SERVICE", ServiceName(say, group.service))
        .Text("APPLICANT", group.applicant_name)
        .Number("APPLICANTS", group.applicants)
        .Text("AMOUNT", say.Money(group.amount))
        .ShowIf(group.ticked, "TICKED");
    for (const std::string& receipt : group.receipt_numbers) {
      row.Add("RECEIPT").Text("RECEIPT_NUMBER", receipt);
    }
    if (group.open) AddOpenPayment(row, say, *group.open);
  }
  return page.Html();
}

std::string RenderPaymentDetails(const Renderer& renderer, const PageFrame& frame,
                                 const PaymentDetails& data) {
  Page page(renderer, frame, "pages/payment_details.tpl");
  const Voice& say = page.say();
  page.Title(say("Online payment - details"));
  page.content().Text("AMOUNT", say.Money(data.amount));
  AddItems(page.content(), say, data.items);
  AddGroups(page.content(), data.groups);
  return page.Html();
}

std::string RenderPaymentMethods(const Renderer& renderer, const PageFrame& frame,
                                 const PaymentMethods& data) {
  Page page(renderer, frame, "pages/payment_method.tpl");
  const Voice& say = page.say();
  page.Title(say("Online payment - payment method"));
  if (data.none_chosen) {
    page.AddError({"method-1", say("Choose a payment method.")});
    page.content().Show("NONE_CHOSEN");
  }
  page.content().Text("AMOUNT", say.Money(data.amount)).Text("ACT", data.act);
  page.Wide();
  AddGroups(page.content(), data.groups);
  if (data.open) AddOpenPayment(page.content(), say, *data.open);
  int number = 0;
  for (const MethodChoice& choice : data.choices) AddChoice(page, choice, ++number);
  for (PaymentMethod method : kPaymentMethods) {
    page.content()
        .Add("COST_ROW")
        .Text("METHOD", MethodName(say, method))
        .Text("COST_NAME", CostName(say, method))
        .Text("NEED", NeedText(say, method))
        .Text("COST", CostText(say, method))
        .Text("SETTLED", SettledText(say, method));
  }
  return page.Html();
}

std::string RenderGatewayForm(const Renderer& renderer, const PageFrame& frame,
                              const GatewayForm& data) {
  Page page(renderer, frame, "pages/payment_bank.tpl");
  const Voice& say = page.say();
  page.Title(say("To the bank's payment page"));
  page.content()
      .Text("ACTION", data.action)
      .Text("REFERENCE", data.reference)
      .Text("METHOD", MethodName(say, data.method))
      .Text("AMOUNT", say.Money(data.amount))
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
  const Voice& say = page.say();
  bool slip = !data.slip_number.empty();
  page.Title(slip && data.state == PublicPaymentState::kAwaitingPayer
                 ? say("Online payment - payment slip")
                 : say("Online payment - transaction result"));
  Dictionary& content = page.content();
  content.Text("REFERENCE", data.reference)
      .Text("METHOD", MethodName(say, data.method))
      .Text("AMOUNT", say.Money(data.amount))
      .Text("AT", FormatTime(data.at))
      .Text("COST", CostText(say, data.method))
      .Text("SETTLED", SettledText(say, data.method))
      .Text("SLIP_NUMBER", data.slip_number)
      .ShowIf(data.refreshing, "REFRESHING")
      .ShowIf(data.no_answer, "NO_ANSWER")
      .ShowIf(data.unprintable, "UNPRINTABLE");
  if (data.deadline) content.Text("DEADLINE", FormatDate(*data.deadline));
  content.Choose(FamilyOf(data.method) == PaymentFamily::kConvenienceStore, "AT_STORE", "AT_BANK");
  FillPaymentState(content, say, data.state);
  AddItems(content, say, data.items);
  AddGroups(content, data.groups);
  ShowOutcome(content, data);
  return page.Html();
}

}  // namespace permit::views
