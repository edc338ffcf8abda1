/** The page that the gallery test opens: one view in one state, chosen by the address. No Excel; the real rules. */
import { createRoot } from "react-dom/client";
import { App } from "../../src/taskpane/app";
import type { HistoryRow } from "../../src/assessment/history";
import { ratio } from "../../src/assessment/ratio";
import type { Pane, ViewName } from "../../src/taskpane/state";
import type { TableCandidate } from "../../src/excel/session";
import { MemorySession } from "./memory-session";
import { sampleReturns } from "./sample-returns";
import { judgedCity, sampleCity } from "./sample";
import { sampleOffice } from "./sample-office";

const query = new URLSearchParams(location.search);
const name = query.get("state") ?? "home";

const CANDIDATE: TableCandidate = {
  sheet: "LKE 2023",
  range: "B4:H51",
  indicatorsFound: 47,
  headers: [
    { column: "B", text: "No", role: "no", samples: ["1", "2", "3"] },
    { column: "C", text: "Indikator", role: "indicator", samples: ["Kebijakan Internal Arsitektur SPBE"] },
    { column: "D", text: "Perangkat Daerah", role: "opd", samples: ["Diskominfo", "Bappeda"] },
    { column: "E", text: "Tingkat", role: "level", samples: ["1", "1", "2"] },
    { column: "F", text: "Uraian", role: null, samples: ["Perwali 12/2022 Pasal 4"] },
    { column: "G", text: "Data Dukung", role: "evidence", samples: ["1.a.Perwali-12-2022.pdf"] },
  ],
};

interface Shot {
  readonly session: () => MemorySession;
  readonly view?: ViewName;
  readonly indicator?: number;
  /** What the person does before the picture is taken. */
  readonly play?: (session: MemorySession, pane: Pane) => Promise<void>;
}

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 25));

const full = { validatedAt: "2023-11-21T14:32:00", targetIndex: "2.6" };
const city = (): MemorySession => new MemorySession({ assessment: sampleCity(), ...full });

/** The city after the interview: some levels lowered, one document sent back. */
const judged = (): MemorySession => new MemorySession({ assessment: judgedCity(), ...full });

const LISTING = [
  "17.c.Reviu-Jaringan-Intra-2023.pdf",
  "Indikator 20/SOP Kolaborasi.docx",
  "Peta_Rencana_SPBE_2020-2024.pdf",
  "17.b.SOP-Jaringan-Intra-JIP.pdf",
  "scan0001.pdf",
].join("\n");

/** The city before the offices answered. */
const base = (): MemorySession =>
  new MemorySession({
    assessment: sampleCity({ missing: [13, 14, 17, 20, 39, 45, 46, 47], answered: false }),
    ...full,
  });

/** The city before most indicators were assigned: one finding of the same words for each. */
function unassigned(): MemorySession {
  const assessment = sampleCity();
  const entries = assessment.entries.map((entry) => (entry.indicator <= 20 ? { ...entry, opd: [] } : entry));
  return new MemorySession({ assessment: { ...assessment, entries }, ...full });
}

const row = (year: number, index: number, predicate: string, domains: readonly number[]): HistoryRow => ({
  year,
  instrument: year < 2021 ? "spbe-2018" : "spbe-2020",
  index: ratio(index, 100),
  predicate,
  domains: domains.map((value) => ratio(value, 100)),
});
const HISTORY = [row(2021, 120, "Kurang", [100, 100, 100, 144]), row(2019, 223, "Cukup", [])];

/** The city with a plan in the workbook: one step done, one late, one with a word typed over its status. */
const followed = (): MemorySession =>
  new MemorySession({
    assessment: sampleCity(),
    ...full,
    plan: {
      sheet: "Rencana",
      subtitle: "",
      hint: "",
      effort: 12,
      steps: [
        { indicator: 17, from: 2, to: 4, opd: ["Diskominfo"], effort: 7, due: "2020-06-30", status: null },
        { indicator: 12, from: 1, to: 2, opd: ["Bappeda"], effort: 2, due: "2099-12-31", status: "menunggu anggaran" },
        { indicator: 32, from: 3, to: 4, opd: ["Bappeda", "BPKAD"], effort: 4, due: null, status: null },
      ],
    },
  });

