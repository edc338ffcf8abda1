/** @jest-environment jsdom */
import "./setup-dom";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { withEntryEdit } from "../../src/taskpane/model/edit";
import {
  decisionFor,
  deskOf,
  firstChoice,
  openConflicts,
  sectionOf,
  writeCounts,
} from "../../src/taskpane/model/merge";
import { mergeReturns, NO_EARLIER_MERGE, applyDecisions } from "../../src/assessment/merge";
import { readReturn } from "../../src/files/read-return";
import { readReturns } from "../../src/taskpane/read-returns";
import { openReader } from "../../src/taskpane/returns-reader";
import { MemorySession } from "./memory-session";
import { openPane } from "./open-pane";
import { sampleCity } from "./sample";
import { sampleReturns, sampleTwice } from "./sample-returns";

const base = sampleCity({ missing: [13, 45], answered: false });

async function draftOf() {
  const returns = await Promise.all(
    (await sampleReturns()).map(async (file) => readReturn(file.name, new Uint8Array(await file.arrayBuffer()))),
  );
  return mergeReturns({
    base,
    returns,
    earlier: NO_EARLIER_MERGE,
    accepted: [],
    decisions: [],
    time: "2023-11-21T14:30:00",
  });
}

test("the preview sorts files by what they need", async () => {
  const draft = await draftOf();
  expect(Object.fromEntries(draft.files.map((file) => [file.file, sectionOf(file)]))).toMatchObject({
    "02_Bappeda.xlsx": "merged",
    "07_Dinkes_2022.xlsx": "held",
    "LKE_Dinsos.xlsx": "refused",
  });
  expect(openConflicts(draft).map(({ indicator }) => indicator)).toEqual([13]);
});

test("a decision needs a reason, and stays on the desk when it was made here", async () => {
  const draft = await draftOf();
  const [conflict] = openConflicts(draft);
  if (!conflict) throw new Error("no conflict");
  expect(decisionFor(conflict, 0, "  ", "Rina", "2023-11-21T14:30:00")).toBeNull();
  const decision = decisionFor(conflict, 0, "Berita acara.", "Rina", "2023-11-21T14:30:00");
  if (!decision) throw new Error("no decision");
  const after = applyDecisions(draft, [decision]);
  expect(openConflicts(after)).toEqual([]);
  expect(deskOf(after)).toHaveLength(1);
  expect(writeCounts(after)).toMatchObject({ conflicts: 1, log: 6, left: { held: 1, refused: 2 } });
});

test("a decision for an office that answers no more leaves no card chosen, and keeps its reason", async () => {
  const [conflict] = openConflicts(await draftOf());
  if (!conflict) throw new Error("no conflict");
  const made = decisionFor(conflict, 1, "Berita acara.", "Rina", "2023-11-21T14:30:00");
  expect(firstChoice({ ...conflict, decision: made })).toEqual({ answer: 1, reason: "Berita acara." });
  const gone = made && { ...made, opd: "Dinas yang Dilebur" };
  expect(firstChoice({ ...conflict, decision: gone })).toEqual({ answer: null, reason: "Berita acara." });
});

test("reading can be stopped between two files", async () => {
  const files = await sampleReturns();
  let read = 0;
  const result = await readReturns(
    files,
    async (file) => {
      read += 1;
      return readReturn(file.name, new Uint8Array(await file.arrayBuffer()));
    },
    () => undefined,
    () => read === 2,
  );
  expect(result).toBeNull();
  expect(read).toBe(2);
});

test("a file that cannot be read is refused by name, and the others are read", async () => {
  const [first, second] = await sampleReturns();
  if (!first || !second) throw new Error("no samples");
  const gone = new File([], "hilang.xlsx");
  Object.defineProperty(gone, "arrayBuffer", { value: () => Promise.reject(new Error("NotReadableError")) });
  const reader = await openReader();
  const files = [first, gone, second];
  const returns = await readReturns(
    files,
    reader.read,
    () => undefined,
    () => false,
  );
  expect(returns?.map(({ file, content }) => [file, content.ok || content.problem.code])).toEqual([
    [first.name, true],
    ["hilang.xlsx", "NOT_OPENED"],
    [second.name, true],
  ]);
});

