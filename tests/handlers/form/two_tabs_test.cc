// Two pages of one form: what one saved, the other does not take back; where both changed a field,
// the student sees both and picks.
#include <gtest/gtest.h>

#include "tests/handlers/review/review_fixture.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

// Both forms that are saved the same way.
enum class Form { kDraft, kCorrection };

class TwoTabsTest : public ReviewTest, public ::testing::WithParamInterface<Form> {
 protected:
  TwoTabsTest() {
    browser.SetCookie("lang", "en");
    if (GetParam() == Form::kDraft) {
      path = Begin(Service::kExchange, kSingle);
    } else {
      const std::string receipt = SendWith(Service::kExchange, kSingle, {});
      EXPECT_TRUE(Return(receipt, CaseEvent::kReturnForCorrection));
      path = std::string(kStudent) + "/corrections/" + receipt + "/form";
    }
    father = Value("father_name");
    mother = Value("mother_name");
    address = Value("taiwan_address");
  }

  // Another window of the same browser, with the form open.
  Browser Tab() {
    Browser tab = browser;
    EXPECT_EQ(tab.Get(path + "?all=yes").status, 200);
    return tab;
  }
  // Everything the page of that tab shows in these fields, with some of it typed over.
  Fields Full(const Browser& tab, const Fields& typed, const std::string& action) {
    Fields all;
    for (const char* name : {"father_name", "mother_name", "taiwan_address", "taiwan_phone"}) {
      std::string value = InputValue(tab.page(), name);
      for (const auto& [field, text] : typed) {
        if (field == name) value = text;
      }
      all.emplace_back(name, value);
    }
    for (const auto& field : typed) {
      if (field.first.starts_with("pick_") || field.first == "reply") all.push_back(field);
    }
    all.emplace_back("do", action);
    return all;
  }
  std::string Value(const std::string& name) {
    const std::string from =
        GetParam() == Form::kDraft || Column("SELECT count(*) FROM draft") != "0"
            ? "draft"
            : "application_case";
    const std::string value =
        Column("SELECT JSON_UNQUOTE(JSON_EXTRACT(form, '$." + name + "')) FROM " + from);
    return value == "NULL" ? "" : value;
  }
  static bool ShowsBoth(const std::string& page, const std::string& name, const std::string& saved,
                        const std::string& typed) {
    return Says(page, "name=\"pick_" + name + "\" value=\"saved\"") &&
           Says(page, "name=\"pick_" + name + "\" value=\"typed\"") &&
           Says(page, "name=\"open\" value=\"" + name + "\"") && Says(page, saved) &&
           InputValue(page, name) == typed && Says(page, "error-summary");
  }

  std::string path;
  std::string father, mother, address;
};

TEST_P(TwoTabsTest, WhatAnotherTabSavedIsNotTakenBackByAFullSave) {
  Browser old = Tab(), fresh = Tab();
  EXPECT_EQ(fresh.Post(path, Full(fresh, {{"father_name", "NEWER"}}, "save")).status, 303);
  const Response saved = old.Post(path, Full(old, {{"taiwan_address", "OLD TAB 1"}}, "save"));
  EXPECT_EQ(saved.status, 303) << saved.body;
  EXPECT_EQ(Value("father_name"), "NEWER");
  EXPECT_EQ(Value("taiwan_address"), "OLD TAB 1");
  EXPECT_EQ(Value("mother_name"), mother);
}

TEST_P(TwoTabsTest, WhereBothChangedAFieldThePageShowsBothAndTheRestIsSaved) {
  for (const char* action : {"save", "check"}) {
    Browser old = Tab(), fresh = Tab();
    const std::string newer = std::string("NEWER ") + action, older = std::string("OLD ") + action;
    EXPECT_EQ(fresh.Post(path, Full(fresh, {{"father_name", newer}}, "save")).status, 303);
    const Response shown = old.Post(
        path, Full(old, {{"father_name", older}, {"taiwan_address", older + " street"}}, action));
    EXPECT_EQ(shown.status, 422);
    EXPECT_TRUE(ShowsBoth(shown.body, "father_name", newer, older)) << shown.body;
    EXPECT_FALSE(Says(shown.body, "pick_taiwan_address"));
    EXPECT_EQ(Value("father_name"), newer);
    EXPECT_EQ(Value("taiwan_address"), older + " street");
  }
}

