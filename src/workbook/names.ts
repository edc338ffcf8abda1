import type { IdentityField } from "../assessment/assessment";
import { absolute, quoteSheet } from "./address";
import { NAME } from "./layout";
import { identityCells } from "./sheets/identity";
import { INDEX_CELLS } from "./sheets/index-layout";
import type { NameSpec } from "./sheet";
import type { TemplateLayout } from "./template-layout";

/** The names of a workbook made from the template. A handed-out one has no `Indeks`, so no target of it either. */
export function templateNames(layout: TemplateLayout, options: { readonly withIndex: boolean }): readonly NameSpec[] {
  const cells = identityCells(layout.instrument);
  const identity = (field: IdentityField): string =>
    `${quoteSheet(layout.names.identity)}!${absolute(cells.get(field) ?? "C5")}`;
  return [
    { name: NAME.agency, refersTo: identity("agency") },
    { name: NAME.year, refersTo: identity("year") },
    { name: NAME.instrument, refersTo: identity("instrument") },
    { name: NAME.opd, refersTo: identity("opd") },
    { name: NAME.stage, refersTo: identity("stage") },
    { name: NAME.assessmentDate, refersTo: identity("assessmentDate") },
    { name: NAME.no, refersTo: layout.entries("No") },
    { name: NAME.level, refersTo: layout.entries("Tingkat") },
    { name: NAME.target, refersTo: layout.entries("Target") },
    { name: NAME.assessorLevel, refersTo: layout.entries("Tingkat Asesor") },
    ...(options.withIndex
      ? [{ name: NAME.targetIndex, refersTo: `${quoteSheet(layout.names.index)}!${absolute(INDEX_CELLS.target)}` }]
      : []),
  ];
}
