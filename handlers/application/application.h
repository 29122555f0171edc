// Applying for one of the three services: declaration, permit number, form, check, send, done; or
// throw away.
//
// A draft is found through its account, so that looking it up is the permission: another student's
// is 404. The draft's id is the key of the act that sends it, so every way of sending it twice
// leads to the one case.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowDeclaration(Context& context);
Response AcceptDeclaration(Context& context);

Response ShowPermitNumber(Context& context);
Response ShowPermitNumberAgain(Context& context);  // with what was typed
Response StartDraft(Context& context);

Response ShowDraft(Context& context);
Response ShowDraftSection(Context& context);
Response SaveDraft(Context& context);
Response KeepDraftForm(Context& context);  // of a session that has ended by idleness
Response ShowDraftFile(Context& context);

Response AskToDiscard(Context& context);
Response DiscardDraft(Context& context);

Response CheckAnswers(Context& context);
Response SendApplication(Context& context);
Response ShowSent(Context& context);

}  // namespace permit
