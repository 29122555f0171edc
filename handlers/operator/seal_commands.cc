#include "handlers/operator/seal_commands.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "handlers/operator/seal_picture.h"
#include "handlers/operator/seal_verdict.h"
#include "handlers/papers/key_store.h"
#include "handlers/papers/permit.h"
#include "handlers/papers/revocations.h"
#include "sql/audit_store.h"

namespace permit::ctl {
namespace {

constexpr char kSealBegins = '\xDC';  // ICAO Doc 9303-13, the first byte of a visible digital seal

// The reference of each signer is the end of its file's name, as in "seal-TWNI001.crt".
std::vector<KnownSigner> NamedSigners(const std::vector<std::string>& files) {
  std::vector<KnownSigner> signers;
  for (const std::string& file : files) {
    const std::string stem = std::filesystem::path(file).stem();
    std::string reference = stem.substr(stem.rfind('-') + 1);
    if (!KeyStore::IsReference(reference)) {
      throw KeyStoreError("name the certificate '" + file +
                          "' after its reference, like seal-TWNI001.crt");
    }
    const std::string pem = ReadSecret(file, "--certificate") + "\n";
    signers.push_back({std::move(reference), std::move(ReadCertificates(pem).front())});
  }
  return signers;
}

std::vector<KnownSigner> Signers(Surroundings& surroundings, const Arguments& arguments) {
  if (arguments.Has("certificate")) return NamedSigners(arguments.Options("certificate"));
  std::vector<KnownSigner> signers;
  const KeyStore keys = KeyStore::Open(surroundings.settings().signing_key_dir);
  for (const Signer& signer : keys.signers()) {
    if (signer.use != KeyUse::kSeal) continue;
    signers.push_back({signer.reference, SameCertificate(*signer.certificate)});
  }
  return signers;
}

// With --certificate no settings are read, and so the machine's clock counts without their offset.
Instant Now(Surroundings& surroundings, const Arguments& arguments) {
  return arguments.Has("certificate") ? SystemClock().Now() : surroundings.now();
}

std::string Words(const StayLength& stay) {
  return std::to_string(stay.years) + " years, " + std::to_string(stay.months) + " months, " +
         std::to_string(stay.days) + " days";
}

std::string PlainName(std::string name) {
  if (const std::size_t between = name.find("<<"); between != std::string::npos) {
    name.replace(between, 2, ", ");
  }
  std::ranges::replace(name, '<', ' ');
  return name;
}

void AddContent(Listing& listing, const SealVerdict& judged) {
  const SealContent& content = *judged.content;
  listing.Add({"name", PlainName(content.zone.name)});
  listing.Add({"permit number", judged.number.value_or(content.zone.number + " (short form)")});
  listing.Add({"birth date", FormatDate(content.zone.birth_date)});
  listing.Add({"sex", content.zone.male ? "male" : "female"});
  listing.Add({"nationality", content.zone.nationality});
  listing.Add({"travel document", content.travel_document});
  listing.Add({"issued", FormatDate(content.issued_on)});
  listing.Add({"expires", FormatDate(content.zone.expires_on)});
  listing.Add({"entries", content.entries == kUnlimitedEntries ? "unlimited"
                                                               : std::to_string(content.entries)});
  listing.Add({"stay", Words(content.stay) + ", until " +
                           FormatDate(StayEnd(content.issued_on, content.stay))});
  listing.Add({"signer", content.signer + ", " + FormatDate(content.signed_on)});
}

int ExitCode(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGood:
      return kExitDone;
    case Verdict::kAltered:
      return kExitAltered;
    case Verdict::kUnknownSigner:
      return kExitUnknownSigner;
    case Verdict::kExpired:
      return kExitExpired;
    case Verdict::kRevoked:
      return kExitRevoked;
    case Verdict::kOldList:
      return kExitOldList;
  }
  return kExitSurroundings;
}

// The first code of the file that begins like a seal.
std::optional<std::string> SealIn(const std::string& file) {
  for (std::string& code : ReadCodes(file)) {
    if (code.starts_with(kSealBegins)) return std::move(code);
  }
  return std::nullopt;
}

std::string WordsOf(const RevocationList& list, Instant now) {
  return "made " + FormatTime(list.made) + ", " + std::to_string(list.entries.size()) + " permits" +
         (list.next < now ? "; too old" : "");
}

}  // namespace

