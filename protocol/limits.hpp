// Every limit of the wire, with its arithmetic. Changing one changes what a client may rely on: docs/protocol.md names
// them all.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tt::protocol {

/// Sub-protocols of the WebSocket; the client offers one or both, the server picks the first it knows.
inline constexpr char kSubprotocolBinary[] = "technotariat.v1.proto";
inline constexpr char kSubprotocolJson[] = "technotariat.v1.json";
inline constexpr std::uint32_t kProtocolVersion = 1;

/// One frame from a client. One decision has 0.5 KiB at most in JSON (found_enterprise: 160 bytes of name, 12 of each
/// number, 200 of punctuation), hello with every string at its limit 0.7 KiB, and a forecast of sixteen foundings, the
/// largest draft, 4.6 KiB: legal, so 4 KiB would be too little.
inline constexpr std::size_t kClientFrameBytesMax = 8 * 1024;

/// One message from a program that a tournament started: the orders of a tick, 32 of at most 0.5 KiB. Four times that.
inline constexpr std::size_t kBotFrameBytesMax = 64 * 1024;

/// One message of whoever plays a whole table over one pipe: the orders of sixteen seats.
inline constexpr std::size_t kTableFrameBytesMax = 16 * kBotFrameBytesMax;

/// One frame to a client: a snapshot of the largest world. 250 enterprises × 21 columns × 5 bytes = 26 KiB, 100 seats ×
/// 9 × 8 = 7 KiB, 2 000 ticks of history × 13 columns × 5 bytes = 130 KiB, 3 markets × 64 points × 10 bytes = 2 KiB,
/// 512 events × 40 = 20 KiB: 185 KiB in binary, about four times that in JSON (digits, names). The limit is twice the
/// JSON figure; a client may set its receive limit to it.
inline constexpr std::size_t kServerFrameBytesMax = 1536 * 1024;

/// Nesting of objects and arrays in JSON text. The deepest request is envelope → act → propose_motion → change →
/// surplus_split = 5.
inline constexpr int kJsonDepthMax = 8;

/// Largest request id: 2^53 − 1, the largest integer every JSON reader keeps exactly.
inline constexpr std::uint64_t kRequestIdMax = (std::uint64_t{1} << 53U) - 1;

/// Strings of the session. Characters are Unicode code points; one takes at most 4 bytes.
inline constexpr std::size_t kTokenChars = 43;           ///< 32 random bytes in base64url: ⌈32 × 4 ÷ 3⌉
inline constexpr std::size_t kTokenBytesMax = 64;        ///< anything longer is no token; refused before it is hashed
inline constexpr std::size_t kDisplayNameCharsMax = 24;  ///< fits the seat table of a phone
inline constexpr std::size_t kDisplayNameBytesMax = 24 * 4;
inline constexpr std::size_t kClientTextBytesMax = 128;  ///< free text, logged cut
inline constexpr std::size_t kWorldNameBytesMax = 64;    ///< a file name of the host's folder
inline constexpr std::size_t kWorldTitleCharsMax = 60;
inline constexpr std::size_t kWorldTitleBytesMax = 60 * 4;
inline constexpr std::size_t kEpochBytesMax = 64;
inline constexpr std::size_t kChatCharsMax = 280;
inline constexpr std::size_t kNoteCharsMax = 60;
inline constexpr std::size_t kPassphraseCharsMin = 10;
inline constexpr std::size_t kPassphraseCharsMax = 128;
inline constexpr std::size_t kSecretBytesMax = 128 * 4;  ///< anything longer is none; refused before it is hashed
inline constexpr std::size_t kPasswordCharsMin = 8;
inline constexpr std::size_t kPasswordCharsMax = 64;
inline constexpr std::size_t kPasswordBytesMax = 64 * 4;  ///< anything longer is none; refused before it is hashed

}  // namespace tt::protocol
