#include "views/layout/kept_form.h"

#include "views/renderer.h"

namespace permit::views {

Notice KeptFormNotice(const Renderer& renderer, Language language, bool takes_files) {
  const Translator tr(renderer, language);
  if (takes_files) {
    return {NoticeKind::kWarning,
            tr("You had been logged out when you sent this form. What you had typed stands below "
               "again and is not saved yet: look at it, choose files again that are not in the "
               "list, and press a button.")};
  }
  return {NoticeKind::kWarning,
          tr("You had been logged out when you sent this form. What you had typed stands below "
             "again and is not saved yet: look at it and press the button.")};
}

}  // namespace permit::views
