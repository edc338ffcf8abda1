/**
 * Jest transformer for the data of unicode-regex, which Univer reads whenever it is loaded: a thousand ES modules of one
 * array each become one module per category, loaded when it is asked for. That is half of the time to load Univer.
 */
const { readFileSync } = require("node:fs");
const path = require("node:path");

const CATEGORY = /^export \* as (\w+) from "(.+)";$/gm;
const ARRAY = /^export \{ default as (\w+) \} from "(.+)";$/gm;

function arrayIn(file) {
  const [, array] = /^const _ = (\[[\s\S]*\]);\s*export default _;\s*$/.exec(readFileSync(file, "utf8")) ?? [];
  if (array === undefined) throw new Error(`${file} holds more than one array`);
  return array;
}

module.exports = {
  process(source, file) {
    const categories = [...source.matchAll(CATEGORY)].map(
      ([, name, from]) => `get ${name}() { return require(${JSON.stringify(from)}); }`,
    );
    const arrays = [...source.matchAll(ARRAY)].map(
      ([, name, from]) => `${name}: ${arrayIn(path.join(path.dirname(file), from))}`,
    );
    return { code: `module.exports = { ${["__esModule: true", ...categories, ...arrays].join(",\n")} };` };
  },
};
