#include "handlers/papers/key_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "handlers/papers/key_making.h"
#include "tests/support/child_process.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::days;

constexpr std::chrono::sys_seconds kFirst = std::chrono::sys_days{2026y / 1 / 1};

class Keys : public ::testing::Test {
 protected:
  std::string Make(KeyUse use, std::chrono::sys_seconds from = kFirst, days lasts = days(365)) {
    return MakeSigner(folder,
                      {.use = use, .units = {"6952", "6953"}, .from = from, .lasts = lasts});
  }
  KeyStore Open() const { return KeyStore::Open(folder); }
  std::string ActiveAt(std::chrono::sys_seconds when) const {
    const KeyStore store = Open();
    const Signer* signer = store.Active(KeyUse::kSeal, when);
    return signer == nullptr ? "" : signer->reference;
  }
  std::string File(const std::string& name) const { return folder + "/" + name; }
  std::string Read(const std::string& name) const {
    std::ifstream in(File(name));
    return {std::istreambuf_iterator<char>(in), {}};
  }
  mode_t ModeOf(const std::string& name) const {
    struct stat status {};
    stat(File(name).c_str(), &status);
    return status.st_mode & 07777;
  }
  std::string OpenSsl(std::vector<std::string> words) const {
    words.insert(words.begin(), "openssl");
    const test::Finished finished = test::RunProgram(words);
    return finished.exit_code == 0 ? finished.output : "failed: " + finished.output;
  }
  template <typename Work>
  std::string Refusal(Work work) const {
    try {
      work();
    } catch (const KeyStoreError& error) {
      return error.what();
    }
    return "";
  }

  test::KeyFolder folder_;
  const std::string& folder = folder_.path();
};

TEST_F(Keys, TheFirstSignerComesWithItsCa) {
  EXPECT_EQ(Make(KeyUse::kSeal), "TWNI001");
  EXPECT_EQ(Make(KeyUse::kDocument), "TWNI002");
  const KeyStore store = Open();
  ASSERT_EQ(store.signers().size(), 2u);
  ASSERT_EQ(store.authorities().size(), 1u);
  const Signer& seal = *store.Find("TWNI001");
  EXPECT_EQ(seal.use, KeyUse::kSeal);
  EXPECT_FALSE(seal.retired);
  EXPECT_TRUE(HasP256Key(*seal.certificate));
  EXPECT_EQ(SubjectText(*seal.certificate),
            "CN=NI,OU=6953,OU=6952,O=National Immigration Agency,C=TW");
  EXPECT_EQ(SubjectUnits(*seal.certificate), (std::vector<std::string>{"6952", "6953"}));
  EXPECT_EQ(ValidFrom(*seal.certificate), kFirst);
  EXPECT_EQ(ValidTo(*seal.certificate), kFirst + days(365));
  EXPECT_TRUE(IsIssuedBy(*seal.certificate, *store.authorities().front()));
  EXPECT_EQ(store.Find("TWNI003"), nullptr);
}

TEST_F(Keys, OpensslTakesTheCertificatesForGood) {
  Make(KeyUse::kSeal);
  Make(KeyUse::kDocument);
  const std::string at = std::to_string((kFirst + 1h).time_since_epoch().count());
  for (const std::string& file : {std::string("seal-TWNI001"), std::string("document-TWNI002")}) {
    EXPECT_EQ(OpenSsl({"verify", "-x509_strict", "-attime", at, "-CAfile", File("ca.crt"),
                       File(file + ".crt")}),
              File(file + ".crt") + ": OK\n");
    EXPECT_NE(
        OpenSsl({"pkey", "-in", File(file + ".key"), "-noout", "-text"}).find("NIST CURVE: P-256"),
        std::string::npos);
  }
}

TEST_F(Keys, KeysAreTheServicesAlone) {
  Make(KeyUse::kSeal);
  EXPECT_EQ(ModeOf("seal-TWNI001.key"), 0640u);
  EXPECT_EQ(ModeOf("ca.key"), 0600u);
  for (mode_t mode : {0644, 0660, 0641, 0666}) {
    chmod(File("seal-TWNI001.key").c_str(), mode);
    EXPECT_NE(Refusal([&] { Open(); }).find("chmod 640"), std::string::npos) << std::oct << mode;
  }
  for (mode_t mode : {0640, 0600, 0440, 0400}) {
    chmod(File("seal-TWNI001.key").c_str(), mode);
    EXPECT_EQ(Refusal([&] { Open(); }), "") << std::oct << mode;
  }
}

