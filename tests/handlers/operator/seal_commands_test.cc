#include "handlers/operator/seal_commands.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "handlers/papers/issue.h"
#include "handlers/papers/key_making.h"
#include "handlers/papers/key_store.h"
#include "handlers/papers/revocations.h"
#include "handlers/papers/waiting_papers.h"
#include "handlers/rules/revocation_list.h"
#include "handlers/rules/visible_seal.h"
#include "sql/register_store.h"
#include "sql/seal_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/child_process.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/places.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* kNumber = "115695200001";

class Seals : public test::ShellTest {
 protected:
  Seals() : account_(test::AddAccount(database, 1)) {
    for (KeyUse use : {KeyUse::kSeal, KeyUse::kDocument}) {
      MakeSigner(keys_.path(),
                 {.use = use, .units = {"6952"}, .from = std::chrono::sys_days{2025y / 1 / 1}});
    }
    settings.signing_key_dir = keys_.path();
  }

  // A permit that is issued now and lies as a PDF in the folder; its file.
  std::string Issue(int serial, const std::string& service = "exchange") {
    const test::PayableCase one = test::AddPayableCase(database, account_, serial, service);
    test::AddPhotoAndForm(database, one, photo_);
    test::AddPaidPayment(database, one, serial);
    IssueWaitingPapers(database, settings, clock.Now(), 10);
    const auto permit = sql::FindPermitByNumber(database, one.receipt_number).value();
    return File(one.receipt_number + ".pdf", StoredPaper(permit.id));
  }
  std::string StoredPaper(std::uint64_t permit_id) {
    return database
        .Run("SELECT pdf FROM permit_paper WHERE permit_id = " + std::to_string(permit_id))
        .at(0)
        .Text("pdf");
  }
  std::string File(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_.path() + "/" + name, std::ios::binary) << bytes;
    return folder_.path() + "/" + name;
  }
  std::string Picture(const std::string& pdf, const std::vector<std::string>& options) {
    const std::string name = folder_.path() + "/picture";
    std::vector<std::string> words = {"pdftoppm", "-f", "1", "-l", "1", "-singlefile"};
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), {pdf, name});
    const test::Finished finished = test::RunProgram(words);
    EXPECT_EQ(finished.exit_code, 0) << finished.output;
    return name;
  }
  std::int64_t Waiting() {
    return database
        .Run(
            "SELECT COUNT(*) AS n FROM information_schema.innodb_trx"
            " WHERE trx_state = 'LOCK WAIT'")
        .at(0)
        .Int("n");
  }
  std::string Certificate() const { return keys_.path() + "/seal-TWNI001.crt"; }
  std::string ListFile() {
    Run({"job", "run", "publish-revocations"});
    return File("revocations.prl", browser.Get("/coa-frontend/revocations").body);
  }
  static std::string VerdictOf(const test::Said& said) {
    const std::size_t at = said.out.find("verdict");
    if (at == std::string::npos) return "";
    std::string word = said.out.substr(said.out.find_first_not_of(' ', at + 7));
    return word.substr(0, word.find_first_of(" \n"));
  }

  std::uint64_t account_;
  test::KeyFolder keys_;
  test::KeyFolder folder_;
  const std::string photo_ = test::SamplePhoto().jpeg;
};

TEST_F(Seals, AGoodOneTellsWhatWasIssued) {
  const std::string pdf = Issue(1);
  const test::Said said = Run({"seal", "verify", pdf});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_EQ(VerdictOf(said), "good");
  for (const std::string part :
       {kNumber, "2026/03/02", "2028/03/02", "T12345671", "unlimited", "2 years", "TWNI001"}) {
    EXPECT_NE(said.out.find(part), std::string::npos) << part << "\n" << said.out;
  }
}

TEST_F(Seals, PicturesAreReadCoarseTurnedAndAsJpeg) {
  const std::string pdf = Issue(1);
  const auto verdict = [&](const std::string& file) {
    return VerdictOf(Run({"seal", "verify", file}));
  };
  EXPECT_EQ(verdict(Picture(pdf, {"-r", "150", "-png"}) + ".png"), "good");
  EXPECT_EQ(verdict(Picture(pdf, {"-r", "300", "-gray", "-png"}) + ".png"), "good");
  EXPECT_EQ(verdict(Picture(pdf, {"-r", "200", "-jpeg", "-jpegopt", "quality=60"}) + ".jpg"),
            "good");
  // The page laid askew on a larger one, by its own transformation.
  for (const char* matrix : {"0.9976 0.0698 -0.0698 0.9976 60 0",
                             "0.9848 -0.1736 0.1736 0.9848 0 90", "0 1 -1 0 842 0"}) {
    const std::string turned = folder_.path() + "/turned.pdf";
    const test::Finished finished = test::RunProgram(
        {"/usr/bin/python3", "-B", test::InSource("/tests/support/papers/turn_page.py"), pdf,
         matrix, turned});
    ASSERT_EQ(finished.exit_code, 0) << finished.output;
    EXPECT_EQ(verdict(Picture(turned, {"-r", "150", "-png"}) + ".png"), "good") << matrix;
  }
}

