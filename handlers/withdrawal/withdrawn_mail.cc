#include "handlers/withdrawal/withdrawn_mail.h"

#include "handlers/letterbox.h"
#include "sql/account_store.h"
#include "views/withdrawal_mails.h"

namespace permit {

void SendWithdrawnMail(sql::Transaction& transaction, Services& services, const sql::Case& which) {
  auto account = sql::FindAccount(transaction, which.account_id);
  if (!account) return;
  const Instant now = services.clock.Now();
  const views::CaseWithdrawn data{.applicant_name = which.chinese_name,
                                  .receipt_number = which.receipt_number,
                                  .service = which.service,
                                  .withdrawn_at = now,
                                  .link = services.settings.base_url +
                                          "/coa-frontend/china-student/individual/cases/" +
                                          which.receipt_number};
  Post(transaction, AddresseeOf(*account), which.receipt_number,
       CaseWithdrawnMail(services.renderer, account->language, data), now);
}

}  // namespace permit
