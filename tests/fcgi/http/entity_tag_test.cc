#include "fcgi/http/entity_tag.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

TEST(EntityTag, IsFoundInAListWhateverItsStrength) {
  EXPECT_TRUE(MatchesTag("\"a\"", "\"a\""));
  EXPECT_TRUE(MatchesTag("W/\"a\"", "\"a\"")) << "as a server that compresses sends it back";
  EXPECT_TRUE(MatchesTag("\"b\" , W/\"a\",\"c\"", "\"a\""));
  EXPECT_TRUE(MatchesTag(" * ", "\"a\""));
}

TEST(EntityTag, IsNotFoundInPartOrWithoutItsQuotes) {
  for (const char* list : {"", "a", "\"ab\"", "\"A\"", "\"b\",", ",", "\"*\"", "w/\"a\""}) {
    EXPECT_FALSE(MatchesTag(list, "\"a\"")) << list;
  }
}

}  // namespace
}  // namespace permit
