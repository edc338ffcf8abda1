import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { METADATA_SOURCE, readMetadata } from "./host/metadata";

/** Where the server finds what it serves. */
export interface Sources {
  /** The add-in's build; `workbench/` inside it is the workbench's own. */
  dist: string;
  modules: string;
  /** Another folder with a taskpane.html, in place of `dist`. */
  addin?: string;
}

export interface RunningServer {
  url: string;
  /** Every path that was asked for. */
  requests: string[];
  close(): Promise<void>;
}

const HOST_SCRIPT = '<script src="/workbench/transport.js"></script>';
const OFFICE_TAG = /<script\b[^>]*?\bsrc="([^"]*\/office\.js)"/;
const LOCAL_OFFICE_JS = "/office-js/office.js";
const PORTS_TO_TRY = 20;

export const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The two changes to taskpane.html, and nothing else: office.js comes from the npm package, and the host's script
 * runs before it.
 * @throws when the page has no script tag of office.js
 */
export function prepareTaskpane(html: string): string {
  const tag = OFFICE_TAG.exec(html);
  const [text, address] = tag ?? [];
  if (tag === null || text === undefined || address === undefined) throw new Error("taskpane.html has no office.js");
  const local = text.replace(address, LOCAL_OFFICE_JS);
  return html.slice(0, tag.index) + HOST_SCRIPT + local + html.slice(tag.index + text.length);
}

interface Route {
  prefix: string;
  folder: string;
  /** Only files that end so, where a folder holds more than the page needs. */
  only?: string;
}

function routesOf({ dist, modules, addin }: Sources): Route[] {
  return [
    { prefix: "/office-js/", folder: path.join(modules, "@microsoft/office-js/dist") },
    { prefix: "/modules/@univerjs/", folder: path.join(modules, "@univerjs"), only: ".css" },
    { prefix: "/workbench/", folder: path.join(dist, "workbench") },
    { prefix: "/addin/", folder: addin ?? dist },
  ];
}

async function fileFor(routes: Route[], url: string): Promise<string | null> {
  if (url === "/") return fileFor(routes, "/workbench/index.html");
  const route = routes.find(({ prefix }) => url.startsWith(prefix));
  if (route === undefined || !url.endsWith(route.only ?? "")) return null;
  const file = path.join(route.folder, url.slice(route.prefix.length));
  if (!file.startsWith(route.folder + path.sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}

/** Listens on 127.0.0.1 only, at `port` or the next free one after it (0: any). */
export async function startServer(sources: Sources, port: number): Promise<RunningServer> {
  const routes = routesOf(sources);
  const metadata = JSON.stringify(readMetadata(path.join(sources.modules, "@microsoft/office-js", METADATA_SOURCE)));
  const requests: string[] = [];
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const url = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    requests.push(url);
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      response.end(body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return send(405, "text/plain", "");
    if (url === "/metadata.json") return send(200, TYPES[".json"] ?? "", metadata);
    if (url === "/favicon.ico") return send(204, "text/plain", "");
    const file = await fileFor(routes, url);
    if (file === null) return send(404, "text/plain; charset=utf-8", "tidak ada");
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    if (url === "/addin/taskpane.html") return send(200, type, prepareTaskpane(await readFile(file, "utf8")));
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
    createReadStream(file).pipe(response);
  };
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: http.Server, port: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void =>
        error.code === "EADDRINUSE" ? resolve(true) : reject(error);
      server.once("error", failed);
      server.listen(port + attempt, "127.0.0.1", () => {
        server.off("error", failed);
        resolve(false);
      });
    });
    if (!taken) return;
    if (attempt === PORTS_TO_TRY) throw new Error(`port ${port} sampai ${port + attempt} terpakai semua`);
  }
}
