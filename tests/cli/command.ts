import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/cli/program";

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

/** Runs `spbe` in this process. */
export async function spbe(...args: readonly string[]): Promise<Ran> {
  let out = "";
  let error = "";
  const exitCode = await run(args, { out: (text) => (out += text), error: (text) => (error += text) });
  return { exitCode, out, error };
}

/** Runs `spbe … --json`; the whole of stdout must be one document. */
export async function spbeJson<T>(...args: readonly string[]): Promise<{ exitCode: number; document: T }> {
  const { exitCode, out } = await spbe(...args, "--json");
  return { exitCode, document: JSON.parse(out) as T };
}

/** A folder for one test file, removed afterwards. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(path.join(tmpdir(), "spbe-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => path.join(folder, name);
}
