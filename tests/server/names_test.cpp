// Names: one spelling of each, and none that passes for another.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "rules/core/text.hpp"
#include "server/lobby/names.hpp"
#include "server/world/name_book.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using tt::server::sound_line;
using tt::server::sound_name;

namespace {

std::string sound(const char* text) {
  return sound_name(text, 1, 24).value_or("refused");
}

}  // namespace

TEST_CASE("names of many languages are themselves") {
  for (const char* const name :
       {"Ann", "Ann Lee 7", "O'Brien-Smith", "Zoë", "Łukasz", "Ñandú", "Yıldız", "Nguyễn Thị", "Анна", "Ολυμπία", "דָּנִי",
        "محمد", "ไอ้", "प्रिया", "さくら田", "김민수", "李小龍", "🦊 Fox"})
    CHECK_MESSAGE(sound(name) == name, name);
}

TEST_CASE("names that differ in case, width or what is confusable look alike, and others do not") {
  const auto alike = [](const char* one, const char* other) {
    const auto mine = tt::server::looks_of(one);
    const auto theirs = tt::server::looks_of(other);
    return mine[0] == theirs[0] || mine[1] == theirs[1];
  };
  CHECK(alike("Ann", "aNN"));
  CHECK(alike("Ann", "\uFF21\uFF4E\uFF4E"));
  CHECK(alike("Zoe\u0308", "ZO\u00CB"));
  CHECK(alike("Stra\u00DFe", "STRASSE"));
  CHECK(alike("Paul", "Pau1"));
  CHECK(alike("Ida", "lda"));
  CHECK(alike("BOB 10", "bob lO"));
  CHECK(alike("\u0410\u043D\u043D\u0430", "\u0430\u043D\u043D\u0430"));
  CHECK(alike("Ann", "Ann."));
  CHECK(alike("Ann B", "Ann-B"));
  CHECK_FALSE(alike("Ann", "Anne"));
  CHECK_FALSE(alike("Ann", "Ann 2"));
  CHECK_FALSE(alike("Zoe", "Zo\u00EB"));
}

TEST_CASE("a crowd of one name has as many names") {
  tt::server::NameBook book;
  std::set<std::string> names;
  for (std::uint64_t guest = 1; guest <= 200; ++guest) names.insert(book.call(guest, "A name of 24 letters too"));
  CHECK(names.size() == 200);
  for (const std::string& name : names) CHECK(tt::rules::is_name(name, 1, 24));
  book.let_go(1);
  CHECK(book.call(201, "a NAME of 24 letters too") == "a NAME of 24 letters too");
  CHECK(book.is_free("a name of 24 letters too", 201));
  CHECK_FALSE(book.is_free("a name of 24 letters too", 1));
}

TEST_CASE("what is written in two ways is one name") {
  CHECK(sound("Zoe\u0308") == "Zoë");
  CHECK(sound("A\u030Angstro\u0308m") == "Ångström");
  CHECK(sound("\u212Bngström") == "Ångström");  // the sign of the unit
  // 24 letters, each with a mark of its own until they are composed.
  std::string apart;
  std::string composed;
  for (int n = 0; n < 24; ++n) {
    apart += "e\u0301";
    composed += "é";
  }
  CHECK(sound_name(apart, 1, 24) == composed);
  CHECK(!sound_name(apart, 1, 23));
  CHECK(!sound_name("e\u0301", 2, 24));
}

TEST_CASE("what cannot be seen, or turns the line around, is refused") {
  for (const char* const name : {"An\u200Bn",
                                 "An\u200Dn",
                                 "Ann\u202E",
                                 "\u2066Ann",
                                 "An\u00ADn",
                                 "Ann\uFEFF",
                                 "\u3164",
                                 "\u115F",
                                 "Ann\uFE0F",
                                 "A\u180En",
                                 "Ann\u00A0Lee",
                                 "Ann\u2003Lee",
                                 "Ann  Lee",
                                 "\u0301Ann",
                                 "Ann \u0301",
                                 "Z\u0335\u0336\u0337\u0338algo",
                                 "\uE000",
                                 "\U000E0041",
                                 "\u0378",
                                 "a\nb",
                                 " Ann",
                                 "Ann ",
                                 "",
                                 "\xC3\x28",
                                 "\xED\xA0\x80"})
    CHECK_MESSAGE(sound(name) == "refused", name);
}

