export const lintXlsx = (_bytes: Uint8Array): string[] => [];
