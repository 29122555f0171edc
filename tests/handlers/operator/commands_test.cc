#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "handlers/account/mail_bounds.h"
#include "handlers/jobs/number_volume.h"
#include "handlers/rules/eligibility.h"
#include "sql/account_store.h"
#include "sql/announcement_store.h"
#include "sql/counter_store.h"
#include "sql/outbox_store.h"
#include "sql/register_store.h"
#include "sql/reviewer_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/payable_case.h"

namespace permit {
namespace {

namespace fs = std::filesystem;

constexpr const char* kApplicantHead =
    "mainland_id,category,chinese_name,surname,given_name,birth_date,birthplace,sex,travel_permit,"
    "unified_number,school,department,study_level,grade\n";
constexpr const char* kApplicant =
    "11010519491231002X,mainland,王𠮷,WANG,JI,1949-12-31,beijing,female,T12345678,,國立蓬萊大學,"
    "歷史學系,bachelor,1\n";
constexpr const char* kPermitHead =
    "number,kind,mainland_id,issued_on,expires_on,stay_until,entered_on,status\n";
constexpr const char* kPermit =
    "114695200001,single,11010519491231002X,2026/01/01,2026/12/31,,2026/02/01,valid\n";

class CommandsTest : public test::ShellTest {
 protected:
  CommandsTest() {
    std::string pattern = fs::temp_directory_path() / "permit-ctl-XXXXXX";
    folder = mkdtemp(pattern.data());
  }
  ~CommandsTest() override { fs::remove_all(folder); }

  std::string File(const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
    return folder / name;
  }
  test::PayableCase SubmittedCase() {
    test::PayableCase made = test::AddPayableCase(database, test::AddAccount(database, 1), 1);
    database.Run("UPDATE application_case SET state = 'submitted'");
    return made;
  }

