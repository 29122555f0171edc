// Settlement files with Big5 texts and names, and thousands of random spoilings: whatever is put
// into the folder ends in done/ or in refused/ with a reason, and holds up no other file.
//
// PERMIT_SPOILED_SETTLEMENTS is how many files are spoiled; 300 without it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "fcgi/base/text_encoding.h"
#include "handlers/jobs/take_settlements.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRecord = 121;                       // with its line end
constexpr std::size_t kShop = 17;                          // offset in a detail
const std::string kBig5Shop = "\xa9\xb1\xa2\xb0\xa2\xb1";  // 店１２
const std::string kBig5Name = "\xa5\xfe\xae\x61";          // 全家

class SpoiledSettlementsTest : public PaymentSiteTest {
 protected:
  SpoiledSettlementsTest() {
    std::string pattern = (fs::temp_directory_path() / "spoiled-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    settings.settlement_folder = folder;
  }
  ~SpoiledSettlementsTest() override { fs::remove_all(folder); }

  Date today() const { return TaipeiDate(clock.Now()); }
  std::string SlipFile(const PayableCase& one, int amount) {
    const std::string reference = Choose("convenience-store", {one.group_number});
    const std::string number = sql::FindPayment(database, reference)->slip_number;
    return StoreFile({{number, amount, today()}}, today());
  }
  void Put(const std::string& name, const std::string& bytes) {
    std::ofstream out(folder / name, std::ios::binary);
    out << bytes;
    ASSERT_TRUE(out.good()) << name;
  }
  SettlementRound Take() {
    return TakeSettlements(services, [] {});
  }
  static std::size_t FilesIn(const fs::path& place, bool reasons) {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(place)) {
      const std::string name = entry.path().filename();
      if (entry.is_directory() || name == ".lock") continue;
      files += name.ends_with(".reason") == reasons;
    }
    return files;
  }
  std::string Reason() {
    for (const auto& entry : fs::directory_iterator(folder / "refused")) {
      if (!entry.path().string().ends_with(".reason")) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      return {std::istreambuf_iterator<char>(in), {}};
    }
    return {};
  }

  fs::path folder;
};

std::string With(std::string bytes, std::size_t at, const std::string& text) {
  return bytes.replace(at, text.size(), text);
}

TEST_F(SpoiledSettlementsTest, TheShopAndTheCollectorMayBeBig5) {
  std::string bytes = With(SlipFile(exchange, 1000), kRecord + kShop, kBig5Shop + "  ");
  for (std::size_t record = 0; record < 3; ++record) {
    bytes = With(bytes, record * kRecord + 9, kBig5Name + "    ");
  }
  Put(kBig5Name + "0302.txt", bytes);
  EXPECT_EQ(Take().taken, 1u) << Reason();
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  const auto line = database.Run("SELECT collector, shop FROM settlement_line").at(0);
  EXPECT_EQ(line.Text("collector"), "全家");
  EXPECT_EQ(line.Text("shop"), "店１２");
  EXPECT_EQ(database.Run("SELECT name FROM settlement_file").at(0).Text("name"), "全家0302.txt");
  EXPECT_TRUE(fs::exists(folder / "done" / (kBig5Name + "0302.txt"))) << "under its own name";
}

TEST_F(SpoiledSettlementsTest, HalfACharacterAtTheEndOfAColumnCostsNoMoney) {
  Put("half.txt", With(SlipFile(exchange, 1000), kRecord + kShop, kBig5Shop + "1\xa9"));
  EXPECT_EQ(Take().taken, 1u) << Reason();
  EXPECT_EQ(database.Run("SELECT shop FROM settlement_line").at(0).Text("shop"), "店１２1\uFFFD");
}

