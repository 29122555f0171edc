#include "tests/handlers/application/apply_fixture.h"

#include "handlers/rules/required_documents.h"
#include "tests/support/sample_files.h"

namespace permit::test {

ApplyTest::ApplyTest() : account(AddStudent()), stranger(AddAccount(database, 2)) {
  AddPermit(account, kSingle, "single", "2026-06-30");
  AddPermit(account, kMultiple, "multiple", "2026-05-01");
  LogIn(browser, account);
}

std::uint64_t ApplyTest::AddStudent() {
  const std::uint64_t added = AddAccount(database, 1);
  database.Run(
      "UPDATE applicant SET mainland_id = '360426199101010071', birth_date = '1991-01-01',"
      " birthplace = 'jiangxi' WHERE id = (SELECT applicant_id FROM account WHERE id = " +
      std::to_string(added) + ")");
  return added;
}

void ApplyTest::AddPermit(std::uint64_t of_account, const std::string& number,
                          const std::string& kind, const std::string& stay_until,
                          const std::string& entered_on) {
  database.Run(
      "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " entered_on, loaded_at) VALUES ('" +
      number + "', '" + kind + "', (SELECT applicant_id FROM account WHERE id = " +
      std::to_string(of_account) + "), '2026-01-05', '" + stay_until + "', '" + stay_until + "', " +
      entered_on + ", '2026-01-05 00:00:00')");
}

std::string ApplyTest::Begin(Service service, const std::string& permit_number) {
  browser.Get(Apply(service));
  browser.Follow(browser.Post(Apply(service), {{"agreed", "yes"}}));
  Response begun = browser.Post(Apply(service) + "/permit",
                                {{"agreed", "yes"}, {"permit_number", permit_number}});
  EXPECT_EQ(303, begun.status) << begun.body;
  std::string path = HeaderOf(begun, "Location");
  EXPECT_EQ(200, browser.Get(path).status);
  return path;
}

Fields ApplyTest::Answers() {
  return {{"qualification", "general"},
          {"resumes_study", "no"},
          {"highest_education", "bachelor"},
          {"mainland_address", "江西省九江市濂溪路1號"},
          {"taiwan_address", "臺北市大安區"},
          {"taiwan_phone", "0223456789"},
          {"declared_post", "never"},
          {"father_life", "deceased"},
          {"father_name", "陳大明"},
          {"mother_life", "deceased"},
          {"mother_name", "李𠮷"}};
}

std::vector<SentFile> ApplyTest::Documents(Service service) {
  std::vector<SentFile> files = {{"photo", "me.jpg", MakeJpeg()}};
  for (const DocumentSlot& slot : DocumentSlots(service)) {
    if (slot.need != DocumentNeed::kRequired) continue;
    std::string code(slot.code);
    files.push_back({code, code + ".pdf", MakePdf(code)});
  }
  return files;
}

std::string ApplyTest::Complete(Service service, const std::string& permit_number) {
  std::string draft = Begin(service, permit_number);
  Fields answers = Answers();
  answers.emplace_back("do", "check");
  Response saved = browser.PostFiles(draft, answers, Documents(service));
  EXPECT_EQ(303, saved.status) << saved.body;
  EXPECT_EQ(draft + "/check", HeaderOf(saved, "Location"));
  EXPECT_EQ(200, browser.Get(draft + "/check").status);
  return draft;
}

std::string ApplyTest::Column(const std::string& query) {
  auto rows = database.Run(query);
  if (rows.size() != 1) return std::to_string(rows.size()) + " rows";
  return rows[0].OptionalText(rows[0].columns().at(0)).value_or("NULL");
}

}  // namespace permit::test
