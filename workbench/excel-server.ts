import { readFile } from "node:fs/promises";
import https from "node:https";
import path from "node:path";
import { TYPES } from "./serve";

/** `npm run start:excel`: the add-in's build over https with development certificates, for a real Excel. */
const dist = path.resolve(__dirname, "..");
const PORT = 3000;

const SIDELOAD = `Add-in dilayani di https://localhost:${PORT}/

Pasang di Excel (manifest: dist/manifest.xml):
  Windows  File > Options > Trust Center > Trusted Add-in Catalogs: tambahkan folder bersama berisi manifest.xml,
           lalu Home > Add-ins > Shared Folder > SPBE.
  Mac      salin manifest.xml ke ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/
           lalu Home > Add-ins > SPBE.
  Web      Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in > manifest.xml.

Hentikan dengan Ctrl+C.`;

async function start(): Promise<void> {
  // Loaded only here: it may ask the person to trust a certificate, which nothing else in the project needs.
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const { ca, cert, key } = await getHttpsServerOptions();
  https
    .createServer({ ca, cert, key }, (request, response) => {
      const url = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
      const file = path.join(dist, url);
      const isOurs = file.startsWith(dist + path.sep) && !file.startsWith(path.join(dist, "workbench"));
      const body = isOurs ? readFile(file) : Promise.reject(new Error("outside"));
      body.then(
        (bytes) => {
          const type = TYPES[path.extname(file)] ?? "application/octet-stream";
          response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(bytes);
        },
        () => response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("tidak ada"),
      );
    })
    .listen(PORT, "localhost", () => console.log(SIDELOAD));
}

start().catch((error: unknown) => {
  console.error(`Tidak dapat dimulai: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
