import type { Assessment, Identity } from "../assessment/assessment";
import { BLANK_IDENTITY, blankEntry } from "../assessment/blank";
import { indicatorsOf } from "../assessment/score";
import type { Instrument } from "../instrument/types";

/** The version that `Identitas` carries; it rises when columns or sheets change. */
export const TEMPLATE_VERSION = "1.0";

/** An assessment with one unanswered entry per indicator and what is known of its identity. */
export const blankAssessment = (instrument: Instrument, identity: Partial<Identity> = {}): Assessment => ({
  instrument,
  identity: { ...BLANK_IDENTITY, templateVersion: TEMPLATE_VERSION, ...identity },
  entries: indicatorsOf(instrument).map(({ number }) => blankEntry(number)),
  evidence: [],
  spareIds: [],
  stages: [],
  repairs: [],
});
