#include "views/mail/withdrawal_mails.h"

#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {

Mail CaseWithdrawnMail(const Renderer& renderer, Language language, const CaseWithdrawn& data) {
  Translator tr(renderer, language);
  MailContent content;
  content.kind = MailKind::kWithdrawn;
  content.subject =
      tr("Your application {RECEIPT} has been withdrawn", {{"RECEIPT", data.receipt_number}});
  content.name = data.applicant_name;
  content.paragraphs = {
      tr("As you asked, the application below has been withdrawn and is no longer reviewed."),
      tr("If you did not ask for this, please call the help line below at once and change your "
         "password.")};
  content.facts = {{tr("Receipt number"), data.receipt_number},
                   {tr("Service"), ServiceName(tr, data.service)},
                   {tr("Withdrawn at"), FormatTime(data.withdrawn_at)}};
  content.button = tr("Look at the case");
  content.link = data.link;
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
