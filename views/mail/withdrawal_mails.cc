#include "views/mail/withdrawal_mails.h"

#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {

Mail CaseWithdrawnMail(const Renderer& renderer, Language language, const CaseWithdrawn& data) {
  Voice say(renderer, language);
  Letter letter;
  letter.kind = MailKind::kWithdrawn;
  letter.subject =
      say("Your application {RECEIPT} has been withdrawn", {{"RECEIPT", data.receipt_number}});
  letter.name = data.applicant_name;
  letter.paragraphs = {
      say("As you asked, the application below has been withdrawn and is no longer reviewed."),
      say("If you did not ask for this, please call the help line below at once and change your "
          "password.")};
  letter.facts = {{say("Receipt number"), data.receipt_number},
                  {say("Service"), ServiceName(say, data.service)},
                  {say("Withdrawn at"), FormatTime(data.withdrawn_at)}};
  letter.button = say("Look at the case");
  letter.link = data.link;
  return WriteMail(renderer, language, letter);
}

}  // namespace permit::views
