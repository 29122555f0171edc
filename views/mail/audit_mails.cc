#include "views/mail/audit_mails.h"

#include "views/translator.h"

namespace permit::views {

Mail AuditHeadMail(const Renderer& renderer, Language language, const AuditHead& head) {
  const Translator tr(renderer, language);
  const std::string sequence = std::to_string(head.sequence);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kAuditHead,
       .subject = tr("Final digest of the audit trail for {DAY}", {{"DAY", FormatDate(head.day)}}),
       .name = tr("system administrator"),
       .paragraphs = {tr(
           "This is the last sealed entry of the audit trail for the day below. Keep this email. "
           "Someone who alters the database cannot alter an email that has already been sent.")},
       .facts = {{tr("Day"), FormatDate(head.day)},
                 {tr("Entries sealed"), sequence},
                 {tr("Last entry"), std::to_string(head.audit_id)},
                 {tr("Digest"), head.digest}},
       .button = {},
       .link = {},
       .closing = {
           tr("To check the audit trail against this digest, run this command on the server:"),
           "permitctl audit verify --head " + sequence + ":" + head.digest}});
}

}  // namespace permit::views