  fs::path folder;
};

TEST_F(CommandsTest, TheRegisterIsLoadedAndLoadedAgain) {
  std::string applicants = File("a.csv", std::string(kApplicantHead) + kApplicant);
  std::string permits = File("p.csv", std::string(kPermitHead) + kPermit);
  test::RowWatch rows(database);
  test::Said said = Run({"register", "import", applicants, permits});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_EQ(rows.Changes(), "applicant +1\naudit +2\nentry_permit +1");
  EXPECT_EQ(sql::FindApplicantByMainlandId(database, "11010519491231002X")->chinese_name, "王𠮷");
  EXPECT_EQ(Run({"register", "import", applicants, permits}).exit_code, 0);
  EXPECT_EQ(rows.Changes(), "audit +2");
}

TEST_F(CommandsTest, ARegisterWithErrorsIsNotLoadedAndEachErrorHasItsLine) {
  std::string bad = std::string(kApplicantHead) + kApplicant +
                    "11010519491231002X,mars,,WANG,JI,1949-02-30,atlantis,female,T1,,s,d,x,1\n"
                    "too,few\n";
  std::string stranger = std::string(kPermitHead) + kPermit;
  test::RowWatch rows(database);
  test::Said said = Run({"--tsv", "register", "import", File("a.csv", bad)});
  EXPECT_EQ(said.exit_code, 1);
  for (const char* error :
       {"a.csv: line 3: category", "a.csv: line 3: chinese_name is empty",
        "a.csv: line 3: birth_date is not a date", "a.csv: line 3: birthplace",
        "a.csv: line 3: study_level", "a.csv: line 4: has 2 fields instead of 14"}) {
    EXPECT_NE(said.out.find(error), std::string::npos) << error << "\n" << said.out;
  }
  EXPECT_EQ(std::count(said.err.begin(), said.err.end(), '\n'), 1);
  said = Run({"register", "import", File("p.csv", stranger)});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_NE(said.err.find("line 2: there is no applicant"), std::string::npos) << said.err;
  EXPECT_EQ(Run({"register", "import", File("x.csv", "what,is,this\n")}).exit_code, 1);
  EXPECT_EQ(Run({"register", "import", folder / "missing.csv"}).exit_code, 3);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CommandsTest, ANameThatCannotBePrintedIsToldWhenTheRegisterIsLoaded) {
  std::string unheld = kApplicant;
  unheld.replace(unheld.find("𠮷"), std::string("𠮷").size(), "𰁁");
  EXPECT_EQ(
      Run({"--tsv", "register", "import", File("a.csv", std::string(kApplicantHead) + kApplicant)})
          .out.find("printed"),
      std::string::npos);
  const test::Said said =
      Run({"--tsv", "register", "import", File("b.csv", std::string(kApplicantHead) + unheld)});
  EXPECT_EQ(said.exit_code, 1) << said.out;
  EXPECT_NE(said.out.find("line 2: chinese_name cannot be printed: 王𰁁 (U+30041)"),
            std::string::npos)
      << said.out;
}

// One applicant whose column has that value.
std::string ApplicantWith(const std::string& column, const std::string& value) {
  const auto cells = [](const std::string& line) {
    std::vector<std::string> parts(1);
    for (char c : line) {
      if (c == ',') {
        parts.emplace_back();
      } else if (c != '\n') {
        parts.back() += c;
      }
    }
    return parts;
  };
  const std::vector<std::string> head = cells(kApplicantHead);
  std::vector<std::string> fields = cells(kApplicant);
  fields[static_cast<std::size_t>(std::find(head.begin(), head.end(), column) - head.begin())] =
      value;
  std::string line;
  for (const std::string& field : fields) line += (line.empty() ? "" : ",") + field;
  return line + "\n";
}

TEST_F(CommandsTest, TheRegisterImportTakesWhatTheFormsTake) {
  const std::pair<const char*, std::string> good[] = {{"surname", "LÜ"},
                                                      {"surname", "O’NEIL"},
                                                      {"surname", ""},
                                                      {"given_name", "BO HAN"},
                                                      {"birth_date", "1949/12/31"},
                                                      {"birth_date", "19491231"},
                                                      {"birth_date", "1949年12月31日"},
                                                      {"birth_date", "１９４９／１２／３１"},
                                                      {"travel_permit", "ｔ12345678"},
                                                      {"chinese_name", "王𬱖"},
                                                      {"mainland_id", "11010519491231002x"},
                                                      {"chinese_name", "阿依努爾·買買提"}};
  for (const auto& [column, value] : good) {
    const test::Said said =
        Run({"register", "import", File("a.csv", kApplicantHead + ApplicantWith(column, value))});
    EXPECT_EQ(said.exit_code, 0) << column << " " << value << ": " << said.err;
    const auto loaded = sql::FindApplicantByMainlandId(database, "11010519491231002X");
    ASSERT_TRUE(loaded) << value;
    EXPECT_EQ(FormatDate(loaded->birth_date), "1949/12/31") << value;
  }
  database.Run("DELETE FROM applicant");
  const std::pair<const char*, std::string> bad[] = {{"surname", "ИВАН"},
                                                     {"surname", "呂"},
                                                     {"surname", "X1"},
                                                     {"given_name", ""},
                                                     {"given_name", std::string(60, 'A')},
                                                     {"chinese_name", "王1"},
                                                     {"chinese_name", "王１"},
                                                     {"chinese_name", "王:明"},
                                                     {"chinese_name", "王بد"},
                                                     {"chinese_name", "王ภาษา"},
                                                     {"chinese_name", "王\u0301\u0301"},
                                                     {"chinese_name", std::string(180, 'x')},
                                                     {"travel_permit", "TO0000001"},
                                                     {"travel_permit", "12345"},
                                                     {"school", "大學😀"},
                                                     {"birth_date", "1949/02/30"}};
  test::RowWatch rows(database);
  for (const auto& [column, value] : bad) {
    const test::Said said = Run({"--tsv", "register", "import",
                                 File("a.csv", kApplicantHead + ApplicantWith(column, value))});
    EXPECT_EQ(said.exit_code, 1) << column << " " << value;
    EXPECT_NE(said.out.find("a.csv: line 2: " + std::string(column)), std::string::npos)
        << value << ": " << said.out;
  }
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CommandsTest, ThePermitsOfTheRegisterHavePrintableAddresses) {
  const std::string applicants = File("a.csv", std::string(kApplicantHead) + kApplicant);
  std::string head = kPermitHead;
  head.insert(head.size() - 1, ",taiwan_address");
  std::string permit = kPermit;
  permit.insert(permit.size() - 1, ",臺北市ภาษา路1號");
  const test::Said said = Run({"register", "import", applicants, File("p.csv", head + permit)});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_NE(said.err.find("line 2: taiwan_address cannot be printed"), std::string::npos)
      << said.err;
}

TEST_F(CommandsTest, OnePersonHasOneNameInTheFilesOfAnImport) {
  const auto import = [&](const std::string& column, const std::string& value) {
    return Run(
        {"register", "import",
         File("a.csv", std::string(kApplicantHead) + kApplicant + ApplicantWith(column, value))});
  };
  for (const auto& [column, other] : {std::pair{"chinese_name", "王吉"},
                                      std::pair{"surname", "WENG"}, std::pair{"surname", ""}}) {
    const test::Said said = import(column, other);
    EXPECT_EQ(said.exit_code, 1) << other;
    EXPECT_NE(said.err.find("a.csv: line 3: mainland_id 11010519491231002X has another name in"),
              std::string::npos)
        << said.err;
  }
  for (const auto& [column, same] : {std::pair{"chinese_name", "王 𠮷"},
                                     std::pair{"surname", "Wang"}, std::pair{"grade", "2"}}) {
    EXPECT_EQ(import(column, same).exit_code, 0) << same;
  }
}

TEST_F(CommandsTest, AFileInAnotherEncodingIsToldWhichOne) {
  const std::pair<std::string, std::string> files[] = {
      {std::string("\xff\xfem\0a\0", 6), "UTF-16"},
      {std::string("\xfe\xff\0m\0a", 6), "UTF-16"},
      {std::string("m\0a\0i\0n\0", 8), "UTF-16"},
      // 王小明,國立臺灣大學 and 王小明,国立台湾大学
      {"\xa4\xfd\xa4\x70\xa9\xfa,\xb0\xea\xa5\xdf\xbb\x4f\xc6\x57\xa4\x6a\xbe\xc7", "Big5"},
      {"\xcd\xf5\xd0\xa1\xc3\xf7,\xb9\xfa\xc1\xa2\xcc\xa8\xcd\xe5\xb4\xf3\xd1\xa7", "GB18030"}};
  for (const auto& [text, encoding] : files) {
    const bool wide = encoding == "UTF-16";
    const test::Said said =
        Run({"register", "import", File("a.csv", wide ? text : kApplicantHead + text)});
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_NE(said.err.find("a.csv: is in " + encoding), std::string::npos) << said.err;
  }
  EXPECT_EQ(Run({"register", "import",
                 File("a.csv", "\xef\xbb\xbf" + std::string(kApplicantHead) + kApplicant)})
                .exit_code,
            0);
}

TEST_F(CommandsTest, TheRegisterBringsNoRevokedPermitBackAndItMayBeTriedToRevokeItAgain) {
  std::string applicants = File("a.csv", std::string(kApplicantHead) + kApplicant);
  std::string permits = File("p.csv", std::string(kPermitHead) + kPermit);
  ASSERT_EQ(Run({"register", "import", applicants, permits}).exit_code, 0);
  EXPECT_EQ(Run({"permit", "revoke", "114695200001", "--reason", "x"}).exit_code, 0);
  ASSERT_EQ(Run({"register", "import", applicants, permits}).exit_code, 0);
  EXPECT_EQ(sql::FindPermitByNumber(database, "114695200001")->status, PermitStatus::kRevoked);
  EXPECT_EQ(Run({"permit", "revoke", "114695200001", "--reason", "x"}).exit_code, 1);
}

TEST_F(CommandsTest, OfAPermitThatWasIssuedHereTheRegisterMayRepeatThePaperAndNothingElse) {
  const test::PayableCase made = SubmittedCase();
  ASSERT_EQ(Run({"register", "import", File("a.csv", std::string(kApplicantHead) + kApplicant)})
                .exit_code,
            0);
  database.Run(
      "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " case_id, loaded_at) SELECT '115695200001', 'multiple', id, '2026-03-01', '2028-03-01',"
      " '2028-03-01', " +
      std::to_string(made.id) +
      ", '2026-03-01' FROM applicant WHERE mainland_id = '11010519491231002X'");
  const auto load = [&](const std::string& rest) {
    return Run({"register", "import",
                File("p.csv", std::string(kPermitHead) +
                                  "115695200001,multiple,11010519491231002X,2026/03/01," + rest)});
  };
  EXPECT_EQ(load("2028/03/01,2028/03/01,2026/03/08,valid\n").exit_code, 0);
  EXPECT_TRUE(sql::FindPermitByNumber(database, "115695200001")->entered_on);
  test::RowWatch rows(database);
  for (const char* other :
       {"2029/03/01,2028/03/01,,valid\n", "2028/03/01,2027/03/01,,valid\n",
        "2028/03/01,2028/03/01,,revoked\n", "2028/03/01,2028/03/01,,replaced\n"}) {
    const test::Said said = load(other);
    EXPECT_EQ(said.exit_code, 1) << other;
    EXPECT_NE(said.err.find("line 2: permit 115695200001"), said.err.npos) << said.err;
  }
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CommandsTest, ANumberThatThisSiteHandsOutIsNoPermitOfTheRegister) {
  const test::PayableCase made = SubmittedCase();
  const std::string applicants = File("a.csv", std::string(kApplicantHead) + kApplicant);
  const auto load = [&](const std::string& number) {
    return Run({"register", "import", applicants,
                File("p.csv", std::string(kPermitHead) + number +
                                  ",single,11010519491231002X,2026/01/01,2026/12/31,,,valid\n")});
  };
  sql::NextNumber(database, "receipt", 115);
  test::RowWatch rows(database);
  test::Said said = load(made.receipt_number);
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_NE(said.err.find("was handed out here"), said.err.npos) << said.err;
  for (const char* free : {"115695200002", "115695300001", "116695200001"}) {
    said = load(free);
    EXPECT_EQ(said.exit_code, 1) << free;
    EXPECT_NE(said.err.find("line 2: number " + std::string(free)), said.err.npos) << said.err;
    EXPECT_NE(said.err.find("permitctl counter advance"), said.err.npos) << said.err;
  }
  EXPECT_EQ(rows.Changes(), "");
  ASSERT_EQ(Run({"counter", "advance", "500"}).exit_code, 0);
  for (const char* other : {"115695200002", "114695299999", "115695400001", "115695200000"}) {
    EXPECT_EQ(load(other).exit_code, 0) << other;
  }
  EXPECT_EQ(load("115695200502").exit_code, 1);
}

TEST_F(CommandsTest, AnImportMovesNoPermitWithAnOpenCaseAndBlanksNoEntryDateUnlessForced) {
  const test::PayableCase made = SubmittedCase();
  const std::string applicants = File("a.csv", std::string(kApplicantHead) + kApplicant);
  ASSERT_EQ(Run({"register", "import", applicants}).exit_code, 0);
  const std::string head = kPermitHead;
  const std::string moved =
      File("m.csv", head +
                        "114695200001,single,11010519491231002X,2026/01/05,2026/12/31,2026/12/31,"
                        "2026/02/01,valid\n");
  test::RowWatch rows(database);
  test::Said said = Run({"register", "import", moved});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_NE(said.err.find("line 2: permit 114695200001 would go to another holder"), said.err.npos)
      << said.err;
  EXPECT_EQ(rows.Changes(), "");
  database.Run("UPDATE application_case SET state = 'withdrawn'");
  EXPECT_EQ(Run({"register", "import", moved}).exit_code, 0) << "no case is open";
  const std::string blank = File(
      "b.csv",
      head + "114695200001,single,11010519491231002X,2026/01/05,2026/12/31,2026/12/31,,valid\n");
  said = Run({"register", "import", blank});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_NE(said.err.find("would lose its entry date 2026/02/01"), said.err.npos) << said.err;
  EXPECT_TRUE(sql::FindPermitByNumber(database, "114695200001")->entered_on);
  EXPECT_EQ(Run({"register", "import", "--force", blank}).exit_code, 0);
  EXPECT_FALSE(sql::FindPermitByNumber(database, "114695200001")->entered_on);
}

TEST_F(CommandsTest, TheVolumeOfNumbersIsToldAndWarnedOfFromFourFifthsOn) {
  const auto volumes = [&] {
    std::string text;
    for (const YearVolume& one : CheckNumberVolume(database, settings, TaipeiDate(clock.Now()))) {
      text += one.counter + " " + std::to_string(one.volume.used) + "/" +
              std::to_string(one.volume.carried) + (NearlyExhausted(one.volume) ? "! " : " ");
    }
    return text;
  };
  settings.group_units = {"697"};
  EXPECT_EQ(volumes(), "receipt 0/199998 group 0/9999 ");
  const std::string year = std::to_string(RocYear(TaipeiDate(clock.Now())));
  database.Run("INSERT INTO counter (name, year, value) VALUES ('group', " + year + ", 7999)");
  EXPECT_EQ(volumes(), "receipt 0/199998 group 7999/9999 ");
  database.Run("UPDATE counter SET value = 8000");
  EXPECT_EQ(volumes(), "receipt 0/199998 group 8000/9999! ");
}

TEST_F(CommandsTest, AfterARestoreEveryCounterLeavesNumbersOutAlsoThoseThatNobodyAskedForYet) {
  const int year = RocYear(TaipeiDate(clock.Now()));
  sql::NextNumber(database, "receipt", year);
  sql::NextNumber(database, "receipt", year - 1);
  sql::NextNumber(database, "slip", 0);
  test::RowWatch rows(database);
  const test::Said said = Run({"--tsv", "counter", "advance", "1000"});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_EQ(rows.Changes(), "audit +1\ncounter +2 ~2 (value)");
  EXPECT_NE(said.out.find("receipt\t" + std::to_string(year) + "\t1001"), said.out.npos)
      << said.out;
  EXPECT_EQ(sql::NextNumber(database, "receipt", year), 1002u);
  EXPECT_EQ(sql::NextNumber(database, "group", year), 1001u);
  EXPECT_EQ(sql::NextNumber(database, "slip", 0), 1002u);
  EXPECT_EQ(sql::NextNumber(database, "receipt-paper", year), 1001u);
  EXPECT_EQ(sql::NextNumber(database, "receipt", year - 1), 2u) << "a year that is over";
  for (const char* number : {"0", "10001", "-1", "many"}) {
    EXPECT_EQ(Run({"counter", "advance", number}).exit_code, 2) << number;
  }
}

// Whoever hands out a number of a new name adds it to what a restore leaves out.
TEST_F(CommandsTest, EveryNumberThatIsHandedOutIsAmongThoseThatARestoreLeavesOut) {
  std::set<std::string> advanced;
  Run({"counter", "advance", "1"});
  for (const sql::Row& row : database.Run("SELECT name FROM counter")) {
    advanced.insert(row.Text("name"));
  }
  Run({"register", "sample"});
  for (const sql::Row& row : database.Run("SELECT name FROM counter")) {
    EXPECT_TRUE(advanced.contains(row.Text("name"))) << row.Text("name");
  }
}

TEST_F(CommandsTest, AnnouncementsAreLoaded) {
  std::string file = File(
      "n.csv",
      "reference,important,published_on,withdrawn_on,unit_zh,unit_en,title_zh,title_en,body_zh,"
      "body_en\nn1,yes,2026/01/01,,組,Unit,題,Title,\"一\n\n二\",\"One\n\nTwo\"\n");
  EXPECT_EQ(Run({"announcement", "import", file}).exit_code, 0);
  EXPECT_EQ(sql::ListAnnouncements(database, std::chrono::year{2026} / 2 / 1).at(0).english.body,
            "One\n\nTwo");
}

TEST_F(CommandsTest, TheSampleHasEverySituationAndMayBeLoadedAgain) {
  test::Said said = Run({"--json", "register", "sample"});
  ASSERT_EQ(said.exit_code, 0) << said.err;
  auto people = nlohmann::json::parse(said.out);
  EXPECT_EQ(people.size(), 32U);
  for (const auto& person : people) {
    if (person["login name"] == "" || person["role"] == "reviewer") continue;
    auto account = sql::FindAccountByLogin(database, person["login name"]);
    ASSERT_TRUE(account);
    EXPECT_EQ(account->state, sql::AccountState::kActive);
    EXPECT_TRUE(VerifyPassword(person["password"].get<std::string>(), account->password_hash));
  }
  test::RowWatch rows(database);
  EXPECT_EQ(Run({"--json", "register", "sample"}).out, said.out);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CommandsTest, ThePublicSiteTakesNoSample) {
  settings.base_url = "https://coa.example.tw";
  EXPECT_EQ(Run({"register", "sample"}).exit_code, 1);
}

// What the sample writes is what the loader of files would take.
TEST_F(CommandsTest, TheSamplesPermitsMeetTheRulesAsTheySay) {
  auto people = nlohmann::json::parse(Run({"--json", "register", "sample"}).out);
  std::map<std::string, std::optional<Ineligibility>> wanted = {
      {"single-entry, entered: may exchange", std::nullopt},
      {"single-entry, not entered yet", Ineligibility::kNotEntered},
      {"single-entry, expired", Ineligibility::kPermitExpired},
      {"single-entry, revoked", Ineligibility::kRevoked},
      {"single-entry, an exchange is under way", Ineligibility::kCaseOpen},
      {"multiple-entry, a year left", Ineligibility::kTooEarly},
      {"multiple-entry, stay ends in four months: too early to extend", Ineligibility::kTooEarly},
      {"multiple-entry, stay ends in two months: may extend", std::nullopt},
      {"multiple-entry, stay ends tomorrow: may extend", std::nullopt},
      {"multiple-entry, stay ended yesterday", Ineligibility::kStayExpired}};
  std::set<std::string> seen;
  for (const auto& person : people) {
    std::string situation = person["situation"];
    if (!wanted.contains(situation)) continue;
    seen.insert(situation);
    auto permit = sql::FindPermitByNumber(database, person["permit number"]);
    ASSERT_TRUE(permit);
    Service service =
        permit->kind == PermitKind::kSingleEntry ? Service::kExchange : Service::kExtension;
    Eligibility eligibility = CheckEligibility(service, sql::FactsOf(*permit, permit->applicant_id),
                                               TaipeiDate(clock.Now()));
    EXPECT_EQ(eligibility.refusal, wanted[situation]) << situation;
  }
  EXPECT_EQ(seen.size(), wanted.size());
}

TEST_F(CommandsTest, ACaseIsListedShownAndDecided) {
  test::PayableCase made = SubmittedCase();
  EXPECT_NE(Run({"case", "list", "--state", "submitted"}).out.find(made.receipt_number),
            std::string::npos);
  test::Said said = Run({"case", "approve", made.receipt_number, "--opinion", "ok"});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_NE(said.out.find("awaiting-payment"), std::string::npos);
  EXPECT_NE(Run({"case", "show", made.receipt_number}).out.find("operator:test"),
            std::string::npos);
  said = Run({"case", "approve", made.receipt_number});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_EQ(said.err, "permitctl: case " + made.receipt_number +
                          " is awaiting-payment, which does not allow it\n");
}

TEST_F(CommandsTest, AReturnWantsItsKindItsOpinionAndRealTargets) {
  std::string number = SubmittedCase().receipt_number;
  auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"case", "return", number});
    return Run(more);
  };
  EXPECT_EQ(with({}).exit_code, 2);
  EXPECT_EQ(with({"--kind", "other", "--opinion", "x"}).exit_code, 2);
  EXPECT_EQ(with({"--kind", "correction"}).exit_code, 1);
  EXPECT_EQ(with({"--kind", "correction", "--opinion", "x", "--remark", "nothing"}).exit_code, 2);
  EXPECT_EQ(with({"--kind", "correction", "--opinion", "x", "--remark", "no=x"}).exit_code, 1);
  test::Said said = with({"--kind", "correction", "--opinion", "x", "--remark", "department=y"});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_NE(said.out.find("returned-for-correction"), std::string::npos);
}

