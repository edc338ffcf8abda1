import { run } from "./program";

// Whoever reads may stop reading ("spbe … | head"): that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