TEST_P(TwoTabsTest, TheStudentPicks) {
  for (const bool saved : {true, false}) {
    Browser old = Tab(), fresh = Tab();
    const std::string newer = saved ? "NEWER 1" : "NEWER 2";
    fresh.Post(path, Full(fresh, {{"father_name", newer}}, "save"));
    old.Post(path, Full(old, {{"father_name", "OLD"}}, "save"));
    // Without a pick both stand there again.
    Fields again = Full(old, {}, "save");
    again.emplace_back("open", "father_name");
    const Response unpicked = old.Post(path, again);
    EXPECT_EQ(unpicked.status, 422);
    EXPECT_TRUE(ShowsBoth(unpicked.body, "father_name", newer, "OLD"));
    Fields picked = Full(old, {{"pick_father_name", saved ? "saved" : "typed"}}, "save");
    picked.emplace_back("open", "father_name");
    EXPECT_EQ(old.Post(path, picked).status, 303);
    EXPECT_EQ(Value("father_name"), saved ? newer : "OLD");
  }
}

TEST_P(TwoTabsTest, APickIsOfWhatWasShownAndNotOfWhatCameSince) {
  Browser old = Tab(), fresh = Tab();
  fresh.Post(path, Full(fresh, {{"father_name", "NEWER"}}, "save"));
  old.Post(path, Full(old, {{"father_name", "OLD"}}, "save"));
  Browser third = Tab();
  third.Post(path, Full(third, {{"father_name", "NEWEST"}}, "save"));
  Fields picked = Full(old, {{"pick_father_name", "typed"}}, "save");
  picked.emplace_back("open", "father_name");
  const Response shown = old.Post(path, picked);
  EXPECT_EQ(shown.status, 422);
  EXPECT_TRUE(ShowsBoth(shown.body, "father_name", "NEWEST", "OLD"));
  EXPECT_EQ(Value("father_name"), "NEWEST");
}

TEST_P(TwoTabsTest, APageThatSavesByItselfOverwritesNothingAndIsToldSo) {
  Browser old = Tab();
  // Its own saves are no others'.
  EXPECT_EQ(old.Post(path, {{"father_name", "O"}, {"do", "keep"}}).status, 204);
  EXPECT_EQ(old.Post(path, {{"father_name", "OWN"}, {"do", "keep"}}).status, 204);
  Browser fresh = Tab();
  fresh.Post(path, {{"mother_name", "NEWER"}, {"do", "keep"}});
  // What it shows of a field that another page changed goes along with a full save.
  EXPECT_EQ(
      old.Post(path, {{"father_name", "OWN 2"}, {"mother_name", mother}, {"do", "keep"}}).status,
      204);
  EXPECT_EQ(Value("mother_name"), "NEWER");
  EXPECT_EQ(Value("father_name"), "OWN 2");
  EXPECT_EQ(
      old.Post(path, {{"mother_name", "OLD"}, {"taiwan_address", "X 1"}, {"do", "keep"}}).status,
      409);
  EXPECT_EQ(Value("mother_name"), "NEWER");
  EXPECT_EQ(Value("taiwan_address"), "X 1");
  const Response shown = old.Post(
      path, Full(old, {{"mother_name", "OLD"}, {"father_name", "OWN 2"}, {"taiwan_address", "X 1"}},
                 "save"));
  EXPECT_EQ(shown.status, 422);
  EXPECT_TRUE(ShowsBoth(shown.body, "mother_name", "NEWER", "OLD")) << shown.body;
  EXPECT_FALSE(Says(shown.body, "pick_father_name"));
}

TEST_P(TwoTabsTest, AFieldThatAnotherPageTookOverAfterwardsIsNotTakenBack) {
  Browser old = Tab();
  old.Post(path, {{"father_name", "FIRST"}, {"do", "keep"}});
  Browser fresh = Tab();
  fresh.Post(path, Full(fresh, {{"father_name", "SECOND"}}, "save"));
  EXPECT_EQ(old.Post(path, Full(old, {{"father_name", "FIRST"}}, "save")).status, 303);
  EXPECT_EQ(Value("father_name"), "SECOND");
}

