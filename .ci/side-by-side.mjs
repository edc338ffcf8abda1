// Runs scripts of package.json at the same time: node .ci/side-by-side.mjs check build. Fails when one of them does; what
// each has to say is printed when it ends, so that nothing is mixed.
import { spawn } from "node:child_process";

const run = (script) =>
  new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", script], { shell: process.platform === "win32" });
    const said = [];
    child.stdout.on("data", (text) => said.push(text));
    child.stderr.on("data", (text) => said.push(text));
    child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (status) => {
      process.stdout.write(Buffer.concat([Buffer.from(`${script}: ${status === 0 ? "passed" : "failed"}\n`), ...said]));
      resolve(status === 0);
    });
  });

const passed = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = passed.every(Boolean) ? 0 : 1;
