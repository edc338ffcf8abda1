/**
 * Live checking: the time from an edit in a cell to its finding, and the round trips it takes. Excel's client and the
 * workbench's host only run translated by jest, so the figures come from a test that measures (docs/decisions.md).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

interface Figures {
  readonly edits: number;
  /** Milliseconds that the session waits for the next edit of a pasted block or a fill. */
  readonly pause: number;
  /** Median of all edits, the pause included. */
  readonly milliseconds: number;
  readonly syncs: number;
}

const EDITS = "30";

export function printLive(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "spbe-live-"));
  const file = path.join(folder, "figures.json");
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["node_modules/jest/bin/jest.js", "tests/excel/live-time.test.ts", "--forceExit"],
      { env: { ...process.env, LIVE_EDITS: EDITS, LIVE_FIGURES: file }, encoding: "utf8" },
    );
    if (status !== 0) return console.log(`Pemeriksaan langsung: tidak terukur\n${stderr}`);
    const { edits, pause, milliseconds, syncs } = JSON.parse(readFileSync(file, "utf8")) as Figures;
    console.log(
      `Pemeriksaan langsung, templat penuh, ${edits} suntingan: ${milliseconds.toFixed(0)} ms dari sel ke temuan ` +
        `(median; ${pause} ms di antaranya jeda menunggu suntingan berikutnya), ${syncs} sync`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
