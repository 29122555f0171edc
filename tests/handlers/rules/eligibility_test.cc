#include "handlers/rules/eligibility.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using std::chrono::year;

constexpr Date kToday = year{2026} / 3 / 15;

PermitFacts Single() {
  PermitFacts permit;
  permit.kind = PermitKind::kSingleEntry;
  permit.of_applicant = true;
  permit.entered_on = AddDays(kToday, -10);
  permit.expires_on = AddDays(kToday, 60);
  permit.stay_until = AddDays(kToday, 60);
  return permit;
}

PermitFacts Multiple() {
  PermitFacts permit = Single();
  permit.kind = PermitKind::kMultipleEntry;
  permit.expires_on = AddMonths(kToday, 2);
  permit.stay_until = AddMonths(kToday, 2);
  return permit;
}

std::optional<Ineligibility> Refusal(Service service, const PermitFacts& permit,
                                     Date today = kToday) {
  return CheckEligibility(service, permit, today).refusal;
}

TEST(Eligibility, GoodPermitsAreAllowed) {
  EXPECT_TRUE(CheckEligibility(Service::kExchange, Single(), kToday).allowed());
  EXPECT_TRUE(CheckEligibility(Service::kExtension, Multiple(), kToday).allowed());
  EXPECT_TRUE(CheckEligibility(Service::kDataChange, Multiple(), kToday).allowed());
}

TEST(Eligibility, AnUnknownNumberOrOneOfTheOtherKindIsUnknown) {
  for (Service service : kServices) {
    EXPECT_EQ(CheckEligibility(service, std::nullopt, kToday).refusal,
              Ineligibility::kUnknownPermit);
  }
  EXPECT_EQ(Refusal(Service::kExchange, Multiple()), Ineligibility::kUnknownPermit);
  EXPECT_EQ(Refusal(Service::kExtension, Single()), Ineligibility::kUnknownPermit);
  EXPECT_EQ(Refusal(Service::kDataChange, Single()), Ineligibility::kUnknownPermit);
}

TEST(Eligibility, AnotherPersonsPermitIsSaidBeforeItsState) {
  for (Service service : kServices) {
    PermitFacts permit = service == Service::kExchange ? Single() : Multiple();
    permit.of_applicant = false;
    permit.status = PermitStatus::kReplaced;
    permit.has_open_case = true;
    permit.expires_on = permit.stay_until = AddDays(kToday, -1);
    EXPECT_EQ(Refusal(service, permit), Ineligibility::kAnotherApplicant);
  }
}

TEST(Eligibility, ARevokedReplacedOrBusyPermitIsRefused) {
  for (Service service : kServices) {
    PermitFacts permit = service == Service::kExchange ? Single() : Multiple();
    permit.status = PermitStatus::kRevoked;
    EXPECT_EQ(Refusal(service, permit), Ineligibility::kRevoked);
    permit.status = PermitStatus::kReplaced;
    EXPECT_EQ(Refusal(service, permit), service == Service::kExchange
                                            ? Ineligibility::kAlreadyExchanged
                                            : Ineligibility::kReplaced);
    permit.status = PermitStatus::kValid;
    permit.has_open_case = true;
    EXPECT_EQ(Refusal(service, permit), Ineligibility::kCaseOpen);
  }
}

TEST(Eligibility, AnExchangeNeedsAnEntry) {
  PermitFacts permit = Single();
  permit.entered_on.reset();
  EXPECT_EQ(Refusal(Service::kExchange, permit), Ineligibility::kNotEntered);
  permit.entered_on = kToday;
  EXPECT_FALSE(Refusal(Service::kExchange, permit).has_value());
  permit.entered_on = AddDays(kToday, 1);
  EXPECT_EQ(Refusal(Service::kExchange, permit), Ineligibility::kNotEntered);
}

