#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/serve.h"
#include "cli/trial.h"

namespace {

using namespace attune;

constexpr const char* kAbout =
    "Attune: practice supporting people in distress with simulated clients.\n"
    "Not a crisis service, not therapy, not diagnosis; not for screening or monitoring real "
    "people.";

using Chosen = std::function<base::Result<void>()>;

void add_talk(CLI::App& app, const char* name, const char* about, cli::TalkOptions& options,
              Chosen& chosen, base::Result<void> (*run)(const cli::TalkOptions&)) {
  CLI::App* command = app.add_subcommand(name, about);
  command->add_option("CASE", options.case_id, "client, as `attune cases` lists them")->required();
  command->add_option("--seed", options.seed, "equal seeds and turns give equal talks")
      ->capture_default_str();
  command->callback(
      [&chosen, &options, run] { chosen = [&options, run] { return run(options); }; });
}

void add_reach(CLI::App& command, cli::ReachOptions& options) {
  command.add_option("--model", options.model,
                     "language model that words the clients, by its name in the settings "
                     "(docs/formats/llm.md); without it they speak with written words");
  command.add_flag("--offline", options.offline, "let nothing leave this machine");
}

void add_debrief(CLI::App& app, cli::DebriefOptions& options, Chosen& chosen) {
  using cli::Format;
  static const std::map<std::string, Format> kFormats{
      {"text", Format::text}, {"json", Format::json}, {"html", Format::html}};
  CLI::App* command = app.add_subcommand(
      "debrief",
      "what a transcript shows its supporter: safety, what worked, moments to look at again, "
      "figures; not for screening or monitoring real people");
  command
      ->add_option("FILE", options.file,
                   "talks: JSON lines, chat completions, CSV, or a log of Attune "
                   "(docs/formats/transcript.md)")
      ->required();
  command->add_option("--format", options.format, "text, json or html; else by the name of --out")
      ->transform(CLI::CheckedTransformer(kFormats));
  command->add_option("--out", options.out, "file to write; else printed");
  command->add_option("--talk", options.talk, "id or number of one talk; else all");
  command->add_option("--client", options.client, "what the file calls the client");
  command->add_option("--protocol", options.protocol,
                      "file of a service's steps: which were done (docs/formats/protocol.md)");
  command->add_option("--case", options.case_id,
                      "client that the talk was with: for the name and pronouns");
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_debrief(options); }; });
}

void add_team(CLI::App& command, cli::ServeOptions& serve) {
  CLI::Option* team = command.add_flag("--team", serve.for_team,
                                       "for people with accounts (docs/running-a-service.md)");
  const auto with_team = [team](CLI::Option* option) { return option->needs(team); };
  with_team(
      command.add_option("--public", serve.address,
                         "address by which people reach it, like https://attune.example.org"));
  with_team(command.add_option("--name", serve.terms.name, "of the service, as people know it"));
  with_team(command.add_option("--keep-days", serve.terms.days,
                               "until the words of a new talk are erased; 0 keeps them"))
      ->check(CLI::Range(0, 3650))
      ->option_text("90 (default)");
  with_team(command.add_flag("--announce-reading", serve.terms.announced,
                             "supervisors read all talks, and people are told before each"));
  with_team(command.add_flag("--ask-research", serve.terms.research,
                             "ask people whether a talk may go into research"));
}

void add_serve(CLI::App& app, cli::ServeOptions& serve, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("serve", "the page and its server");
  command->add_option("--host", serve.host, "address to listen on; loopback unless for a team")
      ->capture_default_str();
  command->add_option("--port", serve.port, "port to listen on")->capture_default_str();
  command->add_option("--data", serve.data, "folder for all that it writes");
  add_reach(*command, serve.reach);
  add_team(*command, serve);
  const std::map<std::string, coach::OwnStory> stances{
      {"welcome", coach::OwnStory::welcome},
      {"with_permission", coach::OwnStory::with_permission},
      {"no", coach::OwnStory::no}};
  command
      ->add_option("--own-story", serve.own_story,
                   "how the service sees supporters who tell of themselves: a remark is made only "
                   "where it is not welcome as it was told")
      ->transform(CLI::CheckedTransformer(stances))
      ->option_text("welcome (default), with_permission or no");
  command->callback([&serve, &chosen] { chosen = [&serve] { return cli::run_serve(serve); }; });
}

void add_simulate(CLI::App& app, cli::SimulateOptions& options, Chosen& chosen) {
  options.bulk.threads = std::max(1U, std::thread::hardware_concurrency());
  CLI::App* command = app.add_subcommand(
      "simulate", "talks of every client with scripted supporters; events as JSON lines");
  command->add_option("--sessions", options.bulk.sessions, "how many talks")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--turns", options.bulk.turns, "of the supporter in each, at most")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--seed", options.bulk.seed, "of the first talk")->capture_default_str();
  command->add_option("--threads", options.bulk.threads)
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--out", options.out, "file to write")->required();
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_simulate(options); }; });
}

