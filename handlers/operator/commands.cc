#include "handlers/operator/command.h"
#include "handlers/operator/config_commands.h"
#include "handlers/operator/job_commands.h"
#include "handlers/operator/payment_commands.h"
#include "handlers/operator/schema_commands.h"

namespace permit::ctl {
namespace {

const Command kCommands[] = {
    {"schema", "upgrade", "", "apply what the schema is missing", UpgradeSchemaCommand},
    {"schema", "status", "", "list the schema's files and whether they were applied",
     SchemaStatusCommand},

    {"payment", "settle", "FILE", "take in a collector's settlement file, whole or not at all",
     SettlePayments},
    {"payment",
     "list",
     "",
     "list payments",
     ListPayments,
     {{"since", "DAY", "those started from that day on; else of the last 30 days"}}},
    {"payment", "show", "REFERENCE", "print the history of a payment", ShowPayment},
    {"payment",
     "barcode",
     "",
     "print a slip's number and its three barcodes, one a line",
     PrintBarcodes,
     {{"serial", "N", "own number, at most 9 digits"},
      {"amount", "A", "whole dollars"},
      {"deadline", "DAY", "the last day on which it may be paid"},
      {"category", "C", "6 digits; else as configured"},
      {"item", "I", "3 characters; else as configured"}}},
    {"payment", "exceptions", "", "list money that settled nothing and is not closed yet",
     ListExceptions},
    {"payment",
     "resolve",
     "ID",
     "close an exception",
     ResolveException,
     {{"note", "TEXT", "what became of the money"}}},
    {"payment",
     "report",
     "",
     "sum the books by day, method, book and item; 1 if they do not balance",
     ReportLedger,
     {{"from", "DAY", "first day; else today"}, {"to", "DAY", "last day; else today"}}},

    {"job", "list", "", "list what timers run", ListJobs},
    {"job", "run", "NAME", "run one round of a job", RunJob},

    {"config",
     "show",
     "",
     "print every setting as it stands",
     ShowConfig,
     {{"defaults", "", "the defaults instead, with the meaning of each"}}},
    {"config", "check", "",
     "read the settings, their secrets, templates and catalogs, and the "
     "database's schema",
     CheckConfig},
    {"route", "list", "", "print the site map", ListRoutes},
};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

}  // namespace permit::ctl
