/** @jest-environment jsdom */
import "./setup-dom";
import { act, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { MemorySession } from "./memory-session";
import { openPane } from "./open-pane";
import { judgedCity } from "./sample";

// The first view that is opened loads its code.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
const open = async () => {
  const opened = await openPane(new MemorySession({ assessment: judgedCity(), targetIndex: "2.6" }), "evidence");
  await screen.findByText("6 dokumen, yang membuka poin terbanyak di atas");
  return opened;
};
const named = (session: MemorySession, name: string) => session.calls.filter((call) => call.name === name);
const evidenceOf = (session: MemorySession, indicator: number, criterion: string) =>
  session.assessment?.entries[indicator - 1]?.criteria.get(criterion)?.evidence;

test("shows status, expiry, use and gain of each document, and both indices", async () => {
  await open();
  const [first] = screen.getAllByRole("listitem");
  if (!first) throw new Error("no document");
  expect(within(first).getByText("Peta Rencana SPBE 2020-2024")).toBeVisible();
  expect(first).toHaveTextContent("Dipakai 2 (2a), 12 (2a) · Bappeda");
  expect(first).toHaveTextContent("Bila kriterianya terpenuhi: +0,0250 poin, 12 ke tingkat 2.");
  expect(screen.getByText("Habis berlaku 31 Desember 2022, sebelum tanggal penilaian.")).toBeVisible();
  expect(screen.getByText("Tertulis").nextSibling).toHaveTextContent("2,15");
  expect(screen.getByText("Bukti diterima").nextSibling).toHaveTextContent(/^1,/);
});

test("filters by office and status, and changes a status in place", async () => {
  const { user, session } = await open();
  await user.selectOptions(screen.getByLabelText("Saring OPD"), "Bappeda");
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText("Saring OPD"), "");
  await user.selectOptions(screen.getByLabelText("Saring status"), "revisi");
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText("Status DD-07-021"), "diterima");
  await waitFor(() =>
    expect(named(session, "editEvidence")[0]?.args).toEqual([
      "DD-07-021",
      { status: "diterima" },
      [],
      { status: "revisi" },
    ]),
  );
});

