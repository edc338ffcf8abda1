/** The global that Excel gives custom functions: records what is associated, and makes errors with their sentence. */
export const associated = new Map<string, (...values: unknown[]) => unknown>();

export class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

export const customFunctions = {
  Error: CellError,
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  associate: (id: string, implementation: (...values: unknown[]) => unknown) => associated.set(id, implementation),
};

Object.assign(globalThis, { CustomFunctions: customFunctions });
