import { execFileSync } from "child_process";
import { mkdtempSync, readFileSync, rmSync } from "fs";
import os from "os";
import path from "path";
import vm from "vm";
import webpack, { type Configuration } from "webpack";
import { associated, customFunctions } from "./custom-functions";

interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly optional?: boolean;
    }[];
    readonly options?: object;
  }[];
}

const root = path.resolve(__dirname, "../..");
const out = mkdtempSync(path.join(os.tmpdir(), "spbe-functions-"));
let metadata: Metadata;
let script: string;

/** The shipped configuration, only that it writes elsewhere. */
beforeAll(async () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const configurations = require(path.join(root, "webpack.config.js")) as (env: object) => Configuration[];
  const configuration = configurations({}).find(({ name }) => name === "functions");
  if (!configuration) throw new Error("no configuration named functions");
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    webpack({ ...configuration, output: { ...configuration.output, path: out } }, (error, result) =>
      error ? reject(error) : resolve(result),
    ),
  );
  expect(stats?.toJson({ errors: true }).errors).toEqual([]);
  metadata = JSON.parse(readFileSync(path.join(out, "functions.json"), "utf8")) as Metadata;
  script = readFileSync(path.join(out, "functions.js"), "utf8");
}, 120_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

test("the script needs nothing but the global CustomFunctions, and associates exactly the functions of functions.json", () => {
  associated.clear();
  vm.runInNewContext(script, { CustomFunctions: customFunctions });
  expect([...associated.keys()].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
});

test("the bundled functions answer and refuse like the source", () => {
  associated.clear();
  vm.runInNewContext(script, { CustomFunctions: customFunctions });
  const threes = Array.from({ length: 47 }, () => [3]);
  expect(associated.get("INDEX")?.(threes, null)).toBe(3);
  expect(associated.get("PREDICATE")?.(3, null)).toBe("Baik");
  expect(() => associated.get("INDEX")?.(null, null)).toThrow("Tulis =SPBE.INDEX(SPBE_Tingkat)");
});

test("error cells reach the functions", () => expect(metadata.allowErrorForDataTypeAny).toBe(true));

test("every function and every parameter is described; the instrument is last and optional; none is volatile", () => {
  for (const { id, name, description, parameters, options } of metadata.functions) {
    expect([id, name]).toEqual([id, id]);
    expect([id, description.length > 20]).toEqual([id, true]);
    for (const parameter of parameters)
      expect([id, parameter.name, parameter.description.length > 3]).toEqual([id, parameter.name, true]);
    const place = parameters.findIndex((parameter) => parameter.name === "instrument");
    if (place >= 0) expect([id, place, parameters[place]?.optional]).toEqual([id, parameters.length - 1, true]);
    expect([id, options ?? null]).toEqual([id, null]);
  }
});

test("the family is complete", () =>
  expect(metadata.functions.map(({ id }) => id).sort()).toEqual(
    "ASPECT CRITERIA DOMAIN GAP INDEX INDICATOR LEVEL PLAN PREDICATE RANK ROUND WEIGHT".split(" "),
  ));

/** In a Node process of its own: the test runner's sandbox makes every global slow. */
const MEASURE = `
  const functions = {};
  globalThis.CustomFunctions = { Error, ErrorCode: {}, associate: (id, one) => (functions[id] = one) };
  require(process.argv[1]);
  const range = Array.from({ length: 47 }, (_, place) => [1 + (place % 5)]);
  const weights = range.map((_, place) => functions.WEIGHT(place + 1) * 100);
  const bare = () => {
    let sum = 0;
    for (let place = 0; place < 47; place++) sum += range[place][0] * weights[place];
    return sum / 10000;
  };
  const time = (run) => {
    const samples = Array.from({ length: 15 }, () => {
      const start = performance.now();
      for (let call = 0; call < 10000; call++) run();
      return performance.now() - start;
    });
    return Math.min(...samples);
  };
  const index = () => functions.INDEX(range, null);
  if (index() !== bare()) throw new Error("not the same index");
  time(bare), time(index);
  console.log(time(index) / time(bare));
`;

test("10,000 times INDEX over 47 cells costs at most three times a bare loop over the same numbers", () => {
  const ratio = Number(
    execFileSync(process.execPath, ["-e", MEASURE, path.join(out, "functions.js")], { encoding: "utf8" }),
  );
  expect(ratio).toBeGreaterThan(0);
  expect(ratio).toBeLessThanOrEqual(3);
});
