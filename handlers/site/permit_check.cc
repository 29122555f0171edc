#include "handlers/site/permit_check.h"

#include "handlers/rules/text.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/frame.h"
#include "sql/login_guard_store.h"
#include "sql/register_store.h"
#include "views/pages/permit_check_page.h"

namespace permit {
namespace {

constexpr std::size_t kMaxNumber = 20;

// Wrong answers for one number a day, from wherever: a birth date has few thousand likely values.
constexpr int kWrongADay = 20;
constexpr std::chrono::hours kDay{24};

std::string Bucket(const std::string& number) { return "permit-check-number:" + number; }

Instant DayStart(Instant now) {
  return Instant(now.time_since_epoch() - now.time_since_epoch() % kDay);
}

std::string NumberIn(const Params& params) { return TidyCode(params.Get("number")); }

Response Page(Context& context, const views::PermitCheckPage& page, int status) {
  return Response::Html(views::RenderPermitCheck(context.services.renderer, Frame(context), page),
                        status);
}

Response TooMany(Context& context, const views::PermitCheckPage& page,
                 std::chrono::seconds retry_after) {
  Response response = Page(context, page, 429);
  response.Header("Retry-After", std::to_string(retry_after.count()));
  return response;
}

std::optional<Date> ReadBirthDate(const std::string& typed, FieldErrors& errors) {
  const std::optional<Date> date = ParseDate(TidyDate(typed));
  if (!date) {
    errors.push_back({"birth_date", typed.empty() ? Problem::kMissing : Problem::kBadDate});
  }
  return date;
}

PermitVerdict Judge(Context& context, const std::string& number, Date birth_date) {
  const auto found = sql::FindPermitStanding(context.services.database, number);
  if (!found || found->birth_date != birth_date) return PermitVerdict::kUnknown;
  return JudgePermit(found->status, found->expires_on, context.today());
}

views::PermitCheckPage Typed(const Context& context) {
  const Params& form = context.request.form;
  return {.number = NumberIn(form), .birth_date = TidyLine(HalfWidth(form.Get("birth_date")))};
}

}  // namespace

Response ShowPermitCheck(Context& context) {
  return Page(context, {.number = NumberIn(context.request.query)}, 200);
}

Response ShowPermitCheckAgain(Context& context) { return Page(context, Typed(context), 200); }

Response CheckPermit(Context& context) {
  views::PermitCheckPage page = Typed(context);
  if (HasFlooded(context, kPermitGuesses)) {
    page.address_rests = true;
    return TooMany(context, page, std::chrono::minutes(10));
  }
  if (page.number.empty()) {
    page.errors.push_back({"number", Problem::kMissing});
  } else if (auto problem = CheckText(page.number, kMaxNumber)) {
    page.errors.push_back({"number", *problem, static_cast<long>(kMaxNumber)});
  }
  const std::optional<Date> birth_date = ReadBirthDate(page.birth_date, page.errors);
  if (!page.errors.empty()) return Page(context, page, 422);

  sql::Database& database = context.services.database;
  const Instant today = DayStart(context.now());
  if (sql::ReadHits(database, Bucket(page.number), today) >= kWrongADay) {
    page.number_rests = true;
    return TooMany(context, page,
                   std::chrono::ceil<std::chrono::seconds>(today + kDay - context.now()));
  }
  page.verdict = Judge(context, page.number, *birth_date);
  page.checked_at = context.now();
  if (page.verdict == PermitVerdict::kUnknown) {
    CountAgainst(context, kPermitGuesses);
    sql::CountHit(database, Bucket(page.number), today);
  }
  return Page(context, page, 200);
}

}  // namespace permit
