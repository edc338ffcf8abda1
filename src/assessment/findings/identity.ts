/** V16 identity incomplete, Berita Acara or publication consent missing. */
import type { Identity } from "../assessment";
import { finding, type WorkbookRule } from "./facts";

const REQUIRED = ["agency", "year", "assessmentDate", "stage", "coordinator", "pic", "contact"] as const;

export const incompleteIdentity: WorkbookRule = ({ assessment: { identity } }) => [
  ...REQUIRED.filter((field) => identity[field] === null || identity[field] === "").map((field) =>
    finding("V16", null, { variant: field, at: identity.cells[field] }),
  ),
  ...missingSignatures(identity),
];

/** The Koordinator signs for the agency: an office's own workbook has nothing to sign. */
const missingSignatures = (identity: Identity) =>
  identity.opd === ""
    ? (["officialRecord", "publicationConsent"] as const)
        .filter((field) => !identity[field])
        .map((field) => finding("V16", null, { variant: field, at: identity.cells[field] }))
    : [];
