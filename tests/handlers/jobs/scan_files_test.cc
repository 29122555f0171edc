// Files on their way through the scan for viruses: what the student, the reviewer and the operator
// see of them, and that nobody opens what has not passed.
#include "handlers/jobs/scan_files.h"

#include <gmock/gmock.h>

#include "handlers/form/pdf_rebuilding.h"
#include "sql/case_store.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/sample_files.h"
#include "tests/support/stand_in_clamd.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string InfectedPdf() { return MakePdf(Eicar()); }

class ScanFilesTest : public AtShell<ApplyTest> {
 protected:
  ScanFilesTest() { settings.scan_socket = clamd.socket(); }

  ScannedFiles Scan(std::chrono::milliseconds patience = std::chrono::minutes(5)) {
    return ScanFiles(database, settings, SharedRenderer(), clock, patience);
  }
  Response Upload(const std::string& form, const std::string& slot, const std::string& name,
                  const std::string& content) {
    browser.Get(form);
    return browser.PostFiles(form, {{"do", "upload"}}, {{slot, name, content}});
  }
  std::string IdOf(const std::string& name) {
    return Column("SELECT id FROM upload WHERE name = '" + name + "'");
  }
  std::string StateOf(const std::string& name) {
    return Column(
        "SELECT s.state FROM upload u LEFT JOIN upload_scan s ON s.upload_id = u.id"
        " WHERE u.name = '" +
        name + "'");
  }
  std::string Text() { return Column("SELECT text_body FROM outbox"); }

  // Sends the draft; the receipt number.
  std::string Send(const std::string& draft) {
    browser.Get(draft + "/check");
    EXPECT_THAT(HeaderOf(browser.Post(draft + "/send"), "Location"), HasSubstr("/sent/"));
    return Column("SELECT receipt_number FROM application_case");
  }
  void Move(CaseEvent event) {
    const std::uint64_t id = std::stoull(Column("SELECT id FROM application_case"));
    database.Transact([&](sql::Transaction& transaction) {
      EXPECT_TRUE(sql::MoveCase(transaction, id, event, "reviewer:r", "", clock.Now()));
    });
  }
  std::string CasePath(const std::string& receipt) {
    return std::string(kStudent) + "/cases/" + receipt;
  }

  StandInClamd clamd;
};

TEST_F(ScanFilesTest, WithoutASocketAFileHasNoState) {
  settings.scan_socket.clear();
  const std::string draft = Begin(Service::kExchange, kSingle);
  RowWatch watch(database);
  Upload(draft, "other", "a.pdf", MakePdf());
  EXPECT_EQ("upload +1", watch.Changes());
  EXPECT_EQ(StateOf("a.pdf"), "NULL");
  EXPECT_THAT(browser.Get(draft + "?all=yes").body, HasSubstr("/files/" + IdOf("a.pdf")));
  EXPECT_EQ(browser.Get(draft + "/files/" + IdOf("a.pdf")).status, 200);
  EXPECT_EQ(Scan().waiting, 0u);
  EXPECT_EQ(Run({"job", "run", "scan-files"}).exit_code, 0);
  EXPECT_EQ(Run({"scan", "run"}).exit_code, 1);
}

TEST_F(ScanFilesTest, AFileWaitsIsPassedAndThenOpened) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  Upload(draft, "other", "a.pdf", MakePdf("a"));
  const std::string file = draft + "/files/" + IdOf("a.pdf");
  EXPECT_EQ(StateOf("a.pdf"), "waiting");
  std::string page = browser.Get(draft + "?all=yes&lang=zh-TW").body;
  EXPECT_THAT(page, HasSubstr("病毒掃描中"));
  EXPECT_THAT(page, Not(HasSubstr("href=\"" + file))) << "nothing leads to it";
  const Response shut = browser.Get(file);
  EXPECT_EQ(shut.status, 423);
  EXPECT_THAT(shut.body, HasSubstr("此檔案仍在病毒掃描中"));
  EXPECT_THAT(browser.Get(file + "?lang=en").body, HasSubstr("still being checked for viruses"));

  RowWatch watch(database);
  const ScannedFiles done = Scan();
  EXPECT_EQ(done.clean, 1u);
  EXPECT_EQ(done.waiting, 0u);
  EXPECT_EQ("upload_scan ~1 (decided_at, state)", watch.Changes());
  EXPECT_EQ(Scan().clean, 0u) << "once";
  page = browser.Get(draft + "?all=yes&lang=zh-TW").body;
  EXPECT_THAT(page, Not(HasSubstr("病毒")));
  EXPECT_THAT(page, HasSubstr("href=\"" + file));
  EXPECT_EQ(browser.Get(file).status, 200);
}

