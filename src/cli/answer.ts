import type { Problem } from "../locale/problem";

/** Exit codes of the command: fine; something a person must look at; nothing readable or wrong usage. */
export const EXIT = { fine: 0, attention: 1, unusable: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command answers: the JSON document for `--json`, and lines for people. */
export interface Answer {
  readonly document: object;
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;
}

/** Thrown inside a command to end it with a problem of the catalogue. */
export class CommandProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly file: string | null = null,
  ) {
    super(problem.code);
  }
}
