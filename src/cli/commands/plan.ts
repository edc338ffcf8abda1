import { planningOf } from "../../instrument/planning";
import { planOf } from "../../assessment/plan";
import { planDocument } from "../../assessment/plan-document";
import { readCapacityRows, readDay, readEffortRows, readTarget, requestOf } from "../../assessment/plan-input";
import { differenceText, missingTexts, planText, reasonText, unreachableTexts } from "../../assessment/plan-text";
import type { Plan } from "../../assessment/plan-types";
import { roundHalfUp } from "../../assessment/ratio";
import { indicatorsOf } from "../../assessment/score";
import { localDecimal, type Locale } from "../../locale";
import { type Answer, CommandProblem, EXIT } from "../answer";
import { orThrow, readAssessmentFile, readRows } from "../input";
import { table } from "../table";
import { say } from "../texts";

export interface PlanCommandOptions {
  readonly target: string;
  readonly instrument?: string;
  readonly effort?: string;
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
export async function planCommand(file: string, options: PlanCommandOptions, locale: Locale): Promise<Answer> {
  const assessment = await readAssessmentFile(file, options.instrument);
  const { instrument } = assessment;
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
      capacities: orThrow(readCapacityRows(await readRows(options.capacity)), options.capacity),
    }),
    ...(start && { start: orThrow(readDay(start), start) }),
    ...(options.deadline && { deadline: orThrow(readDay(options.deadline), options.deadline) }),
    ...(options.shared && { documents: planningOf(instrument.id).documents }),
    ...(options.effort && {
      effort: orThrow(readEffortRows(instrument, await readRows(options.effort)), options.effort),
    }),
  });
  const reached = outcome.kind === "plan";
  return {
    document: planDocument(outcome, locale),
    lines: reached ? planLines(outcome.plan, locale) : unreachableTexts(outcome.unreachable, locale),
    exitCode: reached ? EXIT.fine : EXIT.attention,
  };
}

/** The plan in one line, its steps, and the second choice with why it lost. */
function planLines(plan: Plan, locale: Locale): string[] {
  const two = (value: Plan["to"]): string => localDecimal(roundHalfUp(value, 2), locale);
  const number = (value: number): string => localDecimal(String(value), locale);
  const indicators = indicatorsOf(plan.request.instrument);
  if (plan.steps.length === 0) return [say(locale, "cli.plan.already", { target: two(plan.target) })];
  const steps = table(
    [
      ">No",
      say(locale, "cli.heading.indicator"),
      say(locale, "cli.heading.opd"),
      `>${say(locale, "cli.heading.from")}`,
      `>${say(locale, "cli.heading.to")}`,
      `>${say(locale, "cli.heading.effort")}`,
      `>${say(locale, "cli.heading.gain")}`,
    ],
    plan.steps.map((step) => [
      String(step.indicator),
      indicators[step.indicator - 1]?.shortName ?? "",
      step.opd.join("; "),
      number(step.from),
      number(step.to),
      number(step.effort),
      localDecimal(roundHalfUp(step.gain, 4), locale),
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
  return [line, ...missingTexts(plan, locale), "", ...steps, ...runnerUp, "", planText("plan.estimate", locale)];
}
