#include "views/mail/account_mails.h"

#include "views/translator.h"

namespace permit::views {
Mail ActivationMail(const Renderer& renderer, Language language, const std::string& name,
                    const std::string& login_name, const std::string& link, Instant expires) {
  const Voice say(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kActivation,
       .subject = say("Activate your account"),
       .name = name,
       .paragraphs = {say("An account was registered for you in the Students Online Application "
                          "System. Open the link below and confirm, then you can log in.")},
       .facts = {{say("Login account"), login_name},
                 {say("Link valid until"), FormatTime(expires)}},
       .button = say("Activate my account"),
       .link = link,
       .closing = {say("If you did not register, do nothing: without the confirmation the account "
                       "stays closed.")}});
}

Mail NewPasswordMail(const Renderer& renderer, Language language, const std::string& name,
                     const std::string& login_name, const std::string& password,
                     const std::string& login_link, Instant expires) {
  const Voice say(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kNewPassword,
       .subject = say("Your new password"),
       .name = name,
       .paragraphs = {say("A new password was asked for. Log in with it and then choose one of "
                          "your own.")},
       .facts = {{say("Login account"), login_name},
                 {say("New password"), password},
                 {say("Valid until"), FormatTime(expires)}},
       .button = say("Log in"),
       .link = login_link,
       .closing = {say("Your present password works until you use the new one. If you did not ask "
                       "for it, do nothing and keep using your present password.")}});
}

Mail LoginCodeMail(const Renderer& renderer, Language language, const std::string& name,
                   const std::string& code, const std::string& login_link, Instant expires) {
  const Voice say(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kLoginCode,
       .subject = say("Your one-time code"),
       .name = name,
       .paragraphs = {say("With this code you log in without the verification picture. Your "
                          "password is asked for as well.")},
       .facts = {{say("One-time code"), code}, {say("Valid until"), FormatTime(expires)}},
       .button = say("Log in"),
       .link = login_link,
       .closing = {say("If you did not ask for it, somebody knows the name of your account but "
                       "cannot log in with this alone.")}});
}

Mail MailboxChangedMail(const Renderer& renderer, Language language, const std::string& name,
                        const std::string& login_name, const std::string& login_link,
                        Instant changed_at) {
  const Voice say(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kMailboxChanged,
       .subject = say("The mailbox of your account was changed"),
       .name = name,
       .paragraphs = {say("Mails of your account in the Students Online Application System go to "
                          "another mailbox from now on. This is the last one that comes here.")},
       .facts = {{say("Login account"), login_name}, {say("Changed at"), FormatTime(changed_at)}},
       .button = say("Log in"),
       .link = login_link,
       .closing = {say("If it was not you, change your password at once and call us: somebody "
                       "else knows it.")}});
}

Mail LoginTroubleMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& forgot_link,
                      Instant rests_until) {
  const Voice say(renderer, language);
  return WriteMail(
      renderer, language,
      {.kind = MailKind::kLoginTrouble,
       .subject = say("Logging in to your account failed several times"),
       .name = name,
       .paragraphs = {say("Somebody tried several times to log in to your account with a wrong "
                          "password. To protect it, nobody can log in for a while.")},
       .facts = {{say("Login account"), login_name},
                 {say("Login possible again from"), FormatTime(rests_until)}},
       .button = say("Ask for a new password"),
       .link = forgot_link,
       .closing = {say("If it was you, wait until then or ask for a new password. If it was not, "
                       "your account is safe: nobody has got in.")}});
}

}  // namespace permit::views
