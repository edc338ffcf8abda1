// Univer's CommonJS files require a few packages that exist only as ES modules; Jest cannot load those untranslated.
const esModulesOnly = [
  "unicode-regex", "regexp-util", "cjk-regex", "kdbush", "nanoid", "rbush", "quickselect", "ot-json1", "ot-text-unicode",
  "@univerjs[\\\\/]protocol", "franc-min", "trigram-utils", "n-gram", "collapse-white-space", "hucre",
].join("|");
const translate = (tsconfig) => ["ts-jest", { diagnostics: false, tsconfig: { ...tsconfig, module: "commonjs", moduleResolution: "node10", target: "es2022", ignoreDeprecations: "6.0", esModuleInterop: true, isolatedModules: true } }];

module.exports = {
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testEnvironment: "node",
  maxWorkers: 2,
  testSequencer: "<rootDir>/tests/harness/slowest-first.js",
  testTimeout: 120000,
  moduleNameMapper: { "^lodash-es$": "lodash" },
  transform: {
    "^.+\\.tsx?$": translate({ jsx: "react-jsx", resolveJsonModule: true }),
    "[\\\\/]unicode-regex[\\\\/]lib[\\\\/]data\\.generated[\\\\/]": "<rootDir>/tests/harness/unicode-data.js",
    [`node_modules[\\\\/](${esModulesOnly})[\\\\/].+\\.m?js$`]: translate({ allowJs: true }),
  },
  transformIgnorePatterns: [`node_modules[\\\\/](?!(${esModulesOnly})[\\\\/])`],
};
