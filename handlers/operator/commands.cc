#include "handlers/operator/account_commands.h"
#include "handlers/operator/case_commands.h"
#include "handlers/operator/command.h"
#include "handlers/operator/config_commands.h"
#include "handlers/operator/job_commands.h"
#include "handlers/operator/key_commands.h"
#include "handlers/operator/mail_commands.h"
#include "handlers/operator/payment_commands.h"
#include "handlers/operator/register_commands.h"
#include "handlers/operator/schema_commands.h"
#include "handlers/operator/seal_commands.h"

namespace permit::ctl {
namespace {

constexpr OptionRow kLimit = {"limit", "N", "at most so many lines (50)"};
constexpr OptionRow kOpinion = {"opinion", "TEXT", "what the student is told"};
constexpr OptionRow kAs = {"as", "REVIEWER", "act for this reviewer"};

const Command kCommands[] = {
    {"schema", "upgrade", "", "apply what the schema is missing", UpgradeSchemaCommand},
    {"schema", "status", "", "list the schema's files and whether they were applied",
     SchemaStatusCommand},

    {"register", "import", "FILE...",
     "load applicants, permits or announcements from CSV, whole or not at all", ImportRegister},
    {"register", "sample", "", "load invented students with their accounts, and list them",
     LoadSampleCommand},
    {"announcement", "import", "FILE...", "load announcements from CSV", ImportRegister},

    {"case",
     "list",
     "",
     "list cases, the latest first; of one state, those longest in it first",
     ListCasesCommand,
     {{"state", "STATE", "of that state alone: submitted, first-review, ..."}, kLimit}},
    {"case", "show", "NUMBER", "show a case with its history, remarks and files", ShowCaseCommand},
    {"case", "file", "NUMBER FILE", "print a file of a case as it is, also one that was replaced",
     PrintCaseFile},
    {"case",
     "approve",
     "NUMBER",
     "approve a case through the reviews that are still to be done",
     ApproveCase,
     {kOpinion, kAs}},
    {"case", "disapprove", "NUMBER", "decide against a case", DisapproveCase, {kOpinion, kAs}},
    {"case",
     "reject",
     "NUMBER",
     "do not accept a case that does not meet the conditions",
     RejectCase,
     {kOpinion, kAs}},
    {"case",
     "return",
     "NUMBER",
     "give a case back to the student",
     ReturnCase,
     {{"kind", "KIND", "correction (data and documents) or documents"},
      kOpinion,
      {"remark", "WHERE=TEXT", "a word on one FIELD or file:ID; may be repeated"},
      kAs}},

    {"payment", "settle", "FILE",
     "take in a settlement file or list of credits, whole or not at all", SettlePayments},
    {"payment",
     "list",
     "",
     "list payments",
     ListPayments,
     {{"since", "DAY", "those started from that day on; else of the last 30 days"}}},
    {"payment", "show", "REFERENCE", "print the history of a payment", ShowPayment},
    {"payment", "ask", "REFERENCE", "ask the bank now what became of a payment",
     AskAboutPaymentNow},
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
    {"payment", "exceptions", "",
     "list money that settled nothing or was taken back, with what is to be done, until closed",
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

    {"mail",
     "list",
     "",
     "list the mails of the outbox",
     ListMailsCommand,
     {{"state", "STATE", "waiting, sent or failed"}, kLimit}},
    {"mail", "retry", "ID...", "let the mailer try mails again now", RetryMails},

    {"account", "list", "", "list accounts, the latest first", ListAccountsCommand, {kLimit}},
    {"account", "show", "NAME", "show an account, its applicant and permits", ShowAccountCommand},
    {"account", "unlock", "NAME", "let an account that rests log in again", UnlockAccountCommand},
    {"account", "close", "NAME", "end an account and its sessions", CloseAccountCommand},
    {"reviewer",
     "add",
     "NAME",
     "let a reviewer log in, or renew the password",
     AddReviewer,
     {{"name", "TEXT", "as the history shows it"},
      {"password-file", "FILE", "file with the password"}}},
    {"reviewer", "list", "", "list reviewers", ListReviewersCommand},

    {"key",
     "new",
     "USE",
     "make a key for seal or document, and a CA for trying out when there is none",
     NewKey,
     {{"days", "N", "days that its certificate holds (1825)"}}},
    {"key",
     "import",
     "USE",
     "bring in a key and certificate made elsewhere",
     ImportKey,
     {{"certificate", "FILE", "its certificate, then those between it and the CA (PEM)"},
      {"key", "FILE", "the key (PEM, PKCS#8, without a passphrase)"},
      {"ca", "FILE", "the CA to trust from now on (PEM)"},
      {"reference", "REFERENCE", "like TWNI01A; else the next free one"}}},
    {"key", "list", "", "list keys and how long they hold; 1 if a use has none for 60 days more",
     ListKeys},
    {"key", "retire", "REFERENCE", "delete a key for good; what it signed still verifies",
     RetireKey},

    {"seal",
     "verify",
     "FILE",
     "tell whether a permit is genuine: good, altered, unknown-signer, expired or revoked",
     VerifySeal,
     {{"certificate", "FILE", "of a signer, named as in the key folder; may be repeated"},
      {"list", "FILE", "the list of permits that no longer hold"},
      {"at", "DAY", "the day to judge by; else today"}}},
    {"permit",
     "revoke",
     "NUMBER",
     "withdraw a permit that holds",
     RevokePermitCommand,
     {{"reason", "TEXT", "for the audit trail"}}},

    {"job", "list", "", "list the jobs that timers run", ListJobs},
    {"job", "run", "NAME", "run one of them now", RunJob},

    {"config",
     "show",
     "",
     "print every setting as it stands",
     ShowConfig,
     {{"defaults", "", "the defaults instead, with the meaning of each"}}},
    {"config", "check", "", "read settings, secrets, templates, catalogs and the schema's state",
     CheckConfig},
    {"route", "list", "", "print the site map", ListRoutes},
};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

}  // namespace permit::ctl
