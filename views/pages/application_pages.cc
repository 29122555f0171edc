#include "views/pages/application_pages.h"

#include <iterator>

#include "views/fields/form_fields.h"
#include "views/layout/application_steps.h"
#include "views/layout/claims.h"
#include "views/layout/document_warnings.h"
#include "views/layout/file_faults.h"
#include "views/words/case_words.h"
#include "views/words/field_messages.h"
#include "views/words/rule_messages.h"

namespace permit::views {
namespace {

std::string PermitLabel(const Translator& tr, Service service) {
  switch (StartsFrom(service)) {
    case PermitKind::kSingleEntry:
      return tr("Single-entry permit number");
    case PermitKind::kMultipleEntry:
      return tr("Multiple-entry permit number");
  }
  return {};
}

std::string_view PurposeSection(Service service) {
  switch (service) {
    case Service::kExchange:
      return "EXCHANGE";
    case Service::kExtension:
      return "EXTENSION";
    case Service::kDataChange:
      return "DATA_CHANGE";
  }
  return {};
}

void AddOwnPermits(Dictionary& content, const Translator& tr, const PermitNumberPage& data) {
  if (data.own.empty()) return;
  Dictionary list = content.Add("OWN");
  for (const OwnPermit& permit : data.own) {
    Dictionary line = list.Add("OWN_PERMIT");
    line.Text("NUMBER", permit.number)
        .Text("UNTIL", tr("valid until {DATE}", {{"DATE", FormatDate(permit.expires_on)}}));
    if (!permit.eligibility.allowed()) {
      line.ShowText("REASON", IneligibilityText(tr, permit.eligibility));
    } else if (permit.number != data.number) {
      line.Show("USABLE");
    }
  }
}

// The services that start from the permit whose number was given.
void AddRightServices(Dictionary& content, const Translator& tr, const Eligibility& eligibility) {
  if (!eligibility.other_kind) return;
  Dictionary list = content.Add("RIGHT_SERVICES");
  for (Service service : kServices) {
    if (StartsFrom(service) != *eligibility.other_kind) continue;
    list.Add("RIGHT_SERVICE").Text("CODE", Code(service)).Text("SERVICE", ServiceName(tr, service));
  }
}

// What the whole form and a section of it have in common.
void AddForm(Page& page, const ApplicationFormPage& data) {
  const Translator& tr = page.tr();
  const FormContent& form = data.content;
  page.content()
      .Text("SERVICE", ServiceName(tr, form.service))
      .Text("PATH", data.path)
      .Text("PERMIT_NUMBER", data.permit_number)
      .ShowIf(data.kept || !form.errors.empty() || !form.conflicts.empty(), "UNSAVED");
  if (data.eligibility.refusal) page.AddError({"", IneligibilityText(tr, data.eligibility)});
  AddFormParts(page, form);
}

}  // namespace

std::string RenderDeclaration(const Renderer& renderer, const PageFrame& frame,
                              const DeclarationPage& data) {
  Page page(renderer, frame, "pages/apply_declaration.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Terms of use") + " · " + ServiceName(tr, data.service));
  AddSteps(page, ApplicationStep::kDeclaration);
  page.content().Text("SERVICE", ServiceName(tr, data.service)).Text("CODE", Code(data.service));
  page.content().Show(PurposeSection(data.service));
  AddField(page, "AGREED",
           TickField{.head = {.name = "agreed",
                              .label = tr("I agree to the terms above"),
                              .error = FieldMessage(tr, "", data.errors, "agreed"),
                              .required = true}});
  return page.Html();
}

std::string RenderPermitNumber(const Renderer& renderer, const PageFrame& frame,
                               const PermitNumberPage& data) {
  Page page(renderer, frame, "pages/apply_permit.tpl");
  const Translator& tr = page.tr();
  const std::string label = PermitLabel(tr, data.service);
  page.Title(tr("Permit number") + " · " + ServiceName(tr, data.service));
  AddSteps(page, ApplicationStep::kPermitNumber);
  page.content().Text("SERVICE", ServiceName(tr, data.service)).Text("CODE", Code(data.service));
  page.content().Text("IDEMPOTENCY_KEY", data.idempotency_key);
  AddOwnPermits(page.content(), tr, data);
  AddRightServices(page.content(), tr, data.eligibility);
  std::string error = FieldMessage(tr, label, data.errors, "permit_number");
  if (error.empty()) error = IneligibilityText(tr, data.eligibility);
  AddField(page, "PERMIT_NUMBER",
           TextField{.head = {.name = "permit_number",
                              .label = label,
                              .hint = tr("12 digits, at the top right of the permit"),
                              .error = error,
                              .required = true},
                     .value = data.number,
                     .autocomplete = "off",
                     .max_length = 20,
                     .width = 20,
                     .ltr_code = true});
  return page.Html();
}