TEST_F(SpoiledSettlementsTest, OneFaultyFileIsRefusedAndTheNextIsTaken) {
  const std::string good = SlipFile(exchange, 1000);
  Put("a" + std::string(250, 'x') + ".bad", "no settlement file");
  Put("b" + kBig5Name + "\n", good.substr(0, 200));
  Put("c" + std::string(253, 'y'), good);
  const SettlementRound round = Take();
  EXPECT_EQ(round.refused, 2u);
  EXPECT_EQ(round.taken, 1u);
  EXPECT_EQ(round.waiting, 0u);
  EXPECT_EQ(FilesIn(folder, false), 0u);
  EXPECT_EQ(FilesIn(folder / "refused", true), 2u);
  EXPECT_EQ(CaseStateOf(exchange), "paid");
}

TEST_F(SpoiledSettlementsTest, OfTwoLongNamesThatAreCutNeitherIsWrittenOver) {
  const std::string head(245, 'n');
  for (const char* end : {"1", "2"}) Put(head + end, "no settlement file");
  Put("a", "no settlement file");
  Put("a.reason", "no settlement file");
  EXPECT_EQ(Take().refused, 4u);
  EXPECT_EQ(FilesIn(folder / "refused", false) + FilesIn(folder / "refused", true), 8u);
}

TEST_F(SpoiledSettlementsTest, AFileThatTheProgramCannotTakeIsRefusedWithItsError) {
  Put("a.txt", SlipFile(exchange, 1000));
  database.Run("ALTER TABLE settlement_line MODIFY outcome VARCHAR(2) NOT NULL");
  Put("b.txt", "no settlement file");
  const SettlementRound round = Take();
  database.Run("ALTER TABLE settlement_line MODIFY outcome VARCHAR(30) NOT NULL");
  EXPECT_EQ(round.refused, 2u);
  EXPECT_NE(Reason(), "");
  EXPECT_EQ(Count("settlement_file"), 0);
  EXPECT_EQ(CaseStateOf(exchange), "awaiting-payment");
}

TEST_F(SpoiledSettlementsTest, AHeaderOfSomebodyElseIsRefusedWhereItIsConfigured) {
  const std::string bytes = SlipFile(exchange, 1000);
  struct {
    const char* fault;
    std::string company, category;
    std::vector<std::string> collectors;
  } const cases[] = {{"line 1: other-company", "12345678", "", {}},
                     {"line 1: other-category", "", "6IX", {}},
                     {"line 1: unknown-collector", "", "", {"TFM", "OKCVS"}}};
  for (const auto& one : cases) {
    settings.settlement_company = one.company;
    settings.settlement_category = one.category;
    settings.settlement_collectors = one.collectors;
    Put("0302.txt", bytes);
    EXPECT_EQ(Take().refused, 1u) << one.fault;
    EXPECT_NE(Reason().find(one.fault), std::string::npos) << Reason();
    fs::remove_all(folder / "refused");
  }
  settings.settlement_company = "69520000";
  settings.settlement_category = "6II";
  settings.settlement_collectors = {"TFM", "7111111"};
  Put("0302.txt", bytes);
  EXPECT_EQ(Take().taken, 1u);
}

TEST_F(SpoiledSettlementsTest, ADateThatCannotBeIsRefused) {
  const std::string bytes = SlipFile(exchange, 1000);
  for (const char* day : {"19000101", "20270302", "20230302"}) {
    for (const auto& [at, line] :
         {std::pair<std::size_t, const char*>{kRecord + 44, "line 2: date"},
          {kRecord + 52, "line 2: date"},
          {21, "line 1: date"}}) {
      std::string spoiled = With(bytes, at, day);
      if (at == 21) spoiled = With(spoiled, 2 * kRecord + 20, day);
      Put("0302.txt", spoiled);
      EXPECT_EQ(Take().refused, 1u) << day << " at " << at;
      EXPECT_NE(Reason().find(line), std::string::npos) << Reason();
      fs::remove_all(folder / "refused");
    }
  }
}

