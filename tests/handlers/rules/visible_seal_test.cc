#include "handlers/rules/visible_seal.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "handlers/rules/c40.h"

namespace permit {
namespace {

using namespace std::chrono_literals;

std::string Bytes(std::initializer_list<int> values) {
  std::string bytes;
  for (int value : values) bytes += static_cast<char>(value);
  return bytes;
}

TEST(C40, KnownAnswers) {
  EXPECT_EQ(EncodeC40("TWN"), Bytes({0xd3, 0xfc}));
  EXPECT_EQ(EncodeC40("UFO001979"), Bytes({0xd7, 0x95, 0x19, 0xa6, 0x53, 0x06}));
  EXPECT_EQ(EncodeC40(""), "");
  EXPECT_EQ(DecodeC40(Bytes({0xd7, 0x95, 0x19, 0xa6, 0x53, 0x06})), "UFO001979");
}

TEST(C40, EveryTextOfAnyLengthReadsBack) {
  std::mt19937 random(1);
  const std::string letters = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (std::size_t length = 0; length < 40; ++length) {
    std::string text;
    while (text.size() < length) text += letters[random() % letters.size()];
    const std::string bytes = EncodeC40(text).value();
    EXPECT_EQ(bytes.size(), C40Size(length));
    EXPECT_EQ(DecodeC40(bytes), text);
  }
  EXPECT_EQ(EncodeC40("A B"), EncodeC40("A<B"));
  EXPECT_FALSE(EncodeC40("a"));
  EXPECT_FALSE(EncodeC40("A-B"));
}

// Of all pairs of bytes those alone are read that writing gives.
TEST(C40, ATextHasOneForm) {
  int read = 0;
  for (int pair = 0; pair < 0x10000; ++pair) {
    const std::string bytes = Bytes({pair >> 8, pair & 0xFF});
    const auto text = DecodeC40(bytes);
    if (!text) continue;
    ++read;
    EXPECT_EQ(EncodeC40(*text), bytes) << *text;
  }
  EXPECT_EQ(read, 37 * 37 * 37 + 37 * 37 + 37);
  EXPECT_FALSE(DecodeC40(Bytes({0xd3})));
  EXPECT_FALSE(DecodeC40(*EncodeC40("A") + *EncodeC40("ABC"))) << "one left over, in the middle";
  EXPECT_FALSE(DecodeC40(*EncodeC40("AB") + *EncodeC40("ABC"))) << "two left over, in the middle";
}

SealContent Content() {
  return {.signer = "TWNI001",
          .issued_on = 2019y / 7 / 4,
          .signed_on = 2019y / 7 / 5,
          .zone = {.name = *VisaName("ZHENG, YA-WEN"),
                   .number = "10800123",
                   .nationality = "CHN",
                   .birth_date = 1999y / 1 / 31,
                   .male = false,
                   .expires_on = 2021y / 7 / 3},
          .entries = kUnlimitedEntries,
          .stay = {.days = 30, .months = 11, .years = 1},
          .travel_document = "T12345678"};
}

const std::string kSignature = [] {
  std::string bytes;
  for (int i = 0; i < 64; ++i) bytes += static_cast<char>(i * 5);
  return bytes;
}();

std::string Seal() { return WithSignature(*WriteSeal(Content()), kSignature); }

// What a reader finds that was written from the standard's layout and knows nothing of the rules
// above: fields by name, their values as text.
class StandardsReader {
 public:
  explicit StandardsReader(const std::string& seal) : bytes_(seal.begin(), seal.end()) {}

  std::map<std::string, std::string> Read() {
    found["magic"] = Hex(1);
    found["version"] = std::to_string(bytes_.at(at_++) + 1);
    found["country"] = C40(2);
    // Signer and reference: six characters say how many follow them.
    const std::string head = C40(4);
    const auto follow = static_cast<std::size_t>(std::stoi(head.substr(4, 2), nullptr, 16));
    const std::size_t triples = (6 + follow + 2) / 3 - 2;
    found["signer"] = head.substr(0, 4);
    found["reference"] = C40(triples * 2);
    found["issued"] = Day();
    found["signed"] = Day();
    found["feature"] = Hex(1);
    found["category"] = Hex(1);
    while (bytes_.at(at_) != 0xFF) {
      const std::string tag = "message " + std::to_string(bytes_.at(at_++));
      const std::size_t length = bytes_.at(at_++);
      found[tag] = tag == "message 2" || tag == "message 5" ? C40(length) : Hex(length);
    }
    found["signed bytes"] = std::to_string(at_);
    ++at_;
    const std::size_t length = bytes_.at(at_++);
    found["signature"] = Hex(length);
    found["left"] = std::to_string(bytes_.size() - at_);
    return found;
  }

