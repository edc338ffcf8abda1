/** @jest-environment jsdom */
import "./setup-dom";
import { act, screen, within } from "@testing-library/react";
import type { Assessment } from "../../src/assessment/assessment";
import { collectionOf } from "../../src/assessment/collection";
import { findingsOf } from "../../src/assessment/findings";
import { levelOf } from "../../src/assessment/level";
import { roundHalfUp } from "../../src/assessment/ratio";
import { indexOf, indicatorsOf, levelsOf } from "../../src/assessment/score";
import { shareOf } from "../../src/assessment/share";
import { withEntryEdit } from "../../src/taskpane/model/edit";
import { filteredIndicators, ownIndicator } from "../../src/taskpane/model/filter";
import { indicatorModel } from "../../src/taskpane/model/indicator";
import { readNumbers } from "../../src/taskpane/model/numbers";
import { officeModel } from "../../src/taskpane/model/office";
import { MemorySession } from "./memory-session";
import { openPane } from "./open-pane";
import { sampleCity } from "./sample";
import { OFFICE, OWN, sampleOffice } from "./sample-office";

const office = (missing: readonly number[] = []) => new MemorySession({ assessment: sampleOffice({ missing }) });

/** Σ level × weight and Σ weight by hand, in hundredths of a percent. */
const sums = (missing: readonly number[] = []) => {
  const { instrument, entries } = sampleOffice({ missing });
  const own = indicatorsOf(instrument).filter(({ number }) => OWN.includes(number));
  return {
    product: own.reduce((sum, { number, weight }) => {
      const entry = entries[number - 1];
      return sum + ((entry && levelOf(entry.level)) ?? 0) * weight;
    }, 0),
    weight: own.reduce((sum, { weight }) => sum + weight, 0),
  };
};

