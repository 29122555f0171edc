#include "handlers/todo/todo.h"

#include <gtest/gtest.h>

#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

const std::string kTodo = std::string(kStudent) + "/todo?lang=zh-TW";

// What stands between the headings of two blocks, of the first tab that has them.
std::string Between(const std::string& page, const std::string& from, const std::string& to) {
  std::size_t start = page.find(from);
  std::size_t end = page.find(to, start);
  return start == std::string::npos || end == std::string::npos ? ""
                                                                : page.substr(start, end - start);
}

using TodoTest = SiteTest;

TEST_F(TodoTest, ACaseThatAwaitsItsPaymentStandsInItsBlockAlone) {
  std::uint64_t account = AddAccount(database, 1);
  PayableCase payable = AddPayableCase(database, account, 1);
  LogIn(browser, account);
  std::string page = browser.Get(kTodo).body;
  EXPECT_NE(std::string::npos,
            Between(page, "待繳費案件", "整團不受理/不核准案件").find(payable.receipt_number));
  EXPECT_EQ(std::string::npos,
            Between(page, "新申請案件", "待補件案件").find(payable.receipt_number));
}

TEST_F(TodoTest, AnotherAccountSeesNothingOfIt) {
  PayableCase payable = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, AddAccount(database, 2));
  Response page = browser.Get(kTodo);
  EXPECT_EQ(200, page.status);
  EXPECT_EQ(std::string::npos, page.body.find(payable.receipt_number));
}

TEST_F(TodoTest, ThePageAsksTheDatabaseTwice) {
  std::uint64_t account = AddAccount(database, 1);
  AddPayableCase(database, account, 1);
  LogIn(browser, account);
  browser.Get(kTodo);  // the announcements are held from here on
  std::uint64_t before = database.statements_sent();
  EXPECT_EQ(200, browser.Get(kTodo).status);
  EXPECT_EQ(2u, database.statements_sent() - before);
}

TEST_F(TodoTest, ReadingChangesNothing) {
  std::uint64_t account = AddAccount(database, 1);
  LogIn(browser, account);
  RowWatch watch(database);
  browser.Get(kTodo);
  browser.Get(std::string(kStudent) + "/announcements");
  EXPECT_EQ("", watch.Changes());
}

}  // namespace
}  // namespace permit::test
