#include "handlers/rules/application_form.h"

#include <gtest/gtest.h>

#include <set>

#include "handlers/rules/required_documents.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

using std::chrono::year;

constexpr Date kToday = year{2026} / 3 / 15;
const FormRules kRules = {{"qq.com"}, "[TL][0-9]{8}"};

FormValues Good() {
  return {
      {"qualification", "general"},
      {"resumes_study", "no"},
      {"chinese_name", "王小明"},
      {"birth_date", "1991/01/01"},
      {"mainland_id", "360426199101010071"},
      {"sex", "male"},
      {"school", "國立臺北科技大學"},
      {"department", "資訊工程系"},
      {"study_level", "master"},
      {"grade", "1"},
      {"birthplace", "jiangxi"},
      {"highest_education", "bachelor"},
      {"mainland_address", "江西省九江市"},
      {"taiwan_address", "106 臺北市大安區"},
      {"declared_post", "never"},
      {"guarantor_kind", "juridical"},
      {"guarantor_organisation", "國立臺北科技大學"},
      {"father_life", "alive"},
      {"father_name", "王大明"},
      {"father_birth_date", "1960/05/05"},
      {"father_phone", "+86 10 12345678"},
      {"father_occupation", "教師"},
      {"father_employer", "九江中學"},
      {"father_job_title", "主任"},
      {"father_address", "江西省九江市"},
      {"mother_life", "deceased"},
      {"mother_name", "李美"},
  };
}

std::optional<Problem> ProblemOf(const FormValues& values, std::string_view field,
                                 Service service = Service::kExchange) {
  FieldErrors errors = CheckForm(service, TidyForm(service, values, values), kRules, kToday);
  const FieldError* error = FindError(errors, field);
  return error ? std::optional(error->problem) : std::nullopt;
}

FormValues With(std::string_view field, std::string value) {
  FormValues values = Good();
  values.insert_or_assign(std::string(field), std::move(value));
  return values;
}

TEST(ApplicationForm, AGoodOneHasNoErrorsInAnyService) {
  for (Service service : kServices) {
    FormValues tidied = TidyForm(service, Good(), Good());
    EXPECT_EQ(CheckForm(service, tidied, kRules, kToday), FieldErrors{}) << Code(service);
  }
}

TEST(ApplicationForm, AnEmptyOneNamesEveryRequiredFieldInTheOrderOfThePage) {
  FieldErrors errors = CheckForm(Service::kExchange, {}, kRules, kToday);
  std::vector<std::string> fields;
  for (const FieldError& error : errors) fields.push_back(error.field);
  EXPECT_EQ(fields,
            (std::vector<std::string>{"qualification", "resumes_study", "chinese_name",
                                      "birth_date", "mainland_id", "sex", "school", "department",
                                      "study_level", "grade", "birthplace", "highest_education",
                                      "mainland_address", "taiwan_address", "declared_post",
                                      "father_life", "father_name", "mother_life", "mother_name"}));
}

TEST(ApplicationForm, NamesAreUniqueAndEveryFieldIsWellFormed) {
  for (Service service : kServices) {
    std::set<std::string_view> names;
    for (const FormField& field : FormFields(service)) {
      EXPECT_TRUE(names.insert(field.name).second) << field.name;
      EXPECT_FALSE(field.label.empty());
      EXPECT_GT(field.max_length, 0u);
      bool picks = field.kind == FieldKind::kChoice || field.kind == FieldKind::kRadio ||
                   field.kind == FieldKind::kTicks;
      EXPECT_EQ(picks, field.choices != nullptr) << field.name;
      EXPECT_EQ(FindFormField(service, field.name), &field);
      for (const FieldCondition& condition : {field.applies_when, field.required_when}) {
        if (condition.field.empty()) continue;
        const FormField* other = FindFormField(service, condition.field);
        ASSERT_NE(other, nullptr) << field.name;
        EXPECT_NE(FindChoice(other->choices(), condition.value), nullptr) << field.name;
      }
      if (!field.choices) continue;
      for (const Choice& choice : field.choices()) {
        EXPECT_LE(choice.code.size(), field.max_length) << choice.code;
      }
    }
  }
}

