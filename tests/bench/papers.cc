// papers_bench [ROUNDS]: CPU milliseconds and bytes of each paper, drawn again and again by one
// process that has its fonts open.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>

#include "tests/support/papers/sample_papers.h"

namespace {

using namespace permit;

double CpuMilliseconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void Measure(const char* name, int rounds, const std::function<views::Paper()>& draw) {
  std::size_t bytes = 0;
  for (int i = 0; i < 3; ++i) bytes = draw().bytes.size();
  const double begin = CpuMilliseconds();
  for (int i = 0; i < rounds; ++i) draw();
  std::printf("%s %.1f ms %zu bytes\n", name, (CpuMilliseconds() - begin) / rounds, bytes);
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::max(1, std::atoi(arguments[1])) : 30;
  const views::PermitPaper permit = test::SamplePermit();
  Measure("permit", rounds, [&] { return views::DrawPermit(permit); });
  Measure("receipt", rounds, [] { return views::DrawReceipt(test::SampleReceipt()); });
  Measure("slip", rounds, [] { return views::DrawSlip(test::SampleSlip()); });
  const views::ApplicationCopy application = test::SampleApplication();
  Measure("application", rounds, [&] { return views::DrawApplicationCopy(application); });
}
