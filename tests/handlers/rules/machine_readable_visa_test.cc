#include "handlers/rules/machine_readable_visa.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using namespace std::chrono_literals;

TEST(MachineReadableVisa, CheckDigitsAreThoseOfTheStandard) {
  EXPECT_EQ(CheckDigit("L898902C<"), '3');
  EXPECT_EQ(CheckDigit("L898902C3"), '6');
  EXPECT_EQ(CheckDigit("D23145890"), '7');
  EXPECT_EQ(CheckDigit("690806"), '1');
  EXPECT_EQ(CheckDigit("940623"), '6');
  EXPECT_EQ(CheckDigit("740812"), '2');
  EXPECT_EQ(CheckDigit("120415"), '9');
}

TEST(MachineReadableVisa, NamesAreSpeltInTheirLetters) {
  EXPECT_EQ(VisaName("ZHENG, YA-WEN"), "ZHENG<<YA<WEN");
  EXPECT_EQ(VisaName("Zheng ,  Ya wen "), "ZHENG<<YA<WEN");
  EXPECT_EQ(VisaName("O'CONNOR, ENYA SIOBHAN"), "OCONNOR<<ENYA<SIOBHAN");
  EXPECT_EQ(VisaName("Müller-Lüdenscheidt, Jörg"), "MUELLER<LUEDENSCHEIDT<<JOERG");
  EXPECT_EQ(VisaName("Åström, Þóra Strauß"), "AASTROEM<<THORA<STRAUSS");
  EXPECT_EQ(VisaName("Łukasz Żółć"), "LUKASZ<ZOLC");
  EXPECT_EQ(VisaName("ABDUREHIM"), "ABDUREHIM");
  EXPECT_EQ(VisaName("WANG, "), "WANG");
  EXPECT_EQ(VisaName(", JI"), "JI");
  EXPECT_EQ(VisaName("SMITH, JOHN, JR."), "SMITH<<JOHN<JR");
  for (const std::string name : {"", " ", "-", "'", "王小明", "WANG 小", "WANG, 3", "\xFF"}) {
    EXPECT_EQ(VisaName(name), std::nullopt) << name;
  }
}

TEST(MachineReadableVisa, HoldersFromTheMainlandAreSpeltAsOnTheirTravelDocuments) {
  const std::pair<const char*, const char*> names[] = {{"LÜ, XIAOMING", "LYU<<XIAOMING"},
                                                       {"LI, LÜ", "LI<<LYU"},
                                                       {"Nü, Lüyi", "NYU<<LYUYI"},
                                                       {"WANG, LÜE", "WANG<<LUE"},
                                                       {"XÜ, JÜN", "XU<<JUN"},
                                                       {"LYU, XIAOMING", "LYU<<XIAOMING"},
                                                       {"LU, NÜE", "LU<<NUE"},
                                                       {"WANG, YA-WEN", "WANG<<YA<WEN"}};
  for (const auto& [name, zone] : names) {
    EXPECT_EQ(VisaName(TravelDocumentSpelling(name)), zone) << name;
  }
  EXPECT_EQ(TravelDocumentSpelling("王 \xFF"), "王 \xFF");
}

