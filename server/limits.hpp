// Every limit of the server, with its arithmetic. None is a matter of taste alone: each says what it protects and what
// happens at it. Those of the wire are in protocol/limits.hpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "protocol/limits.hpp"

namespace tt::server {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Connections. Beyond them: closed at once after accept.
/// Ten thousand who watch, and some to spare. A sitting connection costs about 10 KiB here and more in the kernel:
/// 12 000 are 700 MiB at most. Under TLS about
/// 70 KiB more each: OpenSSL's state, and Asio's buffers for one record in and one out.
inline constexpr std::size_t kConnectionsMax = 12'000;
/// Files the process asks to be allowed: the connections, three a world, and some to spare.
inline constexpr std::size_t kFilesWanted = 16'384;
/// A school class behind one address, each with a page and a reload.
inline constexpr std::size_t kConnectionsPerAddressMax = 64;
/// From this machine itself: load tests, bots and reverse proxies, all of it.
inline constexpr std::size_t kConnectionsLoopbackMax = kConnectionsMax;
/// Of one account: two devices with some pages each, and as many programs by its tokens. Beyond: told so and closed.
inline constexpr std::size_t kConnectionsPerAccountMax = 16;

// One connection.
/// Twice the largest request: up to here an answer says TOO_LARGE, beyond it the socket is closed with code 1009.
inline constexpr std::size_t kReadMessageBytesMax = 2 * protocol::kClientFrameBytesMax;
/// With the kernel's send buffer (128 KiB asked for, 256 KiB given) a client that never reads costs below 1.5 MiB.
/// Holds a JSON snapshot of the largest world, about 0.75 MiB. One frame alone may be larger. At the limit: goodbye,
/// then closed.
inline constexpr std::size_t kWriteQueueBytesMax = 1024 * 1024;
/// Missed frames beyond this are answered by a snapshot instead: with it, half of the queue is left for what follows.
inline constexpr std::size_t kResumeBytesMax = kWriteQueueBytesMax / 2;
/// A snapshot, 64 missed frames, and the answers to a burst of 60 requests with their Me each: about 190; twice that.
inline constexpr std::size_t kWriteQueueFramesMax = 384;
inline constexpr int kSocketSendBufferBytes = 128 * 1024;
/// A frame that has not left in this time never will.
inline constexpr seconds kWriteStallMax{20};
/// A connection that says nothing is pinged after half of it and closed after all of it: a ping after 15 s, which
/// mobile networks and proxies keep a path open for, and 15 s for its pong (Beast knows one time for both).
inline constexpr seconds kIdleMax{30};
/// To take the goodbye away before the socket is closed anyway.
inline constexpr milliseconds kFarewellMax{1'500};

// Requests. Beyond: RATE_LIMITED; a client that goes on is closed.
/// The busiest sensible client sends its 32 actions of a tick at once, and a few more; a bot at one-second ticks sends
/// 32 a second.
inline constexpr double kRequestsPerSecond = 40;
inline constexpr double kRequestsBurst = 80;
inline constexpr std::uint32_t kRefusedMoreMax = 200;
/// Requests of one world on their way to an answer; beyond: BUSY. 2 000 guests who all act at once fit twice; at 8 KiB
/// each, 32 MiB.
inline constexpr std::size_t kInboxMax = 4'096;

// HTTP.
inline constexpr std::uint32_t kHeaderBytesMax = 8 * 1024;
inline constexpr seconds kHeaderTimeMax{
    10};  ///< with the handshake of TLS before the first header; also the time an idle keep-alive connection is held
inline constexpr seconds kResponseTimeMax{60};
inline constexpr std::size_t kSiteBytesMax = 64 * 1024 * 1024;  ///< the page, held in memory; it has 1 to 2 MiB

// Worlds.
/// About 1 MiB a sitting-size world, 20 MiB the largest; loading takes about 10 ms each.
inline constexpr std::size_t kWorldsMax = 64;
inline constexpr std::size_t kWorldsPerGuestMax = 4;
/// What a whole IPv6 /48 may found and make of guests, as a multiple of what one address may: a village behind one
/// provider, and no more than that for one who has all of it.
inline constexpr double kBlockRate = 4;
/// Letters and digits drawn for a world's name: nobody finds an unlisted one by trying (60 bits).
inline constexpr std::size_t kFoundedNameTail = 12;
/// Missed public frames kept for those who come back: at one a second and 4 KiB, a minute and 256 KiB a world.
inline constexpr std::size_t kFramesKept = 64;
/// Changes of seats and readiness within this time share one frame: 2 000 people sitting down in a minute make 1 200
/// frames, not 2 000.
inline constexpr milliseconds kPublishDelay{50};
/// From this pace on a tick closes early, and the clock is changed by vote, only with those who are away: a season goes
/// on while people sleep, and nobody hurries it past them.
inline constexpr std::chrono::hours kSlowTick{2};
/// More time for a running tick, asked for at once.
inline constexpr std::uint32_t kExtendSecondsMax = 3'600;
/// Passwords that were tried from one address: a table of friends mistypes a few. At one in five seconds, the ten
/// thousand most usual passwords take fourteen hours.
inline constexpr double kKeysPerSecondFromOne = 0.2;
inline constexpr double kKeysBurstFromOne = 20;
/// … and in all of one world, so that many addresses together try few: the shortest password allowed (8 characters),
/// drawn from letters, outlives the world a thousand times.
inline constexpr double kWrongKeysPerSecond = 4;
inline constexpr double kWrongKeysBurst = 80;
/// Lines of chat of one guest: a burst of talk, then one in two seconds.
inline constexpr double kChatPerSecond = 0.5;
inline constexpr double kChatBurst = 8;
/// Lines of one conversation kept for those who come in later: at 300 bytes, 60 KiB a world. As many deeds of hosts are
/// shown.
inline constexpr std::size_t kChatKept = 200;
/// … and of all conversations in enterprises and between two people together: 1.2 MiB a world.
inline constexpr std::size_t kPrivateTalkKept = 4'000;
inline constexpr std::size_t kHouseLogShown = 200;
inline constexpr std::uint32_t kInvitationUsesMax = 1'000;
inline constexpr std::uint32_t kInvitationHoursMax = 365 * 24;
/// Good at once; beyond: INVITATION_LIMIT. A class of thirty with one each, twice.
inline constexpr std::size_t kOpenInvitationsMax = 64;
/// Not good any more, and still shown to hosts: what they have taken back of late. With the open ones, 16 KiB.
inline constexpr std::size_t kSpentInvitationsShown = 16;
inline constexpr std::uint32_t kStartPlayersMax = 100;
inline constexpr std::uint32_t kMatchWaitSecondsMax = 3'600;
/// Closes that those without a seat may lag behind: a third of a sitting. A world holds so many public views for them:
/// 10 MiB of the largest with a long history, 1 MiB of a sitting.
inline constexpr std::uint32_t kSpectatorDelayMax = 20;
/// Rows about people in one frame: at 100 bytes each, 40 KiB.
inline constexpr std::size_t kPeopleShown = 400;
/// From the last connection's end to the caretaker: a reload takes 2 s, a tunnel ten.
inline constexpr milliseconds kPresenceGrace{20'000};
/// Worlds that a server finds at its start would all close in the same moments, as their clocks start together: each
/// has a little more time for its first tick than the one before, together up to a quarter of a tick, and up to this. A
/// hundred worlds of a sitting are 150 ms apart, and a close takes a few.
inline constexpr milliseconds kStaggerMax = seconds(60);
/// What a seat has kept up for it: with the rules' 32 actions a tick, a quarter of them. As many that have stopped are
/// still shown.
inline constexpr std::size_t kRoutinesPerSeat = 8;
inline constexpr std::size_t kStopsPerRoutine = 4;
/// Ticks in a row that the rules refuse a routine before it stops: one may be short of money once or twice.
inline constexpr std::uint32_t kRoutineMissesMax = 3;
/// Ticks between snapshots: a restart replays eight at most, well below a second.
inline constexpr std::uint32_t kTicksPerSnapshot = 8;
inline constexpr std::uint32_t kTickSecondsMin = 1;
inline constexpr std::uint32_t kTickSecondsMax = 7 * 24 * 3'600;
/// Scores play a world again once a seat: 20 million household-ticks are about ten seconds of one thread of the pool.
inline constexpr std::uint64_t kScoredHouseholdTicks = 20'000'000;
/// Looking back plays a world again, at first from its founding: a world within this is played through in about ten
/// seconds of one thread of the pool, a sitting in a tenth of one. Beyond: BUSY, and `technotariat world replay` does
/// it on the host's machine.
inline constexpr std::uint64_t kReplayedHouseholdTicks = 20'000'000;
/// Worlds of the past kept in memory for all worlds together: a sitting's are about half a MiB, so that all of some
/// hundred sittings' keyframes fit, or the last dozen of the largest world.
inline constexpr std::size_t kKeyframeBytesMax = 256 * 1024 * 1024;
/// One world's share of them, so that scrubbing in a large one leaves the others theirs.
inline constexpr std::size_t kKeyframeBytesPerWorld = kKeyframeBytesMax / 4;
/// Copies of finished worlds for those who take them home, in memory for all worlds together: a sitting's is about 1
/// MiB, the largest world's some 40.
inline constexpr std::size_t kDownloadBytesMax = 64 * 1024 * 1024;
/// Ticks between them at least: eight closes of a sitting take 10 ms.
inline constexpr std::uint32_t kTicksPerKeyframe = 8;
/// Entries read from the journal at once while a world is played again: a few milliseconds of the disk's thread, which
/// others wait for.
inline constexpr std::size_t kReplayEntriesPerRead = 2'048;
/// Work between two turns of others on the same pool: about 50 ms.
inline constexpr std::uint64_t kReplayHouseholdTicksPerTurn = 100'000;
/// Questions about one world's past on their way; beyond: BUSY. Of one guest one at a time, and answers are the largest
/// frames there are: eight a second are a film at eight ticks a second, and twice that at first for quick scrubbing.
inline constexpr std::size_t kPastQuestionsMax = 64;
inline constexpr double kPastPerSecond = 8;
inline constexpr double kPastBurst = 16;
/// Of the course: 2 000 ticks of 8 columns and 64 seats in JSON are about 0.9 MiB, with the events at most 1.4.
inline constexpr std::size_t kCourseEventsMax = 2'000;
inline constexpr std::size_t kCourseSeatsMax = 64;
/// Private views after a close that are worked out before requests have their turn again: 32 take about 10 ms in the
/// largest world.
inline constexpr std::size_t kViewsPerTurn = 32;
/// A close that takes longer, commit included, is announced as `closing` from the next one on.
inline constexpr milliseconds kCloseNoticed{100};

// Logging in. Beyond: RATE_LIMITED, or BUSY.
/// Tries of one login: a few mistypes, then one in twenty seconds: three years for the 5 million commonest passphrases.
inline constexpr double kLoginTriesPerMinute = 3;
inline constexpr double kLoginTriesBurst = 6;
/// Tries of any logins from one address: a class that logs in at once, then one in two seconds.
inline constexpr double kLoginTriesPerAddressPerMinute = 30;
inline constexpr double kLoginTriesPerAddressBurst = 40;
/// Logins, and addresses, that are watched: at 100 bytes each, 1 MiB. To have the tries of one forgotten, six of each
/// of ten thousand others must be used within two minutes: 60 000, from 1 500 addresses.
inline constexpr std::size_t kLoginsWatched = 10'000;
/// Slow hashes that wait, of each kind, about 30 ms each: beyond a second of work, callers are told that the server is
/// busy.
inline constexpr std::size_t kHashesWaitingMax = 64;
/// Waiting or worked on. A guest's: what they want next they ask when they have the answer.
inline constexpr std::size_t kHashesPerGuestMax = 1;
/// A class behind one address that logs in at once waits in turns; sixteen addresses fill a line.
inline constexpr std::size_t kHashesPerAddressMax = 4;

// Strangers, by their address as connections are counted: an IPv4 address, or an IPv6 customer's /64. This machine's
// own is not counted: it is the host's programs, or a proxy that is not trusted, and so anybody.
/// New guests: two classes of thirty with a device each and one to spare within the hour, as many at once. In thirty
/// idle days (below) one address makes 86 000 rows of 150 bytes; twelve would fill the million there may be. Beyond:
/// GUEST_LIMIT.
inline constexpr double kGuestsPerAddressPerHour = 120;
/// Worlds founded: a class of forty in tables of four, as many at once. One address takes five hours and sixteen guests
/// to fill the sixty-four worlds there may be. Beyond: FOUNDING_LIMIT.
inline constexpr double kWorldsPerAddressPerHour = 10;
/// Lines of chat in one world: a class of thirty that talks at once, then two a second, which can still be read.
/// Beyond: RATE_LIMITED.
inline constexpr double kChatPerAddressPerMinute = 120;
inline constexpr double kChatPerAddressBurst = 40;
/// Addresses watched for the two above: of the whole server, 1 MiB; of one world, 100 KiB.
inline constexpr std::size_t kAddressesWatched = 10'000;
inline constexpr std::size_t kTalkersWatched = 1'000;

// What nobody uses goes. Worlds that the host's machine has made, or given an owner, stay, and so do all in which a
// tick has closed.
/// A world founded from the lobby in which nobody has a seat: a table that is announced for the week after next.
inline constexpr std::uint32_t kUnplayedWorldDays = 14;
/// One in which somebody has a seat, and that still waits for its first tick: a season that is announced a term ahead.
inline constexpr std::uint32_t kWaitingWorldDays = 90;
/// A guest without a passphrase who has not come by, and has neither a seat nor a part in a world that has not ended,
/// nor a world of their own: the summer holidays are longer, but a claimed account stays.
inline constexpr std::uint32_t kIdleGuestDays = 30;
inline constexpr std::chrono::hours kDay{24};
/// How often the server looks for those.
inline constexpr std::chrono::hours kSweepEvery{1};
/// Matches of tournaments that are shown at once, in all: 1 MiB each of a sitting. One that nobody is in goes so long
/// after it was asked for, when the next is asked for or at the next sweep.
inline constexpr std::size_t kShownWorldsMax = 64;
inline constexpr std::chrono::minutes kShownFor{10};
/// Guests looked at in one go on the accounts' lane: about 2 ms, which a hello may wait for.
inline constexpr std::size_t kGuestsPerSweep = 1'000;

// Webhooks.
/// A thread and, while a message is on its way, a socket each: some hundred KiB.
inline constexpr std::size_t kHooksMax = 16;
/// Rows about people in one message: at most 200 bytes each, 13 KiB.
inline constexpr std::size_t kHookRowsMax = 64;
/// Messages of one hook that wait. Of half a KiB mostly: 128 KiB; were all the longest there can be, 3.5 MiB. Beyond:
/// the oldest is dropped, and counted.
inline constexpr std::size_t kHookQueueMax = 256;
/// Tries of one message, and the pauses between them: 5, 20 and 80 s bridge a receiver's restart.
inline constexpr unsigned kHookTriesMax = 4;
inline constexpr milliseconds kHookFirstPause{5'000};
inline constexpr int kHookPauseGrowth = 4;
/// Of each step of a try; there are five of them.
inline constexpr milliseconds kHookStepMax{10'000};
/// Of the answer its header alone is read.
inline constexpr std::uint32_t kHookAnswerBytesMax = 8 * 1024;
/// What is on its way when the server stops has this time, while people are told goodbye.
inline constexpr milliseconds kHookFarewellMax{1'000};
/// Sixteen random bytes cannot be guessed; the hash takes 64 in one go, and four times that is a long passphrase.
inline constexpr std::size_t kHookSecretBytesMin = 16;
inline constexpr std::size_t kHookSecretBytesMax = 256;
/// Whoever is missing is reminded when a quarter of the tick's time is left: of a season's day six hours, of a
/// sitting's five minutes 75 s. In ticks below a minute nobody could come back in time.
inline constexpr int kNudgePart = 4;
inline constexpr seconds kNudgeLeftMin{15};

// The disk.
/// Syncs under way at once, of as many worlds. They share the disk's work: measured on an ext4 disk, one thread
/// makes 250 syncs a second, eight make 6 000, thirty-two 8 000.
inline constexpr std::size_t kDiskThreads = 8;

// Stopping.
inline constexpr milliseconds kDrainMax{
    3'000};  ///< of the five seconds promised; a farewell and closing the files take the rest

}  // namespace tt::server
