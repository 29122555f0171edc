#include "handlers/withdrawal/withdrawn_mail.h"

#include "sql/account_store.h"
#include "sql/outbox_store.h"
#include "views/withdrawal_mails.h"

namespace permit {

void SendWithdrawnMail(sql::Transaction& transaction, Services& services, const sql::Case& which) {
  auto account = sql::FindAccount(transaction, which.account_id);
  if (!account) return;
  const Instant now = services.clock.Now();
  const views::CaseWithdrawn data{.receipt_number = which.receipt_number,
                                  .service = which.service,
                                  .withdrawn_at = now,
                                  .link = services.settings.base_url +
                                          "/coa-frontend/china-student/individual/cases/" +
                                          which.receipt_number};
  views::Mail mail = CaseWithdrawnMail(services.renderer, account->language, data);
  sql::EnqueueMail(transaction,
                   {.cause_key = "case-withdrawn:" + which.receipt_number,
                    .account_id = account->id,
                    .recipient = account->email,
                    .language = account->language,
                    .subject = std::move(mail.subject),
                    .text = std::move(mail.text),
                    .html = std::move(mail.html)},
                   now);
}

}  // namespace permit
