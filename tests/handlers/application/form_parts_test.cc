// The form of each service, field by field: the table says what the specification asks for.
#include <gmock/gmock.h>

#include <set>

#include "handlers/rules/required_documents.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/handlers/application/form_reader.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using enum Shown;

enum Services : unsigned { kE = 1, kX = 2, kD = 4, kAll = 7 };

enum class Mark {
  kStar,      // required
  kNoStar,    // may be left out
  kDependent  // required while another answer says so
};
using enum Mark;

struct Part {
  const char* name;
  const char* label;
  unsigned services;
  Mark mark;
  Shown shown;
  const char* filled_in;  // before the student types anything
};

const Part kParts[] = {
    // 1
    {"photo", "照片上傳", kAll, kStar, kFiles, ""},
    {"qualification", "申請資格", kAll, kStar, kRadios, ""},
    {"resumes_study", "是否為復學之陸生", kE, kStar, kRadios, ""},
    // 2
    {"single-permit", "1. 原單次入出境許可證(已查驗入境)", kE, kStar, kFiles, ""},
    {"health-certificate", "2. 經衛生福利部指定外籍人士體檢之國內醫院出具之健康檢查合格證明", kE,
     kNoStar, kFiles, ""},
    {"multiple-permit", "1. 原多次入出境許可證", kX, kStar, kFiles, ""},
    {"enrolment", "2. 在學證明", kX, kStar, kFiles, ""},
    {"travel-document", "3. 大陸地區旅行證件(大通證)", kE | kX, kStar, kFiles, ""},
    {"other", "4. 其他相關證明文件(無則免)", kE | kX, kNoStar, kFiles, ""},
    {"change-proof", "1. 資料異動相關證明文件", kD, kStar, kFiles, ""},
    // 3
    {"chinese_name", "中文姓名", kAll, kStar, kText, "陳小明"},
    {"english_name", "英文姓名", kAll, kNoStar, kText, "CHEN, XIAOMING"},
    {"birth_date", "出生日期", kAll, kStar, kText, "1991/01/01"},
    {"former_name", "原名", kAll, kNoStar, kText, ""},
    {"unified_number", "統一證號", kAll, kNoStar, kText, "UA12345672"},
    {"mainland_id", "大陸身分證號", kAll, kStar, kText, "360426199101010071"},
    {"mainland_id_expiry", "身分證有效日期", kAll, kNoStar, kText, ""},
    {"passport_number", "大陸護照號碼", kAll, kNoStar, kText, ""},
    {"passport_expiry", "大陸護照有效日期", kAll, kNoStar, kText, ""},
    {"sex", "性別", kAll, kStar, kRadios, "male"},
    {"school", "就讀學校", kAll, kStar, kFixed, "國立臺灣大學"},
    {"department", "就讀系所", kAll, kStar, kText, "電機工程學系"},
    {"study_level", "申請來臺就學學制", kAll, kStar, kChoice, "bachelor"},
    {"grade", "就讀年級", kAll, kStar, kChoice, "1"},
    {"birthplace", "出生地", kAll, kStar, kChoice, "jiangxi"},
    {"highest_education", "最高學歷", kAll, kStar, kChoice, ""},
    {"highest_education_school", "最高學歷學校", kAll, kNoStar, kText, ""},
    {"travel_permit", "大陸通行證號碼", kAll, kNoStar, kText, "T12345671"},
    {"travel_permit_expiry", "大陸通行證效期", kAll, kNoStar, kText, ""},
    {"mainland_phone", "大陸電話", kAll, kNoStar, kText, ""},
    {"mainland_address", "大陸居住地址", kAll, kStar, kText, ""},
    {"taiwan_phone", "在臺電話", kAll, kNoStar, kText, "0912345678 #12"},
    {"taiwan_address", "在臺居住地址", kE, kStar, kText, ""},
    {"taiwan_address", "在臺居住地址", kX | kD, kStar, kText, "臺北市文山區指南路1號"},
    {"email", "Email", kAll, kNoStar, kText, "student1@example.org"},
    // 4
    {"declared_post", "申報事項", kAll, kStar, kTicks, ""},
    {"former_post", "曾任職於", kAll, kStar, kText, ""},
    {"present_post", "現任職於", kAll, kStar, kText, ""},
    // 5
    {"guarantor_kind", "保證人類別", kAll, kNoStar, kRadios, "juridical"},
    {"guarantor_organisation", "學校或機構名稱", kAll, kStar, kText, "國立臺灣大學"},
    {"guarantor_representative", "代表人", kAll, kNoStar, kText, ""},
    {"guarantor_name", "保證人姓名", kAll, kStar, kText, ""},
    {"guarantor_id", "保證人身分證字號", kAll, kStar, kText, ""},
    {"guarantor_relation", "與申請人關係", kAll, kStar, kText, ""},
    {"guarantor_phone", "保證人電話", kAll, kDependent, kText, ""},
    {"guarantor_address", "保證人地址", kAll, kDependent, kText, ""},
    {"father_life", "存歿", kAll, kStar, kRadios, ""},
    {"father_name", "姓名", kAll, kStar, kText, ""},
    {"father_birth_date", "生日", kAll, kDependent, kText, ""},
    {"father_phone", "電話", kAll, kStar, kText, ""},
    {"father_occupation", "職業", kAll, kStar, kText, ""},
    {"father_employer", "服務單位", kAll, kStar, kText, ""},
    {"father_job_title", "職稱", kAll, kStar, kText, ""},
    {"father_address", "現居地址", kAll, kStar, kText, ""},
    {"mother_life", "存歿", kAll, kStar, kRadios, ""},
    {"mother_name", "姓名", kAll, kStar, kText, ""},
    {"mother_birth_date", "生日", kAll, kDependent, kText, ""},
    {"mother_phone", "電話", kAll, kStar, kText, ""},
    {"mother_occupation", "職業", kAll, kStar, kText, ""},
    {"mother_employer", "服務單位", kAll, kStar, kText, ""},
    {"mother_job_title", "職稱", kAll, kStar, kText, ""},
    {"mother_address", "現居地址", kAll, kStar, kText, ""},
};