TEST_F(ScanFilesTest, APhotoIsDrawnAnewAndSoIsNotScanned) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  Upload(draft, "photo", "me.jpg", MakeJpeg());
  EXPECT_EQ(StateOf("me.jpg"), "NULL");
  EXPECT_EQ(browser.Get(draft + "/files/" + IdOf("me.jpg")).status, 200);
}

TEST_F(ScanFilesTest, AnApplicationWhoseFilesWaitIsSentAndNobodyOpensThem) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  EXPECT_THAT(browser.Get(draft + "/check?lang=en").body, HasSubstr("Being checked for viruses"));
  const std::string receipt = Send(draft);
  const std::string id = IdOf("single-permit.pdf");
  EXPECT_EQ(StateOf("single-permit.pdf"), "waiting");
  const std::string page = browser.Get(CasePath(receipt) + "?lang=en").body;
  EXPECT_THAT(page, HasSubstr("Being checked for viruses"));
  EXPECT_THAT(page, Not(HasSubstr("/files/" + id)));
  EXPECT_EQ(browser.Get(CasePath(receipt) + "/files/" + id).status, 423);
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{}, {"--original"}, {"--original", "--quarantined"}}) {
    std::vector<std::string> words = {"case", "file", receipt, id};
    words.insert(words.end(), options.begin(), options.end());
    const Said said = Run(words);
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_EQ(said.out, "");
    EXPECT_THAT(said.err, HasSubstr("waits for the scan for viruses"));
  }
  EXPECT_THAT(Run({"case", "show", receipt}).out, HasSubstr("waits for the scan for viruses"));
  EXPECT_THAT(Run({"scan", "list", "--waiting"}).out, HasSubstr(receipt));

  EXPECT_EQ(Run({"scan", "run"}).exit_code, 0);
  FileBudget budget;
  EXPECT_EQ(Run({"case", "file", receipt, id}).out, RebuildPdf(MakePdf("single-permit"), budget));
  EXPECT_EQ(browser.Get(CasePath(receipt) + "/files/" + id).status, 200);
}

TEST_F(ScanFilesTest, AVirusInADraftIsToldOfAndKeepsItFromBeingSent) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  Upload(draft, "other", "bad.pdf", InfectedPdf());
  const std::string id = IdOf("bad.pdf");
  RowWatch watch(database);
  const ScannedFiles done = Scan();
  EXPECT_EQ(done.quarantined, 1u);
  EXPECT_EQ(watch.Changes(), "audit +1\noutbox +1\nupload_scan ~3 (decided_at, finding, state)");
  EXPECT_EQ(StateOf("bad.pdf"), "quarantined");
  EXPECT_EQ(Column("SELECT CONCAT(actor, ' ', object, ' ', detail) FROM audit"
                   " WHERE action = 'file-quarantined'"),
            "system file:" + id + " Eicar-Test-Signature");
  EXPECT_THAT(Text(), HasSubstr("bad.pdf"));
  EXPECT_THAT(Text(), HasSubstr(draft));
  EXPECT_EQ(Column("SELECT recipient FROM outbox"), "student1@example.org");

  std::string page = browser.Get(draft + "?all=yes&lang=en").body;
  EXPECT_THAT(page, HasSubstr("Virus found"));
  EXPECT_THAT(page, HasSubstr("Remove it and upload a clean one."));
  EXPECT_THAT(page, Not(HasSubstr("/files/" + id)));
  EXPECT_EQ(browser.Get(draft + "/files/" + id).status, 410);
  EXPECT_EQ(HeaderOf(browser.Get(draft + "/check"), "Location"), draft + "?check=yes");
  page = browser.Get(draft + "?check=yes").body;
  EXPECT_THAT(page, HasSubstr("A file in this form contains a virus."));
  browser.Get(draft);
  EXPECT_EQ(HeaderOf(browser.Post(draft + "/send", {{"act", draft.substr(draft.rfind('/') + 1)}}),
                     "Location"),
            draft + "?check=yes");
  EXPECT_EQ(Column("SELECT count(*) FROM application_case"), "0");

  browser.Get(draft);
  browser.Post(draft, {{"do", "remove:" + id}});
  EXPECT_EQ(Column("SELECT count(*) FROM upload_scan WHERE state = 'quarantined'"), "0");
  EXPECT_EQ(browser.Get(draft + "/check").status, 200);
  Send(draft);
}

