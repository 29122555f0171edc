#include "handlers/withdrawal/withdrawn_mail.h"

#include "handlers/mail/enqueue.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"
#include "views/mail/withdrawal_mails.h"

namespace permit {

void SendWithdrawnMail(sql::Transaction& transaction, Services& services, const sql::Case& which) {
  const auto mailbox = sql::Mailboxes(transaction, {which.account_id}).at(which.account_id);
  const Instant now = services.clock.Now();
  const views::CaseWithdrawn data{
      .applicant_name = mailbox.name,
      .receipt_number = which.receipt_number,
      .service = which.service,
      .withdrawn_at = now,
      .link = SiteUrl(services.settings, CasePath(which.receipt_number))};
  EnqueueMail(transaction, {mailbox.account_id, mailbox.email}, which.receipt_number,
              CaseWithdrawnMail(services.renderer, mailbox.language, data), now);
}

}  // namespace permit
