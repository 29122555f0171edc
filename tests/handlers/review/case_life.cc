#include "tests/handlers/review/case_life.h"

#include "fcgi/base/crypto.h"
#include "handlers/jobs/case_waits.h"
#include "handlers/jobs/invariants.h"
#include "handlers/jobs/old_drafts.h"
#include "handlers/operator/register_file.h"
#include "handlers/papers/waiting_papers.h"
#include "handlers/payment/money.h"
#include "handlers/payment/start.h"
#include "handlers/rules/required_documents.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kOther = "114000000003";
constexpr const char* kPermits[] = {kSingle, kOther, kMultiple};
const Instant kBorn = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 2h;

}  // namespace

CaseLifeTest::CaseLifeTest() : jpeg_(MakeJpeg(413, 531)) {}

void CaseLifeTest::Furnish() {
  PrivateDatabase::Shared().Clear();
  clock.Set(kBorn);
  account = AddStudent();
  AddPermit(account, kSingle, "single", "2026-12-31");
  AddPermit(account, kOther, "single", "2026-12-31");
  AddPermit(account, kMultiple, "multiple", "2026-05-01");
  tabs_.clear();
  for (int tab = 0; tab < 2; ++tab) tabs_.push_back(browser);
  LogInAgain();
  closed_paid_.clear();
  payments_ = 0;
  story_.clear();
  faults_.clear();
}

void CaseLifeTest::LogInAgain() {
  for (Browser& tab : tabs_) {
    LogIn(tab, account);
    tab.Get(std::string(kStudent) + "/todo");
  }
  session_over_ = false;
}

// Half of the time: else the tab acts on the page that it showed before.
void CaseLifeTest::See(Browser& tab, const std::string& path) {
  if (Roll(2) == 0) Answered("see " + path, tab.Get(path));
}

void CaseLifeTest::Answered(const std::string& what, const Response& answer) {
  story_ += "  " + what + " -> " + std::to_string(answer.status) + " " +
            HeaderOf(answer, "Location") + "\n";
  if (answer.status >= 500) faults_.push_back(what + " -> " + std::to_string(answer.status));
}

std::vector<CaseLifeTest::OpenDraft> CaseLifeTest::Drafts() {
  std::vector<OpenDraft> drafts;
  for (const sql::Row& row : database.Run(
           "SELECT id, service FROM draft WHERE case_id IS NULL ORDER BY created_at, id")) {
    drafts.push_back({row.Text("id"), ServiceFromCode(row.Text("service")).value()});
  }
  return drafts;
}

std::vector<sql::Case> CaseLifeTest::Cases(bool open) {
  std::vector<sql::Case> cases;
  for (const sql::Row& row : database.Run("SELECT id FROM application_case ORDER BY id")) {
    sql::Case found = sql::FindCase(database, row.Uint("id")).value();
    if (!open || IsOpen(found.state)) cases.push_back(std::move(found));
  }
  return cases;
}

void CaseLifeTest::Begin() {
  const Service service = Pick(kServices);
  Browser& tab = Tab();
  See(tab, Apply(service) + "/permit?agreed=yes");
  const std::string number = StartsFrom(service) == PermitKind::kMultipleEntry && Roll(4) != 0
                                 ? kMultiple
                                 : Pick(kPermits);
  Answered("begin " + std::string(Code(service)) + " " + number,
           tab.Post(Apply(service) + "/permit",
                    {{"agreed", "yes"}, {"permit_number", number}, {"act", random.Uuid()}}));
}

