/**
 * From now on the add-in starts with this workbook, its pane closed or not: edits are checked from the first one on, and
 * `SPBE.*` formulas find their functions. Called once an assessment is there, so that no other workbook is burdened.
 */
export async function loadWithWorkbook(): Promise<void> {
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return;
  const { load } = Office.StartupBehavior;
  if ((await Office.addin.getStartupBehavior()) !== load) await Office.addin.setStartupBehavior(load);
}
