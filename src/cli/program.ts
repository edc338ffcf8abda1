import { Command, CommanderError, Option } from "commander";
import { INSTRUMENTS } from "../instrument";
import type { Locale } from "../locale";
import type { Problem } from "../locale/problem";
import { type Answer, CommandProblem, EXIT, type ExitCode } from "./answer";
import { compareCommand } from "./commands/compare";
import { demoCommand } from "./commands/demo";
import { indexCommand } from "./commands/index-command";
import { mergeCommand } from "./commands/merge";
import { planCommand } from "./commands/plan";
import { rankCommand } from "./commands/rank";
import { templateCommand } from "./commands/template";
import { validateCommand } from "./commands/validate";
import { localeOf, optionValues } from "./option-values";
import { type CliKey, problemLines, say } from "./texts";

/** Where the command speaks to; passed in so that tests hear it. */
export interface Console {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

interface Shared {
  readonly json?: boolean;
  readonly lang: Locale;
}

/** Runs `spbe` with its arguments; answers the exit code. Nothing but the JSON document reaches `out` with --json. */
export async function run(args: readonly string[], console: Console): Promise<ExitCode> {
  const locale = localeOf(args);
  let exitCode: ExitCode = EXIT.fine;

  const finish = async (options: Shared, work: Promise<Answer>): Promise<void> => {
    const answer = await work;
    if (options.json) console.out(`${JSON.stringify(answer.document, null, 2)}\n`);
    else console.out(`${answer.lines.join("\n")}\n`);
    exitCode = answer.exitCode;
  };
  const program = programFor(locale, finish, console);
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommandProblem) {
      complain(error.problem, locale, console);
      return EXIT.unusable;
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.fine;
      if (error.code === "commander.help") console.error(program.helpInformation());
      else complain({ code: "USAGE", params: { detail: usageDetail(error, locale) } }, locale, console);
      return EXIT.unusable;
    }
    const detail = error instanceof Error ? error.message : String(error);
    complain({ code: "UNEXPECTED", params: { detail } }, locale, console);
    return EXIT.unusable;
  }
  return exitCode;
}

/** A problem with a file names it, whether or not its sentence does. */
function complain(problem: Problem, locale: Locale, console: Console): void {
  const text = problemLines(problem, locale).join("\n");
  const file = typeof problem.params.file === "string" ? problem.params.file : "";
  console.error(text.includes(file) ? `${text}\n` : `${file}: ${text}\n`);
}

const USAGE: Readonly<Record<string, CliKey>> = {
  "commander.unknownCommand": "cli.usage.command",
  "commander.unknownOption": "cli.usage.option",
  "commander.missingArgument": "cli.usage.argument",
  "commander.missingMandatoryOptionValue": "cli.usage.mandatory",
  "commander.optionMissingArgument": "cli.usage.value",
};

/** What is wrong with the call, with the word that the parser put in quotes. */
function usageDetail(error: CommanderError, locale: Locale): string {
  const word = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  return say(locale, USAGE[error.code] ?? "cli.usage.other", { word });
}

type Finish = (options: Shared, work: Promise<Answer>) => Promise<void>;

function programFor(locale: Locale, finish: Finish, console: Console): Command {
  const text = (key: CliKey, params?: Record<string, string>): string => say(locale, key, params);
  const program = new Command("spbe")
    .description(text("cli.about"))
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: () => undefined });
  const { count, counts, year } = optionValues(locale);
  const ids = INSTRUMENTS.map(({ id }) => id).join(", ");
  const instrument = new Option("--instrument <id>", text("cli.option.instrument", { ids }));

  const command = (usage: string, about: CliKey): Command =>
    program
      .command(usage)
      .description(text(about))
      .option("--json", text("cli.option.json"))
      .addOption(new Option("--lang <id|en>", text("cli.option.lang")).choices(["id", "en"]).default("id"));

  command("template", "cli.template.about")
    .requiredOption("--out <path>", text("cli.option.out"))
    .addOption(instrument)
    .option("--agency <name>", text("cli.option.agency"))
    .option("--year <n>", text("cli.option.year"), year)
    .option("--assign <csv>", text("cli.option.assign"))
    .option("--from <file>", text("cli.option.from"))
    .option("--force", text("cli.option.force"))
    .action((options) => finish(options, templateCommand(options, locale, console.error)));
  command("index <file>", "cli.index.about")
    .addOption(instrument)
    .action((file: string, options) => finish(options, indexCommand(file, options, locale)));
  command("validate <file>", "cli.validate.about")
    .addOption(instrument)
    .action((file: string, options) => finish(options, validateCommand(file, options, locale)));
  command("merge <paths...>", "cli.merge.about")
    .requiredOption("--out <file>", text("cli.option.out"))
    .option("--base <file>", text("cli.option.base"))
    .option("--force", text("cli.option.force"))
    .option("--jobs <n>", text("cli.option.jobs"), count)
    .action((paths: string[], options) => finish(options, mergeCommand(paths, options, locale, console.error)));
  command("plan <file>", "cli.plan.about")
    .requiredOption("--target <n>", text("cli.option.target"))
    .addOption(instrument)
    .option("--effort <csv>", text("cli.option.effort"))
    .option("--lock <numbers>", text("cli.option.lock"), counts)
    .option("--max <level>", text("cli.option.max"), count)
    .option("--capacity <csv>", text("cli.option.capacity"))
    .option("--start <date>", text("cli.option.start"))
    .option("--deadline <date>", text("cli.option.deadline"))
    .option("--shared", text("cli.option.shared"))
    .action((file: string, options) => finish(options, planCommand(file, options, locale, console.error)));
  command("compare <file> [newer]", "cli.compare.about")
    .addOption(instrument)
    .option("--year <n>", text("cli.option.historyYear"), year)
    .option("--merge", text("cli.option.merge"))
    .action((file: string, newer: string | undefined, options) =>
      finish(options, compareCommand(file, newer, options, locale, console.error)),
    );
  command("rank", "cli.rank.about")
    .requiredOption("--index <n>", text("cli.option.index"))
    .requiredOption("--group <name>", text("cli.option.group"))
    .requiredOption("--year <n>", text("cli.option.year"), year)
    .option("--province <name>", text("cli.option.province"))
    .action((options) => finish(options, rankCommand(options, locale)));
  command("demo", "cli.demo.about")
    .option("--out <file>", text("cli.option.out"), "out/contoh-bandar-lampung-2023.xlsx")
    .option("--force", text("cli.option.force"))
    .action((options) => finish(options, demoCommand(options, locale)));
  return program;
}
