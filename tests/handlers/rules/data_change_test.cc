#include "handlers/rules/data_change.h"

#include <gtest/gtest.h>

namespace permit::test {
namespace {

const FormValues kRecord = {{"chinese_name", "陳小明"},
                            {"passport_number", "E12345678"},
                            {"qualification", "general"},
                            {"declared_post", "never"},
                            {"father_name", "陳大明"}};

std::vector<std::string> Names(const std::vector<FieldChange>& changes) {
  std::vector<std::string> names;
  for (const FieldChange& change : changes) names.push_back(change.field);
  return names;
}

TEST(DataChange, WhatIsAsItWasIsNoChange) {
  EXPECT_TRUE(DataChanges(Service::kDataChange, kRecord, kRecord).empty());
}

TEST(DataChange, ChangedAddedAndEmptiedFieldsInTheOrderOfTheForm) {
  FormValues values = kRecord;
  values["father_name"] = "陳大力";
  values["chinese_name"] = "陳小𠮷";
  values["email"] = "me@example.org";
  values.erase("passport_number");
  const auto changes = DataChanges(Service::kDataChange, kRecord, values);
  EXPECT_EQ((std::vector<std::string>{"chinese_name", "passport_number", "email", "father_name"}),
            Names(changes));
  EXPECT_EQ("陳小明", changes[0].before);
  EXPECT_EQ("陳小𠮷", changes[0].after);
  EXPECT_EQ("", changes[1].after);
  EXPECT_EQ("", changes[2].before);
}

TEST(DataChange, WhatTheRecordLacksAndTheFormAsksOfEverybodyIsNoChange) {
  FormValues values = kRecord;
  values["mainland_address"] = "江西省九江市";
  values["father_life"] = "alive";
  values["father_phone"] = "13800000000";
  EXPECT_TRUE(DataChanges(Service::kDataChange, kRecord, values).empty());
  values["taiwan_address"] = "臺北市大安區";
  values["former_name"] = "陳大";
  EXPECT_EQ((std::vector<std::string>{"former_name", "taiwan_address"}),
            Names(DataChanges(Service::kDataChange, kRecord, values)))
      << "what is printed on the permit and what nobody must give counts";
}

TEST(DataChange, WhatFollowsFromAnotherChangeIsOneToo) {
  FormValues before = kRecord;
  before["guarantor_kind"] = "juridical";
  FormValues values = before;
  values["guarantor_kind"] = "natural";
  values["guarantor_name"] = "王大明";
  EXPECT_EQ((std::vector<std::string>{"guarantor_kind", "guarantor_name"}),
            Names(DataChanges(Service::kDataChange, before, values)));
}

TEST(DataChange, WhatEveryApplicationAsksAnewIsNoDatumOfTheRecord) {
  FormValues values = kRecord;
  values["qualification"] = "academic-cooperation";
  values["declared_post"] = "formerly";
  values["former_post"] = "幹事";
  EXPECT_TRUE(DataChanges(Service::kDataChange, kRecord, values).empty());
  EXPECT_EQ((std::vector<std::string>{"qualification", "declared_post", "former_post"}),
            Names(Differences(Service::kDataChange, kRecord, values)));
}

}  // namespace
}  // namespace permit::test
