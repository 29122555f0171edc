#include "tests/handlers/payment/model/model_site.h"

#include "handlers/papers/key_making.h"
#include "handlers/routes.h"
#include "tests/support/lent_gateway.h"
#include "tests/support/numbers.h"
#include "tests/support/real_renderer.h"
#include "tests/support/signing_keys.h"

namespace permit::test {
namespace {

using namespace std::chrono_literals;

constexpr unsigned kCasesOfOne = 4;
constexpr unsigned kGroupsOfOne = 3;
// Receipts are looked for half a year back, so that lives this far apart know nothing of each
// other.
constexpr std::chrono::days kApart{400};

// For lives that reach far beyond the years of any real key.
const std::string& LastingKeys() {
  static const KeyFolder folder;
  static const std::string made = [] {
    for (KeyUse use : {KeyUse::kSeal, KeyUse::kDocument}) {
      MakeSigner(folder.path(), {.use = use,
                                 .units = {"6952", "6953"},
                                 .from = std::chrono::sys_days{2020y / 1 / 1},
                                 .lasts = std::chrono::days(300 * 365)});
    }
    return folder.path();
  }();
  return made;
}

// Those of the first years: papers are signed, and the keys of the tests end.
bool Printable(unsigned number) { return number <= 2; }

std::string Each(unsigned count) { return " FROM " + NumbersTo(count * kTown); }

}  // namespace

std::string SeededRandom::Bytes(std::size_t count) {
  std::string bytes;
  while (bytes.size() < count) bytes += static_cast<char>(dice_() & 0xff);
  return bytes;
}

ModelSite::ModelSite()
    : database(PrivateDatabase::Shared().options()),
      witness(PrivateDatabase::Shared().options()),
      gateways(payment::Gateways::BySettlement{{SettledBy::kGateway, Lent(bank)}}),
      services{settings, clock, random, database, views::RealRenderer(), "the secret of the model",
               {}},
      dispatcher(services, Routes()) {
  settings.signing_key_dir = LastingKeys();
  settings.signing_key_dir = SigningKeys();
  settings.session_idle_minutes = 1000000;  // logging in is not what the model is about
  services.gateways = &gateways;
}

void ModelSite::Furnish() {
  PrivateDatabase::Shared().Clear();
  bank = {};
  witness.Run(
      "INSERT INTO applicant (id, mainland_id, chinese_name, surname, given_name, birth_date,"
      " birthplace, sex, travel_permit, school, department, study_level, grade, loaded_at)"
      " SELECT seq, 4405241880000 + seq, IF(seq <= 2, '陳小明', '陳😀'), 'CHEN', 'XIAOMING',"
      " '2001-02-03', 'guangdong', 'male', 'T12345678', '國立臺灣大學', '電機工程學系', 'bachelor',"
      " '1', '2026-01-01'" +
      Each(1));
  witness.Run(
      "INSERT INTO account (id, applicant_id, category, login_name, password_hash, email, language,"
      " state, created_at) SELECT seq, seq, 'mainland', seq, 'x', 'a@example.org', 'zh-TW',"
      " 'active', '2026-01-01'" +
      Each(1));
  witness.Run(
      "INSERT INTO session (token_hash, account_id, created_at, last_seen_at, ends_at)"
      " SELECT SHA2(CONCAT('session-', seq), 256), seq, '2998-01-01',"
      " '2026-01-01', '2999-01-01'" +
      Each(1));
  witness.Run(
      "INSERT INTO entry_permit (id, number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " loaded_at) SELECT seq, 114695200000 + seq, 'single', (seq - 1) DIV 4 + 1, '2026-01-05',"
      " '2026-12-31', '2026-12-31', '2026-01-05'" +
      Each(kCasesOfOne));
  witness.Run(
      "INSERT INTO case_group (id, number, account_id, created_at)"
      " SELECT seq, 156970000 + seq, (seq - 1) DIV 3 + 1, '2026-01-05'" +
      Each(kGroupsOfOne));
  witness.Run(
      "INSERT INTO application_case (id, receipt_number, group_id, account_id, applicant_id,"
      " service, permit_id, state, fee, form, submitted_at, state_since) SELECT seq,"
      " 115695200000 + seq, (seq - 1) DIV 4 * 3 + LEAST((seq - 1) % 4, 2) + 1, (seq - 1) DIV 4 + 1,"
      " (seq - 1) DIV 4 + 1, IF(seq % 2 = 0, 'extension', 'exchange'), seq, 'awaiting-payment',"
      " IF(seq % 2 = 0, 300, 1000), '{}', '2026-01-05', '2026-01-05'" +
      Each(kCasesOfOne));
}

ModelStudent ModelSite::Student(unsigned seed) {
  const unsigned number = (seed - 1) % kTown + 1;
  ModelStudent student{.number = number,
                       .session = "session-" + std::to_string(number),
                       .groups = {},
                       .cases = {},
                       .printable = Printable(number),
                       .born = std::chrono::sys_days{2026y / 1 / 1} + number * kApart +
                               std::chrono::hours(seed % 24)};
  for (unsigned i = 0; i < kGroupsOfOne; ++i) {
    student.groups[i] = std::to_string(156970000 + (number - 1) * kGroupsOfOne + i + 1);
  }
  for (unsigned i = 1; i <= kCasesOfOne; ++i) {
    student.cases += (i == 1 ? "" : ", ") + std::to_string((number - 1) * kCasesOfOne + i);
  }
  return student;
}

std::int64_t ModelSite::Number(const std::string& question) {
  return witness.Run("SELECT (" + question + ") AS n").at(0).Int("n");
}

}  // namespace permit::test