TEST_CASE("what draws nothing is in no name") {
  for (const char* const name : {"\u2800", "\U0001D159", "\uFFFC", "\U00013441", "Ann\U0001D159", "Ann\uFFFC", "Cap \u2800x"})
    CHECK_MESSAGE(sound(name) == "refused", name);
}

TEST_CASE("talk has one spelling too, and nothing that cannot be seen") {
  const auto line = [](const std::string& text) { return sound_line(text, 1, 40).value_or("refused"); };
  for (const char* const fine :
       {"Tea at five?  Yes!", "Attends\u202F!", "❤\uFE0F and 🦊", "Анна said: Ann", "प्रिया, ไอ้", "1\u0662"})
    CHECK_MESSAGE(line(fine) == fine, fine);
  CHECK(line("Zoe\u0308") == "Zoë");
  std::string tower = "a";
  for (int n = 0; n < 30; ++n) tower += "\u0301";
  for (const std::string& bad : {std::string("a\u061Cb"), std::string("\u3164"), std::string("hi\U000E0041"),
                                 std::string("a\u202Eb"), std::string("a\u00ADb"), std::string("\uE000"),
                                 std::string("\u0301a"), std::string("\u00A0"), std::string(), tower})
    CHECK_MESSAGE(line(bad) == "refused", bad);
}

TEST_CASE("what passes for somebody else is refused") {
  for (const char* const name : {"Аnn",               // a Cyrillic letter first
                                 "Ann\u0435", "Αnn",  // and Greek ones
                                 "Сосо",              // all Cyrillic, and reads Coco
                                 "1\u0662",           // digits of two scripts
                                 "ԁаve"})
    CHECK_MESSAGE(sound(name) == "refused", name);
}

TEST_CASE("the server keeps names composed and refuses the others, wherever one is chosen") {
  TestServer server;
  Guest ann = server.guest("Zoe\u0308");
  CHECK(ann.name == "Zoë");
  auto hello = ann.request();
  hello.mutable_hello()->set_protocol_version(1);
  hello.mutable_hello()->set_token(ann.token);
  hello.mutable_hello()->set_name("Аnn");
  const auto refused = ann.ask(hello);
  CHECK(code_of(refused) == v1::ERROR_CODE_BAD_NAME);
  CHECK(refused.error().field() == "hello.name");
  auto create = ann.request();
  create.mutable_create_world()->set_scenario("hamlet");
  create.mutable_create_world()->set_title("Town\u202E");
  CHECK(code_of(ann.ask(create)) == v1::ERROR_CODE_BAD_NAME);

  Guest owner = server.seated(v1::ROLE_CAPITALIST, "Owner");
  auto found = owner.request();
  auto& firm = *found.mutable_act()->mutable_found_enterprise();
  firm.set_name("B\u0430kery");
  firm.set_form(v1::FORM_PROPRIETARY);
  firm.set_product(v1::GOOD_PROVISIONS);
  firm.set_capital_mils(1);
  const auto said = owner.ask(found);
  CHECK(code_of(said) == v1::ERROR_CODE_BAD_ENTERPRISE_NAME);
  CHECK(said.error().field() == "act.found_enterprise.name");
  Guest bob = server.seated(v1::ROLE_WORKER, "Bob");
  CHECK(owner.measure(v1::MEASURE_RENAME, bob.id, "Bo\u0308").has_receipt());
  CHECK(code_of(owner.measure(v1::MEASURE_RENAME, bob.id, "Аnn")) == v1::ERROR_CODE_BAD_NAME);
}
