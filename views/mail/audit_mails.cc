#include "views/mail/audit_mails.h"

#include "views/translator.h"

namespace permit::views {

Mail AuditHeadMail(const Renderer& renderer, Language language, const AuditHead& head) {
  const Translator tr(renderer, language);
  const std::string sequence = std::to_string(head.sequence);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kAuditHead,
       .subject = tr("Head of the audit trail on {DAY}", {{"DAY", FormatDate(head.day)}}),
       .name = tr("system administrator"),
       .paragraphs = {tr("This is the last seal of the audit trail on the day below. Keep this "
                         "mail: whoever alters the database cannot alter what has been sent.")},
       .facts = {{tr("Day"), FormatDate(head.day)},
                 {tr("Rows sealed"), sequence},
                 {tr("Last row"), std::to_string(head.audit_id)},
                 {tr("Digest"), head.digest}},
       .button = {},
       .link = {},
       .closing = {tr("To check the audit trail against it, run this command on the server:"),
                   "permitctl audit verify --head " + sequence + ":" + head.digest}});
}

}  // namespace permit::views
