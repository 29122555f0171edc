// A student with permits, on the way through an application.
#pragma once

#include <string>

#include "handlers/rules/application_form.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {

inline constexpr const char* kSingle = "114000000001";
inline constexpr const char* kMultiple = "114000000002";

class ApplyTest : public SiteTest {
 public:
  // What a student types; with what the form is filled in beforehand it is complete.
  static Fields Answers();
  static std::vector<SentFile> Documents(Service service);

 protected:
  ApplyTest();

  // The account of an applicant whose data the form takes.
  std::uint64_t AddStudent();
  void AddPermit(std::uint64_t of_account, const std::string& number, const std::string& kind,
                 const std::string& stay_until, const std::string& entered_on = "'2026-02-01'");

  std::string Apply(Service service) {
    return std::string(kStudent) + "/apply/" + std::string(Code(service));
  }
  // Agrees and gives the number; the path of the draft.
  std::string Begin(Service service, const std::string& permit_number);
  // A draft that may be sent, its page of answers seen last.
  std::string Complete(Service service, const std::string& permit_number);

  std::string Column(const std::string& query);  // first column of the only row

  std::uint64_t account;
  std::uint64_t stranger;
};

}  // namespace permit::test
