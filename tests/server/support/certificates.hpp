// Certificates for tests, signed by themselves, made where they are needed.
#pragma once

#include <filesystem>
#include <string>

#include "server/net/certificate.hpp"

namespace tt::test {

struct CertificateWish {
  std::string name = "localhost";  ///< whose it is
  int from_days = -1;              ///< valid from, counted from now
  int to_days = 365;
  std::string passphrase;  ///< of the key; empty: none
};

/// Writes FILES.pem and FILES.key into the folder.
[[nodiscard]] server::TlsFiles make_certificate(const std::filesystem::path& files, const CertificateWish& wish = {});

}  // namespace tt::test
