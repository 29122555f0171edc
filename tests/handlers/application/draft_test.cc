// Filling in a draft: answers, files, errors.
#include "handlers/form/pdf_rebuilding.h"

#include <random>

#include "sql/form_json.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/sample_files.h"
#include "tests/support/sample_heic.h"

namespace permit::test {
namespace {

bool Says(const Response& response, const std::string& words) {
  return response.body.find(words) != std::string::npos;
}

// Bytes that cannot be packed.
std::string Noise(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, ' ');
  for (char& byte : bytes) byte = static_cast<char>('a' + random() % 26);
  return bytes;
}

class DraftTest : public ApplyTest {
 protected:
  DraftTest() : draft(Begin(Service::kExchange, kSingle)) {}

  Response Save(Fields fields, const std::vector<SentFile>& files = {}) {
    browser.Get(draft);
    return browser.PostFiles(draft, std::move(fields), files);
  }
  FormValues Stored() { return sql::ReadFormJson(Column("SELECT form FROM draft")); }

  std::string draft;
};

TEST_F(DraftTest, WhatIsUnfinishedIsKept) {
  Response saved =
      Save({{"do", "save"}, {"taiwan_address", " 臺北市　大安區 "}, {"former_post", "x"}});
  EXPECT_EQ(303, saved.status);
  EXPECT_TRUE(Says(browser.Follow(saved), "notice-success"));
  EXPECT_EQ("臺北市 大安區", Stored()["taiwan_address"]);
  EXPECT_EQ("x", Stored()["former_post"]);
  EXPECT_EQ("陳小明", Stored()["chinese_name"]);
}

TEST_F(DraftTest, AFieldThatIsEmptiedIsEmpty) {
  Save({{"do", "save"}, {"department", ""}});
  EXPECT_EQ(0u, Stored().count("department"));
}

TEST_F(DraftTest, ReadOnlyAndUnknownFieldsCannotBeForged) {
  Save({{"do", "save"}, {"school", "野雞大學"}, {"state", "approved"}});
  EXPECT_EQ("國立臺灣大學", Stored()["school"]);
  EXPECT_EQ(0u, Stored().count("state"));
}

TEST_F(DraftTest, WhatCannotBeStoredChangesNothingAndStaysOnThePage) {
  RowWatch watch(database);
  for (const auto& [field, value] : Fields{{"taiwan_address", std::string(201, 'a')},
                                           {"chinese_name",
                                            "a\xef\xbf\xb9"
                                            "b"},
                                           {"sex", "other"},
                                           {"grade", "-1"}}) {
    Response refused = Save({{"do", "save"}, {field, value}, {"department", "保留系"}});
    EXPECT_EQ(422, refused.status) << field;
    EXPECT_TRUE(Says(refused, "href=\"#" + field)) << field;
    EXPECT_TRUE(Says(refused, "保留系")) << field;
  }
  EXPECT_EQ("", watch.Changes());
}

TEST_F(DraftTest, AnIncompleteFormNamesEveryFieldAndKeepsTheFiles) {
  Response refused =
      Save({{"do", "check"}, {"department", "資訊系"}}, {{"photo", "me.jpg", MakeJpeg()}});
  EXPECT_EQ(422, refused.status);
  for (const char* place : {"#qualification-1", "#resumes_study-1", "#single-permit",
                            "#travel-document", "#mainland_address", "#father_name"}) {
    EXPECT_TRUE(Says(refused, std::string("href=\"") + place + "\"")) << place;
  }
  EXPECT_FALSE(Says(refused, "href=\"#photo\""));
  EXPECT_TRUE(Says(refused, "資訊系"));
  EXPECT_EQ("1", Column("SELECT count(*) FROM upload"));
  EXPECT_EQ(303, browser.Get(draft + "/check").status);
}

TEST_F(DraftTest, FilesAreStoredOneByOneAndServedToTheirOwner) {
  const std::string pdf = MakePdf("permit") + "% behind the end";
  EXPECT_EQ(303, Save({{"do", "upload"}}, {{"single-permit", "證件.exe", pdf}}).status);
  Response page = browser.Get(draft + "?all=yes");
  EXPECT_TRUE(Says(page, "證件.exe"));
  std::string id = Column("SELECT id FROM upload");
  Response file = browser.Get(draft + "/files/" + id);
  EXPECT_EQ(200, file.status);
  EXPECT_EQ(pdf, Column("SELECT content FROM upload")) << "as it came";
  FileBudget budget;
  EXPECT_EQ(RebuildPdf(pdf, budget), file.body) << "a copy of its pages";
  EXPECT_FALSE(Says(file, "behind the end"));
  EXPECT_EQ("application/pdf", HeaderOf(file, "Content-Type"));
  EXPECT_EQ("nosniff", HeaderOf(file, "X-Content-Type-Options"));
}

TEST_F(DraftTest, ABadFileIsRefusedByNameAndTheOthersStay) {
  struct Bad {
    const char* slot;
    const char* name;
    std::string content;
  };
  for (const Bad& bad :
       {Bad{"other", "page.html", "<html>"}, Bad{"other", "empty.pdf", ""},
        Bad{"other", "locked.pdf", MakeEncryptedPdf()},
        Bad{"other", "cut.jpg", MakeJpeg().substr(0, 5000)},
        Bad{"other", "big.pdf", MakePdf(Noise(1'200'000))},
        Bad{"photo", "flat.jpg", MakeJpeg(800, 500)}, Bad{"photo", "tiny.jpg", MakeJpeg(300, 400)},
        Bad{"photo", "photo.pdf", MakePdf()}}) {
    Response refused = Save({{"do", "upload"}}, {{bad.slot, bad.name, bad.content},
                                                 {"travel-document", "good.pdf", MakePdf()}});
    EXPECT_EQ(422, refused.status) << bad.name;
    EXPECT_TRUE(Says(refused, std::string(bad.slot) + "-error")) << bad.name;
    EXPECT_TRUE(Says(refused, bad.name)) << bad.name;
    EXPECT_EQ("good.pdf", Column("SELECT name FROM upload")) << bad.name;
  }
  EXPECT_EQ(400, Save({{"do", "upload"}}, {{"change-proof", "a.pdf", MakePdf()}}).status);
}

TEST_F(DraftTest, ATextThatCannotBeStoredDoesNotHoldUpTheFiles) {
  const Fields fields = {{"taiwan_address", std::string(201, 'a')}, {"department", "保留系"}};
  int files = 0;
  for (const char* action : {"upload", "check", "save"}) {
    Fields all = fields;
    all.emplace_back("do", action);
    const std::string name = std::string(action) + ".pdf";
    const Response page = Save(all, {{"other", name, MakePdf(name)}});
    EXPECT_EQ(422, page.status) << action;
    EXPECT_TRUE(Says(page, "href=\"#taiwan_address\"")) << action;
    EXPECT_TRUE(Says(page, std::string(201, 'a'))) << action;
    EXPECT_TRUE(Says(page, name)) << action;
    EXPECT_EQ(std::to_string(++files), Column("SELECT count(*) FROM upload")) << action;
    EXPECT_EQ("保留系", Stored()["department"]) << action;
    EXPECT_EQ(0u, Stored().count("taiwan_address")) << action;
  }
  const std::string file = Column("SELECT id FROM upload LIMIT 1");
  Fields removal = fields;
  removal.emplace_back("do", "remove:" + file);
  EXPECT_EQ(422, Save(removal).status);
  EXPECT_EQ("2", Column("SELECT count(*) FROM upload"));
}

// Looking at a picture takes long, and a request has room for hundreds.
TEST_F(DraftTest, FilesThatASlotCannotHoldAreNotLookedAt) {
  std::vector<SentFile> files = {{"photo", "first.jpg", MakeJpeg()}};
  for (int i = 0; i < 3; ++i) {
    files.push_back({"photo", "more" + std::to_string(i) + ".jpg", "no picture at all"});
  }
  for (int i = 0; i < 7; ++i) {
    const std::string name = "paper" + std::to_string(i) + ".pdf";
    files.push_back({"other", name, i < 5 ? MakePdf(name) : "no paper at all"});
  }
  const Response page = Save({{"do", "upload"}}, files);
  EXPECT_EQ(422, page.status);
  EXPECT_TRUE(Says(page, "最多 1 個檔案，因此未收下「more2.jpg」"));
  EXPECT_TRUE(Says(page, "最多 5 個檔案，因此未收下「paper6.pdf」"));
  EXPECT_FALSE(Says(page, "的內容須為"));
  EXPECT_FALSE(Says(page, "的內容不是"));
  EXPECT_EQ("6", Column("SELECT count(*) FROM upload"));
  EXPECT_EQ("first.jpg", Column("SELECT name FROM upload WHERE slot = 'photo'"));
}

TEST_F(DraftTest, TheSameFileTwiceCountsOnceAndFiveAreTheMost) {
  Save({{"do", "upload"}}, {{"other", "a.pdf", MakePdf("1")}, {"other", "b.pdf", MakePdf("1")}});
  EXPECT_EQ("1", Column("SELECT count(*) FROM upload"));
  std::vector<SentFile> more;
  for (int i = 2; i <= 6; ++i) {
    more.push_back({"other", std::to_string(i) + ".pdf", MakePdf(std::to_string(i))});
  }
  Response refused = Save({{"do", "upload"}}, more);
  EXPECT_EQ(422, refused.status);
  EXPECT_TRUE(Says(refused, "other-error"));
  EXPECT_EQ("5", Column("SELECT count(*) FROM upload"));
}

TEST_F(DraftTest, AFileIsRemovedAndTypedWordsStay) {
  Save({{"do", "upload"}}, {{"other", "a.pdf", MakePdf()}, {"photo", "me.jpg", MakeJpeg()}});
  std::string id = Column("SELECT id FROM upload WHERE slot = 'other'");
  RowWatch watch(database);
  EXPECT_EQ(303, Save({{"do", "remove:" + id}, {"former_name", "陳舊"}}).status);
  EXPECT_EQ("draft ~1 (form, revision)\ndraft_change +1\nupload -1", watch.Changes());
  EXPECT_EQ("陳舊", Stored()["former_name"]);
}

TEST_F(DraftTest, APageSavesByItselfWhatCanBeStored) {
  RowWatch watch(database);
  const Response kept = Save({{"do", "keep"},
                              {"former_name", "陳舊"},
                              {"taiwan_address", std::string(201, 'a')},
                              {"sex", "other"}});
  EXPECT_EQ(204, kept.status);
  EXPECT_EQ("", kept.body);
  EXPECT_EQ("draft ~1 (form, revision)\ndraft_change +1", watch.Changes());
  EXPECT_EQ("陳舊", Stored()["former_name"]);
  EXPECT_EQ(0u, Stored().count("taiwan_address"));
  EXPECT_NE("other", Stored()["sex"]);
}

TEST_F(DraftTest, WhatWasBeyondEveryLimitIsSaidInTheForm) {
  Save({{"do", "save"}, {"former_name", "陳舊"}});
  RowWatch watch(database);
  for (const char* where : {"?too_large=yes", "/sections/documents?too_large=yes"}) {
    EXPECT_TRUE(Says(browser.Get(draft + where), "請逐一上傳")) << where;
  }
  const Response page = browser.Get(draft + "?too_large=yes&all=yes");
  EXPECT_EQ(200, page.status);
  EXPECT_TRUE(Says(page, "govuk-error-summary"));
  EXPECT_TRUE(Says(page, "請逐一上傳"));
  EXPECT_TRUE(Says(page, "陳舊"));
  EXPECT_EQ("", watch.Changes());
}

TEST_F(DraftTest, IsGoneOnWithFromAnotherDevice) {
  Save({{"do", "save"}, {"taiwan_address", "新址"}}, {{"photo", "me.jpg", MakeJpeg()}});
  Browser phone(dispatcher);
  LogIn(phone, account);
  EXPECT_TRUE(Says(phone.Get(std::string(kStudent) + "/todo"), "href=\"" + draft + "\""));
  const Response there = phone.Get(draft + "?all=yes");
  EXPECT_EQ("新址", InputValue(there.body, "taiwan_address"));
  EXPECT_TRUE(Says(there, "me.jpg"));
  EXPECT_EQ(303, phone.Post(draft, {{"do", "save"}, {"former_name", "陳舊"}}).status);
  EXPECT_EQ("陳舊", InputValue(browser.Get(draft + "?all=yes").body, "former_name"));
  EXPECT_EQ("新址", InputValue(browser.page(), "taiwan_address"));
}

TEST_F(DraftTest, TwoDraftsStandBesideEachOtherAndKeepTheirOwn) {
  const std::string second = Begin(Service::kDataChange, kMultiple);
  browser.PostFiles(second, {{"do", "save"}, {"taiwan_address", "乙地"}},
                    {{"change-proof", "b.pdf", MakePdf("b")}});
  Save({{"do", "save"}, {"taiwan_address", "甲地"}}, {{"single-permit", "a.pdf", MakePdf("a")}});
  EXPECT_EQ("乙地", InputValue(browser.Get(second + "?all=yes").body, "taiwan_address"));
  EXPECT_FALSE(Says(browser.Get(second + "?all=yes"), "a.pdf"));
  const Response todo = browser.Get(std::string(kStudent) + "/todo");
  EXPECT_TRUE(Says(todo, "href=\"" + draft + "\""));
  EXPECT_TRUE(Says(todo, "href=\"" + second + "\""));
  browser.Get(draft + "/discard");
  EXPECT_EQ(303, browser.Post(draft + "/discard").status);
  EXPECT_EQ("1", Column("SELECT count(*) FROM draft"));
  EXPECT_EQ("乙地", InputValue(browser.Get(second + "?all=yes").body, "taiwan_address"));
  EXPECT_EQ("1", Column("SELECT count(*) FROM upload"));
}

// The student may look at it, keep what is worth keeping, and is told why it cannot be sent.
TEST_F(DraftTest, OneWhosePermitNoLongerHoldsSaysSoAndKeepsWhatWasTyped) {
  Save({{"do", "save"}, {"taiwan_address", "新址"}});
  database.Run("UPDATE entry_permit SET status = 'revoked' WHERE number = '" +
               std::string(kSingle) + "'");
  EXPECT_EQ("新址", InputValue(browser.Get(draft + "?all=yes").body, "taiwan_address"));
  EXPECT_TRUE(Says(browser.Get(draft), "此許可證已廢止")) << "before anything more is typed";
  Fields answers = Answers();
  answers.emplace_back("do", "check");
  browser.Get(draft);
  const Response refused = browser.PostFiles(draft, answers, Documents(Service::kExchange));
  EXPECT_EQ(422, refused.status);
  EXPECT_TRUE(Says(refused, "此許可證已廢止"));
  EXPECT_EQ(303, browser.Get(draft + "/check").status);
  browser.Get(draft);
  browser.Post(draft + "/send", {{"act", draft.substr(draft.rfind('/') + 1)}});
  EXPECT_EQ("0", Column("SELECT count(*) FROM application_case"));
  browser.Get(draft + "/discard");
  EXPECT_EQ(303, browser.Post(draft + "/discard").status);
  EXPECT_EQ("0", Column("SELECT count(*) FROM draft"));
}

TEST_F(DraftTest, IsThrownAwayOnPurposeAfterAQuestion) {
  Save({{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg()}, {"other", "a.pdf", MakePdf()}});
  EXPECT_TRUE(Says(browser.Get(draft), draft + "/discard"));
  EXPECT_TRUE(Says(browser.Get(std::string(kStudent) + "/todo"), draft + "/discard"));
  RowWatch watch(database);
  const Response question = browser.Get(draft + "/discard");
  EXPECT_EQ(200, question.status);
  EXPECT_TRUE(Says(question, kSingle));
  EXPECT_EQ("", watch.Changes());
  const Response gone = browser.Post(draft + "/discard");
  EXPECT_EQ("draft -1\nidempotency_key +1\nphoto_original -1\nupload -2", watch.Changes());
  EXPECT_TRUE(Says(browser.Follow(gone), "notice-success"));
  EXPECT_EQ(404, browser.Get(draft).status);
  EXPECT_EQ(404, browser.Get(draft + "/discard").status);
}

TEST_F(DraftTest, ThrowingAwayTwiceIsOnceAndAnothersIsNotFound) {
  Browser other(dispatcher);
  LogIn(other, stranger);
  EXPECT_EQ(404, other.Get(draft + "/discard").status);
  other.Get(std::string(kStudent) + "/apply/exchange");
  RowWatch watch(database);
  EXPECT_EQ(404, other.Post(draft + "/discard", {{"act", random.Uuid()}}).status);
  EXPECT_EQ("", watch.Changes());
  browser.Get(draft + "/discard");
  const Fields tokens = {{"csrf", InputValue(browser.page(), "csrf")},
                         {"act", InputValue(browser.page(), "act")}};
  const std::string first = HeaderOf(browser.Post(draft + "/discard", tokens), "Location");
  watch.Changes();
  EXPECT_EQ(first, HeaderOf(browser.Post(draft + "/discard", tokens), "Location"));
  EXPECT_EQ("", watch.Changes());
}

TEST_F(DraftTest, ANewPhotoReplacesTheOld) {
  Save({{"do", "upload"}}, {{"photo", "old.jpg", MakeJpeg(600, 800)}});
  RowWatch watch(database);
  Save({{"do", "upload"}}, {{"photo", "new.png", MakePng(700, 900)}});
  EXPECT_EQ("new.jpg", Column("SELECT name FROM upload"));
  EXPECT_EQ("image/jpeg", Column("SELECT mime FROM upload"));
  EXPECT_EQ("photo_original ~1 (content, height, width)\nupload +1 -1", watch.Changes());
}

TEST_F(DraftTest, ThePhotoIsCutAnewWithoutAnotherUpload) {
  Save({{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg(900, 1200)}});
  const std::string before = Column("SELECT sha256 FROM upload");
  EXPECT_TRUE(Says(browser.Get(draft + "?all=yes"), "name=\"crop_size\" min=\"459\""));
  const Response original = browser.Get(draft + "/files/photo-original");
  EXPECT_EQ("image/jpeg", HeaderOf(original, "Content-Type"));

  const Fields crop = {{"do", "crop"}, {"crop_size", "600"}, {"crop_x", "0"}, {"crop_y", "1000"}};
  RowWatch watch(database);
  const Response cut = Save(crop);
  EXPECT_EQ(draft + "#photo", HeaderOf(cut, "Location"));
  EXPECT_EQ("photo_original ~1 (crop_size, crop_x, crop_y)\nupload +1 -1", watch.Changes());
  EXPECT_NE(before, Column("SELECT sha256 FROM upload"));
  EXPECT_TRUE(Says(browser.Get(draft + "?all=yes"),
                   "name=\"crop_size\" min=\"459\" max=\"1000\" value=\"600\""));
  EXPECT_EQ(303, Save(crop).status);
  EXPECT_EQ("", watch.Changes());
}

TEST_F(DraftTest, AnotherPhotoIsCutFromAnotherAddress) {
  const auto picture = [&] {
    const std::string page = browser.Get(draft + "/sections/photo").body;
    const std::size_t at = page.find(draft + "/files/photo-original");
    return at == std::string::npos ? "" : page.substr(at, page.find('"', at) - at);
  };
  Save({{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg(900, 1200)}});
  const std::string before = picture();
  const Response shown = browser.Get(before);
  EXPECT_EQ(200, shown.status);
  Save({{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg(900, 1201)}});
  EXPECT_NE(before, picture());
  EXPECT_NE(shown.body, browser.Get(picture()).body);
}

TEST_F(DraftTest, WhatIsWrongIsSaidUntilItIsMended) {
  const Response checked = Save({{"section", "all"}, {"do", "check"}});
  const std::string form = draft + "?check=yes";
  EXPECT_TRUE(Says(checked, "action=\"" + form + "\""));
  const std::string page = draft + "?all=yes&check=yes";
  const auto send = [&](const char* action, const std::vector<SentFile>& files) {
    browser.Get(page);
    return browser.PostFiles(form, {{"section", "all"}, {"do", action}}, files);
  };
  const Response good = send("upload", {{"photo", "me.jpg", MakeJpeg()}});
  EXPECT_EQ(page + "#photo", HeaderOf(good, "Location"));
  const Response after = browser.Get(page);
  EXPECT_EQ(200, after.status);
  EXPECT_TRUE(Says(after, "href=\"#single-permit\""));
  EXPECT_FALSE(Says(after, "href=\"#photo\""));

  const Response bad = send("upload", {{"other", "page.html", "<html>"}});
  EXPECT_EQ(422, bad.status);
  EXPECT_TRUE(Says(bad, "page.html"));
  EXPECT_TRUE(Says(bad, "href=\"#single-permit\""));
  EXPECT_EQ(draft + "?saved=yes", HeaderOf(send("save", {}), "Location")) << "for later";
  EXPECT_FALSE(Says(browser.Get(draft + "?all=yes"), "govuk-error-summary"));
}

TEST_F(DraftTest, WhatIsWrongInASectionIsSaidUntilItIsMended) {
  const std::string page = draft + "/sections/documents?check=yes";
  EXPECT_TRUE(Says(browser.Get(page), "href=\"#single-permit\""));
  const Response good =
      browser.PostFiles(draft + "?check=yes", {{"section", "documents"}, {"do", "upload"}},
                        {{"travel-document", "a.pdf", MakePdf("a")}});
  EXPECT_EQ(page + "#travel-document", HeaderOf(good, "Location"));
  const Response after = browser.Get(page);
  EXPECT_TRUE(Says(after, "href=\"#single-permit\""));
  EXPECT_FALSE(Says(after, "href=\"#travel-document\""));
  EXPECT_FALSE(Says(after, "href=\"#photo\"")) << "of another section";
}

TEST_F(DraftTest, ADocumentFromAPhoneIsMadeSmaller) {
  const std::string large = MakeJpeg(3000, 4000, 60);
  ASSERT_GT(large.size(), 512u * 1024);
  EXPECT_EQ(303, Save({{"do", "upload"}}, {{"other", "paper.jpg", large}}).status);
  EXPECT_LT(std::stoul(Column("SELECT size FROM upload")), 512u * 1024);
  EXPECT_EQ("1", Column("SELECT size = length(content) FROM upload"));
  EXPECT_EQ(303, Save({{"do", "upload"}}, {{"other", "again.jpg", large}}).status);
  EXPECT_EQ("paper.jpg", Column("SELECT name FROM upload")) << "the same paper counts once";
  Save({{"do", "remove:" + Column("SELECT id FROM upload")}});

  const std::string phone = PaintHeic(300, 400, [](unsigned, unsigned) {
    return std::array<unsigned char, 3>{200, 100, 50};
  });
  EXPECT_EQ(303, Save({{"do", "upload"}}, {{"other", "IMG_0001.HEIC", phone}}).status);
  EXPECT_EQ("IMG_0001.jpg", Column("SELECT name FROM upload"));
  EXPECT_EQ("image/jpeg", Column("SELECT mime FROM upload"));
}

TEST_F(DraftTest, AForgedCropIsRefused) {
  Save({{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg(900, 1200)}});
  RowWatch watch(database);
  for (const char* bad : {"-1", "1001", "4.5", "x", ""}) {
    EXPECT_EQ(400,
              Save({{"do", "crop"}, {"crop_size", "400"}, {"crop_x", bad}, {"crop_y", "0"}}).status)
        << bad;
  }
  EXPECT_EQ(400, Save({{"do", "crop"}, {"crop_size", "400"}}).status);
  EXPECT_EQ("", watch.Changes());
}

TEST_F(DraftTest, AnothersOriginalIsNotShownAndNoneIsKeptWithoutItsPhoto) {
  Save({{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg(900, 1200)}});
  Browser other(dispatcher);
  LogIn(other, stranger);
  EXPECT_EQ(404, other.Get(draft + "/files/photo-original").status);
  RowWatch watch(database);
  Save({{"do", "remove:" + Column("SELECT id FROM upload")}});
  EXPECT_EQ("photo_original -1\nupload -1", watch.Changes());
  EXPECT_EQ(404, browser.Get(draft + "/files/photo-original").status);
}

TEST_F(DraftTest, APhonesPhotoIsMadeSmallerAndTurnedUpright) {
  std::string large = MakeJpeg(3000, 4000, 60);
  ASSERT_GT(large.size(), 512u * 1024);
  EXPECT_EQ(303, Save({{"do", "upload"}}, {{"photo", "large.jpg", large}}).status);
  EXPECT_LT(std::stoul(Column("SELECT size FROM upload")), 512u * 1024);

  EXPECT_EQ(303,
            Save({{"do", "upload"}}, {{"photo", "lying.jpg", MakeCameraJpeg(800, 600, 6)}}).status);
  EXPECT_EQ("lying.jpg", Column("SELECT name FROM upload"));
  EXPECT_EQ("0", Column("SELECT locate('Exif', content) FROM upload"));
  const Response small =
      Save({{"do", "upload"}}, {{"photo", "small.jpg", MakeCameraJpeg(530, 420, 8)}});
  EXPECT_EQ(422, small.status);
  EXPECT_TRUE(Says(small, "「small.jpg」只有 420 × 530 像素"));
}

TEST_F(DraftTest, AsksOnceAboutAMailboxThatLooksLikeASlip) {
  const auto check = [&](Fields more) {
    browser.Get(draft);
    Fields fields = Answers();
    fields.emplace_back("do", "check");
    for (auto& field : more) fields.push_back(std::move(field));
    return browser.PostFiles(draft, fields, Documents(Service::kExchange));
  };
  const Response asking = check({{"email", "ming@gmial.com"}});
  EXPECT_EQ(422, asking.status);
  EXPECT_TRUE(Says(asking, "ming@gmail.com"));
  EXPECT_EQ("ming@gmial.com", InputValue(asking.body, "asked_mailbox"));
  const Fields again = {{"email", "ming@gmial.com"}, {"asked_mailbox", "ming@gmial.com"}};
  EXPECT_EQ(draft + "/check", HeaderOf(check(again), "Location"));
  EXPECT_EQ(422, check({{"email", "ming@hotmial.com"}, {"asked_mailbox", "ming@gmial.com"}}).status)
      << "another slip";
  EXPECT_EQ(303, Save({{"do", "save"}, {"email", "ming@gmial.com"}}).status);
  EXPECT_EQ("", InputValue(browser.Get(draft + "?all=yes").body, "asked_mailbox"))
      << "saving asks nothing";
  EXPECT_EQ(draft + "/check", HeaderOf(check({{"email", ""}}), "Location"));
  database.Run("UPDATE account SET email = 'ming@gmial.com'");
  EXPECT_EQ(draft + "/check", HeaderOf(check({{"email", "ming@gmial.com"}}), "Location"))
      << "the account's own";
}

// Each statement is a round trip to the database.
TEST_F(DraftTest, ASaveSendsFewStatements) {
  struct {
    const char* action;
    std::vector<SentFile> files;
    std::uint64_t most;
  } const saves[] = {{"save", {}, 8},
                     {"upload", {{"other", "a.pdf", MakePdf("a")}}, 9},
                     {"upload", {{"photo", "me.jpg", MakeJpeg()}}, 10}};
  for (const auto& save : saves) {
    browser.Get(draft);
    const std::uint64_t before = database.statements_sent();
    EXPECT_EQ(303, browser.PostFiles(draft, {{"do", save.action}}, save.files).status);
    EXPECT_LE(database.statements_sent() - before, save.most) << save.action;
  }
}

}  // namespace
}  // namespace permit::test