TEST_P(TwoTabsTest, APageFromBeforeRevisionsTakesNothingBack) {
  Browser tab = Tab();
  const std::string csrf = InputValue(tab.page(), "csrf");
  tab.Post(path, {{"father_name", "NEWER"}, {"do", "save"}});
  const Fields all = {{"csrf", csrf},
                      {"father_name", father},
                      {"mother_name", mother},
                      {"taiwan_address", "OLD TAB 2"},
                      {"do", "save"}};
  EXPECT_EQ(tab.PostBody(path, "application/x-www-form-urlencoded", UrlEncodedBody(all)).status,
            303);
  EXPECT_EQ(Value("father_name"), "NEWER");
  EXPECT_EQ(Value("taiwan_address"), "OLD TAB 2");
}

TEST_P(TwoTabsTest, WhatASessionsEndKeptTakesNothingBack) {
  Browser old = Tab(), fresh = Tab();
  fresh.Post(path, Full(fresh, {{"father_name", "NEWER"}, {"mother_name", "NEWER TOO"}}, "save"));
  database.Run(
      "UPDATE session SET ends_at = ends_at - INTERVAL 2 HOUR,"
      " last_seen_at = last_seen_at - INTERVAL 2 HOUR");
  EXPECT_EQ(old.Post(path, Full(old, {{"mother_name", "LATE"}}, "save")).status, 303);
  LogIn(old, account);
  const Response kept = old.Get(path + "?kept=yes");
  EXPECT_EQ(kept.status, 200);
  EXPECT_EQ(InputValue(kept.body, "father_name"), "NEWER");
  EXPECT_TRUE(ShowsBoth(kept.body, "mother_name", "NEWER TOO", "LATE")) << kept.body;
  Fields picked = Full(old, {{"pick_mother_name", "typed"}}, "save");
  picked.emplace_back("open", "mother_name");
  EXPECT_EQ(old.Post(path, picked).status, 303);
  EXPECT_EQ(Value("father_name"), "NEWER");
  EXPECT_EQ(Value("mother_name"), "LATE");
}

TEST_P(TwoTabsTest, ThePartOfThePhotoThatAnotherTabChoseStays) {
  browser.Get(path);
  browser.PostFiles(path, {{"do", "upload"}}, {{"photo", "new.jpg", MakeJpeg(900, 1100)}});
  Browser old = Tab(), fresh = Tab();
  const std::string x = InputValue(old.page(), "crop_x"), y = InputValue(old.page(), "crop_y");
  fresh.Post(path, {{"crop_size", "800"}, {"crop_x", "10"}, {"crop_y", "20"}, {"do", "crop"}});
  EXPECT_EQ(Column("SELECT crop_size FROM photo_original"), "800");
  Fields all = Full(old, {}, "save");
  all.insert(all.end(), {{"crop_size", "1000"},
                         {"crop_x", x},
                         {"crop_y", y},
                         {"crop_photo", InputValue(old.page(), "crop_photo")}});
  EXPECT_EQ(old.Post(path, all).status, 303);
  EXPECT_EQ(Column("SELECT crop_size FROM photo_original"), "800");
  old.Get(path + "?all=yes");
  all.back().second = InputValue(old.page(), "crop_photo");
  EXPECT_EQ(old.Post(path, all).status, 303);
  EXPECT_EQ(Column("SELECT crop_size FROM photo_original"), "1000");
}

TEST_P(TwoTabsTest, ARevisionThatNoPageWritesIsRefused) {
  Browser tab = Tab();
  RowWatch rows(database);
  for (const char* revision : {"x", "-1", "1-2-3", "99999999999999999999"}) {
    EXPECT_EQ(tab.Post(path, {{"father_name", "X"}, {"revision", revision}, {"do", "save"}}).status,
              400)
        << revision;
  }
  EXPECT_EQ(
      tab.Post(path, {{"father_name", "X"}, {"pick_father_name", "mine"}, {"do", "save"}}).status,
      400);
  EXPECT_EQ(rows.Changes(), "");
}

