#include "views/pages/basic_data_pages.h"

#include "views/fields/basic_data_fields.h"
#include "views/renderer.h"

namespace permit::views {

std::string RenderBasicData(const Renderer& renderer, const PageFrame& frame,
                            const BasicDataPage& data) {
  PageFrame shown = frame;
  const Translator tr(renderer, frame.language);
  if (data.saved) shown.notices.push_back({NoticeKind::kSuccess, tr("Saved!")});
  if (!data.waiting_mailbox.empty()) {
    shown.notices.push_back(
        {NoticeKind::kInformation,
         tr("We have sent a mail to {MAILBOX}. The new mailbox counts once you have confirmed it "
            "from there; until then mails go to the present one.",
            {{"MAILBOX", data.waiting_mailbox}})});
  }
  Page page(renderer, shown, "pages/basic_data.tpl");
  page.Title(tr("Basic data"));
  page.content().Text("IDEMPOTENCY_KEY", data.idempotency_key);
  page.content().ShowText("ASKED_MAILBOX", data.asked_mailbox);
  AddBasicData(page, data.typed, data.errors, true);
  return page.Html();
}

std::string RenderMailbox(const Renderer& renderer, const PageFrame& frame,
                          const MailboxPage& data) {
  Page page(renderer, frame, "pages/mailbox.tpl");
  page.Title(page.tr()("Confirm the new mailbox"));
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
  const Translator tr(renderer, language);
  MailContent content;
  content.kind = MailKind::kMailbox;
  content.subject = tr("Confirm your new mailbox");
  content.name = name;
  content.paragraphs = {
      tr("This mailbox was entered for an account of the Students Online Application System. Open "
         "the link below and confirm; from then on mails of that account come here.")};
  content.facts = {{tr("Login account"), login_name},
                   {tr("Link valid until"), FormatTime(expires)}};
  content.button = tr("Confirm this mailbox");
  content.link = link;
  content.closing = {tr("If you know nothing of this, do nothing: the mailbox is not used then.")};
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
