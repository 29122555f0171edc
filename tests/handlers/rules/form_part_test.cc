#include "handlers/rules/form_part.h"

#include <gtest/gtest.h>

#include "handlers/rules/application_form.h"
#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

TEST(FormPart, EachFieldAndSlotIsInOnePartInTheOrderOfTheForm) {
  for (Service service : kServices) {
    std::vector<std::string_view> fields, slots;
    for (FormPart part : kFormParts) {
      for (std::string_view name : NamesIn(service, part)) {
        EXPECT_EQ(PartOf(service, name), part) << name;
        (FindFormField(service, name) != nullptr ? fields : slots).push_back(name);
      }
    }
    ASSERT_EQ(fields.size(), FormFields(service).size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      EXPECT_EQ(fields[i], FormFields(service)[i].name);
    }
    EXPECT_EQ(slots.size(), DocumentSlots(service).size() + 1);
  }
}

TEST(FormPart, EachIsShortEnoughForAPhone) {
  for (Service service : kServices) {
    for (FormPart part : kFormParts) {
      const std::size_t names = NamesIn(service, part).size();
      EXPECT_GE(names, 1u) << Code(part);
      EXPECT_LE(names, 10u) << Code(part);
    }
  }
}

TEST(FormPart, HasACodeThatNamesItAndNoOther) {
  for (FormPart part : kFormParts) {
    EXPECT_EQ(FormPartFromCode(Code(part)), part);
    EXPECT_NE(PartTitle(part), "");
    EXPECT_NE(GroupTitle(part), "");
  }
  EXPECT_EQ(FormPartFromCode(""), std::nullopt);
  EXPECT_EQ(FormPartFromCode("all"), std::nullopt);
}

TEST(FormPart, HoldsNoFieldOfAnotherService) {
  EXPECT_EQ(PartOf(Service::kExtension, "resumes_study"), std::nullopt);
  EXPECT_EQ(PartOf(Service::kExchange, "resumes_study"), FormPart::kRequest);
  EXPECT_EQ(PartOf(Service::kExchange, "enrolment"), std::nullopt);
  EXPECT_EQ(PartOf(Service::kExchange, "no_such_field"), std::nullopt);
}

TEST(FormPart, IsToDoWhileSomethingIsMissingAndWrongWhenSomethingElseIs) {
  const auto state = [](const FieldErrors& errors) {
    return StateOf(Service::kExchange, FormPart::kContact, errors);
  };
  EXPECT_EQ(state({}), PartState::kDone);
  EXPECT_EQ(state({{"chinese_name", Problem::kMissing}}), PartState::kDone) << "of another part";
  EXPECT_EQ(state({{"taiwan_address", Problem::kMissing}}), PartState::kToDo);
  EXPECT_EQ(state({{"taiwan_address", Problem::kMissing}, {"email", Problem::kBadFormat}}),
            PartState::kWrong);
  EXPECT_EQ(StateOf(Service::kExchange, FormPart::kPhoto, {{"photo", Problem::kFileMissing}}),
            PartState::kToDo);
}

}  // namespace
}  // namespace permit
