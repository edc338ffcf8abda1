import type { OpenedWorkbook } from "./opened";
export async function readXlsx(_bytes: Uint8Array, _name: string): Promise<OpenedWorkbook> {
  throw new Error("belum");
}
