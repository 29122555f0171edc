#include "handlers/papers/key_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace permit {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw KeyStoreError("cannot read '" + file + "': " + std::strerror(errno));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Certificate> CertificatesOf(const std::string& file) {
  try {
    return ReadCertificates(ReadFile(file));
  } catch (const CertificateError& error) {
    throw KeyStoreError(file + ": " + error.what());
  }
}

// A key is its owner's and the group's that runs the service.
void RefuseOpenKey(const std::string& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) {
    throw KeyStoreError("cannot read '" + file + "': " + std::strerror(errno));
  }
  if ((status.st_mode & (S_IRWXO | S_IWGRP)) != 0) {
    throw KeyStoreError("others than the service can read or change the key '" + file +
                        "': retire it if that is not a slip, then chmod 640 it");
  }
}

// "seal-TWNI001.crt" is a signer's; other files are none of ours.
std::optional<Signer> SignerOf(const fs::path& file) {
  const std::string name = file.stem();
  const std::size_t hyphen = name.find('-');
  if (file.extension() != ".crt" || hyphen == std::string::npos) return std::nullopt;
  const auto use = KeyUseFromCode(name.substr(0, hyphen));
  if (!use) return std::nullopt;
  Signer signer;
  signer.use = *use;
  signer.reference = name.substr(hyphen + 1);
  if (!KeyStore::IsReference(signer.reference)) {
    throw KeyStoreError("the name of '" + file.string() + "' is no reference like TWNI001");
  }
  std::vector<Certificate> certificates = CertificatesOf(file);
  signer.certificate = std::move(certificates.front());
  signer.chain.assign(std::make_move_iterator(certificates.begin() + 1),
                      std::make_move_iterator(certificates.end()));
  const fs::path key = fs::path(file).replace_extension(".key");
  signer.retired = !fs::exists(key);
  if (!signer.retired) RefuseOpenKey(key);
  return signer;
}

}  // namespace

std::string_view Code(KeyUse use) {
  switch (use) {
    case KeyUse::kSeal:
      return "seal";
    case KeyUse::kDocument:
      return "document";
  }
  return "";
}

std::optional<KeyUse> KeyUseFromCode(std::string_view code) {
  for (KeyUse use : {KeyUse::kSeal, KeyUse::kDocument}) {
    if (Code(use) == code) return use;
  }
  return std::nullopt;
}

bool Signer::HoldsAt(std::chrono::sys_seconds time) const {
  return ValidFrom(*certificate) <= time && time <= ValidTo(*certificate);
}

KeyStore KeyStore::Open(const std::string& folder) {
  if (folder.empty()) throw KeyStoreError("signing.key_dir names no folder of keys");
  KeyStore store;
  store.folder_ = folder;
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    if (auto signer = SignerOf(at->path())) store.signers_.push_back(std::move(*signer));
  }
  if (failure) throw KeyStoreError("cannot read '" + folder + "': " + failure.message());
  std::ranges::sort(store.signers_, {}, [](const Signer& signer) {
    return std::pair<KeyUse, std::string_view>(signer.use, signer.reference);
  });
  const std::string authorities = folder + "/ca.crt";
  if (fs::exists(authorities)) store.authorities_ = CertificatesOf(authorities);
  return store;
}

const Signer* KeyStore::Find(std::string_view reference) const {
  const auto found = std::ranges::find(signers_, reference, &Signer::reference);
  return found == signers_.end() ? nullptr : &*found;
}

const Signer* KeyStore::Active(KeyUse use, std::chrono::sys_seconds now) const {
  const Signer* latest = nullptr;
  for (const Signer& signer : signers_) {
    if (signer.use != use || signer.retired || !signer.HoldsAt(now)) continue;
    if (latest == nullptr || ValidFrom(*latest->certificate) <= ValidFrom(*signer.certificate)) {
      latest = &signer;
    }
  }
  return latest;
}

ActiveSigner KeyStore::OpenActive(KeyUse use, std::chrono::sys_seconds now) const {
  const std::string code(Code(use));
  const Signer* signer = Active(use, now);
  if (signer == nullptr) {
    throw KeyStoreError("no key in '" + folder_ + "' may sign now for the use " + code +
                        ": see permitctl key list");
  }
  const std::string file = folder_ + "/" + code + "-" + signer->reference + ".key";
  try {
    PrivateKey key = ReadPrivateKey(ReadFile(file));
    if (!KeyFits(*signer->certificate, *key)) {
      throw KeyStoreError("the key '" + file + "' is not that of its certificate");
    }
    return {*signer, std::move(key)};
  } catch (const CertificateError& error) {
    throw KeyStoreError(file + ": " + error.what());
  }
}

bool KeyStore::IsReference(std::string_view text) {
  if (text.size() != 7) return false;
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); };
  return std::ranges::all_of(text.substr(0, 4), is_letter) &&
         std::ranges::all_of(text.substr(4), is_hex);
}

}  // namespace permit
