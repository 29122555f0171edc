// The form in sections: each is shown and saved by itself, and the list says how each stands.
#include <gmock/gmock.h>

#include "handlers/rules/form_part.h"
#include "sql/form_json.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SectionsTest : public ApplyTest {
 protected:
  SectionsTest() : draft(Begin(Service::kExchange, kSingle)) {}

  std::string Section(FormPart part) { return draft + "/sections/" + std::string(Code(part)); }
  // Opens the section, presses the button, and says where that leads.
  Response Press(FormPart part, const std::string& button, Fields fields,
                 const std::vector<SentFile>& files = {}) {
    EXPECT_EQ(200, browser.Get(Section(part)).status);
    fields.emplace_back("section", Code(part));
    fields.emplace_back("do", button);
    return browser.PostFiles(draft, fields, files);
  }
  std::string After(FormPart part, const Fields& fields, const std::vector<SentFile>& files = {}) {
    const Response answer = Press(part, "next", fields, files);
    EXPECT_EQ(303, answer.status) << answer.body;
    return HeaderOf(answer, "Location");
  }
  // The word that the list has for the section.
  std::string StateOnList(FormPart part, const std::string& query = "") {
    const std::string list = browser.Get(draft + query).body;
    const std::size_t at = list.find("href=\"" + Section(part) + "\"");
    if (at == std::string::npos) return "not listed";
    const std::string row = list.substr(at, list.find("</li>", at) - at);
    const std::string word = row.substr(row.rfind("</span> ") + 8);
    return word.substr(0, word.find('<'));
  }
  FormValues Stored() { return sql::ReadFormJson(Column("SELECT form FROM draft")); }
  // Those of the parts, of what a student types.
  static Fields AnswersIn(FormPart part) {
    Fields fields;
    for (const auto& field : Answers()) {
      if (PartOf(Service::kExchange, field.first) == part) fields.push_back(field);
    }
    return fields;
  }
  static std::vector<SentFile> FilesIn(FormPart part) {
    std::vector<SentFile> files;
    for (const SentFile& file : Documents(Service::kExchange)) {
      if (PartOf(Service::kExchange, file.field) == part) files.push_back(file);
    }
    return files;
  }

  std::string draft;
};

TEST_F(SectionsTest, AreListedWithTheStateOfEach) {
  EXPECT_EQ("待填寫", StateOnList(FormPart::kPhoto));
  EXPECT_EQ("待填寫", StateOnList(FormPart::kContact));
  EXPECT_EQ("已完成", StateOnList(FormPart::kIdentity)) << "as the register has it";
  EXPECT_THAT(browser.page(), HasSubstr("共 10 部分"));
  Press(FormPart::kIdentity, "save", {{"birth_date", "1991/02/30"}});
  EXPECT_EQ("有誤", StateOnList(FormPart::kIdentity));
  EXPECT_EQ("有誤", StateOnList(FormPart::kPhoto, "?check=yes")) << "it was asked for";
}

TEST_F(SectionsTest, EachShowsItsOwnFieldsAndNoOthers) {
  for (FormPart part : kFormParts) {
    const std::string page = browser.Get(Section(part)).body;
    for (FormPart other : kFormParts) {
      for (std::string_view name : NamesIn(Service::kExchange, other)) {
        const bool shown = page.find("id=\"" + std::string(name) + "\"") != std::string::npos;
        EXPECT_EQ(part == other, shown) << Code(part) << ": " << name;
      }
    }
    EXPECT_EQ(page.find("<h1"), page.rfind("<h1")) << Code(part);
    EXPECT_THAT(page, Not(HasSubstr("form-group-title"))) << "its heading is its title";
  }
  EXPECT_EQ(404, browser.Get(draft + "/sections/nothing").status);
}

// Where no scripts run, the switch saves the section and comes back to it.
TEST_F(SectionsTest, TheLanguageIsSwitchedAndNothingTypedIsLost) {
  EXPECT_THAT(browser.Get(Section(FormPart::kContact)).body,
              HasSubstr("value=\"stay\" formaction=\"" + draft + "?lang=en\""));
  const Response answer = browser.PostFiles(draft + "?lang=en",
                                            {{"section", std::string(Code(FormPart::kContact))},
                                             {"do", "stay"},
                                             {"taiwan_phone", "0912345678"}},
                                            {});
  EXPECT_EQ(303, answer.status);
  EXPECT_EQ(Section(FormPart::kContact), HeaderOf(answer, "Location"));
  EXPECT_EQ("0912345678", Stored()["taiwan_phone"]);
  EXPECT_THAT(browser.Get(Section(FormPart::kContact)).body, HasSubstr("<html lang=\"en\""));
  // Where what is wrong is shown, it is shown in the other language as well.
  EXPECT_THAT(browser.Get(Section(FormPart::kContact) + "?check=yes").body,
              HasSubstr("formaction=\"" + draft + "?lang=zh-TW&amp;check=yes\""));
}

