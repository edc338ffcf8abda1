import type { TableCandidate } from "../../excel/session";
import type { ColumnRole } from "../../workbook/layout";
import type { Key } from "../words";

/** What a person may say that a column of their own table holds, in the order of the form. */
export const ROLES: readonly { readonly role: ColumnRole; readonly label: Key }[] = [
  { role: "no", label: "role.no" },
  { role: "indicator", label: "role.indicator" },
  { role: "level", label: "role.level" },
  { role: "opd", label: "role.opd" },
  { role: "explanation", label: "role.explanation" },
  { role: "evidence", label: "role.evidence" },
  { role: "target", label: "role.target" },
  { role: "assessorLevel", label: "role.assessorLevel" },
  { role: "assessorNote", label: "role.assessorNote" },
  { role: "domain", label: "role.domain" },
  { role: "aspect", label: "role.aspect" },
  { role: "weight", label: "role.weight" },
];

export type Roles = Readonly<Record<string, ColumnRole>>;

const corner = ({ sheet, range }: TableCandidate): string => `${sheet}!${range.split(":")[0] ?? ""}`;

/** The table to use as the workbook has it now, also when it grew: the picked one, else the first that was found. */
export const currentCandidate = (
  candidates: readonly TableCandidate[],
  picked: TableCandidate | null,
): TableCandidate | null =>
  picked ? (candidates.find((one) => corner(one) === corner(picked)) ?? picked) : (candidates[0] ?? null);

export const guessedRoles = (candidate: TableCandidate): Roles =>
  Object.fromEntries(candidate.headers.flatMap(({ column, role }) => (role ? [[column, role]] : [])));

/** The roles after one column was given another; a role that another column had moves here. */
export function withRole(roles: Roles, column: string, role: ColumnRole | null): Roles {
  const others = Object.entries(roles).filter(([one, held]) => one !== column && held !== role);
  return Object.fromEntries(role === null ? others : [...others, [column, role]]);
}

/** A table can be used once its rows can be told apart and its levels be found. */
export function missingRoles(roles: Roles): readonly ColumnRole[] {
  const held = Object.values(roles);
  const missing: ColumnRole[] = [];
  if (!held.includes("no") && !held.includes("indicator")) missing.push("no");
  if (!held.includes("level")) missing.push("level");
  return missing;
}
