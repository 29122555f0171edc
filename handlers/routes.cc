#include "handlers/routes.h"

#include <vector>

#include "handlers/cases/case_page.h"
#include "handlers/progress/progress.h"
#include "handlers/site/health.h"
#include "handlers/todo/announcements.h"
#include "handlers/todo/todo.h"
#include "handlers/withdrawal/withdrawal.h"

namespace permit {
namespace {

#define STUDENT "/coa-frontend/china-student/individual"

const std::vector<Route> kRoutes = {
    {Method::kGet, "/coa-frontend/healthz", ShowHealth, Access::kPublic, 0},
    {Method::kGet, STUDENT "/todo", ShowTodo, Access::kStudent, 0},
    {Method::kGet, STUDENT "/announcements", ShowAnnouncements, Access::kStudent, 0},
    {Method::kGet, STUDENT "/announcements/{id}", ShowAnnouncement, Access::kStudent, 0},
    {Method::kGet, STUDENT "/cases/{receipt}", ShowCase, Access::kStudent, 0},
    {Method::kGet, STUDENT "/cases/{receipt}/files/{id}", ShowCaseFile, Access::kStudent, 0},
    {Method::kGet, STUDENT "/progress", ShowProgress, Access::kStudent, 0},
    {Method::kGet, STUDENT "/withdrawal", SearchWithdrawal, Access::kStudent, 0},
    {Method::kGet, STUDENT "/withdrawal/{group}", ShowWithdrawal, Access::kStudent, 0},
    {Method::kGet, STUDENT "/withdrawal/{group}/{receipt}", DeclareWithdrawal, Access::kStudent, 0},
    {Method::kPost, STUDENT "/withdrawal/{group}/{receipt}", Withdraw, Access::kStudent, 4096},
    {Method::kGet, STUDENT "/withdrawal/{group}/{receipt}/confirm", AskWithdrawal, Access::kStudent,
     0},
};

}  // namespace

std::span<const Route> Routes() { return kRoutes; }

}  // namespace permit
