#include "handlers/rules/claim.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

bool Equal(std::string_view, std::string_view registered, std::string_view claimed) {
  return registered == claimed;
}

const FormValues kRegistered = {{"chinese_name", "陳小明"},
                                {"sex", "male"},
                                {"birth_date", "2001/02/03"},
                                {"travel_permit", "T12345678"},
                                {"english_name", "CHEN, XIAOMING"}};

TEST(Claim, EveryIdentityFieldIsAFieldOfEachService) {
  for (Service service : kServices) {
    for (std::string_view name : IdentityFields()) {
      EXPECT_NE(FindFormField(service, name), nullptr) << name;
    }
  }
}

TEST(Claim, WhatDiffersIsAClaimAndWhatIsEmptyClaimsNothing) {
  FormValues form = kRegistered;
  EXPECT_TRUE(Claims(kRegistered, form, Equal).empty());
  form["travel_permit"] = "L87654321";
  form["sex"] = "";
  form["birthplace"] = "fujian";  // the register has none
  form["taiwan_address"] = "臺北市";
  const auto claims = Claims(kRegistered, form, Equal);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].field, "birthplace");
  EXPECT_EQ(claims[0].before, "");
  EXPECT_EQ(claims[1].field, "travel_permit");
  EXPECT_EQ(claims[1].before, "T12345678");
  EXPECT_EQ(claims[1].after, "L87654321");
}

TEST(Claim, AnotherSpellingOfTheSameIsNone) {
  FormValues form = kRegistered;
  form["chinese_name"] = "陈小明";
  const auto same = [](std::string_view field, std::string_view, std::string_view) {
    return field == "chinese_name";
  };
  const auto claims = Claims(kRegistered, form, same);
  EXPECT_TRUE(std::none_of(claims.begin(), claims.end(),
                           [](const FieldChange& claim) { return claim.field == "chinese_name"; }));
}

}  // namespace
}  // namespace permit
