// What a compliance check says, as text and as JSON.
#include <array>
#include <ostream>
#include <sstream>

#include "tournament/bots/compliance.hpp"
#include "tournament/bots/process.hpp"
#include "tournament/bots/spec_bots.hpp"
#include "tournament/text.hpp"

namespace tt::tournament {
namespace {

std::string command_of(const Program& program) {
  std::string command;
  for (const std::string& word : program.words) command += (command.empty() ? "" : " ") + word;
  return command;
}

/// "capitalist, from tick 12; tick 14, line 3 of its output".
std::string place_of(const Trouble& trouble, const Program& program) {
  std::string place = trouble.match.empty() ? "at the end" : trouble.match + "; tick " + std::to_string(trouble.tick);
  if (trouble.message > 0)
    place += std::string(program.transport == Transport::kJson ? ", line " : ", message ") +
             std::to_string(trouble.message) + " of its output";
  if (trouble.times > 1) place += ", and " + std::to_string(trouble.times - 1) + " times more";
  return place;
}

void tell(const Compliance& compliance, const Program& program, bool failures, std::ostringstream& text) {
  for (const Trouble& trouble : compliance.troubles) {
    if (trouble.fails != failures) continue;
    text << (failures ? "\nWrong" : "\nAdvice") << " (" << trouble.kind << "), " << place_of(trouble, program)
         << ":\n  " << trouble.what << "\n  " << trouble.remedy << '\n';
  }
}

}  // namespace

std::string to_text(const Compliance& compliance, const Program& program) {
  std::ostringstream text;
  text << command_of(program) << '\n';
  for (const Trial& trial : compliance.trials) {
    text << "  " << trial.name << ": ready after " << fixed(trial.ready_ms, 1) << " ms, " << trial.answered << " of "
         << trial.asked << " asked answered, " << trial.orders << " orders, " << trial.refused
         << " refused; an answer takes " << fixed(trial.median_ms, 2) << " ms, the slowest "
         << fixed(trial.slowest_ms, 2) << " ms\n";
  }
  if (!compliance.ending.empty()) text << "  when its input ends: " << compliance.ending << '\n';
  tell(compliance, program, true, text);
  tell(compliance, program, false, text);
  if (!compliance.errors.empty())
    text << "\nIts standard error, the last of it (in one tick of each game every order is refused, to try it):\n"
         << compliance.errors;
  text << (compliance.passed() ? "\nIt keeps to the protocol.\n" : "\nIt does not keep to the protocol.\n");
  return text.str();
}

std::string to_json(const Compliance& compliance, const Program& program) {
  std::string text = "{\"command\":" + json_text(command_of(program)) +
                     ",\"passed\":" + (compliance.passed() ? "true" : "false") + ",\"matches\":[";
  for (const Trial& trial : compliance.trials) {
    if (text.back() != '[') text += ',';
    text += "{\"match\":" + json_text(trial.name) + ",\"asked\":" + std::to_string(trial.asked) +
            ",\"answered\":" + std::to_string(trial.answered) + ",\"orders\":" + std::to_string(trial.orders) +
            ",\"refused\":" + std::to_string(trial.refused) + ",\"ready_ms\":" + json_number(trial.ready_ms) +
            ",\"median_ms\":" + json_number(trial.median_ms) + ",\"slowest_ms\":" + json_number(trial.slowest_ms) + "}";
  }
  text += "],\"troubles\":[";
  for (const Trouble& trouble : compliance.troubles) {
    if (text.back() != '[') text += ',';
    text += "{\"kind\":" + json_text(trouble.kind) + ",\"fails\":" + (trouble.fails ? "true" : "false") +
            ",\"match\":" + json_text(trouble.match) + ",\"tick\":" + std::to_string(trouble.tick) +
            ",\"message\":" + std::to_string(trouble.message) + ",\"times\":" + std::to_string(trouble.times) +
            ",\"what\":" + json_text(trouble.what) + ",\"remedy\":" + json_text(trouble.remedy) + "}";
  }
  return text + "],\"ending\":" + json_text(compliance.ending) + ",\"errors\":" + json_text(compliance.errors) + "}\n";
}

int check_bot(const BotCheckOptions& options, std::ostream& out, std::ostream& err) {
  Program program{.name = "bot", .words = options.words, .folder = ".", .transport = options.transport};
  if (program.words.size() == 1) program.words = words_of(options.words.front());
  if (program.words.empty()) {
    err << "technotariat bot check: There is no command, or it leaves a quote open. Write what you would type to start "
           "the "
           "bot, such as: technotariat bot check python3 bot.py\n";
    return 2;
  }
  TimeControl time;
  time.start_ms = options.start_ms;
  time.decision_ms = options.decision_ms;
  if (!options.json) err << fence_description() << '\n';
  constexpr std::array kAll{rules::Role::kWorker, rules::Role::kCapitalist, rules::Role::kMember};
  const std::array one{options.role.value_or(rules::Role::kWorker)};
  const Compliance compliance = check_program(
      program, options.role ? std::span<const rules::Role>(one) : std::span<const rules::Role>(kAll), time);
  out << (options.json ? to_json(compliance, program) : to_text(compliance, program));
  return compliance.passed() ? 0 : 1;
}

}  // namespace tt::tournament
