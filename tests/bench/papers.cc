// papers_bench [ROUNDS]: CPU milliseconds and bytes of each paper as it is served, drawn again and
// again by one process that has its fonts open; permit and receipt are signed, as they are issued.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>

#include "tests/support/papers/sample_papers.h"
#include "tests/support/papers/test_authority.h"
#include "views/pdf/pdf_signature.h"

namespace {

using namespace permit;

double CpuMilliseconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void Measure(const char* name, int rounds, const std::function<std::string()>& draw) {
  std::size_t bytes = 0;
  for (int i = 0; i < 3; ++i) bytes = draw().size();
  const double begin = CpuMilliseconds();
  for (int i = 0; i < rounds; ++i) draw();
  std::printf("%s %.1f ms %zu bytes\n", name, (CpuMilliseconds() - begin) / rounds, bytes);
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::max(1, std::atoi(arguments[1])) : 30;
  const test::TestAuthority authority(test::KeyKind::kEllipticCurve);
  const CmsSigner& signer = authority.signer();
  const auto sign = [&](const views::Paper& paper) {
    return views::SignPaper(paper.bytes, {.name = "Agency", .reason = "Issue", .signed_at = {}},
                            {.most_bytes = LargestSignature(signer), .sign = [&](auto parts) {
                               return SignDetached(signer, parts, Instant{});
                             }});
  };
  const views::PermitPaper permit = test::SamplePermit();
  const views::ApplicationCopy application = test::SampleApplication();
  Measure("permit", rounds, [&] { return sign(views::DrawPermit(permit)); });
  Measure("receipt", rounds, [&] { return sign(views::DrawReceipt(test::SampleReceipt())); });
  Measure("slip", rounds, [] { return views::DrawSlip(test::SampleSlip()).bytes; });
  Measure("application", rounds, [&] { return views::DrawApplicationCopy(application).bytes; });
}
