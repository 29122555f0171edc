#include "views/mail/quarantine_mails.h"

#include "views/layout/answers.h"
#include "views/renderer.h"
#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {

Mail FileQuarantinedMail(const Renderer& renderer, Language language, const QuarantineNews& news) {
  const Translator tr(renderer, language);
  MailContent content;
  content.kind = MailKind::kFileQuarantined;
  content.subject = tr("A virus was found in a file you uploaded");
  content.name = news.applicant_name;
  content.paragraphs = {
      news.can_be_replaced
          ? tr("We found a virus in the file below and have locked it, so nobody can open it. "
               "Remove it from the form and upload a clean file instead. You cannot send the form "
               "until you do this.")
          : tr("We found a virus in the file below and have locked it, so nobody can open it, "
               "including the reviewer. Get a clean file ready. We will return your application so "
               "that you can upload it, and email you when we do.")};
  content.facts = {{tr("File"), news.file_name},
                   {tr("Document"), SlotLabel(tr, news.service, news.slot)},
                   {tr("Service"), ServiceName(tr, news.service)}};
  if (news.receipt_number.empty()) {
    content.facts.emplace_back(tr("Permit number"), news.permit_number);
  } else {
    content.facts.emplace_back(tr("Receipt number"), news.receipt_number);
  }
  content.button = news.can_be_replaced ? tr("Replace the file") : tr("View the application");
  content.link = news.link;
  content.closing = {
      tr("The virus may have come from the computer or phone the file was made on. Check that "
         "device before you upload another file from it.")};
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