TEST_F(ScanFilesTest, AVirusInACaseIsShownToItsStudentAndItsReviewer) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  Upload(draft, "other", "bad.pdf", InfectedPdf());
  const std::string receipt = Send(draft);
  const std::string id = IdOf("bad.pdf");
  database.Run("DELETE FROM outbox");
  Scan();
  EXPECT_THAT(Text(), HasSubstr(receipt));
  EXPECT_THAT(Text(), HasSubstr("/cases/" + receipt));
  const std::string page = browser.Get(CasePath(receipt) + "?lang=en").body;
  EXPECT_THAT(page, HasSubstr("including the reviewer"));
  EXPECT_THAT(page, Not(HasSubstr("/files/" + id)));
  EXPECT_EQ(browser.Get(CasePath(receipt) + "/files/" + id).status, 410);
  EXPECT_THAT(Run({"case", "show", receipt}).out,
              HasSubstr("bad.pdf (application/pdf, " + std::to_string(InfectedPdf().size()) +
                        " bytes), quarantined: Eicar-Test-Signature"));
  const std::string listed = Run({"--tsv", "scan", "list"}).out;
  EXPECT_THAT(listed, HasSubstr(id + "\t" + receipt + "\tother\tbad.pdf"));
  EXPECT_THAT(listed, HasSubstr("Eicar-Test-Signature"));

  database.Run("SET @append_only_except = 'audit'");
  database.Run("DELETE FROM audit");
  for (const std::vector<std::string>& options : {std::vector<std::string>{}, {"--original"}}) {
    std::vector<std::string> words = {"case", "file", receipt, id};
    words.insert(words.end(), options.begin(), options.end());
    const Said said = Run(words);
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_EQ(said.out, "");
    EXPECT_THAT(said.err, HasSubstr("is quarantined"));
  }
  EXPECT_EQ(Run({"case", "file", receipt, id, "--original", "--quarantined"}).out, InfectedPdf());
  EXPECT_EQ(Column("SELECT CONCAT(action, ' ', detail) FROM audit"),
            "case-file-quarantined file " + id);
}

TEST_F(ScanFilesTest, ACorrectionTakesTheFileAwayBeforeItIsSent) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  Upload(draft, "other", "bad.pdf", InfectedPdf());
  const std::string receipt = Send(draft);
  Scan();
  const std::string id = IdOf("bad.pdf");
  Move(CaseEvent::kStartReview);
  Move(CaseEvent::kPassFirstReview);
  Move(CaseEvent::kReturnForDocuments);
  const std::string form = std::string(kStudent) + "/corrections/" + receipt + "/form";
  EXPECT_THAT(browser.Get(CasePath(receipt) + "?lang=en").body,
              HasSubstr("When you correct your application, remove it"));
  EXPECT_THAT(browser.Get(form).body, HasSubstr("Virus found"));
  const Response refused = browser.Post(form, {{"do", "check"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("A file in this form contains a virus."));

  // One that comes with the correction is found as well; its mail leads to the form.
  database.Run("DELETE FROM outbox");
  Upload(form, "other", "worse.pdf", MakePdf("worse" + Eicar()));
  Scan();
  EXPECT_THAT(Text(), HasSubstr("worse.pdf"));
  EXPECT_THAT(Text(), HasSubstr("/corrections/" + receipt + "/form"));
  for (const std::string& name : {std::string("bad.pdf"), std::string("worse.pdf")}) {
    browser.Get(form);
    EXPECT_EQ(browser.Post(form, {{"do", "remove:" + IdOf(name)}}).status, 303);
  }
  browser.Get(form);
  EXPECT_EQ(HeaderOf(browser.Post(form, {{"do", "check"}}), "Location"),
            std::string(kStudent) + "/corrections/" + receipt + "/check");
}

TEST_F(ScanFilesTest, NobodyIsWrittenToAboutWhatNobodyCanReplace) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  Upload(draft, "other", "bad.pdf", InfectedPdf());
  Send(draft);
  database.Run("DELETE FROM outbox");
  database.Run("UPDATE application_case SET state = 'disapproved'");
  EXPECT_EQ(Scan().quarantined, 1u);
  EXPECT_EQ(Column("SELECT count(*) FROM outbox"), "0");
}

