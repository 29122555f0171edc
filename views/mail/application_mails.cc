#include "views/mail/application_mails.h"

#include "views/renderer.h"
#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {

Mail WriteSentMail(const Renderer& renderer, Language language, const SentMail& data) {
  const Translator tr(renderer, language);
  MailContent content;
  content.kind = MailKind::kApplicationSent;
  content.subject =
      tr("Your application was received: {RECEIPT}", {{"RECEIPT", data.receipt_number}});
  content.name = data.applicant_name;
  content.paragraphs = {
      tr("We have received your application and all its files. You need not do anything now; we "
         "will write again as soon as it is decided, or when something is missing.")};
  content.facts = {{tr("Service"), ServiceName(tr, data.service)},
                   {tr("Receipt number"), data.receipt_number},
                   {tr("Group/batch number"), data.group_number},
                   {tr("Sent on"), FormatTime(data.submitted_at)}};
  if (data.usual_review) content.paragraphs.push_back(ReviewTimeText(tr, *data.usual_review));
  if (data.fee > 0) {
    content.closing.push_back(
        tr("The fee of {AMOUNT} is to be paid only after the application has been approved.",
           {{"AMOUNT", tr.Money(data.fee)}}));
  }
  content.button = tr("View the case");
  content.link = data.case_link;
  return WriteMail(renderer, language, content);
}

Mail WriteDraftEndsMail(const Renderer& renderer, Language language, const DraftEndsMail& data) {
  const Translator tr(renderer, language);
  MailContent content;
  content.kind = MailKind::kDraftEnds;
  content.subject = tr("Your unfinished application will soon be thrown away");
  content.name = data.applicant_name;
  content.paragraphs = {tr(
      "You began the application below and have not gone on with it for a long time. It has not "
      "been sent. A draft is kept for {DAYS} days after it was last saved: after the day below it "
      "will be thrown away with its files. Saving it once more keeps it.",
      {{"DAYS", std::to_string(data.days_kept)}})};
  content.facts = {{tr("Service"), ServiceName(tr, data.service)},
                   {tr("Permit number"), data.permit_number},
                   {tr("Kept until"), FormatDate(data.last_day)}};
  content.button = tr("Continue the application");
  content.link = data.draft_link;
  content.closing = {tr("If you no longer need it, you need not do anything.")};
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