INSTANTIATE_TEST_SUITE_P(Of, TwoTabsTest, ::testing::Values(Form::kDraft, Form::kCorrection),
                         [](const auto& of) {
                           return of.param == Form::kDraft ? "Draft" : "Correction";
                         });

class TwoCorrectionTabsTest : public ReviewTest {};

TEST_F(TwoCorrectionTabsTest, TheReplyIsShownTwiceAsWell) {
  browser.SetCookie("lang", "en");
  const std::string receipt = SendWith(Service::kExchange, kSingle, {});
  ASSERT_TRUE(Return(receipt, CaseEvent::kReturnForDocuments));
  const std::string form = std::string(kStudent) + "/corrections/" + receipt + "/form";
  browser.Get(form);
  Browser old = browser, fresh = browser;
  fresh.Get(form);
  EXPECT_EQ(fresh.Post(form, {{"reply", "NEWER"}, {"do", "save"}}).status, 303);
  const Response shown = old.Post(form, {{"reply", "OLD"}, {"do", "save"}});
  EXPECT_EQ(shown.status, 422);
  EXPECT_TRUE(Says(shown.body, "NEWER")) << shown.body;
  EXPECT_TRUE(Says(shown.body, "OLD</textarea>"));
  EXPECT_EQ(
      old.Post(form, {{"reply", "OLD"}, {"open", "reply"}, {"pick_reply", "typed"}, {"do", "save"}})
          .status,
      303);
  EXPECT_EQ(Column("SELECT reply FROM draft"), "OLD");
}

// Of another return of the case nothing is known of what its page showed.
TEST_F(TwoCorrectionTabsTest, APageOfAnEarlierReturnTakesNothingBack) {
  browser.SetCookie("lang", "en");
  const std::string receipt = SendWith(Service::kExchange, kSingle, {});
  ASSERT_TRUE(Return(receipt, CaseEvent::kReturnForCorrection));
  const std::string correction = std::string(kStudent) + "/corrections/" + receipt;
  browser.Get(correction + "/form");
  Browser old = browser;
  browser.Post(correction + "/form", {{"father_name", "NEWER"}, {"do", "check"}});
  browser.Get(correction + "/check");
  EXPECT_EQ(HeaderOf(browser.Post(correction + "/check"), "Location"), correction + "/done");
  clock.Advance(std::chrono::minutes(10));
  ASSERT_TRUE(Return(receipt, CaseEvent::kReturnForCorrection));
  const Response shown =
      old.Post(correction + "/form",
               {{"father_name", InputValue(old.page(), "father_name")}, {"do", "save"}});
  EXPECT_EQ(shown.status, 422);
  EXPECT_TRUE(Says(shown.body, "name=\"pick_father_name\""));
}

class TwoFirstTabsTest : public ReviewTest {};

TEST_F(TwoFirstTabsTest, BothOpenTheSameDraftAndBothSaveInto) {
  browser.Get(Apply(Service::kExchange) + "/permit?agreed=yes");
  Browser first = browser, second = browser;
  second.Get(Apply(Service::kExchange) + "/permit?agreed=yes");
  const Fields fields = {{"agreed", "yes"}, {"permit_number", kSingle}};
  const std::string one =
      HeaderOf(first.Post(Apply(Service::kExchange) + "/permit", fields), "Location");
  const std::string two =
      HeaderOf(second.Post(Apply(Service::kExchange) + "/permit", fields), "Location");
  EXPECT_EQ(one, two);
  first.Get(one);
  second.Get(two);
  EXPECT_EQ(first.Post(one, {{"father_name", "ONE"}, {"mother_name", ""}, {"do", "save"}}).status,
            303);
  EXPECT_EQ(second.Post(two, {{"father_name", ""}, {"mother_name", "TWO"}, {"do", "save"}}).status,
            303);
  EXPECT_EQ(Column("SELECT JSON_UNQUOTE(JSON_EXTRACT(form, '$.father_name')) FROM draft"), "ONE");
  EXPECT_EQ(Column("SELECT JSON_UNQUOTE(JSON_EXTRACT(form, '$.mother_name')) FROM draft"), "TWO");
}

}  // namespace
}  // namespace permit::test