TEST_F(Seals, NeitherSettingsNorDatabaseAreNeeded) {
  const std::string pdf = Issue(1);
  const test::Finished finished =
      test::RunProgram({test::InBuild("/fcgi/permitctl"), "--tsv", "seal", "verify", pdf,
                        "--certificate", Certificate(), "--at", "2026-03-05"});
  EXPECT_EQ(finished.exit_code, 0) << finished.output;
  EXPECT_NE(finished.output.find("verdict\tgood"), std::string::npos) << finished.output;
}

TEST_F(Seals, VerdictsHaveTheirOwnCodes) {
  const std::string pdf = Issue(1);
  test::Said said = Run({"seal", "verify", pdf, "--at", "2028-03-02"});
  EXPECT_EQ(said.exit_code, 0) << "the last day";
  said = Run({"seal", "verify", pdf, "--at", "2028-03-03"});
  EXPECT_EQ(said.exit_code, ctl::kExitExpired);
  EXPECT_EQ(VerdictOf(said), "expired");

  const test::KeyFolder others;
  MakeSigner(others.path(), {.units = {"6952"}, .from = std::chrono::sys_days{2025y / 1 / 1}});
  fs::rename(others.path() + "/seal-TWNI001.crt", others.path() + "/seal-TWNI00F.crt");
  said = Run({"seal", "verify", pdf, "--certificate", others.path() + "/seal-TWNI00F.crt"});
  EXPECT_EQ(said.exit_code, ctl::kExitUnknownSigner);
  EXPECT_EQ(VerdictOf(said), "unknown-signer");

  fs::rename(others.path() + "/seal-TWNI00F.crt", others.path() + "/seal-TWNI001.crt");
  said = Run({"seal", "verify", pdf, "--certificate", others.path() + "/seal-TWNI001.crt"});
  EXPECT_EQ(said.exit_code, ctl::kExitAltered) << "the key is another one";
  EXPECT_EQ(VerdictOf(said), "altered");

  EXPECT_EQ(Run({"seal", "verify", "/no/such/file"}).exit_code, 3);
  EXPECT_EQ(Run({"seal", "verify", File("words.txt", "words")}).exit_code, 3);
  EXPECT_EQ(Run({"seal", "verify", File("a.pdf", "%PDF-1.4 broken")}).exit_code, 3);
  EXPECT_EQ(Run({"seal", "verify", pdf, "--at", "tomorrow"}).exit_code, 2);
}

TEST_F(Seals, AChangedSealIsAltered) {
  views::PermitPaper paper = test::SamplePermit();
  const std::string forged = File("forged.pdf", views::DrawPermit(paper).bytes);
  EXPECT_EQ(Run({"seal", "verify", forged}).exit_code, ctl::kExitAltered);
  paper.seal[20] = static_cast<char>(paper.seal[20] ^ 1);
  const std::string broken = File("broken.pdf", views::DrawPermit(paper).bytes);
  EXPECT_EQ(VerdictOf(Run({"seal", "verify", broken})), "altered");
}

TEST_F(Seals, ARetiredKeysSealIsStillGood) {
  const std::string pdf = Issue(1);
  Run({"key", "new", "seal"});
  Run({"key", "retire", "TWNI001"});
  EXPECT_EQ(Run({"seal", "verify", pdf}).exit_code, 0);
  EXPECT_NE(Run({"seal", "verify", Issue(2)}).out.find("TWNI003"), std::string::npos);
}

TEST_F(Seals, AWithdrawnPermitIsInTheListAtOnce) {
  const std::string pdf = Issue(1);
  const std::string other = Issue(2);
  EXPECT_EQ(Run({"seal", "verify", pdf, "--list", ListFile()}).exit_code, 0);
  clock.Advance(48h);
  test::RowWatch watch(database);
  const test::Said said = Run({"permit", "revoke", kNumber, "--reason", "forged documents"});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_EQ(watch.Changes(),
            "audit +1\n"
            "entry_permit ~1 (status)\n"
            "permit_revocation +1\n"
            "revocation_list ~1 (content, entries, made_at, sha256)");
  const std::string list = File("list.prl", browser.Get("/coa-frontend/revocations").body);
  const test::Said revoked = Run({"seal", "verify", pdf, "--list", list});
  EXPECT_EQ(revoked.exit_code, ctl::kExitRevoked);
  EXPECT_EQ(VerdictOf(revoked), "revoked");
  EXPECT_NE(revoked.err.find("2026/03/04"), std::string::npos) << revoked.err;
  EXPECT_EQ(Run({"seal", "verify", other, "--list", list}).exit_code, 0);
  EXPECT_EQ(Run({"permit", "revoke", kNumber, "--reason", "again"}).exit_code, 1);
  EXPECT_EQ(Run({"permit", "revoke", "115695299999", "--reason", "none"}).exit_code, 1);
  EXPECT_EQ(Run({"permit", "revoke", kNumber}).exit_code, 2);
}

