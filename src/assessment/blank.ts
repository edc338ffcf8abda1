import type { CriterionAnswer, Entry, Evidence, Identity } from "./assessment";

/** An identity of which nothing is known; an assessment begins as the agency's own. */
export const BLANK_IDENTITY: Identity = {
  agency: "",
  year: null,
  assessmentDate: null,
  stage: "Mandiri",
  opd: "",
  pic: "",
  contact: "",
  coordinator: "",
  sectorServices: ["", "", ""],
  officialRecord: false,
  publicationConsent: false,
  templateVersion: "",
  cells: {},
};

/** An indicator that nobody answered yet. */
export const blankEntry = (indicator: number): Entry => ({
  indicator,
  opd: [],
  level: { kind: "blank" },
  target: { kind: "blank" },
  explanation: "",
  evidence: [],
  assessorLevel: { kind: "blank" },
  assessorNote: "",
  estimate: false,
  criteria: new Map(),
  cells: {},
});

/** A criterion that nobody answered yet. */
export const BLANK_CRITERION: CriterionAnswer = { answer: null, evidence: [], note: "", cells: {} };

/** A document of which only the id is known. */
export const blankEvidence = (id: string): Omit<Evidence, "cells"> => ({
  id,
  name: "",
  kind: "",
  number: "",
  date: null,
  signatory: "",
  validUntil: null,
  file: "",
  page: "",
  mustHaves: [],
  status: null,
});
