// The certificate a server shows and the key that proves it, read from two PEM files. OpenSSL is behind it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "persistence/result.hpp"

namespace boost::asio::ssl {
class context;
}

namespace tt::server {

struct TlsFiles {
  std::filesystem::path certificate;  ///< the server's own first, then those that lead to its authority
  std::filesystem::path key;
};

/// What new connections are encrypted with; old ones keep theirs.
using TlsIdentity = std::shared_ptr<boost::asio::ssl::context>;

struct Certificate {
  TlsIdentity identity;
  std::string warning;  ///< a sentence if it ends within 14 days, else empty
};

/// TLS 1.2 and later, forward secrecy and authenticated ciphers only. Fails if a file cannot be read or holds something
/// else, the key is under a passphrase or another certificate's, or the certificate is not valid at `now_ms` (since
/// 1970, UTC).
persistence::Result<Certificate> read_certificate(const TlsFiles& files, std::uint64_t now_ms);

}  // namespace tt::server
