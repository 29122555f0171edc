#include "handlers/jobs/old_drafts.h"

#include <gmock/gmock.h>

#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;

constexpr std::chrono::days kDay{1};

class OldDraftsTest : public ApplyTest {
 protected:
  OldDraftsTest() : saved_at(clock.Now()), draft(Begin(Service::kExchange, kSingle)) {
    browser.PostFiles(draft, {{"do", "upload"}},
                      {{"photo", "me.jpg", MakeJpeg()}, {"other", "a.pdf", MakePdf()}});
  }
  OldDrafts LookAfter(std::chrono::days later) {
    return LookAfterDrafts(database, settings, SharedRenderer(), saved_at + later);
  }

  Instant saved_at;
  std::string draft;
};

TEST_F(OldDraftsTest, AreToldOfOnceAndThenThrownAway) {
  RowWatch watch(database);
  LookAfter(82 * kDay);
  EXPECT_EQ("", watch.Changes());
  EXPECT_EQ(1u, LookAfter(83 * kDay).noticed);
  EXPECT_EQ("draft ~1 (noticed_at)\noutbox +1", watch.Changes());
  LookAfter(84 * kDay);
  LookAfter(89 * kDay);
  EXPECT_EQ("", watch.Changes());
  EXPECT_EQ(1u, LookAfter(90 * kDay).thrown_away);
  EXPECT_EQ("draft -1\nphoto_original -1\nupload -2", watch.Changes());
  LookAfter(200 * kDay);
  EXPECT_EQ("", watch.Changes());
}

TEST_F(OldDraftsTest, TheNoticeNamesTheLastDayInTheAccountsLanguage) {
  LookAfter(83 * kDay);
  const std::string day = FormatDate(AddDays(TaipeiDate(saved_at + 90 * kDay), -1));
  const std::string text = Column("SELECT text_body FROM outbox");
  EXPECT_THAT(text, HasSubstr(day));
  EXPECT_THAT(text, HasSubstr(kSingle));
  EXPECT_THAT(text, HasSubstr(draft));
  EXPECT_THAT(text, HasSubstr("自動刪除"));
  EXPECT_EQ("student1@example.org", Column("SELECT recipient FROM outbox"));
  EXPECT_THAT(browser.Get(std::string(kStudent) + "/todo").body, HasSubstr("保留至 " + day));
}

TEST_F(OldDraftsTest, InEnglishToo) {
  database.Run("UPDATE account SET language = 'en'");
  LookAfter(83 * kDay);
  EXPECT_THAT(Column("SELECT subject FROM outbox"), HasSubstr("deleted"));
}

TEST_F(OldDraftsTest, TheOperatorSaysHowLong) {
  settings.draft_days = 20;
  settings.draft_notice_days = 3;
  RowWatch watch(database);
  LookAfter(16 * kDay);
  EXPECT_EQ("", watch.Changes());
  EXPECT_EQ(1u, LookAfter(17 * kDay).noticed);
  const std::string day = FormatDate(AddDays(TaipeiDate(saved_at + 20 * kDay), -1));
  EXPECT_THAT(Column("SELECT text_body FROM outbox"), HasSubstr(day));
  EXPECT_THAT(Column("SELECT text_body FROM outbox"), HasSubstr("保留 20 日"));
  EXPECT_THAT(browser.Get(std::string(kStudent) + "/todo").body, HasSubstr("保留至 " + day));
  EXPECT_THAT(browser.Get(draft + "?saved=yes").body, HasSubstr("20 日內"));
  EXPECT_EQ(0u, LookAfter(19 * kDay).thrown_away);
  EXPECT_EQ(1u, LookAfter(20 * kDay).thrown_away);
}

TEST_F(OldDraftsTest, NeverGoWithoutTheirDaysOfNotice) {
  EXPECT_EQ(0u, LookAfter(400 * kDay).thrown_away);
  EXPECT_EQ("1", Column("SELECT count(*) FROM outbox"));
  EXPECT_EQ(0u, LookAfter(406 * kDay).thrown_away);
  EXPECT_EQ(1u, LookAfter(407 * kDay).thrown_away);
}

TEST_F(OldDraftsTest, SavingBeginsTheTimeAnew) {
  LookAfter(85 * kDay);
  database.Run("UPDATE session SET created_at = '2030-01-01', ends_at = '2030-01-01'");
  clock.Set(saved_at + 86 * kDay);
  browser.Get(draft);
  EXPECT_EQ(303, browser.PostFiles(draft, {{"do", "save"}}, {}).status);
  RowWatch watch(database);
  LookAfter(120 * kDay);
  EXPECT_EQ("", watch.Changes());
  EXPECT_EQ(1u, LookAfter((86 + 83) * kDay).noticed);
  EXPECT_EQ("2", Column("SELECT count(*) FROM outbox"));
}

}  // namespace
}  // namespace permit::test
