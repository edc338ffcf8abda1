/** @jest-environment jsdom */
import "./setup-dom";
import { act, screen, waitFor } from "@testing-library/react";
import { NO_EARLIER_MERGE, type OfficeAnswer } from "../../src/assessment/merge";
import type { Plan } from "../../src/assessment/plan";
import { sampleHistory } from "../../src/workbook/sample";
import { MemorySession } from "./memory-session";
import { openPane } from "./open-pane";
import { sampleCity } from "./sample";

const city = () => new MemorySession({ assessment: sampleCity(), targetIndex: "2.6" });

test("Rencana: a locked indicator leaves the plan, and what is written is what is shown", async () => {
  const session = city();
  const { user } = await openPane(session, "plan");
  await user.click(await screen.findByRole("button", { name: "Kunci indikator 12" }));
  expect(screen.getByText(/^1 dikunci/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Batasan" }));
  expect(screen.getByRole("button", { name: "Buka kunci 12" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Kunci indikator 12" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Tulis ke lembar Rencana" }));
  const plan = session.calls.find(({ name }) => name === "writePlan")?.args[0] as Plan;
  expect(plan.request.locks).toEqual([12]);
  expect(plan.steps.map(({ indicator }) => indicator)).not.toContain(12);
  expect(plan.steps.some(({ indicator }) => indicator >= 21 && indicator <= 31)).toBe(false);
  expect(await screen.findByRole("button", { name: /^Tindak lanjut 0\/\d+$/ })).toBeVisible();
});

test("Rencana: an edited effort changes the price, the runner-up can be taken", async () => {
  const { user } = await openPane(city(), "plan");
  const effort = await screen.findByRole("button", { name: /^Upaya indikator 45: / });
  await user.click(effort);
  const field = screen.getByLabelText("Upaya indikator 45");
  await user.clear(field);
  await user.type(field, "99{Enter}");
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Upaya indikator 45: 99/ })).toBeNull());
  await user.click(screen.getByRole("button", { name: "Pakai pilihan kedua" }));
  expect(screen.getByRole("button", { name: "Kembali ke rencana paling ringan" })).toBeVisible();
});

test("Rencana: a target out of reach says the most that is, and what holds it", async () => {
  const { user } = await openPane(new MemorySession({ assessment: sampleCity(), targetIndex: "3.5" }), "plan");
  await user.click(await screen.findByRole("button", { name: "Batasan" }));
  await user.selectOptions(screen.getByLabelText("Tingkat tertinggi"), "2");
  expect(await screen.findByText(/tidak tercapai dengan batasan ini; tertinggi/)).toHaveTextContent(
    "Naikkan batas tingkat.",
  );
  expect(screen.getByRole("button", { name: "Tulis ke lembar Rencana" })).toHaveAttribute("aria-disabled", "true");
});

test("Rencana: an OPD's own limit holds beside the limit of all", async () => {
  const session = city();
  const { user } = await openPane(session, "plan");
  await user.click(await screen.findByRole("button", { name: "Batasan" }));
  await user.type(screen.getByLabelText("Indikator per OPD"), "20");
  await user.click(screen.getByRole("button", { name: "OPD dengan batas lain" }));
  await user.type(screen.getByLabelText("Indikator untuk Dinas Kesehatan"), "0");
  await user.click(screen.getByRole("button", { name: "Tulis ke lembar Rencana" }));
  const plan = session.calls.find(({ name }) => name === "writePlan")?.args[0] as Plan;
  const capacity = (opd: string) => plan.request.capacities?.find((one) => one.opd === opd)?.steps;
  expect([capacity("Dinas Kesehatan"), capacity("Bappeda")]).toEqual([0, 20]);
  expect(plan.steps.map(({ indicator }) => indicator)).not.toContain(45);
});

test("Banding: the rank among the published cities of 2023 is the published one's, and no peer is the city itself", async () => {
  const { user } = await openPane(city(), "compare");
  await user.selectOptions(await screen.findByLabelText("Tahun"), "2023");
  expect(screen.getByText("85")).toBeInTheDocument();
  expect(screen.queryByText(/Nilai sama/)).toBeNull();
});

const HISTORY = sampleHistory();

