#include <gmock/gmock.h>

#include "handlers/form/pdf_rebuilding.h"
#include "sql/case_store.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class CorrectionTest : public ApplyTest {
 protected:
  // A case that a reviewer has returned, with remarks on a field and on a file.
  void Return(CaseEvent how) {
    std::string draft = Complete(Service::kExchange, kSingle);
    EXPECT_EQ(browser.Post(draft + "/send").status, 303);
    receipt = Column("SELECT receipt_number FROM application_case");
    case_id = std::stoull(Column("SELECT id FROM application_case"));
    old_file = Column("SELECT id FROM upload WHERE slot = 'single-permit'");
    Move(CaseEvent::kStartReview, "");
    Move(CaseEvent::kPassFirstReview, "");
    Move(how, "地址與文件不符");
    database.Run("DELETE FROM outbox");
  }

  void Move(CaseEvent event, const std::string& opinion) {
    database.Transact([&](sql::Transaction& transaction) {
      auto moved = sql::MoveCase(transaction, case_id, event, "reviewer:r", opinion, clock.Now());
      EXPECT_TRUE(moved);
      if (opinion.empty()) return;
      sql::InsertRemark(
          transaction, case_id,
          {moved->history_id, sql::RemarkKind::kField, "taiwan_address", "請填寫門牌號碼"});
      sql::InsertRemark(transaction, case_id,
                        {moved->history_id, sql::RemarkKind::kFile, old_file, "印章不清楚"});
    });
  }

  std::string Path() { return std::string(kStudent) + "/corrections/" + receipt; }
  std::string Form() { return Path() + "/form"; }
  // Saves the form, reads it over, sends it.
  Response SendAll(const Fields& fields, const std::vector<SentFile>& files = {}) {
    browser.Get(Form());
    Fields all = fields;
    all.emplace_back("do", "check");
    const Response checked = browser.PostFiles(Form(), all, files);
    EXPECT_EQ(HeaderOf(checked, "Location"), Path() + "/check") << checked.body;
    EXPECT_EQ(browser.Get(Path() + "/check").status, 200);
    return browser.Post(Path() + "/check");
  }
  std::string State() { return Column("SELECT state FROM application_case"); }
  std::string FormColumn() { return Column("SELECT form FROM application_case"); }

  std::string receipt;
  std::uint64_t case_id = 0;
  std::string old_file;
};

TEST_F(CorrectionTest, EachPageNamesTheDayByWhichToAnswer) {
  Return(CaseEvent::kReturnForCorrection);
  const std::string day = "請於 " + FormatDate(AddDays(TaipeiDate(clock.Now()), 30)) + "（含當日）";
  for (const std::string& page : {std::string(kStudent) + "/corrections", Path(), Form()}) {
    EXPECT_THAT(browser.Get(page).body, HasSubstr(day)) << page;
  }
  browser.Get(Form());
  browser.PostFiles(Form(), {{"do", "check"}}, {});
  EXPECT_THAT(browser.Get(Path() + "/check").body, HasSubstr(day));
}

TEST_F(CorrectionTest, AReturnedCaseIsListedAndLeadsToItsForm) {
  Return(CaseEvent::kReturnForCorrection);
  Response list = browser.Get(std::string(kStudent) + "/corrections");
  EXPECT_THAT(list.body, HasSubstr(Path()));
  EXPECT_THAT(list.body, HasSubstr("複審資料補正"));
  Response detail = browser.Get(Path());
  EXPECT_THAT(detail.body, HasSubstr("補正(件) - 詳細"));
  EXPECT_THAT(detail.body, HasSubstr(Form()));
  Response form = browser.Get(Form());
  EXPECT_THAT(form.body, HasSubstr("審核意見"));
  EXPECT_THAT(form.body, HasSubstr("地址與文件不符"));
  EXPECT_THAT(form.body, HasSubstr("href=\"#taiwan_address\""));
  EXPECT_THAT(form.body, HasSubstr("href=\"#file-" + old_file + "\""));
  EXPECT_THAT(form.body, HasSubstr("id=\"file-" + old_file + "\""));
  EXPECT_THAT(form.body, HasSubstr("value=\"臺北市大安區\""));
}

