#include "handlers/todo/todo.h"

#include <gtest/gtest.h>

#include "sql/announcement_store.h"
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

class TodoTest : public SiteTest {
 protected:
  // Notices 1 to `count`, the first of them the newest.
  void Announce(int count) {
    database.Transact([&](sql::Transaction& transaction) {
      for (int i = 1; i <= count; ++i) {
        const std::string name = std::to_string(i);
        sql::Announcement notice;
        notice.published_on = AddDays(TaipeiDate(clock.Now()), -i);
        notice.chinese = {"資訊組", "公告甲" + name + "號", "第一段\n\n第二段" + name};
        notice.english = {"Unit", "Notice " + name, "Text " + name};
        sql::UpsertAnnouncement(transaction, name, notice, std::nullopt);
      }
    });
  }

  void SetState(const PayableCase& payable, const std::string& state) {
    database.Run("UPDATE application_case SET state = '" + state +
                 "' WHERE id = " + std::to_string(payable.id));
  }
};

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

// Each of the five blocks takes its states; what is finished is gone.
TEST_F(TodoTest, ACaseStandsInTheBlockOfItsState) {
  const std::vector<std::string> titles = {"新申請案件",         "待補件案件",
                                           "待繳費案件",         "整團不受理/不核准案件",
                                           ">不受理/不核准案件", "</section>"};
  const std::vector<std::pair<std::string, std::size_t>> states = {{"submitted", 0},
                                                                   {"first-review", 0},
                                                                   {"second-review", 0},
                                                                   {"approved", 0},
                                                                   {"returned-for-correction", 1},
                                                                   {"returned-for-documents", 1},
                                                                   {"awaiting-payment", 2},
                                                                   {"disapproved", 4},
                                                                   {"not-accepted", 4}};
  std::uint64_t account = AddAccount(database, 1);
  PayableCase payable = AddPayableCase(database, account, 1, "extension", 300);
  LogIn(browser, account);
  for (const auto& [state, block] : states) {
    SetState(payable, state);
    const std::string page =
        Between(browser.Get(kTodo).body, "id=\"extension\"", "id=\"data-change\"");
    EXPECT_NE(std::string::npos,
              Between(page, titles[block], titles[block + 1]).find(payable.receipt_number))
        << state;
  }
  SetState(payable, "issued");
  EXPECT_EQ(std::string::npos, browser.Get(kTodo).body.find(payable.receipt_number));
}

TEST_F(TodoTest, AReturnedCaseLeadsToWhereItIsAnswered) {
  std::uint64_t account = AddAccount(database, 1);
  PayableCase payable = AddPayableCase(database, account, 1);
  SetState(payable, "returned-for-documents");
  LogIn(browser, account);
  const std::string block = Between(browser.Get(kTodo).body, "待補件案件", "待繳費案件");
  EXPECT_NE(std::string::npos, block.find("/corrections/" + payable.receipt_number));
  EXPECT_EQ(std::string::npos, block.find("/cases/" + payable.receipt_number));
}

TEST_F(TodoTest, AGroupRefusedAsAWholeHasABlockOfItsOwn) {
  std::uint64_t account = AddAccount(database, 1);
  PayableCase first = AddPayableCase(database, account, 1);
  PayableCase second = AddPayableCase(database, account, 2);
  database.Run(
      "UPDATE application_case SET group_id = (SELECT group_id FROM (SELECT group_id FROM "
      "application_case WHERE id = " +
      std::to_string(first.id) + ") AS one)");
  database.Run("UPDATE case_group SET applicants = 2");
  LogIn(browser, account);
  SetState(first, "disapproved");
  auto whole = [&] {
    return Between(browser.Get(kTodo).body, "整團不受理/不核准案件", ">不受理/不核准案件");
  };
  EXPECT_EQ(std::string::npos, whole().find(first.receipt_number));
  SetState(second, "not-accepted");
  EXPECT_NE(std::string::npos, whole().find(first.receipt_number));
  EXPECT_NE(std::string::npos, whole().find(second.receipt_number));
}

TEST_F(TodoTest, TheBoardShowsFiveAndLeadsToAll) {
  LogIn(browser, AddAccount(database, 1));
  EXPECT_EQ(std::string::npos, browser.Get(kTodo).body.find(">MORE<"));
  Announce(7);
  clock.Advance(std::chrono::seconds(6));  // the worker reads the board again
  const std::string todo = browser.Get(kTodo).body;
  EXPECT_NE(std::string::npos, todo.find("公告甲5號"));
  EXPECT_EQ(std::string::npos, todo.find("公告甲6號"));
  EXPECT_NE(std::string::npos, todo.find("/announcements\">MORE<"));
  const std::string all = browser.Get(std::string(kStudent) + "/announcements").body;
  for (int i = 1; i <= 7; ++i) {
    EXPECT_NE(std::string::npos, all.find("公告甲" + std::to_string(i) + "號"));
  }
}

TEST_F(TodoTest, ATitleLeadsToItsText) {
  Announce(1);
  LogIn(browser, AddAccount(database, 1));
  const std::string todo = browser.Get(kTodo).body;
  const std::string link = std::string(kStudent) + "/announcements/";
  const std::string id = Between(todo, link, "\">公告甲1號").substr(link.size());
  const std::string page = browser.Get(link + id).body;
  EXPECT_NE(std::string::npos, page.find("<p class=\"govuk-body\">第二段1</p>"));
  EXPECT_NE(std::string::npos, browser.Get(link + id + "?lang=en").body.find("Text 1"));
  EXPECT_EQ(404, browser.Get(link + "999").status);
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
