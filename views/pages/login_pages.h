// The login page and the page that mails a one-time code.
#pragma once

#include <string>

#include "handlers/rules/field_error.h"
#include "views/page.h"

namespace permit::views {

// How the visitor shows to be no machine.
enum class LoginProof { kPicture, kMailedCode };

// What happened before, told at the top.
enum class LoginNotice {
  kNone,
  kRegistered,
  kActivated,
  kActivationMailed,
  kPasswordMailed,
  kCodeMailed,
  kPasswordChanged,
  kLoggedOut,
  kIdle,   // the session has ended by idleness
  kEnded,  // what was sent after the session had ended was not done
  kKept,   // but is kept
  kPasskeyRefused,
  kPageAsked,  // a page was asked for that only a logged-in student sees
};

enum class LoginRefusal {
  kNone,
  kWrong,  // account, password, rest or closed: always the same words
  kNotActivated,
  kOtherCategory,  // the account belongs to another site
};

struct LoginPage {
  std::string login_name;  // as typed before
  LoginProof proof = LoginProof::kPicture;
  std::string captcha_id;
  int work_bits = 0;        // leading zero bits that the page's script has to find
  std::string return_path;  // where to go after the login, or empty
  LoginNotice notice = LoginNotice::kNone;
  std::string registered_mailbox;  // with kRegistered, unless it is forgotten: where the mail went
  FieldErrors errors;
  LoginRefusal refusal = LoginRefusal::kNone;
  std::string other_category;  // its code, with kOtherCategory
  std::string other_site;      // its address
  int rest_minutes = 0;        // how long an account rests after too many failures
  int idle_minutes = 0;        // after which a session ends
};

std::string RenderLogin(const Renderer& renderer, const PageFrame& frame, const LoginPage& login);

struct LoginCodePage {
  std::string idempotency_key;
  FieldErrors errors;
  std::string return_path;  // as of the login page
};

std::string RenderLoginCode(const Renderer& renderer, const PageFrame& frame,
                            const LoginCodePage& page);

// What a category's students are called: "foreign", "hk-macau-overseas" …
std::string CategoryWord(const Translator& tr, std::string_view category);

}  // namespace permit::views