TEST_F(CorrectionTest, ACorrectionChangesFieldsAndFilesAndGoesBackToItsReview) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  Response removed = browser.Post(Form(), {{"do", "remove:" + old_file}});
  EXPECT_EQ(removed.status, 303);
  Response sent = SendAll({{"taiwan_address", "臺北市大安區羅斯福路四段1號"}, {"reply", "已更正"}},
                          {{"single-permit", "new.pdf", MakePdf("new")}});
  Response done = browser.Follow(sent);
  EXPECT_EQ(HeaderOf(sent, "Location"), Path() + "/done");
  EXPECT_THAT(done.body, HasSubstr("補正(件)完成"));
  EXPECT_EQ(State(), "second-review");
  EXPECT_THAT(FormColumn(), HasSubstr("羅斯福路四段1號"));
  EXPECT_EQ(Column("SELECT opinion FROM case_history WHERE event = 'answer'"), "已更正");
  EXPECT_EQ(Column("SELECT count(*) FROM draft"), "0");
  EXPECT_EQ(Column("SELECT count(*) FROM correction_removal"), "0");
  EXPECT_EQ(Column("SELECT case_id IS NOT NULL AND replaced_at IS NOT NULL FROM upload"
                   " WHERE id = '" +
                   old_file + "'"),
            "1");
  EXPECT_EQ(Column("SELECT name FROM upload WHERE slot = 'single-permit' AND replaced_at IS NULL"),
            "new.pdf");
  EXPECT_THAT(browser.Get(std::string(kStudent) + "/todo").body, HasSubstr(receipt));
}

TEST_F(CorrectionTest, WhatIsPreparedIsKeptAndTheCaseStaysAsItIs) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  RowWatch rows(database);
  Response saved = browser.PostFiles(Form(), {{"do", "save"}, {"taiwan_address", "新址"}},
                                     {{"photo", "me.jpg", MakeJpeg(700, 900)}});
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(rows.Changes(),
            "correction_removal +1\ndraft +1\ndraft_change +1\nphoto_original +1\nupload +1");
  EXPECT_THAT(browser.Get(Form()).body, HasSubstr("value=\"新址\""));
  EXPECT_THAT(browser.Get(std::string(kStudent) + "/todo").body, Not(HasSubstr("/apply/drafts/")));
  browser.Get(Form());
  browser.Post(Form(), {{"do", "remove:" + old_file}});
  EXPECT_THAT(browser.Get(Form()).body, HasSubstr("restore:" + old_file));
  browser.Post(Form(), {{"do", "restore:" + old_file}});
  EXPECT_THAT(browser.Get(Form()).body, HasSubstr("remove:" + old_file));
}

TEST_F(CorrectionTest, ANewPhotoIsCutWhereTheStudentSays) {
  Return(CaseEvent::kReturnForDocuments);
  browser.Get(Form());
  EXPECT_EQ(browser.Get(Path() + "/files/photo-original").status, 404);
  browser.Get(Form());
  browser.PostFiles(Form(), {{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg(900, 1200)}});
  EXPECT_EQ(browser.Get(Path() + "/files/photo-original").status, 200);
  EXPECT_THAT(browser.Get(Form()).body, HasSubstr("name=\"crop_size\""));
  RowWatch rows(database);
  const Response cut = browser.Post(
      Form(), {{"do", "crop"}, {"crop_size", "500"}, {"crop_x", "0"}, {"crop_y", "0"}});
  EXPECT_EQ(HeaderOf(cut, "Location"), Form() + "#photo");
  EXPECT_EQ(rows.Changes(), "photo_original ~1 (crop_size, crop_x, crop_y)\nupload +1 -1");
}

