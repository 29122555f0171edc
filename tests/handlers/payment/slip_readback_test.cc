// Slips as the site gives them out, turned into pictures and read back by the readers of others:
// what they see is what permitctl says that the stores will scan.
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <sstream>
#include <thread>

#include "handlers/rules/virtual_account.h"
#include "handlers/web/paths.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/child_process.h"
#include "tests/support/known_answers.h"
#include "tests/support/payable_case.h"

namespace permit::test {
namespace {

namespace fs = std::filesystem;

constexpr int kSlips = 200;
constexpr int kSlipsAFile = 25;

// By the picture's name, sorted.
using Findings = std::map<std::string, std::vector<std::string>>;

class SlipReadBack : public ShellTest {
 protected:
  SlipReadBack() {
    std::string pattern = fs::temp_directory_path() / "slips-XXXXXX";
    folder_ = mkdtemp(pattern.data());
    LogIn(browser, account_);
  }
  ~SlipReadBack() override { fs::remove_all(folder_); }

  // A slip of a random payment, written to the folder; gives what the stores should scan of it.
  std::vector<std::string> Slip(int number) {
    const int amount = 1 + Roll(number % 2 == 0 ? 2000 : 999999);
    const std::string own = Digits(9);
    const Date deadline = AddDays(TaipeiDate(clock.Now()), Roll(9000));
    const std::string account = *VirtualAccount(settings.collection_category, own, amount);
    const std::string reference = "P" + std::to_string(number);
    database.Run(
        "INSERT INTO payment (reference, account_id, method, amount, state, state_since,"
        " created_at, expires_at, slip_number, deadline) VALUES ('" +
        reference + "', " + std::to_string(account_) + ", 'convenience-store', " +
        std::to_string(amount) + ", 'slip-out', '2026-03-02', '2026-03-02', '2100-01-01', '" +
        account + "', '" + FormatDate(deadline) + "')");
    database.Run("INSERT INTO payment_case SELECT id, " + std::to_string(case_.id) +
                 ", amount, NULL FROM payment WHERE reference = '" + reference + "'");
    const Response paper = browser.Get(PaymentPath(reference, "slip.pdf"));
    EXPECT_EQ(paper.status, 200);
    std::ofstream(folder_ / (reference + ".pdf"), std::ios::binary) << paper.body;
    const Said said = Run({"payment", "barcode", "--serial", own, "--amount",
                           std::to_string(amount), "--deadline", FormatDate(deadline)});
    std::istringstream lines(said.out);
    std::string first;
    std::getline(lines, first);
    EXPECT_EQ(first, account) << said.err;
    std::vector<std::string> codes;
    for (std::string code; std::getline(lines, code);) codes.push_back(code);
    EXPECT_EQ(codes.size(), 3u);
    std::sort(codes.begin(), codes.end());
    return codes;
  }

  // The lower third of every slip, where the barcodes are, at that resolution.
  void TakePictures(int dpi) {
    const auto pixels = [&](int millimetres) { return std::to_string(millimetres * dpi / 25); };
    for (int first = 0; first < kSlips; first += kSlipsAFile) {
      const std::string name = folder_ / (std::to_string(dpi) + "-" + std::to_string(first));
      std::vector<std::string> unite = {"pdfunite"};
      for (int number = first; number < first + kSlipsAFile; ++number) {
        unite.push_back(folder_ / ("P" + std::to_string(number) + ".pdf"));
      }
      unite.push_back(name + ".pdf");
      Must(unite);
      Must({"pdftoppm", "-r", std::to_string(dpi), "-gray", "-x", "0", "-y", pixels(195), "-W",
            pixels(210), "-H", pixels(90), name + ".pdf", name});
    }
  }

  // Of the slip with that number.
  std::string Picture(int dpi, int number) const {
    const std::string page = std::to_string(100 + number % kSlipsAFile + 1).substr(1);
    return folder_ / (std::to_string(dpi) + "-" +
                      std::to_string(number / kSlipsAFile * kSlipsAFile) + "-" + page + ".pgm");
  }
  std::vector<std::string> Pictures(int dpi) const {
    std::vector<std::string> pictures;
    for (int number = 0; number < kSlips; ++number) pictures.push_back(Picture(dpi, number));
    return pictures;
  }

  // It talks about its desktop on standard error.
  Findings Zbar(int dpi) const {
    static const std::regex kWords("<source href='([^']*)'|<!\\[CDATA\\[([^\\]]*)\\]\\]>");
    return Read({"sh", "-c", "exec zbarimg -q --xml \"$@\" 2>/dev/null", "sh"}, dpi, kWords);
  }
  Findings Zxing(int dpi) const {
    static const std::regex kWords("(\\S+\\.pgm)|\"([^\"]*)\"");
    return Read({"ZXingReader", "-1"}, dpi, kWords);
  }

  fs::path folder_;
  std::mt19937 dice_;

 private:
  static std::string Must(const std::vector<std::string>& command) {
    const Finished finished = RunProgram(command);
    if (finished.exit_code != 0) ADD_FAILURE() << command.front() << ": " << finished.output;
    return finished.output;
  }

  // Each match is either the picture that is spoken of from here on or a text found in it.
  Findings Read(std::vector<std::string> command, int dpi, const std::regex& words) const {
    for (const std::string& picture : Pictures(dpi)) command.push_back(picture);
    const std::string said = Must(command);
    Findings findings;
    std::string picture;
    for (std::sregex_iterator at(said.begin(), said.end(), words), end; at != end; ++at) {
      if ((*at)[1].matched) {
        picture = (*at)[1];
      } else {
        findings[picture].push_back((*at)[2]);
      }
    }
    for (auto& [name, texts] : findings) std::sort(texts.begin(), texts.end());
    return findings;
  }

  int Roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  std::string Digits(int count) {
    std::string digits;
    while (count-- > 0) digits += static_cast<char>('0' + Roll(10));
    return digits;
  }

  std::uint64_t account_ = AddAccount(database, 1);
  PayableCase case_ = AddPayableCase(database, account_, 1);
};

TEST_F(SlipReadBack, TwoReadersSeeWhatPermitctlSays) {
  const unsigned seed = AnySeed();
  SCOPED_TRACE("PERMIT_SEED=" + std::to_string(seed) + " repeats it");
  dice_.seed(seed);
  std::vector<std::vector<std::string>> codes;
  for (int number = 0; number < kSlips; ++number) codes.push_back(Slip(number));

  const auto read = [&](int dpi) {
    TakePictures(dpi);
    const Findings zbar = Zbar(dpi), zxing = Zxing(dpi);
    for (int number = 0; number < kSlips; ++number) {
      const std::string picture = Picture(dpi, number);
      const std::vector<std::string>& wanted = codes[static_cast<std::size_t>(number)];
      EXPECT_TRUE(zbar.contains(picture) && zbar.at(picture) == wanted)
          << "zbarimg at " << dpi << ": " << ::testing::PrintToString(wanted);
      EXPECT_TRUE(zxing.contains(picture) && zxing.at(picture) == wanted)
          << "ZXingReader at " << dpi << ": " << ::testing::PrintToString(wanted);
    }
  };
  std::thread coarse(read, 150);
  read(200);
  coarse.join();
}

}  // namespace
}  // namespace permit::test