// Everything that it needs to be sent.
void CaseLifeTest::Fill(const OpenDraft& draft) {
  const std::string path = std::string(kStudent) + "/apply/drafts/" + draft.id;
  Browser& tab = Tab();
  Fields fields = Answers();
  if (draft.service != Service::kExchange) {
    std::erase_if(fields, [](const auto& field) { return field.first == "resumes_study"; });
  }
  fields.emplace_back("department", "物理學系");
  fields.emplace_back("do", "save");
  Answered("see", tab.Get(path));
  Answered("fill " + std::string(Code(draft.service)), tab.Post(path, fields));
  if (Column("SELECT count(*) FROM upload WHERE draft_id = '" + draft.id + "'") != "0") return;
  std::vector<std::string> slots = {std::string(kPhotoSlot)};
  for (const DocumentSlot& slot : DocumentSlots(draft.service)) {
    if (slot.need == DocumentNeed::kRequired) slots.emplace_back(slot.code);
  }
  for (const std::string& slot : slots) {
    const bool photo = slot == kPhotoSlot;
    const std::string content = photo ? jpeg_ : "%PDF-1.4";
    database.Run(
        "INSERT INTO upload (id, account_id, draft_id, slot, name, mime, size, sha256,"
        " content, created_at) VALUES ('" +
        random.Uuid() + "', " + std::to_string(account) + ", '" + draft.id + "', '" + slot +
        "', 'file', '" + (photo ? "image/jpeg" : "application/pdf") + "', " +
        std::to_string(content.size()) + ", '', X'" + HexEncode(content) +
        "', '2026-03-02 00:00:00')");
  }
}

void CaseLifeTest::Save(const OpenDraft& draft) {
  const std::string path = std::string(kStudent) + "/apply/drafts/" + draft.id;
  Browser& tab = Tab();
  See(tab, path);
  const std::string words[] = {"save", "check", "keep"};
  const std::string names[] = {"father_name", "mother_name", "taiwan_address"};
  Answered("save",
           tab.Post(path, {{Pick(names), "王" + std::to_string(Roll(3))}, {"do", Pick(words)}}));
}

void CaseLifeTest::Send(const OpenDraft& draft) {
  const std::string path = std::string(kStudent) + "/apply/drafts/" + draft.id;
  Browser& tab = Tab();
  See(tab, path + "/check");
  Answered("send " + std::string(Code(draft.service)),
           tab.Post(path + "/send", {{"act", draft.id}}));
}

void CaseLifeTest::Discard(const OpenDraft& draft) {
  const std::string path = std::string(kStudent) + "/apply/drafts/" + draft.id;
  if (Roll(3) != 0) return;
  Answered("discard", Tab().Post(path + "/discard", {{"act", random.Uuid()}}));
}

void CaseLifeTest::Decide(const sql::Case& one) {
  const CaseEvent events[] = {CaseEvent::kApprove,    CaseEvent::kApprove,
                              CaseEvent::kApprove,    CaseEvent::kReturnForCorrection,
                              CaseEvent::kRecall,     CaseEvent::kReturnForDocuments,
                              CaseEvent::kDisapprove, CaseEvent::kNotAccept,
                              CaseEvent::kClose};
  const CaseEvent event = Pick(events);
  const bool paid = one.state == CaseState::kPaid;
  const DecisionResult result =
      DecideOn(one.receipt_number,
               {.event = event, .actor = "reviewer:r", .opinion = "意見", .remarks = {}});
  story_ += "  " + std::string(Code(event)) + " " + one.receipt_number + " from " +
            std::string(Code(one.state)) + (result ? "\n" : " refused\n");
  if (result && paid && event == CaseEvent::kClose) closed_paid_.insert(one.receipt_number);
}

void CaseLifeTest::Correct(const sql::Case& one) {
  const std::string path = std::string(kStudent) + "/corrections/" + one.receipt_number + "/form";
  Browser& tab = Tab();
  See(tab, path);
  const std::string words[] = {"save", "check", "keep"};
  Answered("correct", tab.Post(path, {{"father_name", "王" + std::to_string(Roll(3))},
                                      {"reply", std::to_string(Roll(3))},
                                      {"do", Pick(words)}}));
}

void CaseLifeTest::Answer(const sql::Case& one) {
  const std::string path = std::string(kStudent) + "/corrections/" + one.receipt_number + "/check";
  Browser& tab = Tab();
  See(tab, path);
  Answered("answer", tab.Post(path, {{"act", random.Uuid()}}));
}

void CaseLifeTest::Withdraw(const sql::Case& one) {
  const std::string path =
      std::string(kStudent) + "/withdrawal/" + one.group_number + "/" + one.receipt_number;
  Answered("withdraw", Tab().Post(path, {{"agree", "yes"}, {"act", random.Uuid()}}));
}

