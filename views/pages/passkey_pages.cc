#include "views/pages/passkey_pages.h"

#include "views/fields/form_fields.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

std::string NoticeText(const Translator& tr, PasskeyNotice notice) {
  switch (notice) {
    case PasskeyNotice::kNone:
      return {};
    case PasskeyNotice::kAdded:
      return tr("The passkey was added. You can now log in with it.");
    case PasskeyNotice::kRemoved:
      return tr("The passkey was removed. It can no longer be used to log in.");
  }
  return {};
}

std::string LastUsed(const Translator& tr, const PasskeyLine& passkey) {
  return passkey.last_used_at ? FormatTime(*passkey.last_used_at) : tr("Not used yet");
}

}  // namespace

std::string RenderPasskeys(const Renderer& renderer, const PageFrame& frame,
                           const PasskeysPage& data) {
  PageFrame told = frame;
  if (data.notice != PasskeyNotice::kNone) {
    told.notices.push_back(
        {NoticeKind::kSuccess, NoticeText(Translator(renderer, frame.language), data.notice)});
  }
  Page page(renderer, told, "pages/passkeys.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Passkeys"));
  page.Wide();
  const std::string name = FieldMessage(tr, tr("Passkey name"), data.errors, "passkey_name");
  if (!name.empty()) page.AddError({"", name});
  if (data.is_refused) {
    page.AddError(
        {"", tr("The passkey was not added. Start again. You have 5 minutes to create it.")});
  }
  page.content()
      .Number("COUNT", static_cast<std::int64_t>(data.passkeys.size()))
      .Choose(data.passkeys.empty(), "NONE", "SOME")
      .Choose(data.is_full, "FULL", "MAY_ADD");
  for (const PasskeyLine& passkey : data.passkeys) {
    page.content()
        .Add("ROW")
        .Number("ID", static_cast<std::int64_t>(passkey.id))
        .Text("NAME", passkey.name)
        .Text("SINCE", FormatTime(passkey.created_at))
        .Text("LAST_USED", LastUsed(tr, passkey));
  }
  return page.Html();
}

std::string RenderNewPasskey(const Renderer& renderer, const PageFrame& frame,
                             const NewPasskeyPage& data) {
  Page page(renderer, frame, "pages/passkey_new.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Add a passkey"));
  const std::string name = tr("Passkey name");
  AddField(
      page, "NAME",
      TextField{.head = {.name = "passkey_name",
                         .label = name,
                         .hint = tr("A name to help you recognise it, for example ‘My phone’."),
                         .error = FieldMessage(tr, name, data.errors, "passkey_name"),
                         .required = true},
                .value = data.name,
                .autocomplete = "off",
                .max_length = 60});
  const std::string present = tr("Current password");
  AddField(page, "PRESENT",
           TextField{.head = {.name = "present_password",
                              .label = present,
                              .error = FieldMessage(tr, present, data.errors, "present_password"),
                              .required = true},
                     .type = "password",
                     .autocomplete = "current-password",
                     .max_length = 128,
                     .ltr_code = true});
  return page.Html();
}

std::string RenderCreatePasskey(const Renderer& renderer, const PageFrame& frame,
                                const CreatePasskeyPage& data) {
  Page page(renderer, frame, "pages/passkey_create.tpl");
  page.Title(page.tr()("Create a passkey"));
  std::string known;
  for (const std::string& id : data.known) known += (known.empty() ? "" : " ") + id;
  page.content()
      .Text("IDEMPOTENCY_KEY", data.idempotency_key)
      .Text("NAME", data.name)
      .Text("CHALLENGE", data.challenge)
      .Text("USER_HANDLE", data.user_handle)
      .Text("LOGIN_NAME", data.login_name)
      .Text("DISPLAY_NAME", data.display_name)
      .Text("KNOWN", known);
  return page.Html();
}

std::string RenderRemovePasskey(const Renderer& renderer, const PageFrame& frame,
                                const RemovePasskeyPage& data) {
  Page page(renderer, frame, "pages/passkey_remove.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Remove the passkey?"));
  page.content()
      .Text("IDEMPOTENCY_KEY", data.idempotency_key)
      .Number("ID", static_cast<std::int64_t>(data.passkey.id))
      .Text("NAME", data.passkey.name)
      .Text("SINCE", FormatTime(data.passkey.created_at))
      .Text("LAST_USED", LastUsed(tr, data.passkey));
  return page.Html();
}

}  // namespace permit::views
