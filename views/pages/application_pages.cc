#include "views/pages/application_pages.h"

#include "views/fields/form_fields.h"
#include "views/layout/application_steps.h"
#include "views/layout/document_warnings.h"
#include "views/words/case_words.h"
#include "views/words/field_messages.h"
#include "views/words/rule_messages.h"

namespace permit::views {
namespace {

std::string PermitLabel(const Voice& say, Service service) {
  switch (StartsFrom(service)) {
    case PermitKind::kSingleEntry:
      return say("Number of the single-entry permit for study");
    case PermitKind::kMultipleEntry:
      return say("Number of the multiple-entry permit");
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

}  // namespace

std::string RenderDeclaration(const Renderer& renderer, const PageFrame& frame,
                              const DeclarationPage& data) {
  Page page(renderer, frame, "pages/apply_declaration.tpl");
  const Voice& say = page.say();
  page.Title(ServiceName(say, data.service));
  AddSteps(page, ApplicationStep::kDeclaration);
  page.content().Text("SERVICE", ServiceName(say, data.service)).Text("CODE", Code(data.service));
  page.content().Show(PurposeSection(data.service));
  AddField(page, "AGREED",
           TickField{.head = {.name = "agreed",
                              .label = say("I agree to the terms above"),
                              .error = FieldMessage(say, "", data.errors, "agreed"),
                              .required = true}});
  return page.Html();
}

std::string RenderPermitNumber(const Renderer& renderer, const PageFrame& frame,
                               const PermitNumberPage& data) {
  Page page(renderer, frame, "pages/apply_permit.tpl");
  const Voice& say = page.say();
  const std::string label = PermitLabel(say, data.service);
  page.Title(ServiceName(say, data.service));
  AddSteps(page, ApplicationStep::kPermitNumber);
  page.content().Text("SERVICE", ServiceName(say, data.service)).Text("CODE", Code(data.service));
  page.content().Text("ACT", data.act);
  std::string error = FieldMessage(say, label, data.errors, "permit_number");
  if (error.empty()) error = IneligibilityText(say, data.eligibility);
  AddField(page, "PERMIT_NUMBER",
           TextField{.head = {.name = "permit_number",
                              .label = label,
                              .hint = say("12 digits, at the top right of the permit."),
                              .error = error,
                              .required = true},
                     .value = data.number,
                     .autocomplete = "off",
                     .max_length = 20,
                     .width = 20,
                     .ltr_code = true});
  return page.Html();
}

std::string RenderCheckAnswers(const Renderer& renderer, const PageFrame& frame,
                               const CheckAnswersPage& data) {
  Page page(renderer, frame, "pages/apply_check.tpl");
  const Voice& say = page.say();
  const Service service = data.answers.service;
  page.Title(say("Check your answers"));
  AddSteps(page, ApplicationStep::kCheck);
  page.content().Text("SERVICE", ServiceName(say, service));
  page.content().Text("PATH", data.path).Text("ACT", data.act);
  page.content().Text("PERMIT_NUMBER", data.permit_number);
  AddDocumentWarnings(page, service, data.path, data.warnings);
  AddAnswers(page, "ANSWERS", data.answers);
  return page.Html();
}

std::string RenderDiscardDraft(const Renderer& renderer, const PageFrame& frame,
                               const DiscardDraftPage& data) {
  Page page(renderer, frame, "pages/apply_discard.tpl");
  const Voice& say = page.say();
  page.Title(say("Throw the draft away?"));
  page.content()
      .Text("SERVICE", ServiceName(say, data.service))
      .Text("PATH", data.path)
      .Text("ACT", data.act)
      .Text("PERMIT_NUMBER", data.permit_number)
      .Text("UPDATED", FormatTime(data.updated_at))
      .Number("FILES", data.files);
  return page.Html();
}

std::string RenderSent(const Renderer& renderer, const PageFrame& frame, const SentPage& data) {
  Page page(renderer, frame, "pages/apply_sent.tpl");
  const Voice& say = page.say();
  page.Title(say("Application received"));
  page.content().Text("SERVICE", ServiceName(say, data.service));
  page.content().Text("RECEIPT", data.receipt_number);
  page.content().Text("SUBMITTED_AT", FormatTime(data.submitted_at));
  if (data.fee > 0) page.content().Add("FEE").Text("AMOUNT", say.Money(data.fee));
  page.content().ShowIf(data.fee == 0, "NO_FEE");
  return page.Html();
}

Notice DraftSavedNotice(const Renderer& renderer, Language language, long days_kept) {
  const Voice say(renderer, language);
  return {
      NoticeKind::kSuccess,
      say("The draft was saved. You find it on the to-do list, where it is kept for {DAYS} days.",
          {{"DAYS", std::to_string(days_kept)}})};
}

Notice DraftDiscardedNotice(const Renderer& renderer, Language language) {
  const Voice say(renderer, language);
  return {NoticeKind::kSuccess, say("The draft and its files were thrown away.")};
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
