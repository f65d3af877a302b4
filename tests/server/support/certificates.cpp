#include "tests/server/support/certificates.hpp"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace tt::test {
namespace {

constexpr long kDay = 24L * 3'600;

template <class T, class Free>
std::unique_ptr<T, Free> held(T* made, Free free) {
  if (made == nullptr) throw std::runtime_error("OpenSSL cannot");
  return {made, free};
}

auto open_file(const std::filesystem::path& path) {
  return held(std::fopen(path.c_str(), "w"), &std::fclose);
}

}  // namespace

server::TlsFiles make_certificate(const std::filesystem::path& files, const CertificateWish& wish) {
  const auto key = held(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  const auto certificate = held(X509_new(), &X509_free);
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.from_days * kDay);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.to_days * kDay);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(wish.name.c_str()), -1,
                             -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0) throw std::runtime_error("OpenSSL cannot sign");

  server::TlsFiles made{files.string() + ".pem", files.string() + ".key"};
  PEM_write_X509(open_file(made.certificate).get(), certificate.get());
  PEM_write_PrivateKey(open_file(made.key).get(), key.get(), wish.passphrase.empty() ? nullptr : EVP_aes_128_cbc(),
                       nullptr, 0, nullptr,
                       wish.passphrase.empty() ? nullptr : const_cast<char*>(wish.passphrase.c_str()));
  return made;
}

}  // namespace tt::test