TEST_F(CorrectionTest, ThePhotoThatIsKeptAfterAllIsTheOnlyOne) {
  Return(CaseEvent::kReturnForDocuments);
  const std::string old = Column("SELECT id FROM upload WHERE slot = 'photo'");
  browser.Get(Form());
  browser.PostFiles(Form(), {{"do", "upload"}}, {{"photo", "new.jpg", MakeJpeg(900, 1200)}});
  EXPECT_EQ("2", Column("SELECT count(*) FROM upload WHERE slot = 'photo'"));
  browser.Get(Form());
  browser.Post(Form(), {{"do", "restore:" + old}});
  EXPECT_EQ(old, Column("SELECT id FROM upload WHERE slot = 'photo'"));
  EXPECT_EQ("0", Column("SELECT count(*) FROM photo_original"));
  EXPECT_EQ("0", Column("SELECT count(*) FROM correction_removal"));
}

TEST_F(CorrectionTest, WithDocumentsAloneAskedForFieldsStayEvenAgainstAForgedRequest) {
  Return(CaseEvent::kReturnForDocuments);
  const std::string before = FormColumn();
  Response form = browser.Get(Form());
  EXPECT_THAT(form.body, Not(HasSubstr("<select")));
  EXPECT_THAT(form.body, HasSubstr("fixed-value"));
  EXPECT_THAT(form.body, Not(HasSubstr("name=\"taiwan_address\"")));
  RowWatch rows(database);
  const Response forged = browser.PostFiles(
      Form(), {{"do", "check"}, {"taiwan_address", "偽造的地址"}, {"father_life", "alive"}},
      {{"single-permit", "new.pdf", MakePdf("new")}});
  EXPECT_EQ(forged.status, 422);
  EXPECT_THAT(forged.body, HasSubstr("「在臺居住地址」不可於此更改"));
  EXPECT_THAT(forged.body, HasSubstr("href=\"#father_life"));
  EXPECT_THAT(forged.body, Not(HasSubstr("偽造的地址")));
  EXPECT_EQ(rows.Changes(), "");
  Response sent =
      SendAll({{"taiwan_address", "臺北市大安區"}}, {{"single-permit", "new.pdf", MakePdf("new")}});
  EXPECT_EQ(HeaderOf(sent, "Location"), Path() + "/done") << "what is as it was is no forgery";
  EXPECT_EQ(FormColumn(), before);
  EXPECT_EQ(State(), "second-review");
  EXPECT_EQ(Column("SELECT count(*) FROM upload WHERE slot = 'single-permit'"), "2");
}

TEST_F(CorrectionTest, TheSameChecksAsAtSending) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  Response refused =
      browser.Post(Form(), {{"do", "check"}, {"chinese_name", ""}, {"birth_date", "1991/02/30"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("href=\"#chinese_name\""));
  EXPECT_THAT(refused.body, HasSubstr("href=\"#birth_date\""));
  EXPECT_EQ(State(), "returned-for-correction");
}

TEST_F(CorrectionTest, AsksOnceAboutANewMailboxThatLooksLikeASlip) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  const Response asking = browser.Post(Form(), {{"do", "check"}, {"email", "ming@gmial.com"}});
  EXPECT_EQ(asking.status, 422);
  EXPECT_THAT(asking.body, HasSubstr("ming@gmail.com"));
  EXPECT_EQ(InputValue(asking.body, "asked_mailbox"), "ming@gmial.com");
  SendAll({{"email", "ming@gmial.com"}, {"asked_mailbox", "ming@gmial.com"}});
  EXPECT_EQ(State(), "second-review");
  EXPECT_THAT(FormColumn(), HasSubstr("ming@gmial.com"));
  Move(CaseEvent::kReturnForCorrection, "再補");
  SendAll({{"email", "ming@gmial.com"}});
  EXPECT_EQ(State(), "second-review") << "it was sent with the case";
}