TEST_F(ScanFilesTest, AScannerWithoutAVerdictLeavesTheFileWaiting) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  Upload(draft, "other", "a.pdf", MakePdf());
  int attempts = 0;
  for (const char* mode : {"error", "closed", "garbled", "slow"}) {
    clamd.Behave(mode);
    const ScannedFiles done = Scan(std::chrono::milliseconds(200));
    EXPECT_EQ(done.put_off, 1u) << mode;
    EXPECT_EQ(done.waiting, 1u) << mode;
    EXPECT_EQ(StateOf("a.pdf"), "waiting") << mode;
    EXPECT_EQ(Column("SELECT attempts FROM upload_scan"), std::to_string(++attempts));
    EXPECT_EQ(Scan().put_off, 0u) << "not before it is due again";
    clock.Advance(std::chrono::hours(1));
  }
  clamd.Behave("scan");
  EXPECT_EQ(Scan().clean, 1u);
}

TEST_F(ScanFilesTest, AScannerThatIsAwayPutsNothingOff) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  for (const char* name : {"a.pdf", "b.pdf"}) Upload(draft, "other", name, MakePdf(name));
  clamd.Stop();
  RowWatch watch(database);
  const ScannedFiles away = Scan();
  EXPECT_EQ(away.put_off, 0u);
  EXPECT_EQ(away.waiting, 2u);
  EXPECT_EQ("", watch.Changes());
  EXPECT_THAT(Run({"scan", "run"}).out, HasSubstr("still waiting"));
  clamd.Start();
  EXPECT_EQ(Scan().clean, 2u) << "at once";
}

TEST_F(ScanFilesTest, ASilentScannerIsNotAskedAboutEveryFile) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  for (const char* name : {"1", "2", "3", "4"}) {
    Upload(draft, "other", std::string(name) + ".pdf", MakePdf(name));
  }
  clamd.Behave("closed");
  EXPECT_EQ(Scan().put_off, 3u);
  clamd.Behave("scan");
  EXPECT_EQ(Scan().clean, 1u) << "the fourth was not asked about";
}

TEST_F(ScanFilesTest, WhatWaitsForLongIsNamed) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  Upload(draft, "other", "a.pdf", MakePdf());
  clock.Advance(std::chrono::minutes(60));
  EXPECT_EQ(Run({"check"}).exit_code, 0);
  clock.Advance(std::chrono::minutes(1));
  const Said said = Run({"--tsv", "check"});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_THAT(said.out, HasSubstr("file-is-scanned\tfile:" + IdOf("a.pdf")));
  Scan();
  EXPECT_EQ(Run({"check"}).exit_code, 0);
}

TEST_F(ScanFilesTest, AMistakeOfTheScannerIsSeenOnceMore) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  Upload(draft, "other", "bad.pdf", InfectedPdf());
  const std::string id = IdOf("bad.pdf");
  EXPECT_EQ(Run({"scan", "again", id}).exit_code, 1) << "it is not in quarantine";
  Scan();
  EXPECT_EQ(Run({"scan", "again", id}).exit_code, 0);
  EXPECT_EQ(StateOf("bad.pdf"), "waiting");
  EXPECT_EQ(Column("SELECT actor FROM audit WHERE action = 'scan-again'"), "operator:test");
  Scan();
  EXPECT_EQ(StateOf("bad.pdf"), "quarantined");
  EXPECT_EQ(Column("SELECT count(*) FROM outbox"), "1") << "one file, one mail";
  EXPECT_EQ(Run({"scan", "again", "x"}).exit_code, 1);
}

TEST_F(ScanFilesTest, WhatWaitsIsOpenedOnceTheScanIsWaived) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  Upload(draft, "other", "bad.pdf", InfectedPdf());
  Scan();
  Upload(draft, "other", "a.pdf", MakePdf("a"));
  settings.scan_socket.clear();
  EXPECT_EQ(browser.Get(draft + "/files/" + IdOf("a.pdf")).status, 423);
  EXPECT_THAT(Run({"--tsv", "scan", "waive"}).out, HasSubstr("waived\t1"));
  EXPECT_EQ(browser.Get(draft + "/files/" + IdOf("a.pdf")).status, 200);
  EXPECT_EQ(browser.Get(draft + "/files/" + IdOf("bad.pdf")).status, 410);
  EXPECT_EQ(Column("SELECT detail FROM audit WHERE action = 'scan-waive'"), "1 files");
}

}  // namespace
}  // namespace permit::test
