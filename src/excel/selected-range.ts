/** Where the person is: a sheet, by id and by name, and the address on it. Fails where several ranges or a chart are selected. */
export async function selectedRange(
  context: Excel.RequestContext,
): Promise<{ readonly sheetId: string; readonly sheet: string; readonly range: string }> {
  const selected = context.workbook.getSelectedRange().load("address");
  selected.worksheet.load("id,name");
  await context.sync();
  const { address, worksheet } = selected;
  return { sheetId: worksheet.id, sheet: worksheet.name, range: address.slice(address.lastIndexOf("!") + 1) };
}