test("a new document is registered and attached to criteria of several indicators in one write", async () => {
  const { user, session } = await open();
  await user.click(screen.getByRole("button", { name: "Tambah dokumen" }));
  expect(await screen.findByRole("button", { name: "Simpan dokumen" })).toHaveAttribute("aria-disabled", "true");
  await user.type(screen.getByLabelText("Nama dokumen"), "Reviu layanan");
  await user.selectOptions(screen.getByLabelText("Jenis"), "Reviu/Evaluasi");
  for (const number of ["17", "18"]) {
    await user.selectOptions(screen.getByLabelText("Indikator"), number);
    await user.selectOptions(screen.getByLabelText("Kriteria"), "4c");
    await user.click(screen.getByRole("button", { name: "Lampirkan" }));
  }
  expect(screen.getByText("17.c.Reviu-layanan.pdf")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Pakai nama ini" }));
  await user.click(screen.getByRole("checkbox", { name: "Rekomendasi perbaikan untuk tiap masalah" }));
  await user.click(screen.getByRole("button", { name: "Simpan dokumen" }));
  await screen.findByText("7 dokumen, yang membuka poin terbanyak di atas");
  expect(named(session, "addEvidence")).toHaveLength(1);
  expect(session.assessment?.evidence.at(-1)).toMatchObject({
    id: "DD-07-032",
    name: "Reviu layanan",
    file: "17.c.Reviu-layanan.pdf",
    mustHaves: ["Memuat rekomendasi"],
  });
  expect(evidenceOf(session, 17, "4c")).toEqual(["DD-07-021", "DD-07-032"]);
  expect(evidenceOf(session, 18, "4c")).toEqual(["DD-07-032"]);
});

test("an edit is kept on the screen when the workbook refuses it", async () => {
  const { user, session } = await open();
  await user.click(screen.getByRole("button", { name: "Ubah: DD-07-021" }));
  await user.clear(await screen.findByLabelText("Nama dokumen"));
  await user.type(screen.getByLabelText("Nama dokumen"), "Reviu 2023");
  await user.click(screen.getByRole("button", { name: "Lepas: 17 · 4c" }));
  // A colleague changes the status meanwhile: only the fields that were changed here are written.
  act(() =>
    session.edit((assessment) => ({
      ...assessment,
      evidence: assessment.evidence.map((row) => (row.id === "DD-07-021" ? { ...row, status: "proses" } : row)),
    })),
  );
  session.nextFailure = { code: "NO_DOCUMENT", params: { id: "DD-07-021" } };
  await user.click(screen.getByRole("button", { name: "Simpan dokumen" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("DD-07-021 tidak ada di lembar Data Dukung.");
  expect(screen.getByLabelText("Nama dokumen")).toHaveValue("Reviu 2023");
  await user.click(screen.getByRole("button", { name: "Simpan dokumen" }));
  await screen.findByText("Reviu 2023");
  expect(named(session, "editEvidence")[1]?.args).toMatchObject([
    "DD-07-021",
    { name: "Reviu 2023" },
    [{ indicator: 17, criterion: "4c", evidence: [], was: { evidence: ["DD-07-021"] } }],
    { name: "Laporan reviu jaringan intra", status: "revisi" },
  ]);
  expect(session.assessment?.evidence.find(({ id }) => id === "DD-07-021")?.status).toBe("proses");
  expect(evidenceOf(session, 17, "4c")).toEqual([]);
});

test("file names are only proposed until they are accepted, one by one or all", async () => {
  const { user, session } = await open();
  await user.click(screen.getByRole("button", { name: "Impor berkas" }));
  fireEvent.drop(await screen.findByTestId("names-zone"), {
    dataTransfer: {
      files: [new File([], "17.c.Reviu-2023.pdf"), new File([], "18.b.SOP.pdf"), new File([], "scan1.pdf")],
    },
  });
  expect(await screen.findByText("3 berkas, 2 dikenali indikatornya")).toBeVisible();
  expect(screen.getByRole("button", { name: "Daftarkan 0 berkas" })).toHaveAttribute("aria-disabled", "true");
  expect(session.calls.filter(({ name }) => name !== "goTo")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Terima semua yang dikenali" }));
  await user.click(screen.getByRole("checkbox", { name: "Terima 18.b.SOP.pdf" }));
  await user.click(screen.getByRole("checkbox", { name: "Terima scan1.pdf" }));
  await user.selectOptions(screen.getByLabelText("Kriteria 17.c.Reviu-2023.pdf"), "4c");
  await user.click(screen.getByRole("button", { name: "Daftarkan 2 berkas" }));
  await screen.findByText("8 dokumen, yang membuka poin terbanyak di atas");
  expect(session.assessment?.evidence.slice(-2).map(({ id, file }) => [id, file])).toEqual([
    ["DD-07-032", "17.c.Reviu-2023.pdf"],
    ["DD-07-033", "scan1.pdf"],
  ]);
  expect(evidenceOf(session, 17, "4c")).toEqual(["DD-07-021", "DD-07-032"]);
  expect(named(session, "addEvidence")).toHaveLength(1);
});

test("what an office has to collect can be filtered and copied", async () => {
  const { user } = await open();
  const tab = screen.getByRole("tab", { name: "Kumpulkan" });
  screen.getByRole("tab", { name: "Daftar" }).focus();
  await user.keyboard("{ArrowRight}{Enter}");
  if (screen.getByRole("tab", { name: "Daftar" }).getAttribute("aria-selected") === "true") await user.click(tab);
  await waitFor(() => expect(screen.getByRole("tab", { name: "Kumpulkan" })).toHaveFocus());
  await user.selectOptions(await screen.findByLabelText("Saring OPD"), "Bappeda");
  expect(await screen.findByText(/^12 .*, tingkat 2$/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Salin sebagai teks" }));
  expect(await screen.findByText("Disalin. Tempelkan di surel atau pesan.")).toBeVisible();
  expect(await navigator.clipboard.readText()).toMatch(/^Yang harus dikumpulkan · Bappeda\n/);
});

test("stages stand side by side, the assessor's table is imported at the chosen stage, and a slip is copied", async () => {
  const { user, session } = await open();
  await user.click(screen.getByRole("tab", { name: "Tahap" }));
  const row = (await screen.findByRole("button", { name: "17 Layanan Jaringan Intra" })).closest("tbody");
  if (!row) throw new Error("no row");
  expect(
    within(row)
      .getAllByRole("img")
      .map((chip) => chip.getAttribute("aria-label")),
  ).toEqual(["3", "2", "3", "3, diwarisi"]);
  await user.click(screen.getByRole("button", { name: /^Salin sebagai teks: Diskominfo/ }));
  expect(await navigator.clipboard.readText()).toContain("DD-07-021 Laporan reviu jaringan intra (indikator 17)");
  await user.selectOptions(screen.getByRole("combobox"), "Visitasi");
  await user.click(screen.getByRole("button", { name: "Impor nilai asesor" }));
  await waitFor(() => expect(named(session, "importStage")[0]?.args[0]).toBe("Visitasi"));
});

test("the plan says what dropping each of its steps costs", async () => {
  const { user } = await openPane(new MemorySession({ assessment: judgedCity(), targetIndex: "2.6" }), "plan");
  await user.click(await screen.findByRole("button", { name: "Bila satu langkah dilepas" }));
  const said = await screen.findAllByText(/^Tanpa langkah ini /);
  expect(said).toHaveLength(screen.getAllByRole("button", { name: /^Kunci indikator/ }).length);
  expect(said[0]).toHaveTextContent(/Penggantinya menambah upaya \d|tertinggi \d|tetap tercapai: \d/);
});

test("looking at another tab keeps a document that is being entered", async () => {
  const { user, pane } = await open();
  await user.click(screen.getByRole("button", { name: "Tambah dokumen" }));
  await user.type(await screen.findByLabelText("Nama dokumen"), "Reviu layanan");
  act(() => pane.open("home"));
  expect(screen.getByLabelText("Nama dokumen")).not.toBeVisible();
  act(() => pane.open("evidence"));
  expect(screen.getByLabelText("Nama dokumen")).toBeVisible();
  expect(screen.getByLabelText("Nama dokumen")).toHaveValue("Reviu layanan");
});
