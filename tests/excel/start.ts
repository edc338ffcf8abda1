import { readFileSync } from "node:fs";
import path from "node:path";
import type { Session } from "../../src/excel";
import { openSession } from "../../src/excel";
import { fill } from "../../src/locale";
import { excel as sentences } from "../../src/locale/id/excel";
import type { Outcome } from "../../src/locale/problem";
import type { FunctionsFile } from "../../workbench/host/functions";
import { functionsMetadata } from "../../src/functions/metadata-plugin";
import { type BootOptions, bootExcel, type ExcelHarness } from "../harness/excel";

/** Bandar Lampung 2023 (Keputusan Menteri PANRB 13/2024): the published levels, index 2.1545, Cukup. */
export const BANDAR_LAMPUNG: readonly number[] = Object.values(
  (
    JSON.parse(readFileSync(path.join(__dirname, "../golden/cases/bandar-lampung_2023.json"), "utf8")) as {
      indicators: Record<string, number>;
    }
  ).indicators,
);

export const NOW = new Date(2023, 10, 21, 14, 32, 5);

/** Excel at the floor that we support: later API sets are refused by the client. */
export async function boot(options: BootOptions = {}): Promise<ExcelHarness> {
  const excel = await bootExcel({ apiVersion: "1.14", ...options });
  await import("../../src/functions");
  const metadata = (await functionsMetadata(path.join(__dirname, "../../src/functions"))) as FunctionsFile;
  excel.registerFunctions(metadata);
  hostErrors = () => excel.host.requests.flatMap(({ error }) => error ?? []);
  return {
    ...excel,
    get host() {
      return excel.host;
    },
    newWorkbook: () => {
      excel.newWorkbook();
      excel.registerFunctions(metadata);
    },
  };
}

export const start = (): Session => openSession({ now: () => NOW, pause: 5 });

export const CHOICE = {
  instrument: "spbe-2020",
  agency: "Pemerintah Kota Bandar Lampung",
  year: 2023,
  opd: null,
} as const;

/** What the host refused last, for the message of a failing test. */
let hostErrors: () => readonly string[] = () => [];

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify([outcome.problem, ...hostErrors()]));
  return outcome.value;
}

/** The three sentences that a person reads, in Bahasa Indonesia; fails where one is missing or keeps a placeholder. */
export function sentencesOf(outcome: Outcome<unknown>): readonly string[] {
  if (outcome.ok) throw new Error("expected a problem");
  const { code, params } = outcome.problem;
  return (["what", "kept", "next"] as const).map((part) => {
    const text = (sentences as Record<string, string>)[`problem.${code}.${part}`];
    if (text === undefined) throw new Error(`no sentence for ${code}.${part}`);
    const filled = fill(text, params);
    if (/[{}]/.test(filled)) throw new Error(`unfilled: ${filled}`);
    return filled;
  });
}

/** Writes the levels into the column Tingkat as a person who pastes a block does. */
export async function pasteLevels(levels: readonly (number | string | boolean)[]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Penilaian").getRange(`G6:G${5 + levels.length}`).values = levels.map(
      (level) => [level],
    );
    await context.sync();
  });
}

/** Requests that ask or change something; the client's own letting go of objects is none. */
export function countTrips(excel: ExcelHarness): { readonly count: () => number; readonly reset: () => void } {
  let count = 0;
  const execute = excel.host.execute.bind(excel.host);
  excel.host.execute = (body: string) => {
    const { Actions } = JSON.parse(body) as { Actions: { ActionType: number; Name: string }[] };
    const isOurs = Actions.some(
      ({ ActionType, Name }, at) => Name !== "_RemoveReference" && (at > 0 || ActionType !== 1),
    );
    if (isOurs) count += 1;
    return execute(body);
  };
  return { count: () => count, reset: () => (count = 0) };
}