void CaseLifeTest::Pay(const sql::Case& one) {
  const auto paid = database.Transact([&](sql::Transaction& transaction) {
    const auto payment = payment::StartPayment(services, transaction,
                                               {.applicant_id = one.applicant_id,
                                                .account_id = account,
                                                .groups = {one.group_number},
                                                .method = PaymentMethod::kCreditCard,
                                                .reference = "P" + std::to_string(++payments_),
                                                .own_number = {}});
    if (!payment) return false;
    payment::TakeMoney(services, transaction,
                       {.cause = "gateway:" + payment->reference,
                        .actor = "gateway",
                        .number = payment->reference,
                        .reference = payment->reference,
                        .amount = payment->amount,
                        .paid_at = clock.Now()});
    return true;
  });
  story_ += "  pay " + one.receipt_number + (paid ? "\n" : " refused\n");
  EXPECT_TRUE(paid || one.state != CaseState::kAwaitingPayment)
      << "what awaits its payment can be paid\n"
      << story_;
}

void CaseLifeTest::IssuePapers() {
  const IssuedPapers papers = IssueWaitingPapers(database, settings, clock.Now(), 10);
  story_ += "  papers " + std::to_string(papers.permits) + "\n";
  if (papers.broken != 0) faults_.emplace_back("a paper ended in an error");
}

void CaseLifeTest::Import() {
  ctl::RegisterFiles files;
  sql::Applicant applicant = Registered();
  applicant.department = Roll(2) == 0 ? "化學系" : "物理學系";
  if (Roll(4) == 0) applicant.chinese_name = Roll(2) == 0 ? "陳曉明" : "陳小明";
  files.applicants.push_back({applicant, "applicants:2"});
  for (const char* number : kPermits) {
    sql::EntryPermit permit = sql::FindPermitByNumber(database, number).value();
    if (Roll(6) == 0) permit.entered_on.reset();
    files.permits.push_back({permit, applicant.mainland_id, "permits:2"});
  }
  const ctl::RegisterLoad load = ctl::LoadRegister(
      database, files, {.receiving_units = settings.receiving_units, .force = Roll(4) == 0},
      clock.Now());
  story_ += "  import" + std::string(load.errors.empty() ? "\n" : " refused\n");
}

void CaseLifeTest::PassTime() {
  const int days[] = {0, 1, 8, 24, 31};
  clock.Advance(std::chrono::hours(24) * Pick(days) + 2min);
  IssuePapers();
  const CaseWaitsDone waits =
      LookAfterWaitingCases(database, settings, SharedRenderer(), clock.Now());
  LookAfterDrafts(database, settings, SharedRenderer(), clock.Now());
  story_ += "  " + FormatDate(TaipeiDate(clock.Now())) + ", lapsed " +
            std::to_string(waits.lapsed) + "\n";
  if (waits.failed != 0) faults_.emplace_back("a case that waits could not be looked after");
  session_over_ = true;
}

void CaseLifeTest::Act() {
  if (session_over_ && Roll(2) == 0) LogInAgain();
  const std::vector<OpenDraft> drafts = Drafts();
  const std::vector<sql::Case> cases = Cases(Roll(8) != 0);
  const unsigned what = Roll(24);
  if (what < 2) return Begin();
  if (what < 3) return PassTime();
  if (what < 4) return Import();
  if (what < 5) return IssuePapers();
  if (what < 15) {
    if (drafts.empty()) return Begin();
    const OpenDraft& draft = Pick(drafts);
    if (what < 8) return Fill(draft);
    if (what < 10) return Save(draft);
    if (what < 14) return Send(draft);
    return Discard(draft);
  }
  if (cases.empty()) return;
  const sql::Case& one = Pick(cases);
  if (what < 19) return Decide(one);
  if (what < 20) return Correct(one);
  if (what < 21) return Answer(one);
  if (what > 21) return Pay(one);
  if (Roll(2) == 0) Withdraw(one);
}

