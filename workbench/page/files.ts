import type { Host } from "../host/host";
import { readXlsx } from "../xlsx/read";
import { writeXlsx } from "../xlsx/write";
import type { OpenedWorkbook } from "../xlsx/opened";
import { showNotice } from "./menu";
import { forgetWorkbook, replaceWorkbook, storeBeside } from "./storage";

const SAMPLE = "/addin/assets/contoh-bandar-lampung-2023.xlsx";
const SAMPLE_NAME = "Kota Bandar Lampung 2023.xlsx";

/** Opening is storing and loading anew: like Excel, another workbook is another world, for the pane too. */
async function show(workbook: OpenedWorkbook): Promise<void> {
  await replaceWorkbook(workbook);
  location.reload();
}

export async function newWorkbook(): Promise<void> {
  await forgetWorkbook();
  location.reload();
}

/** Opens a file; one that cannot be read is named, and the open workbook stays. */
export async function openBytes(bytes: Uint8Array, name: string): Promise<void> {
  try {
    await show(await readXlsx(bytes, name));
  } catch (error) {
    showNotice(`${name} tidak dapat dibuka: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export async function openFile(file: File): Promise<void> {
  await openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
}

export async function openSample(): Promise<void> {
  const response = await fetch(SAMPLE);
  if (!response.ok) {
    showNotice("Buku kerja contoh tidak ada dalam hasil build ini.");
    return;
  }
  await openBytes(new Uint8Array(await response.arrayBuffer()), SAMPLE_NAME);
}

function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([new Uint8Array(bytes)], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export async function saveFile(host: Host): Promise<void> {
  download(await writeXlsx(host), host.state.fileName);
}

/** `Excel.createWorkbook`: a workbook beside this one; a new tab needs the person's own click. */
export function offerNewWorkbook(file: Uint8Array | null): void {
  const name = file === null ? "Buku baru.xlsx" : "Buku dari add-in.xlsx";
  const openBeside = async (): Promise<void> => {
    const key = `buku-${Date.now().toString(36)}`;
    if (file !== null) await storeBeside(key, await readXlsx(file, name));
    window.open(`/?buku=${key}`, "_blank");
  };
  showNotice("Add-in membuat buku kerja baru.", [
    ["Buka di tab baru", () => void openBeside()],
    ...(file === null ? [] : [["Unduh", () => download(file, name)] as [string, () => void]]),
  ]);
}