// Those whose row waits for another answer.
bool IsConditional(Service service, const std::string& name) {
  const FormField* field = FindFormField(service, name);
  return field != nullptr && !field->applies_when.field.empty();
}

class FormPartsTest : public ApplyTest, public ::testing::WithParamInterface<Service> {
 protected:
  FormPartsTest() {
    database.Run("UPDATE applicant SET unified_number = 'UA12345672'");
    database.Run("UPDATE account SET phone = '0912345678', extension = '12'");
    database.Run(
        "UPDATE entry_permit SET taiwan_address = '臺北市文山區指南路1號'"
        " WHERE kind = 'multiple'");
    draft = Begin(service(), service() == Service::kExchange ? kSingle : kMultiple);
    page = browser.Get(draft + "?all=yes").body;
  }

  Service service() const { return GetParam(); }
  std::vector<Part> Parts() const {
    const unsigned mine = 1U << static_cast<unsigned>(service());
    std::vector<Part> parts;
    for (const Part& part : kParts) {
      if (part.services & mine) parts.push_back(part);
    }
    return parts;
  }

  std::string draft;
  std::string page;
};

TEST_P(FormPartsTest, EveryFieldStandsInItsPlaceWithLabelMarkAndValue) {
  std::size_t last = 0;
  for (const Part& part : Parts()) {
    SCOPED_TRACE(part.name);
    const ShownField field = ReadField(page, part.name);
    EXPECT_EQ(part.shown, field.kind);
    EXPECT_EQ(part.filled_in, field.value);
    if (std::string(part.name) == "health-certificate") {
      EXPECT_THAT(field.label, ::testing::StartsWith(part.label));
    } else {
      EXPECT_EQ(part.label, field.label);
    }
    EXPECT_EQ(part.mark == kStar, field.required);
    EXPECT_EQ(part.mark == kNoStar, field.optional);
    EXPECT_GT(field.place, last) << "the fields keep their order";
    last = field.place;
  }
}

