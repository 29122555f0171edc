#include "handlers/routes.h"

#include <vector>

#include "handlers/progress/progress.h"
#include "handlers/site/health.h"
#include "handlers/todo/announcements.h"
#include "handlers/todo/todo.h"

namespace permit {
namespace {

#define STUDENT "/coa-frontend/china-student/individual"

const std::vector<Route> kRoutes = {
    {Method::kGet, "/coa-frontend/healthz", ShowHealth, Access::kPublic, 0},
    {Method::kGet, STUDENT "/todo", ShowTodo, Access::kStudent, 0},
    {Method::kGet, STUDENT "/announcements", ShowAnnouncements, Access::kStudent, 0},
    {Method::kGet, STUDENT "/announcements/{id}", ShowAnnouncement, Access::kStudent, 0},
    {Method::kGet, STUDENT "/progress", ShowProgress, Access::kStudent, 0},
};

}  // namespace

std::span<const Route> Routes() { return kRoutes; }

}  // namespace permit
