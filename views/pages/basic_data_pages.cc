#include "views/pages/basic_data_pages.h"

#include "views/fields/basic_data_fields.h"
#include "views/renderer.h"

namespace permit::views {

std::string RenderBasicData(const Renderer& renderer, const PageFrame& frame,
                            const BasicDataPage& data) {
  PageFrame shown = frame;
  const Voice say(renderer, frame.language);
  if (data.saved) shown.notices.push_back({NoticeKind::kSuccess, say("Saved!")});
  if (!data.waiting_mailbox.empty()) {
    shown.notices.push_back(
        {NoticeKind::kInformation,
         say("We have sent a mail to {MAILBOX}. The new mailbox counts once you have confirmed it "
             "from there; until then mails go to the present one.",
             {{"MAILBOX", data.waiting_mailbox}})});
  }
  Page page(renderer, shown, "pages/basic_data.tpl");
  page.Title(say("Basic data"));
  page.content().Text("ACT", data.act);
  AddBasicData(page, data.typed, data.errors, true);
  return page.Html();
}

std::string RenderMailbox(const Renderer& renderer, const PageFrame& frame,
                          const MailboxPage& data) {
  Page page(renderer, frame, "pages/mailbox.tpl");
  page.Title(page.say()("Confirm the new mailbox"));
  Dictionary& content = page.content();
  content.Text("TOKEN", data.token).Text("MAILBOX", data.mailbox);
  switch (data.state) {
    case MailboxState::kReady:
      content.Show("READY");
      break;
    case MailboxState::kUnknown:
      content.Show("UNKNOWN");
      break;
    case MailboxState::kExpired:
      content.Show("EXPIRED");
      break;
    case MailboxState::kConfirmed:
      content.Show("CONFIRMED");
      break;
  }
  return page.Html();
}

Mail MailboxMail(const Renderer& renderer, Language language, const std::string& name,
                 const std::string& login_name, const std::string& link, Instant expires) {
  const Voice say(renderer, language);
  Letter letter;
  letter.kind = MailKind::kMailbox;
  letter.subject = say("Confirm your new mailbox");
  letter.name = name;
  letter.paragraphs = {
      say("This mailbox was entered for an account of the Students Online Application System. Open "
          "the link below and confirm; from then on mails of that account come here.")};
  letter.facts = {{say("Login account"), login_name},
                  {say("Link valid until"), FormatTime(expires)}};
  letter.button = say("Confirm this mailbox");
  letter.link = link;
  letter.closing = {say("If you know nothing of this, do nothing: the mailbox is not used then.")};
  return WriteMail(renderer, language, letter);
}

}  // namespace permit::views