TEST_F(CorrectionTest, ARequiredDocumentThatWasTakenAwayIsMissed) {
  Return(CaseEvent::kReturnForDocuments);
  browser.Get(Form());
  browser.Post(Form(), {{"do", "remove:" + old_file}});
  browser.Get(Form());
  Response refused = browser.Post(Form(), {{"do", "check"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("href=\"#single-permit\""));
  EXPECT_EQ(State(), "returned-for-documents");
}

// A document that nobody asked for is taken away, and stays where it can be looked up.
TEST_F(CorrectionTest, AFileIsTakenAwayWhereDocumentsAloneAreAskedFor) {
  Return(CaseEvent::kReturnForDocuments);
  const std::string other = "00000000-0000-4000-8000-000000000001";
  database.Run(
      "INSERT INTO upload (id, account_id, case_id, slot, name, mime, size, sha256, content,"
      " created_at) SELECT '" +
      other +
      "', account_id, case_id, 'other', 'other.pdf', mime, size, sha256, content, created_at FROM"
      " upload WHERE id = '" +
      old_file + "'");
  browser.Get(Form());
  browser.Post(Form(), {{"do", "remove:" + other}});
  EXPECT_THAT(browser.Get(Form()).body, HasSubstr("restore:" + other));
  EXPECT_EQ("0", Column("SELECT count(*) FROM upload WHERE replaced_at IS NOT NULL"));
  EXPECT_EQ(HeaderOf(SendAll({}), "Location"), Path() + "/done");
  EXPECT_EQ("1", Column("SELECT count(*) FROM upload WHERE replaced_at IS NOT NULL AND id = '" +
                        other + "'"));
  const std::string page = browser.Get(std::string(kStudent) + "/cases/" + receipt).body;
  EXPECT_THAT(page.substr(page.find("已被取代的檔案")), HasSubstr("/files/" + other));
  FileBudget budget;
  EXPECT_EQ(browser.Get(std::string(kStudent) + "/cases/" + receipt + "/files/" + other).body,
            RebuildPdf(MakePdf("single-permit"), budget));
}

TEST_F(CorrectionTest, ARemarkOnAnAnswerThatDoesNotApplyIsShownAllTheSame) {
  for (CaseEvent how : {CaseEvent::kReturnForCorrection, CaseEvent::kReturnForDocuments}) {
    if (case_id == 0) {
      Return(how);
    } else {
      browser.Get(Form());
      SendAll({});
      Move(how, "請再確認");
    }
    database.Run("UPDATE case_remark SET target = 'former_post' WHERE kind = 'field'");
    const std::string page = browser.Get(Form()).body;
    EXPECT_THAT(page, HasSubstr("href=\"#former_post\""));
    EXPECT_THAT(page, HasSubstr("id=\"former_post\""));
    EXPECT_THAT(page, HasSubstr("<div>\n<div class=\"warn-box\"><strong>審核意見</strong><br>"
                                "請填寫門牌號碼"))
        << "no script may hide the row";
  }
}

TEST_F(CorrectionTest, WhatItSaysIsSaidInEnglishToo) {
  Return(CaseEvent::kReturnForCorrection);
  const std::string page = browser.Get(Form() + "?lang=en").body;
  EXPECT_THAT(page, HasSubstr("Reviewer&#39;s comments"));
  EXPECT_THAT(page, HasSubstr(">Address in Taiwan</a><br>請填寫門牌號碼"));
  EXPECT_THAT(
      page,
      HasSubstr(
          ">Original single-entry permit (stamped on entry): single-permit.pdf</a><br>印章不清楚"));
  browser.Post(Form(), {{"do", "check"}});
  EXPECT_THAT(browser.Get(Path() + "/check").body, HasSubstr("no file has been uploaded yet"))
      << "the missing health certificate";
}

TEST_F(CorrectionTest, AnAnswerSentTwiceIsOneAnswer) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  browser.Post(Form(), {{"do", "check"}, {"reply", "好"}});
  browser.Get(Path() + "/check");
  const Fields tokens = {{"csrf", InputValue(browser.page(), "csrf")},
                         {"act", InputValue(browser.page(), "act")}};
  Response first = browser.Post(Path() + "/check", tokens);
  RowWatch rows(database);
  Response second = browser.Post(Path() + "/check", tokens);
  EXPECT_EQ(HeaderOf(first, "Location"), Path() + "/done");
  EXPECT_EQ(HeaderOf(second, "Location"), HeaderOf(first, "Location"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CorrectionTest, WhatIsSentIsReadOverFirstWithWhatItChanges) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  browser.Post(Form(), {{"do", "remove:" + old_file}});
  browser.Get(Form());
  RowWatch rows(database);
  const Response checked =
      browser.PostFiles(Form(), {{"do", "check"}, {"taiwan_address", "新址"}, {"reply", "已更正"}},
                        {{"single-permit", "new.pdf", MakePdf("new")}});
  EXPECT_EQ(HeaderOf(checked, "Location"), Path() + "/check");
  EXPECT_EQ(rows.Changes(), "draft ~1 (form, reply, revision)\ndraft_change +2\nupload +1");
  const std::string page = browser.Get(Path() + "/check").body;
  EXPECT_THAT(page, HasSubstr("<del>臺北市大安區</del>"));
  EXPECT_EQ(page.find("<del>"), page.rfind("<del>"));
  EXPECT_THAT(page, HasSubstr("新址"));
  EXPECT_THAT(page, HasSubstr("new.pdf"));
  EXPECT_THAT(page, HasSubstr("送出後移除"));
  EXPECT_THAT(page, HasSubstr("已更正"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CorrectionTest, FormerValuesAndReplacedFilesStayInTheHistoryOfTheCase) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  browser.Post(Form(), {{"do", "remove:" + old_file}});
  browser.Get(Form());
  RowWatch rows(database);
  SendAll({{"taiwan_address", "新址"}, {"former_name", "陳舊"}},
          {{"single-permit", "new.pdf", MakePdf("new")}});
  EXPECT_THAT(rows.Changes(), HasSubstr("case_change +2\ncase_history +1"));
  EXPECT_EQ(Column("SELECT CONCAT(before_value, '>', after_value) FROM case_change c"
                   " JOIN case_history h ON h.id = c.history_id AND h.event = 'answer'"
                   " WHERE c.field = 'taiwan_address'"),
            "臺北市大安區>新址");
  const std::string page = browser.Get(std::string(kStudent) + "/cases/" + receipt).body;
  EXPECT_THAT(page, HasSubstr("<del>臺北市大安區</del>"));
  EXPECT_THAT(page, HasSubstr("<ins>新址</ins>"));
  EXPECT_THAT(page, HasSubstr("已被取代的檔案"));
  EXPECT_THAT(page, HasSubstr("/files/" + old_file));
  EXPECT_EQ(browser.Get(std::string(kStudent) + "/cases/" + receipt + "/files/" + old_file).status,
            200);
}

TEST_F(CorrectionTest, APageThatSavesByItselfKeepsWhatItCan) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  const Response kept = browser.Post(Form(), {{"do", "keep"},
                                              {"taiwan_address", "新址"},
                                              {"department", std::string(500, 'x')},
                                              {"reply", std::string(2000, 'y')}});
  EXPECT_EQ(kept.status, 204);
  const std::string page = browser.Get(Form()).body;
  EXPECT_THAT(page, HasSubstr("value=\"新址\""));
  EXPECT_THAT(page, Not(HasSubstr("xxxx")));
  EXPECT_THAT(page, Not(HasSubstr("yyyy")));
}

TEST_F(CorrectionTest, WhatIsNoLongerGoodIsNotSent) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  browser.Post(Form(), {{"do", "save"}, {"chinese_name", ""}});
  EXPECT_EQ(HeaderOf(browser.Get(Path() + "/check"), "Location"), Form() + "?check=yes");
  const Response form = browser.Get(Form() + "?check=yes");
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, HasSubstr("href=\"#chinese_name\""));
  RowWatch rows(database);
  browser.Post(Path() + "/check", {{"act", random.Uuid()}});
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(State(), "returned-for-correction");
}