test("six dropped files: one conflict decided by keyboard, written, undone", async () => {
  const session = new MemorySession({ assessment: base, targetIndex: "2.6" });
  const { user } = await openPane(session);
  await user.click(screen.getByRole("tab", { name: "Gabung" }));
  const zone = await screen.findByTestId("drop-zone");
  fireEvent.drop(zone, { dataTransfer: { files: await sampleReturns() } });
  expect(await screen.findByText("dari 6 berkas siap digabung")).toBeVisible();
  expect(screen.getByText(/Tahun 2022, buku ini 2023/)).toBeVisible();
  expect(screen.getByText(/Belum ada sel yang diubah/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Putuskan 1 konflik" }));

  const answers = await screen.findByRole("radiogroup", { name: "Pilih jawaban" });
  expect(within(answers).getAllByRole("radio")).toHaveLength(2);
  await user.keyboard("1");
  const take = screen.getByRole("button", { name: "Pakai tingkat 2" });
  expect(take).toHaveAttribute("aria-disabled", "true");
  await user.type(screen.getByLabelText(/^Alasan/), "Berita acara 8 Maret 2023, halaman 1");
  expect(within(answers).getAllByRole("radio")[0]).toBeChecked();
  await user.click(take);

  session.skipped = [
    { at: { sheet: "Penilaian", cell: "G47" }, found: "4", wanted: "3" },
    { at: { sheet: "Data Dukung", cell: "" }, found: "", wanted: "Laporan reviu" },
  ];
  await user.click(await screen.findByRole("button", { name: "Tulis ke buku kerja" }));
  expect(await screen.findByRole("heading", { name: "3 berkas digabung" })).toBeVisible();
  expect(screen.getByText(/Isinya kini 4, hasil gabungan 3/)).toBeVisible();
  expect(screen.getByText(/^Data Dukung tidak memuat selnya. Yang hendak ditulis Laporan reviu.$/)).toBeVisible();
  expect(session.assessment?.entries[12]?.level).toEqual({ kind: "level", level: 2 });
  expect(screen.getByRole("status")).toHaveTextContent("3 berkas digabung");

  await user.click(screen.getByRole("button", { name: "Urungkan" }));
  await waitFor(() => expect(session.assessment?.entries[12]?.level).toEqual({ kind: "blank" }));
});

test("a held file is merged once the person says so", async () => {
  const session = new MemorySession({ assessment: withEntryEdit(base, { indicator: 45, level: null }) });
  const { user } = await openPane(session);
  await user.click(screen.getByRole("tab", { name: "Gabung" }));
  fireEvent.drop(await screen.findByTestId("drop-zone"), { dataTransfer: { files: await sampleReturns() } });
  await user.click(await screen.findByRole("button", { name: /^Gabung juga/ }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Gabung juga/ })).toBeNull());
  expect(screen.getByText("dari 6 berkas siap digabung").previousSibling).toHaveTextContent("4");
});

test("a person may use the file of an office that is not the proposed one", async () => {
  const { user } = await openPane(new MemorySession({ assessment: base }));
  await user.click(screen.getByRole("tab", { name: "Gabung" }));
  fireEvent.drop(await screen.findByTestId("drop-zone"), { dataTransfer: { files: await sampleTwice() } });
  await user.click(await screen.findByRole("button", { name: /^Digantikan berkas lebih baru/ }));
  await user.click(await screen.findByRole("button", { name: /^Pakai berkas ini/ }));
  expect(await screen.findByText(/^Berkas lain dari OPD ini yang dipilih/)).toBeInTheDocument();
  expect(screen.getByText("dari 2 berkas siap digabung").previousSibling).toHaveTextContent("1");
});

