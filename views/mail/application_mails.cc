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
      tr("We have received your application: {RECEIPT}", {{"RECEIPT", data.receipt_number}});
  content.name = data.applicant_name;
  content.paragraphs = {
      tr("We have received your application and all its files. You do not need to do anything now. "
         "We will email you when there is a decision or if anything is missing.")};
  content.facts = {{tr("Service"), ServiceName(tr, data.service)},
                   {tr("Receipt number"), data.receipt_number},
                   {tr("Group/batch number"), data.group_number},
                   {tr("Sent on"), FormatTime(data.submitted_at)}};
  if (data.usual_review) content.paragraphs.push_back(ReviewTimeText(tr, *data.usual_review));
  if (data.fee > 0) {
    content.closing.push_back(
        tr("You only pay the fee of {AMOUNT} after your application has been approved.",
           {{"AMOUNT", tr.Money(data.fee)}}));
  }
  content.button = tr("View the application");
  content.link = data.case_link;
  return WriteMail(renderer, language, content);
}

Mail WriteDraftEndsMail(const Renderer& renderer, Language language, const DraftEndsMail& data) {
  const Translator tr(renderer, language);
  MailContent content;
  content.kind = MailKind::kDraftEnds;
  content.subject = tr("Your unfinished application will soon be deleted");
  content.name = data.applicant_name;
  content.paragraphs = {
      tr("You started the application below but have not worked on it for a long time, and you "
         "have not sent it. We keep a draft for {DAYS} days after it was last saved. After the "
         "date below, the draft and its files will be deleted. To keep the draft, save it again.",
         {{"DAYS", std::to_string(data.days_kept)}})};
  content.facts = {{tr("Service"), ServiceName(tr, data.service)},
                   {tr("Permit number"), data.permit_number},
                   {tr("Kept until"), FormatDate(data.last_day)}};
  content.button = tr("Continue the application");
  content.link = data.draft_link;
  content.closing = {tr("If you no longer need it, you do not need to do anything.")};
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
