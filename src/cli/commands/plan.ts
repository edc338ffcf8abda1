import { planningOf } from "../../instrument/planning";
import type { Instrument } from "../../instrument/types";
import { officesOf } from "../../assessment/offices";
import { planOf } from "../../assessment/plan";
import { planDocument } from "../../assessment/plan-document";
import { readCapacityRows, readDay, readEffortRows, readTarget, requestOf } from "../../assessment/plan-input";
import { differenceText, estimateText, missingTexts, reasonText, unreachableTexts } from "../../assessment/plan-text";
import type { Plan } from "../../assessment/plan-types";
import { roundHalfUp } from "../../assessment/ratio";
import { indicatorsOf } from "../../assessment/score";
import { localDate, localDecimal, type Locale } from "../../locale";
import { type Answer, CommandProblem, EXIT } from "../answer";
import { orThrow, readAssessmentFile, readRows } from "../input";
import { table } from "../table";
import { say } from "../texts";

export interface PlanCommandOptions {
  readonly target: string;
  readonly instrument?: string;
  readonly effort?: string;
  readonly json?: boolean;
  readonly lock?: readonly number[];
  readonly max?: number;
  /** CSV of how many indicators an OPD can raise. */
  readonly capacity?: string;
  /** Days: only steps that end by the deadline, counted from the start (the assessment's day without one). */
  readonly start?: string;
  readonly deadline?: string;
  /** Count the documents that serve several indicators once. */
  readonly shared?: boolean;
}

/** `spbe plan FILE --target N`: the cheapest steps to the target. Exit code 1 when it cannot be reached. */
export async function planCommand(
  file: string,
  options: PlanCommandOptions,
  locale: Locale,
  report: (text: string) => void,
): Promise<Answer> {
  const assessment = await readAssessmentFile(file, options.instrument);
  const { instrument } = assessment;
  checkLimits(instrument, options, locale);
  const start = options.start ?? assessment.identity.assessmentDate ?? undefined;
  if (options.deadline && !start)
    throw new CommandProblem({
      code: "USAGE",
      params: { detail: say(locale, "cli.usage.mandatory", { word: "--start" }) },
    });
  const outcome = planOf({
    ...requestOf(assessment, orThrow(readTarget(instrument, options.target), options.target)),
    ...(options.lock && { locks: options.lock }),
    ...(options.max !== undefined && { maxLevel: options.max }),
    ...(options.capacity && {
      capacities: orThrow(readCapacityRows(await readRows(options.capacity), officesOf(assessment)), options.capacity),
    }),
    ...(start && { start: orThrow(readDay(start), start) }),
    ...(options.deadline && { deadline: orThrow(readDay(options.deadline), options.deadline) }),
    ...(options.shared && { documents: planningOf(instrument.id).documents }),
    ...(options.effort && {
      effort: orThrow(readEffortRows(instrument, await readRows(options.effort)), options.effort),
    }),
  });
  const document = planDocument(outcome, locale);
  if (outcome.kind === "plan") return { document, lines: planLines(outcome.plan, locale), exitCode: EXIT.fine };
  const lines = unreachableTexts(outcome.unreachable, locale);
  // The document has no place for the reason.
  if (options.json) report(`${lines.join("\n")}\n`);
  return { document, lines, exitCode: EXIT.attention };
}

/** Ends the command where a lock or a limit names nothing that the instrument has. */
function checkLimits(instrument: Instrument, { lock, max }: PlanCommandOptions, locale: Locale): void {
  const last = indicatorsOf(instrument).length;
  const unknown = lock?.find((number) => number > last);
  const { scale } = instrument;
  const detail =
    unknown !== undefined
      ? say(locale, "cli.usage.lock", { word: unknown, last })
      : max !== undefined && (max < scale.min || max > scale.max)
        ? say(locale, "cli.usage.max", { word: max, min: scale.min, max: scale.max })
        : null;
  if (detail !== null) throw new CommandProblem({ code: "USAGE", params: { detail } });
}

/** The plan in one line, its steps, and the second choice with why it lost. */
function planLines(plan: Plan, locale: Locale): string[] {
  const two = (value: Plan["to"]): string => localDecimal(roundHalfUp(value, 2), locale);
  const number = (value: number): string => localDecimal(String(value), locale);
  const indicators = indicatorsOf(plan.request.instrument);
  if (plan.steps.length === 0) return [say(locale, "cli.plan.already", { target: two(plan.target) })];
  const isDated = plan.steps.some(({ due }) => due !== null);
  const steps = table(
    [
      ">No",
      say(locale, "cli.heading.indicator"),
      say(locale, "cli.heading.opd"),
      `>${say(locale, "cli.heading.from")}`,
      `>${say(locale, "cli.heading.to")}`,
      `>${say(locale, "cli.heading.effort")}`,
      `>${say(locale, "cli.heading.gain")}`,
      ...(isDated ? [say(locale, "cli.heading.due")] : []),
    ],
    plan.steps.map((step) => [
      String(step.indicator),
      indicators[step.indicator - 1]?.shortName ?? "",
      step.opd.join("; "),
      number(step.from),
      number(step.to),
      number(step.effort),
      localDecimal(roundHalfUp(step.gain, 4), locale),
      ...(step.due === null ? [] : [localDate(step.due, locale)]),
    ]),
  );
  const runnerUp = plan.runnerUp
    ? [
        "",
        say(locale, "cli.plan.runnerUp", { effort: number(plan.runnerUp.effort), to: two(plan.runnerUp.to) }),
        reasonText(plan, plan.runnerUp, locale),
        differenceText(plan, plan.runnerUp, locale),
      ]
    : [];
  const line = say(locale, "cli.plan.line", {
    from: two(plan.from),
    to: two(plan.to),
    target: two(plan.target),
    effort: number(plan.effort),
  });
  return [
    line,
    ...missingTexts(plan, locale),
    "",
    ...steps,
    ...runnerUp,
    "",
    estimateText(plan.request.instrument, locale),
  ];
}
