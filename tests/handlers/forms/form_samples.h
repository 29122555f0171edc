// One good filling of every form of the site, and a world in which it would be taken.
//
// A test that spoils a sample sees a refusal that is due to what it spoilt and to nothing else.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "handlers/payment/gateways.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/site/soft_authenticator.h"

namespace permit::test {

struct FormSample {
  std::string page;              // gives the token; empty: the form needs none
  std::string path;              // takes the form
  std::function<Fields()> good;  // its fields, fresh where they work but once
  std::vector<SentFile> files;
  int taken = 303;  // status of a form that is taken

  // Fields in which a number or a date is as good a text as any other.
  std::set<std::string> free_text;
  // Fields whose mistakes get the one message that does not say which of them it was.
  std::set<std::string> told_together;
  // Fields that the sample leaves out, with those that must come along for them to be read.
  std::map<std::string, Fields> asked_with;
  // Beginnings of lines of RowWatch: what a try that fails is meant to write, and where work in
  // progress is kept although it cannot be sent so.
  std::vector<std::string> failure_writes;
  std::vector<std::string> work_kept;
  // Refusals by sending the browser to another page; so do forms whose answer tells nothing.
  bool leads_elsewhere = false;
  bool takes_anything = false;  // reads nothing of its body
};

// A student who may do everything that a form of this site does.
class FormScenario : public ApplyTest {
 protected:
  static constexpr char kPassword[] = "harbour7lights";

  FormScenario();

  using Make = FormSample (FormScenario::*)();
  static const std::map<std::string, Make>& Makers();  // by the path of the route

 private:
  FormSample CheckAPermit();
  FormSample Login();
  FormSample LoginCode();
  FormSample Register();
  FormSample Activate();
  FormSample Resend();
  FormSample Forgot();
  FormSample Logout();
  FormSample BasicData();
  FormSample CancelMailbox();
  FormSample MyData();
  FormSample Mailbox();
  FormSample MailboxStop();
  FormSample Password();
  FormSample PasskeyRequest();
  FormSample Passkey();
  FormSample PasskeyRemoval();
  FormSample PasskeyLogin();
  FormSample Sessions();
  FormSample Declare();
  FormSample PermitNumber();
  FormSample Draft();
  FormSample Send();
  FormSample Discard();
  FormSample Correction();
  FormSample SendCorrection();
  FormSample Withdraw();
  FormSample PayBy();
  FormSample AskBank();
  FormSample GoToBank();
  FormSample Notice();
  FormSample Return();

  std::string Token(const std::string& purpose, std::uint64_t of, const std::string& payload);
  FormSample AccountName(const std::string& page);
  Fields NewPasskey();  // as the page's script fills it in

  SoftAuthenticator device_{"https://permit.example"};
  payment::Gateways gateways_;
};

}  // namespace permit::test