TEST_F(CorrectionTest, AnothersCaseIsNotFoundAndAnothersFileStays) {
  Return(CaseEvent::kReturnForDocuments);
  const std::string theirs = old_file;
  Browser other(dispatcher);
  LogIn(other, stranger);
  EXPECT_EQ(other.Get(Path()).status, 404);
  EXPECT_EQ(other.Get(Form()).status, 404);
  EXPECT_EQ(other.Get(Path() + "/done").status, 404);
  EXPECT_EQ(other.Get(Path() + "/check").status, 404);
  EXPECT_EQ(other.Get(Path() + "/files/" + theirs).status, 404);
  other.Get(std::string(kStudent) + "/corrections");
  RowWatch rows(database);
  EXPECT_EQ(other.Post(Form(), {{"do", "remove:" + theirs}}).status, 404);
  EXPECT_EQ(other.Post(Path() + "/check", {{"act", random.Uuid()}}).status, 404);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CorrectionTest, AWithdrawnCaseTakesNoAnswer) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  browser.Post(Form(), {{"do", "save"}, {"taiwan_address", "新址"}});
  browser.Get(Form());
  Browser second = browser;
  const std::string group = Column("SELECT number FROM case_group");
  const std::string withdrawal = std::string(kStudent) + "/withdrawal/" + group + "/" + receipt;
  second.Get(withdrawal + "/confirm?agree=yes");
  EXPECT_EQ(second.Post(withdrawal, {{"agree", "yes"}}).status, 303);
  EXPECT_EQ(Column("SELECT count(*) FROM draft"), "0");
  EXPECT_EQ(browser.Post(Form(), {{"do", "save"}}).status, 303);
  EXPECT_EQ(browser.Post(Path() + "/check", {{"act", random.Uuid()}}).status, 303);
  EXPECT_EQ(State(), "withdrawn");
}

