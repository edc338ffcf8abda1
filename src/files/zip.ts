import { zip } from "fflate";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Local time, as zip files keep it: equal files make equal archives. */
const TIME = new Date(1980, 0, 1);
/** What Windows does not take in a file name. */

const UNSAFE = /[\u0000-\u001f<>:"/\\|?*]+/g;

/**
 * One archive of the files, in order. Names become safe for any file system and differ in more than case: a second
 * "Dinas.xlsx" is "Dinas (2).xlsx". Workbooks are packed already and only stored.
 */
export function zipFiles(files: readonly NamedBytes[]): Promise<Uint8Array> {
  const taken = new Set<string>();
  const entries = files.map(({ name, bytes }) => [freeName(name, taken), [bytes, { level: 0, mtime: TIME }]] as const);
  return new Promise((resolve, reject) =>
    zip(Object.fromEntries(entries) as Parameters<typeof zip>[0], (error, data) =>
      error ? reject(error) : resolve(data),
    ),
  );
}

function freeName(name: string, taken: Set<string>): string {
  const safe = name.replace(UNSAFE, "-").replace(/^\.+/, "").trim() || "buku";
  // Names become keys in the packer, and this one would set what all keys inherit from.
  if (safe === "__proto__") return freeName("proto", taken);
  const dot = safe.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ""];
  let free = safe;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${stem} (${n})${extension}`;
  taken.add(free.toLowerCase());
  return free;
}
