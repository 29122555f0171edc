#include "views/mail/account_mails.h"

#include "views/translator.h"

namespace permit::views {
namespace {

MailContent MailboxChanged(const Translator& tr, const std::string& name,
                           const std::string& login_name, Instant changed_at, std::string button,
                           const std::string& link, std::string closing) {
  return {.kind = MailKind::kMailboxChanged,
          .subject = tr("The mailbox of your account was changed"),
          .name = name,
          .paragraphs = {tr("Mails of your account in the Students Online Application System go to "
                            "another mailbox from now on. This is the last one that comes here.")},
          .facts = {{tr("Login account"), login_name}, {tr("Changed at"), FormatTime(changed_at)}},
          .button = std::move(button),
          .link = link,
          .closing = {std::move(closing)}};
}

}  // namespace

Mail ActivationMail(const Renderer& renderer, Language language, const std::string& name,
                    const std::string& login_name, const std::string& link, Instant expires) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kActivation,
       .subject = tr("Activate your account"),
       .name = name,
       .paragraphs = {tr("An account was registered for you in the Students Online Application "
                         "System. Open the link below and confirm, then you can log in.")},
       .facts = {{tr("Login account"), login_name}, {tr("Link valid until"), FormatTime(expires)}},
       .button = tr("Activate my account"),
       .link = link,
       .closing = {tr("If you did not register, do nothing: without the confirmation the account "
                      "stays closed.")}});
}

Mail NewPasswordMail(const Renderer& renderer, Language language, const std::string& name,
                     const std::string& login_name, const std::string& password,
                     const std::string& login_link, Instant expires) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kNewPassword,
       .subject = tr("Your new password"),
       .name = name,
       .paragraphs = {tr("A new password was asked for. Log in with it and then choose one of "
                         "your own.")},
       .facts = {{tr("Login account"), login_name},
                 {tr("New password"), password},
                 {tr("Valid until"), FormatTime(expires)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("Your present password works until you use the new one. If you did not ask "
                      "for it, do nothing and keep using your present password.")}});
}

Mail LoginCodeMail(const Renderer& renderer, Language language, const std::string& name,
                   const std::string& code, const std::string& login_link, Instant expires) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kLoginCode,
       .subject = tr("Your one-time code"),
       .name = name,
       .paragraphs = {tr("With this code you log in without the verification picture. Your "
                         "password is asked for as well.")},
       .facts = {{tr("One-time code"), code}, {tr("Valid until"), FormatTime(expires)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("If you did not ask for it, somebody knows the name of your account but "
                      "cannot log in with this alone.")}});
}

Mail MailboxAskedMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& stop_link, Instant asked_at,
                      Instant expires) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxAsked,
       .subject = tr("A new mailbox was entered for your account"),
       .name = name,
       .paragraphs = {tr("Somebody who is logged in to your account and knows its password has "
                         "asked us to send its mails to another mailbox. This takes effect once it "
                         "is confirmed from there. If it was you, there is nothing to do here.")},
       .facts = {{tr("Login account"), login_name},
                 {tr("Asked for at"), FormatTime(asked_at)},
                 {tr("Link valid until"), FormatTime(expires)}},
       .button = tr("Stop the change"),
       .link = stop_link,
       .closing = {tr("If it was not you, stop the change at once and then change your password: "
                      "somebody else knows it. The link also works after the new mailbox was "
                      "confirmed.")}});
}

Mail MailboxChangedMail(const Renderer& renderer, Language language, const std::string& name,
                        const std::string& login_name, const std::string& login_link,
                        Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      MailboxChanged(tr, name, login_name, changed_at, tr("Log in"), login_link,
                     tr("If it was not you, change your password at once and call us: somebody "
                        "else knows it.")));
}

Mail MailboxChangedMailToObject(const Renderer& renderer, Language language,
                                const std::string& name, const std::string& login_name,
                                const std::string& stop_link, Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      MailboxChanged(tr, name, login_name, changed_at, tr("Object to the change"), stop_link,
                     tr("If it was not you, object to the change at once: for 72 hours we then "
                        "send new passwords and login codes to this mailbox. Somebody else knows "
                        "your password.")));
}

Mail MailboxConfirmedMail(const Renderer& renderer, Language language, const std::string& name,
                          const std::string& login_name, const std::string& login_link,
                          Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxConfirmed,
       .subject = tr("Your new mailbox is confirmed"),
       .name = name,
       .paragraphs = {tr("Mails of your account in the Students Online Application System come to "
                         "this mailbox from now on.")},
       .facts = {{tr("Login account"), login_name}, {tr("Changed at"), FormatTime(changed_at)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("If you know nothing of this account, call us at the number below.")}});
}