/** The city after a merge, with three levels changed by hand since. */
function mergedCity(): MemorySession {
  const assessment = sampleCity();
  const hand = new Map([
    [3, 3],
    [17, 2],
    [41, 4],
  ]);
  const answers = assessment.entries
    .filter(({ indicator }) => indicator !== 46)
    .map(({ indicator, opd, level }) => ({
      opd: opd[0] ?? "Diskominfo",
      indicator,
      level: hand.has(indicator) ? { kind: "level" as const, level: hand.get(indicator) ?? 1 } : level,
      explanation: "",
      evidence: [],
      criteria: [],
      file: "SPBE.xlsx",
      at: null,
      sha256: "",
      time: "",
    }));
  const log = { time: "2023-11-20T09:05:00", file: "SPBE.xlsx", opd: "", status: "merged", code: null } as const;
  const earlier = { answers, decisions: [], undecided: [], log: [{ ...log, answers: 46, sha256: "", documents: [] }] };
  return new MemorySession({ assessment, earlier, history: HISTORY.slice(1), ...full });
}

const SHOTS: Readonly<Record<string, Shot>> = {
  home: { session: city },
  "home-incomplete": { session: () => new MemorySession({ assessment: sampleCity({ missing: [46, 47] }), ...full }) },
  "home-office": {
    session: () => new MemorySession({ assessment: sampleOffice({ missing: [46, 47] }), ...full }),
  },
  "plan-office": { session: () => new MemorySession({ assessment: sampleOffice(), ...full }), view: "plan" },
  "home-empty": { session: () => new MemorySession() },
  "home-start-office": {
    session: () => new MemorySession(),
    play: async () => {
      await click("input[type=radio][value=opd]");
    },
  },
  "home-foreign": { session: () => new MemorySession({ candidates: [CANDIDATE] }) },
  indicator: { session: city, view: "indicator", indicator: 17 },
  "indicator-unproven": { session: city, view: "indicator", indicator: 20 },
  findings: { session: city, view: "findings" },
  "findings-same": { session: unassigned, view: "findings" },
  evidence: { session: judged, view: "evidence" },
  "evidence-form": {
    session: judged,
    view: "evidence",
    play: async () => {
      await click('[aria-label^="Ubah: DD-07-021"], [aria-label^="Change: DD-07-021"]');
    },
  },
  "evidence-collect": {
    session: judged,
    view: "evidence",
    play: async () => {
      await click("main [role=tab]:nth-of-type(2)");
      await choose("main select", "Bappeda");
    },
  },
  "evidence-import": {
    session: judged,
    view: "evidence",
    play: async () => {
      await press(/^Impor|^Import/);
      await type("main textarea", LISTING);
      await press(/^Cocokkan|^Match/);
      await click("main button");
    },
  },
  "evidence-stages": {
    session: judged,
    view: "evidence",
    play: async () => {
      await click("main [role=tab]:nth-of-type(3)");
    },
  },
  quick: {
    session: () => new MemorySession({ assessment: sampleCity({ missing: [46, 47] }), ...full }),
    view: "quick",
    indicator: 46,
  },
  merge: { session: city, view: "merge" },
  plan: { session: city, view: "plan" },
  "plan-shared": {
    session: () => new MemorySession({ assessment: sampleCity(), validatedAt: full.validatedAt, targetIndex: "3.5" }),
    view: "plan",
    play: async () => {
      await click('main [aria-label="Kunci indikator 4"], main [aria-label="Lock indicator 4"]');
      await press(/^Batasan|^Limits/, "main");
      await press(/^Dokumen bersama|^Shared documents/, "main");
      await click("main input[type=checkbox]");
      await press(/^Bagaimana bila|^What if/, "main");
    },
  },
  "plan-followed": {
    session: followed,
    view: "plan",
    play: async () => {
      await press(/^Tindak lanjut|^Follow-up/, "main");
      await press(/^Bappeda/, "main");
    },
  },
  "home-followed": { session: followed },
  compare: { session: city, view: "compare" },
  "compare-history": {
    session: () => new MemorySession({ assessment: sampleCity(), history: HISTORY }),
    view: "compare",
  },
  "compare-merge": { session: mergedCity, view: "compare" },
  share: { session: city, view: "share" },
  "share-none": {
    session: () => {
      const assessment = sampleCity();
      const entries = assessment.entries.map((entry) => ({
        ...entry,
        opd: [],
        cells: { opd: { sheet: "Penilaian", cell: `F${entry.indicator + 5}` } },
      }));
      return new MemorySession({ assessment: { ...assessment, entries }, ...full });
    },
    view: "share",
  },
  "plan-missing": {
    session: () =>
      new MemorySession({ assessment: sampleCity({ missing: [13, 45, 46, 47] }), ...full, targetIndex: "5" }),
    view: "plan",
  },
  problem: {
    session: city,
    play: async (session, pane) => {
      session.nextFailure = { code: "SHEET_TAKEN", params: { sheet: "Indeks", ours: "Indeks" } };
      await pane.validate();
    },
  },
  written: {
    session: city,
    view: "indicator",
    indicator: 17,
    play: async (session, pane) => {
      session.skipped = [{ at: { sheet: "Kriteria", cell: "G204" }, found: "Tidak", wanted: "Ya" }];
      await pane.editCriterion({ indicator: 17, criterion: "4c", answer: "Ya" });
    },
  },
  "merge-preview": { session: base, view: "merge", play: dropReturns },
  "merge-left": {
    session: base,
    view: "merge",
    play: async () => {
      await dropReturns();
      await press(/^Batal|^Cancel/);
    },
  },
  "merge-conflict": {
    session: base,
    view: "merge",
    play: async () => {
      await dropReturns();
      await press(/^Putuskan|^Decide/);
      await key("1");
    },
  },
  "merge-write": { session: base, view: "merge", play: decideAll },
  "merge-done": {
    session: base,
    view: "merge",
    play: async (session) => {
      session.skipped = [{ at: { sheet: "Penilaian", cell: "G47" }, found: "4", wanted: "3" }];
      await decideAll();
      await press(/^Tulis|^Write/);
    },
  },
};

