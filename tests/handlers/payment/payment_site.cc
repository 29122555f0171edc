#include "tests/handlers/payment/payment_site.h"

#include "handlers/payment/check_mac_value.h"
#include "handlers/payment/ecpay_gateway.h"
#include "handlers/payment/egov_gateway.h"
#include "handlers/web/paths.h"

namespace permit::test {
namespace {

std::string Unescaped(std::string text) {
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"&#39;", "'"},
                                 {"&quot;", "\""},
                                 {"&lt;", "<"},
                                 {"&gt;", ">"},
                                 {"&amp;", "&"}}) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

// Every hidden field of the page's form to the bank.
StandInBank::Fields HiddenFields(const std::string& form) {
  StandInBank::Fields fields;
  const std::string lead = "<input type=\"hidden\" name=\"";
  for (std::size_t at = form.find(lead); at != std::string::npos; at = form.find(lead, at + 1)) {
    std::size_t name = at + lead.size();
    std::size_t name_end = form.find('"', name);
    std::size_t value = form.find("value=\"", name_end) + 7;
    fields.emplace_back(form.substr(name, name_end - name),
                        Unescaped(form.substr(value, form.find('"', value) - value)));
  }
  return fields;
}

}  // namespace

PaymentSiteTest::PaymentSiteTest() {
  settings.gateway_url = Bank().url();
  settings.base_url = "http://127.0.0.1:9";
  gateway = std::make_shared<payment::EcpayGateway>(
      payment::EcpayAccount{.root_url = Bank().url(),
                            .merchant = "3002607",
                            .hash_key = "pwFHCqoQZGmho4w6",
                            .hash_iv = "EkRm7iFT261dpevs",
                            .patience = std::chrono::milliseconds(3000)});
  e_government = std::make_shared<payment::EgovGateway>(
      payment::EgovAccount{.root_url = Bank().url() + "/e-government",
                           .service = "SVC001",
                           .key = "a key for the stand-in platform alone",
                           .patience = std::chrono::milliseconds(3000)});
  UseGateways(gateway, e_government);
  services.gateways = &gateways;
  Bank().Heal();
  LogIn(browser, account);
}

void PaymentSiteTest::UseGateways(std::shared_ptr<const payment::PaymentGateway> for_cards,
                                  std::shared_ptr<const payment::PaymentGateway> platform) {
  gateways = payment::Gateways(payment::Gateways::BySettlement{
      {SettledBy::kGateway, std::move(for_cards)}, {SettledBy::kEGovernment, std::move(platform)}});
}

StandInBank& PaymentSiteTest::Bank() {
  static StandInBank bank;
  return bank;
}

std::string PaymentSiteTest::Choose(const std::string& method,
                                    const std::vector<std::string>& groups) {
  std::string query;
  Fields fields = {{"method", method}};
  for (const std::string& group : groups) {
    query += (query.empty() ? "?group=" : "&group=") + group;
    fields.emplace_back("group", group);
  }
  Response page = browser.Get(std::string(kPaymentListPath) + "/method" + query);
  EXPECT_EQ(page.status, 200);
  Response answer = browser.Post(std::string(kPaymentListPath) + "/method", fields);
  EXPECT_EQ(answer.status, 303) << answer.body;
  std::string location = HeaderOf(answer, "Location").substr(kPaymentListPath.size() + 1);
  return location.substr(0, location.find('/'));
}

bool PaymentSiteTest::GoToBank(const std::string& reference) {
  Response page = browser.Get(PaymentPath(reference, "bank"));
  EXPECT_EQ(page.status, 200);
  return PostToBank(page.body);
}

bool PaymentSiteTest::PostToBank(const std::string& html) {
  std::size_t form = html.find("<form method=\"post\" action=\"http");
  if (form == std::string::npos) return false;
  std::string text = html.substr(form, html.find("</form>", form) - form);
  std::size_t action = text.find("action=\"") + 8;
  return Bank().Checkout(text.substr(action, text.find('"', action) - action), HiddenFields(text));
}

Response PaymentSiteTest::Notify(const StandInBank::Fields& notice) {
  Browser server(dispatcher);
  return server.Post(kNoticePath, notice);
}

StandInBank::Fields PaymentSiteTest::LastNotice(const std::string& reference) {
  return Bank().Notices(reference).back();
}

StandInBank::Fields PaymentSiteTest::Resealed(StandInBank::Fields notice, const std::string& name,
                                              const std::string& value) {
  std::erase_if(notice, [](const auto& field) { return field.first == "CheckMacValue"; });
  for (auto& [field, old_value] : notice) {
    if (field == name) old_value = value;
  }
  notice.emplace_back("CheckMacValue",
                      payment::CheckMacValue(notice, "pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs"));
  return notice;
}

PaymentState PaymentSiteTest::StateOf(const std::string& reference) {
  return sql::FindPayment(database, reference).value().state;
}

std::string PaymentSiteTest::CaseStateOf(const PayableCase& one) {
  return database.Run("SELECT state FROM application_case WHERE id = " + std::to_string(one.id))
      .at(0)
      .Text("state");
}

std::int64_t PaymentSiteTest::Count(const std::string& from) {
  return database.Run("SELECT COUNT(*) AS n FROM " + from).at(0).Int("n");
}

void PaymentSiteTest::ExpectBalance() {
  EXPECT_TRUE(
      database.Run("SELECT booking FROM ledger_entry GROUP BY booking HAVING SUM(amount) <> 0")
          .empty());
}

std::int64_t PaymentSiteTest::Sum(const std::string& book) {
  return database
      .Run("SELECT COALESCE(SUM(amount), 0) AS n FROM ledger_entry WHERE book = '" + book + "'")
      .at(0)
      .Int("n");
}

}  // namespace permit::test
