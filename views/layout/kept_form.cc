#include "views/layout/kept_form.h"

#include "views/renderer.h"

namespace permit::views {

Notice KeptFormNotice(const Renderer& renderer, Language language, bool takes_files) {
  const Translator tr(renderer, language);
  if (takes_files) {
    return {NoticeKind::kWarning, tr("You were logged out before you sent this form. Your answers "
                                     "are shown below but have not been saved. Check them, choose "
                                     "again any files that are not listed, then select a button.")};
  }
  return {NoticeKind::kWarning,
          tr("You were logged out before you sent this form. Your answers are shown below but have "
             "not been saved. Check them, then select the button.")};
}

}  // namespace permit::views