TEST_F(Keys, TheOneWhoseValidityBeganLastSigns) {
  Make(KeyUse::kSeal);
  Make(KeyUse::kSeal, kFirst + days(300));
  Make(KeyUse::kDocument, kFirst + days(310));
  EXPECT_EQ(ActiveAt(kFirst - 1s), "");
  EXPECT_EQ(ActiveAt(kFirst), "TWNI001");
  EXPECT_EQ(ActiveAt(kFirst + days(300) - 1s), "TWNI001");
  EXPECT_EQ(ActiveAt(kFirst + days(300)), "TWNI002");
  EXPECT_EQ(ActiveAt(kFirst + days(665)), "TWNI002");
  EXPECT_EQ(ActiveAt(kFirst + days(665) + 1s), "");
  RetireSigner(folder, "TWNI002");
  EXPECT_EQ(ActiveAt(kFirst + days(300)), "TWNI001");
}

TEST_F(Keys, ARetiredOneSignsNothingAndIsStillFound) {
  Make(KeyUse::kSeal);
  const KeyStore before = Open();
  const ActiveSigner signer = before.OpenActive(KeyUse::kSeal, kFirst);
  const std::string signature = SignRaw(*signer.key, "a message");
  RetireSigner(folder, "TWNI001");
  const KeyStore store = Open();
  EXPECT_TRUE(store.Find("TWNI001")->retired);
  EXPECT_NE(Refusal([&] { store.OpenActive(KeyUse::kSeal, kFirst); }).find("may sign now"),
            std::string::npos);
  EXPECT_TRUE(VerifyRaw(*store.Find("TWNI001")->certificate, "a message", signature));
  EXPECT_FALSE(fs::exists(File("seal-TWNI001.key")));
  EXPECT_NE(Refusal([&] { RetireSigner(folder, "TWNI001"); }).find("already"), std::string::npos);
  EXPECT_NE(Refusal([&] { RetireSigner(folder, "TWNI009"); }).find("no signer"), std::string::npos);
  EXPECT_EQ(Make(KeyUse::kSeal), "TWNI002") << "a number is not given twice";
}

TEST_F(Keys, OpensslVerifiesWhatIsSigned) {
  Make(KeyUse::kSeal);
  const KeyStore store = Open();
  const ActiveSigner active = store.OpenActive(KeyUse::kSeal, kFirst);
  const std::string message("a\0message", 9);
  const std::string raw = SignRaw(*active.key, message);
  ASSERT_EQ(raw.size(), 64u);
  // The DER form, made by hand: two integers, each with a leading zero where its top bit is set.
  std::string body;
  for (const std::string& half : {raw.substr(0, 32), raw.substr(32)}) {
    std::string number = half.substr(std::min<std::size_t>(half.find_first_not_of('\0'), 31));
    if ((number[0] & 0x80) != 0) number.insert(number.begin(), '\0');
    body += '\x02' + std::string(1, static_cast<char>(number.size())) + number;
  }
  std::ofstream(File("signature")) << '\x30' << static_cast<char>(body.size()) << body;
  std::ofstream(File("message")) << message;
  std::ofstream(File("public.pem"))
      << OpenSsl({"x509", "-in", File("seal-TWNI001.crt"), "-noout", "-pubkey"});
  EXPECT_EQ(OpenSsl({"dgst", "-sha256", "-verify", File("public.pem"), "-signature",
                     File("signature"), File("message")}),
            "Verified OK\n");
  EXPECT_TRUE(VerifyRaw(*active.signer.certificate, message, raw));
  EXPECT_FALSE(VerifyRaw(*active.signer.certificate, "a message", raw));
  EXPECT_FALSE(VerifyRaw(*active.signer.certificate, message, raw.substr(1)));
  EXPECT_FALSE(VerifyRaw(*active.signer.certificate, message, std::string(64, '\0')));
}

TEST_F(Keys, AFolderThatIsNotInOrderNamesTheFile) {
  EXPECT_NE(Refusal([] { KeyStore::Open(""); }).find("signing.key_dir"), std::string::npos);
  EXPECT_NE(Refusal([] { KeyStore::Open("/no/such"); }).find("'/no/such'"), std::string::npos);
  Make(KeyUse::kSeal);
  fs::copy(File("seal-TWNI001.crt"), File("notes.crt"));
  EXPECT_EQ(Open().signers().size(), 1u) << "what bears another name is no signer";
  fs::copy(File("seal-TWNI001.crt"), File("seal-last.crt"));
  EXPECT_NE(Refusal([&] { Open(); }).find("seal-last.crt"), std::string::npos);
  fs::remove(File("seal-last.crt"));
  std::ofstream(File("seal-TWNI001.crt"), std::ios::app) << "-----BEGIN CERTIFICATE-----\nAAAA\n";
  EXPECT_NE(Refusal([&] { Open(); }).find("seal-TWNI001.crt"), std::string::npos);
}