TEST_F(Seals, AForgedListIsNotTrustedAndAnOldOneIsToldOf) {
  const std::string pdf = Issue(1);
  const std::string list = ListFile();
  std::string bytes = browser.Get("/coa-frontend/revocations").body;
  bytes[25] = static_cast<char>(bytes[25] ^ 1);
  const test::Said forged = Run({"seal", "verify", pdf, "--list", File("forged.prl", bytes)});
  EXPECT_EQ(forged.exit_code, ctl::kExitForgedList);
  EXPECT_EQ(VerdictOf(forged), "") << "no verdict by a list that cannot be trusted";
  EXPECT_EQ(Run({"seal", "verify", pdf, "--list", File("cut.prl", bytes.substr(9))}).exit_code,
            ctl::kExitForgedList);
  EXPECT_EQ(Run({"seal", "verify", pdf, "--list", "/no/such"}).exit_code, 3);
  EXPECT_EQ(Run({"seal", "verify", pdf, "--list", list}).out.find("too old"), std::string::npos);
  clock.Advance(25h);
  const test::Said old = Run({"seal", "verify", pdf, "--list", list});
  EXPECT_EQ(old.exit_code, ctl::kExitOldList);
  EXPECT_EQ(VerdictOf(old), "old-list");
  EXPECT_NE(old.out.find("too old"), std::string::npos) << old.out;
  EXPECT_EQ(Run({"seal", "verify", pdf, "--list", list, "--at", "2028-03-03"}).exit_code,
            ctl::kExitExpired)
      << "whatever a newer list says";
}

TEST_F(Seals, AListUnderACertificateThatDidNotHoldIsNotTrusted) {
  const std::string pdf = Issue(1);
  const KeyStore keys = KeyStore::Open(keys_.path());
  const ActiveSigner active =
      keys.OpenActive(KeyUse::kSeal, std::chrono::floor<std::chrono::seconds>(clock.Now()));
  const auto file_made = [&](Instant made) {
    const auto at = std::chrono::floor<std::chrono::seconds>(made);
    const RevocationList list{
        .signer = active.signer.reference, .made = at, .next = at + 24h, .entries = {}};
    const std::string content = WriteRevocationList(list).value();
    return File("made.prl", content + SignRaw(*active.key, content));
  };
  EXPECT_EQ(Run({"seal", "verify", pdf, "--list", file_made(clock.Now())}).exit_code, 0);
  const std::string late = file_made(ValidTo(*active.signer.certificate) + 48h);
  const test::Said said = Run({"seal", "verify", pdf, "--list", late});
  EXPECT_EQ(said.exit_code, ctl::kExitForgedList);
  EXPECT_NE(said.err.find("did not hold"), said.err.npos) << said.err;
}

TEST_F(Seals, AfterALeakAPermitIsReissuedUnderTheNextKey) {
  const std::string leaked = Issue(1);
  ListFile();
  Run({"key", "new", "seal"});
  Run({"key", "retire", "TWNI001"});
  const std::string next = keys_.path() + "/seal-TWNI003.crt";
  EXPECT_EQ(Run({"seal", "verify", leaked, "--certificate", next}).exit_code,
            ctl::kExitUnknownSigner);
  const auto before = sql::FindPermitByNumber(database, kNumber).value();
  test::RowWatch watch(database);
  EXPECT_EQ(Run({"permit", "reissue", kNumber}).exit_code, 0);
  EXPECT_EQ(watch.Changes(),
            "audit +1\npermit_paper ~1 (pdf, sha256)\npermit_seal ~1 (seal, signer)");
  const std::string anew = File("anew.pdf", StoredPaper(before.id));
  EXPECT_EQ(Run({"seal", "verify", anew, "--certificate", next}).exit_code, 0);
  Run({"permit", "revoke", kNumber, "--reason", "a fraud"});
  for (const char* number : {kNumber, "114695200001", "115695299999"}) {
    EXPECT_EQ(Run({"permit", "reissue", number}).exit_code, 1) << number;
  }
}