void add_study(CLI::App& app, cli::StudyDemoOptions& options, Chosen& chosen) {
  CLI::App* study = app.add_subcommand("study", "studies by simulation")->require_subcommand(1);
  CLI::App* command = study->add_subcommand(
      "demo", "a worked example: simulated supporters and raters of known habits, found again");
  command->add_option("--seed", options.demo.seed, "another seed, another draw")
      ->capture_default_str();
  command->add_option("--experts", options.demo.experts, "5 or 6, as the published study had")
      ->check(CLI::Range(5, 6))
      ->capture_default_str();
  command->add_option("--out", options.out, "folder for report, talks and ratings");
  command->add_flag("--json", options.json, "print JSON");
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_study_demo(options); }; });
}

void add_train(CLI::App& app, cli::TrainOptions& options, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("train", "train a reader's head from public data");
  command
      ->add_option(
          "HEAD", options.head,
          "spelling, words, emotion, fine, valence, arousal, skills, talk, risk or empathy")
      ->required();
  command->add_option("--from", options.from, "folder of the public data")->required();
  command->add_option("--out", options.out, "model file to write")->required();
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_train(options); }; });
}

void add_agree(CLI::App& app, cli::AgreeOptions& options, Chosen& chosen) {
  CLI::App* command = app.add_subcommand(
      "agree", "how far raters agree, with intervals: a table with the columns item, rater, value");
  command
      ->add_option("FILE", options.file,
                   "CSV, where a column conversation groups items; or JSON lines with id, ratings")
      ->required();
  command->add_option("--level", options.level, "what the values are")
      ->check(CLI::IsMember({"nominal", "ordinal", "interval"}))
      ->capture_default_str();
  command->add_option("--absent", options.absent, "a value that stands for no rating, such as 0");
  command->add_flag("--json", options.json, "print JSON");
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_agree(options); }; });
}

void add_fit(CLI::App& app, cli::FitOptions& options, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("fit", "what follows what in real talks, beside the mind's coefficients");
  command->add_option("--from", options.from, "folder of the public data (docs/data.md)")
      ->required();
  command->add_option("--out", options.out, "file to write, Markdown or .json; else printed");
  command->callback([&options, &chosen] { chosen = [&options] { return cli::run_fit(options); }; });
}

void add_preview(CLI::App& cases, cli::PreviewOptions& options, Chosen& chosen) {
  CLI::App* command = cases.add_subcommand(
      "preview", "talk with a client from a file, in any state, and see what moves them");
  command->add_option("FILE", options.file)->required();
  command->add_option("--seed", options.seed)->capture_default_str();
  command->add_option("--trust", options.trust, "at the beginning")->check(CLI::Range(0.0, 1.0));
  command->add_option("--guard", options.guard, "at the beginning")->check(CLI::Range(0.0, 1.0));
  command->add_option("--distress", options.distress, "at the beginning")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--told", options.told, "layers that are out already")->delimiter(',');
  CLI::Option* save = command->add_option("--save", options.save, "file for the talk's events");
  for (const char* state : {"--trust", "--guard", "--distress", "--told"})
    save->excludes(command->get_option(state));
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_case_preview(options); }; });
}

void add_new(CLI::App& cases, cli::NewCaseOptions& options, Chosen& chosen) {
  CLI::App* command = cases.add_subcommand("new", "a case file to fill in, ID.yaml in this folder");
  command->add_option("ID", options.id, "lower-case letters, digits and '-'")->required();
  command->add_option("--name", options.name);
  command->add_option("--story", options.story, "a text file: who they are and what happened");
  command->add_option("--model", options.reach.model,
                      "language model that writes a draft from the story, by its name in the "
                      "settings (docs/formats/llm.md)");
  command->add_flag("--offline", options.reach.offline, "let nothing leave this machine");
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_case_new(options); }; });
}

void add_comment(CLI::App& cases, cli::CommentOptions& options, Chosen& chosen) {
  CLI::App* command = cases.add_subcommand(
      "comment", "make an expert's comment on a reply a principle of the client's case");
  command->add_option("CASE", options.person, "client, as `attune cases` lists them, or case file")
      ->required();
  command->add_option("--talk", options.talk, "the talk, from `attune chat --save` or the server")
      ->required();
  command->add_option("--turn", options.turn, "whose reply is commented on; 0 is the opening")
      ->required()
      ->check(CLI::NonNegativeNumber);
  command->add_option("--principle", options.principle, "the comment as a rule, one sentence")
      ->required();
  command->add_option("--never", options.never, "words that they do not say; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--reply", options.replies, "what they say instead; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--by", options.by, "who said it, and when");
  command->add_option("--id", options.id, "a name for it; else made of its first words");
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_case_comment(options); }; });
}

