// What the pages that mail something to an account cost, for an account and for a name that is
// nobody's: passwords hashed, and statements sent to the database.
#include "handlers/account/mail_request.h"

#include <gtest/gtest.h>

#include <ostream>

#include "fcgi/base/password_work.h"
#include "tests/handlers/account/account_fixture.h"

namespace permit::test {
namespace {

struct Cost {
  std::uint64_t passwords = 0;
  std::uint64_t statements = 0;

  bool operator==(const Cost&) const = default;
  friend std::ostream& operator<<(std::ostream& out, const Cost& cost) {
    return out << cost.passwords << " passwords, " << cost.statements << " statements";
  }
};

class MailRequestTest : public AccountTest {
 protected:
  MailRequestTest() {
    Register();
    CostOf("forgot-password", "warm.up");
  }

  Cost CostOf(const std::string& page, const std::string& login_name) {
    browser.Get(Path(page));
    const Cost before = {PasswordsWorkedOn(), database.statements_sent()};
    const Response answer = browser.Post(Path(page), {{"login_name", login_name}});
    EXPECT_EQ(answer.status, 303) << page;
    return {PasswordsWorkedOn() - before.passwords, database.statements_sent() - before.statements};
  }
  std::size_t Mails(const std::string& kind) {
    return database.Run("SELECT id FROM outbox WHERE cause_key LIKE '" + kind + ":%'").size();
  }

  static constexpr const char* kPages[] = {"forgot-password", "login-code", "resend-activation"};
};

TEST_F(MailRequestTest, ANameThatIsNobodysCostsWhatAPendingAccountDoes) {
  for (const std::string page : kPages) {
    const Cost known = CostOf(page, "xiaomei");
    EXPECT_EQ(known, CostOf(page, "nobody")) << page;
    EXPECT_EQ(known.passwords, page == "forgot-password" ? 1u : 0u) << page;
    EXPECT_GT(known.statements, 8u) << page;
  }
  EXPECT_EQ(Mails("new-password"), 1u);
  EXPECT_EQ(Mails("login-code"), 1u);
  EXPECT_EQ(Mails("activate"), 2u) << "one of them with the registration";
}

TEST_F(MailRequestTest, ANameThatIsNobodysCostsWhatAnActiveAccountDoes) {
  Activate();
  for (const std::string page : kPages) {
    EXPECT_EQ(CostOf(page, "xiaomei"), CostOf(page, "nobody")) << page;
  }
  EXPECT_EQ(Mails("activate"), 1u) << "an active account needs no link";
}

TEST_F(MailRequestTest, AClosedAccountCostsTheSame) {
  database.Run("UPDATE account SET state = 'closed'");
  for (const std::string page : kPages) {
    EXPECT_EQ(CostOf(page, "xiaomei"), CostOf(page, "nobody")) << page;
  }
  EXPECT_EQ(Mails("new-password") + Mails("login-code"), 0u);
}

// The fourth of a kind in ten minutes is not mailed, and no name tells by it.
TEST_F(MailRequestTest, OneThatIsRefusedCostsTheSame) {
  for (const std::string page : kPages) {
    for (int time = 1; time <= 5; ++time) {
      EXPECT_EQ(CostOf(page, "xiaomei"), CostOf(page, "nobody")) << page << " " << time;
    }
    clock.Advance(std::chrono::minutes(10));
  }
  EXPECT_EQ(Mails("login-code"), 3u);
}

}  // namespace
}  // namespace permit::test