TEST(MachineReadableVisa, NamesThatAreTooLongAreCutAndEndInALetter) {
  EXPECT_EQ(VisaName("NILAVADHANANANDA, CHAYAPA DEJTHAMRONG KRASUANG"),
            "NILAVADHANANANDA<<CHAYAPA<DEJTH");
  EXPECT_EQ(VisaName("ABDURAHMANMUHEMMETIMINTURSUNNIYAZ, AYGUL"),
            "ABDURAHMANMUHEMMETIMINTURSUN<<A");
  EXPECT_EQ(VisaName("BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL"),
            "BENNELONG<WOOLOOMOOLOO<WARRANDY");
  // The cut falls between two words: the next one still shows its first letter.
  EXPECT_EQ(VisaName("PAPANDROPOULOUS, JONATHON ALEC BEN"), "PAPANDROPOULOUS<<JONATHON<ALE<B");
  EXPECT_EQ(VisaName("ABCDEFGHIJKLMNOPQRSTUVWXYZA B, C"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ<B<<C");
  // A word of one letter that would have to give it up is left out with its filler.
  EXPECT_EQ(VisaName("PNDROMUELLER LUEDENPSCHEIDT, O JOERG"), "PNDROMUELLER<LUEDENPSCHEIDT<<JO");
  EXPECT_EQ(VisaName("LI, ABCDEFGHIJKLMNOPQRSTUVWX Y ZHAO"), "LI<<ABCDEFGHIJKLMNOPQRSTUVWX<ZH");
  for (int length = 25; length < 60; ++length) {
    for (int words = 1; words < 9; ++words) {
      std::string name;
      for (int i = 0; i < length; ++i) name += i % words == words - 1 && i > 0 ? ' ' : 'A';
      for (const std::string& whole : {name, name + ", " + name, "LI, " + name, name + ", LI"}) {
        const auto cut = VisaName(whole);
        if (!cut) continue;
        EXPECT_LE(cut->size(), kVisaName) << whole;
        EXPECT_TRUE(cut->back() >= 'A' && cut->back() <= 'Z') << whole << " " << *cut;
      }
    }
  }
}

const VisaZone kZone = {.name = "ERIKSSON<<ANNA<MARIA",
                        .number = "L898902C",
                        .nationality = "UTO",
                        .birth_date = 1969y / 8 / 6,
                        .male = false,
                        .expires_on = 1994y / 6 / 23};

TEST(MachineReadableVisa, TheZoneIsThatOfTheStandardsSpecimen) {
  EXPECT_EQ(WriteVisaZone(kZone),
            "V<TWNERIKSSON<<ANNA<MARIA<<<<<<<<<<<"
            "L898902C<3UTO6908061F9406236");
}

TEST(MachineReadableVisa, AZoneReadsBack) {
  const auto zone = ReadVisaZone(*WriteVisaZone(kZone), 1993y / 1 / 1).value();
  EXPECT_EQ(zone.name, kZone.name);
  EXPECT_EQ(zone.number, kZone.number);
  EXPECT_EQ(zone.nationality, "UTO");
  EXPECT_EQ(zone.birth_date, kZone.birth_date);
  EXPECT_EQ(zone.male, false);
  EXPECT_EQ(zone.expires_on, kZone.expires_on);
}

TEST(MachineReadableVisa, TheCenturyIsTakenFromTheDayOfIssue) {
  const auto years = [](Date birth, Date expiry, Date issued) {
    VisaZone zone = kZone;
    zone.birth_date = birth;
    zone.expires_on = expiry;
    zone = ReadVisaZone(*WriteVisaZone(zone), issued).value();
    return std::pair(static_cast<int>(zone.birth_date.year()),
                     static_cast<int>(zone.expires_on.year()));
  };
  EXPECT_EQ(years(2003y / 1 / 1, 2028y / 3 / 2, 2026y / 3 / 2), std::pair(2003, 2028));
  EXPECT_EQ(years(1999y / 12 / 31, 2028y / 3 / 2, 2026y / 3 / 2), std::pair(1999, 2028));
  EXPECT_EQ(years(1927y / 1 / 1, 2026y / 3 / 2, 2026y / 3 / 2), std::pair(1927, 2026));
  EXPECT_EQ(years(2026y / 3 / 2, 2026y / 3 / 2, 2026y / 3 / 2), std::pair(2026, 2026));
  EXPECT_EQ(years(1999y / 1 / 1, 2101y / 1 / 1, 2099y / 3 / 2), std::pair(2099, 2101));
}

TEST(MachineReadableVisa, AnyOtherCharacterIsFoundByTheCheckDigits) {
  const std::string good = *WriteVisaZone(kZone);
  const Date issued = 1993y / 1 / 1;
  for (std::size_t at = 36; at < good.size(); ++at) {
    if (at >= 46 && at < 49) continue;  // the nationality has none
    for (char c : {'0', '9', 'A', '<', '#'}) {
      std::string other = good;
      if (other[at] == c) continue;
      other[at] = c;
      const auto read = ReadVisaZone(other, issued);
      // The weights add up modulo ten, so that two characters may weigh the same.
      EXPECT_NE(read ? *WriteVisaZone(*read) : "", good) << other;
      EXPECT_FALSE(c == '#' && read) << other;
    }
  }
  EXPECT_FALSE(ReadVisaZone(good.substr(1), issued));
  EXPECT_FALSE(ReadVisaZone("P" + good.substr(1), issued));
}

// Each has the right check digits.
TEST(MachineReadableVisa, WhatWritingDoesNotGiveIsNotRead) {
  const std::string name = "V<TWNZHENG<<YA<WEN<<<<<<<<<<<<<<<<<<";
  const std::string rest = "CHN0301017F2803021";
  const Date issued = 2026y / 3 / 2;
  EXPECT_TRUE(ReadVisaZone(name + "11500001<8" + rest, issued));
  EXPECT_FALSE(ReadVisaZone(name + "<<<<<<<<<0" + rest, issued)) << "no number";
  EXPECT_FALSE(ReadVisaZone("V<TWN" + std::string(31, '<') + "11500001<8" + rest, issued))
      << "no name";
  EXPECT_FALSE(ReadVisaZone(name + "11500001<8" + rest, Date(0y / 3 / 2))) << "born before year 0";
}

TEST(MachineReadableVisa, WhatDoesNotFitIsNotWritten) {
  const auto with = [](auto change) {
    VisaZone zone = kZone;
    change(zone);
    return WriteVisaZone(zone);
  };
  EXPECT_FALSE(with([](VisaZone& zone) { zone.name = std::string(32, 'A'); }));
  EXPECT_FALSE(with([](VisaZone& zone) { zone.name = ""; }));
  EXPECT_FALSE(with([](VisaZone& zone) { zone.name = "a"; }));
  EXPECT_FALSE(with([](VisaZone& zone) { zone.number = "1234567890"; }));
  EXPECT_FALSE(with([](VisaZone& zone) { zone.number = "12-4"; }));
  EXPECT_FALSE(with([](VisaZone& zone) { zone.nationality = "CN"; }));
  EXPECT_FALSE(with([](VisaZone& zone) { zone.birth_date = 2026y / 2 / 30; }));
}

}  // namespace
}  // namespace permit
