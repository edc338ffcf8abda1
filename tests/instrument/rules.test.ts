import { DEFAULT_INSTRUMENT as SPBE } from "../../src/instrument";
import {
  evidenceRulesOf,
  inRanges,
  matches,
  type EvidenceRules,
  type Ranges,
} from "../../src/instrument/evidence-rules";
import { planningOf } from "../../src/instrument/planning";
import { danglingReferences, evidenceRulesSchema } from "../../src/instrument/rules-schema";
import { findings } from "../../src/locale/id/findings";

const rules = (): EvidenceRules => {
  const found = evidenceRulesOf("spbe-2020");
  if (!found) throw new Error("no rules");
  return found;
};

test("the rules of spbe-2020 have their shape, and every reference leads somewhere", () => {
  expect(evidenceRulesSchema.parse(structuredClone(JSON.parse(JSON.stringify(rules()))))).toEqual(rules());
  expect(danglingReferences(rules(), SPBE)).toEqual([]);
});

test("a rule that names a kind, an indicator, a criterion or a must-have that is not there is named", () => {
  const broken: EvidenceRules = {
    ...rules(),
    draftKinds: ["sketch"],
    age: [{ indicators: [[40, 48]], level: 4, kind: "review", years: 2, under: true, source: "x" }],
    enacted: [{ indicators: [[24, 24]], fromLevel: 4, criteria: ["4z"], source: "x" }],
    contents: [{ indicators: [[1, 1]], level: 4, kind: null, needs: [["stamp"]], source: "x" }],
    objects: [{ indicators: { "48": "x" }, general: "y" }],
    sectorServices: { ...rules().sectorServices, indicators: [45, 46, 49], covered: { "50": "x" } },
    gate: { ...rules().gate, indicators: [[31, 21]], gate: 0, programmes: { "51": "x" } },
  };
  expect(danglingReferences(broken, SPBE)).toEqual([
    "draftKinds: kind sketch",
    "age: indicators 40-48",
    "enacted: 24 has no criterion 4z",
    "objects: indicators 48-48",
    "sectorServices: indicators 49-49",
    "sectorServices: indicators 50-50",
    "gate: indicators 31-21",
    "gate: indicators 0-0",
    "gate: indicators 51-51",
    "contents: must-have stamp",
  ]);
});

test("a pattern that does not compile is refused", () => {
  const [kind, ...others] = rules().kinds;
  expect(evidenceRulesSchema.safeParse({ ...rules(), kinds: [{ ...kind, pattern: "(" }, ...others] }).success).toBe(
    false,
  );
});

test("every rule says where it comes from", () => {
  const { age, enacted, explanations, contents, followUps, gate, sectorServices, weakKinds } = rules();
  for (const { source } of [
    ...age,
    ...enacted,
    ...explanations,
    ...contents,
    ...followUps,
    ...weakKinds,
    gate,
    sectorServices,
  ])
    expect(source).toMatch(/Permen PANRB 59\/2020|Pedoman Menteri PANRB 3\/2024/);
});

test("the age of reviews is asked where the guideline asks it: level 4 of 1-2 and 4-31, level 5 of 3 and 32-47", () => {
  for (let number = 1; number <= 47; number++) {
    const asking = rules().age.filter(({ kind, indicators }) => kind === "review" && inRanges(indicators, number));
    expect([number, asking.map(({ level }) => level)]).toEqual([number, [number === 3 || number >= 32 ? 5 : 4]]);
  }
});

const numbersOf = (indicators: Ranges): number[] =>
  Array.from({ length: 47 }, (_, at) => at + 1).filter((number) => inRanges(indicators, number));
const inAspect = (name: RegExp): number[] =>
  SPBE.domains
    .flatMap(({ aspects }) => aspects)
    .filter((aspect) => name.test(aspect.name))
    .flatMap(({ indicators }) => indicators.map(({ number }) => number));