void add_place(CLI::App& command, cli::PeopleOptions& options) {
  command.add_option("--role", options.role, "what they may do and see (docs/roles.md)")
      ->check(CLI::IsMember({"trainee", "supporter", "expert", "supervisor", "admin"}))
      ->required();
  command.add_option("--group", options.group, "as whom they rate")
      ->check(CLI::IsMember({"peer", "lived_experience", "expert"}))
      ->capture_default_str();
}

void add_people(CLI::App& app, cli::PeopleOptions& options, Chosen& chosen) {
  CLI::App* people =
      app.add_subcommand("people", "the accounts of team mode")->require_subcommand(1);
  const auto add = [&](const char* name, const char* about,
                       base::Result<void> (*run)(const cli::PeopleOptions&)) {
    CLI::App* command = people->add_subcommand(name, about);
    command->add_option("--data", options.data, "folder of `attune serve --data`");
    command->callback(
        [&chosen, &options, run] { chosen = [&options, run] { return run(options); }; });
    return command;
  };
  const auto takes_name = [&](CLI::App* command) {
    command->add_option("NAME", options.name, "to sign in with")->required();
    return command;
  };
  add_place(
      *takes_name(add("add", "make an account; the first admin is made so", cli::run_people_add)),
      options);
  add("list", "all accounts, one a line", cli::run_people_list);
  CLI::App* invite =
      add("invite", "a link with which one person makes an account", cli::run_people_invite);
  add_place(*invite, options);
  invite->add_option("--public", options.address, "the page's address, as people open it")
      ->capture_default_str();
  takes_name(add("password", "set a new password", cli::run_people_password));
  takes_name(add("disable", "let somebody sign in no more", cli::run_people_disable));
}

void add_export(CLI::App& app, cli::ExportOptions& options, Chosen& chosen) {
  CLI::App* command = app.add_subcommand(
      "export", "talks whose supporters agreed to research, and what raters said, without names");
  command->add_option("--data", options.data, "folder of `attune serve --data`");
  command->add_option("--out", options.out, "folder to write into (docs/formats/research.md)")
      ->required();
  command->add_option("--key", options.key,
                      "file for who is behind the code names, to be kept apart; without it nobody "
                      "can tell afterwards");
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_export(options); }; });
}

void add_review(CLI::App& app, cli::ReviewOptions& options, Chosen& chosen) {
  CLI::App* review =
      app.add_subcommand("review", "what raters say of talks")->require_subcommand(1);
  const auto add = [&](const char* name, const char* about,
                       base::Result<void> (*run)(const cli::ReviewOptions&)) {
    CLI::App* command = review->add_subcommand(name, about);
    command->add_option("--data", options.data, "folder of `attune serve --data`");
    command->callback(
        [&chosen, &options, run] { chosen = [&options, run] { return run(options); }; });
    return command;
  };
  add("import", "take in ratings, of a program most often, as JSON lines", cli::run_review_import)
      ->add_option("FILE", options.file, "JSON lines (docs/formats/review.md)")
      ->required();
  add("export", "print the ratings that count as JSON lines", cli::run_review_export);
  add("talks", "the talks that may be reviewed, one a line", cli::run_review_talks);
}

struct CaseOptions {
  cli::NewCaseOptions fresh;
  cli::CardOptions card;
  cli::PreviewOptions preview;
  cli::CommentOptions comment;
  std::string file;
};

void add_case(CLI::App& app, CaseOptions& options, Chosen& chosen) {
  CLI::App* cases = app.add_subcommand("case", "work on case files")->require_subcommand(1);
  CLI::App* command =
      cases->add_subcommand("card", "how a client talks with several supporters, beside people");
  command->add_option("CASE", options.card.case_id, "client, as `attune cases` lists them")
      ->required();
  command->add_option("--data", options.card.data, "folder of the public data (docs/data.md)");
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_case_card(options.card); }; });
  command = cases->add_subcommand("check", "check a case file; exits 0 accepted, 1 refused");
  command->add_option("FILE", options.file)->required();
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_case_check(options.file); }; });
  add_new(*cases, options.fresh, chosen);
  add_preview(*cases, options.preview, chosen);
  add_comment(*cases, options.comment, chosen);
}

void add_protocols(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("protocols", "the protocols, one a line; or check one");
  const auto file = std::make_shared<std::filesystem::path>();  // kept by the callback
  command->add_option("FILE", *file, "a protocol to check instead (docs/formats/protocol.md)");
  command->callback([file, &chosen] { chosen = [file] { return cli::run_protocols(*file); }; });
}