// From every state the student and the agency each have a way; which is taken is the dice's.
void CaseLifeTest::End(const sql::Case& one) {
  const bool students = Roll(2) == 0;
  if (students && NextCaseState(one.state, CaseEvent::kWithdraw)) return Withdraw(one);
  if (students && one.state == CaseState::kAwaitingPayment) return Pay(one);
  if (one.state == CaseState::kPaid) {
    IssuePapers();
    if (sql::FindCase(database, one.id)->state != CaseState::kPaid) return;
    closed_paid_.insert(one.receipt_number);
  }
  const bool decided = NextCaseState(one.state, CaseEvent::kClose).has_value();
  const bool returned = NextCaseState(one.state, CaseEvent::kLapse) && !decided;
  const CaseEvent event = decided        ? CaseEvent::kClose
                          : returned     ? CaseEvent::kRecall
                          : Roll(2) == 0 ? CaseEvent::kApprove
                          : Roll(2) == 0 ? CaseEvent::kNotAccept
                                         : CaseEvent::kDisapprove;
  DecideOn(one.receipt_number,
           {.event = event, .actor = "reviewer:r", .opinion = "意見", .remarks = {}});
}

void CaseLifeTest::EndAll() {
  LogInAgain();
  for (int round = 0; round < 8; ++round) {
    for (const sql::Case& one : Cases(true)) End(one);
  }
  for (const sql::Case& one : Cases(true)) {
    faults_.push_back("no end for " + one.receipt_number + " in " + std::string(Code(one.state)));
  }
}

void CaseLifeTest::Look() {
  const std::pair<const char*, const char*> questions[] = {
      {"two open cases on a permit",
       "SELECT count(*) AS n FROM (SELECT permit_id FROM application_case WHERE state NOT IN"
       " ('issued', 'disapproved', 'not-accepted', 'withdrawn') GROUP BY permit_id"
       " HAVING count(*) > 1) several"},
      {"a draft beside its open case",
       "SELECT count(*) AS n FROM draft d JOIN application_case c"
       " ON c.open_permit_id = d.permit_id AND c.service = d.service WHERE d.case_id IS NULL"},
      {"a correction of a case that has ended",
       "SELECT count(*) AS n FROM draft d JOIN application_case c ON c.id = d.case_id"
       " WHERE c.open_permit_id IS NULL"},
      {"a state without its history",
       "SELECT count(*) AS n FROM application_case c WHERE c.state <> (SELECT to_state"
       " FROM case_history h WHERE h.case_id = c.id ORDER BY h.id DESC LIMIT 1)"},
      {"an issued case without its permit",
       "SELECT count(*) AS n FROM application_case c LEFT JOIN entry_permit e ON e.case_id = c.id"
       " WHERE (c.state = 'issued') <> (e.id IS NOT NULL)"},
      {"two multiple-entry permits by exchange",
       "SELECT GREATEST(count(*), 1) - 1 AS n FROM entry_permit e JOIN application_case c"
       " ON c.id = e.case_id WHERE c.service = 'exchange' AND e.status = 'valid'"}};
  for (const auto& [what, question] : questions) {
    if (database.Run(question).at(0).Int("n") != 0) faults_.emplace_back(what);
  }
}

void CaseLifeTest::LookAtEnd() {
  for (const BrokenInvariant& broken : CheckInvariants(database, clock.Now() + 2h)) {
    const bool the_cashiers = broken.invariant == Invariant::kClosedIsUnpaid &&
                              closed_paid_.contains(broken.subject.substr(5));
    if (!the_cashiers) {
      faults_.push_back(std::string(Code(broken.invariant)) + " " + broken.subject + " " +
                        broken.detail);
    }
  }
}

std::vector<std::string> CaseLifeTest::Live(unsigned seed, int actions,
                                            std::map<std::string, int>& ends) {
  dice_.seed(seed);
  Furnish();
  for (int i = 0; i < actions && faults_.empty(); ++i) {
    Act();
    Look();
  }
  if (faults_.empty()) EndAll();
  if (faults_.empty()) {
    Look();
    LookAtEnd();
  }
  for (const sql::Case& one : Cases(false)) ++ends[std::string(Code(one.state))];
  return faults_;
}

}  // namespace permit::test
