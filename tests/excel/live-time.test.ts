import { writeFileSync } from "node:fs";
import { askedCriteria } from "../../src/assessment/maturity";
import { indicatorsOf } from "../../src/assessment/score";
import { openSession } from "../../src/excel";
import type { WorkbookState } from "../../src/excel/session";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import type { ExcelHarness } from "../harness/excel";
import { BANDAR_LAMPUNG, boot, CHOICE, countTrips, NOW, pasteLevels, valueOf } from "./start";

/** More edits and a file for the figures when the bench asks (bench/live.ts). */
const EDITS = Number(process.env.LIVE_EDITS ?? 4);
const FIGURES = process.env.LIVE_FIGURES;
const criteriaOf = (number: number): readonly string[] => {
  const indicator = indicatorsOf(DEFAULT_INSTRUMENT)[number - 1];
  return indicator?.levels.flatMap((level) => askedCriteria(indicator, level).map(({ id }) => id)) ?? [];
};
/** As the pane opens its session. */
const PAUSE = 250;

let excel: ExcelHarness;
jest.setTimeout(120_000);
beforeAll(async () => {
  excel = await boot({ calculationPause: true });
});
afterAll(async () => {
  // What the last edit set off is still under way.
  await excel.settle(2 * PAUSE);
  excel.close();
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

test("each edit of the full template reaches the findings by one read of the touched sheet", async () => {
  const session = openSession({ now: () => NOW, pause: PAUSE });
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  const first = valueOf(await session.read());
  if (first.kind !== "assessment") throw new Error(first.kind);
  let heard: (state: WorkbookState) => void = () => undefined;
  const stop = session.onChange((state) => heard(state));
  await excel.settle(400);
  const trips = countTrips(excel);
  const milliseconds: number[] = [];
  const reads: number[] = [];
  const asked = first.assessment.entries.flatMap(({ indicator, criteria }) =>
    criteriaOf(indicator).flatMap((id) => criteria.get(id)?.cells.answer ?? []),
  );
  for (let at = 0; at < EDITS; at += 1) {
    const answer = asked[(at * 37) % asked.length];
    const [address, value] =
      at % 2 === 0 || !answer
        ? [`Penilaian!G${6 + ((at * 5) % 47)}`, 6]
        : [`${answer.sheet}!${answer.cell}`, "Sebagian"];
    trips.reset();
    const before = performance.now();
    const arrived = new Promise<void>((resolve) => {
      heard = (state) => {
        if (state.kind === "assessment") resolve();
      };
    });
    if (!(await excel.typeInto(address, value))) throw new Error(`${address} is locked`);
    await arrived;
    milliseconds.push(performance.now() - before);
    reads.push(trips.count());
  }
  stop();
  expect(Math.max(...reads)).toBe(1);
  if (FIGURES)
    writeFileSync(
      FIGURES,
      JSON.stringify({ edits: EDITS, pause: PAUSE, milliseconds: median(milliseconds), syncs: median(reads) }),
    );
});