 private:
  std::string Hex(std::size_t count) {
    std::string text;
    char digits[3];
    for (std::size_t i = 0; i < count; ++i) {
      std::snprintf(digits, sizeof digits, "%02x", bytes_.at(at_++));
      text += digits;
    }
    return text;
  }
  std::string C40(std::size_t count) {
    std::string text;
    for (const std::size_t end = at_ + count; at_ < end; at_ += 2) {
      const int i1 = bytes_.at(at_);
      const int i2 = bytes_.at(at_ + 1);
      if (i1 == 254) {
        text += static_cast<char>(i2 - 1);
        continue;
      }
      const int v16 = i1 * 256 + i2;
      const int u1 = (v16 - 1) / 1600;
      const int u2 = (v16 - u1 * 1600 - 1) / 40;
      const int u3 = v16 - u1 * 1600 - u2 * 40 - 1;
      for (int u : {u1, u2, u3}) {
        if (u >= 14) text += static_cast<char>(u + 51);
        if (u >= 4 && u < 14) text += static_cast<char>(u + 44);
        if (u == 3) text += '<';
      }
    }
    return text;
  }
  std::string Day() {
    int number = 0;
    for (int i = 0; i < 3; ++i) number = number * 256 + bytes_.at(at_++);
    std::string digits = std::to_string(number);
    while (digits.size() < 8) digits.insert(digits.begin(), '0');
    return digits.substr(4) + "-" + digits.substr(0, 2) + "-" + digits.substr(2, 2);
  }

