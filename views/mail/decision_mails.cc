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
  if (!news.opinion.empty()) content.facts.emplace_back(tr("Review opinion"), news.opinion);
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
  content.paragraphs = {
      tr("The reviewer has returned the application below: data or documents are to be "
         "corrected."),
      tr("Please log in, correct what the opinion names and send the application again. The "
         "review goes on from there.")};
  AddDeadline(content, renderer, language, CaseState::kReturnedForCorrection, news);
  content.button = tr("Correct the application");
  return WriteMail(renderer, language, content);
}

Mail ReturnedForDocumentsMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content = Begin(
      tr, MailKind::kReturnedForDocuments, news,
      tr("Your application {RECEIPT} needs further documents", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("The reviewer has returned the application below: documents are missing or to be "
         "replaced."),
      tr("Please log in, hand in the documents that the opinion names and send the application "
         "again. The review goes on from there.")};
  AddDeadline(content, renderer, language, CaseState::kReturnedForDocuments, news);
  content.button = tr("Hand in the documents");
  return WriteMail(renderer, language, content);
}

Mail ApprovedAwaitingPaymentMail(const Renderer& renderer, Language language, const CaseNews& news,
                                 std::int64_t fee) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kApprovedAwaitingPayment, news,
                              tr("Your application {RECEIPT} is approved: please pay the fee",
                                 {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("The application below has been approved. The permit is issued as soon as the fee is "
         "paid.")};
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
      tr("The application below has been approved. No fee is due; your new permit can be "
         "downloaded.")};
  content.button = tr("Download the permit");
  return WriteMail(renderer, language, content);
}

Mail DisapprovedMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content =
      Begin(tr, MailKind::kDisapproved, news,
            tr("Your application {RECEIPT} was not approved", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {tr("The application below has been reviewed and was not approved."),
                        tr("If you have questions, please call the help line below.")};
  content.button = tr("Look at the case");
  return WriteMail(renderer, language, content);
}

Mail NotAcceptedMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Translator tr(renderer, language);
  MailContent content =
      Begin(tr, MailKind::kNotAccepted, news,
            tr("Your application {RECEIPT} was not accepted", {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {tr("The application below does not meet the conditions of the service and "
                           "was not accepted."),
                        tr("If you have questions, please call the help line below.")};
  if (news.fee_left) {
    content.paragraphs.insert(
        content.paragraphs.begin() + 1,
        tr("The fee that you paid is being looked at by our cashier. You need not do anything."));
  }
  content.button = tr("Look at the case");
  return WriteMail(renderer, language, content);
}

Mail AnswerDueMail(const Renderer& renderer, Language language, const CaseNews& news,
                   CaseState waited) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kAnswerDue, news,
                              tr("Reminder: your application {RECEIPT} waits for your answer",
                                 {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("The application below was returned to you and has not been answered yet.")};
  AddDeadline(content, renderer, language, waited, news);
  content.button = tr("Correct the application");
  return WriteMail(renderer, language, content);
}

Mail PaymentDueMail(const Renderer& renderer, Language language, const CaseNews& news,
                    std::int64_t fee) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kPaymentDue, news,
                              tr("Reminder: the fee of your application {RECEIPT} is not paid yet",
                                 {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      tr("The application below has been approved, and its fee has not been "
         "paid yet.")};
  AddDeadline(content, renderer, language, CaseState::kAwaitingPayment, news);
  content.facts.emplace_back(tr("Fee"), tr.Money(fee));
  content.button = tr("Pay the fee");
  content.closing.push_back(
      tr("If you paid within the last days, you need not do anything: the payment "
         "takes some days to arrive."));
  return WriteMail(renderer, language, content);
}

Mail LapsedMail(const Renderer& renderer, Language language, const CaseNews& news,
                CaseState waited) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kLapsed, news,
                              tr("The time limit of your application {RECEIPT} has passed",
                                 {{"RECEIPT", news.receipt_number}}));
  content.paragraphs = {
      waited == CaseState::kAwaitingPayment
          ? tr("The fee of the application below was not paid in time. The application has ended "
               "as not accepted.")
          : tr("The application below was returned to you and was not answered in time. It has "
               "ended as not accepted."),
      tr("You may apply again. If you have questions, please call the help line below.")};
  content.button = tr("Look at the case");
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
