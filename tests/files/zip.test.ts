import { unzipSync } from "fflate";
import { zipFiles } from "../../src/files/zip";

const one = new Uint8Array([1]);

test("an archive holds every file, in order, under a name that any system takes", async () => {
  const archive = unzipSync(
    await zipFiles([
      { name: "Dinas Kominfo.xlsx", bytes: one },
      { name: "dinas kominfo.xlsx", bytes: new Uint8Array([2]) },
      { name: "../Bappeda/Litbang?.xlsx", bytes: new Uint8Array([3]) },
      { name: "__proto__", bytes: new Uint8Array([4]) },
      { name: "12", bytes: new Uint8Array([5]) },
    ]),
  );
  expect(Object.entries(archive).map(([name, bytes]) => [name, bytes[0]])).toEqual(
    expect.arrayContaining([
      ["proto", 4],
      ["Dinas Kominfo.xlsx", 1],
      ["dinas kominfo (2).xlsx", 2],
      ["-Bappeda-Litbang-.xlsx", 3],
      ["12", 5],
    ]),
  );
  expect(Object.keys(archive)).toHaveLength(5);
});

test("equal files make equal archives", async () => {
  const files = [{ name: "a.xlsx", bytes: one }];
  expect(Buffer.compare(await zipFiles(files), await zipFiles(files))).toBe(0);
});
