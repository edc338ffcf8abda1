import globals from "globals";
import tseslint from "typescript-eslint";
import hooks from "eslint-plugin-react-hooks";
import { importX } from "eslint-plugin-import-x";

/** The arrows of the architecture: what each folder of src may import from its neighbours (itself is always allowed). */
const MAY_IMPORT = {
  locale: [],
  instrument: ["locale"],
  assessment: ["instrument", "locale"],
  workbook: ["assessment", "instrument", "locale"],
  excel: ["workbook", "assessment", "instrument", "locale"],
  files: ["workbook", "assessment", "instrument", "locale"],
  functions: ["assessment", "instrument", "locale"],
  commands: ["excel", "files", "workbook", "assessment", "instrument", "locale"],
  taskpane: ["commands", "excel", "files", "workbook", "assessment", "instrument", "locale"],
  cli: ["files", "workbook", "assessment", "instrument", "locale"],
};
const folders = Object.keys(MAY_IMPORT);
const zones = folders.flatMap((target) =>
  folders
    .filter((from) => from !== target && !MAY_IMPORT[target].includes(from))
    .map((from) => ({ target: `./src/${target}`, from: `./src/${from}`, message: `${target} must not import ${from}: arrows point down (docs/decisions.md).` })),
);
const PURE = ["locale", "instrument", "assessment", "workbook"].map((folder) => `src/${folder}/**/*.ts`);
/** Where React may be imported; elsewhere the compiler behind the rules of hooks has nothing to check. */
const WITH_REACT = ["{src,tests,workbench}/**/*.tsx", "{src,tests}/taskpane/**/*.ts", "workbench/page/**/*.ts"];
const HOST_GLOBALS = ["Office", "Excel", "OfficeExtension", "CustomFunctions", "window", "document", "process", "Buffer", "fetch"];

export default tseslint.config(
  { ignores: ["dist", "out", "node_modules", "coverage"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "import-x": importX },
    settings: { "import-x/resolver": { node: { extensions: [".ts", ".tsx", ".js", ".json"] } }, "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] } },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      // No cycle of ours leads through a package; following the packages is most of this rule's time.
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: WITH_REACT, plugins: { "react-hooks": hooks }, rules: hooks.configs.recommended.rules },
  {
    files: PURE,
    rules: {
      "no-restricted-globals": ["error", ...HOST_GLOBALS],
      "no-restricted-imports": ["error", { patterns: ["node:*", "fs", "path", "react", "react-dom", "@fluentui/*", "fflate", "saxes", "hucre", "comlink"] }],
    },
  },
  { files: ["**/*.js", "**/*.mjs"], languageOptions: { globals: globals.node }, rules: { "@typescript-eslint/no-require-imports": "off" } },
);
