#include "tournament/lab/lab.hpp"

#include <algorithm>
#include <functional>
#include <iomanip>
#include <ostream>
#include <thread>

#include "rules/core/nearest.hpp"
#include "tournament/lab/balance.hpp"
#include "tournament/lab/health.hpp"
#include "tournament/lab/run.hpp"
#include "tournament/write_file.hpp"

namespace tt::tournament::lab {
namespace {

constexpr std::uint64_t kUsualSeeds = 40;
constexpr unsigned kJobsMost = 256;

struct Study {
  std::string name;
  std::string claim;
  std::string lacking;  ///< in words; empty if it can be run
  std::uint64_t seeds = kUsualSeeds;
  std::function<Report(const RunOptions&)> run;
};

std::string lacking_of(const Experiment& experiment) {
  std::string names;
  for (const std::string_view name : missing(experiment)) names += (names.empty() ? "" : ", ") + std::string(name);
  return names.empty() ? "" : "these rules have no parameter " + names;
}

std::vector<Study> all_studies() {
  std::vector<Study> all;
  for (const Experiment& experiment : experiments())
    all.push_back({std::string(experiment.name), std::string(experiment.claim), lacking_of(experiment), kUsualSeeds,
                   [&experiment](const RunOptions& options) { return run_experiment(experiment, options); }});
  all.push_back({"health", "The baseline lives for 1 000 ticks on 100 seeds.", "", kHealthSeeds, check_health});
  all.push_back({"balance", "The ways to play and the strategies are in balance over 1 000 games.", "", kBalanceGames,
                 check_balance});
  return all;
}

RunOptions options_for(const Study& study, const LabOptions& options, std::ostream& err) {
  RunOptions run;
  run.seeds = options.seeds > 0 ? options.seeds : study.seeds;
  run.ticks = options.ticks;
  run.jobs = options.jobs > 0 ? std::min(options.jobs, kJobsMost)
                              : std::clamp(std::thread::hardware_concurrency(), 1U, kJobsMost);
  if (options.progress)
    run.progress = [&err, name = study.name](std::uint64_t done, std::uint64_t all) {
      err << '\r' << name << ": " << done << " of " << all << (done == all ? "\n" : "") << std::flush;
    };
  return run;
}

int refuse(std::ostream& err, const std::string& words) {
  err << "technotariat lab: " << words << '\n';
  return 2;
}

bool write_beside(const Report& report, const std::filesystem::path& folder, std::ostream& err) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);  // what cannot be made makes writing fail, with words
  for (const auto& [ending, text] : {std::pair{".json", to_json(report)}, std::pair{".html", to_html(report)}})
    if (auto written = write_file(folder / (report.name + ending), text); !written) {
      err << "technotariat lab: " << written.error().text() << '\n';
      return false;
    }
  return true;
}

}  // namespace

void list_studies(std::ostream& out) {
  for (const Study& study : all_studies()) {
    out << std::left << std::setw(16) << study.name << study.claim << '\n';
    if (!study.lacking.empty()) out << std::string(16, ' ') << "(cannot be run: " << study.lacking << ")\n";
  }
}

int run_studies(const LabOptions& options, std::ostream& out, std::ostream& err) {
  const std::vector<Study> studies = all_studies();
  std::vector<std::string_view> names{"all"};
  for (const Study& study : studies) names.push_back(study.name);
  if (std::find(names.begin(), names.end(), options.name) == names.end())
    return refuse(err, "There is no study '" + options.name + "'. Did you mean '" +
                           std::string(rules::nearest(options.name, names)) + "'? `lab list` shows them all.");
  for (const Study& study : studies) {
    if (options.name != "all" && options.name != study.name) continue;
    if (!study.lacking.empty()) {
      if (options.name == study.name) return refuse(err, "'" + study.name + "' cannot be run: " + study.lacking + ".");
      err << study.name << " is left out: " << study.lacking << ".\n";
      continue;
    }
    const Report report = study.run(options_for(study, options, err));
    out << (options.json ? to_json(report) : to_text(report) + "\n");
    if (!options.out.empty() && !write_beside(report, options.out, err)) return 1;
  }
  return 0;
}

int write_findings(const LabOptions& options, const std::filesystem::path& file, std::ostream& err) {
  std::string text =
      "# Findings\n\nWhat the rules do, as measured, whether or not it is what the text claims. Written by "
      "`technotariat lab report " +
      file.generic_string() +
      "`; any row can be had again with `technotariat lab run NAME`. Arms are played in worlds of the same seeds, "
      "effects are paired by "
      "seed, intervals are Student's t over seeds at 95 %. *Supported* and *contradicted* ask that the interval "
      "excludes zero and that the "
      "mean is at least the smallest effect of interest, written down before; *no effect seen* that the whole interval "
      "lies below it; "
      "the rest is *undecided*. Each interval covers 95 % by itself: among many rows a few are wrong by chance.\n\n";
  std::string lacking;
  for (const Study& study : all_studies()) {
    if (!study.lacking.empty()) {
      lacking += "- **" + study.name + "**: " + study.claim + " Not run: " + study.lacking + ".\n";
      continue;
    }
    text += to_markdown(study.run(options_for(study, options, err)));
  }
  if (!lacking.empty()) text += "## Not measured yet\n\n" + lacking;
  while (text.ends_with("\n\n")) text.pop_back();
  if (auto written = write_file(file, text); !written) {
    err << "technotariat lab: " << written.error().text() << '\n';
    return 1;
  }
  return 0;
}

}  // namespace tt::tournament::lab
