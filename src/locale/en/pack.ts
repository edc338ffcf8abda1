import type { Catalogue } from "..";

export const pack: Catalogue<typeof import("../id/pack").pack> = {
  "pack.shape": "{path}: {detail}.",
  "pack.aspectWeight": "Aspect {aspect}: indicator weights add up to {sum}%, should be {weight}%.",
  "pack.domainWeight": "Domain {domain}: aspect weights add up to {sum}%, should be {weight}%.",
  "pack.totalWeight": "Domain weights add up to {sum}%, should be 100.00%.",
  "pack.indicatorNumber": "Indicator number {found} stands at place {expected}.",
  "pack.aspectNumber": "Aspect number {found} stands at place {expected}.",
  "pack.domainNumber": "Domain number {found} stands at place {expected}.",
  "pack.levelsMissing": "Indicator {indicator}: has levels {found}, should have {expected}.",
  "pack.criteriaMissing": "Indicator {indicator} level {level} has no criteria.",
  "pack.criterionLevel": "Indicator {indicator}: criterion {criterion} stands at level {level}.",
  "pack.duplicateCriterion": "Indicator {indicator}: criterion code {criterion} occurs twice.",
  "pack.duplicateId": "Id {id} occurs twice.",
  "pack.replacesMissing":
    "Indicator {indicator}: {criterion} replaces {replaces}, which is no requirement of the same level.",
  "pack.replacesUnused": "Indicator {indicator}: {criterion} ({kind}) must not replace another criterion.",
  "pack.range": "Indicator {indicator} level {level}: value ranges are not contiguous.",
  "pack.bandGap": "Predicate {band} starts at {from}, but the one before ends at {before}.",
  "pack.bandStart": "The first predicate starts at {from}, but the scale starts at {min}.",
  "pack.bandEnd": "The last predicate ends at {to}, but the scale ends at {max}.",
  "pack.levelName": "Level {level} of family {family} has no name.",
  "pack.evidenceLevel": 'Indicator {indicator}: evidence "{item}" names level {level}, which does not exist.',
  "pack.externalIndex": "Indicator {indicator}: the breaks of {name} do not rise or differ in number.",
  "pack.vectorShape": "Worked example {source} holds {found} values, should be {expected}.",
  "pack.vector": "Worked example {source} gives {found}, should be {expected}.",
};
