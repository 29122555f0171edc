#include "handlers/rules/fee.h"

namespace permit {

long FeeOf(Service service) {
  switch (service) {
    case Service::kExchange:
      return 1000;
    case Service::kExtension:
      return 300;
    case Service::kDataChange:
      return 0;
  }
  return 0;
}

}  // namespace permit
