#include "server/net/certificate.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <boost/asio/ssl/context.hpp>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>

namespace tt::server {
namespace {

namespace ssl = boost::asio::ssl;
using persistence::Failure;
using persistence::Result;

constexpr std::time_t kWarnSecondsBefore = 14 * 24 * 3'600;
/// A chain of certificates has 4 to 16 KiB.
constexpr std::size_t kPemBytesMax = 1024 * 1024;
constexpr char kRenew[] = "Renew it, then send the server SIGHUP (systemctl reload) or start it again.";

// Of TLS 1.2 what TLS 1.3 allows too: keys of their own for each connection, and no cipher without authentication.
constexpr char kCiphers[] =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

struct FreeOpenSsl {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
template <class T>
using Held = std::unique_ptr<T, FreeOpenSsl>;

Result<std::string> read_pem(const std::filesystem::path& path, const char* what) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::error_code ec;
  if (!file || !std::filesystem::is_regular_file(path, ec))
    return Failure{
        std::string(what) + " cannot be read: " + (errno != 0 ? std::strerror(errno) : "it is no file") + ".",
        path.string(), "Check the path, and that the server's account may read it."};
  std::string text(kPemBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kPemBytesMax)
    return Failure{std::string(what) + " is longer than 1 MiB.", path.string(), "Name the PEM file itself."};
  return text;
}

Held<BIO> reader_of(const std::string& text) {
  return Held<BIO>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// Asked by OpenSSL for the passphrase of a key: there is nobody to type one. Notes that it was asked.
int no_passphrase(char*, int, int, void* asked) {
  *static_cast<bool*>(asked) = true;
  return -1;
}

Result<Held<EVP_PKEY>> read_key(const std::filesystem::path& path) {
  const auto text = read_pem(path, "The key");
  if (!text) return text.error();
  bool asked = false;
  Held<EVP_PKEY> key(PEM_read_bio_PrivateKey(reader_of(*text).get(), nullptr, no_passphrase, &asked));
  ERR_clear_error();
  if (key) return key;
  if (asked)
    return Failure{"The key is under a passphrase, which a server that starts by itself cannot type.", path.string(),
                   "Write it without one (openssl pkey -in FILE -out NEW), readable by the server's account only."};
  return Failure{"There is no private key in it.", path.string(),
                 "Name the PEM file that begins with BEGIN PRIVATE KEY."};
}

std::time_t seconds_of(const ASN1_TIME* time) {
  std::tm parts{};
  return ASN1_TIME_to_tm(time, &parts) == 1 ? timegm(&parts) : 0;
}

std::string day_of(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts)};
}

/// The sentence of warning, if it is valid now.
Result<std::string> judge_dates(X509* certificate, const std::filesystem::path& path, std::time_t now) {
  const std::time_t begins = seconds_of(X509_get0_notBefore(certificate));
  const std::time_t ends = seconds_of(X509_get0_notAfter(certificate));
  if (now < begins)
    return Failure{"The certificate is not valid before " + day_of(begins) + ".", path.string(),
                   "Check this machine's clock, or wait."};
  if (now >= ends) return Failure{"The certificate has expired on " + day_of(ends) + ".", path.string(), kRenew};
  if (ends - now >= kWarnSecondsBefore) return std::string();
  return "The certificate " + path.string() + " expires on " + day_of(ends) + ", within 14 days. " + kRenew;
}

/// The certificate first, then its chain.
Result<Held<X509>> use_chain(SSL_CTX* context, const std::string& text, const std::filesystem::path& path) {
  const auto bio = reader_of(text);
  Held<X509> own(PEM_read_bio_X509_AUX(bio.get(), nullptr, nullptr, nullptr));
  if (!own || SSL_CTX_use_certificate(context, own.get()) != 1) {
    ERR_clear_error();
    return Failure{"There is no certificate in it that TLS can use.", path.string(),
                   "Name the PEM file that begins with BEGIN CERTIFICATE, the server's own first."};
  }
  while (Held<X509> next{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)})
    if (SSL_CTX_add0_chain_cert(context, next.get()) == 1) (void)next.release();
  ERR_clear_error();
  return own;
}

void harden(SSL_CTX* context) {
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context, kCiphers);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  // Sessions are resumed by tickets, which the client keeps: nothing is held here for those who have gone.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

}  // namespace

Result<Certificate> read_certificate(const TlsFiles& files, std::uint64_t now_ms) {
  const auto text = read_pem(files.certificate, "The certificate");
  if (!text) return text.error();
  const auto identity = std::make_shared<ssl::context>(ssl::context::tls_server);
  SSL_CTX* const context = identity->native_handle();
  harden(context);
  const auto own = use_chain(context, *text, files.certificate);
  if (!own) return own.error();
  const auto key = read_key(files.key);
  if (!key) return key.error();
  if (SSL_CTX_use_PrivateKey(context, key->get()) != 1 || SSL_CTX_check_private_key(context) != 1) {
    ERR_clear_error();
    return Failure{"The key does not belong to the certificate.", files.key.string(),
                   "Name the key that " + files.certificate.string() + " was issued for."};
  }
  auto warning = judge_dates(own->get(), files.certificate, static_cast<std::time_t>(now_ms / 1'000));
  if (!warning) return warning.error();
  return Certificate{identity, std::move(*warning)};
}

}  // namespace tt::server
