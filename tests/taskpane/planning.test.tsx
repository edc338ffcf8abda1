/** @jest-environment jsdom */
import "./setup-dom";
import { screen, waitFor } from "@testing-library/react";
import type { Plan } from "../../src/assessment/plan";
import { MemorySession } from "./memory-session";
import { openPane } from "./open-pane";
import { sampleCity } from "./sample";

const city = () => new MemorySession({ assessment: sampleCity(), targetIndex: "2.6" });

test("Rencana: a locked indicator leaves the plan, and what is written is what is shown", async () => {
  const session = city();
  const { user } = await openPane(session, "plan");
  await user.click(await screen.findByRole("button", { name: "Kunci indikator 12" }));
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
  expect(screen.getByRole("button", { name: "Kembali ke rencana termurah" })).toBeVisible();
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

test("Banding: the rank among the published cities of 2023 is the published one's", async () => {
  const { user } = await openPane(city(), "compare");
  await user.selectOptions(await screen.findByLabelText("Tahun"), "2023");
  expect(screen.getByText(/Nilai sama/).parentElement).toHaveTextContent("Bandar Lampung");
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
