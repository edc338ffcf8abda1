/** Everything that `npm run build` makes: dist/ is the add-in as shipped, dist/workbench the host for machines without Excel. */
const path = require("path");
const { BannerPlugin } = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { functionsMetadataPlugin } = require("./src/functions/metadata-plugin");

const dist = path.resolve(__dirname, "dist");
/** Where the add-in will be served from; the manifest's addresses follow it. */
const ADDIN_URL = (process.env.ADDIN_URL || "https://localhost:3000").replace(/\/$/, "");
const OFFICE_JS = process.env.OFFICE_JS_URL || "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const typescript = {
  test: /\.tsx?$/,
  use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
};
const base = {
  mode: "production",
  devtool: false,
  resolve: { extensions: [".ts", ".tsx", ".js", ".json"] },
  module: { rules: [typescript] },
  performance: { hints: false },
  cache: { type: "filesystem", buildDependencies: { config: [__filename] } },
  stats: "errors-warnings",
};

/** The shared runtime's page: pane, ribbon commands and (as a script of its own) the custom functions. */
const pane = {
  ...base,
  name: "pane",
  entry: { taskpane: "./src/taskpane/index.tsx" },
  output: { path: dist, filename: "[name].js", chunkFilename: "[name].js", publicPath: "" },
  // The page stays as written: the workbench finds office.js in it by its tag.
  optimization: { minimizeOptions: { html: false } },
  plugins: [
    new HtmlPlugin({
      filename: "taskpane.html",
      template: "./src/taskpane/taskpane.html",
      templateParameters: { officeJs: OFFICE_JS },
      inject: "body",
      scriptLoading: "blocking",
      minify: false,
    }),
    new CopyPlugin({
      patterns: [
        { from: "assets", to: "assets", globOptions: { ignore: ["**/*.mjs"] } },
        {
          from: "manifest.xml",
          to: "manifest.xml",
          transform: (xml) => xml.toString().replaceAll("https://localhost:3000", ADDIN_URL),
        },
      ],
    }),
  ],
};

/** =SPBE.*(): one script that needs nothing but the global CustomFunctions, and the metadata that Excel reads. */
const functions = {
  ...base,
  name: "functions",
  entry: { functions: "./src/functions/index.ts" },
  output: { path: dist, filename: "[name].js" },
  plugins: [functionsMetadataPlugin("./src/functions", "functions.json")],
};

/** The headless command; what npm installs beside it stays outside the bundle. */
const cli = {
  ...base,
  name: "cli",
  target: "node20",
  entry: {
    spbe: "./src/cli/index.ts",
    "spbe-worker": "./src/cli/worker.ts",
  },
  output: { path: dist, filename: "[name].js" },
  optimization: { minimize: false },
  // The command finds its worker beside itself.
  node: { __dirname: false },
  plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^spbe\.js$/ })],
  externals: [({ request }, done) => (request === "commander" ? done(null, `commonjs ${request}`) : done())],
};

/** The workbench: the page with grid and host (unminified: its engine alone would take a minute to minify), and its server. */
const workbenchPage = {
  ...base,
  name: "workbench-page",
  entry: { workbench: "./workbench/page/index.ts", transport: "./workbench/page/transport-script.ts" },
  output: { path: path.join(dist, "workbench"), filename: "[name].js", chunkFilename: "chunks/[id].js" },
  optimization: { minimize: false },
  plugins: [new CopyPlugin({ patterns: [{ from: "workbench/page/*.{html,css}", to: "[name][ext]" }] })],
};
const workbenchServer = {
  ...base,
  name: "workbench-server",
  target: "node20",
  entry: { server: "./workbench/server.ts", "excel-server": "./workbench/excel-server.ts" },
  output: { path: path.join(dist, "workbench"), filename: "[name].js" },
  externals: { "office-addin-dev-certs": "commonjs office-addin-dev-certs" },
  // The server finds what it serves by where its own file lies.
  node: { __dirname: false },
  optimization: { minimize: false },
};

/** `npm run bench`: measured code and its peers, which are installed in bench/. */
const bench = {
  ...base,
  name: "bench",
  target: "node20",
  // Peers are looked up where they are installed, at run time.
  module: { ...base.module, parser: { javascript: { createRequire: false } } },
  entry: { bench: "./bench/index.ts" },
  // Beside the command's worker, which the merge is measured with.
  output: { path: dist, filename: "[name].js" },
  node: { __dirname: false },
  optimization: { minimize: false },
  externals: [
    ({ request }, done) =>
      /^(highs|exceljs|xlsx|read-excel-file.*)$/.test(request) ? done(null, `commonjs ${request}`) : done(),
  ],
};

module.exports = (env) => (env.bench ? [cli, bench] : [pane, functions, cli, workbenchPage, workbenchServer]);
