#include "handlers/operator/key_commands.h"

#include "handlers/operator/acting_for.h"
#include "handlers/operator/numbers.h"
#include "handlers/papers/key_making.h"

namespace permit::ctl {
namespace {

constexpr std::chrono::days kNearTheEnd{60};

std::chrono::sys_seconds Now(Surroundings& surroundings) {
  return std::chrono::floor<std::chrono::seconds>(surroundings.now());
}

// "active": the key that signs for its use. "superseded": valid, but one whose validity began later
// signs.
std::string_view StateOf(const KeyStore& store, const Signer& signer,
                         std::chrono::sys_seconds now) {
  if (signer.retired) return "retired";
  if (now < ValidFrom(*signer.certificate)) return "not yet valid";
  if (now > ValidTo(*signer.certificate)) return "run out";
  return store.Active(signer.use, now) == &signer ? "active" : "superseded";
}

std::string DaysLeft(const Signer& signer, std::chrono::sys_seconds now) {
  const auto left =
      std::chrono::floor<std::chrono::days>(ValidTo(*signer.certificate) - now).count();
  return std::to_string(left);
}

std::string NoUse(const std::string& word) { return "a key is for seal or document, not " + word; }

// The uses that lack a valid key now or kNearTheEnd from now, joined by "and".
std::string WhatRunsOut(const KeyStore& store, std::chrono::sys_seconds now) {
  std::string uses;
  for (KeyUse use : {KeyUse::kSeal, KeyUse::kDocument}) {
    if (store.Active(use, now) != nullptr && store.Active(use, now + kNearTheEnd) != nullptr) {
      continue;
    }
    uses += (uses.empty() ? "" : " and ") + std::string(Code(use));
  }
  return uses;
}

void Print(Surroundings& surroundings, const std::string& reference) {
  const KeyStore store = KeyStore::Open(surroundings.settings().signing_key_dir);
  const Signer& signer = *store.Find(reference);
  Listing listing({"use", "reference", "subject", "valid from", "valid to"});
  listing.Add({std::string(Code(signer.use)), signer.reference, SubjectText(*signer.certificate),
               FormatTime(ValidFrom(*signer.certificate)),
               FormatTime(ValidTo(*signer.certificate))});
  surroundings.Print(listing);
}

}  // namespace

Outcome NewKey(Surroundings& surroundings, const Arguments& arguments) {
  const Settings& settings = surroundings.settings();
  const auto use = KeyUseFromCode(arguments.words.at(0));
  if (!use) return Outcome::Usage(NoUse(arguments.words.at(0)));
  NewSigner wanted{.use = *use,
                   .signer = settings.signing_signer,
                   .units = settings.receiving_units,
                   // An hour back, for machines whose clocks differ.
                   .from = Now(surroundings) - std::chrono::hours(1)};
  if (const auto days = arguments.Option("days")) {
    const auto number = ReadNumber(*days);
    if (!number || *number < 1 || *number > 7300) {
      return Outcome::Usage("--days wants a number from 1 to 7300");
    }
    wanted.lasts = std::chrono::days(*number);
  }
  const std::string reference = MakeSigner(settings.signing_key_dir, wanted);
  AuditDone(surroundings, "key-new", "key:" + reference, std::string(Code(*use)));
  Print(surroundings, reference);
  return Outcome::Done();
}

Outcome ImportKey(Surroundings& surroundings, const Arguments& arguments) {
  const Settings& settings = surroundings.settings();
  const auto use = KeyUseFromCode(arguments.words.at(0));
  if (!use) return Outcome::Usage(NoUse(arguments.words.at(0)));
  const auto certificate = arguments.Option("certificate");
  const auto key = arguments.Option("key");
  if (!certificate || !key) return Outcome::Usage("an import wants --certificate and --key");
  ImportedSigner given{.use = *use,
                       .reference = arguments.Option("reference").value_or(""),
                       .signer = settings.signing_signer,
                       .certificates = ReadSecret(*certificate, "--certificate") + "\n",
                       .key = ReadSecret(*key, "--key") + "\n"};
  if (const auto authority = arguments.Option("ca")) {
    given.authorities = ReadSecret(*authority, "--ca") + "\n";
  }
  try {
    const std::string reference = ImportSigner(settings.signing_key_dir, given);
    AuditDone(surroundings, "key-import", "key:" + reference, std::string(Code(*use)));
    Print(surroundings, reference);
  } catch (const CertificateError& error) {
    return Outcome::Refused(error.what());
  } catch (const KeyStoreError& error) {
    return Outcome::Refused(error.what());
  }
  return Outcome::Done();
}

Outcome ListKeys(Surroundings& surroundings, const Arguments&) {
  const KeyStore store = KeyStore::Open(surroundings.settings().signing_key_dir);
  const std::chrono::sys_seconds now = Now(surroundings);
  Listing listing({"use", "reference", "subject", "valid from", "valid to", "state", "days left"});
  for (const Signer& signer : store.signers()) {
    listing.Add({std::string(Code(signer.use)), signer.reference, SubjectText(*signer.certificate),
                 FormatTime(ValidFrom(*signer.certificate)),
                 FormatTime(ValidTo(*signer.certificate)), std::string(StateOf(store, signer, now)),
                 DaysLeft(signer, now)});
  }
  surroundings.Print(listing);
  const std::string ending = WhatRunsOut(store, now);
  if (ending.empty()) return Outcome::Done();
  return Outcome::Refused("no key signs for " + ending + " in " +
                          std::to_string(kNearTheEnd.count()) +
                          " days: make or bring in the next one");
}

Outcome RetireKey(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& reference = arguments.words.at(0);
  try {
    RetireSigner(surroundings.settings().signing_key_dir, reference);
  } catch (const KeyStoreError& error) {
    return Outcome::Refused(error.what());
  }
  AuditDone(surroundings, "key-retire", "key:" + reference);
  return ListKeys(surroundings, arguments);
}

}  // namespace permit::ctl
