// draw_papers FOLDER [NAME]: writes the sample papers as PDF files, or the one of that name.

#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>

#include "tests/support/papers/sample_papers.h"

namespace {

using namespace permit;

void Write(const std::string& folder, const std::string& name, const std::string& wanted,
           const views::Paper& paper) {
  if (!wanted.empty() && wanted != name) return;
  const std::string file = folder + "/" + name + ".pdf";
  std::ofstream out(file, std::ios::binary);
  out << paper.bytes;
  out.close();
  if (!out) throw std::runtime_error(file + " cannot be written");
}

}  // namespace

int main(int count, char** arguments) try {
  if (count < 2) {
    std::fputs("usage: draw_papers FOLDER [NAME]\n", stderr);
    return 2;
  }
  const std::string folder = arguments[1];
  const std::string wanted = count > 2 ? arguments[2] : "";
  Write(folder, "permit", wanted, views::DrawPermit(test::SamplePermit()));
  Write(folder, "permit-longest", wanted, views::DrawPermit(test::LongestPermit()));
  Write(folder, "slip", wanted, views::DrawSlip(test::SampleSlip()));
  views::SlipPaper account_slip = test::SampleSlip();
  account_slip.barcodes.reset();
  Write(folder, "slip-account", wanted, views::DrawSlip(account_slip));
  Write(folder, "receipt", wanted, views::DrawReceipt(test::SampleReceipt()));
  Write(folder, "application-longest", wanted,
        views::DrawApplicationCopy(test::LongestApplication()));
  Write(folder, "application", wanted, views::DrawApplicationCopy(test::SampleApplication()));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "draw_papers: %s\n", error.what());
  return 1;
}
