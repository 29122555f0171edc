// permitctl's surroundings for the cashier of the model.
#pragma once

#include <sstream>
#include <string>

#include "handlers/operator/command.h"
#include "tests/handlers/payment/model/model_house.h"

namespace permit::test {

class ModelCashier final : public ctl::Surroundings {
 public:
  explicit ModelCashier(ModelHouse& house) : house_(house) {}
  const Settings& settings() override { return house_.settings; }
  sql::Database& database() override { return house_.database; }
  const views::Renderer& renderer() override { return house_.services.renderer; }
  const Clock& clock() override { return house_.clock; }
  Random& random() override { return house_.random; }
  std::ostream& out() override { return out_; }
  std::string actor() override { return "operator:cashier"; }
  ctl::Format format() override { return ctl::Format::kTsv; }

 private:
  ModelHouse& house_;
  std::ostringstream out_;
};

}  // namespace permit::test