TEST(ApplicationForm, DatesAreReadHoweverTheyAreTyped) {
  for (const char* typed :
       {"1991/1/1", "1991-01-01", "1991.1.1", "19910101", "1991年01月01日", "1991 年 01 月 01 日",
        "１９９１／０１／０１", "　1991/01/01 ", "　1991 年 01 月 01 日 "}) {
    const FormValues form =
        TidyForm(Service::kExchange, With("birth_date", typed), With("birth_date", typed));
    EXPECT_EQ(ValueOf(form, "birth_date"), "1991/01/01") << typed;
    EXPECT_EQ(CheckForm(Service::kExchange, form, kRules, kToday), FieldErrors{}) << typed;
    for (const FormField& field : FormFields(Service::kExchange)) {
      const bool date = field.kind == FieldKind::kDate || field.kind == FieldKind::kPastDate ||
                        field.kind == FieldKind::kFutureDate;
      if (date) {
        EXPECT_GE(field.max_length, CountCodePoints(typed)) << field.name;
      }
    }
  }
  EXPECT_EQ(ProblemOf(With("birth_date", "1991年13月01日"), "birth_date"), Problem::kBadDate);
}

TEST(ApplicationForm, OnlyTheExchangeAsksWhetherStudyIsResumed) {
  EXPECT_NE(FindFormField(Service::kExchange, "resumes_study"), nullptr);
  EXPECT_EQ(FindFormField(Service::kExtension, "resumes_study"), nullptr);
  EXPECT_EQ(FindFormField(Service::kDataChange, "resumes_study"), nullptr);
  EXPECT_TRUE(ResumesStudy(With("resumes_study", "yes")));
  EXPECT_FALSE(ResumesStudy(Good()));
}

TEST(ApplicationForm, FieldsOfTheFormKeepTheirOrderBySection) {
  for (Service service : kServices) {
    FormSection last = FormSection::kRequest;
    for (const FormField& field : FormFields(service)) {
      EXPECT_GE(field.section, last);
      last = field.section;
    }
  }
}

TEST(ApplicationForm, ADeclaredPostNeedsItsName) {
  EXPECT_EQ(ProblemOf(With("declared_post", "formerly"), "former_post"), Problem::kMissing);
  EXPECT_FALSE(ProblemOf(With("declared_post", "formerly"), "present_post").has_value());
  EXPECT_EQ(ProblemOf(With("declared_post", "at-present"), "present_post"), Problem::kMissing);
  FormValues values = With("declared_post", "at-present");
  values["present_post"] = "團委書記";
  EXPECT_FALSE(ProblemOf(values, "present_post").has_value());
}

TEST(ApplicationForm, APostMayBeHeldNowAndFormerly) {
  FormValues typed = With("declared_post", " at-present  formerly at-present");
  typed["former_post"] = "記者";
  typed["present_post"] = "團委書記";
  const FormValues tidied = TidyForm(Service::kExchange, typed, typed);
  EXPECT_EQ(ValueOf(tidied, "declared_post"), "formerly at-present");
  EXPECT_EQ(ValueOf(tidied, "former_post"), "記者");
  EXPECT_EQ(ValueOf(tidied, "present_post"), "團委書記");
  EXPECT_EQ(CheckForm(Service::kExchange, tidied, kRules, kToday), FieldErrors{});
}

TEST(ApplicationForm, NeverExcludesTheOtherPosts) {
  FormValues values = With("declared_post", "formerly never");
  EXPECT_EQ(ProblemOf(values, "declared_post"), Problem::kTicksContradict);
  EXPECT_EQ(CheckDraft(Service::kExchange, values), FieldErrors{});
  EXPECT_EQ(ProblemOf(With("declared_post", "never"), "declared_post"), std::nullopt);
  EXPECT_EQ(ProblemOf(With("declared_post", "formerly sometimes"), "declared_post"),
            Problem::kNotAChoice);
}