TEST_F(CorrectionTest, ATextThatCannotBeStoredDoesNotHoldUpTheFiles) {
  Return(CaseEvent::kReturnForCorrection);
  browser.Get(Form());
  const Response page = browser.PostFiles(Form(),
                                          {{"taiwan_address", std::string(201, 'a')},
                                           {"department", "保留系"},
                                           {"reply", std::string(1001, 'b')},
                                           {"do", "upload"}},
                                          {{"other", "new.pdf", MakePdf("new")}});
  EXPECT_EQ(page.status, 422);
  for (const std::string& said :
       {std::string("href=\"#taiwan_address\""), std::string("href=\"#reply\""),
        std::string(201, 'a'), std::string(1001, 'b'), std::string("new.pdf")}) {
    EXPECT_THAT(page.body, HasSubstr(said));
  }
  EXPECT_EQ(Column("SELECT count(*) FROM upload WHERE name = 'new.pdf'"), "1");
  EXPECT_THAT(Column("SELECT form FROM draft"), HasSubstr("保留系"));
  EXPECT_THAT(Column("SELECT form FROM draft"), Not(HasSubstr("aaaa")));
}

TEST_F(CorrectionTest, APhotoIsKeptAfterAllWhereTheNewOneWasCutToo) {
  Return(CaseEvent::kReturnForDocuments);
  const std::string old = Column("SELECT id FROM upload WHERE slot = 'photo'");
  browser.Get(Form());
  browser.PostFiles(Form(), {{"do", "upload"}}, {{"photo", "new.jpg", MakeJpeg(900, 1200)}});
  browser.Get(Form());
  const Response kept = browser.Post(
      Form(), {{"do", "restore:" + old}, {"crop_size", "500"}, {"crop_x", "0"}, {"crop_y", "0"}});
  EXPECT_EQ(kept.status, 303);
  EXPECT_EQ(Column("SELECT id FROM upload WHERE slot = 'photo'"), old);
}

// Each statement is a round trip to the database.
TEST_F(CorrectionTest, ASaveSendsFewStatements) {
  Return(CaseEvent::kReturnForCorrection);
  struct {
    const char* action;
    std::vector<SentFile> files;
    std::uint64_t most;
  } const saves[] = {{"upload", {{"other", "a.pdf", MakePdf("a")}}, 13},
                     {"save", {}, 10},
                     {"upload", {{"photo", "me.jpg", MakeJpeg(700, 900)}}, 13}};
  for (const auto& save : saves) {
    browser.Get(Form());
    const std::uint64_t before = database.statements_sent();
    EXPECT_EQ(browser.PostFiles(Form(), {{"do", save.action}}, save.files).status, 303);
    EXPECT_LE(database.statements_sent() - before, save.most) << save.action;
  }
}

}  // namespace
}  // namespace permit::test
