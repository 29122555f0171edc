// A student with unpaid cases before the site, and the stand-in bank beside it.
//
// The bank's notices go nowhere by themselves: a test hands them on, in whatever order it likes.
#pragma once

#include <memory>
#include <string>

#include "handlers/payment/gateways.h"
#include "handlers/rules/payment_state.h"
#include "sql/payment_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"
#include "tests/support/stand_in_bank.h"

namespace permit::test {

// A gateway that takes payers and never answers a question.
class SilentGateway final : public payment::PaymentGateway {
 public:
  std::string Origin() const override { return "http://127.0.0.1:1"; }
  payment::Checkout StartCheckout(const payment::CheckoutOrder&) const override { return {}; }
  tl::expected<payment::TradeReport, payment::Refusal> QueryTrade(
      const payment::Trade&) const override {
    return tl::unexpected(payment::Refusal::kNoReply);
  }
};

class PaymentSiteTest : public SiteTest {
 protected:
  PaymentSiteTest();

  static StandInBank& Bank();  // one a program

  // Chooses the method for the groups on the method page; gives the new payment's reference.
  std::string Choose(const std::string& method, const std::vector<std::string>& groups);
  // Goes with the browser to the bank's page; false: the bank refused the form.
  bool GoToBank(const std::string& reference);

  // The same with the page that leads there; false also when it has no form to a gateway.
  static bool PostToBank(const std::string& html);

  // Hands a notice on as the bank's server would.
  Response Notify(const StandInBank::Fields& notice);
  StandInBank::Fields LastNotice(const std::string& reference);
  // The notice with another value, sealed as the bank would have sealed it.
  static StandInBank::Fields Resealed(StandInBank::Fields notice, const std::string& name,
                                      const std::string& value);

  PaymentState StateOf(const std::string& reference);
  std::string CaseStateOf(const PayableCase& one);
  std::int64_t Count(const std::string& from);
  // Of every entry; and zero for each booking, or the test fails.
  void ExpectBalance();
  // Money in one book, as the ledger has it.
  std::int64_t Sum(const std::string& book);

  // From now on, for cards and web ATM and for the platform; null: not configured.
  void UseGateways(std::shared_ptr<const payment::PaymentGateway> for_cards,
                   std::shared_ptr<const payment::PaymentGateway> platform);

  std::shared_ptr<const payment::PaymentGateway> gateway;
  std::shared_ptr<const payment::PaymentGateway> e_government;
  payment::Gateways gateways;
  std::uint64_t account = AddAccount(database, 1);
  PayableCase exchange = AddPayableCase(database, account, 1);
  PayableCase extension = AddPayableCase(database, account, 2, "extension", 300);
};

}  // namespace permit::test