TEST_F(CommandsTest, OneMayActForAReviewerWhoIsOne) {
  std::string number = SubmittedCase().receipt_number;
  EXPECT_EQ(Run({"case", "disapprove", number, "--as", "nobody"}).exit_code, 1);
  std::string password = File("password", "long enough a word\n");
  EXPECT_EQ(Run({"reviewer", "add", "r1", "--password-file", password}).exit_code, 0);
  EXPECT_EQ(Run({"reviewer", "add", "r2", "--password-file", File("short", "short")}).exit_code, 1);
  EXPECT_EQ(Run({"case", "disapprove", number, "--as", "r1"}).exit_code, 0);
  EXPECT_NE(Run({"case", "show", number}).out.find("reviewer:r1"), std::string::npos);
}

TEST_F(CommandsTest, WhatIsUnknownIsRefused) {
  EXPECT_EQ(Run({"case", "show", "000000000000"}).exit_code, 1);
  EXPECT_EQ(Run({"case", "approve", "000000000000"}).exit_code, 1);
  EXPECT_EQ(Run({"case", "list", "--state", "lost"}).exit_code, 2);
  EXPECT_EQ(Run({"case", "list", "--limit", "-3"}).exit_code, 2);
  EXPECT_EQ(Run({"account", "show", "nobody"}).exit_code, 1);
  EXPECT_EQ(Run({"mail", "retry", "77"}).exit_code, 1);
  EXPECT_EQ(Run({"mail", "retry", "x"}).exit_code, 2);
  EXPECT_EQ(Run({"job", "run", "nothing"}).exit_code, 2);
}

