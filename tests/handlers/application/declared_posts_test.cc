// 申報事項: posts that are held at present, were held before, both, or neither.
#include <gmock/gmock.h>

#include "sql/form_json.h"
#include "tests/handlers/application/apply_fixture.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DeclaredPostsTest : public ApplyTest {
 protected:
  DeclaredPostsTest() : draft(Begin(Service::kExtension, kMultiple)) {}

  // As the page sends it: an empty value, so that a form without a tick says so, then the ticks.
  Response Tick(const std::vector<std::string>& codes, Fields others = {{"do", "save"}}) {
    browser.Get(draft);
    others.emplace_back("declared_post", "");
    for (const std::string& code : codes) others.emplace_back("declared_post", code);
    return browser.PostFiles(draft, others, {});
  }
  std::string Stored() {
    return ValueOf(sql::ReadFormJson(Column("SELECT form FROM draft")), "declared_post");
  }
  bool IsTicked(const std::string& code) {
    const std::string page = browser.Get(draft + "?all=yes").body;
    EXPECT_THAT(page, HasSubstr("name=\"declared_post\" value=\"" + code + "\""));
    return page.find("name=\"declared_post\" value=\"" + code + "\" checked") != std::string::npos;
  }

  std::string draft;
};

TEST_F(DeclaredPostsTest, FormerAndPresentPostsCanBothBeDeclared) {
  EXPECT_EQ(303, Tick({"at-present", "formerly"}).status);
  EXPECT_EQ("formerly at-present", Stored());
  EXPECT_TRUE(IsTicked("formerly"));
  EXPECT_TRUE(IsTicked("at-present"));
  EXPECT_FALSE(IsTicked("never"));
}

TEST_F(DeclaredPostsTest, TicksCanBeTakenAway) {
  Tick({"formerly"});
  Tick({});
  EXPECT_EQ("", Stored());
  EXPECT_FALSE(IsTicked("formerly"));
}

TEST_F(DeclaredPostsTest, ADraftOfOneChoiceIsReadAsItWas) {
  database.Run("UPDATE draft SET form = JSON_SET(form, '$.declared_post', 'at-present')");
  EXPECT_TRUE(IsTicked("at-present"));
  EXPECT_FALSE(IsTicked("formerly"));
}

TEST_F(DeclaredPostsTest, NeverCannotBeDeclaredBesideAPost) {
  EXPECT_EQ(303, Tick({"formerly", "never"}).status) << "a draft may be unfinished";
  const Response refused = Tick({"formerly", "never"}, {{"do", "check"}});
  EXPECT_EQ(422, refused.status);
  EXPECT_THAT(refused.body,
              HasSubstr("<a href=\"#declared_post-1\">「申報事項」勾選的項目互相牴觸"));
}

TEST_F(DeclaredPostsTest, EachDeclaredPostNeedsItsName) {
  const std::string told = Tick({"formerly", "at-present"}, {{"do", "check"}}).body;
  EXPECT_THAT(told, HasSubstr("<a href=\"#former_post\">"));
  EXPECT_THAT(told, HasSubstr("<a href=\"#present_post\">"));
}

TEST_F(DeclaredPostsTest, TheAnswersSayEachStatementAndTheEducationInOneLine) {
  Fields answers = Answers();
  std::erase_if(answers, [](const auto& field) { return field.first == "declared_post"; });
  answers.insert(answers.end(), {{"do", "check"},
                                 {"former_post", "記者"},
                                 {"present_post", "團委書記"},
                                 {"highest_education_school", "常州大學"},
                                 {"declared_post", "formerly"},
                                 {"declared_post", "at-present"}});
  browser.Get(draft);
  ASSERT_EQ(303, browser.PostFiles(draft, answers, Documents(Service::kExtension)).status);
  const std::string page = browser.Get(draft + "/check").body;
  EXPECT_THAT(page, HasSubstr("申請人曾任大陸地區黨務、行政、軍事或具政治性機關(構)、團體之職務或為"
                              "其成員者；申請人現任大陸地區"));
  EXPECT_THAT(page, HasSubstr("學士 - 常州大學"));
  EXPECT_THAT(page, Not(HasSubstr("最高學歷學校")));
}

}  // namespace
}  // namespace permit::test
