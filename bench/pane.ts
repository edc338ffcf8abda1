import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const KILO = 1000;
const zipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length / KILO;

/** What the pane's first script weighs on the wire, and what loads only when it is used. */
export function printPane(): void {
  const dist = __dirname;
  const first = path.join(dist, "taskpane.js");
  if (!existsSync(first)) return console.log("Panel: belum dibangun (npm run build)");
  console.log(`Skrip pertama panel: ${zipped(first).toFixed(1)} KB gzip (sasaran 215 KB)`);
  const later = readdirSync(dist).filter((name) => name.endsWith(".js") && !/^(taskpane|functions|spbe)/.test(name));
  for (const name of later) console.log(`  bila dipakai: ${name} ${zipped(path.join(dist, name)).toFixed(1)} KB`);
}
