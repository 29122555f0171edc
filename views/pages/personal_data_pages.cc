#include "views/pages/personal_data_pages.h"

#include "views/renderer.h"
#include "views/translator.h"

namespace permit::views {

std::string RenderMyData(const Renderer& renderer, const PageFrame& frame, const MyDataPage& data) {
  PageFrame shown = frame;
  const Translator tr(renderer, frame.language);
  if (data.used_up) {
    shown.notices.push_back(
        {NoticeKind::kWarning,
         tr("You have downloaded your data as often as is possible in a day. Please try again "
            "tomorrow.")});
  }
  Page page(renderer, shown, "pages/my_data.tpl");
  page.Title(tr("Download my data"));
  page.content().Number("COPIES", data.copies_a_day);
  return page.Html();
}

std::string MyDataReadme(const Renderer& renderer, Instant made_at) {
  std::string text = "\xEF\xBB\xBF";
  for (const Language language : kLanguages) {
    const Translator tr(renderer, language);
    for (const std::string& line :
         {tr("Students Online Application System: your data"),
          tr("Made at {TIME} (Taipei time).", {{"TIME", FormatTime(made_at)}}), std::string(),
          tr("data.json holds all that the system has stored about you, as a table for each kind: "
             "your accounts, the agency's register entry, permits, drafts, applications with your "
             "answers and their history, files, payments, receipts, mails, sessions and what was "
             "done with your account. It is text (JSON, UTF-8) that any browser or editor opens. "
             "Times in it are UTC, eight hours behind Taipei."),
          tr("The folders cases, drafts, permits and receipts hold the files that you handed in or "
             "were issued. path_in_archive in data.json says where each one is; it is empty where "
             "a file was removed at the end of its retention period."),
          tr("Passwords are not in it: the system stores none that can be read. Staff of the "
             "agency are not named."),
          tr("This file holds personal data. Keep it safe, and delete it when you no longer need "
             "it."),
          tr("Something is wrong? Under Articles 3 and 11 of the Personal Data Protection Act you "
             "may ask the National Immigration Agency to correct or delete your data."),
          std::string()}) {
      text += line + "\r\n";
    }
  }
  return text;
}

}  // namespace permit::views