describe("the model of an office's part", () => {
  test("its share is the sum of level times weight, and its mean the same over its own weight", () => {
    const assessment = sampleOffice({ missing: [46, 47] });
    const model = officeModel(assessment, findingsOf(assessment));
    const { product, weight } = sums([46, 47]);
    expect(model).toMatchObject({ opd: OFFICE, filled: 4, total: 6, missing: [46, 47] });
    expect(model?.share.points.numerator).toBe((model?.share.points.denominator ?? 0) * (product / 10000));
    expect(model && roundHalfUp(model.share.weightedMean, 6)).toBe((product / weight).toFixed(6));
    expect(model?.next).toEqual({ kind: "fill", indicator: 46 });
    expect(model?.rows.map(({ indicator: { number }, level, state }) => [number, level, state])).toEqual([
      [33, 4, "kesalahan"],
      [34, 4, "saran"],
      [40, 4, "saran"],
      [42, 4, "peringatan"],
      [46, null, "missing"],
      [47, null, "missing"],
    ]);
    expect(model?.levels.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  test("the shares of all parts add up to the index of the city", () => {
    const { instrument, ...city } = sampleCity();
    const levels = levelsOf({ instrument, ...city });
    const rest = indicatorsOf(instrument).flatMap(({ number }) => (OWN.includes(number) ? [] : [number]));
    const sum = [OWN, rest].map((part) => shareOf(instrument, levels, part).points);
    const total = sum.reduce((all, { numerator, denominator }) => all + (numerator * 10000) / denominator, 0);
    const index = indexOf(instrument, levels);
    expect(total).toBe((index.numerator * 10000) / index.denominator);
  });

  test("errors come before warnings, and a part without either is ready to send", () => {
    const assessment = sampleOffice();
    const [finding] = findingsOf(sampleOffice({ missing: [46] }));
    if (!finding) throw new Error("no finding");
    const after = (...severities: ("kesalahan" | "peringatan" | "saran")[]) =>
      officeModel(
        assessment,
        severities.map((severity) => ({ ...finding, severity })),
      )?.next;
    expect(after("peringatan", "kesalahan")).toEqual({ kind: "fix", count: 1 });
    expect(after("peringatan", "saran")).toEqual({ kind: "review", count: 1 });
    expect(after("saran")).toEqual({ kind: "send" });
  });

  test("the workbook of all offices has no such part, also when it names an office", () => {
    const city = sampleCity();
    expect(officeModel(city, [])).toBeNull();
    expect(officeModel({ ...city, identity: { ...city.identity, opd: OFFICE } }, [])).toBeNull();
  });

  test("filters, evidence to collect and gains are those of its own indicators", () => {
    const assessment = sampleOffice({ missing: [46, 47] });
    expect(filteredIndicators(assessment, [], { kind: "all" })).toEqual(OWN);
    expect(filteredIndicators(assessment, [], { kind: "unfinished" })).toEqual([46, 47]);
    expect(ownIndicator(assessment, 1)).toBe(33);
    expect(ownIndicator(assessment, 42)).toBe(42);
    const collected = collectionOf(assessment);
    expect(collected.map(({ opd }) => opd)).toEqual([OFFICE]);
    expect(collected.flatMap(({ items }) => items).every(({ indicator }) => OWN.includes(indicator))).toBe(true);
    expect(indicatorModel(assessment, [], 46)?.gain).toMatchObject({ kind: "next", index: null });
  });
});

describe("indicator numbers as typed", () => {
  test.each<[string, number[]]>([
    ["1, 4, 10–12", [1, 4, 10, 11, 12]],
    ["12;10 s.d. 11 dan 4", [4, 10, 11, 12]],
    ["4 4 3 - 5,", [3, 4, 5]],
    ["", []],
  ])("%p", (text, numbers) => {
    expect(readNumbers(text, 47)).toEqual({ kind: "numbers", numbers });
  });

  test.each([
    ["1, 48", "48"],
    ["0", "0"],
    ["12-10", "12-10"],
    ["empat", "empat"],
    ["1.5", "1.5"],
  ])("%p is refused at %p", (text, piece) => {
    expect(readNumbers(text, 47)).toEqual({ kind: "invalid", piece });
  });
});

describe("an office's workbook in the pane", () => {
  test("Beranda shows its part and neither index nor predicate, scale nor domains", async () => {
    const { user, pane } = await openPane(office([46, 47]));
    expect(await screen.findByRole("heading", { name: "Bagian Dinas Kesehatan" })).toBeVisible();
    expect(screen.getByText("4/6")).toBeVisible();
    const { product, weight } = sums([46, 47]);
    const shown = (value: number) => value.toFixed(2).replace(".", ",");
    expect(screen.getByText("Sumbangan").parentElement).toHaveTextContent(
      `Sumbangan${shown(product / 10000)}poin indeks`,
    );
    expect(screen.getByText("Rata-rata tertimbang").parentElement).toHaveTextContent(shown(product / weight));
    const main = document.querySelector("main")?.textContent ?? "";
    expect(main).not.toMatch(/Indeks|Predikat|Cukup|Kurang|Baik|Domain|\/47/);
    await user.click(screen.getByRole("button", { name: "Isi indikator 46" }));
    expect(pane.state()).toMatchObject({ view: "indicator", indicator: 46 });
  });

  test("a finished part is ready to send, and the button validates again", async () => {
    const assessment = sampleOffice({ answered: false });
    // Level 1 asks for nothing, so that nothing is left to say but advice.
    const plain = OWN.reduce<Assessment>(
      (all, indicator) => withEntryEdit(all, { indicator, level: 1, evidence: [], explanation: "Belum ada layanan." }),
      { ...assessment, identity: { ...assessment.identity, sectorServices: ["a", "b", "c"] }, evidence: [] },
    );
    expect(findingsOf(plain).filter(({ severity }) => severity !== "saran")).toEqual([]);
    const { user, session } = await openPane(new MemorySession({ assessment: plain }));
    expect(await screen.findByText("Siap dikirim untuk digabung.")).toBeVisible();
    const footer = document.querySelector("footer");
    if (!footer) throw new Error("no footer");
    await user.click(within(footer).getByRole("button", { name: "Validasi ulang" }));
    expect(session.calls.map(({ name }) => name)).toContain("validate");
  });

  test("Indikator walks its own rows only", async () => {
    const { user, pane, session } = await openPane(office([46, 47]), "indicator");
    expect(await screen.findByText("1 dari 6")).toBeVisible();
    expect(pane.state().indicator).toBe(33);
    await user.click(screen.getByRole("button", { name: "Lanjut ke 34" }));
    await user.click(screen.getByRole("button", { name: "Lanjut ke 40" }));
    expect(await screen.findByText("3 dari 6")).toBeVisible();
    expect(screen.queryByRole("option", { name: "OPD saya" })).toBeNull();
    act(() => session.select(47));
    expect(await screen.findByRole("button", { name: "Kembali ke Beranda" })).toBeVisible();
  });

  test("Bukti keeps the register and the list, and leaves out what is figured over all indicators", async () => {
    const { pane } = await openPane(office());
    act(() => pane.open("evidence"));
    const sections = await screen.findByRole("tablist", { name: "Bagian bukti" });
    expect(
      within(sections)
        .getAllByRole("tab")
        .map(({ textContent }) => textContent),
    ).toHaveLength(2);
    expect(screen.queryByText(/[Ii]ndeks/)).toBeNull();
  });

  test("quick mode asks for its own indicators and stops after the last", async () => {
    const { user, pane } = await openPane(office([46, 47]));
    await user.click(await screen.findByText("Isi cepat: satu layar per indikator"));
    act(() => pane.show(42));
    expect(await screen.findByText("4 dari 6 terisi")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Lewati ke 46" }));
    await user.keyboard("2");
    expect(await screen.findByText("5 dari 6 terisi")).toBeVisible();
    expect(pane.state().indicator).toBe(47);
  });

  test.each([
    ["merge", "Gabung"],
    ["plan", "Rencana"],
    ["compare", "Banding"],
    ["share", "Bagikan"],
  ] as const)("%s says in one sentence that it is for the master workbook", async (view, name) => {
    const { user, pane } = await openPane(office());
    act(() => pane.open(view));
    expect(
      await screen.findByText(
        `${name} dikerjakan di buku kerja induk, yang memuat semua OPD. Buku kerja ini memuat bagian Dinas Kesehatan.`,
      ),
    ).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Kembali ke Beranda" }));
    expect(pane.state().view).toBe("home");
  });
});

describe("starting an office's workbook", () => {
  test("asks for the numbers, says how many they are, and inserts only those", async () => {
    const { user, session } = await openPane(new MemorySession());
    await user.click(await screen.findByRole("radio", { name: "Hanya indikator OPD saya" }));
    await user.type(screen.getByRole("textbox", { name: /^OPD/ }), OFFICE);
    const insert = screen.getByRole("button", { name: "Sisipkan templat" });
    expect(insert).toHaveAttribute("aria-disabled", "true");
    const numbers = screen.getByRole("textbox", { name: /^Nomor indikator/ });
    await user.type(numbers, "1, 4, 10–50");
    expect(screen.getByText("10-50 bukan nomor indikator 1 sampai 47.")).toBeVisible();
    expect(insert).toHaveAttribute("aria-disabled", "true");
    await user.clear(numbers);
    await user.type(numbers, "1, 4, 10–12");
    expect(screen.getByText("5 indikator.")).toBeVisible();
    await user.click(insert);
    expect(session.calls.find(({ name }) => name === "insertTemplate")?.args[0]).toMatchObject({
      opd: OFFICE,
      indicators: [1, 4, 10, 11, 12],
    });
  });
});
