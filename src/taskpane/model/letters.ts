/** Texts that leave the pane: what an office has to collect, and what it gets back. Plain lines, for mail and chat. */
import type { Assessment } from "../../assessment/assessment";
import type { Collection, ToCollect } from "../../assessment/collection";
import { indicatorsOf } from "../../assessment/score";
import type { Words } from "../words";
import type { ReturnSlip } from "./stages";

const nameOf = (assessment: Assessment, number: number): string =>
  indicatorsOf(assessment.instrument)[number - 1]?.shortName ?? "";

const criterionText = (assessment: Assessment, { indicator, level }: ToCollect, id: string): string =>
  indicatorsOf(assessment.instrument)
    [indicator - 1]?.levels.find((one) => one.level === level)
    ?.criteria.find((criterion) => criterion.id === id)?.text ?? "";

/** The criteria of an item with their texts. */
export const criteriaTexts = (
  assessment: Assessment,
  item: ToCollect,
): readonly { readonly id: string; readonly text: string }[] =>
  item.criteria.map((id) => ({ id, text: criterionText(assessment, item, id) }));

const heading = (assessment: Assessment, title: string, opd: string, words: Words): readonly string[] => {
  const { agency, year } = assessment.identity;
  return [`${title} · ${opd || words.t("work.nobody")}`, [agency, year].filter(Boolean).join(" · ")];
};

/** "Nama berkas: 17.b.Nama-Dokumen.pdf, 17.c.Nama-Dokumen.pdf". */
export const fileNamesText = (item: ToCollect, words: Words): string =>
  words.t("collect.names", {
    names: item.fileNames.map((prefix) => words.t("collect.fileName", { prefix })).join(", "),
  });

/** What one office has to collect, as a list to send. */
export function collectionText(assessment: Assessment, { opd, items }: Collection, words: Words): string {
  const lines = items.flatMap((item) => [
    "",
    words.t("collect.item", {
      n: item.indicator,
      name: nameOf(assessment, item.indicator),
      level: words.level(item.level),
    }),
    ...criteriaTexts(assessment, item).map(({ id, text }) => `  ${id} ${text}`),
    ...block(
      words.t("evidence.requested"),
      item.evidence.map(({ item: text, optional }) => (optional ? `${words.t("evidence.supporting")} ${text}` : text)),
    ),
    ...block(
      words.t("collect.contents"),
      item.mustHaves.map(({ text }) => text),
    ),
    ...(item.fileNames.length > 0 ? [`  ${fileNamesText(item, words)}`] : []),
    ...(item.sentBack.length > 0 ? [`  ${words.t("collect.sentBack", { ids: item.sentBack.join(", ") })}`] : []),
  ]);
  return [...heading(assessment, words.t("collect.title"), opd, words), ...lines].join("\n");
}

const block = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`  ${title}:`, ...items.map((item) => `  - ${item}`)];

/** What one office gets back, as a slip to send. */
export function slipText(assessment: Assessment, slip: ReturnSlip, words: Words): string {
  const lowered = slip.lowered.flatMap(({ indicator, claimed, assessed, note }) => [
    `- ${words.t("slip.lowered", {
      n: indicator,
      name: nameOf(assessment, indicator),
      claimed: words.level(claimed),
      assessed: words.level(assessed),
    })}`,
    ...(note ? [`  ${words.t("slip.note", { note })}`] : []),
  ]);
  const documents = slip.documents.map(
    ({ document, indicators }) =>
      `- ${words.t("slip.document", {
        id: document.id,
        name: document.name || document.file,
        list: indicators.join(", "),
      })}`,
  );
  return [
    ...heading(assessment, words.t("slip.title"), slip.opd, words),
    ...(lowered.length > 0 ? ["", `${words.t("slip.loweredTitle")}:`, ...lowered] : []),
    ...(documents.length > 0 ? ["", `${words.t("slip.documentsTitle")}:`, ...documents] : []),
  ].join("\n");
}