TEST(Eligibility, TheLastDayOfAPermitStillCounts) {
  PermitFacts single = Single();
  single.expires_on = kToday;
  EXPECT_FALSE(Refusal(Service::kExchange, single).has_value());
  EXPECT_EQ(Refusal(Service::kExchange, single, AddDays(kToday, 1)), Ineligibility::kPermitExpired);
  PermitFacts multiple = Multiple();
  multiple.expires_on = kToday;
  EXPECT_FALSE(Refusal(Service::kDataChange, multiple).has_value());
  EXPECT_EQ(Refusal(Service::kDataChange, multiple, AddDays(kToday, 1)),
            Ineligibility::kPermitExpired);
}

TEST(Eligibility, AnExtensionIsForTheThreeCalendarMonthsBeforeTheStayEnds) {
  PermitFacts permit = Multiple();
  permit.stay_until = year{2026} / 5 / 31;
  Date first = year{2026} / 2 / 28;
  EXPECT_EQ(FirstExtensionDate(permit.stay_until), first);

  Eligibility early = CheckEligibility(Service::kExtension, permit, AddDays(first, -1));
  EXPECT_EQ(early.refusal, Ineligibility::kTooEarly);
  EXPECT_EQ(early.first_date, first);
  EXPECT_TRUE(CheckEligibility(Service::kExtension, permit, first).allowed());
  EXPECT_TRUE(CheckEligibility(Service::kExtension, permit, permit.stay_until).allowed());
  EXPECT_EQ(Refusal(Service::kExtension, permit, AddDays(permit.stay_until, 1)),
            Ineligibility::kStayExpired);
}

TEST(Eligibility, AnExchangeOrChangeAfterTheStayIsRefused) {
  PermitFacts single = Single();
  single.stay_until = kToday;
  EXPECT_FALSE(Refusal(Service::kExchange, single).has_value());
  single.stay_until = AddDays(kToday, -1);
  EXPECT_EQ(Refusal(Service::kExchange, single), Ineligibility::kStayOver);
  PermitFacts multiple = Multiple();
  multiple.stay_until = kToday;
  EXPECT_FALSE(Refusal(Service::kDataChange, multiple).has_value());
  multiple.stay_until = AddDays(kToday, -1);
  EXPECT_EQ(Refusal(Service::kDataChange, multiple), Ineligibility::kStayOver);
}

TEST(Eligibility, NoSecondExchangeBesideAMultipleEntryPermitThatHolds) {
  PermitFacts single = Single();
  single.multiple_entry_until = AddDays(kToday, -1);
  EXPECT_FALSE(Refusal(Service::kExchange, single).has_value());
  single.multiple_entry_until = kToday;
  EXPECT_EQ(Refusal(Service::kExchange, single), Ineligibility::kHasMultipleEntry);
  PermitFacts multiple = Multiple();
  multiple.multiple_entry_until = kToday;
  EXPECT_FALSE(Refusal(Service::kDataChange, multiple).has_value());
}

TEST(Eligibility, OnlyTheHolderIsToldOfWhichKindANumberIs) {
  EXPECT_EQ(CheckEligibility(Service::kExchange, Multiple(), kToday).other_kind,
            PermitKind::kMultipleEntry);
  EXPECT_EQ(CheckEligibility(Service::kExtension, Single(), kToday).other_kind,
            PermitKind::kSingleEntry);
  PermitFacts strange = Multiple();
  strange.of_applicant = false;
  EXPECT_FALSE(CheckEligibility(Service::kExchange, strange, kToday).other_kind);
  EXPECT_FALSE(CheckEligibility(Service::kExchange, std::nullopt, kToday).other_kind);
}

TEST(Eligibility, AnExtensionAppliedForDuringTheStayMayBeIssuedAfterIt) {
  EXPECT_TRUE(AppliedDuringStay(kToday, kToday));
  EXPECT_FALSE(AppliedDuringStay(AddDays(kToday, 1), kToday));
}

TEST(Eligibility, FirstDaysFollowTheCalendar) {
  EXPECT_EQ(FirstExtensionDate(year{2024} / 5 / 30), Date(year{2024} / 2 / 29));
  EXPECT_EQ(FirstExtensionDate(year{2026} / 1 / 15), Date(year{2025} / 10 / 15));
  EXPECT_EQ(FirstExtensionDate(year{2026} / 12 / 31), Date(year{2026} / 9 / 30));
}

}  // namespace
}  // namespace permit
