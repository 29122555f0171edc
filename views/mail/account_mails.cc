#include "views/mail/account_mails.h"

#include "views/translator.h"

namespace permit::views {
namespace {

MailContent MailboxChanged(const Translator& tr, const std::string& name,
                           const std::string& login_name, Instant changed_at, std::string button,
                           const std::string& link, std::string closing) {
  return {.kind = MailKind::kMailboxChanged,
          .subject = tr("The email address of your account was changed"),
          .name = name,
          .paragraphs = {tr(
              "From now on, emails about your account in the Students Online Application System "
              "will go to a different email address. This is the last email we will send here.")},
          .facts = {{tr("Username"), login_name}, {tr("Time of change"), FormatTime(changed_at)}},
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
       .paragraphs = {tr(
           "An account has been registered for you in the Students Online Application System. Open "
           "the link below and confirm that you want to use it. You can then log in.")},
       .facts = {{tr("Username"), login_name}, {tr("Link valid until"), FormatTime(expires)}},
       .button = tr("Activate my account"),
       .link = link,
       .closing = {tr("If you did not register, you do not need to do anything. The account cannot "
                      "be used until it is confirmed.")}});
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
       .paragraphs = {tr(
           "You asked for a new password. Log in with the password below, then choose your own.")},
       .facts = {{tr("Username"), login_name},
                 {tr("New password"), password},
                 {tr("Valid until"), FormatTime(expires)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {
           tr("Your current password works until you log in with the new one. If you did not ask "
              "for a new password, ignore this email and keep using your current one.")}});
}

Mail LoginCodeMail(const Renderer& renderer, Language language, const std::string& name,
                   const std::string& code, const std::string& login_link, Instant expires) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kLoginCode,
       .subject = tr("Your one-time code"),
       .name = name,
       .paragraphs = {tr("Use this code to log in without the verification image. You still need "
                         "your password.")},
       .facts = {{tr("One-time code"), code}, {tr("Valid until"), FormatTime(expires)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("If you did not ask for this code, someone else knows your username. They "
                      "cannot log in with the username alone.")}});
}

Mail MailboxAskedMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& stop_link, Instant asked_at,
                      Instant expires) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxAsked,
       .subject = tr("A new email address was entered for your account"),
       .name = name,
       .paragraphs = {tr(
           "Someone logged in to your account, using your password, and asked us to send emails "
           "about it to a different email address. The change takes effect when it is confirmed "
           "from that address. If this was you, you do not need to do anything here.")},
       .facts = {{tr("Username"), login_name},
                 {tr("Time of request"), FormatTime(asked_at)},
                 {tr("Link valid until"), FormatTime(expires)}},
       .button = tr("Stop the change"),
       .link = stop_link,
       .closing = {tr("If this was not you, someone else knows your password. Stop the change now, "
                      "then change your password. The link still works after the new email address "
                      "has been confirmed.")}});
}

Mail MailboxChangedMail(const Renderer& renderer, Language language, const std::string& name,
                        const std::string& login_name, const std::string& login_link,
                        Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(renderer, language,
                   MailboxChanged(tr, name, login_name, changed_at, tr("Log in"), login_link,
                                  tr("If this was not you, someone else knows your password. "
                                     "Change it now and call the helpdesk.")));
}

Mail MailboxChangedMailToObject(const Renderer& renderer, Language language,
                                const std::string& name, const std::string& login_name,
                                const std::string& stop_link, Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      MailboxChanged(tr, name, login_name, changed_at, tr("Object to the change"), stop_link,
                     tr("If this was not you, someone else knows your password. Object to the "
                        "change now. For the next 72 hours we will then send new passwords and "
                        "one-time codes to this email address.")));
}

Mail MailboxConfirmedMail(const Renderer& renderer, Language language, const std::string& name,
                          const std::string& login_name, const std::string& login_link,
                          Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxConfirmed,
       .subject = tr("Your new email address is confirmed"),
       .name = name,
       .paragraphs = {tr("From now on, we will send emails about your account in the Students "
                         "Online Application System to this address.")},
       .facts = {{tr("Username"), login_name}, {tr("Time of change"), FormatTime(changed_at)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {
           tr("If you do not know about this account, call the helpdesk on the number below.")}});
}