  std::vector<unsigned char> bytes_;
  std::size_t at_ = 0;
  std::map<std::string, std::string> found;
};

TEST(VisibleSeal, IsWhatTheStandardsLayoutSays) {
  const std::string seal = Seal();
  EXPECT_EQ(seal.size(), 146u);
  auto found = StandardsReader(seal).Read();
  EXPECT_EQ(found["magic"], "dc");
  EXPECT_EQ(found["version"], "4");
  EXPECT_EQ(found["country"], "TWN");
  EXPECT_EQ(found["signer"], "TWNI");
  EXPECT_EQ(found["reference"], "001");
  EXPECT_EQ(found["issued"], "2019-07-04");
  EXPECT_EQ(found["signed"], "2019-07-05");
  EXPECT_EQ(found["feature"] + found["category"], "5d01");
  EXPECT_EQ(found["message 2"], "V<TWNZHENG<<YA<WEN<<<<<<<<<<<<<<<<<<10800123<9CHN9901317F2107039");
  EXPECT_EQ(found["message 3"], "00");
  EXPECT_EQ(found["message 4"], "1e0b01");
  EXPECT_EQ(found["message 5"], "T12345678");
  EXPECT_EQ(found["signed bytes"], "80");
  EXPECT_EQ(found["signature"].size(), 128u);
  EXPECT_EQ(found["left"], "0");
  EXPECT_EQ(seal.substr(10, 3), Bytes({0x6b, 0x73, 0xe3})) << "the known answer of 2019-07-04";
}

TEST(VisibleSeal, ReadsBack) {
  const std::string seal = Seal();
  const auto read = ReadSeal(seal);
  ASSERT_TRUE(read.has_value()) << Code(read.error());
  const auto& [content, signed_part, signature] = *read;
  EXPECT_EQ(signed_part, seal.substr(0, 80));
  EXPECT_EQ(signature, kSignature);
  EXPECT_EQ(content.signer, "TWNI001");
  EXPECT_EQ(content.issued_on, Content().issued_on);
  EXPECT_EQ(content.signed_on, Content().signed_on);
  EXPECT_EQ(content.zone.name, "ZHENG<<YA<WEN");
  EXPECT_EQ(content.zone.number, "10800123");
  EXPECT_EQ(content.zone.birth_date, Content().zone.birth_date);
  EXPECT_EQ(content.zone.expires_on, Content().zone.expires_on);
  EXPECT_EQ(content.entries, 0);
  EXPECT_EQ(content.stay, Content().stay);
  EXPECT_EQ(content.travel_document, "T12345678");
}

std::string FaultOf(const std::string& bytes) {
  const auto read = ReadSeal(bytes);
  return read ? "none" : std::string(Code(read.error()));
}

TEST(VisibleSeal, WhatIsMalformedIsNamed) {
  const std::string good = Seal();
  const auto with = [&](std::size_t at, const std::string& bytes) {
    return FaultOf(std::string(good).replace(at, bytes.size(), bytes));
  };
  EXPECT_EQ(FaultOf(""), "no-seal");
  EXPECT_EQ(FaultOf("https://example.gov.tw"), "no-seal");
  EXPECT_EQ(with(1, Bytes({0x02})), "version");
  EXPECT_EQ(with(2, *EncodeC40("UTO")), "country");
  EXPECT_EQ(with(4, *EncodeC40("TWNI04001")), "signer");
  EXPECT_EQ(with(4, *EncodeC40("TWN<03001")), "signer");
  EXPECT_EQ(with(10, Bytes({0, 0, 0})), "date");
  EXPECT_EQ(with(13, Bytes({0xFF, 0xFF, 0xFF})), "date");
  EXPECT_EQ(with(16, Bytes({0x5d, 0x02})), "profile");
  EXPECT_EQ(with(18, Bytes({0x01})), "message");
  EXPECT_EQ(with(19, Bytes({0x2b})), "message");
  EXPECT_EQ(with(20, *EncodeC40("P<T")), "zone");
  EXPECT_EQ(with(64, Bytes({0x04})), "message");
  EXPECT_EQ(with(65, Bytes({0x81})), "message");
  EXPECT_EQ(with(69, Bytes({31})), "stay");
  EXPECT_EQ(with(70, Bytes({12})), "stay");
  EXPECT_EQ(with(74, *EncodeC40("T<2")), "travel-document");
  EXPECT_EQ(with(73, Bytes({0x88})), "message");
  EXPECT_EQ(with(80, Bytes({0xFE})), "message");
  EXPECT_EQ(with(81, Bytes({0x3f})), "signature");
  EXPECT_EQ(FaultOf(good + "x"), "trailing");
  for (std::size_t size = 2; size < good.size(); ++size) {
    EXPECT_EQ(FaultOf(good.substr(0, size)), "truncated") << size;
  }
}

// A flipped bit either breaks the form or changes what is signed or the signature itself.
TEST(VisibleSeal, NoBitIsWithoutMeaning) {
  const std::string good = Seal();
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    std::string other = good;
    other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
    const auto read = ReadSeal(other);
    if (!read) continue;
    const SealReading& reading = *read;
    EXPECT_EQ(std::string(reading.signed_part) + "\xFF\x40" + std::string(reading.signature),
              other);
    const auto again = WriteSeal(reading.content);
    EXPECT_EQ(again, reading.signed_part) << "bit " << bit << ": one form for one content";
  }
}

TEST(VisibleSeal, WhatDoesNotFitIsNotWritten) {
  const auto with = [](auto change) {
    SealContent content = Content();
    change(content);
    return WriteSeal(content);
  };
  EXPECT_FALSE(with([](SealContent& content) { content.signer = "TWNI01"; }));
  EXPECT_FALSE(with([](SealContent& content) { content.signer = "twni001"; }));
  EXPECT_FALSE(with([](SealContent& content) { content.travel_document = ""; }));
  EXPECT_FALSE(with([](SealContent& content) { content.travel_document = "T-1"; }));
  EXPECT_FALSE(with([](SealContent& content) { content.entries = 256; }));
  EXPECT_FALSE(with([](SealContent& content) { content.stay.months = 12; }));
  EXPECT_FALSE(with([](SealContent& content) { content.issued_on = 2026y / 2 / 30; }));
  EXPECT_FALSE(with([](SealContent& content) { content.zone.name.clear(); }));
}

TEST(VisibleSeal, AStayIsCountedInYearsMonthsAndDays) {
  EXPECT_EQ(StayBetween(2026y / 3 / 2, 2028y / 3 / 2), (StayLength{0, 0, 2}));
  EXPECT_EQ(StayBetween(2026y / 3 / 2, 2026y / 3 / 1), StayLength{});
  EXPECT_EQ(StayBetween(2026y / 1 / 31, 2026y / 2 / 28), (StayLength{0, 1, 0}));
  EXPECT_EQ(StayBetween(2026y / 1 / 31, 2026y / 3 / 1), (StayLength{1, 1, 0}));
  for (Date from : {Date(2026y / 1 / 31), Date(2024y / 2 / 29), Date(2026y / 12 / 1)}) {
    for (int days = 0; days < 1500; ++days) {
      const Date until = AddDays(from, days);
      EXPECT_EQ(StayEnd(from, StayBetween(from, until)), until) << FormatDate(until);
      EXPECT_LT(StayBetween(from, until).days, 31);
    }
  }
}

TEST(SealNumbers, EveryUnitsNumberComesBackWhole) {
  const std::vector<std::string> units = {"6952", "6953", "7001"};
  EXPECT_EQ(SealNumber("115695200123", units), "11500123");
  EXPECT_EQ(SealNumber("115695300123", units), "115001231");
  EXPECT_EQ(SealNumber("115700199999", units), "115999992");
  for (const std::string number : {"115695200123", "115695300001", "115700199999"}) {
    EXPECT_EQ(PermitNumber(*SealNumber(number, units), units), number);
  }
  EXPECT_FALSE(SealNumber("115695400123", units)) << "a unit that the certificate does not name";
  EXPECT_FALSE(SealNumber("11569520012", units));
  EXPECT_FALSE(PermitNumber("115001233", units));
  EXPECT_FALSE(PermitNumber("1150012", units));
  EXPECT_FALSE(PermitNumber("1150012A", units));
  EXPECT_FALSE(PermitNumber("11500123", {}));
}

}  // namespace
}  // namespace permit