void add_trial(CLI::App& app, Chosen& chosen) {
  CLI::App* trials = app.add_subcommand(
      "trial", "studies with people, from a plan to its report (docs/running-a-study.md)");
  trials->require_subcommand(1);
  const auto options = std::make_shared<cli::TrialOptions>();  // kept by the callbacks
  const auto add = [&](const char* name, const char* about,
                       base::Result<void> (*run)(const cli::TrialOptions&)) {
    CLI::App* command = trials->add_subcommand(name, about);
    command->callback(
        [&chosen, options, run] { chosen = [options, run] { return run(*options); }; });
    return command;
  };
  CLI::App* check = add("check", "whether a plan can be followed", cli::run_trial_check);
  CLI::App* power = add("power", "how many people a plan takes", cli::run_trial_power);
  CLI::App* rehearse =
      add("rehearse", "the whole study with made-up people, to see the report beforehand",
          cli::run_trial_rehearse);
  for (CLI::App* command : {check, power, rehearse})
    command->add_option("PLAN", options->plan, "docs/formats/trial.md")->required();
  rehearse->add_option("--people", options->people, "to be enrolled; else as the plan says")
      ->check(CLI::Range(2, 10000));
  rehearse
      ->add_option("--effect", options->effect,
                   "put into the primary outcome, in standard deviations")
      ->capture_default_str();
  rehearse->add_option("--seed", options->seed)->capture_default_str();
  rehearse->add_option("--out", options->out, "folder for the report and the export");
  CLI::App* report = add("report", "what a study says", cli::run_trial_report);
  CLI::App* data = add("export", "all its figures, without names", cli::run_trial_export);
  for (CLI::App* command : {report, data}) {
    command->add_option("ID", options->id, "of the study")->required();
    command->add_option("--data", options->data, "folder of `attune serve --data`");
  }
  report->add_option("--out", options->out, "file to write, .html or .json, else text");
  data->add_option("--out", options->out, "folder to write")->required();
}

void add_egress(CLI::App& app, cli::EgressOptions& options, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("egress", "all that left for language models, by the ledger");
  command->add_option("--data", options.data, "folder of `attune serve --data`");
  command->add_option("--last", options.last, "requests to show")->capture_default_str();
  command->callback(
      [&options, &chosen] { chosen = [&options] { return cli::run_egress(options); }; });
}

int run(int argc, char** argv) {
  CLI::App app{kAbout, "attune"};
  app.require_subcommand(1);
  app.set_version_flag("--version", ATTUNE_VERSION);
  Chosen chosen;
  cli::ServeOptions serve;
  cli::TalkOptions talk;
  cli::TrainOptions train;
  cli::FitOptions fit;
  cli::AgreeOptions agree;
  cli::SimulateOptions simulate;
  cli::StudyDemoOptions study;
  CaseOptions cases;
  cli::EgressOptions egress;
  cli::DebriefOptions debrief;
  cli::PeopleOptions people;
  cli::ReviewOptions review;
  cli::ExportOptions research;

  add_serve(app, serve, chosen);

  add_talk(app, "chat", "talk with a client in the terminal", talk, chosen, cli::run_chat);
  add_reach(*app.get_subcommand("chat"), talk.reach);
  app.get_subcommand("chat")->add_option("--save", talk.save, "file for the talk's events");
  add_talk(app, "play", "supporter turns on standard input, one a line; events as JSON lines", talk,
           chosen, cli::run_play);
  add_talk(app, "follow", "a transcript as JSON lines on standard input; the mind rides along",
           talk, chosen, cli::run_follow);

  app.add_subcommand("read",
                     "turns as JSON lines on standard input to readings; not for screening or "
                     "monitoring real people")
      ->callback([&] { chosen = cli::run_read; });

  add_debrief(app, debrief, chosen);
  add_simulate(app, simulate, chosen);
  add_study(app, study, chosen);
  add_train(app, train, chosen);
  add_fit(app, fit, chosen);
  add_agree(app, agree, chosen);
  app.add_subcommand("models", "the readers, and how far each can be trusted")->callback([&] {
    chosen = cli::run_models;
  });
  add_egress(app, egress, chosen);
  app.add_subcommand("cases", "the clients, one a line")->callback([&] {
    chosen = cli::run_cases;
  });
  add_case(app, cases, chosen);
  add_protocols(app, chosen);
  add_people(app, people, chosen);
  add_review(app, review, chosen);
  add_export(app, research, chosen);
  add_trial(app, chosen);

  CLI11_PARSE(app, argc, argv);
  const base::Result<void> done = chosen();
  if (done) return EXIT_SUCCESS;
  std::cerr << "attune: " << done.error().message << '\n';
  return cli::exit_code(done.error().code);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "attune: a fault of our own, please report it: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
