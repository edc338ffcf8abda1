import { readdirSync, readFileSync } from "fs";
import path from "path";

const root = path.resolve(__dirname, "../../src");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.split(path.sep).join("/"), text: readFileSync(path.join(root, file), "utf8") }));
const importing = (pattern: RegExp): string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort();

test("only the schemas import the schema library, and nothing that ships in pane or functions imports them", () => {
  expect(importing(/from "zod"/).filter((file) => !file.startsWith("cli/"))).toEqual([
    "instrument/rules-schema.ts",
    "instrument/schema.ts",
  ]);
  expect(importing(/from ".*\/(?:schema|rules-schema|parse)"/).filter((file) => !file.startsWith("cli/"))).toEqual([
    "instrument/parse.ts",
  ]);
});