test("rules about audits cover the aspect of audits, those about enacted policies the domain of policies, the gate all of management", () => {
  const { age, contents, enacted, gate } = rules();
  const audits = inAspect(/audit/i);
  expect(audits).toEqual([29, 30, 31]);
  for (const { indicators } of [...age, ...contents].filter(({ kind }) => kind === "audit"))
    expect(numbersOf(indicators)).toEqual(audits);
  const [policies] = SPBE.domains;
  const all = enacted.filter(({ criteria }) => criteria === null).flatMap(({ indicators }) => numbersOf(indicators));
  expect(all).toEqual(policies?.aspects.flatMap((aspect) => aspect.indicators.map(({ number }) => number)));
  expect(numbersOf(gate.indicators)).toEqual(inAspect(/manajemen|audit/i));
  expect(Object.keys(gate.programmes).map(Number)).toEqual(numbersOf(gate.indicators));
});

test("screenshots and video are proper evidence for 18, 19 and every service, news for nothing", () => {
  const services = SPBE.domains[3]?.aspects.flatMap(({ indicators }) => indicators.map(({ number }) => number)) ?? [];
  const proper = new Map(rules().weakKinds.map(({ kind, properFor }) => [kind, numbersOf(properFor)]));
  expect(proper).toEqual(
    new Map([
      ["press", []],
      ["screenshot", [18, 19, ...services]],
      ["video", [18, 19, ...services]],
    ]),
  );
});

test("a programme of the Peta Rencana is known by its indicator's own name, and planning has the same gate", () => {
  const { gate } = rules();
  for (const { number, shortName } of SPBE.domains.flatMap(({ aspects }) => aspects.flatMap((one) => one.indicators)))
    if (inRanges(gate.indicators, number))
      expect([shortName, matches(gate.programmes[number] ?? "", shortName)]).toEqual([shortName, true]);
  expect(planningOf(SPBE.id).gates).toMatchObject([
    {
      indicator: gate.gate,
      level: gate.gateLevel,
      gated: numbersOf(gate.indicators),
      gatedLevel: gate.fromLevel,
    },
  ]);
});

test("every indicator has its review's contents and its follow-up asked once, each where its age is asked or above", () => {
  const { age, contents, followUps } = rules();
  const levels = (list: readonly { indicators: Ranges; level: number }[], number: number): number[] =>
    list.filter(({ indicators }) => inRanges(indicators, number)).map(({ level }) => level);
  for (let number = 1; number <= 47; number++) {
    const aged = levels(
      age.filter(({ kind }) => kind === "review"),
      number,
    );
    const contained = levels(
      contents.filter(({ kind }) => kind === "review"),
      number,
    );
    expect([number, contained]).toEqual([number, aged]);
    expect([number, levels(followUps, number)]).toEqual([number, [5]]);
  }
});

test("an item asked to be enacted belongs to the level from which it is asked", () => {
  for (const { fromLevel, criteria } of rules().enacted)
    for (const id of criteria ?? []) expect([id, Number(id[0])]).toEqual([id, fromLevel]);
});

test("items asked to be enacted say so in the regulation's criteria", () => {
  for (const { indicators, criteria } of rules().enacted.filter((rule) => rule.criteria !== null))
    for (const indicator of SPBE.domains.flatMap(({ aspects }) => aspects.flatMap((aspect) => aspect.indicators)))
      if (inRanges(indicators, indicator.number))
        for (const id of criteria ?? []) {
          const text = indicator.levels.flatMap((level) => level.criteria).find((one) => one.id === id)?.text;
          expect([indicator.number, text]).toEqual([indicator.number, expect.stringMatching(/ditetapkan/)]);
        }
});

test("every part, must-have and lookalike that a rule may name has its words", () => {
  const keys = Object.keys(findings);
  for (const { parts } of rules().explanations)
    for (const { id } of parts) expect(keys).toContain(`finding.part.${id}`);
  for (const { needs } of rules().contents)
    for (const [first] of needs) expect(keys).toContain(`finding.V19.${first}.message`);
  for (const { id } of rules().lookalikes) expect(keys).toContain(`finding.V09.lookalike.${id}.message`);
  for (const { kind } of rules().weakKinds) expect(keys).toContain(`finding.V09.${kind}.message`);
  for (const { kind } of rules().age) expect(keys).toContain(`finding.V06.${kind}.message`);
});

test("the labels of the drop-down fit into one Excel list and are told apart", () => {
  const labels = rules().kinds.map(({ label }) => label);
  expect(labels.join(",").length).toBeLessThanOrEqual(255);
  expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(labels.length);
  for (const { label, pattern } of rules().mustHaves) expect([label, matches(pattern, label)]).toEqual([label, true]);
});
