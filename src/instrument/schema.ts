/**
 * The shape that every pack must have, checked when packs are built and tested. Nothing that ships imports this file,
 * so the schema library stays out of the pane.
 */
import { z } from "zod";
import type { Crosswalk, Instrument } from "./types";

const text = z.string().trim().min(1);
const hundredths = z.int().min(0).max(10000);
const decimal = z.string().regex(/^\d+(\.\d+)?$/);

const criterion = z.strictObject({
  id: z.string().regex(/^\d[a-z]$/),
  kind: z.enum(["syarat", "prasyarat", "kondisi", "alternatif"]),
  text,
  replaces: z.string().optional(),
});

const level = z.strictObject({
  level: z.int().min(0).max(5),
  range: z.tuple([hundredths, hundredths]).optional(),
  criteria: z.array(criterion),
});

const evidenceItem = z.strictObject({
  level: z.int(),
  item: text,
  optional: z.boolean(),
  alternative: z.boolean(),
});

const externalIndex = z.strictObject({
  name: text,
  owner: text,
  breaks: z.array(z.number()).min(2),
  values: z.array(hundredths).min(2),
  role: z.enum(["value", "evidence"]),
  note: text.nullable(),
});

const indicator = z.strictObject({
  id: text,
  number: z.int().positive(),
  name: text,
  shortName: text,
  weight: hundredths,
  family: text,
  question: text,
  levels: z.array(level).min(1),
  evidence: z.array(evidenceItem),
  assessmentNote: text.nullable(),
  note: text.nullable(),
  externalIndex: externalIndex.optional(),
  confidence: text,
  sources: z.array(text).min(1),
});

const aspect = z.strictObject({
  id: text,
  number: z.int().positive(),
  name: text,
  weight: hundredths,
  indicators: z.array(indicator).min(1),
});

const domain = z.strictObject({
  id: text,
  number: z.int().positive(),
  name: text,
  weight: hundredths,
  aspects: z.array(aspect).min(1),
});

const testVector = z.strictObject({
  scope: z.enum(["aspect", "domain", "index"]),
  number: z.int().positive().optional(),
  from: z.enum(["levels", "aspects", "domains", "products"]),
  values: z.array(decimal).min(1),
  expected: z.string().regex(/^\d\.\d\d$/),
  source: text,
});

export const instrumentSchema: z.ZodType<Instrument> = z.strictObject({
  id: z.string().regex(/^[a-z]+-\d{4}$/),
  title: text,
  indexName: text,
  regulation: text,
  citation: text,
  status: text,
  notice: text.nullable(),
  scale: z.strictObject({ min: z.int(), max: z.int(), decimals: z.literal([0, 2]) }),
  levelNames: z.record(z.string(), z.record(z.string(), z.strictObject({ name: text, description: text }))),
  bands: z.array(z.strictObject({ name: text, from: hundredths, to: hundredths })).min(1),
  domains: z.array(domain).min(1),
  testVectors: z.array(testVector).min(1),
  sources: z.array(text).min(1),
});

export const crosswalkSchema: z.ZodType<Crosswalk> = z.strictObject({
  from: text,
  to: text,
  confidence: text,
  source: text,
  statuses: z.strictObject({ reuse: text, update: text, new: text }),
  map: z
    .array(
      z.strictObject({
        to: z.int().positive(),
        status: z.enum(["reuse", "update", "new"]),
        from: z.array(z.int().positive()),
      }),
    )
    .min(1),
});
