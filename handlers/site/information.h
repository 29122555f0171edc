// The pages that the foot of every page leads to.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowContact(Context& context);
Response ShowQuestions(Context& context);
Response ShowPrivacyNotice(Context& context);
Response ShowAccessibilityStatement(Context& context);
Response ShowSiteMap(Context& context);

}  // namespace permit
