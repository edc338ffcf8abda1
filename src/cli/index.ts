import { run } from "./program";

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