// A round that read before the withdrawal was done and wrote after it would take the permit off
// again.
TEST_F(Seals, ARoundWaitsForAWithdrawalUnderWayAndListsIt) {
  Issue(1);
  ListFile();
  const std::uint64_t id = sql::FindPermitByNumber(database, kNumber)->id;
  sql::Database revoking(test::PrivateDatabase::Shared().options());
  sql::Database timer(test::PrivateDatabase::Shared().options());
  std::atomic<bool> done = false;
  std::thread round;
  revoking.Transact([&](sql::Transaction& transaction) {
    sql::RevokePermit(transaction, id, "operator:test", "a fraud", clock.Now());
    sql::LockRevocationList(transaction);
    round = std::thread([&] {
      timer.Transact(
          [&](sql::Transaction& own) { PublishRevocations(own, settings, clock.Now()); });
      done = true;
    });
    while (!done && Waiting() == 0) database.Run("SELECT SLEEP(0.12) AS n");
  });
  round.join();
  EXPECT_EQ(sql::FindRevocationList(database)->entries, 1u);
}

TEST_F(Seals, TheListHoldsWhatWasReplacedUntilItWouldHaveExpired) {
  EXPECT_EQ(browser.Get("/coa-frontend/revocations").status, 404) << "before the first one";
  Issue(1);
  const auto first = sql::FindPermitByNumber(database, kNumber).value();
  const std::string replacing = Issue(2);
  database.Run(
      "UPDATE entry_permit SET status = 'replaced', replaced_by ="
      " (SELECT id FROM (SELECT id FROM entry_permit WHERE number = '115695200002') n)"
      " WHERE id = " +
      std::to_string(first.id));
  const std::string old = folder_.path() + "/" + kNumber + ".pdf";
  EXPECT_EQ(Run({"seal", "verify", old, "--list", ListFile()}).exit_code, ctl::kExitRevoked);
  EXPECT_EQ(Run({"seal", "verify", replacing, "--list", ListFile()}).exit_code, 0);

  const Response response = browser.Get("/coa-frontend/revocations");
  EXPECT_EQ(test::HeaderOf(response, "Last-Modified"), "Mon, 02 Mar 2026 02:00:00 GMT");
  EXPECT_EQ(test::HeaderOf(response, "ETag").size(), 66u);
  EXPECT_EQ(test::HeaderOf(response, "Set-Cookie"), "") << "a cache gives it to everybody";
  EXPECT_EQ(response.body.size(), 31u + 7 + 64);
  clock.Set(std::chrono::sys_days{2028y / 3 / 2} + 1h);
  EXPECT_EQ(Run({"job", "run", "publish-revocations"}).exit_code, 0);
  EXPECT_EQ(browser.Get("/coa-frontend/revocations").body.size(), 31u + 7 + 64) << "its last day";
  clock.Set(std::chrono::sys_days{2028y / 3 / 3} + 1h);
  Run({"job", "run", "publish-revocations"});
  EXPECT_EQ(browser.Get("/coa-frontend/revocations").body.size(), 31u + 64);
}

TEST_F(Seals, TheListIsSentOnceToWhoeverKeepsIt) {
  Issue(1);
  ListFile();
  const std::string tag = test::HeaderOf(browser.Get("/coa-frontend/revocations"), "ETag");
  test::Browser reader(dispatcher);
  reader.SetHeader("HTTP_IF_NONE_MATCH", "W/" + tag);
  const Response same = reader.Get("/coa-frontend/revocations");
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.body, "");
  EXPECT_EQ(test::HeaderOf(same, "ETag"), tag);
  EXPECT_EQ(test::HeaderOf(same, "Cache-Control"), "public, max-age=300");
  EXPECT_EQ(test::HeaderOf(same, "Set-Cookie"), "");
  Run({"permit", "revoke", kNumber, "--reason", "a leak"});
  const Response changed = reader.Get("/coa-frontend/revocations");
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(changed.body.size(), 31u + 7 + 64);
}

TEST_F(Seals, WithoutAKeyAPermitIsWithdrawnAndTheListWaits) {
  Issue(1);
  Run({"key", "retire", "TWNI001"});
  EXPECT_EQ(Run({"permit", "revoke", kNumber, "--reason", "a leak"}).exit_code, 0);
  EXPECT_EQ(Run({"job", "run", "publish-revocations"}).exit_code, 3);
  Run({"key", "new", "seal"});
  EXPECT_EQ(Run({"job", "run", "publish-revocations"}).exit_code, 0);
  EXPECT_EQ(browser.Get("/coa-frontend/revocations").body.size(), 31u + 7 + 64);
}

}  // namespace
}  // namespace permit
