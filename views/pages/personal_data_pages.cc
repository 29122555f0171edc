#include "views/pages/personal_data_pages.h"

#include "views/renderer.h"
#include "views/translator.h"

namespace permit::views {

std::string RenderMyData(const Renderer& renderer, const PageFrame& frame, const MyDataPage& data) {
  PageFrame shown = frame;
  const Translator tr(renderer, frame.language);
  if (data.used_up) {
    shown.notices.push_back(
        {NoticeKind::kWarning, tr("You have downloaded your data the maximum number of times for "
                                  "today. Try again tomorrow.")});
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
          tr("Created on {TIME} (Taipei time).", {{"TIME", FormatTime(made_at)}}), std::string(),
          tr("data.json contains everything the system has stored about you, in one table for each "
             "type of data: your accounts, your entry in the agency's register, permits, drafts, "
             "applications with your answers and their history, files, payments, receipts, emails, "
             "sessions and changes to your account. It is a text file (JSON, UTF-8) that you can "
             "open in any browser or text editor. Times in it are in UTC, 8 hours behind Taipei."),
          tr("The folders cases, drafts, permits and receipts contain the files you uploaded or "
             "were issued. path_in_archive in data.json says where each file is. It is empty if a "
             "file was deleted at the end of its retention period."),
          tr("Passwords are not included, because the system does not store them in a form that "
             "can be read. Staff of the agency are not named."),
          tr("This file contains personal data. Keep it safe, and delete it when you no longer "
             "need it."),
          tr("If anything is wrong, you can ask the National Immigration Agency to correct or "
             "delete your data under Articles 3 and 11 of the Personal Data Protection Act."),
          std::string()}) {
      text += line + "\r\n";
    }
  }
  return text;
}

}  // namespace permit::views
