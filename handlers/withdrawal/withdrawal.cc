#include "handlers/withdrawal/withdrawal.h"

#include "handlers/web/frame.h"
#include "handlers/web/group_detail.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "handlers/withdrawal/withdrawn_mail.h"
#include "sql/case_search_store.h"
#include "sql/correction_store.h"
#include "views/pages/withdrawal_pages.h"

namespace permit {
namespace {

constexpr std::size_t kReceiptDigits = 12;

bool MayWithdraw(CaseState state) { return NextCaseState(state, CaseEvent::kWithdraw).has_value(); }

views::PageFrame WithdrawalFrame(Context& context) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kWithdrawal;
  return frame;
}

sql::Case FindOwnCaseOfGroup(const Context& context) {
  sql::Case found = FindOwnCase(context);
  if (found.group_number != context.PathValue("group")) {
    throw HttpError(404, "the group has no such case");
  }
  return found;
}

Response Declaration(Context& context, const sql::Case& found, bool not_agreed) {
  views::WithdrawalDeclaration page{.group_number = found.group_number,
                                    .receipt_number = found.receipt_number,
                                    .applicant_name = found.chinese_name,
                                    .service = found.service,
                                    .state = found.state,
                                    .not_agreed = not_agreed};
  return Response::Html(
      RenderWithdrawalDeclaration(context.services.renderer, WithdrawalFrame(context), page),
      not_agreed ? 422 : 200);
}

}  // namespace

Response ShowWithdrawal(Context& context) {
  sql::Database& database = context.services.database;
  const std::uint64_t applicant = context.visitor->applicant_id;
  const std::string_view number = context.PathValue("group");
  if (number.size() == kReceiptDigits) {
    auto of_receipt = sql::FindGroupNumber(database, applicant, number);
    if (of_receipt) return Response::SeeOther(WithdrawalPath(*of_receipt));
  }
  auto group = sql::FindGroup(database, applicant, number);
  if (!group) throw HttpError(404, "no such group of this applicant");
  views::WithdrawalDetail page{.group = FactsOf(*group), .members = {}, .outcome = {}};
  const std::string_view tried = context.request.query.Get("tried");
  for (const sql::GroupMember& member : group->members) {
    const bool can_withdraw = MayWithdraw(member.state);
    page.members.push_back({MemberOf(member), can_withdraw});
    if (member.receipt_number == tried && !can_withdraw) {
      page.outcome = {member.receipt_number, member.state};
    }
  }
  return Response::Html(
      RenderWithdrawalDetail(context.services.renderer, WithdrawalFrame(context), page));
}

Response DeclareWithdrawal(Context& context) {
  const sql::Case found = FindOwnCaseOfGroup(context);
  if (!MayWithdraw(found.state)) return Response::SeeOther(WithdrawalPath(found.group_number));
  return Declaration(context, found, false);
}

Response AskWithdrawal(Context& context) {
  const sql::Case found = FindOwnCaseOfGroup(context);
  if (!MayWithdraw(found.state)) return Response::SeeOther(WithdrawalPath(found.group_number));
  if (context.request.query.Get("agree") != "yes") return Declaration(context, found, true);
  views::WithdrawalQuestion page{.group_number = found.group_number,
                                 .receipt_number = found.receipt_number,
                                 .applicant_name = found.chinese_name,
                                 .service = found.service,
                                 .idempotency_key = context.services.random.Uuid()};
  return Response::Html(
      RenderWithdrawalQuestion(context.services.renderer, WithdrawalFrame(context), page));
}

Response Withdraw(Context& context) {
  const sql::Case found = FindOwnCaseOfGroup(context);
  if (context.request.form.Get("agree") != "yes") return Declaration(context, found, true);
  return RunOnce(context, [&](sql::Transaction& transaction) {
    sql::LockCaseOf(transaction, context.visitor->applicant_id, found.receipt_number);
    const sql::MoveResult moved =
        sql::MoveCase(transaction, found.id, CaseEvent::kWithdraw,
                      "student:" + context.visitor->login_name, "", context.now());
    if (moved) {
      sql::DeleteCorrection(transaction, found.id);
      SendWithdrawnMail(transaction, context.services, found);
    }
    return WithdrawalPath(found.group_number) + "?tried=" + found.receipt_number;
  });
}

}  // namespace permit
