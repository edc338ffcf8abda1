import { readdirSync, readFileSync } from "fs";
import path from "path";
import { FINDING_CODES, SEVERITY_OF, type Finding, type Severity } from "../../../src/assessment/finding";
import { findingsOf, findingsOfIndicator } from "../../../src/assessment/findings";
import { findingText } from "../../../src/locale/findings";
import { build, type Input } from "./world";

interface Case {
  readonly about: string;
  readonly input: Input;
  /** "indicator cell: message Advice", in order, of this code alone. */
  readonly expected: readonly string[];
}

const folder = path.join(__dirname, "../../golden/findings");
const cases = readdirSync(folder).flatMap((code) =>
  readdirSync(path.join(folder, code)).map((file) => ({
    code,
    name: file.replace(/\.json$/, ""),
    golden: JSON.parse(readFileSync(path.join(folder, code, file), "utf8")) as Case,
  })),
);
const line = (finding: Finding): string => {
  const { message, advice } = findingText(finding, "id");
  const at = finding.at ? `${finding.at.sheet}!${finding.at.cell}` : "-";
  return `${finding.indicator ?? "-"} ${at}: ${message} ${advice}`;
};

test.each(cases)("$code $name: $golden.about", ({ code, golden }) => {
  const found = findingsOf(build(golden.input)).filter((finding) => finding.code === code);
  expect(found.map(line)).toEqual(golden.expected);
  for (const { severity } of found) expect(severity).toBe(SEVERITY_OF[code as Finding["code"]]);
});

test("every code has a case that holds, one that does not, and one that cannot tell", () => {
  for (const code of FINDING_CODES) {
    const names = cases.filter((one) => one.code === code).map(({ name }) => name);
    for (const kind of [/^holds(?!-not)/, /^holds-not$/, /^cannot-tell/])
      expect([code, names.some((name) => kind.test(name))]).toEqual([code, true]);
  }
  for (const { name, golden } of cases)
    expect([name, golden.expected.length > 0]).toEqual([name, /^holds(?!-not)/.test(name)]);
});

test("severities are those that the command's exit code and the sheet Temuan promise", () => {
  const codes = (severity: Severity): string =>
    FINDING_CODES.filter((code) => SEVERITY_OF[code] === severity).join(" ");
  expect(codes("kesalahan")).toBe("V01 V03 V05 V10 V17 V20");
  expect(codes("peringatan")).toBe("V02 V04 V06 V07 V11 V12 V13 V15 V16 V19");
  expect(codes("saran")).toBe("V08 V09 V14 V18");
});

test("the untouched world has no finding at all", () => expect(findingsOf(build({}))).toEqual([]));

test.each(cases)(
  "$code $name: the findings of one indicator are those of the whole, and every sentence is complete",
  ({ golden }) => {
    const assessment = build(golden.input);
    const all = findingsOf(assessment);
    for (const { indicator } of assessment.entries)
      expect(findingsOfIndicator(assessment, indicator)).toEqual(
        all.filter((finding) => finding.indicator === indicator),
      );
    for (const finding of all)
      for (const locale of ["id", "en"] as const) {
        const { message, advice } = findingText(finding, locale);
        expect(message).toMatch(/^[^{}]+[.]$/);
        expect(advice).toMatch(/^[^{}]+[.]$/);
        expect(message).not.toMatch(/^finding\./);
      }
  },
);

test("findings come by indicator, those of the whole workbook first, then by code", () => {
  const all = findingsOf(
    build({
      identity: { pic: "" },
      entries: { 2: { level: 6, opd: [] }, 1: { level: null, opd: [] }, 10: { level: null } },
    }),
  );
  expect(all.map(({ indicator, code }) => [indicator, code])).toEqual([
    [null, "V16"],
    [1, "V02"],
    [1, "V15"],
    [2, "V01"],
    [2, "V15"],
    [10, "V02"],
  ]);
});
