/** @jest-environment jsdom */
import "./setup-dom";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { CellRef } from "../../src/assessment/assessment";
import { success } from "../../src/locale/problem";
import { withCriterionEdit, withEntryEdit } from "../../src/taskpane/model/edit";
import { MemorySession } from "./memory-session";
import { openPane } from "./open-pane";
import { sampleCity } from "./sample";

const city = (missing: readonly number[] = []) =>
  new MemorySession({ assessment: sampleCity({ missing }), targetIndex: "2.6", validatedAt: "2023-11-21T14:32:00" });
const named = (session: MemorySession, name: string) => session.calls.filter((call) => call.name === name);

describe("Beranda", () => {
  test("shows index, predicate, completeness and exactly one filled button", async () => {
    await openPane(city());
    expect(await screen.findByText("2,15")).toBeVisible();
    expect(screen.getAllByText("Cukup").length).toBeGreaterThan(0);
    expect(screen.getByText("47/47")).toBeVisible();
    expect(screen.getByText("0,45 lagi menuju target 2,60 · Baik")).toBeVisible();
    expect(document.querySelectorAll("footer button")).toHaveLength(1);
  });

  test("an incomplete assessment has a lower bound and no predicate, and leads to the first gap", async () => {
    const { user, pane } = await openPane(city([46, 47]));
    expect(await screen.findByText("belum lengkap 45/47")).toBeVisible();
    expect(screen.getByText("Predikat tampil setelah 46 dan 47 diisi.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Isi indikator 46" }));
    expect(pane.state()).toMatchObject({ view: "indicator", indicator: 46 });
  });

  test("says how many cells changed since the last validation", async () => {
    const { session } = await openPane(city());
    await screen.findByText(/Divalidasi 21 November 2023, 14.32/);
    act(() => session.edit((assessment) => withEntryEdit(assessment, { indicator: 3, level: 4 })));
    expect(await screen.findByText(/1 sel berubah sejak validasi 14.32/)).toBeVisible();
  });

  test("the language can be switched from the menu", async () => {
    const { user } = await openPane(city());
    await user.click(screen.getByRole("button", { name: "Tampilan lain dan bahasa" }));
    await user.click(await screen.findByRole("menuitem", { name: "English" }));
    expect(await screen.findByRole("tab", { name: "Home" })).toBeVisible();
    expect(await screen.findByText("2.15")).toBeVisible();
  });
});

