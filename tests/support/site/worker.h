// What one worker has for itself: a connection and a dispatcher, for tests in which several answer
// at once.
#pragma once

#include "fcgi/base/crypto.h"
#include "handlers/dispatch.h"
#include "handlers/routes.h"
#include "handlers/web/context.h"
#include "tests/support/private_database.h"

namespace permit::test {

struct SiteWorker {
  explicit SiteWorker(const Services& of)
      : database(PrivateDatabase::Shared().options()),
        services{.settings = of.settings,
                 .clock = of.clock,
                 .random = random,
                 .database = database,
                 .renderer = of.renderer,
                 .secret = of.secret,
                 .board = {},
                 .gateways = of.gateways},
        dispatcher(services, Routes()) {}

  SystemRandom random;
  sql::Database database;
  Services services;
  Dispatcher dispatcher;
};

}  // namespace permit::test
