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
  content.paragraphs = {tr("As you asked, the application below has been withdrawn. It will not be "
                           "reviewed any further."),
                        tr("If you did not ask for this, change your password now and call the "
                           "helpdesk on the number below.")};
  content.facts = {{tr("Receipt number"), data.receipt_number},
                   {tr("Service"), ServiceName(tr, data.service)},
                   {tr("Time withdrawn"), FormatTime(data.withdrawn_at)}};
  content.button = tr("View the application");
  content.link = data.link;
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
