import type { Assessment, Entry, Identity } from "../assessment/assessment";
import { indicatorsOf } from "../assessment/score";
import type { Instrument } from "../instrument/types";

/** The version that `Identitas` carries; it rises when columns or sheets change. */
export const TEMPLATE_VERSION = "1.0";

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
  templateVersion: TEMPLATE_VERSION,
  cells: {},
};

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

/** An assessment with one unanswered entry per indicator and what is known of its identity. */
export const blankAssessment = (instrument: Instrument, identity: Partial<Identity> = {}): Assessment => ({
  instrument,
  identity: { ...BLANK_IDENTITY, ...identity },
  entries: indicatorsOf(instrument).map(({ number }) => blankEntry(number)),
  evidence: [],
  stages: [],
  repairs: [],
});