TEST_P(FormPartsTest, NoFieldMoreThanTheTableHas) {
  std::set<std::string> known;
  for (const Part& part : Parts()) known.insert(part.name);
  for (const FormField& field : FormFields(service())) {
    EXPECT_TRUE(known.contains(std::string(field.name))) << field.name;
  }
  for (const DocumentSlot& slot : DocumentSlots(service())) {
    EXPECT_TRUE(known.contains(std::string(slot.code))) << slot.code;
  }
  EXPECT_EQ(known.size(), FormFields(service()).size() + DocumentSlots(service()).size() + 1);
}

TEST_P(FormPartsTest, TheSectionsAreTitledInTheirOrder) {
  std::size_t last = 0;
  for (const char* title : {">申請書<", ">應檢附文件<", ">申請人資料<", ">申報事項<",
                            ">保證人資料<", ">親屬資料<", ">父<", ">母<"}) {
    const std::size_t at = page.find(title);
    ASSERT_NE(std::string::npos, at) << title;
    EXPECT_GT(at, last) << title;
    last = at;
  }
}

// Whatever may be left out is left out, everything else is empty.
TEST_P(FormPartsTest, EachRequiredAnswerThatIsMissingHasItsMessageAndALinkToIt) {
  Fields nothing = {{"do", "check"}};
  for (const FormField& field : FormFields(service())) {
    if (field.kind != FieldKind::kReadOnly && field.name != "guarantor_kind") {
      nothing.emplace_back(field.name, "");
    }
  }
  const std::string told = browser.PostFiles(draft, nothing, {}).body;
  for (const Part& part : Parts()) {
    SCOPED_TRACE(part.name);
    const std::string name = part.name;
    const bool asked = part.mark == kStar && part.shown != kFixed &&
                       (!IsConditional(service(), name) || name == "guarantor_organisation");
    const bool several = part.shown == kRadios || part.shown == kTicks;
    const std::string place = several ? name + "-1" : name;
    const std::string link = "<a href=\"#" + place + "\">";
    if (!asked) {
      EXPECT_THAT(told, Not(HasSubstr(link)));
      continue;
    }
    ASSERT_THAT(told, HasSubstr(link));
    const std::size_t words = told.find(link) + link.size();
    EXPECT_THAT(told.substr(words, told.find("</a>", words) - words),
                HasSubstr(name == "photo" ? "照片" : ReadField(page, name).label));
    EXPECT_THAT(told, HasSubstr("id=\"" + place + "\""));
    EXPECT_THAT(told, HasSubstr("id=\"" + name + "-error\""));
  }
}

TEST_P(FormPartsTest, EachTextHasALimitThatThePageAndTheMessageName) {
  for (const Part& part : Parts()) {
    if (part.shown != kText) continue;
    SCOPED_TRACE(part.name);
    const int limit = ReadField(page, part.name).max_length;
    ASSERT_GT(limit, 0);
    browser.Get(draft);
    const Response refused = browser.PostFiles(
        draft, {{"do", "save"}, {part.name, std::string(static_cast<std::size_t>(limit) + 1, '1')}},
        {});
    EXPECT_EQ(422, refused.status);
    const std::string link = "<a href=\"#" + std::string(part.name) + "\">";
    const std::size_t at = refused.body.find(link);
    ASSERT_NE(std::string::npos, at);
    const std::string message = refused.body.substr(at, refused.body.find("</a>", at) - at);
    EXPECT_THAT(message, HasSubstr(part.label));
    EXPECT_THAT(message, HasSubstr(std::to_string(limit)));
  }
}

INSTANTIATE_TEST_SUITE_P(EachService, FormPartsTest, ::testing::ValuesIn(kServices),
                         [](const auto& service) {
                           std::string name(Code(service.param));
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace permit::test
