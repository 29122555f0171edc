#include "views/calendar/calendar_file.h"

#include <gtest/gtest.h>

#include <vector>

namespace permit::views {
namespace {

constexpr Instant kAt{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1} +
                      std::chrono::milliseconds(3723'450)};
constexpr Date kDay = std::chrono::year{2026} / 12 / 31;
constexpr int kDaysBefore[] = {7, 2};

TEST(CalendarFileTest, IsOneEventOfAWholeDayWithItsAlarms) {
  EXPECT_EQ(WriteCalendarFile({"1-pay@here", kDay, "Pay", "First\nsecond", kAt, kDaysBefore}),
            "BEGIN:VCALENDAR\r\n"
            "VERSION:2.0\r\n"
            "PRODID:-//permit//Students Online Application System//EN\r\n"
            "CALSCALE:GREGORIAN\r\n"
            "BEGIN:VEVENT\r\n"
            "UID:1-pay@here\r\n"
            "DTSTAMP:20260301T010203Z\r\n"
            "DTSTART;VALUE=DATE:20261231\r\n"
            "DTEND;VALUE=DATE:20270101\r\n"
            "SUMMARY:Pay\r\n"
            "DESCRIPTION:First\\nsecond\r\n"
            "TRANSP:TRANSPARENT\r\n"
            "BEGIN:VALARM\r\n"
            "ACTION:DISPLAY\r\n"
            "DESCRIPTION:Pay\r\n"
            "TRIGGER:-P6DT15H\r\n"
            "END:VALARM\r\n"
            "BEGIN:VALARM\r\n"
            "ACTION:DISPLAY\r\n"
            "DESCRIPTION:Pay\r\n"
            "TRIGGER:-P1DT15H\r\n"
            "END:VALARM\r\n"
            "END:VEVENT\r\n"
            "END:VCALENDAR\r\n");
}

TEST(CalendarFileTest, TextsAreEscapedAndLoseControlCharacters) {
  const std::string file =
      WriteCalendarFile({"1", kDay, "a,b;c\\d\r\nEND:VEVENT\x01\t\x7f", ":\"", kAt});
  EXPECT_NE(file.find("SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\r\n"), std::string::npos) << file;
  EXPECT_NE(file.find("DESCRIPTION::\"\r\n"), std::string::npos) << file;
}

std::vector<std::string> Lines(const std::string& file) {
  std::vector<std::string> lines;
  for (std::size_t at = 0, end; (end = file.find("\r\n", at)) != file.npos; at = end + 2) {
    lines.push_back(file.substr(at, end - at));
  }
  return lines;
}

TEST(CalendarFileTest, LongLinesAreFoldedBetweenCharacters) {
  for (const std::string& character : {std::string("x"), std::string("é"), std::string("許"),
                                       std::string("𠮷"), std::string("許x𠮷é")}) {
    for (int times = 1; times < 120; ++times) {
      std::string text;
      for (int i = 0; i < times; ++i) text += character;
      const std::string file = WriteCalendarFile({"1", kDay, "s", text, kAt});
      std::string unfolded;
      for (const std::string& line : Lines(file)) {
        ASSERT_LE(line.size(), 75u) << line;
        const bool goes_on = line.starts_with(' ');
        ASSERT_NE(static_cast<unsigned char>(line[goes_on ? 1 : 0]) & 0xc0, 0x80) << line;
        unfolded += goes_on ? line.substr(1) : "\n" + line;
      }
      ASSERT_NE(unfolded.find("\nDESCRIPTION:" + text + "\n"), std::string::npos) << times;
    }
  }
}

}  // namespace
}  // namespace permit::views