TEST_F(SectionsTest, OneIsSavedByItselfAndLeadsToTheNextThatIsNotDone) {
  EXPECT_EQ(Section(FormPart::kRequest), After(FormPart::kPhoto, {}, FilesIn(FormPart::kPhoto)));
  EXPECT_EQ(Section(FormPart::kDocuments),
            After(FormPart::kRequest, AnswersIn(FormPart::kRequest)));
  EXPECT_EQ(Section(FormPart::kStudies),
            After(FormPart::kDocuments, {}, FilesIn(FormPart::kDocuments)))
      << "the register says who it is";
  EXPECT_EQ(Section(FormPart::kContact), After(FormPart::kStudies, AnswersIn(FormPart::kStudies)));
  RowWatch watch(database);
  EXPECT_EQ(Section(FormPart::kDeclaration),
            After(FormPart::kContact, AnswersIn(FormPart::kContact)));
  EXPECT_EQ("draft ~1 (form, revision)\ndraft_change +3", watch.Changes());
  EXPECT_EQ("0223456789", Stored()["taiwan_phone"]);
  EXPECT_EQ("bachelor", Stored()["highest_education"]) << "of another section";
  EXPECT_EQ(Section(FormPart::kFather),
            After(FormPart::kDeclaration, AnswersIn(FormPart::kDeclaration)))
      << "the guarantor is the school";
  EXPECT_EQ(Section(FormPart::kMother), After(FormPart::kFather, AnswersIn(FormPart::kFather)));
  EXPECT_EQ(draft + "/check", After(FormPart::kMother, AnswersIn(FormPart::kMother)));
}

TEST_F(SectionsTest, AfterTheLastOneTheFirstThatIsNotDoneFollows) {
  EXPECT_EQ(Section(FormPart::kPhoto), After(FormPart::kMother, AnswersIn(FormPart::kMother)));
}

TEST_F(SectionsTest, OneWithErrorsStaysAndSaysOnlyItsOwn) {
  const Response wrong =
      Press(FormPart::kContact, "next", {{"taiwan_address", "臺北市"}, {"email", "me@"}});
  EXPECT_EQ(422, wrong.status);
  EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#email\">"));
  EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#mainland_address\">"));
  EXPECT_THAT(wrong.body, Not(HasSubstr("#father_name")));
  EXPECT_THAT(wrong.body, HasSubstr("name=\"section\" value=\"contact\""));
  EXPECT_EQ("臺北市", Stored()["taiwan_address"]) << "what is good is kept, and what is not yet";
  EXPECT_EQ("me@", Stored()["email"]);
  EXPECT_THAT(wrong.body, HasSubstr(draft.substr(draft.rfind('/')) + "/sections/contact?lang=en"))
      << "the language is switched on the section's page";
}

TEST_F(SectionsTest, OneMayBeLeftUnfinished) {
  const Response saved = Press(FormPart::kFather, "save", {{"father_name", "陳大明"}});
  EXPECT_EQ(draft + "?saved=yes", HeaderOf(saved, "Location"));
  EXPECT_THAT(browser.Follow(saved).body, HasSubstr("notice-success"));
  EXPECT_EQ("待填寫", StateOnList(FormPart::kFather));
  EXPECT_EQ("陳大明", InputValue(browser.Get(Section(FormPart::kFather)).body, "father_name"));
}

TEST_F(SectionsTest, AFileGoesUpAndTheSectionIsShownAgain) {
  const Response sent = Press(FormPart::kPhoto, "upload", {}, FilesIn(FormPart::kPhoto));
  EXPECT_EQ(Section(FormPart::kPhoto) + "#photo", HeaderOf(sent, "Location"));
  const Response refused =
      Press(FormPart::kDocuments, "upload", {}, {{"other", "page.html", "<html>"}});
  EXPECT_EQ(422, refused.status);
  EXPECT_THAT(refused.body, HasSubstr("<a href=\"#other\">"));
  EXPECT_THAT(refused.body, HasSubstr("name=\"section\" value=\"documents\""));
}