Outcome VerifySeal(Surroundings& surroundings, const Arguments& arguments) {
  const std::vector<KnownSigner> signers = Signers(surroundings, arguments);
  Instant now = Now(surroundings, arguments);
  if (const auto day = arguments.Option("at")) {
    const auto date = ParseDate(*day);
    if (!date) return Outcome::Usage("--at takes a day, YYYY-MM-DD");
    now = StartOfDay(*date);
  }
  std::optional<RevocationList> list;
  if (const auto file = arguments.Option("list")) {
    std::ifstream in(*file, std::ios::binary);
    if (!in) return {kExitSurroundings, "cannot read '" + *file + "'"};
    std::string detail;
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    list = OpenRevocationList(bytes, signers, detail);
    if (!list) return {kExitForgedList, "the list is not to be trusted: " + detail};
  }
  const auto seal = SealIn(arguments.words.at(0));
  if (!seal) return {kExitSurroundings, "no seal can be read in " + arguments.words.at(0)};

  const SealVerdict judged = JudgeSeal(*seal, signers, list ? &*list : nullptr, now);
  Listing listing({"what", "says"});
  if (judged.content) AddContent(listing, judged);
  if (list) listing.Add({"list", WordsOf(*list, now)});
  listing.Add({"verdict", std::string(Code(judged.verdict))});
  surroundings.Print(listing);
  return {ExitCode(judged.verdict), judged.detail};
}

Outcome RevokePermitCommand(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& number = arguments.words.at(0);
  const std::string reason = arguments.Option("reason").value_or("");
  if (reason.empty() || reason.size() > 500) {
    return Outcome::Usage("a withdrawal wants --reason, of 500 bytes at most");
  }
  const auto revoked = surroundings.database().Transact([&](sql::Transaction& transaction) {
    return RevokePermit(transaction, surroundings.settings(), number, surroundings.actor(), reason,
                        surroundings.now());
  });
  if (!revoked) {
    switch (revoked.error()) {
      case RevokeRefusal::kUnknownPermit:
        return Outcome::Refused("there is no permit " + number);
      case RevokeRefusal::kNotValid:
        return Outcome::Refused("the permit " + number + " holds no more as it is");
    }
  }
  Listing listing({"permit", "open case", "to do"});
  listing.Add(
      {number, revoked->open_case.value_or(""),
       revoked->open_case ? "no permit can follow the case: decide against it or close it" : ""});
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome ReissuePermitsCommand(Surroundings& surroundings, const Arguments& arguments) {
  Listing listing({"permit", "reissued", "why not"});
  std::size_t refused = 0;
  for (const std::string& number : arguments.words) {
    const Issue issue = surroundings.admin_database().Transact([&](sql::Transaction& transaction) {
      const Issue made =
          ReissuePermit(transaction, surroundings.settings(), number, surroundings.now());
      if (made) {
        sql::WriteAudit(transaction,
                        {surroundings.actor(), "permit-reissue", "permit:" + number, ""},
                        surroundings.now());
      }
      return made;
    });
    refused += !issue.has_value();
    listing.Add({number, issue ? "yes" : "no", issue ? "" : issue.error().detail});
  }
  surroundings.Print(listing);
  if (refused == 0) return Outcome::Done();
  return Outcome::Refused(std::to_string(refused) + " permits were not reissued");
}

Outcome PublishRevocationsCommand(Surroundings& surroundings) {
  const std::size_t entries = surroundings.database().Transact([&](sql::Transaction& transaction) {
    return PublishRevocations(transaction, surroundings.settings(), surroundings.now());
  });
  Listing listing({"list", "permits"});
  listing.Add({"revocations", std::to_string(entries)});
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
