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
  content.subject = tr("A virus was found in a file that you uploaded");
  content.name = news.applicant_name;
  content.paragraphs = {
      news.can_be_replaced
          ? tr("A virus was found in the file below, so nobody can open it. Please remove it from "
               "the form and upload a clean file in its place. The form cannot be sent before "
               "that.")
          : tr("A virus was found in the file below, so nobody can open it, the reviewer included. "
               "Please have a clean file ready. Your application will be returned to you so that "
               "you can upload it; we will write to you then.")};
  content.facts = {{tr("File"), news.file_name},
                   {tr("Document"), SlotLabel(tr, news.service, news.slot)},
                   {tr("Service"), ServiceName(tr, news.service)}};
  if (news.receipt_number.empty()) {
    content.facts.emplace_back(tr("Permit number"), news.permit_number);
  } else {
    content.facts.emplace_back(tr("Receipt number"), news.receipt_number);
  }
  content.button = news.can_be_replaced ? tr("Replace the file") : tr("View the case");
  content.link = news.link;
  content.closing = {
      tr("The virus may come from the computer or phone that the file was made on. Check that "
         "device before you upload another file from it.")};
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
