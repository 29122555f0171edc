#include "handlers/rules/person_id.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using namespace std::chrono_literals;
using std::chrono::year;

TEST(MainlandId, TellsBirthDateAndSex) {
  MainlandIdReading woman = ReadMainlandId("11010519491231002X");
  EXPECT_FALSE(woman.problem.has_value());
  EXPECT_EQ(woman.birth_date, Date(year{1949} / 12 / 31));
  EXPECT_EQ(woman.sex, Sex::kFemale);
  MainlandIdReading man = ReadMainlandId("440524188001010014");
  EXPECT_FALSE(man.problem.has_value());
  EXPECT_EQ(man.birth_date, Date(year{1880} / 1 / 1));
  EXPECT_EQ(man.sex, Sex::kMale);
  EXPECT_FALSE(ReadMainlandId("360426199101010071").problem.has_value());
}

TEST(MainlandId, RefusesAWrongCheckCharacterAndADateThatDoesNotExist) {
  EXPECT_EQ(ReadMainlandId("36042619910102009X").problem, Problem::kBadCheckCharacter);
  EXPECT_EQ(ReadMainlandId("360426199113010079").problem, Problem::kBadDate);
  EXPECT_EQ(ReadMainlandId("110105194902300021").problem, Problem::kBadDate);
}

TEST(MainlandId, FindsEverySingleWrongDigit) {
  const std::string good = "360426199101010071";
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == good[at]) continue;
      std::string wrong = good;
      wrong[at] = digit;
      EXPECT_TRUE(ReadMainlandId(wrong).problem.has_value()) << wrong;
    }
  }
}

TEST(MainlandId, TakesTheOldFormOfFifteenDigits) {
  MainlandIdReading old = ReadMainlandId("110105491231002");
  EXPECT_FALSE(old.problem.has_value());
  EXPECT_EQ(old.birth_date, Date(year{1949} / 12 / 31));
  EXPECT_EQ(old.sex, Sex::kFemale);
}

TEST(MainlandId, RefusesAnotherForm) {
  for (const char* id :
       {"", "1", "1101054912310", "11010519491231002", "1101051949123100211", "11010519491231002x",
        "1101051949123100X2", "ABCDEFGHIJKLMNOPQR", "11010549123100X", "110105-19491231-00"}) {
    EXPECT_EQ(ReadMainlandId(id).problem, Problem::kBadFormat) << id;
  }
}

TEST(MainlandId, MustAgreeWithTheFormsBirthDateAndSex) {
  const std::string id = "11010519491231002X";
  Date birth = year{1949} / 12 / 31;
  EXPECT_FALSE(CheckMainlandId(id, birth, Sex::kFemale).has_value());
  EXPECT_FALSE(CheckMainlandId(id, std::nullopt, std::nullopt).has_value());
  EXPECT_EQ(CheckMainlandId(id, AddDays(birth, 1), Sex::kFemale), Problem::kDisagreesWithBirthDate);
  EXPECT_EQ(CheckMainlandId(id, birth, Sex::kMale), Problem::kDisagreesWithSex);
}

TEST(TravelPermit, FollowsThePattern) {
  const std::string pattern = "[TL][0-9]{8}";
  EXPECT_FALSE(CheckTravelPermit("T12345678", pattern).has_value());
  EXPECT_FALSE(CheckTravelPermit("L00000000", pattern).has_value());
  for (const char* number : {"", "T1234567", "T123456789", "A12345678", "t12345678", "T1234567X"}) {
    EXPECT_EQ(CheckTravelPermit(number, pattern), Problem::kBadFormat) << number;
  }
}

TEST(UnifiedNumber, KnowsOldAndNewForm) {
  for (const char* number : {"UA12345672", "UB12345674", "A891234566", "A991234568"}) {
    EXPECT_FALSE(CheckUnifiedNumber(number).has_value()) << number;
  }
}

TEST(UnifiedNumber, FindsEverySingleWrongDigitButTheTens) {
  const std::string good = "A991234568";
  for (std::size_t at = 2; at < good.size(); ++at) {
    std::string wrong = good;
    wrong[at] = good[at] == '9' ? '8' : static_cast<char>(good[at] + 1);
    EXPECT_EQ(CheckUnifiedNumber(wrong), Problem::kBadCheckCharacter) << wrong;
  }
}

TEST(UnifiedNumber, RefusesAnotherForm) {
  for (const char* number : {"", "UA1234567", "UA123456722", "1A12345672", "A191234566",
                             "UE12345672", "UA1234567X", "ua12345672"}) {
    EXPECT_EQ(CheckUnifiedNumber(number), Problem::kBadFormat) << number;
  }
}

}  // namespace
}  // namespace permit