test("Banding: an earlier year of Riwayat is compared at once, and this year's result can be recorded", async () => {
  const session = new MemorySession({ assessment: sampleCity(), history: HISTORY });
  const { user } = await openPane(session, "compare");
  expect(await screen.findByLabelText("Bandingkan dengan")).toHaveDisplayValue("2021, indeks 1,20 (Riwayat)");
  expect(screen.getByText("+0,9545")).toBeVisible();
  expect(screen.getByRole("row", { name: /^Layanan SPBE/ })).toHaveTextContent("1,44 3,04+0,7273");
  expect(screen.getByRole("row", { name: /^Pembulatan di Riwayat/ })).toHaveTextContent("+0,0002");
  await user.click(screen.getByRole("button", { name: "Catat 2023, indeks 2,15, ke Riwayat" }));
  expect(session.calls.at(-1)).toMatchObject({ name: "recordResult", args: [{ year: 2023, predicate: "Cukup" }] });
  expect(await screen.findByRole("row", { name: /^2023/ })).toHaveTextContent("Cukup2,15");
  expect(screen.queryByRole("button", { name: /^Catat 2023/ })).toBeNull();
});

test("Banding: recording says which row of its year it would take the place of", async () => {
  const session = new MemorySession({
    assessment: sampleCity(),
    history: HISTORY.map((row) => ({ ...row, year: 2023 })),
  });
  await openPane(session, "compare");
  expect(await screen.findByText("Riwayat sudah berisi 2023 dengan indeks 1,20; barisnya diganti.")).toBeVisible();
  expect(screen.queryByLabelText("Bandingkan dengan")).toBeNull();
});

test("Banding: what was changed since the last merge, the fallen first", async () => {
  const answer = (indicator: number, level: number): OfficeAnswer => ({
    opd: "Diskominfo",
    indicator,
    level: { kind: "level", level },
    explanation: "",
    evidence: [],
    criteria: [],
    file: "a.xlsx",
    at: null,
    sha256: "1",
    time: "",
  });
  const { entries, ...city } = sampleCity();
  const session = new MemorySession({
    assessment: { ...city, entries: entries.map((entry) => ({ ...entry, opd: ["Diskominfo"] })) },
    earlier: { ...NO_EARLIER_MERGE, answers: [answer(32, 5), answer(33, 4)] },
  });
  await openPane(session, "compare");
  expect(await screen.findByLabelText("Bandingkan dengan")).toHaveDisplayValue("Penggabungan terakhir");
  expect(screen.getByRole("button", { name: "Turun 1" })).toBeVisible();
  expect(screen.getByText("Tidak diubah penggabungan: 1–31, 34–47.")).toBeVisible();
});

