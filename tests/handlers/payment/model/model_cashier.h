// permitctl's surroundings for the cashier of the model.
#pragma once

#include <sstream>
#include <string>

#include "handlers/operator/command.h"
#include "tests/handlers/payment/model/model_site.h"

namespace permit::test {

class ModelCashier final : public ctl::Surroundings {
 public:
  explicit ModelCashier(ModelSite& site) : site_(site) {}
  const Settings& settings() override { return site_.settings; }
  sql::Database& database() override { return site_.database; }
  const views::Renderer& renderer() override { return site_.services.renderer; }
  const Clock& clock() override { return site_.clock; }
  Random& random() override { return site_.random; }
  std::ostream& out() override { return out_; }
  std::string actor() override { return "operator:cashier"; }
  ctl::Format format() override { return ctl::Format::kTsv; }

 private:
  ModelSite& site_;
  std::ostringstream out_;
};

}  // namespace permit::test
