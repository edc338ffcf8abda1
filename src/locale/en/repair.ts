import type { Catalogue } from "..";

export const repair: Catalogue<typeof import("../id/repair").repair> = {
  "repair.moved-column": "Column {column} moved to {to}; read by its header.",
  "repair.renamed-column": "Header {from} became {to}; still read as {from}.",
  "repair.missing-column": "Column {column} is missing; read as blank.",
  "repair.moved-header": "The table's header moved from row {from} to row {to}; read there.",
  "repair.moved-sheet": "Sheet {sheet} changed its place; read by its name.",
  "repair.renamed-sheet": "Sheet {from} was renamed to {to}; read by its table.",
  "repair.merged-cells": "Merged cells at {cell}; the value is read for every row they cover.",
  "repair.hidden-rows": "{count} hidden {count|row|rows} from row {row}; read all the same.",
  "repair.hidden-columns": "Column {column} is hidden; read all the same.",
  "repair.number-as-text": "{count} {count|number|numbers} in column {column} stored as text; read as numbers.",
  "repair.duplicate-row": "Indicator {indicator} is written more than once ({first} and {second}). Keep one right row.",
  "repair.missing-row": "The row of indicator {indicator} is missing; read as blank.",
  "repair.unknown-row":
    "{count} {count|row|rows} whose indicator is unknown, from row {row}; not read. Check the number.",
  "repair.guessed-indicator.name":
    "The number is “{found}”, the name is indicator {indicator}; read as indicator {indicator}.",
  "repair.guessed-indicator.close-name":
    "Misspelt indicator name; read as indicator {indicator}. Check that it is right.",
  "repair.guessed-indicator.below": "A row without a number is read as the continuation of indicator {indicator}.",
  "repair.guessed-indicator.form": "Sheet {found} is read as the form of indicator {indicator}.",
  "repair.formula-as-level": "{count} {count|level is a formula|levels are formulas}; the last value is read.",
  "repair.unread-date": "“{found}” in the column {column} is no date that can be read; kept as text.",
  "repair.unread-status": "The status “{found}” is not known; kept as text.",
  "repair.protected-sheet": "Sheet {sheet} is protected; read all the same.",
  "repair.template-changed.header": "The table is not the template's; read by its headers.",
  "repair.template-changed.names": "The table has no header; read by the indicators' names.",
};
