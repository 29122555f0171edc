#include "handlers/routes.h"

namespace permit {
namespace {

const std::vector<Route> kRoutes = {};

}  // namespace

std::span<const Route> Routes() { return kRoutes; }

}  // namespace permit