Mail MailboxReplacedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& login_link,
                         Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxReplaced,
       .subject = tr("We have changed the mailbox of your account"),
       .name = name,
       .paragraphs = {tr("After a check of your identity at the counter, and as you asked, the "
                         "National Immigration Agency has changed the mailbox of your account in "
                         "the Students Online Application System. Mails go to the new mailbox from "
                         "now on. This is the last one that comes here.")},
       .facts = {{tr("Login account"), login_name}, {tr("Changed at"), FormatTime(changed_at)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("If you did not ask for this, call us at once at the number below.")}});
}

Mail MailboxAssignedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& login_link,
                         Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxAssigned,
       .subject = tr("Mails of your account now come to this mailbox"),
       .name = name,
       .paragraphs = {tr("After a check of your identity at the counter, and as you asked, the "
                         "National Immigration Agency has made this the mailbox of your account in "
                         "the Students Online Application System."),
                      tr("Login account and password stay the same. You were logged out "
                         "everywhere: please log in again. Links, login codes and new passwords "
                         "that were sent to the old mailbox no longer work.")},
       .facts = {{tr("Login account"), login_name}, {tr("Changed at"), FormatTime(changed_at)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("If you know nothing of this account, call us at the number below.")}});
}

Mail LoginTroubleMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& forgot_link,
                      Instant rests_until) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kLoginTrouble,
       .subject = tr("Logging in to your account failed several times"),
       .name = name,
       .paragraphs = {tr("Somebody tried several times to log in to your account with a wrong "
                         "password. To protect it, nobody can log in with the password alone for a "
                         "while.")},
       .facts = {{tr("Login account"), login_name},
                 {tr("Login possible again from"), FormatTime(rests_until)}},
       .button = tr("Ask for a new password"),
       .link = forgot_link,
       .closing = {
           tr("You can get in at once with a one-time code or a new password that we send to "
              "this mailbox, or in a browser in which you have logged in before. If it was "
              "not you, your account is safe: nobody has got in.")}});
}

Mail PasswordChangedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& forgot_link,
                         Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kPasswordChanged,
       .subject = tr("The password of your account was changed"),
       .name = name,
       .paragraphs = {tr("The password of your account in the Students Online Application System "
                         "was changed, and the account was logged out everywhere. If it was you, "
                         "there is nothing to do.")},
       .facts = {{tr("Login account"), login_name}, {tr("Changed at"), FormatTime(changed_at)}},
       .button = tr("Ask for a new password"),
       .link = forgot_link,
       .closing = {tr("If it was not you, ask for a new password at once, choose another one with "
                      "it, and call us: somebody else knew your password.")}});
}

Mail PasskeyAddedMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& passkey_name,
                      const std::string& passkeys_link, Instant added_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kPasskeyAdded,
       .subject = tr("A passkey was added to your account"),
       .name = name,
       .paragraphs = {tr(
           "A passkey was added to your account in the Students Online Application System. Anyone "
           "who has it can log in without your password. If it was you, there is nothing to do.")},
       .facts = {{tr("Login account"), login_name},
                 {tr("Name of the passkey"), passkey_name},
                 {tr("Added at"), FormatTime(added_at)}},
       .button = tr("View your passkeys"),
       .link = passkeys_link,
       .closing = {tr("If it was not you, log in with your password, remove this passkey at once, "
                      "change your password, and call us.")}});
}

Mail PasskeyRemovedMail(const Renderer& renderer, Language language, const std::string& name,
                        const std::string& login_name, const std::string& passkey_name,
                        const std::string& passkeys_link, Instant removed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kPasskeyRemoved,
       .subject = tr("A passkey was removed from your account"),
       .name = name,
       .paragraphs = {tr(
           "A passkey was removed from your account in the Students Online Application System. It "
           "can no longer be used to log in. If it was you, there is nothing to do.")},
       .facts = {{tr("Login account"), login_name},
                 {tr("Name of the passkey"), passkey_name},
                 {tr("Removed at"), FormatTime(removed_at)}},
       .button = tr("View your passkeys"),
       .link = passkeys_link,
       .closing = {tr("If it was not you, change your password at once and call us.")}});
}

Mail AccountEndsMail(const Renderer& renderer, Language language, const std::string& name,
                     const std::string& login_name, const std::string& login_link, Date last_day) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kAccountEnds,
       .subject = tr("Your unused account will be removed"),
       .name = name,
       .paragraphs = {tr("Nobody has logged in to your account in the Students Online Application "
                         "System for a long time, and it has no application. We keep personal data "
                         "no longer than they are needed: after the day below the account will be "
                         "removed with its data and drafts.")},
       .facts = {{tr("Login account"), login_name}, {tr("Kept until"), FormatDate(last_day)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("To keep the account, log in once. If you no longer need it, you need not do "
                      "anything: you can register again at any time.")}});
}

}  // namespace permit::views
