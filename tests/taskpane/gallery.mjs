// Pictures of every view on demand: node tests/taskpane/gallery.mjs [state …]
import { spawnSync } from "node:child_process";

const states = process.argv.slice(2).join(",");
const { status } = spawnSync(process.execPath, ["node_modules/jest/bin/jest.js", "tests/taskpane/gallery.test.ts"], {
  stdio: "inherit",
  env: { ...process.env, GALLERY: states || "all" },
});
process.exit(status ?? 1);
