/**
 * Writes the metadata that Excel reads beside the functions' script: every `@customfunction` of the folder's TypeScript
 * files becomes an entry of functions.json. An error in a doc comment fails the build.
 */
const fs = require("fs");
const path = require("path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");

/** The files of the folder that may hold functions; index.ts only registers them. */
const sourcesOf = (folder) =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && name !== "index.ts")
    .sort()
    .map((name) => path.resolve(folder, name));

/** The content of functions.json as an object. Throws an Error with every problem that the doc comments have. */
async function functionsMetadata(folder) {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(sourcesOf(folder));
  if (errors.length > 0) throw new Error(errors.join("\n"));
  // Without the first switch Excel answers #N/A for an error cell without asking the function.
  return { allowErrorForDataTypeAny: true, ...JSON.parse(metadataJson) };
}

function functionsMetadataPlugin(folder, fileName) {
  return {
    apply(compiler) {
      const { RawSource } = compiler.webpack.sources;
      compiler.hooks.thisCompilation.tap("functions-metadata", (compilation) => {
        compilation.hooks.processAssets.tapPromise("functions-metadata", async () => {
          for (const source of sourcesOf(folder)) compilation.fileDependencies.add(source);
          try {
            const text = `${JSON.stringify(await functionsMetadata(folder), null, 2)}\n`;
            compilation.emitAsset(fileName, new RawSource(text));
          } catch (error) {
            compilation.errors.push(new compiler.webpack.WebpackError(`${fileName}: ${error.message}`));
          }
        });
      });
    },
  };
}

module.exports = { functionsMetadata, functionsMetadataPlugin };
