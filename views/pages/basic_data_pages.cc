#include "views/pages/basic_data_pages.h"

#include "views/fields/basic_data_fields.h"
#include "views/fields/form_fields.h"
#include "views/renderer.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

void AddPresentPassword(Page& page, const FieldErrors& errors) {
  const Translator& tr = page.tr();
  const std::string label = tr("Current password");
  AddField(
      page, "PRESENT",
      TextField{.head = {.name = "present_password",
                         .label = label,
                         .hint = tr("We ask for this because you are changing your email address."),
                         .error = FieldMessage(tr, label, errors, "present_password"),
                         .required = true},
                .type = "password",
                .autocomplete = "current-password",
                .max_length = 128,
                .ltr_code = true});
}

// Each language is named in itself.
void AddMailLanguage(Page& page, Language chosen) {
  const Translator& tr = page.tr();
  AddRadios(page, "MAIL_LANGUAGE",
            ChoiceField{.head = {.name = "mail_language",
                                 .label = tr("Language of our emails to you"),
                                 .required = true},
                        .value = std::string(LanguageTag(chosen)),
                        .choices = {{"zh-TW", "繁體中文", {}}, {"en", "English", {}}},
                        .inline_choices = true});
}

void AddNotices(const Translator& tr, const BasicDataPage& data, PageFrame& frame) {
  const auto add = [&](NoticeKind kind, std::string text) {
    frame.notices.push_back({kind, std::move(text)});
  };
  if (data.saved) add(NoticeKind::kSuccess, tr("Saved!"));
  if (data.cancelled) {
    add(NoticeKind::kSuccess,
        tr("The change has been cancelled. Your email address stays the same."));
  }
  if (!data.waiting_mailbox.empty()) {
    add(NoticeKind::kInformation,
        tr("We have sent an email to {MAILBOX}. Open the link in it to confirm the new email "
           "address. Until then, we will use your current one.",
           {{"MAILBOX", data.waiting_mailbox}}));
  }
  if (data.old_mailbox_recovers_until) {
    add(NoticeKind::kWarning,
        tr("An objection to the change was made from your earlier email address. Until {TIME}, new "
           "passwords and one-time codes will be sent to that address.",
           {{"TIME", FormatTime(*data.old_mailbox_recovers_until)}}));
  }
}

std::string_view SectionOf(MailboxStopState state) {
  switch (state) {
    case MailboxStopState::kWaiting:
      return "WAITING";
    case MailboxStopState::kChanged:
      return "CHANGED";
    case MailboxStopState::kStopped:
      return "STOPPED";
    case MailboxStopState::kObjected:
      return "OBJECTED";
    case MailboxStopState::kNothingToStop:
      return "NOTHING";
    case MailboxStopState::kExpired:
      return "EXPIRED";
    case MailboxStopState::kUnknown:
      return "UNKNOWN";
  }
  return {};
}

}  // namespace

std::string RenderBasicData(const Renderer& renderer, const PageFrame& frame,
                            const BasicDataPage& data) {
  PageFrame shown = frame;
  const Translator tr(renderer, frame.language);
  AddNotices(tr, data, shown);
  Page page(renderer, shown, "pages/basic_data.tpl");
  page.Title(tr("Basic data"));
  page.content().Text("IDEMPOTENCY_KEY", data.idempotency_key);
  page.content().ShowText("ASKED_MAILBOX", data.asked_mailbox);
  if (!data.waiting_mailbox.empty()) {
    page.content().Add("WAITING").Text("CANCEL_KEY", data.cancel_key);
  }
  AddBasicData(page, data.typed, data.errors, true);
  AddMailLanguage(page, data.mail_language);
  if (data.asks_password) AddPresentPassword(page, data.errors);
  return page.Html();
}

std::string RenderMailbox(const Renderer& renderer, const PageFrame& frame,
                          const MailboxPage& data) {
  Page page(renderer, frame, "pages/mailbox.tpl");
  page.Title(page.tr()("Confirm the new email address"));
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

std::string RenderMailboxStop(const Renderer& renderer, const PageFrame& frame,
                              const MailboxStopPage& data) {
  Page page(renderer, frame, "pages/mailbox_stop.tpl");
  page.Title(page.tr()("Stop a change of email address"));
  page.content()
      .Text("TOKEN", data.token)
      .Text("UNTIL", FormatTime(data.recovers_until))
      .Show(SectionOf(data.state));
  return page.Html();
}

Mail MailboxMail(const Renderer& renderer, Language language, const std::string& name,
                 const std::string& login_name, const std::string& link, Instant expires) {
  const Translator tr(renderer, language);
  MailContent content;
  content.kind = MailKind::kMailbox;
  content.subject = tr("Confirm your new email address");
  content.name = name;
  content.paragraphs = {
      tr("This email address was entered for an account in the Students Online Application System. "
         "Open the link below to confirm it. We will then send emails about that account here.")};
  content.facts = {{tr("Username"), login_name}, {tr("Link valid until"), FormatTime(expires)}};
  content.button = tr("Confirm this email address");
  content.link = link;
  content.closing = {
      tr("If you do not know about this, you do not need to do anything. We will not use this "
         "email address.")};
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
