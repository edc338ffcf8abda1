/** The smallest assessment that holds, and what a case changes of it. */
import { blankEvidence } from "../../../src/assessment/blank";
import type {
  Assessment,
  Answer,
  CriterionAnswer,
  Entry,
  Evidence,
  Identity,
  LevelReading,
  Repair,
  Stage,
} from "../../../src/assessment/assessment";
import { levelNamesOf, readLevel, type RawValue } from "../../../src/assessment/level";
import { askedCriteria } from "../../../src/assessment/maturity";
import { indicatorsOf } from "../../../src/assessment/score";
import { allInstruments } from "../../../src/instrument/all";
import type { Indicator, Instrument } from "../../../src/instrument/types";

export interface CriterionInput {
  readonly answer?: Answer | null;
  readonly raw?: string;
  readonly evidence?: readonly string[];
}
export interface EntryInput {
  readonly level?: RawValue;
  readonly target?: RawValue;
  readonly assessorLevel?: RawValue;
  readonly opd?: readonly string[];
  readonly explanation?: string;
  readonly evidence?: readonly string[];
  readonly criteria?: Readonly<Record<string, CriterionInput>>;
  /** Every asked criterion up to this level is Ya, with evidence of its own. */
  readonly metUpTo?: number;
}
export interface Input {
  readonly instrument?: string;
  readonly identity?: Partial<Identity>;
  readonly evidence?: readonly (Partial<Evidence> & { readonly id: string })[];
  readonly entries?: Readonly<Record<string, EntryInput>>;
  readonly stages?: readonly { indicator: number; stage: Stage; level: RawValue }[];
  readonly repairs?: readonly Repair[];
}

const IDENTITY: Identity = {
  agency: "Pemerintah Kota Contoh",
  year: 2023,
  assessmentDate: "2023-11-21",
  stage: "Mandiri",
  opd: "",
  pic: "Rina",
  contact: "rina@contoh.go.id",
  coordinator: "Sekretaris Daerah",
  sectorServices: ["Perizinan", "Kependudukan", "Kesehatan"],
  officialRecord: true,
  publicationConsent: true,
  templateVersion: "1",
  cells: {
    agency: { sheet: "Identitas", cell: "C5" },
    assessmentDate: { sheet: "Identitas", cell: "C7" },
    sectorService2: { sheet: "Identitas", cell: "C16" },
    officialRecord: { sheet: "Identitas", cell: "C18" },
  },
};

export const documentAt = (id: string): Evidence => ({
  ...blankEvidence(id),
  cells: { id: { sheet: "Data Dukung", cell: `A${id}` } },
});

export function build(input: Input): Assessment {
  const instrument = allInstruments.get(input.instrument ?? "spbe-2020");
  if (!instrument) throw new Error(`no instrument ${input.instrument}`);
  return {
    instrument,
    identity: { ...IDENTITY, ...input.identity },
    entries: indicatorsOf(instrument).map((indicator) =>
      entryOf(instrument, indicator, input.entries?.[indicator.number] ?? {}),
    ),
    evidence: (input.evidence ?? []).map((item) => ({ ...documentAt(item.id), ...item })),
    stages: (input.stages ?? []).map(({ indicator, stage, level }) => ({
      indicator,
      stage,
      level: readLevel(level, instrument.scale),
      explanation: "",
      assessor: "",
      time: "",
    })),
    spareIds: [],
    repairs: input.repairs ?? [],
  };
}

function entryOf(instrument: Instrument, indicator: Indicator, input: EntryInput): Entry {
  const row = indicator.number + 5;
  const at = (column: string) => ({ sheet: "Penilaian", cell: `${column}${row}` });
  const read = (value: RawValue | undefined): LevelReading =>
    readLevel(value, instrument.scale, { names: levelNamesOf(instrument, indicator.family) });
  const met = indicator.levels
    .filter(({ level }) => level <= (input.metUpTo ?? -1))
    .flatMap((level) => askedCriteria(indicator, level))
    .filter(({ kind }) => kind === "syarat")
    .map(({ id }): [string, CriterionInput] => [id, { answer: "Ya", evidence: [`bukti-${id}.pdf`] }]);
  const criteria = new Map([...met, ...Object.entries(input.criteria ?? {})]);
  return {
    indicator: indicator.number,
    opd: input.opd ?? ["Diskominfo"],
    level: read(input.level === undefined ? instrument.scale.min : input.level),
    target: read(input.target),
    explanation: input.explanation ?? "",
    evidence: input.evidence ?? [],
    assessorLevel: read(input.assessorLevel),
    assessorNote: "",
    estimate: false,
    criteria: new Map(
      [...criteria].map(([id, answer]): [string, CriterionAnswer] => [
        id,
        {
          answer: answer.answer ?? null,
          ...(answer.raw === undefined ? {} : { raw: answer.raw }),
          evidence: answer.evidence ?? [],
          note: "",
          cells: {
            answer: { sheet: "Kriteria", cell: `G${indicator.number}.${id}` },
            evidence: { sheet: "Kriteria", cell: `H${indicator.number}.${id}` },
          },
        },
      ]),
    ),
    cells: {
      level: at("G"),
      opd: at("F"),
      target: at("I"),
      explanation: at("J"),
      evidence: at("K"),
      assessorLevel: at("L"),
    },
  };
}
