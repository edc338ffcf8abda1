/**
 * Errors are values: a stable code and the facts to fill its sentences with. The catalogue holds three sentences for
 * each code: `problem.<code>.what` (what happened), `.kept` (what was kept) and `.next` (what to do).
 */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const failure = (code: string, params: Problem["params"] = {}): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, params },
});