TEST_F(CommandsTest, AnAccountShowsTheMailsThatWereAskedForToday) {
  const sql::Account account = sql::FindAccount(database, test::AddAccount(database, 1)).value();
  EXPECT_EQ(Run({"account", "show", "student1"}).out.find("mails today"), std::string::npos);
  CountMailOfDay(database, kLoginCodeMails, account.email, clock.Now());
  EXPECT_NE(Run({"account", "show", "student1"}).out.find("login-code 1 of 20"), std::string::npos);
}

TEST_F(CommandsTest, AnAccountIsUnlockedAndClosed) {
  std::uint64_t id = test::AddAccount(database, 1);
  sql::RecordLoginFailure(database, id, 1, clock.Now() + std::chrono::minutes(15));
  EXPECT_EQ(Run({"account", "unlock", "student1"}).exit_code, 0);
  EXPECT_FALSE(sql::FindAccount(database, id)->rests_until);
  EXPECT_NE(Run({"account", "list"}).out.find("student1"), std::string::npos);
  EXPECT_EQ(Run({"account", "close", "student1"}).exit_code, 0);
  EXPECT_EQ(sql::FindAccount(database, id)->state, sql::AccountState::kClosed);
}

TEST_F(CommandsTest, AFailedMailIsSeenAndRetried) {
  database.Transact([&](sql::Transaction& transaction) {
    sql::EnqueueMail(transaction, {.cause = "c", .recipient = "a@b.org", .subject = "s"},
                     clock.Now());
  });
  std::string id = database.Run("SELECT id FROM outbox").at(0).Text("id");
  database.Run("UPDATE outbox SET state = 'failed', last_error = '550 no'");
  EXPECT_NE(Run({"mail", "list", "--state", "failed"}).out.find("550 no"), std::string::npos);
  EXPECT_EQ(Run({"mail", "retry", id}).exit_code, 0);
  EXPECT_NE(Run({"mail", "list", "--state", "waiting"}).out.find("a@b.org"), std::string::npos);
}

