import path from "node:path";
import { startServer } from "./serve";

/** `node dist/workbench/server.js`: needs only dist/ and node_modules/ beside it. */
const dist = path.resolve(__dirname, "..");
const DEFAULT_PORT = 3000;

startServer(
  { dist, modules: path.resolve(dist, "../node_modules"), addin: process.env.ADDIN },
  Number(process.env.PORT ?? DEFAULT_PORT),
).then(
  ({ url }) => {
    console.log(`Meja kerja siap di ${url}`);
    console.log("Buka alamat itu di peramban. Hentikan dengan Ctrl+C.");
  },
  (error: unknown) => {
    console.error(`Meja kerja tidak dapat dimulai: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