TEST_F(Keys, AKeyOfAnotherCertificateDoesNotSign) {
  Make(KeyUse::kSeal);
  Make(KeyUse::kDocument);
  fs::copy(File("document-TWNI002.key"), File("seal-TWNI001.key"),
           fs::copy_options::overwrite_existing);
  EXPECT_NE(Refusal([&] { Open().OpenActive(KeyUse::kSeal, kFirst); }).find("not that of"),
            std::string::npos);
}

class Imports : public Keys {
 protected:
  // As an agency would: a CA of its own, which signs a request.
  void MakeAgency(const std::string& subject, const std::vector<std::string>& key_options) {
    const auto run = [&](std::vector<std::string> words) {
      words.insert(words.begin(), "openssl");
      const test::Finished finished = test::RunProgram(words);
      ASSERT_EQ(finished.exit_code, 0) << finished.output;
    };
    run({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes", "-subj",
         "/C=TW/CN=Agency CA", "-keyout", File("agency.key"), "-out", File("agency.pem"), "-days",
         "3650"});
    std::vector<std::string> make = {"genpkey", "-out", File("own.key")};
    make.insert(make.end(), key_options.begin(), key_options.end());
    run(make);
    run({"req", "-new", "-key", File("own.key"), "-subj", subject, "-out", File("own.csr")});
    run({"x509", "-req", "-in", File("own.csr"), "-CA", File("agency.pem"), "-CAkey",
         File("agency.key"), "-set_serial", "77", "-days", "800", "-out", File("own.pem")});
  }
  std::string Import(KeyUse use, const std::string& authorities, const std::string& key = "") {
    try {
      return ImportSigner(folder, {.use = use,
                                   .certificates = Read("own.pem"),
                                   .key = key.empty() ? Read("own.key") : key,
                                   .authorities = authorities});
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  }

  const std::vector<std::string> kP256 = {"-algorithm", "EC", "-pkeyopt",
                                          "ec_paramgen_curve:P-256"};
  const std::vector<std::string> kRsa = {"-algorithm", "RSA"};
};

TEST_F(Imports, AnAgencysKeySignsFromThenOn) {
  Make(KeyUse::kSeal);
  MakeAgency("/C=TW/OU=6952/CN=NI", kP256);
  EXPECT_EQ(Import(KeyUse::kSeal, Read("agency.pem")), "TWNI002");
  const KeyStore store = Open();
  EXPECT_EQ(store.authorities().size(), 2u);
  const auto now = ValidFrom(*store.Find("TWNI002")->certificate);
  const ActiveSigner active = store.OpenActive(KeyUse::kSeal, now);
  EXPECT_EQ(active.signer.reference, "TWNI002");
  EXPECT_EQ(ModeOf("seal-TWNI002.key"), 0640u);
}

TEST_F(Imports, AnRsaKeySignsDocumentsButNoSeals) {
  MakeAgency("/C=TW/OU=6952/CN=NI", kRsa);
  EXPECT_NE(Import(KeyUse::kSeal, Read("agency.pem")).find("P-256"), std::string::npos);
  EXPECT_EQ(Import(KeyUse::kDocument, Read("agency.pem")), "TWNI001");
}

TEST_F(Imports, WhatDoesNotFitIsRefusedAndLeavesNothing) {
  MakeAgency("/C=TW/CN=NI", kP256);
  EXPECT_NE(Import(KeyUse::kSeal, "").find("--ca"), std::string::npos);
  EXPECT_NE(Import(KeyUse::kSeal, Read("agency.pem")).find("units as OUs"), std::string::npos);
  EXPECT_NE(Import(KeyUse::kDocument, Read("agency.pem"), Read("agency.key")).find("not that of"),
            std::string::npos);
  Make(KeyUse::kSeal);
  EXPECT_NE(Import(KeyUse::kDocument, "").find("no CA of ca.crt"), std::string::npos);
  EXPECT_NE(Import(KeyUse::kDocument, "", "nonsense").find("no private key"), std::string::npos);
  EXPECT_EQ(Open().signers().size(), 1u);
}

TEST_F(Imports, BesideAnAgencysCaNoDemonstrationKeyIsMade) {
  MakeAgency("/C=TW/CN=NI", kP256);
  EXPECT_EQ(Import(KeyUse::kDocument, Read("agency.pem")), "TWNI001");
  EXPECT_NE(Refusal([&] { Make(KeyUse::kSeal); }).find("key import"), std::string::npos);
}

}  // namespace
}  // namespace permit