TEST_F(CommandsTest, AJobTellsWhatItDid) {
  for (const char* job : {"housekeeping", "deliver-mail", "scan-files"}) {
    test::Said said = Run({"job", "run", job});
    EXPECT_EQ(said.exit_code, 0) << said.err;
    EXPECT_NE(Run({"job", "list"}).out.find(job), std::string::npos);
  }
}

TEST_F(CommandsTest, SchemaConfigAndRoutesAreTold) {
  EXPECT_EQ(Run({"schema", "status"}).exit_code, 0);
  EXPECT_EQ(Run({"schema", "upgrade"}).exit_code, 0);
  EXPECT_NE(Run({"config", "show", "--defaults"}).out.find("site.base_url"), std::string::npos);
  EXPECT_NE(Run({"route", "list"}).out.find("/coa-frontend/"), std::string::npos);
  EXPECT_NE(Run({"--help"}).out.find("case approve NUMBER"), std::string::npos);
}

TEST_F(CommandsTest, AnAbsentDatabaseIsAFaultOfTheSurroundings) {
  test::PrivateDatabase::Shared().server().Stop();
  test::Said said = Run({"case", "list"});
  test::PrivateDatabase::Shared().server().Start();
  EXPECT_EQ(said.exit_code, 3);
  EXPECT_EQ(std::count(said.err.begin(), said.err.end(), '\n'), 1);
}

}  // namespace
}  // namespace permit