/** Waits until the page shows a button of that name, in its footer or in the `place`, then presses it. */
async function press(label: RegExp, place = "main ~ footer"): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const button = [...document.querySelectorAll<HTMLElement>(`${place} button`)].find((one) =>
      label.test(one.textContent ?? ""),
    );
    if (button && button.getAttribute("aria-disabled") !== "true") {
      button.click();
      return pause();
    }
    await pause();
  }
  throw new Error(`no button ${label}`);
}

/** Waits until the page holds an element of a selector, then clicks it. */
async function click(selector: string): Promise<void> {
  (await found<HTMLElement>(selector)).click();
  await pause();
}

async function found<T extends HTMLElement>(selector: string): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const element = document.querySelector<T>(selector);
    if (element) return element;
    await pause();
  }
  throw new Error(`no ${selector}`);
}

async function type(selector: string, text: string): Promise<void> {
  const area = await found<HTMLTextAreaElement>(selector);
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
  area.dispatchEvent(new Event("input", { bubbles: true }));
  await pause();
}

async function choose(selector: string, value: string): Promise<void> {
  const select = await found<HTMLSelectElement>(selector);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await pause();
}

async function key(name: string): Promise<void> {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  await pause();
}

async function dropReturns(): Promise<void> {
  const transfer = new DataTransfer();
  for (const file of await sampleReturns()) transfer.items.add(file);
  for (let tries = 0; tries < 100 && !document.querySelector("[data-testid=drop-zone]"); tries += 1) await pause();
  document
    .querySelector("[data-testid=drop-zone]")
    ?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
  for (let tries = 0; tries < 400 && !/siap digabung|ready to merge/.test(document.body.textContent ?? ""); tries += 1)
    await pause();
}

async function decideAll(): Promise<void> {
  await dropReturns();
  await press(/^Putuskan|^Decide/);
  for (let tries = 0; tries < 10 && document.querySelector("textarea"); tries += 1) {
    await key("1");
    const area = document.querySelector("textarea");
    if (area) {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(
        area,
        "Berita acara 8 Maret 2023.",
      );
      area.dispatchEvent(new Event("input", { bubbles: true }));
      await pause();
    }
    await press(/^Pakai tingkat|^Use level/);
  }
}

async function ready(session: MemorySession, pane: Pane, shown: Shot): Promise<void> {
  await pause();
  await shown.play?.(session, pane);
  for (let tries = 0; tries < 100 && document.querySelector("[role=progressbar].fui-Spinner"); tries += 1)
    await pause();
  await pause();
  await pause();
  document.body.dataset["ready"] = "yes";
}

const shot = SHOTS[name];
const place = document.getElementById("pane");
if (shot && place) {
  const session = shot.session();
  createRoot(place).render(
    <App
      session={session}
      locale={query.get("locale") === "en" ? "en" : "id"}
      mode={query.get("mode") === "dark" ? "dark" : "light"}
      onLocale={() => undefined}
      onReady={(pane) => {
        if (shot.indicator) session.select(shot.indicator);
        if (shot.view) pane.open(shot.view);
        void ready(session, pane, shot);
      }}
    />,
  );
}