std::string RenderApplicationForm(const Renderer& renderer, const PageFrame& frame,
                                  const ApplicationFormPage& data) {
  Page page(renderer, frame, "pages/apply_form.tpl");
  const Translator& tr = page.tr();
  const FormContent& form = data.content;
  page.Title(ServiceName(tr, form.service));
  AddSteps(page, ApplicationStep::kForm);
  AddForm(page, data);
  return page.Html();
}

std::string RenderApplicationSection(const Renderer& renderer, const PageFrame& frame,
                                     const ApplicationSectionPage& data) {
  Page page(renderer, frame, "pages/apply_section.tpl");
  const Translator& tr = page.tr();
  const std::string_view group = GroupTitle(data.part);
  page.Title(tr(PartTitle(data.part)));
  page.content()
      .Text("TITLE", tr(PartTitle(data.part)))
      .ShowText("GROUP", group == PartTitle(data.part) ? "" : tr(group))
      .Text("SECTION", Code(data.part))
      .Text("BACK", data.back)
      .Choose(data.from_check, "TO_CHECK", "TO_LIST")
      .Number("NUMBER", static_cast<int>(data.part) + 1)
      .Number("ALL", std::ssize(kFormParts));
  AddForm(page, data.form);
  return page.Html();
}

std::string RenderCheckAnswers(const Renderer& renderer, const PageFrame& frame,
                               const CheckAnswersPage& data) {
  Page page(renderer, frame, "pages/apply_check.tpl");
  const Translator& tr = page.tr();
  const Service service = data.answers.service;
  page.Title(tr("Check your answers"));
  AddSteps(page, ApplicationStep::kCheck);
  page.content().Text("SERVICE", ServiceName(tr, service));
  page.content().Text("PATH", data.path).Text("IDEMPOTENCY_KEY", data.idempotency_key);
  page.content().Text("PERMIT_NUMBER", data.permit_number);
  AddClaims(page, service, data.answers.change_link, data.claims);
  AddDocumentWarnings(page, service, data.answers.change_link, data.warnings);
  AddFaultWarnings(page, data.answers);
  AddAnswers(page, "ANSWERS", data.answers);
  return page.Html();
}

std::string RenderDiscardDraft(const Renderer& renderer, const PageFrame& frame,
                               const DiscardDraftPage& data) {
  Page page(renderer, frame, "pages/apply_discard.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Are you sure you want to delete this draft?"));
  page.content()
      .Text("SERVICE", ServiceName(tr, data.service))
      .Text("PATH", data.path)
      .Text("IDEMPOTENCY_KEY", data.idempotency_key)
      .Text("PERMIT_NUMBER", data.permit_number)
      .Text("UPDATED", FormatTime(data.updated_at))
      .Number("FILES", data.files);
  return page.Html();
}

std::string RenderSent(const Renderer& renderer, const PageFrame& frame, const SentPage& data) {
  Page page(renderer, frame, "pages/apply_sent.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Application received"));
  page.content().Text("SERVICE", ServiceName(tr, data.service));
  page.content().Text("RECEIPT", data.receipt_number);
  page.content().Text("SUBMITTED_AT", FormatTime(data.submitted_at));
  page.content().Number("ANSWER_DAYS", data.answer_days).Number("PAY_DAYS", data.pay_days);
  if (data.usual_review) {
    page.content().ShowText("USUAL", ReviewTimeText(tr, *data.usual_review));
  }
  if (data.fee > 0) page.content().Add("FEE").Text("AMOUNT", tr.Money(data.fee));
  page.content().ShowIf(data.fee == 0, "NO_FEE");
  return page.Html();
}

Notice DraftSavedNotice(const Renderer& renderer, Language language, long days_kept) {
  const Translator tr(renderer, language);
  return {NoticeKind::kSuccess,
          tr("The draft was saved. You can find it in your to-do list for {DAYS} days.",
             {{"DAYS", std::to_string(days_kept)}})};
}

Notice DraftDiscardedNotice(const Renderer& renderer, Language language) {
  const Translator tr(renderer, language);
  return {NoticeKind::kSuccess, tr("The draft and its files were deleted.")};
}

MenuPlace PlaceOf(Service service) {
  switch (service) {
    case Service::kExchange:
      return MenuPlace::kExchange;
    case Service::kExtension:
      return MenuPlace::kExtension;
    case Service::kDataChange:
      return MenuPlace::kDataChange;
  }
  return MenuPlace::kNone;
}

}  // namespace permit::views
