// A draft begun in one tab while another sends the one there is: none stays beside the open case.
#include <gtest/gtest.h>

#include <barrier>
#include <thread>

#include "tests/handlers/review/review_fixture.h"
#include "tests/support/site/worker.h"

namespace permit::test {
namespace {

class BeginBesideSendTest : public ReviewTest {
 protected:
  // A copy of the complete draft on a permit of its own.
  std::string CopyOf(const std::string& draft_id, const std::string& number) {
    AddPermit(account, number, "single", "2026-06-30");
    const std::string id = random.Uuid();
    database.Run(
        "INSERT INTO draft (id, account_id, service, permit_id, form, registered, created_at,"
        " updated_at) SELECT '" +
        id +
        "', d.account_id, d.service, p.id, d.form, d.registered, d.created_at, d.updated_at"
        " FROM draft d JOIN entry_permit p ON p.number = '" +
        number + "' WHERE d.id = '" + draft_id + "'");
    database.Run(
        "INSERT INTO upload (id, account_id, draft_id, slot, name, mime, size, sha256, content,"
        " created_at) SELECT UUID(), account_id, '" +
        id +
        "', slot, name, mime, size, sha256, content, created_at FROM upload"
        " WHERE draft_id = '" +
        draft_id + "'");
    return id;
  }
  std::string DraftsBesideTheirCase() {
    return Column(
        "SELECT count(*) FROM draft d JOIN application_case c ON c.open_permit_id = d.permit_id"
        " AND c.service = d.service WHERE d.case_id IS NULL");
  }
};

TEST_F(BeginBesideSendTest, LeavesNoDraftBesideTheOpenCase) {
  constexpr int kTries = 200;
  const std::string ready = Complete(Service::kExchange, kSingle);
  const std::string ready_id = ready.substr(ready.rfind('/') + 1);
  const std::string drafts = ready.substr(0, ready.rfind('/') + 1);
  SiteWorker sender(services), beginner(services);
  Browser first = browser.OnAnother(sender.dispatcher);
  Browser second = browser.OnAnother(beginner.dispatcher);
  int sent = 0, begun = 0, refused = 0;
  for (int i = 0; i < kTries; ++i) {
    const std::string number = std::to_string(114900000000 + i);
    const std::string id = CopyOf(ready_id, number);
    first.Get(drafts + id + "/check");
    second.Get(Apply(Service::kExchange) + "/permit?agreed=yes");
    std::barrier start(2);
    Response of_send, of_begin;
    std::thread sends([&] {
      start.arrive_and_wait();
      of_send = first.Post(drafts + id + "/send");
    });
    std::thread begins([&] {
      start.arrive_and_wait();
      if (i % 3 != 0) std::this_thread::sleep_for(std::chrono::microseconds(i * 37 % 9000));
      of_begin = second.Post(Apply(Service::kExchange) + "/permit",
                             {{"agreed", "yes"}, {"permit_number", number}});
    });
    sends.join();
    begins.join();
    ASSERT_EQ(of_send.status, 303) << of_send.body;
    sent += Says(HeaderOf(of_send, "Location"), "/sent/") ? 1 : 0;
    if (of_begin.status == 303) {
      ++begun;
      EXPECT_EQ(HeaderOf(of_begin, "Location"), drafts + id) << "the draft that was sent";
    } else {
      ++refused;
      EXPECT_EQ(of_begin.status, 422);
      EXPECT_TRUE(Says(of_begin.body, "error-summary"));
    }
    ASSERT_EQ(DraftsBesideTheirCase(), "0") << "try " << i;
  }
  EXPECT_EQ(sent, kTries);
  EXPECT_GT(begun, 0);
  EXPECT_GT(refused, 0);
}

// A draft that is there all the same, from before, stands in no correction's way.
TEST_F(BeginBesideSendTest, ADraftBesideTheCaseStandsInNoCorrectionsWay) {
  const std::string ready = Complete(Service::kExchange, kSingle);
  const std::string id = ready.substr(ready.rfind('/') + 1);
  const std::string receipt = SendWith(Service::kExchange, kSingle, {});
  ASSERT_TRUE(Return(receipt, CaseEvent::kReturnForCorrection));
  database.Run(
      "INSERT INTO draft (id, account_id, service, permit_id, form, created_at, updated_at)"
      " SELECT UUID(), account_id, service, permit_id, form, submitted_at, submitted_at"
      " FROM application_case");
  const std::string form = std::string(kStudent) + "/corrections/" + receipt + "/form";
  browser.Get(form);
  const Response saved = browser.Post(form, {{"father_name", "王大同"}, {"do", "save"}});
  EXPECT_EQ(saved.status, 303) << saved.body;
  EXPECT_EQ(Column("SELECT count(*) FROM draft WHERE case_id IS NOT NULL"), "1");
}

}  // namespace
}  // namespace permit::test