test("Rencana: shared documents are counted once when they are ticked, and stand in the plan", async () => {
  const session = new MemorySession({ assessment: sampleCity(), targetIndex: "4" });
  const { user } = await openPane(session, "plan");
  const effort = () => Number(screen.getByText("Upaya").nextSibling?.textContent?.replace(",", "."));
  const alone = await waitFor(() => effort());
  await user.click(screen.getByRole("button", { name: "Batasan" }));
  await user.click(screen.getByRole("button", { name: "Dokumen bersama" }));
  await user.click(screen.getByLabelText("Satu laporan reviu untuk semua kebijakan internal"));
  await waitFor(() => expect(effort()).toBeLessThan(alone));
  expect(screen.getByText("dihitung sekali")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Tulis ke lembar Rencana" }));
  const plan = session.calls.find(({ name }) => name === "writePlan")?.args[0] as Plan;
  expect(plan.documents.map(({ id }) => id)).toEqual(["reviu-kebijakan"]);
});

test("Rencana: what a move makes of the plan is told as effort, and as steps that go and come", async () => {
  const { user } = await openPane(city(), "plan");
  await user.click(await screen.findByRole("button", { name: "Bagaimana bila" }));
  await user.selectOptions(screen.getByLabelText("Indikator"), "45");
  await user.selectOptions(screen.getByLabelText("Tingkat"), "3");
  const line = screen.getByText(/^Indeks/);
  expect(line).toHaveTextContent("+0,0600 poin");
  expect(line).toHaveTextContent("Upaya rencana 31 menjadi 27.");
});

test("a plan in the workbook shows how far it has come, and Beranda leads there", async () => {
  const steps = [
    { indicator: 17, from: 3, to: 4, opd: ["Diskominfo"], effort: 4, due: "2020-01-31", status: "menunggu anggaran" },
    { indicator: 32, from: 3, to: 4, opd: ["Bappeda"], effort: 4, due: null, status: null },
  ];
  const plan = { sheet: "Rencana 2023", subtitle: "", hint: "", effort: 8, steps };
  const session = new MemorySession({ assessment: sampleCity(), plan });
  const { user } = await openPane(session, "home");
  await user.click(await screen.findByRole("button", { name: "Langkah rencana (1 lewat tenggat) 1/2" }));
  await user.click(await screen.findByRole("button", { name: "Tindak lanjut 1/2" }));
  expect(screen.getByText(/1 lewat tenggat/)).toBeVisible();
  await user.click(screen.getAllByRole("button", { name: /^Diskominfo 1 terlambat/ })[0] ?? document.body);
  expect(screen.getByText(/^Terlambat \(tertulis menunggu anggaran\)/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Ke lembar Rencana" }));
  expect(session.calls.at(-1)).toEqual({ name: "goTo", args: [{ sheet: "Rencana 2023", cell: "A6" }] });
});

test("Bagikan: one workbook per office opens as a new workbook, SPBE formulas are replaced on demand", async () => {
  const session = city();
  const { user } = await openPane(session, "share");
  await user.click(await screen.findByRole("button", { name: "Buka buku kerja Bappeda" }));
  await waitFor(() => expect(session.calls.some(({ name }) => name === "openWorkbook")).toBe(true), {
    timeout: 10_000,
  });
  await user.click(screen.getByRole("button", { name: "Siapkan untuk dikirim" }));
  expect(session.calls.find(({ name }) => name === "prepareForSending")?.args).toEqual([true]);
});

test("Rencana: looking at another tab keeps locks, effort and limits; what nobody set follows the workbook", async () => {
  const session = city();
  const { user, pane } = await openPane(session, "plan");
  await user.click(await screen.findByRole("button", { name: "Kunci indikator 12" }));
  await user.click(screen.getByRole("button", { name: "Batasan" }));
  await user.type(screen.getByLabelText("Indikator per OPD"), "25");
  act(() => pane.open("indicator"));
  expect(await screen.findByRole("button", { name: "Indikator berikutnya" })).toBeVisible();
  await act(() => pane.write("busy.edit", () => session.setTargetIndex("2.4")));
  act(() => pane.open("plan"));
  expect(await screen.findByText(/^1 dikunci · 25 indikator per OPD/)).toBeVisible();
  expect(screen.getByLabelText("Indikator per OPD")).toHaveValue("25");
  expect(screen.getByRole("spinbutton", { name: "Target" })).toHaveValue("2,40");
});

test("Rencana: a hidden plan is not planned again before it is looked at", async () => {
  const session = city();
  const { pane } = await openPane(session, "plan");
  const effort = await screen.findByText("Upaya");
  const before = effort.nextSibling?.textContent;
  act(() => pane.open("home"));
  await act(() => pane.write("busy.edit", () => session.setTargetIndex("3")));
  expect(effort.nextSibling?.textContent).toBe(before);
  act(() => pane.open("plan"));
  await waitFor(() => expect(effort.nextSibling?.textContent).not.toBe(before));
});

test("Rencana: unanswered indicators are named with the way to fill them, and the start is the assessment's day", async () => {
  const assessment = sampleCity({ missing: [13, 45] });
  const day = assessment.identity.assessmentDate ?? "";
  const { user, pane } = await openPane(new MemorySession({ assessment, targetIndex: "5" }), "plan");
  expect(await screen.findByText(/^2 indikator belum terisi dan dihitung 0: 13, 45\./)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Batasan" }));
  expect(screen.getByLabelText("Mulai")).toHaveValue(day);
  expect(day).not.toBe("");
  await user.click(screen.getByRole("button", { name: "Isi indikator 13" }));
  expect([pane.state().view, pane.state().indicator]).toEqual(["indicator", 13]);
});

test("Bagikan: without a filled OPD column the way leads there instead of to no workbook", async () => {
  const named = sampleCity();
  const at = { sheet: "Penilaian", cell: "F6" };
  const assessment = {
    ...named,
    entries: named.entries.map((entry) => ({ ...entry, opd: [], cells: { ...entry.cells, opd: at } })),
  };
  const session = new MemorySession({ assessment });
  const { user } = await openPane(session, "share");
  await user.click(await screen.findByRole("button", { name: "Ke kolom OPD" }));
  expect(session.calls.at(-1)).toEqual({ name: "goTo", args: [at] });
  expect(screen.queryByRole("button", { name: /^Unduh/ })).toBeNull();
});
