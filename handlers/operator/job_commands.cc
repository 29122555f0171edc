#include "handlers/operator/job_commands.h"

#include "handlers/operator/payment_commands.h"

namespace permit::ctl {
namespace {

struct Job {
  std::string_view name;
  std::string_view meaning;
  Outcome (*run)(Surroundings&);
};

constexpr Job kJobs[] = {
    {"reconcile-payments",
     "ask the bank about open payments, let slips expire, issue papers that wait",
     RunReconcilePayments},
};

}  // namespace

Outcome ListJobs(Surroundings& surroundings, const Arguments&) {
  Listing listing({"job", "meaning"});
  for (const Job& job : kJobs) listing.Add({std::string(job.name), std::string(job.meaning)});
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome RunJob(Surroundings& surroundings, const Arguments& arguments) {
  for (const Job& job : kJobs) {
    if (job.name == arguments.words.at(0)) return job.run(surroundings);
  }
  return Outcome::Usage("there is no job " + arguments.words.at(0));
}

}  // namespace permit::ctl
