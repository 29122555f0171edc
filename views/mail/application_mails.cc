#include "views/mail/application_mails.h"

#include "views/renderer.h"
#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {

Mail WriteSentMail(const Renderer& renderer, Language language, const SentMail& data) {
  const Voice say(renderer, language);
  Letter letter;
  letter.kind = MailKind::kApplicationSent;
  letter.subject =
      say("Your application was received: {RECEIPT}", {{"RECEIPT", data.receipt_number}});
  letter.name = data.applicant_name;
  letter.paragraphs = {
      say("We have received your application and all its files. You need not do anything now; we "
          "will write again as soon as it is decided, or when something is missing.")};
  letter.facts = {{say("Service"), ServiceName(say, data.service)},
                  {say("Receipt number"), data.receipt_number},
                  {say("Group/batch number"), data.group_number},
                  {say("Sent on"), FormatTime(data.submitted_at)}};
  if (data.fee > 0) {
    letter.closing.push_back(
        say("The fee of {AMOUNT} is to be paid only after the application has been approved.",
            {{"AMOUNT", say.Money(data.fee)}}));
  }
  letter.button = say("View the case");
  letter.link = data.case_link;
  return WriteMail(renderer, language, letter);
}

Mail WriteDraftEndsMail(const Renderer& renderer, Language language, const DraftEndsMail& data) {
  const Voice say(renderer, language);
  Letter letter;
  letter.kind = MailKind::kDraftEnds;
  letter.subject = say("Your unfinished application will soon be thrown away");
  letter.name = data.applicant_name;
  letter.paragraphs = {say(
      "You began the application below and have not gone on with it for a long time. It has not "
      "been sent. A draft is kept for {DAYS} days after it was last saved: after the day below it "
      "will be thrown away with its files. Saving it once more keeps it.",
      {{"DAYS", std::to_string(data.days_kept)}})};
  letter.facts = {{say("Service"), ServiceName(say, data.service)},
                  {say("Permit number"), data.permit_number},
                  {say("Kept until"), FormatDate(data.last_day)}};
  letter.button = say("Continue the application");
  letter.link = data.draft_link;
  letter.closing = {say("If you no longer need it, you need not do anything.")};
  return WriteMail(renderer, language, letter);
}

}  // namespace permit::views
