import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { planOf, type PlanRequest } from "../../src/assessment/plan";
import { planDocument } from "../../src/assessment/plan-document";
import { needOf } from "../../src/assessment/plan-model";
import { parseRatio, ratio, roundHalfUp } from "../../src/assessment/ratio";
import { scoreOf } from "../../src/assessment/score";
import { lexOptimum } from "./plan-milp";
import { startHighs } from "./start-highs";

/** One folder per city: input.json says which levels are made up and what was published; expected.json is the command's JSON. */
const ROOT = join(__dirname, "../golden/plan");
interface Input {
  readonly published: string;
  readonly domains: readonly string[] | null;
  readonly target: string;
  readonly note: string;
  readonly levels: readonly number[];
  readonly owners: readonly string[];
}
const read = <T>(city: string, file: string): T => JSON.parse(readFileSync(join(ROOT, city, file), "utf8")) as T;

describe.each(readdirSync(ROOT))("%s", (city) => {
  const input = read<Input>(city, "input.json");
  const request: PlanRequest = {
    instrument: DEFAULT_INSTRUMENT,
    levels: input.levels,
    target: parseRatio(input.target) ?? ratio(5),
    owners: input.owners.map((opd) => opd.split("; ")),
  };

  test("its levels, made up as its note says, agree with the published index and domain values", () => {
    const score = scoreOf(DEFAULT_INSTRUMENT, input.levels);
    expect(input.note).toMatch(/rekaan/);
    expect(roundHalfUp(score.index, 2)).toBe(input.published);
    if (input.domains) expect(score.domains.map(({ value }) => roundHalfUp(value, 2))).toEqual(input.domains);
  });

  test("gets the plan that is written down for it", () => {
    expect(planDocument(planOf(request))).toEqual(read(city, "expected.json"));
  });

  test("and that plan is the optimum of an integer programme", async () => {
    const document = planDocument(planOf(request));
    const best = lexOptimum(await startHighs(), request, needOf(request), 3);
    expect(best?.effort).toBe(document.effort);
    expect(best?.gain).toBe(Math.round((Number(document.to) - Number(document.from)) * 1_000_000));
    expect(document.steps.reduce((sum, { gain }) => sum + Math.round(Number(gain) * 1_000_000), 0)).toBe(best?.gain);
  }, 60_000);
});
