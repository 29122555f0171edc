#include "handlers/jobs/take_settlements.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

namespace fs = std::filesystem;

class TakeSettlementsTest : public PaymentSiteTest {
 protected:
  TakeSettlementsTest() {
    std::string pattern = (fs::temp_directory_path() / "settlement-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    settings.settlement_folder = folder;
  }
  ~TakeSettlementsTest() override { fs::remove_all(folder); }

  std::string SlipFile(const PayableCase& one, int amount) {
    std::string reference = Choose("convenience-store", {one.group_number});
    std::string number = sql::FindPayment(database, reference)->slip_number;
    Date today = TaipeiDate(clock.Now());
    return StoreFile({{number, amount, today}}, today);
  }
  void Put(const std::string& name, const std::string& bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
  static std::string Read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  SettlementRound Take() {
    return TakeSettlements(services, [] {});
  }
  // Of the folder itself, without what is below it.
  std::vector<std::string> Names(const std::string& below = "") {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder / below)) {
      if (entry.path().filename() != ".lock" && !entry.is_directory())
        names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
  }
  using List = std::vector<std::string>;

  fs::path folder;
};

TEST_F(TakeSettlementsTest, AFileIsTakenInAndMoved) {
  std::string bytes = SlipFile(exchange, 1000);
  Put("0302.txt", bytes);
  RowWatch watch(database);
  EXPECT_EQ(Take().taken, 1u);
  EXPECT_EQ(watch.Changes(),
            "application_case ~1 (state, state_since)\n"
            "case_history +1\n"
            "ledger_entry +2\n"
            "outbox +1\n"
            "payment ~1 (paid_at, state, trade_number)\n"
            "payment_history +1\n"
            "settlement_file +1\n"
            "settlement_line +1");
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  EXPECT_EQ(Names(), List{});
  EXPECT_EQ(Names("done"), List{"0302.txt"});
  EXPECT_EQ(Read(folder / "done/0302.txt"), bytes);
  EXPECT_EQ(Take().taken, 0u);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(TakeSettlementsTest, TheSameBytesAgainUnderWhateverNameChangeNothingAndLoseNoFile) {
  std::string bytes = SlipFile(exchange, 1000);
  Put("0302.txt", bytes);
  Take();
  Put("0302.txt", bytes);
  Put("again.txt", bytes);
  RowWatch watch(database);
  EXPECT_EQ(Take().known, 2u);
  EXPECT_EQ(watch.Changes(), "");
  EXPECT_EQ(Names("done"), (List{"0302.txt", "0302.txt.2", "again.txt"}));
}

TEST_F(TakeSettlementsTest, AnotherFileOfTheSameNameIsTakenToo) {
  std::string first = SlipFile(exchange, 1000), second = SlipFile(extension, 300);
  Put("today.txt", first);
  EXPECT_EQ(Take().taken, 1u);
  Put("today.txt", second);
  EXPECT_EQ(Take().taken, 1u);
  EXPECT_EQ(CaseStateOf(extension), "paid");
  EXPECT_EQ(Read(folder / "done/today.txt"), first);
  EXPECT_EQ(Read(folder / "done/today.txt.2"), second);
}

TEST_F(TakeSettlementsTest, ARefusedFileIsKeptWithItsReasonAndTheOthersAreTaken) {
  std::string bytes = SlipFile(exchange, 1000);
  std::string bad = bytes;
  bad[121 + 97] = bad[121 + 97] == '1' ? '2' : '1';
  Put("a-bad.txt", bad);
  Put("b-good.txt", bytes);
  Put("c-empty.txt", "");
  SettlementRound round = Take();
  EXPECT_EQ(round.refused, 2u);
  EXPECT_EQ(round.taken, 1u);
  EXPECT_EQ(Names("refused"),
            (List{"a-bad.txt", "a-bad.txt.reason", "c-empty.txt", "c-empty.txt.reason"}));
  EXPECT_EQ(Read(folder / "refused/a-bad.txt"), bad);
  EXPECT_NE(Read(folder / "refused/a-bad.txt.reason").find("a-bad.txt: line 2: barcode"),
            std::string::npos);
  Put("a-bad.txt", bad);
  Take();
  EXPECT_EQ(Names("refused").size(), 6u) << "an older refusal is not written over";
  EXPECT_EQ(Sum("collector"), 1000);
}

TEST_F(TakeSettlementsTest, AFileThatIsStillBeingWrittenIsLeftAlone) {
  std::string bytes = SlipFile(exchange, 1000);
  Put(".hidden", bytes);
  Put("0302.txt.part", bytes);
  Put("0302.txt.tmp", bytes);
  Put("growing.txt", bytes.substr(0, 200));
  RowWatch watch(database);
  SettlementRound round = TakeSettlements(services, [&] {
    std::ofstream(folder / "growing.txt", std::ios::binary | std::ios::app) << bytes.substr(200);
  });
  EXPECT_EQ(round.waiting, 1u);
  EXPECT_EQ(round.taken + round.refused, 0u);
  EXPECT_EQ(watch.Changes(), "");
  EXPECT_EQ(Names(), (List{".hidden", "0302.txt.part", "0302.txt.tmp", "growing.txt"}));
  EXPECT_EQ(Take().taken, 1u);
  fs::rename(folder / "0302.txt.part", folder / "0302.txt");
  EXPECT_EQ(Take().known, 1u);
  EXPECT_EQ(Names("done"), (List{"0302.txt", "growing.txt"}));
}

TEST_F(TakeSettlementsTest, LinksAndFoldersAreNoFiles) {
  Put("0302.txt.part", SlipFile(exchange, 1000));
  fs::create_symlink(folder / "0302.txt.part", folder / "link.txt");
  fs::create_directory(folder / "folder.txt");
  SettlementRound round = Take();
  EXPECT_EQ(round.taken + round.refused + round.waiting, 0u);
  EXPECT_TRUE(fs::is_symlink(folder / "link.txt"));
}

TEST_F(TakeSettlementsTest, WithoutTheDatabaseEveryFileStays) {
  Put("0302.txt", SlipFile(exchange, 1000));
  sql::DatabaseOptions nowhere = PrivateDatabase::Shared().options();
  nowhere.socket += ".nowhere";
  sql::Database away(nowhere);
  Services without{.settings = settings,
                   .clock = clock,
                   .random = random,
                   .database = away,
                   .renderer = SharedRenderer()};
  EXPECT_THROW(TakeSettlements(without, [] {}), sql::Unavailable);
  EXPECT_EQ(Names(), List{"0302.txt"});
  EXPECT_EQ(Take().taken, 1u);
}

TEST_F(TakeSettlementsTest, OfTwoRoundsAtOnceTheSecondDoesNothing) {
  Put("0302.txt", SlipFile(exchange, 1000));
  int lock = open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
  ASSERT_EQ(flock(lock, LOCK_EX), 0);
  EXPECT_EQ(Take().taken, 0u);
  EXPECT_EQ(Names(), List{"0302.txt"});
  close(lock);
  EXPECT_EQ(Take().taken, 1u);
}

TEST_F(TakeSettlementsTest, WithoutAFolderThereIsNothingToDo) {
  settings.settlement_folder.clear();
  RowWatch watch(database);
  EXPECT_EQ(Take().taken, 0u);
  EXPECT_EQ(watch.Changes(), "");
}

}  // namespace
}  // namespace permit::test
