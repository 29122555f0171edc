#include "handlers/site/health.h"

namespace permit {

Response ShowHealth(Context&) { return Response::Text("ok\n"); }

}  // namespace permit