/** A merge at its one conflict, with an answer chosen and a reason half written. */
async function atConflict() {
  const open = await openPane(new MemorySession({ assessment: base }), "merge");
  fireEvent.drop(await screen.findByTestId("drop-zone"), { dataTransfer: { files: await sampleReturns() } });
  await open.user.click(await screen.findByRole("button", { name: "Putuskan 1 konflik" }));
  await open.user.keyboard("2");
  await open.user.type(await screen.findByLabelText(/^Alasan/), "Berita acara");
  return open;
}

test("looking at another tab keeps the conflict, its answer and the half written reason", async () => {
  const { pane } = await atConflict();
  act(() => pane.open("indicator"));
  expect(await screen.findByRole("button", { name: "Indikator berikutnya" })).toBeVisible();
  expect(screen.queryByLabelText(/^Alasan/)).not.toBeVisible();
  // A digit pressed elsewhere answers nothing here.
  fireEvent.keyDown(document.body, { key: "1" });
  act(() => pane.open("merge"));
  expect(await screen.findByLabelText(/^Alasan/)).toHaveValue("Berita acara");
  expect(screen.getAllByRole("radio")[1]).toBeChecked();
  expect(screen.getAllByRole("main")).toHaveLength(1);
});

test("going back to the preview and cancelling loses no decision: the merge that was left goes on", async () => {
  const { user } = await atConflict();
  await user.click(screen.getByRole("button", { name: "Kembali" }));
  await user.click(screen.getByRole("button", { name: "Batal" }));
  expect(await screen.findByText(/^Penggabungan tadi belum ditulis: 6 berkas/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Lanjutkan penggabungan tadi" }));
  await user.click(await screen.findByRole("button", { name: "Putuskan 1 konflik" }));
  expect(await screen.findByLabelText(/^Alasan/)).toHaveValue("Berita acara");
  await user.click(screen.getByRole("button", { name: /^Pakai tingkat/ }));
  await user.click(await screen.findByRole("button", { name: "Kembali" }));
  expect(await screen.findByText("Konflik 1 dari 1")).toBeVisible();
});

test("the arrows of the tabs and a held digit do not reach the conflict desk", async () => {
  const { user } = await atConflict();
  const first = screen.getAllByRole("radio")[0];
  fireEvent.keyDown(document.body, { key: "1", repeat: true });
  expect(first).not.toBeChecked();
  const tab = screen.getByRole("tab", { name: "Gabung", hidden: true });
  expect(fireEvent.keyDown(tab, { key: "1", repeat: true })).toBe(true);
  await user.click(first ?? document.body);
  expect(first).toBeChecked();
});

test("stopping works at once, also in a file that does not come", async () => {
  const { user } = await openPane(new MemorySession({ assessment: base }), "merge");
  const never = new File([], "08_lama.xlsx");
  never.arrayBuffer = () => new Promise(() => undefined);
  fireEvent.drop(await screen.findByTestId("drop-zone"), { dataTransfer: { files: [never] } });
  await user.click(await screen.findByRole("button", { name: "Batalkan" }));
  expect(await screen.findByTestId("drop-zone")).toBeVisible();
});

test("a held file that was skipped says so and can still be merged; a web page is told with its own ending", async () => {
  const { user } = await openPane(new MemorySession({ assessment: base }), "merge");
  fireEvent.drop(await screen.findByTestId("drop-zone"), { dataTransfer: { files: await sampleReturns() } });
  await user.click(await screen.findByRole("button", { name: "Lewati: 07_Dinkes_2022.xlsx" }));
  expect(screen.getByText("Dilewati")).toBeVisible();
  expect(screen.getByRole("button", { name: "Gabung juga: 07_Dinkes_2022.xlsx" })).toBeVisible();
  expect(screen.getByText(/^Ini halaman web berakhiran .xlsx, bukan buku kerja Excel/)).toBeVisible();
});