TEST(ApplicationForm, WhatDoesNotApplyIsDropped) {
  FormValues typed = Good();
  typed["former_post"] = "記者";
  typed["mother_phone"] = "12345678";
  typed["guarantor_name"] = "陳某";
  typed["admin"] = "yes";
  FormValues tidied = TidyForm(Service::kExchange, typed, typed);
  for (const char* name : {"former_post", "mother_phone", "guarantor_name", "admin"}) {
    EXPECT_EQ(tidied.count(name), 0u) << name;
  }
}

TEST(ApplicationForm, ADraftHoldsWhatIsUnfinishedButNothingThatCannotBeStored) {
  FormValues typed = {{"declared_post", "never"},
                      {"former_post", "記者"},
                      {"birth_date", "tomorrow"},
                      {"school", "野雞大學"}};
  FormValues tidied = TidyDraft(Service::kExtension, typed, {{"school", "國立臺北科技大學"}});
  EXPECT_EQ(tidied, (FormValues{{"declared_post", "never"},
                                {"former_post", "記者"},
                                {"birth_date", "tomorrow"},
                                {"school", "國立臺北科技大學"}}));
  EXPECT_EQ(CheckDraft(Service::kExtension, tidied), FieldErrors{});
  tidied["sex"] = "x";
  tidied["birth_date"] = "the day after tomorrow";
  tidied["email"] = "\x01";
  EXPECT_EQ(CheckDraft(Service::kExtension, tidied),
            (FieldErrors{{"birth_date", Problem::kTooLong, 20},
                         {"sex", Problem::kNotAChoice},
                         {"email", Problem::kBadCharacters}}));
}

TEST(ApplicationForm, OfADeceasedParentOnlyTheNameIsRequired) {
  FormValues values = Good();
  values["mother_life"] = "alive";
  for (const char* field : {"mother_birth_date", "mother_phone", "mother_occupation",
                            "mother_employer", "mother_job_title", "mother_address"}) {
    EXPECT_EQ(ProblemOf(values, field), Problem::kMissing) << field;
    EXPECT_FALSE(ProblemOf(Good(), field).has_value()) << field;
  }
  values = Good();
  values.erase("mother_name");
  EXPECT_EQ(ProblemOf(values, "mother_name"), Problem::kMissing);
}

TEST(ApplicationForm, ANaturalGuarantorIsNamedInFull) {
  FormValues values = With("guarantor_kind", "natural");
  for (const char* field : {"guarantor_name", "guarantor_id", "guarantor_relation",
                            "guarantor_phone", "guarantor_address"}) {
    EXPECT_EQ(ProblemOf(values, field), Problem::kMissing) << field;
    EXPECT_FALSE(ProblemOf(Good(), field).has_value()) << field;
  }
  EXPECT_EQ(TidyForm(Service::kExchange, values, values).count("guarantor_organisation"), 0u);
}

TEST(ApplicationForm, ReadOnlyFieldsComeFromTheRegister) {
  FormValues typed = With("school", "野雞大學");
  FormValues tidied = TidyForm(Service::kExchange, typed, Good());
  EXPECT_EQ(tidied["school"], "國立臺北科技大學");
}

TEST(ApplicationForm, EveryFieldHasALimitOfItsOwn) {
  for (Service service : kServices) {
    for (const FormField& field : FormFields(service)) {
      FormValues values = Good();
      for (const FieldCondition& condition : {field.applies_when}) {
        if (!condition.field.empty()) {
          values[std::string(condition.field)] = std::string(condition.value);
        }
      }
      for (const std::string& bad :
           {std::string(field.max_length + 1, '1'), std::string("a\x01"), std::string("\xff")}) {
        values[std::string(field.name)] = bad;
        EXPECT_TRUE(ProblemOf(values, field.name, service).has_value()) << field.name;
      }
    }
  }
  FieldErrors errors =
      CheckForm(Service::kExchange, With("department", std::string(121, 'a')), kRules, kToday);
  EXPECT_EQ(errors, (FieldErrors{{"department", Problem::kTooLong, 120}}));
}

