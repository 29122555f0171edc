#include "tests/handlers/forms/form_samples.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/captcha.h"
#include "handlers/payment/check_mac_value.h"
#include "handlers/payment/ecpay_gateway.h"
#include "handlers/web/paths.h"
#include "sql/case_store.h"
#include "sql/login_guard_store.h"
#include "sql/mailbox_change_store.h"
#include "sql/payment_store.h"
#include "tests/support/payable_case.h"

namespace permit::test {
namespace {

constexpr char kHashKey[] = "pwFHCqoQZGmho4w6";
constexpr char kHashIv[] = "EkRm7iFT261dpevs";

std::string At(const std::string& page) { return std::string(kStudent) + "/" + page; }

Fields HerData() {
  return {{"chinese_name", "王小美"},  {"surname", "Wang"},
          {"given_name", "Xiaomei"},   {"mainland_id", "11010519491231002X"},
          {"birthplace", "beijing"},   {"birth_date", "1949/12/31"},
          {"sex", "female"},           {"travel_permit", "T12345678"},
          {"phone", "0912345678"},     {"extension", "12"},
          {"email", "mei@example.org"}};
}

std::function<Fields()> Always(Fields fields) {
  return [fields] { return fields; };
}

}  // namespace

FormScenario::FormScenario() {
  settings.base_url = "https://permit.example";
  database.Run("UPDATE account SET password_hash = '" + HashPassword(kPassword, random) + "'");
  database.Run(
      "INSERT INTO applicant (mainland_id, chinese_name, surname, given_name, birth_date,"
      " birthplace, sex, travel_permit, school, department, study_level, grade, loaded_at) VALUES"
      " ('11010519491231002X', '王小美', 'WANG', 'XIAOMEI', '1949-12-31', 'beijing', 'female',"
      " 'T12345678', '國立臺灣大學', '電機工程學系', 'bachelor', '1', '2026-01-01 00:00:00')");
  // A bank that is never there: every question to it ends at once.
  auto gateway = std::make_shared<payment::EcpayGateway>(
      payment::EcpayAccount{.root_url = "http://127.0.0.1:9",
                            .merchant = "3002607",
                            .hash_key = kHashKey,
                            .hash_iv = kHashIv,
                            .patience = std::chrono::milliseconds(500)});
  gateways_ =
      payment::Gateways(payment::Gateways::BySettlement{{SettledBy::kGateway, std::move(gateway)}});
  services.gateways = &gateways_;
}

const std::map<std::string, FormScenario::Make>& FormScenario::Makers() {
  static const std::map<std::string, Make> makers = {
      {"/coa-frontend/verify", &FormScenario::CheckAPermit},
      {At("login"), &FormScenario::Login},
      {At("login-code"), &FormScenario::LoginCode},
      {At("register"), &FormScenario::Register},
      {At("activate/{token}"), &FormScenario::Activate},
      {At("resend-activation"), &FormScenario::Resend},
      {At("forgot-password"), &FormScenario::Forgot},
      {At("logout"), &FormScenario::Logout},
      {At("basic-data"), &FormScenario::BasicData},
      {At("basic-data/cancel-mailbox"), &FormScenario::CancelMailbox},
      {At("my-data"), &FormScenario::MyData},
      {At("mailbox/{token}"), &FormScenario::Mailbox},
      {At("mailbox/stop/{token}"), &FormScenario::MailboxStop},
      {At("password"), &FormScenario::Password},
      {At("passkeys/new"), &FormScenario::PasskeyRequest},
      {At("passkeys"), &FormScenario::Passkey},
      {At("passkeys/{id}/remove"), &FormScenario::PasskeyRemoval},
      {At("login/passkey"), &FormScenario::PasskeyLogin},
      {At("sessions"), &FormScenario::Sessions},
      {At("apply/{service}"), &FormScenario::Declare},
      {At("apply/{service}/permit"), &FormScenario::PermitNumber},
      {At("apply/drafts/{id}"), &FormScenario::Draft},
      {At("apply/drafts/{id}/send"), &FormScenario::Send},
      {At("apply/drafts/{id}/discard"), &FormScenario::Discard},
      {At("corrections/{receipt}/form"), &FormScenario::Correction},
      {At("corrections/{receipt}/check"), &FormScenario::SendCorrection},
      {At("withdrawal/{group}/{receipt}"), &FormScenario::Withdraw},
      {At("payment/method"), &FormScenario::PayBy},
      {At("payment/{reference}/ask"), &FormScenario::AskBank},
      {At("payment/{reference}/bank"), &FormScenario::GoToBank},
      {kNoticePath, &FormScenario::Notice},
      {"/coa-frontend/payment/{reference}/return", &FormScenario::Return}};
  return makers;
}

FormSample FormScenario::CheckAPermit() {
  browser.ForgetCookies();
  FormSample sample{.page = "/coa-frontend/verify",
                    .path = "/coa-frontend/verify",
                    .good = Always({{"number", kSingle}, {"birth_date", "1991/01/01"}}),
                    .files = {},
                    .taken = 200};
  sample.free_text = {"number"};  // a number of nobody's is a good question
  return sample;
}

FormSample FormScenario::Login() {
  browser.ForgetCookies();
  FormSample sample{.page = At("login"), .path = At("login"), .good = {}, .files = {}};
  sample.good = [this]() -> Fields {
    browser.Get(At("login"));
    const std::string id = InputValue(browser.page(), "captcha_id");
    return {{"login_name", "student1"},
            {"password", kPassword},
            {"captcha_id", id},
            {"captcha", CaptchaSolution(services.secret, id, clock.Now())},
            {"proof", ""},
            {"next", At("todo")}};
  };
  sample.free_text = {"next"};  // leads to the to-do list, wherever it pointed
  sample.told_together = {"login_name", "password"};
  sample.asked_with["code"] = {{"with_code", "yes"}};
  sample.failure_writes = {"account ~1 (failures)", "audit +1", "captcha +1", "rate_counter"};
  return sample;
}

FormSample FormScenario::AccountName(const std::string& page) {
  browser.ForgetCookies();
  FormSample sample{.page = At(page),
                    .path = At(page),
                    .good = Always({{"login_name", "student1"}}),
                    .files = {}};
  sample.failure_writes = {"idempotency_key +1", "rate_counter"};
  sample.free_text = {"login_name"};  // an unknown account gets the same answer as a known one
  return sample;
}

FormSample FormScenario::LoginCode() {
  FormSample sample = AccountName("login-code");
  sample.good = Always({{"login_name", "student1"}, {"next", At("payment")}});
  sample.free_text.insert("next");  // as at the login
  return sample;
}
FormSample FormScenario::Forgot() { return AccountName("forgot-password"); }
FormSample FormScenario::Resend() {
  database.Run("UPDATE account SET state = 'pending' WHERE login_name = 'student1'");
  return AccountName("resend-activation");
}

FormSample FormScenario::Register() {
  browser.ForgetCookies();
  Fields fields = HerData();
  fields.insert(
      fields.end(),
      {{"login_name", "xiaomei"}, {"password", kPassword}, {"password_again", kPassword}});
  FormSample sample{
      .page = At("register"), .path = At("register"), .good = Always(fields), .files = {}};
  sample.free_text = {"login_name"};
  return sample;
}

std::string FormScenario::Token(const std::string& purpose, std::uint64_t of,
                                const std::string& payload) {
  const std::string token = random.Token();
  sql::InsertToken(
      database, TokenHash(token), of,
      purpose == "activate" ? sql::TokenPurpose::kActivate : sql::TokenPurpose::kMailbox, payload,
      clock.Now(), clock.Now() + std::chrono::hours(24));
  return token;
}

FormSample FormScenario::Activate() {
  browser.ForgetCookies();
  database.Run("UPDATE account SET state = 'pending' WHERE login_name = 'student1'");
  const std::string path = At("activate/" + Token("activate", account, ""));
  return {.page = path, .path = path, .good = Always({}), .files = {}};
}

FormSample FormScenario::Mailbox() {
  browser.ForgetCookies();
  const std::string path = At("mailbox/" + Token("mailbox", account, "new@example.org"));
  return {.page = path, .path = path, .good = Always({}), .files = {}, .taken = 200};
}

FormSample FormScenario::MailboxStop() {
  browser.ForgetCookies();
  const std::string hash = TokenHash(Token("mailbox", account, "new@example.org"));
  const std::string token = random.Token();
  sql::InsertMailboxChange(database, TokenHash(token),
                           {.account_id = account,
                            .confirm_hash = hash,
                            .old_mailbox = "student1@example.org",
                            .asked_at = clock.Now(),
                            .stops_until = clock.Now() + std::chrono::days(7)});
  const std::string path = At("mailbox/stop/" + token);
  return {.page = path, .path = path, .good = Always({}), .files = {}, .taken = 200};
}

FormSample FormScenario::CancelMailbox() {
  Token("mailbox", account, "new@example.org");
  return {.page = At("basic-data"),
          .path = At("basic-data/cancel-mailbox"),
          .good = Always({}),
          .files = {}};
}

FormSample FormScenario::Logout() {
  return {.page = At("todo"), .path = At("logout"), .good = Always({}), .files = {}};
}

FormSample FormScenario::BasicData() {
  FormSample sample{.page = At("basic-data"),
                    .path = At("basic-data"),
                    .good = Always({{"chinese_name", "陳小明"},
                                    {"surname", "CHEN"},
                                    {"given_name", "XIAOMING"},
                                    {"mainland_id", "360426199101010071"},
                                    {"birthplace", "jiangxi"},
                                    {"birth_date", "1991/01/01"},
                                    {"sex", "男"},
                                    {"travel_permit", "T12345671"},
                                    {"phone", "0223456789"},
                                    {"extension", "12"},
                                    {"email", "new@example.org"},
                                    {"mail_language", "en"},
                                    {"present_password", kPassword}}),
                    .files = {}};
  sample.failure_writes = {"account ~1 (failures)", "audit +1", "rate_counter"};
  return sample;
}

FormSample FormScenario::Password() {
  FormSample sample{.page = At("password"),
                    .path = At("password"),
                    .good = Always({{"login_name", "student1"},
                                    {"present_password", kPassword},
                                    {"password", "seaside5wind"},
                                    {"password_again", "seaside5wind"}}),
                    .files = {}};
  sample.failure_writes = {"account ~1 (failures)", "audit +1", "rate_counter"};
  return sample;
}

FormSample FormScenario::PasskeyRequest() {
  FormSample sample{.page = At("passkeys/new"),
                    .path = At("passkeys/new"),
                    .good = Always({{"passkey_name", "手機𠮷"}, {"present_password", kPassword}}),
                    .files = {},
                    .taken = 200};
  sample.free_text = {"passkey_name"};
  sample.failure_writes = {"account ~1 (failures)", "audit +1", "rate_counter"};
  return sample;
}

Fields FormScenario::NewPasskey() {
  browser.Get(At("passkeys/new"));
  const std::string page =
      browser.Post(At("passkeys/new"), {{"passkey_name", "手機"}, {"present_password", kPassword}})
          .body;
  const auto data = [&](const std::string& name) {
    const std::size_t at = page.find("data-" + name + "=\"") + name.size() + 7;
    return page.substr(at, page.find('"', at) - at);
  };
  Fields fields = device_.Create(data("challenge"), data("user"));
  fields.emplace_back("passkey_name", "手機");
  return fields;
}

FormSample FormScenario::Passkey() {
  FormSample sample{.page = At("passkeys/new"), .path = At("passkeys"), .good = {}, .files = {}};
  sample.good = [this] { return NewPasskey(); };
  sample.free_text = {"passkey_name"};
  sample.told_together = {"passkey_name"};  // the page that asked for it is gone by then
  return sample;
}

FormSample FormScenario::PasskeyRemoval() {
  const Fields fields = NewPasskey();
  browser.Post(At("passkeys"), fields);
  const std::string id = database.Run("SELECT id FROM passkey").at(0).Text("id");
  const std::string path = At("passkeys/" + id + "/remove");
  return {.page = path, .path = path, .good = Always({}), .files = {}};
}

FormSample FormScenario::PasskeyLogin() {
  const Fields fields = NewPasskey();
  browser.Post(At("passkeys"), fields);
  browser.ForgetCookies();
  FormSample sample{.page = At("login"), .path = At("login/passkey"), .good = {}, .files = {}};
  sample.good = [this] {
    Fields login = device_.Get(browser.Get(At("passkey-challenge")).body);
    login.emplace_back("next", At("todo"));
    return login;
  };
  sample.free_text = {"next"};  // as at the login
  sample.leads_elsewhere = true;
  sample.failure_writes = {"audit +1", "passkey_challenge", "rate_counter"};
  return sample;
}

FormSample FormScenario::Sessions() {
  Browser elsewhere(dispatcher);
  LogIn(elsewhere, account);
  return {.page = At("sessions"),
          .path = At("sessions"),
          .good = Always({{"session", "others"}}),
          .files = {}};
}

FormSample FormScenario::Declare() {
  return {.page = At("apply/exchange"),
          .path = At("apply/exchange"),
          .good = Always({{"agreed", "yes"}}),
          .files = {}};
}

FormSample FormScenario::PermitNumber() {
  FormSample sample{.page = At("apply/exchange/permit?agreed=yes"),
                    .path = At("apply/exchange/permit"),
                    .good = Always({{"agreed", "yes"}, {"permit_number", kSingle}}),
                    .files = {}};
  sample.told_together = {"permit_number"};  // 查無此證號資料, said of the form
  sample.leads_elsewhere = true;             // back to the declaration
  return sample;
}

FormSample FormScenario::Draft() {
  const std::string path = Begin(Service::kExchange, kSingle);
  Fields fields = Answers();
  fields.insert(fields.end(), {{"chinese_name", "陳小明"},
                               {"english_name", "CHEN, XIAOMING"},
                               {"birth_date", "1991/01/01"},
                               {"former_name", "陳明"},
                               {"unified_number", "UA12345672"},
                               {"mainland_id", "360426199101010071"},
                               {"mainland_id_expiry", "2030/01/01"},
                               {"passport_number", "E12345678"},
                               {"passport_expiry", "2030/01/01"},
                               {"sex", "male"},
                               {"school", "國立臺灣大學"},
                               {"department", "電機工程學系"},
                               {"study_level", "bachelor"},
                               {"grade", "1"},
                               {"birthplace", "jiangxi"},
                               {"travel_permit", "T12345671"},
                               {"travel_permit_expiry", "2030/01/01"},
                               {"mainland_phone", "13800000000"},
                               {"email", "me@example.org"},
                               {"guarantor_kind", "juridical"},
                               {"guarantor_organisation", "國立臺灣大學"},
                               {"guarantor_phone", "0233663366"},
                               {"guarantor_address", "臺北市羅斯福路四段1號"},
                               {"father_birth_date", "1960/01/01"},
                               {"mother_birth_date", "1961/01/01"},
                               {"do", "check"}});
  FormSample sample{
      .page = path, .path = path, .good = Always(fields), .files = Documents(Service::kExchange)};
  for (const FormField& field : FormFields(Service::kExchange)) {
    if (field.kind == FieldKind::kText || field.kind == FieldKind::kParagraph) {
      sample.free_text.insert(std::string(field.name));
    }
    if (field.kind == FieldKind::kCode) sample.free_text.insert(std::string(field.name));
  }
  sample.work_kept = {"draft ~1 (form", "draft_change +"};
  return sample;
}

FormSample FormScenario::Send() {
  const std::string draft = Complete(Service::kExchange, kSingle);
  const std::string id = draft.substr(draft.rfind('/') + 1);
  return {.page = draft + "/check",
          .path = draft + "/send",
          .good = Always({{"act", id}}),
          .files = {}};
}

FormSample FormScenario::MyData() {
  const std::string path = At("my-data");
  return {.page = path, .path = path, .good = Always({}), .files = {}, .taken = 200};
}

FormSample FormScenario::Discard() {
  const std::string path = Begin(Service::kExchange, kSingle) + "/discard";
  return {.page = path, .path = path, .good = Always({}), .files = {}};
}

FormSample FormScenario::Correction() {
  const std::string draft = Complete(Service::kExchange, kSingle);
  browser.Post(draft + "/send");
  const auto row = database.Run("SELECT id, receipt_number FROM application_case").at(0);
  database.Transact([&](sql::Transaction& transaction) {
    for (CaseEvent event : {CaseEvent::kStartReview, CaseEvent::kReturnForCorrection}) {
      sql::MoveCase(transaction, row.Uint("id"), event, "reviewer:r", "請更正", clock.Now());
    }
  });
  const std::string path = At("corrections/" + row.Text("receipt_number") + "/form");
  FormSample sample{.page = path,
                    .path = path,
                    .good = Always({{"taiwan_address", "臺北市大安區羅斯福路四段1號"},
                                    {"birth_date", "1991/01/01"},
                                    {"sex", "male"},
                                    {"school", "國立臺灣大學"},
                                    {"email", "me@example.org"},
                                    {"reply", "已更正"},
                                    {"do", "check"}}),
                    .files = {}};
  sample.free_text = {"taiwan_address", "reply"};
  sample.work_kept = {"draft +1", "draft ~1 (", "draft_change +"};
  return sample;
}

FormSample FormScenario::SendCorrection() {
  const FormSample form = Correction();
  browser.Get(form.page);
  browser.Post(form.path, form.good());
  const std::string path = form.path.substr(0, form.path.rfind('/')) + "/check";
  return {.page = path, .path = path, .good = Always({}), .files = {}};
}

FormSample FormScenario::Withdraw() {
  const PayableCase made = AddPayableCase(database, account, 1);
  database.Run("UPDATE application_case SET state = 'first-review'");
  const std::string path = At("withdrawal/" + made.group_number + "/" + made.receipt_number);
  return {.page = path + "/confirm?agree=yes",
          .path = path,
          .good = Always({{"agree", "yes"}}),
          .files = {}};
}

FormSample FormScenario::PayBy() {
  const PayableCase made = AddPayableCase(database, account, 1);
  return {.page = At("payment/method?group=" + made.group_number),
          .path = At("payment/method"),
          .good = Always({{"method", "credit-card"}, {"group", made.group_number}}),
          .files = {}};
}

FormSample FormScenario::AskBank() {
  FormSample pay = PayBy();
  browser.Get(pay.page);
  browser.Post(pay.path, pay.good());
  const std::string reference = Column("SELECT reference FROM payment");
  return {.page = At("payment/" + reference),
          .path = At("payment/" + reference + "/ask"),
          .good = Always({}),
          .files = {}};
}

FormSample FormScenario::GoToBank() {
  FormSample sample = AskBank();
  sample.path = sample.page + "/bank";
  return sample;
}

FormSample FormScenario::Notice() {
  FormSample pay = PayBy();
  browser.Get(pay.page);
  browser.Post(pay.path, pay.good());
  Fields notice = {{"MerchantID", "3002607"},
                   {"MerchantTradeNo", Column("SELECT reference FROM payment")},
                   {"RtnCode", "10200095"},
                   {"RtnMsg", "failed"},
                   {"TradeNo", "2603021000000001"},
                   {"TradeAmt", "1000"},
                   {"PaymentDate", "2026/03/02 10:00:00"},
                   {"PaymentType", "Credit_CreditCard"},
                   {"TradeDate", "2026/03/02 09:59:00"},
                   {"SimulatePaid", "0"}};
  notice.emplace_back("CheckMacValue", payment::CheckMacValue(notice, kHashKey, kHashIv));
  return {.page = {}, .path = kNoticePath, .good = Always(notice), .files = {}, .taken = 200};
}

FormSample FormScenario::Return() {
  FormSample sample{.page = {},
                    .path = GatewayReturnPath("P1"),
                    .good = Always({{"RtnCode", "1"}, {"TradeAmt", "1000"}}),
                    .files = {}};
  sample.takes_anything = true;
  return sample;
}

}  // namespace permit::test