Mail MailboxReplacedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& login_link,
                         Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxReplaced,
       .subject = tr("We have changed the email address of your account"),
       .name = name,
       .paragraphs = {tr("You asked us to change the email address of your account in the Students "
                         "Online Application System. The National Immigration Agency checked your "
                         "identity at the counter and has made the change. From now on, emails "
                         "will go to the new address. This is the last email we will send here.")},
       .facts = {{tr("Username"), login_name}, {tr("Time of change"), FormatTime(changed_at)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("If you did not ask for this, call the helpdesk now on the number below.")}});
}

Mail MailboxAssignedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& login_link,
                         Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxAssigned,
       .subject = tr("Emails about your account now come to this address"),
       .name = name,
       .paragraphs = {tr("You asked us to use this email address for your account in the Students "
                         "Online Application System. The National Immigration Agency checked your "
                         "identity at the counter and has made the change."),
                      tr("Your username and password stay the same. You have been logged out on "
                         "all devices, so log in again. Links, one-time codes and new passwords "
                         "sent to the old email address no longer work.")},
       .facts = {{tr("Username"), login_name}, {tr("Time of change"), FormatTime(changed_at)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {
           tr("If you do not know about this account, call the helpdesk on the number below.")}});
}

Mail LoginTroubleMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& forgot_link,
                      Instant rests_until) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kLoginTrouble,
       .subject = tr("There were several failed attempts to log in to your account"),
       .name = name,
       .paragraphs = {tr(
           "Someone tried several times to log in to your account with a wrong password. To "
           "protect your account, nobody can log in with the password alone for a while.")},
       .facts = {{tr("Username"), login_name},
                 {tr("You can log in again from"), FormatTime(rests_until)}},
       .button = tr("Ask for a new password"),
       .link = forgot_link,
       .closing = {
           tr("To log in sooner, ask for a one-time code or a new password, which we will send to "
              "this email address, or use a browser in which you have logged in before. If this "
              "was not you, your account is safe. Nobody has logged in.")}});
}

Mail PasswordChangedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& forgot_link,
                         Instant changed_at) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kPasswordChanged,
       .subject = tr("Your password was changed"),
       .name = name,
       .paragraphs = {tr("The password of your account in the Students Online Application System "
                         "was changed, and the account was logged out on all devices. If this was "
                         "you, you do not need to do anything.")},
       .facts = {{tr("Username"), login_name}, {tr("Time of change"), FormatTime(changed_at)}},
       .button = tr("Ask for a new password"),
       .link = forgot_link,
       .closing = {tr("If this was not you, someone else knew your password. Ask for a new "
                      "password now, log in with it to choose your own, and call the helpdesk.")}});
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
       .paragraphs = {tr("A passkey was added to your account in the Students Online Application "
                         "System. Anyone who has it can log in without your password. If this was "
                         "you, you do not need to do anything.")},
       .facts = {{tr("Username"), login_name},
                 {tr("Passkey name"), passkey_name},
                 {tr("Time added"), FormatTime(added_at)}},
       .button = tr("View your passkeys"),
       .link = passkeys_link,
       .closing = {tr("If this was not you, log in with your password now, remove this passkey, "
                      "change your password and call the helpdesk.")}});
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
           "can no longer be used to log in. If this was you, you do not need to do anything.")},
       .facts = {{tr("Username"), login_name},
                 {tr("Passkey name"), passkey_name},
                 {tr("Time removed"), FormatTime(removed_at)}},
       .button = tr("View your passkeys"),
       .link = passkeys_link,
       .closing = {tr("If this was not you, change your password now and call the helpdesk.")}});
}

Mail AccountEndsMail(const Renderer& renderer, Language language, const std::string& name,
                     const std::string& login_name, const std::string& login_link, Date last_day) {
  const Translator tr(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kAccountEnds,
       .subject = tr("Your unused account will be deleted"),
       .name = name,
       .paragraphs = {tr(
           "Nobody has logged in to your account in the Students Online Application System for a "
           "long time, and it has no applications. We keep personal data only as long as we need "
           "it. After the date below we will delete the account, its data and its drafts.")},
       .facts = {{tr("Username"), login_name}, {tr("Kept until"), FormatDate(last_day)}},
       .button = tr("Log in"),
       .link = login_link,
       .closing = {tr("To keep the account, log in once before then. If you no longer need it, you "
                      "do not need to do anything. You can register again at any time.")}});
}

}  // namespace permit::views