TEST(ApplicationForm, KindsOfFieldsHaveTheirRules) {
  EXPECT_EQ(ProblemOf(With("email", "a@b.cn"), "email"), Problem::kMailDomainRefused);
  EXPECT_EQ(ProblemOf(With("email", "a@qq.com"), "email"), Problem::kMailDomainRefused);
  EXPECT_EQ(ProblemOf(With("unified_number", "UA12345671"), "unified_number"),
            Problem::kBadCheckCharacter);
  EXPECT_EQ(ProblemOf(With("travel_permit", "X1"), "travel_permit"), Problem::kBadFormat);
  EXPECT_EQ(ProblemOf(With("passport_number", "E12*"), "passport_number"), Problem::kBadCharacters);
  EXPECT_EQ(ProblemOf(With("taiwan_phone", "12"), "taiwan_phone"), Problem::kBadFormat);
  EXPECT_EQ(ProblemOf(With("passport_expiry", "2026/02/30"), "passport_expiry"), Problem::kBadDate);
  EXPECT_EQ(ProblemOf(With("father_birth_date", "2026/03/16"), "father_birth_date"),
            Problem::kDateInFuture);
  EXPECT_EQ(ProblemOf(With("mainland_id", "36042619910102009X"), "mainland_id"),
            Problem::kBadCheckCharacter);
  EXPECT_EQ(ProblemOf(With("sex", "female"), "mainland_id"), Problem::kDisagreesWithSex);
  EXPECT_EQ(ProblemOf(With("grade", "99"), "grade"), Problem::kNotAChoice);
  EXPECT_FALSE(ProblemOf(With("chinese_name", "𠮷𡘙"), "chinese_name").has_value());
}

TEST(RequiredDocuments, SlotsOfTheServices) {
  auto codes = [](Service service) {
    std::vector<std::string_view> list;
    for (const DocumentSlot& slot : DocumentSlots(service)) list.push_back(slot.code);
    return list;
  };
  using List = std::vector<std::string_view>;
  EXPECT_EQ(codes(Service::kExchange),
            (List{"single-permit", "health-certificate", "travel-document", "other"}));
  EXPECT_EQ(codes(Service::kExtension),
            (List{"multiple-permit", "enrolment", "travel-document", "other"}));
  EXPECT_EQ(codes(Service::kDataChange), (List{"change-proof"}));
  EXPECT_TRUE(IsUploadSlot(Service::kDataChange, kPhotoSlot));
  EXPECT_FALSE(IsUploadSlot(Service::kDataChange, "enrolment"));
}

TEST(RequiredDocuments, MissingOnesAreErrorsAndTheHealthCertificateIsAWarning) {
  DocumentsReading none = CheckDocuments(Service::kExchange, {}, false);
  EXPECT_EQ(none.errors, (FieldErrors{{"photo", Problem::kFileMissing},
                                      {"single-permit", Problem::kFileMissing},
                                      {"travel-document", Problem::kFileMissing}}));
  EXPECT_EQ(none.warnings, (FieldErrors{{"health-certificate", Problem::kFileAdvised}}));
  EXPECT_TRUE(CheckDocuments(Service::kExchange, {}, true).warnings.empty());
}

TEST(RequiredDocuments, EnoughIsEnoughAndFiveAreTheMost) {
  std::vector<SlotCount> counts = {{"photo", 1}, {"change-proof", kMaxFilesPerSlot}};
  EXPECT_TRUE(CheckDocuments(Service::kDataChange, counts, false).errors.empty());
  counts[1].files = kMaxFilesPerSlot + 1;
  EXPECT_EQ(CheckDocuments(Service::kDataChange, counts, false).errors,
            (FieldErrors{{"change-proof", Problem::kTooManyFiles, 5}}));
  counts = {{"photo", 2}, {"change-proof", 1}};
  EXPECT_EQ(CheckDocuments(Service::kDataChange, counts, false).errors,
            (FieldErrors{{"photo", Problem::kTooManyFiles, 1}}));
}

}  // namespace
}  // namespace permit
