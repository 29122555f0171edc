// permitctl in one process: a command line in, what it printed and its exit code out.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "handlers/operator/command_line.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {

struct Said {
  int exit_code = 0;
  std::string out;
  std::string err;
};

// A site's test that also is at the shell.
template <class Site>
class AtShell : public Site {
 protected:
  Said Run(const std::vector<std::string>& words) {
    ctl::CommandLine line = ctl::ReadCommandLine(words, ctl::Commands());
    Shell shell(*this, line.format);
    std::ostringstream err;
    int exit_code = ctl::RunCommand(line, shell, err);
    return {exit_code, shell.text.str(), err.str()};
  }

 private:
  class Shell final : public ctl::Surroundings {
   public:
    Shell(AtShell& test, ctl::Format format) : test_(test), format_(format) {}
    const Settings& settings() override { return test_.settings; }
    sql::Database& database() override { return test_.database; }
    const views::Renderer& renderer() override { return Site::SharedRenderer(); }
    const Clock& clock() override { return test_.clock; }
    Random& random() override { return test_.random; }
    std::ostream& out() override { return text; }
    std::string actor() override { return "operator:test"; }
    ctl::Format format() override { return format_; }

    std::ostringstream text;

   private:
    AtShell& test_;
    ctl::Format format_;
  };
};

using ShellTest = AtShell<SiteTest>;

}  // namespace permit::test
