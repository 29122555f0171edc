// The pages of an account: login, registration, activation, forgotten and changed password.
#pragma once

#include <string>

#include "views/page.h"

namespace permit::views {

// How the visitor shows to be no machine.
enum class LoginProof { kPicture, kMailedCode };

struct LoginPage {
  std::string login_name;  // as typed before
  LoginProof proof = LoginProof::kPicture;
  std::string captcha_id;
  int work_bits = 0;  // leading zero bits that the page's script has to find
  // Whole sentences, or empty.
  std::string login_name_error;
  std::string password_error;
  std::string captcha_error;
  std::string refusal;                 // of the whole form, in the summary
  bool offer_activation_mail = false;  // beside the refusal
};

std::string RenderLogin(const Renderer& renderer, const PageFrame& frame, const LoginPage& login);

}  // namespace permit::views