// Spoils a file in one of the ways in which files arrive broken.
class Spoiler {
 public:
  explicit Spoiler(unsigned seed) : random_(seed) {}

  std::size_t Below(std::size_t end) { return random_() % end; }

  std::string Bytes(std::size_t length) {
    std::string bytes;
    while (bytes.size() < length) bytes += static_cast<char>(Below(256));
    return bytes;
  }

  // Of 1 to 255 bytes that a file system takes, and none that is still being written.
  std::string Name(std::size_t number) {
    static const std::string kTexts[] = {kBig5Name, kBig5Shop, "店",   "a",       ".",
                                         "\n",      "\xff",    "\x01", ".reason", " "};
    std::string name = std::to_string(number);
    const std::size_t length = Below(4) == 0 ? 255 : 1 + Below(60);
    while (name.size() < length) name += kTexts[Below(std::size(kTexts))];
    name.resize(std::min(name.size(), std::size_t{255}));
    if (name.ends_with(".tmp") || name.ends_with(".part")) name.back() = 'x';
    return name;
  }

  std::string Spoil(std::string bytes) {
    for (std::size_t times = Below(4); times > 0; --times) {
      const std::size_t at = Below(bytes.size() + 1);
      switch (Below(8)) {
        case 0:
          bytes = bytes.substr(0, at);
          break;
        case 1:
          bytes.insert(at, Bytes(1 + Below(3)));
          break;
        case 2:
          bytes.erase(at, 1 + Below(3));
          break;
        case 3:  // a text column
          Overwrite(bytes, kRecord + kShop, Bytes(22));
          break;
        case 4:
          for (std::size_t record = 0; record < 3; ++record) {
            Overwrite(bytes, record * kRecord + 9, kBig5Name);
          }
          break;
        case 5:
          Overwrite(bytes, kRecord + 44, Below(2) == 0 ? "19000101" : "20270101");
          break;
        case 6:
          bytes += Below(2) == 0 ? "\r\n" : bytes;
          break;
        case 7:
          Overwrite(bytes, at, Bytes(1));
          break;
      }
    }
    return bytes;
  }

 private:
  static void Overwrite(std::string& bytes, std::size_t at, const std::string& text) {
    if (at + text.size() <= bytes.size()) bytes.replace(at, text.size(), text);
  }

  std::mt19937 random_;
};

TEST_F(SpoiledSettlementsTest, EachOfManyRandomSpoilingsEndsInDoneOrRefused) {
  const char* wanted = std::getenv("PERMIT_SPOILED_SETTLEMENTS");
  const std::size_t files = wanted == nullptr ? 300 : std::strtoul(wanted, nullptr, 10);
  constexpr std::size_t kRound = 50;
  Spoiler spoiler(20260302);
  SettlementRound sum;
  for (std::size_t number = 0; number < files;) {
    std::size_t put = 0;
    for (; put < kRound && number < files; ++put, ++number) {
      std::string slip = std::to_string(1385080000000000 + number * 10);
      Put(spoiler.Name(number), spoiler.Spoil(StoreFile({{slip, 1000, today()}}, today())));
    }
    SettlementRound round;
    ASSERT_NO_THROW(round = Take()) << number;
    ASSERT_EQ(round.taken + round.known + round.refused, put) << number;
    ASSERT_EQ(FilesIn(folder, false) + FilesIn(folder, true), 0u) << number;
    std::size_t lying = 0;
    for (const char* part : {"done", "refused"}) {
      lying += FilesIn(folder / part, false) + FilesIn(folder / part, true);
      fs::remove_all(folder / part);
    }
    ASSERT_EQ(lying, put + round.refused) << "each with its reason";
    sum.taken += round.taken;
    sum.refused += round.refused;
  }
  EXPECT_GT(sum.taken, files / 10);
  EXPECT_GT(sum.refused, files / 10);
  ExpectBalance();
}

}  // namespace
}  // namespace permit::test