TEST_F(SectionsTest, TheListNamesWhatIsMissingWithLinksIntoTheSections) {
  browser.Get(draft);
  const Response refused = browser.Post(draft, {{"section", "list"}, {"do", "check"}});
  EXPECT_EQ(422, refused.status);
  const std::string link = "<a href=\"" + draft + "/sections/";
  EXPECT_THAT(refused.body, HasSubstr(link + "photo?check=yes#photo\">照片上傳："));
  EXPECT_THAT(refused.body, HasSubstr(link + "request?check=yes#qualification-1\">申請資格："));
  EXPECT_THAT(refused.body, HasSubstr(link + "father?check=yes#father_name\">父："));
  EXPECT_THAT(refused.body, HasSubstr("有誤"));
  EXPECT_THAT(refused.body, Not(HasSubstr("待填寫")));
  const std::string section = browser.Get(Section(FormPart::kFather) + "?check=yes").body;
  EXPECT_THAT(section, HasSubstr("<a href=\"#father_name\">"));
  EXPECT_THAT(section, HasSubstr("id=\"father_name-error\""));
  EXPECT_THAT(section, Not(HasSubstr("#mother_name")));
}

TEST_F(SectionsTest, AChangeFromTheCheckGoesBackThere) {
  Fields answers = Answers();
  answers.emplace_back("do", "check");
  browser.Get(draft);
  EXPECT_EQ(draft + "/check",
            HeaderOf(browser.PostFiles(draft, answers, Documents(Service::kExchange)), "Location"));
  const std::string check = browser.Get(draft + "/check").body;
  for (FormPart part : kFormParts) {
    EXPECT_THAT(check, HasSubstr("href=\"" + Section(part) + "?from=check\""));
  }
  const std::string field = Section(FormPart::kContact) + "?from=check#taiwan_address";
  EXPECT_THAT(check, HasSubstr("href=\"" + field + "\""));
  const std::string page = browser.Get(Section(FormPart::kContact) + "?from=check").body;
  EXPECT_THAT(page, HasSubstr("name=\"from\" value=\"check\""));
  EXPECT_THAT(page, HasSubstr("class=\"govuk-back-link\" href=\"" + draft + "/check\""));
  const Fields change = {
      {"section", "contact"}, {"from", "check"}, {"taiwan_address", "新址"}, {"do", "next"}};
  EXPECT_EQ(draft + "/check", HeaderOf(browser.Post(draft, change), "Location"));
  EXPECT_THAT(browser.Get(draft + "/check").body, HasSubstr("新址"));
}

TEST_F(SectionsTest, AsksInItsSectionAboutAMailboxThatLooksLikeASlip) {
  Fields fields = AnswersIn(FormPart::kContact);
  fields.emplace_back("email", "ming@gmial.com");
  const Response asking = Press(FormPart::kContact, "next", fields);
  EXPECT_EQ(422, asking.status);
  EXPECT_THAT(asking.body, HasSubstr("ming@gmail.com"));
  fields.emplace_back("asked_mailbox", InputValue(asking.body, "asked_mailbox"));
  EXPECT_EQ(Section(FormPart::kDeclaration), After(FormPart::kContact, fields));
}

TEST_F(SectionsTest, WhatTheSessionsEndKeptIsShownInItsSection) {
  browser.Get(Section(FormPart::kContact));
  database.Run(
      "UPDATE session SET ends_at = ends_at - INTERVAL 2 HOUR,"
      " last_seen_at = last_seen_at - INTERVAL 2 HOUR");
  browser.Post(draft, {{"section", "contact"}, {"taiwan_address", "遲到的地址"}, {"do", "next"}});
  LogIn(browser, account);
  const std::string kept = browser.Get(draft + "?kept=yes").body;
  EXPECT_EQ("遲到的地址", InputValue(kept, "taiwan_address"));
  EXPECT_THAT(kept, HasSubstr("name=\"section\" value=\"contact\""));
  EXPECT_EQ(0u, Stored().count("taiwan_address"));
}

TEST_F(SectionsTest, APlaceThatNoPageNamesIsRefused) {
  browser.Get(draft);
  RowWatch watch(database);
  EXPECT_EQ(
      400,
      browser.Post(draft, {{"section", "nowhere"}, {"taiwan_phone", "1"}, {"do", "save"}}).status);
  EXPECT_EQ("", watch.Changes());
}

// A page from before there were sections may still be open somewhere.
TEST_F(SectionsTest, APageThatNamesNoSectionIsAnsweredWithTheWholeForm) {
  browser.Get(draft);
  const Response wrong = browser.Post(draft, {{"taiwan_address", "新址"}, {"do", "check"}});
  EXPECT_EQ(422, wrong.status);
  EXPECT_EQ("新址", InputValue(wrong.body, "taiwan_address"));
  EXPECT_THAT(wrong.body, HasSubstr("name=\"section\" value=\"all\""));
  EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#father_name\">"));
}

TEST_F(SectionsTest, AnothersSectionIsNotThere) {
  Browser other(dispatcher);
  LogIn(other, stranger);
  EXPECT_EQ(404, other.Get(Section(FormPart::kPhoto)).status);
}

}  // namespace
}  // namespace permit::test