describe("an empty workbook", () => {
  test("inserts the template with what was chosen", async () => {
    const { user, session } = await openPane(new MemorySession());
    await user.type(await screen.findByLabelText("Instansi"), "Pemerintah Kota Contoh");
    await user.click(screen.getByRole("radio", { name: "Hanya indikator OPD saya" }));
    expect(screen.getByRole("button", { name: "Sisipkan templat" })).toHaveAttribute("aria-disabled", "true");
    await user.type(screen.getByRole("textbox", { name: /^OPD/ }), "Bappeda");
    await user.type(screen.getByRole("textbox", { name: /^Nomor indikator/ }), "2, 12");
    await user.click(screen.getByRole("button", { name: "Sisipkan templat" }));
    expect(named(session, "insertTemplate")[0]?.args[0]).toMatchObject({
      instrument: "spbe-2020",
      agency: "Pemerintah Kota Contoh",
      opd: "Bappeda",
    });
  });

  test("a year that is none is said and not taken", async () => {
    const { user, session } = await openPane(new MemorySession());
    const year = await screen.findByRole("spinbutton");
    const before = Number(year.getAttribute("aria-valuenow"));
    for (const typed of ["20233", ""]) {
      await user.clear(year);
      if (typed) await user.type(year, typed);
      await user.tab();
      expect(screen.getByText("Isi tahun 2015 sampai 2100.")).toBeVisible();
    }
    await user.click(screen.getByRole("button", { name: "Sisipkan templat" }));
    expect(named(session, "insertTemplate")[0]?.args[0]).toMatchObject({ year: before });
  });

  test("a taken sheet name asks for another and keeps what was typed", async () => {
    const session = new MemorySession();
    const { user } = await openPane(session);
    await user.type(await screen.findByLabelText("Instansi"), "Kota Contoh");
    session.nextFailure = { code: "SHEET_TAKEN", params: { sheet: "Indeks", ours: "Indeks" } };
    await user.click(screen.getByRole("button", { name: "Sisipkan templat" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Nama lembar Indeks sudah dipakai");
    expect(screen.getByLabelText(/Nama lain untuk lembar Indeks/)).toHaveValue("Indeks SPBE");
    expect(screen.getByLabelText("Instansi")).toHaveValue("Kota Contoh");
    await user.click(screen.getByRole("button", { name: "Sisipkan templat" }));
    expect(named(session, "insertTemplate")[1]?.args[0]).toMatchObject({ renamed: { Indeks: "Indeks SPBE" } });
  });

  test("a table that is here is used with the roles that the person corrected", async () => {
    const candidate = {
      sheet: "LKE 2023",
      range: "B4:D51",
      indicatorsFound: 47,
      headers: [
        { column: "B", text: "No", role: "no" as const, samples: ["1"] },
        { column: "C", text: "Capaian Akhir", role: null, samples: ["3"] },
        { column: "D", text: "Bukti", role: "evidence" as const, samples: [] },
      ],
    };
    const grown = { ...candidate, range: "B4:D60" };
    const { user, session, pane } = await openPane(new MemorySession({ candidates: [candidate] }));
    // What is here already comes first, in its present size.
    expect(await screen.findByRole("radio", { name: "Pakai tabel yang sudah ada" })).toBeChecked();
    jest.spyOn(session, "read").mockResolvedValue(success({ kind: "foreign", candidates: [grown] }));
    await act(() => pane.refresh());
    expect(screen.getByRole("button", { name: "Pakai tabel ini" })).toHaveAttribute("aria-disabled", "true");
    await user.selectOptions(screen.getByLabelText("Isi kolom Capaian Akhir"), "level");
    await user.click(screen.getByRole("button", { name: "Pakai tabel ini" }));
    expect(named(session, "adoptTable")[0]?.args[0]).toMatchObject({
      sheet: "LKE 2023",
      range: "B4:D60",
      roles: { B: "no", C: "level", D: "evidence" },
    });
  });
});

describe("Indikator", () => {
  test("follows the selected row, and walking selects the row in the sheet", async () => {
    const { user, session } = await openPane(city(), "indicator");
    act(() => session.select(17));
    expect(
      await screen.findByRole("heading", { level: 1, name: /^17\. Tingkat Kematangan Layanan Jaringan Intra/ }),
    ).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Lanjut ke 18" }));
    expect(named(session, "goTo").at(-1)?.args[0]).toEqual({ sheet: "Penilaian", cell: "G23" });
    expect(await screen.findByRole("heading", { level: 1, name: /^18\./ })).toBeVisible();
  });

  test("arrow keys answer a criterion; the gain, the live region and undo follow", async () => {
    const { user, session } = await openPane(city(), "indicator");
    act(() => session.select(17));
    const group = await screen.findByRole("radiogroup", { name: "Kriteria 4c" });
    expect(screen.getByText(/Kurang/).parentElement).toHaveTextContent(
      "Kurang 4c. Bila terpenuhi: +0,0250 poin, indeks 2,18.",
    );
    within(group).getByRole("radio", { name: "Sebagian" }).focus();
    await user.keyboard("{ArrowLeft}");
    expect(named(session, "editCriterion")[0]?.args[0]).toMatchObject({
      indicator: 17,
      criterion: "4c",
      answer: "Ya",
      was: { answer: "Sebagian" },
    });
    expect(within(group).getByRole("radio", { name: "Ya" })).toHaveFocus();
    const strip = await screen.findByText(/Tingkat 4 terpenuhi\. Bila ditulis/);
    // What is met is written where it is said; what is not met comes last and says so.
    expect(within(strip).getByRole("button", { name: "Tulis tingkat 4" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Tulis tingkat 5 meski belum terpenuhi" })).toBeVisible();
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("Kriteria 4c indikator 17 diubah."));
    await user.click(screen.getByRole("button", { name: "Urungkan" }));
    await waitFor(() => expect(session.assessment?.entries[16]?.criteria.get("4c")?.answer).toBe("Sebagian"));
    expect(screen.getByRole("status")).toHaveTextContent("Diurungkan.");
  });

  test("a failed write says what happened, what was kept and what to do, and shows the sheet's truth again", async () => {
    const { user, session } = await openPane(city(), "indicator");
    act(() => session.select(17));
    const group = await screen.findByRole("radiogroup", { name: "Kriteria 4c" });
    session.nextFailure = { code: "CELL_EDITING" };
    await user.click(within(group).getByRole("radio", { name: "Tidak" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Excel sedang menyunting sebuah sel.");
    expect(alert).toHaveTextContent("Tekan Enter atau Esc");
    // An alert is spoken by itself; the live region would say it a second time.
    expect(screen.getByRole("status")).toHaveTextContent(/^$/);
    expect(within(group).getByRole("radio", { name: "Sebagian" })).toBeChecked();
  });

  test("attaches a document of the register, and registers a new one in one write; a failure keeps what was typed", async () => {
    const { user, session } = await openPane(city(), "indicator");
    act(() => session.select(17));
    await user.click(await screen.findByRole("button", { name: "Lampirkan bukti untuk kriteria 4c" }));
    await user.type(await screen.findByLabelText("Cari di lembar Data Dukung"), "DPA");
    await user.click(screen.getByRole("button", { name: /DPA Diskominfo 2023/ }));
    expect(named(session, "editCriterion")[0]?.args[0]).toMatchObject({
      criterion: "4c",
      evidence: ["DD-07-021", "DD-07-009"],
    });
    await user.click(await screen.findByRole("button", { name: "Lampirkan bukti untuk kriteria 4c" }));
    await user.click(await screen.findByRole("button", { name: "Dokumen baru" }));
    await user.type(screen.getByLabelText(/^Nama dokumen/), "Laporan Reviu 2023");
    await user.click(screen.getByRole("button", { name: "Pakai" }));
    session.nextFailure = { code: "CELL_EDITING" };
    await user.click(screen.getByRole("button", { name: "Simpan dan lampirkan" }));
    await screen.findByRole("alert");
    expect(screen.getByLabelText(/^Nama dokumen/)).toHaveValue("Laporan Reviu 2023");
    await user.click(screen.getByRole("button", { name: "Simpan dan lampirkan" }));
    await waitFor(() => expect(screen.queryByLabelText(/^Nama dokumen/)).toBeNull());
    const drafts = [{ id: "DD-07-022", name: "Laporan Reviu 2023", file: "17.c.Laporan-Reviu-2023.pdf" }];
    const was = { evidence: ["DD-07-021", "DD-07-009"] };
    const reference = { criterion: "4c", evidence: ["DD-07-021", "DD-07-009", "DD-07-022"], was };
    expect(named(session, "addEvidence")[0]?.args).toMatchObject([drafts, [reference]]);
    expect(screen.getByRole("button", { name: "Lampirkan bukti untuk kriteria 4c" })).toHaveFocus();
  });

  test("an explanation is saved with the text that it was typed over, not with what came since", async () => {
    const { user, session } = await openPane(city(), "indicator");
    act(() => session.select(17));
    await user.click(await screen.findByRole("button", { name: "Tulis: Penjelasan" }));
    await user.type(screen.getByLabelText("Penjelasan"), "Draf lama");
    act(() => session.edit((assessment) => withEntryEdit(assessment, { indicator: 17, explanation: "Dari rekan" })));
    await user.click(screen.getByRole("button", { name: "Simpan" }));
    expect(named(session, "editEntry")[0]?.args[0]).toMatchObject({
      explanation: "Draf lama",
      was: { explanation: "" },
    });
    expect(screen.getByRole("button", { name: "Ubah: Penjelasan" })).toHaveFocus();
  });

  test("Urungkan keeps the keyboard, and the bar can be closed without the problem taking it along", async () => {
    const { user, pane, session } = await openPane(city());
    await act(async () => {
      await pane.editEntry({ indicator: 1, level: 2 });
    });
    session.nextFailure = { code: "CELL_EDITING" };
    await act(async () => {
      await pane.editEntry({ indicator: 2, level: 2 });
    });
    await user.click(within(await screen.findByRole("alert")).getByRole("button", { name: "Tutup" }));
    screen.getByRole("button", { name: "Urungkan" }).focus();
    await user.keyboard("{Enter}");
    const more = await screen.findByRole("button", { name: "Urungkan sebelumnya" });
    expect(more).toHaveFocus();
    expect(more).toHaveAttribute("aria-disabled", "true");
    await user.click(screen.getByRole("button", { name: "Tutup" }));
    expect(screen.queryByRole("button", { name: /^Urungkan/ })).toBeNull();
    expect(screen.getByRole("main")).toHaveFocus();
  });

  test("a write whose bar was closed is undone from the menu", async () => {
    const { user, pane, session } = await openPane(city());
    await act(async () => {
      await pane.editEntry({ indicator: 1, level: 2 });
    });
    await user.click(screen.getByRole("button", { name: "Tampilan lain dan bahasa" }));
    expect(screen.queryByRole("menuitem", { name: /^Urungkan/ })).toBeNull();
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Tutup" }));
    await user.click(screen.getByRole("button", { name: "Tampilan lain dan bahasa" }));
    await user.click(await screen.findByRole("menuitem", { name: /^Urungkan.*Indikator 1/ }));
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("Diurungkan."));
    expect(session.undoSteps()).toHaveLength(0);
  });

  test("a filter without a match offers to clear it", async () => {
    const { user } = await openPane(city(), "indicator");
    await user.selectOptions(await screen.findByLabelText("Saring indikator"), "unfinished");
    expect(screen.getByText(/Tidak ada indikator yang cocok/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Hapus saringan" }));
    expect(screen.getByLabelText("Saring indikator")).toHaveValue("all");
  });
});

describe("Temuan", () => {
  test("tiles filter, Ke sel selects the cell", async () => {
    const { user, session } = await openPane(city(), "findings");
    expect(await screen.findByText("Tertulis tingkat 3, baru terpenuhi tingkat 2. Belum Ya: 3b.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Ke sel G25" }));
    expect(named(session, "goTo")[0]?.args[0]).toEqual({ sheet: "Penilaian", cell: "G25" });
    await user.click(screen.getByRole("button", { name: /^\d+ ?Kesalahan$/ }));
    expect(screen.queryByText(/Tertulis tingkat 3, baru terpenuhi/)).toBeNull();
  });

  test("repairs what is safe", async () => {
    const assessment = withEntryEdit(sampleCity(), { indicator: 3, evidence: ["dd-07-12"] });
    const { user, session } = await openPane(new MemorySession({ assessment }), "findings");
    await user.click(await screen.findByRole("button", { name: "Perbaiki 1 yang aman" }));
    await waitFor(() => expect(session.assessment?.entries[2]?.evidence).toEqual(["DD-07-012"]));
  });

  test("repairs of one cell are one edit, all of them one write and one step to undo", async () => {
    const before = withEntryEdit(sampleCity(), { indicator: 3, evidence: ["dd-07-12", "DD-7-9"] });
    const assessment = withCriterionEdit(before, { indicator: 17, criterion: "4c", evidence: ["DD-7-21"] });
    const { user, session } = await openPane(new MemorySession({ assessment }), "findings");
    await user.click(await screen.findByRole("button", { name: "Perbaiki 3 yang aman" }));
    await waitFor(() => expect(session.assessment?.entries[2]?.evidence).toEqual(["DD-07-012", "DD-07-009"]));
    expect(session.assessment?.entries[16]?.criteria.get("4c")?.evidence).toEqual(["DD-07-021"]);
    expect(session.undoSteps()).toHaveLength(1);
    expect(named(session, "editAll")[0]?.args[0]).toMatchObject([
      { indicator: 3, was: { evidence: ["dd-07-12", "DD-7-9"] } },
      { indicator: 17, criterion: "4c", was: { evidence: ["DD-7-21"] } },
    ]);
  });

  test("findings that read the same are one, with the way to each indicator", async () => {
    const assessment = sampleCity();
    const entries = assessment.entries.map((entry) => (entry.indicator < 4 ? { ...entry, opd: [] } : entry));
    const { user, pane } = await openPane(new MemorySession({ assessment: { ...assessment, entries } }), "findings");
    expect(await screen.findAllByText("Belum ada OPD penanggung jawab.")).toHaveLength(1);
    expect(screen.getByText("3 indikator")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Buka indikator 2" }));
    expect(pane.state()).toMatchObject({ view: "indicator", indicator: 2 });
  });

  test("an expired document leads to its row in the register", async () => {
    const { user, session } = await openPane(city(), "findings");
    await user.click(await screen.findByRole("button", { name: "Ke sel Data Dukung G23" }));
    expect(named(session, "goTo")[0]?.args[0]).toEqual({ sheet: "Data Dukung", cell: "G23" });
  });

  test("filters by office", async () => {
    const { user } = await openPane(city(), "findings");
    await user.selectOptions(await screen.findByLabelText("Saring OPD"), "Inspektorat");
    expect(screen.queryByText(/Tertulis tingkat 3, baru terpenuhi/)).toBeNull();
  });
});

test("quick mode: a digit answers, marks an estimate and goes on", async () => {
  const { user, session, pane } = await openPane(city([46, 47]));
  act(() => session.select(46));
  await user.click(await screen.findByRole("button", { name: /^Isi cepat/ }));
  await screen.findByRole("heading", { level: 1, name: /^46\./ });
  await user.keyboard("2");
  expect(named(session, "editEntry")[0]?.args[0]).toMatchObject({
    indicator: 46,
    level: 2,
    estimate: true,
    was: { level: null, estimate: false },
  });
  await waitFor(() => expect(pane.state().indicator).toBe(47));
  expect(session.assessment?.entries[45]?.estimate).toBe(true);
});

test("quick mode: the sheet's late word of what the pane selected does not lead back", async () => {
  const { session, pane } = await openPane(city([1, 2, 3, 4, 5]));
  await act(async () => {
    pane.open("quick");
    pane.show(1);
    await pane.refresh();
  });
  for (const level of ["1", "2", "3"]) {
    fireEvent.keyDown(document.body, { key: level });
    await act(() => pane.refresh());
  }
  expect(session.assessment?.entries.slice(0, 3).map(({ level }) => level)).toEqual(
    [1, 2, 3].map((level) => ({ kind: "level", level })),
  );
  const cells = named(session, "goTo").map(({ args: [at] }) => at as CellRef);
  expect(cells.map(({ cell }) => cell)).toEqual(["G6", "G7", "G8", "G9"]);
  act(() => session.select(2, cells[1]));
  expect(pane.state().indicator).toBe(4);
  act(() => session.select(4, cells[3]));
  act(() => session.select(2, cells[1]));
  expect(pane.state().indicator).toBe(2);
});

test("quick mode: a held digit answers once, and arrows that move in the tabs move nothing else", async () => {
  const { session, pane } = await openPane(city([1, 2, 3]));
  await act(async () => pane.open("quick"));
  act(() => session.select(1));
  await screen.findByRole("heading", { level: 1, name: /^1\./ });
  for (const repeat of [false, true, true])
    await act(async () => {
      fireEvent.keyDown(document.body, { key: "3", repeat });
    });
  await waitFor(() => expect(pane.state().indicator).toBe(2));
  expect(named(session, "editEntry")).toHaveLength(1);
  const [tab] = screen.getAllByRole("tab");
  if (tab) fireEvent.keyDown(tab, { key: "ArrowRight" });
  expect(pane.state().indicator).toBe(2);
  fireEvent.keyDown(document.body, { key: "ArrowRight" });
  expect(pane.state().indicator).toBe(3);
});

test("writes wait for one another and all arrive", async () => {
  const { pane, session } = await openPane(city());
  await act(async () => {
    await Promise.all([1, 2, 3, 4].map((level) => pane.editEntry({ indicator: level, level })));
  });
  expect(session.assessment?.entries.slice(0, 4).map(({ level }) => level)).toEqual(
    [1, 2, 3, 4].map((level) => ({ kind: "level", level })),
  );
});
