// What a student is told of a picture: beside the file, before sending, and to the reviewer.
#include <gtest/gtest.h>

#include "handlers/rules/file_fault.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/pictures/page_photo.h"
#include "tests/support/pictures/portrait.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

std::string Jpeg(const Picture& picture) { return EncodeJpegBelow(picture, 512 * 1024).value(); }

std::string PageTurnedBy(int quarters) {
  Chance chance(11);
  return Jpeg(Photograph(Turned(DrawDocument(chance), quarters), ShotOf(chance), chance));
}

// A head as high as that part of the photo.
std::string PhotoOf(double head) {
  Chance chance(5);
  Picture picture = DrawGround({}, chance);
  DrawPerson(picture, LookOf(chance), {head, (1 - head) / 2, 0.5});
  return Jpeg(Blur(picture, 0.8));
}

bool Says(const Response& response, const std::string& text) {
  return response.body.find(text) != std::string::npos;
}

class FileFaultsTest : public ApplyTest {
 protected:
  FileFaultsTest() { browser.SetCookie("lang", "en"); }

  std::string FaultsOf(const std::string& slot) {
    return Column("SELECT faults FROM upload WHERE slot = '" + slot + "'");
  }
};

TEST_F(FileFaultsTest, AreToldBesideTheFileAndAgainBeforeSending) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  EXPECT_EQ(
      browser.PostFiles(draft, {{"do", "upload"}}, {{"other", "page.jpg", PageTurnedBy(2)}}).status,
      303)
      << "it is taken all the same";
  EXPECT_EQ(FaultsOf("other"), "page-upside-down");
  EXPECT_TRUE(Says(browser.Get(draft + "?all=yes"), "The page is upside down."));
  const Response check = browser.Get(draft + "/check");
  EXPECT_TRUE(Says(check, "The page is upside down."));
  EXPECT_TRUE(Says(check, "You can send it as it is, but we may return it to you."));
  EXPECT_TRUE(Says(check, draft + "/sections/documents?from=check#other"));

  browser.SetCookie("lang", "zh-Hant-TW");
  EXPECT_TRUE(Says(browser.Get(draft + "?all=yes"), "文件上下顛倒。"));
  EXPECT_TRUE(Says(browser.Get(draft + "/check"), "文件上下顛倒。"));
}

TEST_F(FileFaultsTest, AGoodPageSaysNothing) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  browser.PostFiles(draft, {{"do", "upload"}}, {{"other", "page.jpg", PageTurnedBy(0)}});
  EXPECT_EQ(FaultsOf("other"), "");
  EXPECT_FALSE(Says(browser.Get(draft + "?all=yes"), "page is upside down"));
}

TEST_F(FileFaultsTest, OfAPhotoFollowTheFrame) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  browser.Get(draft + "?all=yes");
  browser.PostFiles(draft, {{"do", "upload"}}, {{"photo", "me.jpg", PhotoOf(0.5)}});
  EXPECT_EQ(FaultsOf("photo"), "head-too-small");
  EXPECT_TRUE(Says(browser.Get(draft + "?all=yes"), "The head is too small"));
  browser.Post(draft, {{"do", "crop"}, {"crop_size", "666"}, {"crop_x", "500"}, {"crop_y", "500"}});
  EXPECT_EQ(FaultsOf("photo"), "");
  EXPECT_FALSE(Says(browser.Get(draft + "?all=yes"), "The head is too small"));
}

TEST_F(FileFaultsTest, AreForgottenWithTheFile) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  browser.Get(draft);
  browser.PostFiles(draft, {{"do", "upload"}}, {{"photo", "me.jpg", PhotoOf(0.5)}});
  browser.Get(draft);
  browser.PostFiles(draft, {{"do", "upload"}}, {{"photo", "new.jpg", PhotoOf(0.75)}});
  EXPECT_EQ(FaultsOf("photo"), "");
}

}  // namespace
}  // namespace permit::test
