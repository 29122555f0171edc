#include "views/mail/decision_mails.h"

#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

Letter Begin(const Voice& say, MailKind kind, const CaseNews& news, std::string subject) {
  Letter letter;
  letter.kind = kind;
  letter.subject = std::move(subject);
  letter.name = news.applicant_name;
  letter.facts = {{say("Receipt number"), news.receipt_number},
                  {say("Service"), ServiceName(say, news.service)}};
  if (!news.opinion.empty()) letter.facts.emplace_back(say("Review opinion"), news.opinion);
  letter.link = news.link;
  return letter;
}

}  // namespace

Mail ReturnedForCorrectionMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Voice say(renderer, language);
  Letter letter = Begin(
      say, MailKind::kReturnedForCorrection, news,
      say("Your application {RECEIPT} needs a correction", {{"RECEIPT", news.receipt_number}}));
  letter.paragraphs = {
      say("The reviewer has returned the application below: data or documents are to be "
          "corrected."),
      say("Please log in, correct what the opinion names and send the application again. The "
          "review goes on from there.")};
  letter.button = say("Correct the application");
  return WriteMail(renderer, language, letter);
}

Mail ReturnedForDocumentsMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Voice say(renderer, language);
  Letter letter = Begin(say, MailKind::kReturnedForDocuments, news,
                        say("Your application {RECEIPT} needs further documents",
                            {{"RECEIPT", news.receipt_number}}));
  letter.paragraphs = {
      say("The reviewer has returned the application below: documents are missing or to be "
          "replaced."),
      say("Please log in, hand in the documents that the opinion names and send the application "
          "again. The review goes on from there.")};
  letter.button = say("Hand in the documents");
  return WriteMail(renderer, language, letter);
}

Mail ApprovedAwaitingPaymentMail(const Renderer& renderer, Language language, const CaseNews& news,
                                 std::int64_t fee) {
  Voice say(renderer, language);
  Letter letter = Begin(say, MailKind::kApprovedAwaitingPayment, news,
                        say("Your application {RECEIPT} is approved: please pay the fee",
                            {{"RECEIPT", news.receipt_number}}));
  letter.paragraphs = {
      say("The application below has been approved. The permit is issued as soon as the fee is "
          "paid.")};
  letter.facts.emplace_back(say("Fee"), say.Money(fee));
  letter.button = say("Pay the fee");
  return WriteMail(renderer, language, letter);
}

Mail ApprovedFreeOfFeeMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Voice say(renderer, language);
  Letter letter =
      Begin(say, MailKind::kApprovedFreeOfFee, news,
            say("Your application {RECEIPT} is approved", {{"RECEIPT", news.receipt_number}}));
  letter.paragraphs = {
      say("The application below has been approved. No fee is due; your new permit can be "
          "downloaded.")};
  letter.button = say("Download the permit");
  return WriteMail(renderer, language, letter);
}

Mail DisapprovedMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Voice say(renderer, language);
  Letter letter =
      Begin(say, MailKind::kDisapproved, news,
            say("Your application {RECEIPT} was not approved", {{"RECEIPT", news.receipt_number}}));
  letter.paragraphs = {say("The application below has been reviewed and was not approved."),
                       say("If you have questions, please call the help line below.")};
  letter.button = say("Look at the case");
  return WriteMail(renderer, language, letter);
}

Mail NotAcceptedMail(const Renderer& renderer, Language language, const CaseNews& news) {
  Voice say(renderer, language);
  Letter letter =
      Begin(say, MailKind::kNotAccepted, news,
            say("Your application {RECEIPT} was not accepted", {{"RECEIPT", news.receipt_number}}));
  letter.paragraphs = {say("The application below does not meet the conditions of the service and "
                           "was not accepted."),
                       say("If you have questions, please call the help line below.")};
  letter.button = say("Look at the case");
  return WriteMail(renderer, language, letter);
}

}  // namespace permit::views
