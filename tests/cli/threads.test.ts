/** Reading returned files side by side, with real threads. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReturnedFile } from "../../src/assessment/merge-types";
import { ReturnReaders } from "../../src/cli/read-returns";

let folder: string;
const at = (name: string): string => path.join(folder, name);
const files = Array.from({ length: 123 }, (_, n) => `berkas ${n}.xlsx`);
const named = (returns: readonly ReturnedFile[]): string[] => returns.map(({ file }) => path.basename(file));

/** A thread as the real one, but for what it makes of a file: the worker's bundle is made by the build. */
const TAKE_AND_ANSWER = `
  require("node:worker_threads").parentPort.on("message", ({ files, taken, port }) => {
    for (let from = Atomics.add(taken, 0, 4); from < files.length; from = Atomics.add(taken, 0, 4))
      port.postMessage({ from, returns: files.slice(from, from + 4).map((file) => ({ file, sha256: "thread" })) });
    port.close();
  });`;

/** One that takes a portion, leaves a sign of it beside its script, and waits until somebody else has taken the next. */
const TAKE_AND_WAIT = `
  require("node:worker_threads").parentPort.on("message", ({ files, taken, port }) => {
    const from = Atomics.add(taken, 0, 4);
    require("node:fs").writeFileSync(__dirname + "/thread took", "");
    while (Atomics.load(taken, 0) === from + 4) Atomics.wait(taken, 0, from + 4, 5);
    port.postMessage({ from, returns: files.slice(from, from + 4).map((file) => ({ file, sha256: "thread" })) });
    port.close();
  });`;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "spbe-threads-"));
  for (const file of files) writeFileSync(at(file), `bukan buku kerja: ${file}`);
  writeFileSync(at("answers.js"), TAKE_AND_ANSWER);
  writeFileSync(
    at("dies.js"),
    `require("node:worker_threads").parentPort.on("message", ({ taken }) => { Atomics.add(taken, 0, 4); throw new Error("mati"); });`,
  );
  writeFileSync(at("waits.js"), TAKE_AND_WAIT);
  writeFileSync(at("broken.js"), `require("./tidak-ada.js");`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readWith(jobs: number, worker: string, times = 1): Promise<ReturnedFile[][]> {
  const readers = new ReturnReaders(jobs, at(worker));
  try {
    const all: ReturnedFile[][] = [];
    for (let time = 0; time < times; time++) all.push(await readers.read(files.map(at)));
    return all;
  } finally {
    await readers.close();
  }
}

test("each file is read once, in the order of the list, and counted once", async () => {
  const readers = new ReturnReaders(3, at("answers.js"));
  const counted: number[] = [];
  const returns = await readers.read(files.map(at), (done) => counted.push(done));
  await readers.close();
  expect(named(returns)).toEqual(files);
  expect(counted).toEqual(files.map((_, n) => n + 1));
});

test("threads serve list after list, and lists that are asked for at once", async () => {
  const readers = new ReturnReaders(2, at("answers.js"));
  const [one, two] = await Promise.all([readers.read(files.map(at)), readers.read(files.slice(0, 9).map(at))]);
  const three = await readers.read(files.slice(5).map(at));
  await readers.close();
  expect([named(one), named(two), named(three)]).toEqual([files, files.slice(0, 9), files.slice(5)]);
});

test("this thread and the other read one list together", async () => {
  const readers = new ReturnReaders(2, at("waits.js"));
  const waited = Date.now() + 20_000;
  const returns = await readers.read(files.map(at), () => {
    // Whoever is first waits for the other, so that the outcome is not a race.
    while (!existsSync(at("thread took")) && Date.now() < waited);
  });
  await readers.close();
  expect(named(returns)).toEqual(files);
  expect(new Set(returns.map(({ sha256 }) => sha256 === "thread"))).toEqual(new Set([true, false]));
});

test("what a thread that dies or does not start leaves behind is read all the same", async () => {
  const [alone] = await readWith(1, "answers.js");
  expect(await readWith(3, "dies.js", 2)).toEqual([alone, alone]);
  expect(await readWith(3, "broken.js", 2)).toEqual([alone, alone]);
  expect(await readWith(3, "not-there.js")).toEqual([alone]);
});

test("a file that cannot be read is refused with its reason, beside the others", async () => {
  const readers = new ReturnReaders(1);
  const returns = await readers.read([at("tidak-ada.xlsx"), ...files.map(at)]);
  expect(returns[0]).toMatchObject({ content: { ok: false, problem: { code: "FILE_MISSING" } } });
  expect(returns.slice(1).map(({ content }) => (content.ok ? "" : content.problem.code))).toEqual(
    files.map(() => "NOT_WORKBOOK"),
  );
});
