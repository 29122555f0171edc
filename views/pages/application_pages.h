// The pages of applying, the same for the three services: declaration, permit number, form, check
// your answers, throw away, done.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/eligibility.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/form_part.h"
#include "views/fields/application_fields.h"
#include "views/layout/answers.h"
#include "views/page.h"

namespace permit::views {

struct DeclarationPage {
  Service service = Service::kExchange;
  FieldErrors errors;  // of the field "agreed"
};
std::string RenderDeclaration(const Renderer& renderer, const PageFrame& frame,
                              const DeclarationPage& data);

// A permit of the student's that the service starts from.
struct OwnPermit {
  std::string number;
  Date expires_on;
  Eligibility eligibility;  // today
};

struct PermitNumberPage {
  Service service = Service::kExchange;
  std::string idempotency_key;
  std::string number;          // as typed, or as offered
  std::vector<OwnPermit> own;  // the newest first
  FieldErrors errors;          // of the field "permit_number"
  Eligibility eligibility;
};
std::string RenderPermitNumber(const Renderer& renderer, const PageFrame& frame,
                               const PermitNumberPage& data);

struct ApplicationFormPage {
  std::string path;  // of the draft
  std::string permit_number;
  FormContent content;
  Eligibility eligibility;  // a refusal stands in the summary
  bool kept = false;        // shows what was sent after the session had ended
};
// The whole form on one page.
std::string RenderApplicationForm(const Renderer& renderer, const PageFrame& frame,
                                  const ApplicationFormPage& data);

struct ApplicationSectionPage {
  ApplicationFormPage form;
  FormPart part = FormPart::kPhoto;
  std::string back;         // path of the list, or of the check of the answers
  bool from_check = false;  // and goes back there
};
std::string RenderApplicationSection(const Renderer& renderer, const PageFrame& frame,
                                     const ApplicationSectionPage& data);

struct CheckAnswersPage {
  std::string path;  // of the draft
  std::string idempotency_key;
  std::string permit_number;
  Answers answers;
  std::vector<FieldChange> claims;  // what differs from the register
  FieldErrors warnings;             // by slot
};
std::string RenderCheckAnswers(const Renderer& renderer, const PageFrame& frame,
                               const CheckAnswersPage& data);

// Asks once more before a draft is thrown away.
struct DiscardDraftPage {
  Service service = Service::kExchange;
  std::string path;  // of the draft
  std::string idempotency_key;
  std::string permit_number;
  Instant updated_at;
  int files = 0;
};
std::string RenderDiscardDraft(const Renderer& renderer, const PageFrame& frame,
                               const DiscardDraftPage& data);

struct SentPage {
  Service service = Service::kExchange;
  std::string receipt_number;
  Instant submitted_at;
  long fee = 0;
  std::optional<std::chrono::seconds> usual_review = {};
  int answer_days = 0;  // for what the reviewer asks
  int pay_days = 0;     // for the fee
};
std::string RenderSent(const Renderer& renderer, const PageFrame& frame, const SentPage& data);

Notice DraftSavedNotice(const Renderer& renderer, Language language, long days_kept);
Notice DraftDiscardedNotice(const Renderer& renderer, Language language);

// The menu's entry of the service.
MenuPlace PlaceOf(Service service);

}  // namespace permit::views
