#include "views/mail/decision_mails.h"

#include "views/calendar/case_deadline.h"
#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

MailContent Begin(const Translator& tr, MailKind kind, const CaseNews& news, std::string subject) {
  MailContent content;
  content.kind = kind;
  content.subject = std::move(subject);
  content.name = news.applicant_name;
  content.facts = {{tr("Receipt number"), news.receipt_number},
                   {tr("Service"), ServiceName(tr, news.service)}};
  if (!news.opinion.empty()) content.facts.emplace_back(tr("Reviewer's comments"), news.opinion);
  content.link = news.link;
  return content;
}

void AddDeadline(MailContent& content, const Renderer& renderer, Language language, CaseState state,
                 const CaseNews& news) {
  if (!news.last_day) return;
  const Translator tr(renderer, language);
  content.paragraphs.push_back(DeadlineText(tr, state, *news.last_day));
  if (news.site_host.empty()) return;
  content.closing.push_back(tr("Open the attached file to add this day to your calendar."));
  content.calendar = RenderCaseDeadline(renderer, language,
                                        {.receipt_number = news.receipt_number,
                                         .service = news.service,
                                         .state = state,
                                         .state_since = news.waits_since,
                                         .last_day = *news.last_day,
                                         .host = news.site_host,
                                         .link = news.case_link});
}

}  // namespace

Mail ReturnedForCorrectionMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content = Begin(
      tr, MailKind::kReturnedForCorrection, news,
      tr("Your application {RECEIPT} needs a correction", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {tr("A reviewer has returned the application below because some information "
                           "or documents need to be corrected."),
                        tr("Log in, correct what the reviewer's comments ask for and send the "
                           "application again. The review will then continue.")};
  AddDeadline(content, renderer, language, CaseState::kReturnedForCorrection, news);
  content.button = tr("Correct your application");
  return WriteMail(renderer, language, content);
}

Mail ReturnedForDocumentsMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content = Begin(
      tr, MailKind::kReturnedForDocuments, news,
      tr("Your application {RECEIPT} needs further documents", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {tr("A reviewer has returned the application below because documents are "
                           "missing or need to be replaced."),
                        tr("Log in, upload the documents that the reviewer's comments ask for and "
                           "send the application again. The review will then continue.")};
  AddDeadline(content, renderer, language, CaseState::kReturnedForDocuments, news);
  content.button = tr("Upload the documents");
  return WriteMail(renderer, language, content);
}

Mail ApprovedAwaitingPaymentMail(const Renderer& renderer, Language language, const CaseNews& news,
                                 std::int64_t fee) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kApprovedAwaitingPayment, news,
                              tr("Your application {RECEIPT} is approved: pay the fee",
                                 {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("The application below has been approved. We will issue the permit when you have paid the "
         "fee.")};
  AddDeadline(content, renderer, language, CaseState::kAwaitingPayment, news);
  content.facts.emplace_back(tr("Fee"), tr.Money(fee));
  content.button = tr("Pay the fee");
  return WriteMail(renderer, language, content);
}

Mail ApprovedFreeOfFeeMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content =
      Begin(tr, MailKind::kApprovedFreeOfFee, news,
            tr("Your application {RECEIPT} is approved", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("The application below has been approved. There is no fee to pay. You can download your "
         "new permit.")};
  content.button = tr("Download the permit");
  return WriteMail(renderer, language, content);
}

Mail DisapprovedMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content =
      Begin(tr, MailKind::kDisapproved, news,
            tr("Your application {RECEIPT} was not approved", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {tr("The application below has been reviewed and was not approved."),
                        tr("If you have any questions, call the helpdesk on the number below.")};
  content.button = tr("View the application");
  return WriteMail(renderer, language, content);
}

Mail NotAcceptedMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content =
      Begin(tr, MailKind::kNotAccepted, news,
            tr("Your application {RECEIPT} was not accepted", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {tr("The application below does not meet the conditions of the service and "
                           "was not accepted."),
                        tr("If you have any questions, call the helpdesk on the number below.")};
  if (news.fee_left) {
    content.paragraphs.insert(
        content.paragraphs.begin() + 1,
        tr("We are checking the fee you paid. You do not need to do anything."));
  }
  content.button = tr("View the application");
  return WriteMail(renderer, language, content);
}

Mail AnswerDueMail(const Renderer& renderer, Language language, const CaseNews& news,
                   CaseState waited) {
  Translator tr(renderer, language);
  MailContent content =
      Begin(tr, MailKind::kAnswerDue, news,
            tr("Reminder: respond to the request about your application {RECEIPT}",
               {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("We returned the application below to you and have not had your response yet.")};
  AddDeadline(content, renderer, language, waited, news);
  content.button = tr("Correct your application");
  return WriteMail(renderer, language, content);
}

Mail PaymentDueMail(const Renderer& renderer, Language language, const CaseNews& news,
                    std::int64_t fee) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kPaymentDue, news,
                              tr("Reminder: pay the fee for your application {RECEIPT}",
                                 {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("The application below has been approved, but the fee has not been paid yet.")};
  AddDeadline(content, renderer, language, CaseState::kAwaitingPayment, news);
  content.facts.emplace_back(tr("Fee"), tr.Money(fee));
  content.button = tr("Pay the fee");
  content.closing.push_back(
      tr("If you have paid in the last few days, you do not need to do anything. A payment can "
         "take a few days to reach us."));
  return WriteMail(renderer, language, content);
}

Mail LapsedMail(const Renderer& renderer, Language language, const CaseNews& news,
                CaseState waited) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kLapsed, news,
                              tr("The deadline for your application {RECEIPT} has passed",
                                 {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      waited == CaseState::kAwaitingPayment
          ? tr("The fee for the application below was not paid in time, so the application was not "
               "accepted.")
          : tr("We returned the application below to you and did not get your response in time, so "
               "it was not accepted."),
      tr("You can apply again. If you have any questions, call the helpdesk on the number below.")};
  content.button = tr("View the application");
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
