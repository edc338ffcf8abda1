import type { WebpackPluginInstance } from "webpack";

/** The content of functions.json. Rejects with every problem that the doc comments have. */
export function functionsMetadata(folder: string): Promise<{ readonly functions: readonly { readonly id: string }[] }>;
export function functionsMetadataPlugin(folder: string, fileName: string): WebpackPluginInstance;
